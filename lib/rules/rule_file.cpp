// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_file.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace gongkai::detail {
namespace {

constexpr std::array<std::string_view, 6> kinds{"taxonomy", "definitions", "instruments",
                                                "rules",    "options",     "rulebook"};
constexpr std::array<std::string_view, 6> rule_kinds{"time_limit", "day_of_year", "count", "choice", "set", "tariff"};

bool is_word(std::string_view text) noexcept {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

const std::string& word(const JsonCursor& at) {
  if (!is_word(at.string())) {
    refuse_rule(at, "\"" + at.string() + "\" is no token: a letter a-z, then a-z, 0-9 and _");
  }
  return at.string();
}

const std::string& filled(const JsonCursor& at) {
  if (at.string().empty()) {
    refuse_rule(at, "the text must not be empty");
  }
  return at.string();
}

// A label that means two members would be read as the one that happens to stand first.
void add_label(const JsonCursor& at, const std::string& label, std::size_t index, TaxonomyImpl& taxonomy) {
  const auto [found, added] = taxonomy.by_label.emplace(label, index);
  if (!added && found->second != index) {
    refuse_rule(at, "\"" + label + "\" already stands for \"" +
                        std::string{taxonomy.members[found->second].code.token()} + "\"");
  }
}

TaxonomyMember member(const JsonCursor& at, const RulebookImpl& book, const TaxonomyImpl& taxonomy) {
  at.object({"code", "label"}, {"printed", "group", "aliases", "citations", "verified", "note"});
  TaxonomyMember out{Code::intern(taxonomy.qualified_name, word(at.at("code")))};
  out.label = read_text(at.at("label"));
  if (const auto printed = at.find("printed")) {
    out.printed = filled(*printed);
  }
  if (const auto group = at.find("group")) {
    if (taxonomy.groups.empty()) {
      refuse_rule(*group, "the taxonomy names no \"groups\"");
    }
    out.group = Code::intern(book.country + "." + taxonomy.groups, word(*group));
  } else if (!taxonomy.groups.empty()) {
    refuse_rule(at, "every member of a taxonomy with \"groups\" has a \"group\"");
  }
  if (const auto aliases = at.find("aliases")) {
    for (const auto& alias : aliases->elements()) {
      out.aliases.push_back(filled(alias));
    }
  }
  if (const auto citations = at.find("citations")) {
    out.citations = read_citations(*citations, book);
  }
  out.verification = read_verification(at);
  if (const auto note = at.find("note")) {
    out.note = read_text(*note);
  }
  return out;
}

RuleDefinition definition(const JsonCursor& at, const RulebookImpl& book, const std::string& taxonomy) {
  at.object({"code", "kind", "label", "selected_by"}, {"counted_from", "by", "choices"});
  RuleDefinition out{Code::intern(taxonomy, word(at.at("code"))), read_code(at.at("selected_by"), book, "day")};
  const auto kind = at.at("kind");
  const auto* const found = std::find(rule_kinds.begin(), rule_kinds.end(), kind.string());
  if (found == rule_kinds.end()) {
    refuse_rule(kind, "\"" + kind.string() + "\" is no kind of rule");
  }
  out.kind = static_cast<RuleKind>(found - rule_kinds.begin());
  out.label = read_text(at.at("label"));
  if (const auto from = at.find("counted_from")) {
    if (out.kind != RuleKind::time_limit) {
      refuse_rule(*from, "only a time limit is counted from a day");
    }
    out.counted_from = read_code(*from, book, "day");
  }
  if (const auto by = at.find("by")) {
    out.by = read_taxonomy_name(*by, book).name();
  }
  const bool chooses = out.kind == RuleKind::choice || out.kind == RuleKind::set;
  if (const auto choices = at.find("choices")) {
    if (!chooses) {
      refuse_rule(*choices, "only a choice or a set has choices");
    }
    out.choices = read_taxonomy_name(*choices, book).name();
  } else if (chooses) {
    refuse_rule(at, "a choice or a set names the taxonomy of its \"choices\"");
  }
  return out;
}

}  // namespace

OpenFile open_rule_file(std::string_view bytes, const std::string& name) {
  return reading_rules([&] {
    OpenFile out{name, parse_json(bytes, name), {}, {}, false};
    const auto root = out.root();
    if (!root.is_object()) {
      root.fail(ErrorCode::json_wrong_type, "an object is expected here");
    }
    (void)root.at("schema").integer(1, 1);
    const auto kind = root.at("kind");
    if (std::find(kinds.begin(), kinds.end(), kind.string()) == kinds.end()) {
      refuse_rule(kind, "\"" + kind.string() + "\" is no kind of rulebook file");
    }
    out.kind = kind.string();
    out.country = word(root.at("country"));
    if (out.kind == "rules") {
      const auto layer = root.at("layer");
      if (layer.string() != "base" && layer.string() != "overlay") {
        refuse_rule(layer, "\"base\" or \"overlay\" is expected");
      }
      out.overlay = layer.string() == "overlay";
    }
    return out;
  });
}

LocalText read_text(const JsonCursor& at) {
  at.object({"en", "zh"});
  return {filled(at.at("en")), filled(at.at("zh"))};
}

std::vector<Citation> read_citations(const JsonCursor& at, const RulebookImpl& book) {
  std::vector<Citation> out;
  for (const auto& element : at.elements()) {
    element.object({"instrument"}, {"article"});
    const auto id = element.at("instrument");
    const auto found = std::find_if(book.instruments.begin(), book.instruments.end(),
                                    [&](const Instrument& instrument) { return instrument.id == id.string(); });
    if (found == book.instruments.end()) {
      refuse_rule(id, "there is no instrument \"" + id.string() + "\"");
    }
    const auto article = element.find("article");
    out.emplace_back(found->citation, article ? filled(*article) : std::string{});
  }
  if (out.empty()) {
    refuse_rule(at, "at least one citation is needed: a rule without a source is no rule");
  }
  return out;
}

Verification read_verification(const JsonCursor& at) {
  const auto verified = at.find("verified");
  return !verified || verified->boolean() ? Verification::verified : Verification::unverified;
}

Date read_day(const JsonCursor& at) {
  const Date day = at.date();
  if (day.year() < 1800 || day.year() > 2999) {
    refuse_rule(at, "a day of the years 1800 to 2999 is expected; a rule without end has no \"to\"");
  }
  return day;
}

std::string read_place(const JsonCursor& at) {
  const auto& text = at.string();
  const bool shape = text.size() >= 2 && text.size() <= 16 && text.back() != '-' && text.find('-') != 0 &&
                     std::all_of(text.begin(), text.end(),
                                 [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!shape) {
    refuse_rule(at, "\"" + text + "\" is no place: CN, CN-FJ (ISO 3166) or CN-350100 (GB/T 2260) is expected");
  }
  return text;
}

const Taxonomy& read_taxonomy_name(const JsonCursor& at, const RulebookImpl& book) {
  const auto found = book.taxonomies.find(at.string());
  if (found == book.taxonomies.end()) {
    refuse_rule(at, "there is no taxonomy \"" + at.string() + "\"");
  }
  return found->second;
}

Code read_code(const JsonCursor& at, const RulebookImpl& book, std::string_view taxonomy) {
  const auto list = book.taxonomies.find(taxonomy);
  if (list == book.taxonomies.end()) {
    refuse_rule(at,
                "the rulebook has no taxonomy \"" + std::string{taxonomy} + "\" to look \"" + at.string() + "\" up in");
  }
  const auto* found = list->second.find(at.string());
  if (found == nullptr) {
    refuse_rule(at, "\"" + at.string() + "\" is not in the taxonomy " + list->second.qualified_name());
  }
  return found->code;
}

Taxonomy read_taxonomy(const JsonCursor& root, const RulebookImpl& book) {
  root.object({"schema", "kind", "country", "name", "place", "label", "members"}, {"groups", "note", "citations"});
  auto out = std::make_shared<TaxonomyImpl>();
  out->name = word(root.at("name"));
  out->qualified_name = book.country + "." + out->name;
  out->place = read_place(root.at("place"));
  out->label = read_text(root.at("label"));
  if (const auto groups = root.find("groups")) {
    out->groups = word(*groups);
  }
  if (const auto note = root.find("note")) {
    out->note = read_text(*note);
  }
  if (const auto citations = root.find("citations")) {
    out->citations = read_citations(*citations, book);
  }
  for (const auto& element : root.at("members").elements()) {
    out->members.push_back(member(element, book, *out));
    const auto& added = out->members.back();
    const std::size_t index = out->members.size() - 1;
    if (!out->by_token.emplace(added.code.token(), index).second) {
      refuse_rule(element.at("code"), "the code \"" + std::string{added.code.token()} + "\" stands twice");
    }
    add_label(element.at("label").at("zh"), added.label.zh, index, *out);
    if (!added.printed.empty()) {
      add_label(element.at("printed"), added.printed, index, *out);
    }
    for (std::size_t i = 0; i < added.aliases.size(); ++i) {
      add_label(element.at("aliases").elements()[i], added.aliases[i], index, *out);
    }
  }
  if (out->members.empty()) {
    refuse_rule(root.at("members"), "a taxonomy has at least one member");
  }
  return Taxonomy{std::move(out)};
}

void check_groups(const JsonCursor& root, const RulebookImpl& book) {
  const auto groups = root.find("groups");
  if (!groups) {
    return;
  }
  const auto& list = read_taxonomy_name(*groups, book);
  for (const auto& element : root.at("members").elements()) {
    (void)read_code(element.at("group"), book, list.name());
  }
}

void read_definitions(const JsonCursor& root, RulebookImpl& book) {
  root.object({"schema", "kind", "country", "name", "place", "label", "members"});
  auto list = std::make_shared<TaxonomyImpl>();
  list->name = word(root.at("name"));
  list->qualified_name = book.country + "." + list->name;
  list->place = read_place(root.at("place"));
  list->label = read_text(root.at("label"));
  if (list->name != "rule") {
    refuse_rule(root.at("name"), "the taxonomy of the definitions is called \"rule\"");
  }
  if (!book.definitions.empty()) {
    refuse_rule(root, "a rulebook has one file of definitions");
  }
  for (const auto& element : root.at("members").elements()) {
    auto added = definition(element, book, list->qualified_name);
    if (!book.definition_index.emplace(std::string{added.code.token()}, book.definitions.size()).second) {
      refuse_rule(element.at("code"), "the rule \"" + std::string{added.code.token()} + "\" is defined twice");
    }
    list->by_token.emplace(added.code.token(), list->members.size());
    list->by_label.emplace(added.label.zh, list->members.size());
    list->members.emplace_back(added.code);
    list->members.back().label = added.label;
    book.definitions.push_back(std::move(added));
  }
  if (!book.taxonomies.emplace(list->name, Taxonomy{list}).second) {
    refuse_rule(root.at("name"), "there is already a taxonomy \"rule\"");
  }
}

void read_instruments(const JsonCursor& list, RulebookImpl& book) {
  // Two passes: what ended an instrument may stand behind it.
  for (const auto& element : list.elements()) {
    element.object({"id", "citation", "title", "addresses"}, {"from", "to", "ended_by", "verified"});
    Instrument out;
    out.id = filled(element.at("id"));
    out.citation = filled(element.at("citation"));
    out.title = read_text(element.at("title"));
    for (const auto& address : element.at("addresses").elements()) {
      out.addresses.push_back(filled(address));
    }
    if (const auto from = element.find("from")) {
      out.from = read_day(*from);
    }
    if (const auto to = element.find("to")) {
      out.to = read_day(*to);
      if (out.from && *out.to < *out.from) {
        refuse_rule(*to, "the instrument ends before it begins");
      }
    }
    out.verification = read_verification(element);
    if (out.addresses.empty() && out.verification == Verification::verified) {
      refuse_rule(element.at("addresses"), "where the text was read: at least one address, or \"verified\": false");
    }
    const auto same = std::find_if(book.instruments.begin(), book.instruments.end(),
                                   [&](const Instrument& other) { return other.id == out.id; });
    if (same != book.instruments.end()) {
      refuse_rule(element.at("id"), "the instrument \"" + out.id + "\" stands twice");
    }
    book.instruments.push_back(std::move(out));
  }
  std::sort(book.instruments.begin(), book.instruments.end(),
            [](const Instrument& a, const Instrument& b) { return a.id < b.id; });
  for (const auto& element : list.elements()) {
    if (const auto ended_by = element.find("ended_by")) {
      if (!element.find("to")) {
        refuse_rule(*ended_by, "what ended an instrument belongs to the day of its end, \"to\"");
      }
      book.ended_by[element.at("id").string()] = read_citations(*ended_by, book);
    }
  }
}

}  // namespace gongkai::detail
