// SPDX-License-Identifier: Apache-2.0
#include "report/lexicon.hpp"

#include <algorithm>
#include <set>

#include "text/lexicon_file.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

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

Concept define(const JsonCursor& at, Vocabulary& vocabulary) {
  const auto defined = vocabulary.define(word_list(at));
  if (!defined) {
    refuse_lexicon(at, "there are too many concepts or words, or a word is outside the basic plane");
  }
  return *defined;
}

Pattern compile(const JsonCursor& at, std::string_view source, NarrativeLexicon& lexicon) {
  Pattern out;
  if (const auto problem = Pattern::compile(source, lexicon.concepts, *lexicon.vocabulary, out)) {
    refuse_lexicon(at, *problem);
  }
  return out;
}

std::vector<Pattern> patterns(const JsonCursor& at, NarrativeLexicon& lexicon) {
  std::vector<Pattern> out;
  for (const auto& element : at.elements()) {
    out.push_back(compile(element, element.string(), lexicon));
  }
  return out;
}

void count_patterns(const JsonCursor& at, NarrativeLexicon& lexicon, bool strong, bool zero_only,
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
      pattern.left = compile(element, source.substr(0, number), lexicon);
      pattern.needs.add(pattern.left->needs());
    }
    if (number + 1 < source.size()) {
      pattern.right = compile(element, source.substr(number + 1), lexicon);
      pattern.needs.add(pattern.right->needs());
    }
    if (!pattern.left && !pattern.right) {
      refuse_lexicon(element, "a pattern needs something beside the number");
    }
    out.push_back(std::move(pattern));
  }
}

std::optional<Concept> concept_named(const JsonCursor& at, const NarrativeLexicon& lexicon) {
  if (at.string().empty()) {
    return std::nullopt;
  }
  const auto found = lexicon.concepts.find(at.string());
  if (found == lexicon.concepts.end()) {
    refuse_lexicon(at, "there is no concept \"" + at.string() + "\"");
  }
  return found->second;
}

ConceptSet concepts_named(const JsonCursor& at, const NarrativeLexicon& lexicon) {
  ConceptSet out;
  for (const auto& element : at.elements()) {
    const auto found = concept_named(element, lexicon);
    if (!found) {
      refuse_lexicon(element, "the name of a concept is expected");
    }
    out.add(found->id());
  }
  return out;
}

SlotRule slot(const JsonCursor& at, NarrativeLexicon& lexicon) {
  at.object({"name",
             "kind",
             "units",
             "strong",
             "weak",
             "zero_only",
             "not_followed",
             "nonzero_not",
             "not_in_clause",
             "not_after_in_sentence",
             "excused",
             "excuse",
             "in_all_years",
             "context",
             "heading_context",
             "near_context",
             "parallel",
             "parallel_with",
             "parallel_unless",
             "follows",
             "object",
             "all_of",
             "zero",
             "zero_not",
             "zero_context",
             "zero_heading",
             "zero_heading_not",
             "named"});
  SlotRule out;
  out.name = at.at("name").string();
  const auto kind = at.at("kind");
  if (kind.string() != "count" && kind.string() != "percent") {
    refuse_lexicon(kind, "\"count\" or \"percent\" is expected");
  }
  out.percent = kind.string() == "percent";
  out.units = at.at("units").strings();
  count_patterns(at.at("strong"), lexicon, true, false, out.patterns);
  count_patterns(at.at("weak"), lexicon, false, false, out.patterns);
  count_patterns(at.at("zero_only"), lexicon, true, true, out.patterns);
  const std::size_t usual = out.patterns.size();
  count_patterns(at.at("in_all_years"), lexicon, true, false, out.patterns);
  for (std::size_t i = usual; i < out.patterns.size(); ++i) {
    out.patterns[i].in_all_years = true;
  }
  out.not_followed = patterns(at.at("not_followed"), lexicon);
  out.nonzero_not = patterns(at.at("nonzero_not"), lexicon);
  out.not_in_clause = concepts_named(at.at("not_in_clause"), lexicon);
  out.not_after_in_sentence = concepts_named(at.at("not_after_in_sentence"), lexicon);
  out.context = concepts_named(at.at("context"), lexicon);
  out.any_context = at.at("context").elements().empty();
  out.heading_context = concepts_named(at.at("heading_context"), lexicon);
  out.near_context = concepts_named(at.at("near_context"), lexicon);
  out.continues = !at.at("near_context").elements().empty();
  out.excused = concept_named(at.at("excused"), lexicon);
  out.excuse = patterns(at.at("excuse"), lexicon);
  out.parallel = concept_named(at.at("parallel"), lexicon);
  out.parallel_with = concept_named(at.at("parallel_with"), lexicon);
  out.parallel_unless = concept_named(at.at("parallel_unless"), lexicon);
  out.follows = at.at("follows").string();
  out.object = concept_named(at.at("object"), lexicon);
  out.all_of = patterns(at.at("all_of"), lexicon);
  out.zero = patterns(at.at("zero"), lexicon);
  out.zero_not = concepts_named(at.at("zero_not"), lexicon);
  out.zero_context = concepts_named(at.at("zero_context"), lexicon);
  out.any_zero_context = at.at("zero_context").elements().empty();
  out.zero_heading = concept_named(at.at("zero_heading"), lexicon);
  out.zero_heading_not = concept_named(at.at("zero_heading_not"), lexicon);
  out.named = concept_named(at.at("named"), lexicon);
  return out;
}

