// SPDX-License-Identifier: Apache-2.0
// Module rules: values with their days and sources, taxonomies, tariffs, rulebooks.
#include <pybind11/native_enum.h>
#include <pybind11/operators.h>

#include <gongkai/error.hpp>
#include <gongkai/rules/rulebook.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

[[noreturn]] void refuse_pickle() {
  throw InvalidArgumentError{ErrorCode::invalid_option, "pickle",
                             "a pickle of another version of gongkai: write it again from its source"};
}

void bind_rule_enums(py::module_& module) {
  py::native_enum<TimeUnit>(module, "TimeUnit", "enum.Enum", "The unit of a time limit.")
      .value("working_days", TimeUnit::working_days)
      .value("calendar_days", TimeUnit::calendar_days)
      .value("months", TimeUnit::months)
      .value("years", TimeUnit::years)
      .finalize();
  py::native_enum<ValueState>(module, "ValueState", "enum.Enum",
                              "What a rule says on a day; only in_force has a value.")
      .value("in_force", ValueState::in_force)
      .value("not_stated", ValueState::not_stated)
      .value("abolished", ValueState::abolished)
      .value("not_yet_known", ValueState::not_yet_known)
      .value("unchanged", ValueState::unchanged)
      .value("no_rule", ValueState::no_rule)
      .finalize();
  py::native_enum<Standing>(module, "Standing", "enum.Enum", "What kind of source stands behind a value.")
      .value("statute", Standing::statute)
      .value("judicial", Standing::judicial)
      .value("notice", Standing::notice)
      .value("local", Standing::local)
      .value("practice", Standing::practice)
      .value("inference", Standing::inference)
      .finalize();
  py::native_enum<Verification>(module, "Verification", "enum.Enum", "Whether the text of the source has been read.")
      .value("verified", Verification::verified)
      .value("unverified", Verification::unverified)
      .finalize();
  py::native_enum<RuleKind>(module, "RuleKind", "enum.Enum", "What a rule's value is.")
      .value("time_limit", RuleKind::time_limit)
      .value("day_of_year", RuleKind::day_of_year)
      .value("count", RuleKind::count)
      .value("choice", RuleKind::choice)
      .value("set", RuleKind::set)
      .value("tariff", RuleKind::tariff)
      .finalize();
}

