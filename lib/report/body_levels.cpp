// SPDX-License-Identifier: Apache-2.0
#include "report/body_levels.hpp"

#include "text/lexicon_file.hpp"

namespace gongkai::detail {

BodyLevels BodyLevels::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema", "rule_bodies", "every_body", "left_out", "names"});
    (void)root.at("schema").integer(1, 1);
    BodyLevels out;
    for (const auto& element : root.at("rule_bodies").elements()) {
      element.object({"level", "body"});
      out.rule_bodies.emplace_back(element.at("level").string(), element.at("body").string());
    }
    out.every_body = root.at("every_body").string();
    out.left_out = root.at("left_out").strings();
    for (const auto& element : root.at("names").elements()) {
      element.object({"ends", "levels"});
      for (const auto& end : element.at("ends").strings()) {
        out.names.push_back({end, element.at("levels").strings()});
      }
    }
    return out;
  });
}

const BodyLevels& BodyLevels::builtin() {
  static const BodyLevels levels = parse(builtin_lexicon("cn/lexicon/bodies.json"), "cn/lexicon/bodies.json");
  return levels;
}

std::vector<std::string> possible_levels(const AnnualReport& report, const std::optional<std::string>& stated) {
  if (stated) {
    return {*stated};
  }
  if (report.level) {
    return {*report.level};
  }
  const BodyLevels::Name* best = nullptr;
  const std::string name = report.organisation.value_or(std::string{});
  for (const auto& candidate : BodyLevels::builtin().names) {
    const auto size = candidate.end.size();
    const bool ends = name.size() >= size && name.compare(name.size() - size, size, candidate.end) == 0;
    if (ends && (best == nullptr || size > best->end.size())) {
      best = &candidate;
    }
  }
  return best == nullptr ? std::vector<std::string>{} : best->levels;
}

}  // namespace gongkai::detail
