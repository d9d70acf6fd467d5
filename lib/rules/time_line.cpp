// SPDX-License-Identifier: Apache-2.0
// Puts the values of one rule on the time line, overlays over the base.

#include <algorithm>
#include <set>

#include <gongkai/error.hpp>

#include "rules/rulebook_data.hpp"

namespace gongkai::detail {
namespace {

std::string days_of(const DatedValue& value) {
  return (value.from ? value.from->to_string() : std::string{"ever"}) + " … " +
         (value.to ? value.to->to_string() : std::string{"now"});
}

std::optional<Date> day_after(const std::optional<Date>& day) {
  return day && day->to_ordinal() < Date::max_ordinal ? std::optional{*day + CalendarDays{1}} : std::nullopt;
}

// Within a layer the values follow one another; which one holds on a day is never a question of order in a file.
void refuse_overlap(const std::vector<const ValueRecord*>& layer) {
  for (std::size_t i = 1; i < layer.size(); ++i) {
    const auto& before = layer[i - 1]->value;
    const auto& after = layer[i]->value;
    if (!before.to || !after.from || *before.to >= *after.from) {
      throw RulebookError{ErrorCode::rulebook_contradicts, after.file, after.pointer,
                          "this value of \"" + std::string{layer[i]->rule.token()} + "\" (" + days_of(after) +
                              ") overlaps the one of " + before.file + "#" + before.pointer + " (" + days_of(before) +
                              "); end the earlier one the day before"};
    }
  }
}

// A rule of an instrument that was repealed, and that nobody made again, is abolished: that is more than "no rule".
std::vector<DatedValue> with_abolitions(const std::vector<const ValueRecord*>& layer) {
  std::vector<DatedValue> out;
  for (std::size_t i = 0; i < layer.size(); ++i) {
    const auto& record = *layer[i];
    out.push_back(record.value);
    const auto next = day_after(record.value.to);
    const bool followed = i + 1 < layer.size() && layer[i + 1]->value.from == next;
    if (record.layer > 0 || record.ended_by.empty() || !next || followed) {
      continue;
    }
    DatedValue end = record.value;
    end.state = ValueState::abolished;
    end.value.reset();
    end.citations = record.ended_by;
    end.note = {};
    end.from = next;
    end.to = i + 1 < layer.size() ? std::optional{*layer[i + 1]->value.from - CalendarDays{1}} : std::nullopt;
    out.push_back(std::move(end));
  }
  return out;
}

Segment at_day(const std::vector<std::vector<DatedValue>>& layers, std::optional<Date> from) {
  Segment out;
  out.from = from;
  bool found = false;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    for (const auto& value : *layer) {
      if (!value.covers(from.value_or(Date::from_ordinal(Date::min_ordinal)))) {
        continue;
      }
      if (found || value.state == ValueState::unchanged) {
        out.beneath.push_back(value);
      } else {
        out.value = value;
        found = true;
      }
    }
  }
  return out;
}

}  // namespace

TimeLine lay_out(std::vector<const ValueRecord*> records) {
  std::stable_sort(records.begin(), records.end(), [](const ValueRecord* a, const ValueRecord* b) {
    return std::tie(a->layer, a->value.from) < std::tie(b->layer, b->value.from);
  });
  std::vector<std::vector<DatedValue>> layers;
  for (auto begin = records.begin(); begin != records.end();) {
    const auto end = std::find_if(begin, records.end(),
                                  [begin](const ValueRecord* record) { return record->layer != (*begin)->layer; });
    const std::vector<const ValueRecord*> layer{begin, end};
    refuse_overlap(layer);
    layers.push_back(with_abolitions(layer));
    begin = end;
  }
  std::set<std::optional<Date>> borders{std::nullopt};
  for (const auto& layer : layers) {
    for (const auto& value : layer) {
      borders.insert(value.from);
      borders.insert(day_after(value.to));
    }
  }
  TimeLine out;
  for (const auto& border : borders) {
    out.push_back(at_day(layers, border));
  }
  // What is no rule says itself from when to when.
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i].value.state == ValueState::no_rule) {
      out[i].value.from = out[i].from;
      out[i].value.to = i + 1 < out.size() ? std::optional{*out[i + 1].from - CalendarDays{1}} : std::nullopt;
    }
  }
  return out;
}

void RulebookImpl::build() {
  std::map<std::pair<Code, std::optional<Code>>, std::vector<const ValueRecord*>> records;
  for (const auto& value : values) {
    records[{value.rule, value.of}].push_back(&value);
  }
  time_lines.clear();
  for (auto& [key, list] : records) {
    time_lines.emplace(key, lay_out(std::move(list)));
  }
}

}  // namespace gongkai::detail
