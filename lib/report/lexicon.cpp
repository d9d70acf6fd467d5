// SPDX-License-Identifier: Apache-2.0
#include "report/lexicon.hpp"

#include <set>

#include "text/lexicon_file.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

// Concepts that the reader's code asks for by name.
constexpr std::string_view needed[] = {
    "fulltext",        "share",           "class_lead",   "class_connective", "class_prefix",  "class_tail",
    "class_name_end",  "class_remainder", "not_class",    "report_subject",   "report_filler", "report_kind",
    "official_letter", "report_opening",  "report_basis", "chapter",          "last_chapter",  "attachment",
    "furniture",       "channel",         "part"};

std::vector<std::u32string> word_list(const JsonCursor& at) {
  std::vector<std::u32string> out;
  std::set<std::string> seen;
  for (const auto& element : at.elements()) {
    if (element.string().empty()) {
      refuse_lexicon(element, "a word must not be empty");
    }
    if (!seen.insert(element.string()).second) {
      refuse_lexicon(element, "the word \"" + element.string() + "\" stands twice");
    }
    out.push_back(to_utf32(element.string()));
  }
  return out;
}

Pattern compile(const JsonCursor& at, std::string_view source, const Concepts& concepts) {
  Pattern out;
  if (const auto problem = Pattern::compile(source, concepts, out)) {
    refuse_lexicon(at, *problem);
  }
  return out;
}

std::vector<Pattern> patterns(const JsonCursor& at, const Concepts& concepts) {
  std::vector<Pattern> out;
  for (const auto& element : at.elements()) {
    out.push_back(compile(element, element.string(), concepts));
  }
  return out;
}

void count_patterns(const JsonCursor& at, const Concepts& concepts, bool strong, bool zero_only,
                    std::vector<CountPattern>& out) {
  for (const auto& element : at.elements()) {
    const std::string_view source = element.string();
    const auto number = source.find('#');
    if (number == std::string_view::npos || source.find('#', number + 1) != std::string_view::npos) {
      refuse_lexicon(element, "the place of the number, #, must stand once in the pattern");
    }
    CountPattern pattern;
    pattern.strong = strong;
    pattern.zero_only = zero_only;
    if (number > 0) {
      pattern.left = compile(element, source.substr(0, number), concepts);
    }
    if (number + 1 < source.size()) {
      pattern.right = compile(element, source.substr(number + 1), concepts);
    }
    if (!pattern.left && !pattern.right) {
      refuse_lexicon(element, "a pattern needs something beside the number");
    }
    out.push_back(std::move(pattern));
  }
}

const Concept* concept_named(const JsonCursor& at, const Concepts& concepts) {
  if (at.string().empty()) {
    return nullptr;
  }
  const auto found = concepts.find(at.string());
  if (found == concepts.end()) {
    refuse_lexicon(at, "there is no concept \"" + at.string() + "\"");
  }
  return &found->second;
}

std::vector<const Concept*> concepts_named(const JsonCursor& at, const Concepts& concepts) {
  std::vector<const Concept*> out;
  for (const auto& element : at.elements()) {
    const Concept* found = concept_named(element, concepts);
    if (found == nullptr) {
      refuse_lexicon(element, "the name of a concept is expected");
    }
    out.push_back(found);
  }
  return out;
}

SlotRule slot(const JsonCursor& at, const Concepts& concepts) {
  at.object({"name", "kind", "units", "strong", "weak", "zero_only", "nonzero_not", "not_in_clause",
             "not_after_in_sentence", "context", "parallel", "parallel_with", "parallel_unless", "follows", "all_of",
             "zero", "zero_not", "zero_context"});
  SlotRule out;
  out.name = at.at("name").string();
  const auto kind = at.at("kind");
  if (kind.string() != "count" && kind.string() != "percent") {
    refuse_lexicon(kind, "\"count\" or \"percent\" is expected");
  }
  out.percent = kind.string() == "percent";
  out.units = at.at("units").strings();
  count_patterns(at.at("strong"), concepts, true, false, out.patterns);
  count_patterns(at.at("weak"), concepts, false, false, out.patterns);
  count_patterns(at.at("zero_only"), concepts, true, true, out.patterns);
  out.nonzero_not = patterns(at.at("nonzero_not"), concepts);
  out.not_in_clause = concepts_named(at.at("not_in_clause"), concepts);
  out.not_after_in_sentence = concepts_named(at.at("not_after_in_sentence"), concepts);
  out.context = concepts_named(at.at("context"), concepts);
  out.parallel = concept_named(at.at("parallel"), concepts);
  out.parallel_with = concept_named(at.at("parallel_with"), concepts);
  out.parallel_unless = concept_named(at.at("parallel_unless"), concepts);
  out.follows = at.at("follows").string();
  out.all_of = patterns(at.at("all_of"), concepts);
  out.zero = patterns(at.at("zero"), concepts);
  out.zero_not = concepts_named(at.at("zero_not"), concepts);
  out.zero_context = concepts_named(at.at("zero_context"), concepts);
  return out;
}

