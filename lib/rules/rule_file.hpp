// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the files of a rulebook are read. Everything that is not exactly as rules/schema says is a `RulebookError` 303
// with file and JSON pointer.

#include <gongkai/error.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detail/json_reader.hpp"
#include "rules/rulebook_data.hpp"
#include "rules/taxonomy_data.hpp"

namespace gongkai::detail {

[[noreturn]] inline void refuse_rule(const JsonCursor& at, const std::string& message) {
  throw RulebookError{ErrorCode::rulebook_contradicts, at.file(), at.pointer(), message};
}

/// Runs `read` and gives reading errors the number of a broken rulebook.
template <typename Read>
auto reading_rules(Read read) {
  try {
    return read();
  } catch (const ParseError& error) {
    throw RulebookError{ErrorCode::rulebook_contradicts, error.file(), error.pointer(), error.message()};
  }
}

/// A file that has been parsed and whose kind is known, not more.
struct OpenFile {
  std::string name;
  Json json;
  std::string kind;
  std::string country;
  bool overlay = false;

  [[nodiscard]] JsonCursor root() const { return JsonCursor{json, name}; }
};
[[nodiscard]] OpenFile open_rule_file(std::string_view bytes, const std::string& name);

// Each adds what one file of a kind says; the order of the calls is that of the functions.
[[nodiscard]] Taxonomy read_taxonomy(const JsonCursor& root, const RulebookImpl& book);
void read_definitions(const JsonCursor& root, RulebookImpl& book);
void read_instruments(const JsonCursor& list, RulebookImpl& book);
void read_values(const JsonCursor& root, std::size_t layer, RulebookImpl& book);
void read_options(const JsonCursor& root, RulebookImpl& book);
/// Once all taxonomies are there: groups exist.
void check_groups(const JsonCursor& root, const RulebookImpl& book);

// Parts that several kinds share.
[[nodiscard]] LocalText read_text(const JsonCursor& at);
[[nodiscard]] std::vector<Citation> read_citations(const JsonCursor& at, const RulebookImpl& book);
[[nodiscard]] Verification read_verification(const JsonCursor& at);
[[nodiscard]] std::string read_place(const JsonCursor& at);
/// A day of law, 1800 … 2999: there is always a day before and after it.
[[nodiscard]] Date read_day(const JsonCursor& at);
/// A token of a taxonomy of the book.
[[nodiscard]] Code read_code(const JsonCursor& at, const RulebookImpl& book, std::string_view taxonomy);
/// The name of a taxonomy of the book.
[[nodiscard]] const Taxonomy& read_taxonomy_name(const JsonCursor& at, const RulebookImpl& book);
[[nodiscard]] RuleValue read_value(const JsonCursor& at, const RuleDefinition& definition, const RulebookImpl& book);

}  // namespace gongkai::detail
