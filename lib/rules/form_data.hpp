// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a form holds, and how its file is read.

#include <gongkai/rules/form.hpp>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detail/json_reader.hpp"

namespace gongkai {

struct Form::Data {
  std::string id;
  std::string country;
  Status status{};
  std::string name;
  std::string name_en;
  Citation citation{"-"};
  int first_year = 0;
  std::optional<int> last_year;
  bool in_contract = false;
  std::vector<FormChapter> chapters;
  std::map<std::string, std::vector<std::string>, std::less<>> sets;
  std::vector<FormTable> tables;
  std::vector<FormCheck> checks;
  std::string source;  // the bytes it was read from: its identity
};

namespace detail {

/// Table, row and column of a path, as written.
struct SplitPath {
  std::size_t table = 0;
  std::string_view row;
  std::string_view column;
};
[[nodiscard]] std::optional<SplitPath> split_path(const std::vector<FormTable>& tables, std::string_view path) noexcept;

[[noreturn]] void refuse_form(const JsonCursor& at, const std::string& message);

/// The parts of the file.
[[nodiscard]] FormTable read_form_table(const JsonCursor& at);
[[nodiscard]] FormCheck read_form_check(const JsonCursor& at, const Form::Data& form);
[[nodiscard]] Citation read_citation(const JsonCursor& at);

/// A word of a closed list.
template <typename Enum>
Enum read_token(const JsonCursor& at, std::initializer_list<std::pair<std::string_view, Enum>> words) {
  for (const auto& [word, value] : words) {
    if (at.string() == word) {
      return value;
    }
  }
  std::string known;
  for (const auto& word : words) {
    known += (known.empty() ? "" : ", ") + std::string{word.first};
  }
  refuse_form(at, "\"" + at.string() + "\" is unknown here (known: " + known + ")");
}

}  // namespace detail
}  // namespace gongkai
