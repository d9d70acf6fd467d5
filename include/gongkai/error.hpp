// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Errors of the library. Every error carries a stable number (`docs/errors.md` has one entry for each), the
/// subject it is about, and a message that says what is wrong, where, and what to do. Match on the type or on
/// `code()`, never on the text. Defects in *case data* are not errors but `Finding` values.
///
///     try { calendar.add(date, WorkingDays{20}); }
///     catch (const gongkai::CalendarGapError& gap) { plan_again_after(gap.first_unknown_day()); }

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// The stable numbers. A number is never given a second meaning.
enum class ErrorCode : int {
  invalid_date = 101,          ///< no such day, or outside 0001-01-01 … 9999-12-31
  date_has_time = 102,         ///< a time of day where a calendar day is asked
  out_of_range = 103,          ///< a number outside the range that its parameter allows
  length_mismatch = 104,       ///< two columns of different lengths
  unsupported_column = 105,    ///< a column that is missing or of a type that cannot hold what it must
  invalid_override = 106,      ///< an override of a calendar without source, or twice for one day
  invalid_option = 107,        ///< an option value that does not exist
  wrong_value_kind = 108,      ///< a rule's value asked for as another kind than it is (days, a tariff, …)
  currency_mismatch = 109,     ///< two currencies in one sum or comparison
  invalid_digest = 110,        ///< a content digest that is none
  json_syntax = 201,           ///< not JSON
  json_unknown_key = 202,      ///< a key that the schema does not know
  json_duplicate_key = 203,    ///< a key that stands twice in one object
  json_wrong_type = 204,       ///< a value of another type than the schema asks
  json_missing_key = 205,      ///< a key that the schema requires
  json_bad_value = 206,        ///< a value of the right type that means nothing here (date, token, narrowing)
  icalendar_syntax = 211,      ///< an iCalendar file that cannot be read
  not_text = 221,              ///< bytes that are no text in any supported encoding
  too_large = 222,             ///< input beyond `ReadLimits`
  no_report = 223,             ///< text in which no annual report can be recognised
  cannot_open = 224,           ///< a file that is missing, unreadable or a directory
  csv_syntax = 231,            ///< a CSV file that cannot be read
  calendar_contradicts = 301,  ///< calendar data that contradicts itself or its schema
  lexicon_contradicts = 302,   ///< a lexicon that contradicts itself or its schema
  rulebook_contradicts = 303,  ///< rulebook data that contradicts its schema, itself or its base
  practice_contradicts = 304,  ///< stages, review policies or index numbers that contradict themselves
  form_contradicts = 311,      ///< a report form that contradicts itself or its schema
  unknown_country = 401,       ///< no built-in calendar for a country
  unknown_name = 402,          ///< an id, slot or form that does not exist
  no_rule_in_force = 403,      ///< a rule without a value on that day: abolished, not yet known, not stated
  calendar_gap = 451,          ///< a day outside the published holiday notices
  not_in_this_stage = 501,     ///< the stage does not allow the action
  role_not_held = 502,         ///< the actor has none of the roles, on that day, not by delegation either
  duties_not_separate = 503,   ///< the same person has a hand in it already
  statement_missing = 504,     ///< a reason, article, day or evidence that the procedure asks for
  clearance_missing = 505,     ///< no completed review of exactly this content with the conclusion that is needed
  quorum_missing = 506,        ///< too few have spoken
  days_out_of_order = 507,     ///< a day before the last one of the file, or after the day of recording
  not_allowed_here = 508,      ///< against a rule of the office or the rulebook; the message says which
  internal = 901,              ///< an invariant of the library is broken: a bug
};

/// Base of everything the library throws.
class GONGKAI_EXPORT Error : public std::exception {
 public:
  Error(const Error&) = default;
  Error& operator=(const Error&) = default;
  ~Error() override;

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  /// What the error is about: a parameter, a file, a day.
  [[nodiscard]] const std::string& subject() const noexcept { return subject_; }
  /// The message without the number.
  [[nodiscard]] const std::string& message() const noexcept { return message_; }
  /// `[gongkai 451] …`
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

 protected:
  Error(ErrorCode code, std::string subject, std::string message);

 private:
  ErrorCode code_;
  std::string subject_;
  std::string message_;
  std::string what_;
};

/// The caller passed something that can never be right.
class GONGKAI_EXPORT InvalidArgumentError final : public Error {
 public:
  InvalidArgumentError(ErrorCode code, std::string subject, std::string message);
  ~InvalidArgumentError() override;
};

/// Text or JSON cannot be read.
class GONGKAI_EXPORT ParseError final : public Error {
 public:
  /// \param file    the file's name, or a name for the bytes
  /// \param pointer JSON pointer (RFC 6901), or `line:column` for other text; empty for the whole
  ParseError(ErrorCode code, std::string file, std::string pointer, std::string message);
  ~ParseError() override;

  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }

 private:
  std::string file_;
  std::string pointer_;
};

/// A rulebook, calendar or lexicon contradicts its schema or itself.
class GONGKAI_EXPORT RulebookError final : public Error {
 public:
  RulebookError(ErrorCode code, std::string file, std::string pointer, std::string message);
  ~RulebookError() override;

  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }

 private:
  std::string file_;
  std::string pointer_;
};

/// An id, a form or a country that is not there.
class GONGKAI_EXPORT NotFoundError final : public Error {
 public:
  NotFoundError(ErrorCode code, std::string subject, std::string message);
  ~NotFoundError() override;
};

/// A question whose answer needs a day outside the published holiday notices. Nothing is guessed.
class GONGKAI_EXPORT CalendarGapError final : public Error {
 public:
  CalendarGapError(Date first_unknown_day, std::string missing_notice, std::string message);
  ~CalendarGapError() override;

  /// The first day, in the direction of the count, that the calendar does not know.
  [[nodiscard]] Date first_unknown_day() const noexcept { return first_unknown_day_; }
  /// Which notice would answer it, in words: "the State Council's holiday notice for 2027".
  [[nodiscard]] const std::string& missing_notice() const noexcept { return missing_notice_; }

 private:
  Date first_unknown_day_;
  std::string missing_notice_;
};

/// A command that the current state does not allow. Its message says what, in which stage, what is allowed there, and
/// on which article it rests.
class GONGKAI_EXPORT TransitionError final : public Error {
 public:
  /// What a refusal is about; empty where it does not apply.
  struct Details {
    std::string action;                ///< what was asked: `published`
    std::string stage;                 ///< where the subject stands: `drafted`
    std::vector<std::string> allowed;  ///< what may be done there
    std::string article;               ///< 国务院令第711号, art. 17(2)
  };

  TransitionError(ErrorCode code, std::string subject, std::string message);
  /// Adds the details to the message.
  TransitionError(ErrorCode code, std::string subject, const std::string& message, Details details);
  ~TransitionError() override;

  [[nodiscard]] const std::string& action() const noexcept { return details_.action; }
  [[nodiscard]] const std::string& stage() const noexcept { return details_.stage; }
  [[nodiscard]] const std::vector<std::string>& allowed() const noexcept { return details_.allowed; }
  [[nodiscard]] const std::string& article() const noexcept { return details_.article; }

 private:
  Details details_;
};

/// An invariant of the library is broken: please report it.
class GONGKAI_EXPORT InternalError final : public Error {
 public:
  explicit InternalError(std::string message);
  ~InternalError() override;
};

}  // namespace gongkai
