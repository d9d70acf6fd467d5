// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A reply letter (政府信息公开申请答复书, 告知书): what it says, read from its text or stated by whoever writes it.
///
///     const auto letter = read_reply_letter(read_text_document(bytes), LetterRules::builtin("CN"));
///     letter.articles.front()       // 《政府信息公开条例》第十六条第二款: article 16, part 2
///     letter.remedies.front()       // reconsideration, 60 calendar days, 密云县人民政府
///
/// Reading never throws: what is not found is absent. What a letter must say is asked by `check_letter`
/// (letter/check.hpp).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/money.hpp>
#include <gongkai/base/place.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/document.hpp>
#include <gongkai/rules/dated_value.hpp>

namespace gongkai {

namespace detail {
struct LetterWords;
}

/// What letters must say and how they say it: `rules/<country>/letters/reply.json`. Cheap to copy, immutable.
class GONGKAI_EXPORT LetterRules {
 public:
  /// `NotFoundError` 401.
  [[nodiscard]] static LetterRules builtin(std::string_view country);
  /// `RulebookError` 304 with file and pointer.
  [[nodiscard]] static LetterRules parse(std::string_view json, const std::string& file);

  /// Kinds of body for which it is known who reconsiders (`county_department`, `town`, …), in the order of the file.
  [[nodiscard]] std::vector<std::string> body_kinds() const;
  /// Identity of the bytes read, 32 hexadecimal digits.
  [[nodiscard]] const std::string& identity() const noexcept;

  LetterRules(const LetterRules& other) noexcept;  // moving copies: no rules are ever empty
  LetterRules& operator=(const LetterRules& other) noexcept;
  ~LetterRules();
  /// For the library.
  explicit LetterRules(std::shared_ptr<const detail::LetterWords> words) noexcept;
  [[nodiscard]] const detail::LetterWords& words() const noexcept { return *words_; }

 private:
  std::shared_ptr<const detail::LetterWords> words_;
};

/// An article as a letter cites it.
struct CitedArticle {
  std::string instrument;              ///< the title before it, without brackets; empty: none stands before it
  std::int32_t article = 0;            ///< 条
  std::optional<std::int32_t> clause;  ///< 款
  std::optional<std::int32_t> item;    ///< 项
  Place where;

  /// What stands last: item, else clause. `16(2)` and `36(3)` are cited alike in the sources of this library.
  [[nodiscard]] std::optional<std::int32_t> part() const noexcept { return item ? item : clause; }
  friend bool operator==(const CitedArticle& a, const CitedArticle& b) {
    return a.instrument == b.instrument && a.article == b.article && a.clause == b.clause && a.item == b.item &&
           a.where == b.where;
  }
};

/// A remedy that a letter tells of.
struct ToldRemedy {
  std::string kind;                ///< `remedy`: reconsideration, litigation_direct, litigation_after_reconsideration
  std::optional<TimeLimit> limit;  ///< as printed: 六十日 are 60 calendar days, 60个工作日 are working days
  std::string body;                ///< to whom, as printed; empty: to nobody in particular
  Place where;

  friend bool operator==(const ToldRemedy& a, const ToldRemedy& b) {
    return a.kind == b.kind && a.limit == b.limit && a.body == b.body && a.where == b.where;
  }
};

/// What a letter says. Empty text and absent values: not found, or not stated.
struct ReplyLetter {
  std::string title;
  std::string document_number;  ///< 文号: 密政公开告〔2024〕12号
  std::string addressee;        ///< the line that ends in a colon, without it
  std::string signature;        ///< who signs (落款)
  std::optional<Date> dated;    ///< 成文日期, below the signature
  std::vector<CitedArticle> articles;
  std::vector<std::string> decisions;  ///< groups of outcomes whose words it has: `granted`, `denied`, …
  std::vector<ToldRemedy> remedies;
  bool tells_request = false;          ///< it says what was asked for
  bool reconsideration_first = false;  ///< it says that reconsideration comes first (复议前置)
  bool online_channel = false;         ///< it names an online channel for reconsideration
  std::optional<Money> fee;            ///< 信息处理费 that it states
  std::vector<WithheldPart> withheld;  ///< as stated by whoever writes letters; `read_reply_letter` leaves it empty
  std::string text;                    ///< all of it, as printed; empty for a letter that was stated, not read
};

/// Reads a letter. Linear in the text.
[[nodiscard]] GONGKAI_EXPORT ReplyLetter read_reply_letter(const Document& document, const LetterRules& rules);
/// The same of text as it was found. Errors as `read_text_document`: 221, 222.
[[nodiscard]] GONGKAI_EXPORT ReplyLetter read_reply_letter(std::string_view text, const LetterRules& rules);

}  // namespace gongkai
