// SPDX-License-Identifier: Apache-2.0
#include "report/check_catalogue.hpp"

#include <set>

#include "text/lexicon_file.hpp"

namespace gongkai::detail {
namespace {

constexpr std::string_view needed[] = {"parts",      "parts_remainder", "percent", "percent_of_zero", "percent_sum",
                                       "twice_same", "twice_different", "zero",    "residue"};

template <typename Values>
std::string fill(std::string_view text, const Values& values, std::string_view slot) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += text[i++];
      continue;
    }
    const auto name = text.substr(i + 1, close - i - 1);
    if (name == "slot" || name == "where") {
      out += slot;
    }
    for (const auto& [key, value] : values) {
      if (key == name) {
        out += value;
      }
    }
    i = close + 1;
  }
  return out;
}

}  // namespace

CheckCatalogue CheckCatalogue::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema", "citations", "limits", "checks", "form_checks", "slot_names_zh"});
    (void)root.at("schema").integer(1, 1);
    CheckCatalogue out;
    for (const auto& element : root.at("citations").elements()) {
      element.object({"styles", "citation"});
      for (const auto& style : element.at("styles").strings()) {
        out.citations_[style] = element.at("citation").string();
      }
    }
    for (const auto& [code, value] : root.at("limits").members()) {
      out.limits_[code] = value.integer(1, 100);
    }
    for (const auto& element : root.at("checks").elements()) {
      element.object({"id", "code", "family", "severity", "message", "message_zh"});
      const auto family = parse_family(element.at("family").string());
      const auto severity = parse_severity(element.at("severity").string());
      if (!family || !severity) {
        refuse_lexicon(element, "unknown family or severity");
      }
      const bool added = out.entries_
                             .emplace(element.at("id").string(),
                                      Entry{element.at("code").string(), *family, *severity,
                                            element.at("message").string(), element.at("message_zh").string()})
                             .second;
      if (!added) {
        refuse_lexicon(element.at("id"), "this id stands twice");
      }
    }
    for (const auto& element : root.at("form_checks").elements()) {
      element.object({"id", "family", "message", "message_zh"});
      const auto family = parse_family(element.at("family").string());
      if (!family) {
        refuse_lexicon(element.at("family"), "unknown family");
      }
      FormEntry entry{*family, element.at("message").string(), element.at("message_zh").string()};
      if (!out.form_checks_.emplace(element.at("id").string(), std::move(entry)).second) {
        refuse_lexicon(element.at("id"), "this id stands twice");
      }
    }
    for (const auto id : needed) {
      if (out.entries_.find(id) == out.entries_.end()) {
        refuse_lexicon(root.at("checks"), "the check \"" + std::string{id} + "\" is missing");
      }
    }
    for (const auto& [slot, name] : root.at("slot_names_zh").members()) {
      out.slot_names_zh_[slot] = name.string();
    }
    return out;
  });
}

const CheckCatalogue& CheckCatalogue::builtin() {
  static const CheckCatalogue catalogue = parse(builtin_lexicon("cn/lexicon/checks.json"), "cn/lexicon/checks.json");
  return catalogue;
}

Finding CheckCatalogue::make(std::string_view id, std::string_view style, Placeholders values,
                             std::string_view slot) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) {
    throw InternalError{"no check \"" + std::string{id} + "\""};
  }
  const auto name_zh = slot_names_zh_.find(slot);
  const auto citation = citations_.find(style);
  Finding finding;
  finding.code = found->second.code;
  finding.family = found->second.family;
  finding.severity = found->second.severity;
  finding.message = fill(found->second.message, values, slot);
  finding.message_zh = fill(found->second.message_zh, values, name_zh == slot_names_zh_.end() ? slot : name_zh->second);
  finding.citation = citation == citations_.end() ? std::string{} : citation->second;
  return finding;
}

Finding CheckCatalogue::make_in_both(std::string_view id, std::string_view style,
                                     std::initializer_list<BothWords> values) const {
  std::vector<std::pair<std::string_view, std::string_view>> en;
  std::vector<std::pair<std::string_view, std::string_view>> zh;
  for (const auto& value : values) {
    en.emplace_back(value.name, value.en);
    zh.emplace_back(value.name, value.zh);
  }
  Finding finding = make(id, style, {});
  finding.message = fill(entries_.find(id)->second.message, en, {});
  finding.message_zh = fill(entries_.find(id)->second.message_zh, zh, {});
  return finding;
}

const CheckCatalogue::FormEntry& CheckCatalogue::form_entry(std::string_view id) const {
  const auto found = form_checks_.find(id);
  if (found == form_checks_.end()) {
    throw InternalError{"no message \"" + std::string{id} + "\" for a check of a form"};
  }
  return found->second;
}

Finding CheckCatalogue::make_for_form(std::string_view id, Placeholders values, std::string_view where_en,
                                      std::string_view where_zh) const {
  const auto& entry = form_entry(id);
  Finding finding;
  finding.family = entry.family;
  finding.message = fill(entry.message, values, where_en);
  finding.message_zh = fill(entry.message_zh, values, where_zh);
  return finding;
}

std::int64_t CheckCatalogue::limit(std::string_view code) const {
  const auto found = limits_.find(code);
  if (found == limits_.end()) {
    throw InternalError{"no limit for " + std::string{code}};
  }
  return found->second;
}

std::string CheckCatalogue::text(std::string_view id, Placeholders values) const {
  return fill(form_entry(id).message, values, {});
}
std::string CheckCatalogue::text_zh(std::string_view id, Placeholders values) const {
  return fill(form_entry(id).message_zh, values, {});
}

}  // namespace gongkai::detail
