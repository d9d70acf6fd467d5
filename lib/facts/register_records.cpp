// SPDX-License-Identifier: Apache-2.0
// Lines of the register of published items as events of the catalogue.
#include <algorithm>
#include <set>

#include "facts/register.hpp"

namespace gongkai::detail {
namespace {

constexpr const char* proactive = "proactive";

std::string id_of(const RecordLine& line, std::size_t place) {
  return !line.id.empty()             ? line.id
         : !line.index_number.empty() ? line.index_number
         : !line.source.row.empty()   ? line.source.document + '!' + line.source.row
                                      : "record-" + std::to_string(place + 1);
}

void judge(const RecordLine& line, const Rulebook& rulebook, LineJudge& judge) {
  judge.require(!line.data.title.empty(), "title", "a piece of information has a title", "应填信息名称");
  judge.require(line.data.created_on || line.published, "published", "neither formed nor published on any day",
                "成文日期、公开日期至少填一项");
  judge.require_word("kind", "record_kind", line.data.kind);
  judge.require_word("mode", "disclosure_mode", line.mode);
  for (const auto& channel : line.channels) {
    judge.require_word("channel", "publication_channel", channel);
  }
  const auto schemes = rulebook.taxonomies();
  for (const auto& mark : line.data.classes) {
    if (std::find(schemes.begin(), schemes.end(), mark.scheme) != schemes.end()) {
      judge.require_word("class", mark.scheme, mark.code);
    }
  }
  if (line.repealed && line.data.created_on && *line.repealed < *line.data.created_on) {
    judge.problem("repealed", line.repealed->to_string(),
                  "before it was formed, on " + line.data.created_on->to_string(),
                  "早于成文的" + line.data.created_on->to_string());
  }
  if (line.published && line.mode == "withheld") {
    judge.problem("mode", line.mode, "what was published is not withheld", "已公开的信息不应为不予公开");
  }
}

void tell(const RecordLine& line, const std::string& id, std::vector<RecordEvent>& out) {
  const auto put = [&](Date day, RecordAction action) {
    out.push_back({envelope_of(id, day, line.source), std::move(action)});
  };
  const Date formed = line.data.created_on ? *line.data.created_on : *line.published;
  put(formed, RecordDrafted{line.data});
  const std::string mode = !line.mode.empty() ? line.mode : line.published ? proactive : "";
  if (!mode.empty()) {
    put(formed, RecordAttributeDecided{mode, {}, {}, {}, std::nullopt});
  }
  if (!line.index_number.empty()) {
    put(formed, RecordIndexed{line.index_number});
  }
  if (line.published) {
    for (const auto& channel : line.channels.empty() ? std::vector<std::string>{"website"} : line.channels) {
      put(*line.published, RecordPublished{channel, line.data.url, std::nullopt});
    }
    if (!line.clarifies.empty()) {
      put(*line.published, RecordClarified{{}, line.clarifies});
    }
  }
  if (line.repealed) {
    put(*line.repealed, RecordRepealed{line.repealed_by, {}});
  }
}

}  // namespace

void tell_records(const RegisterLines& lines, const Rulebook& rulebook, RegisterEvents& out) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < lines.records.size(); ++i) {
    const auto& line = lines.records[i];
    LineJudge judged{out, rulebook, RegisterKind::records, i};
    judge(line, rulebook, judged);
    const auto id = id_of(line, i);
    if (!seen.insert(id).second) {
      judged.problem(line.id.empty() ? "index_number" : "id", id, "another line has it, too", "索引号重复");
    }
    if (judged.fine()) {
      tell(line, id, out.records);
    }
  }
}

}  // namespace gongkai::detail