void bind_rule_values(py::module_& module) {
  py::class_<TimeLimit> limit(module, "TimeLimit", "A length of time as the law states it: 20 working days, 6 months.");
  bind_struct(limit, 1, Field{"count", &TimeLimit::count, "How many."}, Field{"unit", &TimeLimit::unit, "Of what."});
  limit.def("__repr__", [](TimeLimit value) { return one_line("TimeLimit", to_string(value)); })
      .def("__str__", &printed<TimeLimit>);

  py::class_<DayOfYear> day(module, "DayOfYear", "A fixed day of every year: 31 March.");
  bind_struct(day, 1, Field{"month", &DayOfYear::month, "1-12."}, Field{"day", &DayOfYear::day, "1-31."});
  day.def(py::init([](int month, int day_of_month) {
            (void)Date{2023, month, day_of_month};  // a day of every year: 29 February is none
            return DayOfYear{month, day_of_month};
          }),
          py::arg("month"), py::arg("day"));
  day.def("in_year", &DayOfYear::in, py::arg("year"), "The day in a year.")
      .def("__repr__", [](DayOfYear value) { return one_line("DayOfYear", to_string(value)); })
      .def("__str__", &printed<DayOfYear>);

  py::class_<TariffBand>(module, "TariffBand", "Positions that cost the same each, or rise step by step.")
      .def_readonly("first", &TariffBand::first, "The first position, from 1.")
      .def_readonly("last", &TariffBand::last, "The last one; None without end.")
      .def_readonly("price", &TariffBand::price, "The price of each, or of the first step.")
      .def_readonly("step", &TariffBand::step, "After how many positions the price rises; None if it does not.")
      .def_readonly("increase", &TariffBand::increase, "By how much it rises.")
      .def("__repr__", [](const TariffBand& band) {
        return one_line("TariffBand", "from " + std::to_string(band.first) + ": " + band.price.to_string());
      });

  py::class_<Tariff>(module, "Tariff", "What something costs by how many there are (超额累进).")
      .def_property_readonly("unit", &Tariff::unit, "What is counted.")
      .def_property_readonly("over", &Tariff::over, "What the count runs over.")
      .def_property_readonly("bands", &Tariff::bands, "Its bands, without gap.")
      .def("price_at", &Tariff::price_at, py::arg("position"),
           "The price of the position alone; 103 outside its range.")
      .def("total", &Tariff::total, py::arg("count"), "The price of the first `count` together; 103 outside its range.")
      .def("charge", &Tariff::charge, py::arg("before"), py::arg("count"), "The price of `count` more after `before`.")
      .def(py::self == py::self)
      .def(py::self != py::self)
      .def("__hash__", [](const Tariff& tariff) { return py::hash(py::str(printed(tariff))); })
      .def("__repr__", [](const Tariff& tariff) { return one_line("Tariff", printed(tariff)); });

  py::class_<DatedValue>(module, "DatedValue", "One value of one rule, the days it is valid, and where it comes from.")
      .def_readonly("state", &DatedValue::state, "What it says; only in_force has a value.")
      .def_readonly("value", &DatedValue::value, "A TimeLimit, DayOfYear, int, Code, list of codes or Tariff, or None.")
      .def_readonly("first_day", &DatedValue::from, "The first day; None: since ever.")
      .def_readonly("last_day", &DatedValue::to, "The last day; None: until further notice.")
      .def_readonly("place", &DatedValue::place, "Where it applies: CN, CN-FJ.")
      .def_readonly("standing", &DatedValue::standing, "What kind of source stands behind it.")
      .def_readonly("verification", &DatedValue::verification, "Whether the text of the source has been read.")
      .def_readonly("citations", &DatedValue::citations, "Its sources; empty only for no_rule.")
      .def_readonly("note", &DatedValue::note, "Both texts may be empty.")
      .def_readonly("file", &DatedValue::file, "The file that says so.")
      .def_readonly("pointer", &DatedValue::pointer, "Where in the file (JSON pointer).")
      .def("__repr__", [](const DatedValue& value) {
        return one_line("DatedValue", std::string{to_string(value.state)} + ' ' + value.file + '#' + value.pointer);
      });
}

void bind_taxonomy(py::module_& module) {
  py::class_<TaxonomyMember>(module, "TaxonomyMember", "One member of a taxonomy.")
      .def_readonly("code", &TaxonomyMember::code, "Its code.")
      .def_readonly("label", &TaxonomyMember::label, "Its label in both languages.")
      .def_readonly("printed", &TaxonomyMember::printed, "As an official form prints it; empty where none does.")
      .def_readonly("group", &TaxonomyMember::group, "Its group, or None.")
      .def_readonly("aliases", &TaxonomyMember::aliases, "Other labels that can mean only this one.")
      .def_readonly("citations", &TaxonomyMember::citations, "Its articles.")
      .def_readonly("verification", &TaxonomyMember::verification, "Whether the text of the source has been read.")
      .def_readonly("note", &TaxonomyMember::note, "Both texts may be empty.")
      .def("__repr__", [](const TaxonomyMember& member) {
        return one_line("TaxonomyMember", member.code.qualified() + ' ' + member.label.zh);
      });

  py::class_<Taxonomy>(module, "Taxonomy", "A closed list of codes in the order of the official form. Immutable.")
      .def_property_readonly("name", &Taxonomy::name, "outcome")
      .def_property_readonly("qualified_name", &Taxonomy::qualified_name, "cn.outcome")
      .def_property_readonly("label", &Taxonomy::label, "Its label in both languages.")
      .def_property_readonly("place", &Taxonomy::place, "Where the list is used: CN, CN-BJ.")
      .def_property_readonly("note", &Taxonomy::note, "Both texts may be empty.")
      .def_property_readonly("citations", &Taxonomy::citations, "Its sources.")
      .def_property_readonly("groups", &Taxonomy::groups, "Name of the taxonomy of the groups; empty for none.")
      .def_property_readonly("members", &Taxonomy::members, "In order.")
      .def("in_group", &Taxonomy::in_group, py::arg("group"), "The members of a group, in order.")
      .def("find", &Taxonomy::find, py::arg("token"), py::return_value_policy::copy,
           "None when there is no such token.")
      .def("find_label", &Taxonomy::find_label, py::arg("label_zh"), py::return_value_policy::copy,
           "The member with this Chinese label, printed label or alias, exactly; None for none.")
      .def("at", py::overload_cast<std::string_view>(&Taxonomy::at, py::const_), py::arg("token"),
           py::return_value_policy::copy, "NotFoundError 402 when it is not there.")
      .def("at", py::overload_cast<Code>(&Taxonomy::at, py::const_), py::arg("code"), py::return_value_policy::copy,
           "NotFoundError 402 when it is not there.")
      .def("position", &Taxonomy::position, py::arg("code"), "Place in `members`, from 0; NotFoundError 402.")
      .def("__contains__", &Taxonomy::contains, py::arg("code"))
      .def("__len__", &Taxonomy::size)
      .def("__repr__", [](const Taxonomy& taxonomy) { return one_line("Taxonomy", printed(taxonomy)); });
}

