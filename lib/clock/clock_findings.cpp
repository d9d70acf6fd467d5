// SPDX-License-Identifier: Apache-2.0
#include "clock/clock_findings.hpp"

#include <gongkai/error.hpp>

#include "detail/embedded.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {
namespace {

std::string fill(std::string_view text, ClockFindings::Values values,
                 const std::map<std::string, std::string, std::less<>>* words) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += text[i++];
      continue;
    }
    const auto name = text.substr(i + 1, close - i - 1);
    for (const auto& [key, value] : values) {
      if (key == name) {
        const auto word = words == nullptr ? decltype(words->find(value)){} : words->find(value);
        out += words != nullptr && word != words->end() ? word->second : value;
      }
    }
    i = close + 1;
  }
  return out;
}

}  // namespace

ClockFindings ClockFindings::parse(std::string_view bytes, const std::string& file) {
  try {
    const Json json = parse_json(bytes, file);
    const JsonCursor root{json, file};
    root.object({"schema", "findings", "words_zh"});
    (void)root.at("schema").integer(1, 1);
    ClockFindings out;
    for (const auto& element : root.at("findings").elements()) {
      element.object({"id", "code", "family", "severity", "message", "message_zh", "citation"});
      const auto family = parse_family(element.at("family").string());
      const auto severity = parse_severity(element.at("severity").string());
      if (!family || !severity) {
        throw RulebookError{ErrorCode::lexicon_contradicts, file, element.pointer(), "unknown family or severity"};
      }
      const bool added =
          out.entries_
              .emplace(element.at("id").string(),
                       Entry{element.at("code").string(), *family, *severity, element.at("message").string(),
                             element.at("message_zh").string(), element.at("citation").string()})
              .second;
      if (!added) {
        throw RulebookError{ErrorCode::lexicon_contradicts, file, element.pointer(), "this id stands twice"};
      }
    }
    for (const auto& [word, zh] : root.at("words_zh").members()) {
      out.words_zh_[word] = zh.string();
    }
    return out;
  } catch (const ParseError& error) {
    throw RulebookError{ErrorCode::lexicon_contradicts, error.file(), error.pointer(), error.message()};
  }
}

const ClockFindings& ClockFindings::builtin() {
  static const std::string path = "cn/lexicon/clock-findings.json";
  static const ClockFindings findings = parse(embedded_file(path).value_or("null"), path);
  return findings;
}

const std::string& ClockFindings::code(std::string_view id) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) {
    throw InternalError{"no finding \"" + std::string{id} + "\" of the clock"};
  }
  return found->second.code;
}

Finding ClockFindings::make(std::string_view id, std::string_view citation, Values values) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) {
    throw InternalError{"no finding \"" + std::string{id} + "\" of the clock"};
  }
  const Entry& entry = found->second;
  Finding finding;
  finding.code = entry.code;
  finding.family = entry.family;
  finding.severity = entry.severity;
  finding.message = fill(entry.message, values, nullptr);
  finding.message_zh = fill(entry.message_zh, values, &words_zh_);
  finding.citation = citation.empty() ? entry.citation : std::string{citation};
  return finding;
}

}  // namespace gongkai::detail
