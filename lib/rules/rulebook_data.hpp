// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a rulebook handle points at, and how its values lie on the time line.

#include <gongkai/rules/rulebook.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace gongkai::detail {

/// One value as a file states it.
struct ValueRecord {
  Code rule;
  std::optional<Code> of;
  DatedValue value;
  std::size_t layer = 0;             ///< 0: the base; overlays count upwards
  std::vector<Citation> ended_by{};  ///< what ended the rule after `value.to`, when that is known
};

/// What holds from one day to another.
struct Segment {
  std::optional<Date> from;  ///< none: since ever
  DatedValue value;
  std::vector<DatedValue> beneath;
};

/// Segments without gap from the beginning of time, the last without end.
using TimeLine = std::vector<Segment>;

/// Refuses overlaps (`RulebookError` 303) and lays overlays over the base. `records` are of one rule and one `of`.
[[nodiscard]] TimeLine lay_out(std::vector<const ValueRecord*> records);

struct RulebookImpl {
  std::string country;
  std::string hash;
  std::vector<RuleFile> files;
  std::vector<std::string> base_hashes;  ///< of the base's files, sorted
  std::vector<std::string> overlay_hashes;
  std::map<std::string, Taxonomy, std::less<>> taxonomies;
  std::vector<RuleDefinition> definitions;
  std::map<std::string, std::size_t, std::less<>> definition_index;
  std::vector<Instrument> instruments;
  std::map<std::string, std::vector<Citation>, std::less<>> ended_by;  ///< instrument id → what repealed it
  std::vector<OpenQuestion> questions;
  std::vector<Situation> situations;
  std::vector<ValueRecord> values;
  std::map<std::pair<Code, std::optional<Code>>, TimeLine> time_lines;
  std::size_t layers = 1;

  /// After the values are complete.
  void build();
};

struct RuleAnswerImpl {
  std::shared_ptr<const RulebookImpl> rulebook;
  const RuleDefinition* definition;
  std::optional<Code> of;
  Date day;
  const Segment* segment;
};

[[nodiscard]] std::string describe(const RuleValue& value, const RulebookImpl& rulebook, Language language);
[[nodiscard]] std::string describe(ValueState state, Language language);
/// `15 working days (国务院令第492号, art. 24(2))`
[[nodiscard]] std::string describe(const DatedValue& value, const RulebookImpl& rulebook, Language language);

}  // namespace gongkai::detail