void bind_rule(py::module_& module) {
  py::class_<RuleDefinition>(module, "RuleDefinition", "What a rule is about.")
      .def_readonly("code", &RuleDefinition::code, "Its code.")
      .def_readonly("kind", &RuleDefinition::kind, "What its value is.")
      .def_readonly("label", &RuleDefinition::label, "Its label in both languages.")
      .def_readonly("selected_by", &RuleDefinition::selected_by, "The kind of day that selects its value.")
      .def_readonly("counted_from", &RuleDefinition::counted_from,
                    "Of a time limit: the day from which it is counted, itself not counted; or None.")
      .def_readonly("by", &RuleDefinition::by, "The taxonomy by which it differs; empty for one value a day.")
      .def_readonly("choices", &RuleDefinition::choices, "Of a choice or set: the taxonomy it comes from.")
      .def("__repr__", [](const RuleDefinition& definition) {
        return one_line("RuleDefinition", definition.code.qualified() + ' ' + definition.label.en);
      });

  py::class_<Instrument>(module, "Instrument", "A legal source.")
      .def_readonly("id", &Instrument::id, "As the files call it: R2019.")
      .def_readonly("citation", &Instrument::citation, "As a citation names it: 国务院令第711号.")
      .def_readonly("title", &Instrument::title, "Its title in both languages.")
      .def_readonly("first_day", &Instrument::from, "In force from; None where it is not known.")
      .def_readonly("last_day", &Instrument::to, "Its last day in force, or None.")
      .def_readonly("addresses", &Instrument::addresses, "Where the text was read.")
      .def_readonly("verification", &Instrument::verification, "Whether it has been read.")
      .def("__repr__", [](const Instrument& value) { return one_line("Instrument", value.id + ' ' + value.citation); });

  py::class_<RuleAnswer>(module, "RuleAnswer",
                         "What one rule says on one day. Asked for a value that is not there it raises NotFoundError "
                         "403, for one of another kind InvalidArgumentError 108.")
      .def_property_readonly("definition", &RuleAnswer::definition, py::return_value_policy::copy, "What it is about.")
      .def_property_readonly("code", &RuleAnswer::code, "The rule.")
      .def_property_readonly("of", &RuleAnswer::of, "The channel, body, … that was asked for, or None.")
      .def_property_readonly("day", &RuleAnswer::day, "The day that was asked for.")
      .def_property_readonly("state", &RuleAnswer::state, "What it says; only in_force has a value.")
      .def_property_readonly("entry", &RuleAnswer::entry, py::return_value_policy::copy,
                             "The value and where it stands.")
      .def_property_readonly("beneath", &RuleAnswer::beneath, "What overlays put aside, topmost first.")
      .def_property_readonly("in_force", &RuleAnswer::in_force, "Whether there is a value.")
      .def("value", &RuleAnswer::value, py::return_value_policy::copy,
           "A TimeLimit, DayOfYear, int, Code, list of codes or Tariff.")
      .def("time_limit", &RuleAnswer::time_limit, "The length of time.")
      .def("working_days", &RuleAnswer::working_days, "The limit in working days; 108 for another unit.")
      .def("calendar_days", &RuleAnswer::calendar_days, "The limit in calendar days; 108 for another unit.")
      .def("day_of_year", &RuleAnswer::day_of_year, "The day of the year.")
      .def("count", &RuleAnswer::count, "The number of times.")
      .def("choice", &RuleAnswer::choice, "The choice.")
      .def("set", &RuleAnswer::set, "The codes, in order.")
      .def("tariff", &RuleAnswer::tariff, py::return_value_policy::copy, "The tariff.")
      .def("holds", &RuleAnswer::holds, py::arg("code"), "Whether the set holds a code.")
      .def("to_string", &RuleAnswer::to_string, py::arg("language") = Language::en, "One line: value and sources.")
      .def("__repr__",
           [](const RuleAnswer& answer) {
             return one_line("RuleAnswer", std::string{answer.code().token()} + " on " + answer.day().to_string() +
                                               ": " + answer.to_string());
           })
      .def("__str__", &printed<RuleAnswer>);
}

