// SPDX-License-Identifier: Apache-2.0
// Errors become the classes of python/gongkai/errors.py, with the same attributes.
#include <pybind11/native_enum.h>

#include <exception>

#include <gongkai/error.hpp>

#include "common.hpp"

namespace gongkai::bindings {
namespace {

template <typename... Arguments>
void raise(const char* name, Arguments&&... arguments) {
  const py::object type = py::module_::import("gongkai.errors").attr(name);
  PyErr_SetObject(type.ptr(), type(std::forward<Arguments>(arguments)...).ptr());
}

int number(const Error& error) { return static_cast<int>(error.code()); }

void translate(std::exception_ptr pointer) {
  if (!pointer) {
    return;
  }
  // What is not ours falls through to the next translator.
  try {
    std::rethrow_exception(pointer);
  } catch (const InvalidArgumentError& error) {
    raise("InvalidArgumentError", number(error), error.subject(), error.message());
  } catch (const ParseError& error) {
    raise("ParseError", number(error), error.file(), error.pointer(), error.message());
  } catch (const RulebookError& error) {
    raise("RulebookError", number(error), error.file(), error.pointer(), error.message());
  } catch (const NotFoundError& error) {
    raise("NotFoundError", number(error), error.subject(), error.message());
  } catch (const CalendarGapError& error) {
    raise("CalendarGapError", error.first_unknown_day(), error.missing_notice(), error.message());
  } catch (const TransitionError& error) {
    raise("TransitionError", number(error), error.subject(), error.message(), error.action(), error.stage(),
          py::tuple(py::cast(error.allowed())), error.article());
  } catch (const InternalError& error) {
    raise("InternalError", error.message());
  } catch (const Error& error) {
    raise("GongkaiError", number(error), error.subject(), error.message());
  }
}

// For the test of the translation only: not every class has a way to be thrown from Python.
void throw_for_test(const std::string& name) {
  if (name == "InvalidArgumentError") {
    throw InvalidArgumentError{ErrorCode::out_of_range, "n", "no such number"};
  }
  if (name == "ParseError") {
    throw ParseError{ErrorCode::json_unknown_key, "a.json", "/b", "unknown key"};
  }
  if (name == "RulebookError") {
    throw RulebookError{ErrorCode::calendar_contradicts, "a.json", "/b", "off and worked"};
  }
  if (name == "NotFoundError") {
    throw NotFoundError{ErrorCode::unknown_country, "XX", "no calendar"};
  }
  if (name == "CalendarGapError") {
    throw CalendarGapError{Date{2027, 1, 1}, "the notice for 2027", "not known yet"};
  }
  if (name == "TransitionError") {
    throw TransitionError{ErrorCode::invalid_option, "request 7", "already answered"};
  }
  if (name == "InternalError") {
    throw InternalError{"cannot happen"};
  }
  throw py::key_error(name);
}

}  // namespace

void bind_errors(py::module_& module) {
  py::module_::import("gongkai.errors");  // missing is found out now, not at the first error
  py::register_local_exception_translator(&translate);

  py::native_enum<ErrorCode>(module, "ErrorCode", "enum.IntEnum", "The stable numbers of errors: see docs/errors.md.")
      .value("invalid_date", ErrorCode::invalid_date)
      .value("date_has_time", ErrorCode::date_has_time)
      .value("out_of_range", ErrorCode::out_of_range)
      .value("length_mismatch", ErrorCode::length_mismatch)
      .value("unsupported_column", ErrorCode::unsupported_column)
      .value("invalid_override", ErrorCode::invalid_override)
      .value("invalid_option", ErrorCode::invalid_option)
      .value("wrong_value_kind", ErrorCode::wrong_value_kind)
      .value("currency_mismatch", ErrorCode::currency_mismatch)
      .value("invalid_digest", ErrorCode::invalid_digest)
      .value("json_syntax", ErrorCode::json_syntax)
      .value("json_unknown_key", ErrorCode::json_unknown_key)
      .value("json_duplicate_key", ErrorCode::json_duplicate_key)
      .value("json_wrong_type", ErrorCode::json_wrong_type)
      .value("json_missing_key", ErrorCode::json_missing_key)
      .value("json_bad_value", ErrorCode::json_bad_value)
      .value("icalendar_syntax", ErrorCode::icalendar_syntax)
      .value("not_text", ErrorCode::not_text)
      .value("too_large", ErrorCode::too_large)
      .value("no_report", ErrorCode::no_report)
      .value("cannot_open", ErrorCode::cannot_open)
      .value("csv_syntax", ErrorCode::csv_syntax)
      .value("calendar_contradicts", ErrorCode::calendar_contradicts)
      .value("lexicon_contradicts", ErrorCode::lexicon_contradicts)
      .value("rulebook_contradicts", ErrorCode::rulebook_contradicts)
      .value("practice_contradicts", ErrorCode::practice_contradicts)
      .value("form_contradicts", ErrorCode::form_contradicts)
      .value("unknown_country", ErrorCode::unknown_country)
      .value("unknown_name", ErrorCode::unknown_name)
      .value("no_rule_in_force", ErrorCode::no_rule_in_force)
      .value("calendar_gap", ErrorCode::calendar_gap)
      .value("not_in_this_stage", ErrorCode::not_in_this_stage)
      .value("role_not_held", ErrorCode::role_not_held)
      .value("duties_not_separate", ErrorCode::duties_not_separate)
      .value("statement_missing", ErrorCode::statement_missing)
      .value("clearance_missing", ErrorCode::clearance_missing)
      .value("quorum_missing", ErrorCode::quorum_missing)
      .value("days_out_of_order", ErrorCode::days_out_of_order)
      .value("not_allowed_here", ErrorCode::not_allowed_here)
      .value("internal", ErrorCode::internal)
      .finalize();
  module.def("_throw_for_test", &throw_for_test, py::arg("name"));
}

}  // namespace gongkai::bindings