ClaimRule claim(const JsonCursor& at, NarrativeLexicon& lexicon) {
  at.object({"name", "units", "firm", "loose", "not_in_clause", "context", "heading_context"},
            {"needs_in_sentence", "in_all_periods"});
  ClaimRule out;
  out.rule.name = at.at("name").string();
  out.rule.units = at.at("units").strings();
  count_patterns(at.at("firm"), lexicon, true, false, out.rule.patterns);
  count_patterns(at.at("loose"), lexicon, false, false, out.rule.patterns);
  out.rule.not_in_clause = concepts_named(at.at("not_in_clause"), lexicon);
  out.rule.context = concepts_named(at.at("context"), lexicon);
  out.rule.any_context = at.at("context").elements().empty();
  out.rule.heading_context = concepts_named(at.at("heading_context"), lexicon);
  if (const auto needs = at.find("needs_in_sentence")) {
    out.needs_in_sentence = concepts_named(*needs, lexicon);
  }
  if (const auto all = at.find("in_all_periods")) {
    out.in_all_periods = all->boolean();
  }
  return out;
}

OrganisationRule organisation_rule(const JsonCursor& at, Vocabulary& vocabulary) {
  at.object({"by", "compile", "before", "joined_before", "joined_to", "behind", "of_all", "fields", "ends", "completed_by", "completes", "short_ends",
             "region_ends", "inner_offices", "cut_off", "not_a_name"});
  OrganisationRule out;
  const auto words = [&](std::string_view key) { return define(at.at(key), vocabulary); };
  out.by = words("by");
  out.compile = words("compile");
  out.before = words("before");
  out.joined_before = words("joined_before");
  out.joined_to = words("joined_to");
  out.behind = words("behind");
  out.of_all = words("of_all");
  out.fields = words("fields");
  out.ends = words("ends");
  out.completed_by = words("completed_by");
  out.completes = words("completes");
  out.short_ends = words("short_ends");
  out.region_ends = words("region_ends");
  out.inner_offices = words("inner_offices");
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

std::vector<std::u32string> texts(const JsonCursor& at) {
  std::vector<std::u32string> out;
  for (const auto& text : at.strings()) {
    out.push_back(to_utf32(text));
  }
  return out;
}

ReaderWords reader_words(const JsonCursor& at, const Concepts& concepts) {
  ReaderWords out;
  for (const auto& [name, word] : {std::pair<const char*, Concept*>{"fulltext", &out.fulltext},
                                   {"share", &out.share},
                                   {"share_verb", &out.share_verb},
                                   {"never_class", &out.never_class},
                                   {"class_name_sure", &out.class_name_sure},
                                   {"class_lead", &out.class_lead},
                                   {"class_connective", &out.class_connective},
                                   {"class_prefix", &out.class_prefix},
                                   {"class_tail", &out.class_tail},
                                   {"class_name_end", &out.class_name_end},
                                   {"class_remainder", &out.class_remainder},
                                   {"not_class", &out.not_class},
                                   {"report_subject", &out.report_subject},
                                   {"report_filler", &out.report_filler},
                                   {"report_kind", &out.report_kind},
                                   {"official_letter", &out.official_letter},
                                   {"report_opening", &out.report_opening},
                                   {"report_basis", &out.report_basis},
                                   {"chapter", &out.chapter},
                                   {"last_chapter", &out.last_chapter},
                                   {"attachment", &out.attachment},
                                   {"furniture", &out.furniture},
                                   {"channel", &out.channel},
                                   {"side_channel", &out.side_channel},
                                   {"part", &out.part},
                                   {"none_lead", &out.none_lead},
                                   {"bare_none", &out.bare_none},
                                   {"none_tail", &out.none_tail},
                                   {"joined", &out.joined},
                                   {"distributed", &out.distributed},
                                   {"table_begin", &out.table_begin},
                                   {"table_end", &out.table_end},
                                   {"channel_lead", &out.channel_lead},
                                   {"channel_tail", &out.channel_tail},
                                   {"channel_prefix", &out.channel_prefix},
                                   {"outcome_tail", &out.outcome_tail},
                                   {"channel_verb", &out.channel_verb},
                                   {"channel_not", &out.channel_not},
                                   {"outcome_not", &out.outcome_not},
                                   {"outcome_context", &out.outcome_context},
                                   {"not_a_report", &out.not_a_report},
                                   {"report_fact", &out.report_fact},
                                   {"whole_lead", &out.whole_lead},
                                   {"part_not", &out.part_not},
                                   {"growth_up", &out.growth_up},
                                   {"growth_down", &out.growth_down},
                                   {"growth_same", &out.growth_same},
                                   {"publish_unit", &out.publish_unit},
                                   {"other_channels", &out.other_channels},
                                   {"period_of_figures", &out.period_of_figures},
                                   {"sentence_begin", &out.sentence_begin},
                                   {"planned", &out.planned},
                                   {"fresh", &out.fresh},
                                   {"table_hint", &out.table_hint},
                                   {"contact_lead", &out.contact_lead},
                                   {"contact_end", &out.contact_end},
                                   {"subject_follow", &out.subject_follow}}) {
    const auto found = concepts.find(std::string_view{name});
    if (found == concepts.end()) {
      refuse_lexicon(at, "the concept \"" + std::string{name} + "\" is missing");
    }
    *word = found->second;
  }
  return out;
}

}  // namespace

