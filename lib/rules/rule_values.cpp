// SPDX-License-Identifier: Apache-2.0
// The values of rules: what stands below "values" in a file of kind "rules".

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "rules/rule_file.hpp"

namespace gongkai::detail {
namespace {

constexpr std::array<std::string_view, 6> standings{"statute", "judicial", "notice", "local", "practice", "inference"};
constexpr std::int64_t max_price_minor = 1000000000;

// The one key of {"working_days": 20}: a second one would be a second value.
std::string only_key(const JsonCursor& at) {
  const auto members = at.members();
  if (members.size() != 1) {
    refuse_rule(at, "exactly one key is expected here, as in {\"working_days\": 20}");
  }
  return members.front().first;
}

std::optional<TimeLimit> time_limit(const JsonCursor& at, std::string_view key) {
  static constexpr std::array<std::pair<std::string_view, TimeUnit>, 4> units{
      {{"working_days", TimeUnit::working_days},
       {"calendar_days", TimeUnit::calendar_days},
       {"months", TimeUnit::months},
       {"years", TimeUnit::years}}};
  for (const auto& [name, unit] : units) {
    if (name == key) {
      const std::int64_t most = unit == TimeUnit::years ? 100 : unit == TimeUnit::months ? 1200 : 36500;
      return TimeLimit{static_cast<std::int32_t>(at.at(key).integer(1, most)), unit};
    }
  }
  return std::nullopt;
}

DayOfYear day_of_year(const JsonCursor& at) {
  at.object({"month", "day"});
  DayOfYear out;
  out.month = static_cast<int>(at.at("month").integer(1, 12));
  // A common year: a day that only leap years have is no day of every year.
  out.day = static_cast<int>(at.at("day").integer(1, Date::days_in_month(2001, out.month)));
  return out;
}

std::vector<Code> set_of(const JsonCursor& at, const RulebookImpl& book, std::string_view taxonomy) {
  std::vector<Code> out;
  for (const auto& element : at.elements()) {
    const Code code = read_code(element, book, taxonomy);
    if (std::find(out.begin(), out.end(), code) != out.end()) {
      refuse_rule(element, "\"" + element.string() + "\" stands twice in the set");
    }
    out.push_back(code);
  }
  return out;
}

TariffBand band(const JsonCursor& at, Currency currency) {
  at.object({"first", "price_minor"}, {"last", "step", "increase_minor"});
  TariffBand out;
  out.first = at.at("first").integer(1, Tariff::max_position);
  if (const auto last = at.find("last")) {
    out.last = last->integer(out.first, Tariff::max_position);
  }
  out.price = Money::from_minor(at.at("price_minor").integer(0, max_price_minor), currency);
  out.increase = Money::from_minor(0, currency);
  const auto step = at.find("step");
  const auto increase = at.find("increase_minor");
  if (step.has_value() != increase.has_value()) {
    refuse_rule(at, "\"step\" and \"increase_minor\" stand together");
  }
  if (step) {
    out.step = step->integer(1, Tariff::max_position);
    out.increase = Money::from_minor(increase->integer(0, max_price_minor), currency);
  }
  return out;
}

Tariff tariff(const JsonCursor& at, const RulebookImpl& book) {
  at.object({"unit", "over", "currency", "bands"});
  const auto currency = Currency::find(at.at("currency").string());
  if (!currency) {
    refuse_rule(at.at("currency"), "\"" + at.at("currency").string() + "\" is no currency the library knows");
  }
  std::vector<TariffBand> bands;
  for (const auto& element : at.at("bands").elements()) {
    bands.push_back(band(element, *currency));
  }
  try {
    return Tariff{read_code(at.at("unit"), book, "fee_unit"), read_code(at.at("over"), book, "fee_base"),
                  std::move(bands)};
  } catch (const InvalidArgumentError& error) {
    refuse_rule(at.at("bands"), error.message());
  }
}

ValueState state_of(const JsonCursor& at, const JsonCursor& value, bool overlay) {
  static constexpr std::array<std::pair<std::string_view, ValueState>, 4> states{
      {{"not_stated", ValueState::not_stated},
       {"abolished", ValueState::abolished},
       {"not_yet_known", ValueState::not_yet_known},
       {"unchanged", ValueState::unchanged}}};
  for (const auto& [name, state] : states) {
    if (name == at.string()) {
      if (value.find("value")) {
        refuse_rule(at, "a value that is there needs no \"state\"");
      }
      if (state == ValueState::unchanged && !overlay) {
        refuse_rule(at, "only an overlay can leave something unchanged");
      }
      return state;
    }
  }
  refuse_rule(at, "\"" + at.string() + "\" is no state: not_stated, abolished, not_yet_known or unchanged");
}

Standing standing_of(const JsonCursor& at) {
  const auto* const found = std::find(standings.begin(), standings.end(), at.string());
  if (found == standings.end()) {
    refuse_rule(at, "\"" + at.string() + "\" is no standing");
  }
  return static_cast<Standing>(found - standings.begin());
}

// Without days of its own a value has those of the instrument that it cites first.
void set_days(const JsonCursor& at, const RulebookImpl& book, ValueRecord& out) {
  const auto id = at.at("citations").elements().front().at("instrument").string();
  const auto instrument = std::find_if(book.instruments.begin(), book.instruments.end(),
                                       [&](const Instrument& candidate) { return candidate.id == id; });
  const auto from = at.find("from");
  const auto to = at.find("to");
  out.value.from = from ? std::optional{read_day(*from)} : instrument->from;
  out.value.to = to ? std::optional{read_day(*to)} : instrument->to;
  if (!out.value.from) {
    refuse_rule(at, "the first day, \"from\", is needed: the instrument " + id + " states none");
  }
  if (out.value.to && *out.value.to < *out.value.from) {
    refuse_rule(to ? *to : at, "the value ends (" + out.value.to->to_string() + ") before it begins (" +
                                   out.value.from->to_string() + ")");
  }
  const auto ended_by = book.ended_by.find(id);
  if (ended_by != book.ended_by.end() && instrument->to && out.value.to == instrument->to) {
    out.ended_by = ended_by->second;
  }
}

ValueRecord record(const JsonCursor& at, std::size_t layer, const std::string& place, const RulebookImpl& book) {
  at.object({"rule", "citations"}, {"for", "from", "to", "state", "value", "standing", "verified", "note"});
  const auto& definition =
      book.definitions[book.definition_index.find(read_code(at.at("rule"), book, "rule").token())->second];
  ValueRecord out{definition.code, std::nullopt, {}, layer, {}};
  const auto of = at.find("for");
  if (of.has_value() == definition.by.empty()) {
    refuse_rule(of ? *of : at, of ? "the rule \"" + std::string{definition.code.token()} + "\" has one value for all"
                                  : "\"for\" is needed: the rule differs by " + definition.by);
  }
  if (of) {
    out.of = read_code(*of, book, definition.by);
  }
  auto& value = out.value;
  value.place = place;
  value.file = at.file();
  value.pointer = at.pointer();
  value.citations = read_citations(at.at("citations"), book);
  if (const auto state = at.find("state")) {
    value.state = state_of(*state, at, layer > 0);
  } else {
    value.state = ValueState::in_force;
    value.value = read_value(at.at("value"), definition, book);
  }
  if (const auto standing = at.find("standing")) {
    value.standing = standing_of(*standing);
  } else if (layer > 0) {
    value.standing = Standing::local;
  }
  value.verification = read_verification(at);
  if (const auto note = at.find("note")) {
    value.note = read_text(*note);
  } else if (value.verification == Verification::unverified) {
    refuse_rule(at, "an unverified value says in its \"note\" where it comes from");
  }
  set_days(at, book, out);
  return out;
}

}  // namespace

RuleValue read_value(const JsonCursor& at, const RuleDefinition& definition, const RulebookImpl& book) {
  const std::string key = only_key(at);
  const auto expect = [&](std::string_view name, std::string_view words) {
    if (key != name) {
      refuse_rule(at, "the rule \"" + std::string{definition.code.token()} + "\" is " + std::string{words} + "; \"" +
                          key + "\" does not fit");
    }
  };
  switch (definition.kind) {
    case RuleKind::time_limit:
      if (const auto limit = time_limit(at, key)) {
        return *limit;
      }
      expect("working_days", "a time limit (working_days, calendar_days, months, years)");
      break;
    case RuleKind::day_of_year:
      expect("day_of_year", "a day of the year (day_of_year)");
      return day_of_year(at.at(key));
    case RuleKind::count:
      expect("count", "a number of times (count)");
      return at.at(key).integer(0, 1000000);
    case RuleKind::choice:
      expect("choice", "a choice (choice)");
      return read_code(at.at(key), book, definition.choices);
    case RuleKind::set:
      expect("set", "a set (set)");
      return set_of(at.at(key), book, definition.choices);
    case RuleKind::tariff:
      expect("tariff", "a tariff (tariff)");
      return tariff(at.at(key), book);
  }
  throw InternalError{"a kind of rule that does not exist"};
}

void read_values(const JsonCursor& root, std::size_t layer, RulebookImpl& book) {
  root.object({"schema", "kind", "country", "layer", "place", "values"}, {"instruments", "note"});
  const auto place = read_place(root.at("place"));
  if (const auto note = root.find("note")) {
    (void)read_text(*note);
  }
  if (const auto instruments = root.find("instruments")) {
    read_instruments(*instruments, book);
  }
  for (const auto& element : root.at("values").elements()) {
    book.values.push_back(record(element, layer, place, book));
  }
}

}  // namespace gongkai::detail