void bind_questions(py::module_& module) {
  py::class_<Choice>(module, "Choice", "One answer that an open question allows.")
      .def_readonly("name", &Choice::name, "Its name.")
      .def_readonly("meaning", &Choice::meaning, "In both languages.")
      .def("__repr__", [](const Choice& choice) { return one_line("Choice", choice.name); });
  py::class_<OpenQuestion>(module, "OpenQuestion", "A question that the law leaves open.")
      .def_readonly("name", &OpenQuestion::name, "The name of the option.")
      .def_readonly("topic", &OpenQuestion::topic, "clock, request or report.")
      .def_readonly("question", &OpenQuestion::question, "In both languages.")
      .def_readonly("choices", &OpenQuestion::choices, "What can be chosen.")
      .def_readonly("default_choice", &OpenQuestion::default_choice, "What is chosen by default.")
      .def_readonly("safe_choice", &OpenQuestion::safe_choice, "The choice with the earliest due day, or None.")
      .def_readonly("basis", &OpenQuestion::basis, "Why, in both languages.")
      .def_readonly("verification", &OpenQuestion::verification, "Whether the basis has been read.")
      .def("__repr__", [](const OpenQuestion& question) { return one_line("OpenQuestion", question.name); });
  py::class_<Situation>(module, "Situation", "What is done where the law is silent, without a choice.")
      .def_readonly("name", &Situation::name, "Its name.")
      .def_readonly("topic", &Situation::topic, "clock or report.")
      .def_readonly("situation", &Situation::situation, "In both languages.")
      .def_readonly("answer", &Situation::answer, "In both languages.")
      .def("__repr__", [](const Situation& situation) { return one_line("Situation", situation.name); });
}

using NamedBytes = std::vector<std::pair<std::string, std::string>>;

Rulebook from_named(const NamedBytes& files) {
  std::vector<RuleFile> out;
  for (const auto& [name, bytes] : files) {
    out.push_back({name, bytes});
  }
  return Rulebook::from_files(out);
}