NarrativeLexicon NarrativeLexicon::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema", "concepts", "bodies", "slots", "claims", "organisation", "outcomes", "subjects", "selves",
                 "styles", "residues"});
    (void)root.at("schema").integer(1, 1);
    NarrativeLexicon out;
    auto& vocabulary = *out.vocabulary;
    for (const auto& [name, words] : root.at("concepts").members()) {
      out.concepts.emplace(name, define(words, vocabulary));
    }
    out.words = reader_words(root.at("concepts"), out.concepts);
    for (const auto& element : root.at("slots").elements()) {
      auto rule = slot(element, out);
      const auto known = [&](const std::string& name) {
        return std::any_of(out.slots.begin(), out.slots.end(), [&](const SlotRule& s) { return s.name == name; });
      };
      if (known(rule.name)) {
        refuse_lexicon(element.at("name"), "the slot \"" + rule.name + "\" stands twice");
      }
      if (!rule.follows.empty() && !known(rule.follows)) {
        refuse_lexicon(element.at("follows"), "a slot can only follow one that stands before it");
      }
      out.slots.push_back(std::move(rule));
    }
    if (out.slots.empty()) {
      refuse_lexicon(root.at("slots"), "at least one slot is expected: the first one is the total");
    }
    for (const auto& element : root.at("claims").elements()) {
      out.claims.push_back(claim(element, out));
    }
    for (const auto& element : root.at("bodies").elements()) {
      element.object({"words", "own_if_name_ends"});
      out.bodies.push_back({define(element.at("words"), vocabulary), texts(element.at("own_if_name_ends"))});
    }
    out.organisation = organisation_rule(root.at("organisation"), vocabulary);
    for (const auto& element : root.at("outcomes").elements()) {
      element.object({"words", "code"});
      out.outcomes.push_back({define(element.at("words"), vocabulary), element.at("code").string()});
    }
    for (const auto& element : root.at("subjects").elements()) {
      element.object({"id", "words"});
      out.subjects.push_back({element.at("id").string(), define(element.at("words"), vocabulary)});
    }
    for (const auto& element : root.at("selves").elements()) {
      element.object({"words", "if_name_ends"});
      out.selves.push_back({define(element.at("words"), vocabulary), texts(element.at("if_name_ends"))});
    }
    for (const auto& element : root.at("styles").elements()) {
      element.object({"style", "any", "at_least", "first_year", "last_year"});
      out.styles.push_back({element.at("style").string(), define(element.at("any"), vocabulary),
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
