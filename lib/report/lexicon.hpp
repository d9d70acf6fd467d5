// SPDX-License-Identifier: Apache-2.0
#pragma once
// The wording of narrative reports: rules/cn/lexicon/narrative.json.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/concept.hpp"

namespace gongkai::detail {

/// A pattern around a number: what stands before it and what behind it.
struct CountPattern {
  std::optional<Pattern> left;
  std::optional<Pattern> right;
  bool strong = true;      ///< a weak one counts only where nothing stronger is said
  bool zero_only = false;  ///< says nothing about a number other than 0
};

struct SlotRule {
  std::string name;
  bool percent = false;
  std::vector<std::string> units;  ///< "" allows a number without measure word
  std::vector<CountPattern> patterns;
  std::vector<Pattern> nonzero_not;  ///< in the clause: a number other than 0 is not this slot's alone
  std::vector<const Concept*> not_in_clause;
  std::vector<const Concept*> not_after_in_sentence;
  std::vector<const Concept*> context;  ///< one of them in the sentence or the heading above; none: no condition
  const Concept* parallel = nullptr;    ///< a part by channel or method, when others stand beside it …
  const Concept* parallel_with = nullptr;
  const Concept* parallel_unless = nullptr;  ///< … unless this is said
  std::string follows;                       ///< the slot whose object it shares
  std::vector<Pattern> all_of;               ///< "all of them": equals the slot it follows
  std::vector<Pattern> zero;
  std::vector<const Concept*> zero_not;
  std::vector<const Concept*> zero_context;
};

struct BodyRule {
  Concept words;
  std::vector<std::u32string> own_if_name_ends;
};

struct OrganisationRule {
  Concept by, compile, before, of_all, fields, ends, completed_by, completes, short_ends, region_ends, not_a_name;
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

struct NarrativeLexicon {
  Concepts concepts;
  std::vector<SlotRule> slots;
  std::vector<BodyRule> bodies;
  OrganisationRule organisation;
  std::vector<StyleRule> styles;
  std::vector<ResidueRule> residues;

  NarrativeLexicon() = default;
  NarrativeLexicon(NarrativeLexicon&&) = default;  // patterns point into `concepts`, whose nodes do not move
  NarrativeLexicon& operator=(NarrativeLexicon&&) = default;

  /// A concept that the reader itself asks for; its presence is checked when the file is read.
  [[nodiscard]] const Concept& at(std::string_view name) const;

  /// Reads strictly: `RulebookError` 302 with file and pointer.
  static NarrativeLexicon parse(std::string_view bytes, const std::string& file);
  static const NarrativeLexicon& builtin();
};

}  // namespace gongkai::detail
