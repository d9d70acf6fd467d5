// SPDX-License-Identifier: Apache-2.0
#pragma once
// Actions and the values in them as Python classes, from the lists of fields that the codec has (lib/…/fields.hpp): a
// field that is added there is in Python too, and none of a hundred classes is written out by hand. This is the one
// place where bindings look behind the public headers: the lists say no more than those do, but a program can go
// through them.

#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "catalogue/fields.hpp"
#include "event/fields.hpp"
#include "request/fields.hpp"
#include "review/fields.hpp"
#include "value.hpp"

namespace gongkai::bindings {

/// The field of a value as Python sees it: sequences as tuples.
template <typename Owner, typename Value>
py::object field_of(const Owner& owner, const detail::Field<Owner, Value>& field) {
  return frozen(owner.*field.member);
}

template <typename T>
py::tuple fields_of(const T& value) {
  return std::apply([&](const auto&... field) { return py::make_tuple(field_of(value, field)...); },
                    detail::Fields<T>::list);
}

/// What stands for a field that is left out.
template <typename Value>
py::object absent() {
  if constexpr (detail::IsVector<Value>::value) {
    return py::tuple();
  } else {
    return py::cast(Value{});
  }
}

template <typename T, std::size_t Index>
auto argument() {
  constexpr auto field = std::get<Index>(detail::Fields<T>::list);
  using Value = std::decay_t<decltype(std::declval<T>().*field.member)>;
  if constexpr (field.needed) {
    return py::arg(field.name.data());  // a literal, so it ends in zero
  } else {
    return py::arg_v(field.name.data(), absent<Value>());
  }
}

template <typename T, std::size_t... Index>
void def_constructor(py::class_<T>& type, std::index_sequence<Index...> /*indices*/) {
  const auto make =
      [](std::decay_t<decltype(std::declval<T>().*std::get<Index>(detail::Fields<T>::list).member)>... all) {
        return T{std::move(all)...};
      };
  if constexpr (sizeof...(Index) == 0) {
    type.def(py::init(make));
  } else {
    // Keywords only: fields that may be left out stand before others that may not.
    type.def(py::init(make), py::kw_only(), argument<T, Index>()...);
  }
}

/// `RequestServed(service='direct', delivered_on=datetime.date(2024, 3, 4))`: what is absent is left out.
template <typename T>
std::string call_text(const char* name, const T& value) {
  std::string out = std::string{name} + '(';
  detail::for_each_field<T>([&](const auto& field) {
    if (field.needed || !detail::is_absent(value.*field.member)) {
      out += (out.back() == '(' ? "" : ", ") + std::string{field.name} + '=' +
             py::repr(field_of(value, field)).template cast<std::string>();
    }
  });
  return out + ')';
}

template <typename T, std::size_t... Index>
T value_from(const py::tuple& state, std::index_sequence<Index...> /*indices*/) {
  return T{state[Index]
               .template cast<
                   std::decay_t<decltype(std::declval<T>().*std::get<Index>(detail::Fields<T>::list).member)>>()...};
}

/// A class with keyword constructor, read-only attributes, equality, hash, text and pickle.
template <typename T>
py::class_<T> bind_fields(py::module_& module, const char* name, const char* doc, int version = 1) {
  constexpr std::size_t count = std::tuple_size_v<std::decay_t<decltype(detail::Fields<T>::list)>>;
  using Indices = std::make_index_sequence<count>;
  py::class_<T> type(module, name, doc);
  def_constructor(type, Indices{});
  detail::for_each_field<T>([&](const auto& field) {
    type.def_property_readonly(
        field.name.data(), [field](const T& value) { return field_of(value, field); },
        field.needed ? "Always stated." : "Empty or None: not stated.");
  });
  type.def(
          "__eq__", [](const T& a, const T& b) { return detail::same(a, b); }, py::is_operator())
      .def(
          "__ne__", [](const T& a, const T& b) { return !detail::same(a, b); }, py::is_operator())
      .def("__hash__", [](const T& value) { return py::hash(fields_of(value)); })
      .def("__repr__", [name](const T& value) { return call_text(name, value); })
      .def(py::pickle([version](const T& value) { return py::make_tuple(version, fields_of(value)); },
                      [version](const py::tuple& state) {
                        if (state.size() != 2 || state[0].cast<int>() != version || py::len(state[1]) != count) {
                          throw InvalidArgumentError{ErrorCode::invalid_option, "pickle",
                                                     "a pickle of another version of gongkai: write it again from its "
                                                     "source"};
                        }
                        return value_from<T>(state[1].cast<py::tuple>(), Indices{});
                      }));
  return type;
}

// ---- a list of actions

/// The action that a Python object is. `TypeError` for anything else.
template <typename Action, std::size_t Index = 0>
Action action_of(const py::handle& object) {
  if constexpr (Index < std::variant_size_v<Action>) {
    using Alternative = std::variant_alternative_t<Index, Action>;
    return py::isinstance<Alternative>(object) ? Action{std::in_place_index<Index>, object.cast<Alternative>()}
                                               : action_of<Action, Index + 1>(object);
  } else {
    throw py::type_error("an action of this module is wanted, not " + py::repr(object).cast<std::string>());
  }
}

template <typename Action>
py::object action_object(const Action& action) {
  return std::visit([](const auto& value) { return py::cast(value); }, action);
}

/// Every alternative of a list of actions: its class is called as in C++, `names` and `docs` in their order.
template <typename Action, std::size_t... Index>
void bind_each_action(py::module_& module, const char* const (&names)[sizeof...(Index)],
                      const char* const (&docs)[sizeof...(Index)], std::index_sequence<Index...> /*indices*/) {
  (bind_fields<std::variant_alternative_t<Index, Action>>(module, names[Index], docs[Index]), ...);
}
template <typename Action, std::size_t Count>
void bind_actions(py::module_& module, const char* const (&names)[Count], const char* const (&docs)[Count]) {
  static_assert(Count == std::variant_size_v<Action>, "a name and a text for each action");
  bind_each_action<Action>(module, names, docs, std::make_index_sequence<Count>{});
}

// ---- an event, its file, its import

/// `RequestEvent`, `RequestEventFile`, `RequestImport` and the functions of JSON Lines. `parse` is the module's.
template <typename Event>
void bind_event(py::module_& module, const std::string& prefix, const char* doc,
                Event (*parse)(std::string_view, const std::string&)) {
  using Action = decltype(Event::action);
  const std::string name = prefix + "Event";
  py::class_<Event>(module, name.c_str(), doc)
      .def(py::init([](Envelope envelope, const py::object& action) {
             return Event{std::move(envelope), action_of<Action>(action)};
           }),
           py::arg("envelope"), py::arg("action"))
      .def_property_readonly(
          "envelope", [](const Event& event) { return event.envelope; }, "Whose it is, the days, who, from where.")
      .def_property_readonly(
          "action", [](const Event& event) { return action_object(event.action); }, "What happened.")
      .def_property_readonly(
          "name", [](const Event& event) { return std::string{action_name(event.action)}; },
          "The name of the action: decided.")
      .def(
          "numbered",
          [](Event event, std::int64_t sequence) {
            event.envelope.sequence = sequence;
            return event;
          },
          py::arg("sequence"), "The same event at a place in the office's one list.")
      .def(
          "__eq__", [](const Event& a, const Event& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const Event& a, const Event& b) { return a != b; }, py::is_operator())
      .def("__hash__", [](const Event& event) { return py::hash(py::str(to_json(event))); })
      .def("__repr__",
           [name](const Event& event) {
             const auto& envelope = event.envelope;
             return one_line(name.c_str(), std::to_string(envelope.sequence) + ' ' + envelope.subject + ' ' +
                                               std::string{action_name(event.action)} + ' ' +
                                               envelope.legal_day.to_string());
           })
      .def(py::pickle([](const Event& event) { return to_json(event); },
                      [parse](const std::string& json) { return parse(json, "pickle"); }));

  using File = EventFile<Event>;
  py::class_<File>(module, (prefix + "EventFile").c_str(), "What a file of events held.")
      .def_property_readonly(
          "events", [](const File& file) { return file.events; }, "In the order of the lines.")
      .def_property_readonly(
          "rejected", [](const File& file) { return file.rejected; }, "Every bad line.")
      .def("__repr__", [name](const File& file) {
        return one_line((name + "File").c_str(), std::to_string(file.events.size()) + " events, " +
                                                     std::to_string(file.rejected.size()) + " rejected");
      });

  using Again = Import<Event>;
  const std::string import_name = prefix + "Import";
  py::class_<Again>(module, import_name.c_str(), "What importing rows again comes to.")
      .def_property_readonly(
          "append", [](const Again& again) { return again.append; }, "New events, numbered on from the last.")
      .def_readonly("unchanged", &Again::unchanged, "Events that stand as they are.")
      .def_readonly("added", &Again::added, "Events that are new.")
      .def_readonly("corrected", &Again::corrected, "Events that replace another.")
      .def_readonly("retracted", &Again::retracted, "Events that the rows no longer give.")
      .def("__repr__", [import_name](const Again& again) {
        return one_line(import_name.c_str(), std::to_string(again.unchanged) + " unchanged, " +
                                                 std::to_string(again.added) + " added, " +
                                                 std::to_string(again.corrected) + " corrected, " +
                                                 std::to_string(again.retracted) + " retracted");
      });

  module.def(
      "to_json", [](const Event& event) { return to_json(event); }, py::arg("event"),
      "One event as one line of JSON, with its version.");
  module.def(
      "to_json_lines",
      [](const std::vector<Event>& events) {
        const py::gil_scoped_release unlocked;
        return to_json_lines(events);
      },
      py::arg("events"), "One event a line.");
  module.def(
      "import_again",
      [](const std::vector<Event>& known, const std::vector<Event>& incoming, Date recorded_on) {
        const py::gil_scoped_release unlocked;
        return import_again(known, incoming, recorded_on);
      },
      py::arg("known"), py::arg("incoming"), py::arg("recorded_on"),
      "What importing rows again comes to: the same is left alone, a changed row becomes a correction, what a row "
      "no longer gives is retracted, rows that are not in the import stay.");
}

/// A dictionary whose values are parts of `owner`: nothing is copied.
template <typename Map>
py::dict parts_of(const py::object& owner, const Map& map) {
  py::dict out;
  for (const auto& [key, value] : map) {
    out[py::str(key)] = py::cast(value, py::return_value_policy::reference_internal, owner);
  }
  return out;
}

}  // namespace gongkai::bindings