OrganisationRule organisation_rule(const JsonCursor& at) {
  at.object({"by", "compile", "before", "of_all", "fields", "ends", "completed_by", "completes", "short_ends",
             "region_ends", "cut_off", "not_a_name"});
  OrganisationRule out;
  const auto words = [&](std::string_view key) { return Concept{word_list(at.at(key))}; };
  out.by = words("by");
  out.compile = words("compile");
  out.before = words("before");
  out.of_all = words("of_all");
  out.fields = words("fields");
  out.ends = words("ends");
  out.completed_by = words("completed_by");
  out.completes = words("completes");
  out.short_ends = words("short_ends");
  out.region_ends = words("region_ends");
  out.not_a_name = words("not_a_name");
  for (const auto& element : at.at("cut_off").elements()) {
    element.object({"ends", "add"});
    out.cut_off.emplace_back(to_utf32(element.at("ends").string()), to_utf32(element.at("add").string()));
  }
  return out;
}

std::optional<int> year_or_null(const JsonCursor& at) {
  return at.is_null() ? std::nullopt : std::optional{static_cast<int>(at.integer(1949, 2199))};
}

}  // namespace

const Concept& NarrativeLexicon::at(std::string_view name) const {
  const auto found = concepts.find(name);
  if (found == concepts.end()) {
    throw InternalError{"the concept \"" + std::string{name} + "\" is not among the needed ones"};
  }
  return found->second;
}

NarrativeLexicon NarrativeLexicon::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema", "concepts", "bodies", "slots", "organisation", "styles", "residues"});
    (void)root.at("schema").integer(1, 1);
    NarrativeLexicon out;
    for (const auto& [name, words] : root.at("concepts").members()) {
      out.concepts.emplace(name, Concept{word_list(words)});
    }
    for (const auto name : needed) {
      if (out.concepts.find(name) == out.concepts.end()) {
        refuse_lexicon(root.at("concepts"), "the concept \"" + std::string{name} + "\" is missing");
      }
    }
    for (const auto& element : root.at("slots").elements()) {
      auto rule = slot(element, out.concepts);
      for (const auto& other : out.slots) {
        if (other.name == rule.name) {
          refuse_lexicon(element.at("name"), "the slot \"" + rule.name + "\" stands twice");
        }
      }
      out.slots.push_back(std::move(rule));
    }
    for (const auto& element : root.at("bodies").elements()) {
      element.object({"words", "own_if_name_ends"});
      out.bodies.push_back({Concept{word_list(element.at("words"))}, word_list(element.at("own_if_name_ends"))});
    }
    out.organisation = organisation_rule(root.at("organisation"));
    for (const auto& element : root.at("styles").elements()) {
      element.object({"style", "any", "at_least", "first_year", "last_year"});
      out.styles.push_back({element.at("style").string(), Concept{word_list(element.at("any"))},
                            static_cast<std::size_t>(element.at("at_least").integer(0, 100)),
                            year_or_null(element.at("first_year")), year_or_null(element.at("last_year"))});
    }
    for (const auto& element : root.at("residues").elements()) {
      element.object({"begin", "end"});
      if (element.at("begin").string().empty()) {
        refuse_lexicon(element.at("begin"), "the beginning of a residue must not be empty");
      }
      out.residues.push_back({to_utf32(element.at("begin").string()), to_utf32(element.at("end").string())});
    }
    return out;
  });
}

const NarrativeLexicon& NarrativeLexicon::builtin() {
  static const NarrativeLexicon lexicon =
      parse(builtin_lexicon("cn/lexicon/narrative.json"), "cn/lexicon/narrative.json");
  return lexicon;
}

}  // namespace gongkai::detail