void bind_rulebook(py::module_& module) {
  using Released = py::call_guard<py::gil_scoped_release>;
  py::class_<Rulebook>(module, "Rulebook",
                       "The law as data: limits, rules, tariffs, taxonomies and open questions of a country, each with "
                       "its days and sources. Immutable.")
      .def_static("builtin", &Rulebook::builtin, py::arg("name") = "cn", Released(),
                  "cn, or with a place's own rules over it cn-fj, cn-sh; NotFoundError 401.")
      .def_static("builtin_names", &Rulebook::builtin_names, Released(), "The names that `builtin` knows.")
      .def_static("from_files", &from_named, py::arg("files"), Released(),
                  "Reads pairs of name and bytes strictly: RulebookError 303 with file and JSON pointer.")
      .def_property_readonly("country", &Rulebook::country, "cn")
      .def_property_readonly("content_hash", &Rulebook::content_hash, "32 hexadecimal digits; identity, not evidence.")
      .def_property_readonly(
          "files",
          [](const Rulebook& book) {
            py::list out;
            for (const auto& file : book.files()) {
              out.append(py::str(file.name));
            }
            return out;
          },
          "The names of its files, overlays last.")
      .def_property_readonly("definitions", &Rulebook::definitions, "What its rules are about.")
      .def_property_readonly("taxonomies", &Rulebook::taxonomies, "Names of its taxonomies, sorted.")
      .def_property_readonly("instruments", &Rulebook::instruments, "Its sources, sorted by id.")
      .def_property_readonly("questions", &Rulebook::questions, "The questions that the law leaves open.")
      .def_property_readonly("situations", &Rulebook::situations, "What is done where the law is silent.")
      .def("with_overlay", &Rulebook::with_overlay, py::arg("data"), py::arg("file") = "overlay", Released(),
           "This rulebook with a place's own rules over it; RulebookError 303.")
      .def("at", py::overload_cast<Code, Date>(&Rulebook::at, py::const_), py::arg("rule"), py::arg("day"),
           "What the rule says on the day, by the day's kind (`RuleDefinition.selected_by`).")
      .def("at", py::overload_cast<Code, Code, Date>(&Rulebook::at, py::const_), py::arg("rule"), py::arg("of"),
           py::arg("day"), "The same for a rule that differs by channel, body, ….")
      .def("at", py::overload_cast<std::string_view, Date>(&Rulebook::at, py::const_), py::arg("rule"), py::arg("day"),
           "By the rule's token; NotFoundError 402.")
      .def("at", py::overload_cast<std::string_view, std::string_view, Date>(&Rulebook::at, py::const_),
           py::arg("rule"), py::arg("of"), py::arg("day"), "By tokens; NotFoundError 402.")
      .def("history", &Rulebook::history, py::arg("rule"), py::arg("of") = py::none(),
           "All values that files state for a rule, the base before overlays, by first day.")
      .def("definition", &Rulebook::definition, py::arg("rule"), py::return_value_policy::copy, "NotFoundError 402.")
      .def("taxonomy", &Rulebook::taxonomy, py::arg("name"), "NotFoundError 402.")
      .def("code", &Rulebook::code, py::arg("taxonomy"), py::arg("token"), "NotFoundError 402.")
      .def("label", &Rulebook::label, py::arg("code"), py::arg("language") = Language::zh,
           "The label of a code; NotFoundError 402.")
      .def("instrument", &Rulebook::instrument, py::arg("id"), py::return_value_policy::copy, "NotFoundError 402.")
      .def("question", &Rulebook::question, py::arg("name"), py::return_value_policy::copy, "NotFoundError 402.")
      .def("explain", &Rulebook::explain, py::arg("rule"), py::arg("language") = Language::en,
           "The value, its history and its sources as text; NotFoundError 402.")
      .def(
          "__eq__", [](const Rulebook& a, const Rulebook& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const Rulebook& a, const Rulebook& b) { return a != b; }, py::is_operator())
      .def("__hash__", [](const Rulebook& book) { return py::hash(py::str(book.content_hash())); })
      .def("__repr__", [](const Rulebook& book) { return one_line("Rulebook", printed(book)); })
      .def(py::pickle(
          [](const Rulebook& book) {
            py::list files;
            for (const auto& file : book.files()) {
              files.append(py::make_tuple(file.name, py::bytes(file.bytes)));
            }
            return py::make_tuple(1, files);
          },
          [](const py::tuple& state) {
            if (state.size() != 2 || state[0].cast<int>() != 1) {
              refuse_pickle();
            }
            return from_named(state[1].cast<NamedBytes>());
          }));
}

}  // namespace

void bind_rules(py::module_& module) {
  bind_rule_enums(module);
  bind_rule_values(module);
  bind_taxonomy(module);
  bind_rule(module);
  bind_questions(module);
  bind_rulebook(module);
}

}  // namespace gongkai::bindings
