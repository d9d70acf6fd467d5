// SPDX-License-Identifier: Apache-2.0
#include "event/finding_texts.hpp"

#include <array>

namespace gongkai::detail {
namespace {

constexpr std::array<std::string_view, 6> files{"cn/findings/event.json", "cn/findings/review.json",
                                                "cn/findings/catalogue.json", "cn/findings/request.json",
                                                "cn/findings/facts.json", "cn/findings/letter.json"};

std::string fill(std::string_view text, const FindingValues& values) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += text[i++];
      continue;
    }
    const auto name = text.substr(i + 1, close - i - 1);
    bool found = false;
    for (const auto& [key, value] : values) {
      if (key == name) {
        out += value;
        found = true;
      }
    }
    if (!found) {
      throw InternalError{"the words of a finding ask for {" + std::string{name} + "}, which is not given"};
    }
    i = close + 1;
  }
  return out;
}

}  // namespace

const FindingTexts& FindingTexts::builtin() {
  static const FindingTexts texts = [] {
    FindingTexts out;
    for (const auto path : files) {
      if (const auto bytes = embedded_file(path)) {
        out.add(*bytes, std::string{path});
      }
    }
    return out;
  }();
  return texts;
}

void FindingTexts::add(std::string_view bytes, const std::string& file) {
  read_procedure(bytes, file, [&](const JsonCursor& root) {
    root.object({"schema", "findings"});
    (void)root.at("schema").integer(1, 1);
    for (const auto& element : root.at("findings").elements()) {
      element.object({"id", "code", "severity", "message", "message_zh"}, {"citations"});
      const auto severity = parse_severity(element.at("severity").string());
      if (!severity) {
        refuse_procedure(element.at("severity"), "severities are error, warning and note");
      }
      const auto citations = element.find("citations");
      const bool added = entries_
                             .emplace(element.at("id").string(),
                                      Entry{element.at("code").string(), *severity, element.at("message").string(),
                                            element.at("message_zh").string(),
                                            citations ? read_citations(*citations) : std::vector<DatedCitation>{}})
                             .second;
      if (!added) {
        refuse_procedure(element.at("id"), "this id stands twice");
      }
    }
    return 0;
  });
}

Finding FindingTexts::make(std::string_view id, Date day, std::string_view subject, const FindingValues& values) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) {
    throw InternalError{"no finding \"" + std::string{id} + "\""};
  }
  Finding out;
  out.code = found->second.code;
  out.family = Family::procedure;
  out.severity = found->second.severity;
  out.message = fill(found->second.message, values);
  out.message_zh = fill(found->second.message_zh, values);
  out.cells.emplace_back(subject);
  if (const auto citation = citation_on(found->second.citations, day)) {
    out.citation = citation->to_string();
  }
  return out;
}

std::vector<std::string> FindingTexts::codes() const {
  std::vector<std::string> out;
  for (const auto& entry : entries_) {
    out.push_back(entry.second.code);
  }
  return out;
}

}  // namespace gongkai::detail
