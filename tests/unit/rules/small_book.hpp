// SPDX-License-Identifier: Apache-2.0
#pragma once
// A rulebook of an invented country, small enough to be seen at once.

#include <gongkai/rules/rulebook.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::small_book {

inline constexpr std::string_view instruments = R"({
 "schema": 1, "kind": "instruments", "country": "xx", "instruments": [
  {"id": "A", "citation": "Act A", "title": {"en": "Act A", "zh": "甲法"}, "from": "2000-01-01", "to": "2009-12-31",
   "ended_by": [{"instrument": "B", "article": "art. 99"}], "addresses": ["a.example"]},
  {"id": "B", "citation": "Act B", "title": {"en": "Act B", "zh": "乙法"}, "from": "2010-01-01", "addresses": ["b.example"]},
  {"id": "N", "citation": "Notice N", "title": {"en": "Notice N", "zh": "丙通知"}, "addresses": ["n.example"]}
 ]})";

inline constexpr std::string_view days = R"({
 "schema": 1, "kind": "taxonomy", "country": "xx", "name": "day", "place": "XX", "label": {"en": "days", "zh": "日期"},
 "members": [{"code": "start", "label": {"en": "the start", "zh": "起算日"}},
             {"code": "due", "label": {"en": "the due day", "zh": "到期日"}}]})";

inline constexpr std::string_view channels = R"({
 "schema": 1, "kind": "taxonomy", "country": "xx", "name": "channel", "place": "XX", "label": {"en": "channels", "zh": "渠道"},
 "groups": "day",
 "members": [{"code": "post", "label": {"en": "post", "zh": "邮寄"}, "group": "start", "aliases": ["信函"]},
             {"code": "desk", "label": {"en": "desk", "zh": "当面"}, "group": "due"}]})";

inline constexpr std::string_view definitions = R"({
 "schema": 1, "kind": "definitions", "country": "xx", "name": "rule", "place": "XX", "label": {"en": "rules", "zh": "规则"},
 "members": [
  {"code": "reply", "kind": "time_limit", "label": {"en": "reply", "zh": "答复"}, "selected_by": "start", "counted_from": "start"},
  {"code": "way", "kind": "choice", "label": {"en": "way", "zh": "方式"}, "selected_by": "start", "by": "channel", "choices": "day"},
  {"code": "ways", "kind": "set", "label": {"en": "ways", "zh": "方式集合"}, "selected_by": "start", "choices": "channel"},
  {"code": "report", "kind": "day_of_year", "label": {"en": "report", "zh": "报告"}, "selected_by": "start"},
  {"code": "times", "kind": "count", "label": {"en": "times", "zh": "次数"}, "selected_by": "start"},
  {"code": "silent", "kind": "time_limit", "label": {"en": "silent", "zh": "未定"}, "selected_by": "start"}
 ]})";

inline constexpr std::string_view rules = R"({
 "schema": 1, "kind": "rules", "country": "xx", "layer": "base", "place": "XX", "values": [
  {"rule": "reply", "value": {"working_days": 15}, "citations": [{"instrument": "A", "article": "art. 1"}]},
  {"rule": "reply", "value": {"working_days": 20}, "citations": [{"instrument": "B", "article": "art. 1"}]},
  {"rule": "way", "for": "post", "value": {"choice": "start"}, "citations": [{"instrument": "B"}]},
  {"rule": "times", "value": {"count": 1}, "citations": [{"instrument": "A", "article": "art. 2"}]}
 ]})";

inline constexpr std::string_view options = R"({
 "schema": 1, "kind": "options", "country": "xx", "questions": [
  {"name": "q", "topic": "clock", "question": {"en": "?", "zh": "？"},
   "choices": [{"name": "yes", "meaning": {"en": "yes", "zh": "是"}}, {"name": "no", "meaning": {"en": "no", "zh": "否"}}],
   "default": "yes", "safe": "no", "basis": {"en": "none", "zh": "无"}}],
 "situations": [
  {"name": "s", "topic": "clock", "situation": {"en": "s", "zh": "甲"}, "answer": {"en": "a", "zh": "乙"}}]})";

inline constexpr std::string_view overlay = R"({
 "schema": 1, "kind": "rules", "country": "xx", "layer": "overlay", "place": "XX-1",
 "instruments": [{"id": "L", "citation": "Order L", "title": {"en": "Order L", "zh": "丁办法"}, "from": "2012-03-01", "addresses": ["l.example"]}],
 "values": [
  {"rule": "reply", "value": {"working_days": 10}, "citations": [{"instrument": "L", "article": "art. 3"}], "to": "2015-12-31"},
  {"rule": "reply", "state": "unchanged", "citations": [{"instrument": "L", "article": "art. 4"}], "from": "2016-01-01"}
 ]})";

/// The files above, one of them changed: the first `from` becomes `to`.
inline std::vector<RuleFile> files(std::string_view name = {}, std::string_view from = {}, std::string_view to = {}) {
  std::vector<RuleFile> out{{"instruments.json", std::string{instruments}},
                            {"days.json", std::string{days}},
                            {"channels.json", std::string{channels}},
                            {"definitions.json", std::string{definitions}},
                            {"rules.json", std::string{rules}},
                            {"options.json", std::string{options}}};
  for (auto& file : out) {
    if (file.name == name) {
      file.bytes.replace(file.bytes.find(from), from.size(), to);  // throws when it is not there
    }
  }
  return out;
}

inline Rulebook book() { return Rulebook::from_files(files()); }

}  // namespace gongkai::small_book
