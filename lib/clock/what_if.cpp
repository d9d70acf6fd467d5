// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/what_if.hpp>

#include <algorithm>

#include <gongkai/error.hpp>

#include "clock/clock_impl.hpp"
#include "clock/other_clocks.hpp"
#include "detail/json_reader.hpp"

namespace gongkai {
namespace {

using detail::Json;

std::string id_of(const Rulebook& rulebook, const Citation& citation) {
  for (const Instrument& instrument : rulebook.instruments()) {
    if (instrument.citation == citation.instrument()) {
      return instrument.id;
    }
  }
  return citation.instrument();
}

// What the overlay says for the days of one value: the same sources, another length, and that it is a supposition.
Json supposed(const Rulebook& rulebook, std::string_view rule, const DatedValue& value, TimeLimit limit) {
  Json::Object out{{"rule", std::string{rule}}};
  out.emplace_back("from", value.from.value_or(Date::from_ordinal(Date::min_ordinal)).to_string());
  if (value.to) {
    out.emplace_back("to", value.to->to_string());
  }
  out.emplace_back("value", Json::Object{{std::string{to_string(limit.unit)}, std::int64_t{limit.count}}});
  Json::Array citations;
  for (const Citation& citation : value.citations) {
    Json::Object one{{"instrument", id_of(rulebook, citation)}};
    if (!citation.article().empty()) {
      one.emplace_back("article", citation.article());
    }
    citations.emplace_back(std::move(one));
  }
  out.emplace_back("citations", std::move(citations));
  out.emplace_back("standing", "inference");
  out.emplace_back("note", Json::Object{{"en", "A supposition: what if the limit were " + to_string(limit) + "."},
                                        {"zh", "假设：期限为" + to_string(limit, Language::zh) + "。"}});
  return Json{std::move(out)};
}

void count(StatusTally& tally, const std::optional<DeadlineStatus>& status) {
  if (status) {
    ++tally.cases[static_cast<std::size_t>(*status)];
  } else {
    ++tally.not_begun;
  }
}

}  // namespace

Clock with_limit(const Clock& clock, std::string_view rule, TimeLimit limit) {
  const Rulebook& rulebook = clock.rulebook();
  const RuleDefinition& definition = rulebook.definition(rule);
  const std::string name{rule};
  if (definition.kind != RuleKind::time_limit || !definition.by.empty()) {
    throw InvalidArgumentError{ErrorCode::invalid_option, name, name + ": no rule with one length of time"};
  }
  if (limit.count < 1 || limit.count > 36500) {
    throw InvalidArgumentError{ErrorCode::out_of_range, name,
                               name + ": a limit is 1 to 36500 long, not " + std::to_string(limit.count)};
  }
  Json::Array values;
  for (const DatedValue& value : rulebook.history(definition.code)) {
    if (value.value && std::holds_alternative<TimeLimit>(*value.value)) {
      values.push_back(supposed(rulebook, rule, value, limit));
    }
  }
  std::string place = rulebook.country();
  std::transform(place.begin(), place.end(), place.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const Json overlay{Json::Object{{"schema", std::int64_t{1}},
                                  {"kind", "rules"},
                                  {"country", rulebook.country()},
                                  {"layer", "overlay"},
                                  {"place", std::move(place)},
                                  {"values", std::move(values)}}};
  return clock.with_rulebook(rulebook.with_overlay(overlay.dump(), "what if " + name + " were " + to_string(limit)));
}

WhatIf what_if(const std::vector<ClockCase>& cases, const Clock& before, const Clock& after, Date as_of) {
  WhatIf out;
  const auto ask = [as_of](const Clock& clock, const ClockCase& each) {
    return detail::evaluate(*clock.impl()->core, each.kind, each.history, clock.options(), as_of.to_ordinal(), nullptr);
  };
  const auto range = [](const detail::Outcome& outcome) {
    return DueRange{detail::date_of(outcome.due.earliest), detail::date_of(outcome.due.latest)};
  };
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const detail::Outcome one = ask(before, cases[i]);
    const detail::Outcome other = ask(after, cases[i]);
    count(out.before, one.status);
    count(out.after, other.status);
    if (one.status != other.status) {
      out.changes.push_back({i, cases[i].id, one.status, other.status, range(one), range(other)});
    }
  }
  return out;
}

}  // namespace gongkai
