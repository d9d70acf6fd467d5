// SPDX-License-Identifier: Apache-2.0
#include "clock/explain_words.hpp"

#include <gongkai/error.hpp>

#include "detail/embedded.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {

ClockWords ClockWords::parse(std::string_view bytes, const std::string& file) {
  try {
    const Json json = parse_json(bytes, file);
    const JsonCursor root{json, file};
    root.object({"schema", "words"});
    (void)root.at("schema").integer(1, 1);
    ClockWords out;
    for (const auto& [key, value] : root.at("words").members()) {
      value.object({"en", "zh"});
      out.words_[key] = LocalText{value.at("en").string(), value.at("zh").string()};
    }
    return out;
  } catch (const ParseError& error) {
    throw RulebookError{ErrorCode::lexicon_contradicts, error.file(), error.pointer(), error.message()};
  }
}

const ClockWords& ClockWords::builtin() {
  static const std::string path = "cn/lexicon/clock-words.json";
  static const ClockWords words = parse(embedded_file(path).value_or("null"), path);
  return words;
}

std::string ClockWords::say(std::string_view key, Language language, Values values) const {
  const auto found = words_.find(key);
  if (found == words_.end()) {
    throw InternalError{"the clock has no word for \"" + std::string{key} + "\""};
  }
  const std::string_view text = found->second.in(language);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += text[i++];
      continue;
    }
    const auto name = text.substr(i + 1, close - i - 1);
    for (const auto& [slot, value] : values) {
      out += slot == name ? value : std::string{};
    }
    i = close + 1;
  }
  return out;
}

}  // namespace gongkai::detail
