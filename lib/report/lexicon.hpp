// SPDX-License-Identifier: Apache-2.0
#pragma once
// The wording of narrative reports: rules/cn/lexicon/narrative.json.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/pattern.hpp"

namespace gongkai::detail {

/// A pattern around a number: what stands before it and what behind it.
struct CountPattern {
  std::optional<Pattern> left;
  std::optional<Pattern> right;
  ConceptSet needs;
  bool strong = true;         ///< a weak one counts only where nothing stronger is said
  bool zero_only = false;     ///< says nothing about a number other than 0
  bool in_all_years = false;  ///< only where the year is told apart in a total of all years
};

struct SlotRule {
  std::string name;
  bool percent = false;
  std::vector<std::string> units;  ///< "" allows a number without measure word
  std::vector<CountPattern> patterns;
  std::vector<Pattern> not_followed;  ///< right behind the number: it holds more than the slot (含上年结转3件)
  std::vector<Pattern> nonzero_not;   ///< in the clause: a number other than 0 is not this slot's alone
  ConceptSet not_in_clause;
  ConceptSet not_after_in_sentence;
  std::optional<Concept> excused;  ///< one of `not_in_clause` that is allowed …
  std::vector<Pattern> excuse;     ///< … where one of these stands in the clause
  ConceptSet context;              ///< one of them in the sentence; none: no condition
  ConceptSet heading_context;      ///< or one of these in the headings above
  ConceptSet near_context;         ///< or all of these in the sentence before
  bool any_context = true;
  bool continues = false;
  std::optional<Concept> parallel;  ///< a part by channel or method, when others stand beside it …
  std::optional<Concept> parallel_with;
  std::optional<Concept> parallel_unless;  ///< … unless this is said
  std::string follows;                     ///< the slot whose object it shares
  std::optional<Concept> object;           ///< unless its clause names the object itself
  std::vector<Pattern> all_of;             ///< "all of them": equals the slot it follows
  std::vector<Pattern> zero;
  ConceptSet zero_not;
  ConceptSet zero_context;
  bool any_zero_context = true;
  std::optional<Concept> zero_heading;      ///< in the heading, with nothing but "none" below it
  std::optional<Concept> zero_heading_not;  ///< unless this stands there too
  std::optional<Concept> named;             ///< its name in a list: 行政复议、行政诉讼分别为3件和1件
};

/// What the text states beside its slots and a table states too.
struct ClaimRule {
  SlotRule rule;
  ConceptSet needs_in_sentence;  ///< all of these; none: no condition
  bool in_all_periods = false;   ///< words of the year before belong to the wording itself: 去年结转
};

/// Words for all bodies of an area or a level, and the names of those whose own figures they give.
struct BodyRule {
  Concept words;
  std::vector<std::u32string> own_if_name_ends;
};

struct OrganisationRule {
  Concept by, compile, before, joined_before, joined_to, behind, of_all, fields, ends, completed_by, completes, short_ends, region_ends, inner_offices,
      not_a_name;
  std::vector<std::pair<std::u32string, std::u32string>> cut_off;
};

struct StyleRule {
  std::string style;
  Concept any;
  std::size_t at_least = 0;
  std::optional<int> first_year;
  std::optional<int> last_year;
};

struct ResidueRule {
  std::u32string begin;
  std::u32string end;
};

/// Words for a result of requests and the one code of the 2021 form that they can mean; empty: none is certain.
struct OutcomeRule {
  Concept words;
  std::string code;
};

/// A subject that the law wants a report to treat.
struct SubjectRule {
  std::string id;
  Concept words;
};

/// How bodies whose names end so never speak of themselves: 我局 in the report of a town.
struct SelfRule {
  Concept words;
  std::vector<std::u32string> if_name_ends;
};

/// Concepts that the reader itself asks for.
struct ReaderWords {
  Concept fulltext, share, share_verb, never_class, class_name_sure, class_lead, class_connective, class_prefix,
      class_tail, class_name_end, class_remainder, not_class, report_subject, report_filler, report_kind,
      official_letter, report_opening, report_basis, chapter, last_chapter, attachment, furniture, channel,
      side_channel, part, none_lead, bare_none, none_tail, joined, distributed, table_begin, table_end, channel_lead,
      channel_prefix, channel_tail, outcome_tail, channel_verb, channel_not, outcome_not, outcome_context, not_a_report,
      report_fact, whole_lead, part_not, growth_up, growth_down, growth_same, publish_unit, other_channels,
      period_of_figures, sentence_begin, planned, fresh, table_hint, contact_lead, contact_end, subject_follow;
};

struct NarrativeLexicon {
  std::unique_ptr<Vocabulary> vocabulary = std::make_unique<Vocabulary>();
  Concepts concepts;
  ReaderWords words;
  std::vector<SlotRule> slots;
  std::vector<ClaimRule> claims;
  std::vector<BodyRule> bodies;
  OrganisationRule organisation;
  std::vector<OutcomeRule> outcomes;
  std::vector<SubjectRule> subjects;
  std::vector<SelfRule> selves;
  std::vector<StyleRule> styles;
  std::vector<ResidueRule> residues;

  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static NarrativeLexicon parse(std::string_view bytes, const std::string& file);
  static const NarrativeLexicon& builtin();
};

}  // namespace gongkai::detail
