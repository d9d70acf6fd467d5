// SPDX-License-Identifier: Apache-2.0
#pragma once
// How every file of rules/cn/lexicon is read: a broken one is a `RulebookError` 302 with file and pointer.

#include <gongkai/error.hpp>
#include <string>
#include <string_view>

#include "detail/embedded.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {

[[noreturn]] inline void refuse_lexicon(const JsonCursor& at, const std::string& message) {
  throw RulebookError{ErrorCode::lexicon_contradicts, at.file(), at.pointer(), message};
}

/// Parses and hands the root to `build`, translating every reading error.
template <typename Build>
auto read_lexicon(std::string_view bytes, const std::string& file, Build build) {
  try {
    const Json json = parse_json(bytes, file);
    return build(JsonCursor{json, file});
  } catch (const ParseError& error) {
    throw RulebookError{ErrorCode::lexicon_contradicts, error.file(), error.pointer(), error.message()};
  }
}

inline std::string_view builtin_lexicon(std::string_view path) {
  const auto bytes = embedded_file(path);
  if (!bytes) {
    throw InternalError{"the built-in file " + std::string{path} + " is missing"};
  }
  return *bytes;
}

}  // namespace gongkai::detail
