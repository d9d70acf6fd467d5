// SPDX-License-Identifier: Apache-2.0
#pragma once
// Plain values of C++ as values of Python: read-only properties, equality, hash and pickle, all from one list of
// fields.

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

#include <gongkai/error.hpp>

#include "common.hpp"

namespace gongkai::bindings {

/// `==` and `!=` as C++ has them.
template <typename T>
void bind_equality(py::class_<T>& type) {
  type.def(
          "__eq__", [](const T& a, const T& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const T& a, const T& b) { return a != b; }, py::is_operator());
}

/// One field: its name, where it is, and what it holds.
template <typename T, typename Member>
struct Field {
  const char* name;
  Member T::*member;
  const char* doc;
};
template <typename T, typename Member>
Field(const char*, Member T::*, const char*) -> Field<T, Member>;

template <typename Member>
py::object frozen(const Member& value) {
  return py::cast(value);
}
// Sequences as tuples: they can be hashed.
template <typename Element>
py::object frozen(const std::vector<Element>& values) {
  return py::tuple(py::cast(values));
}

template <typename T, typename... Members>
py::tuple state_of(const T& value, const Field<T, Members>&... fields) {
  return py::make_tuple(frozen(value.*fields.member)...);
}

template <typename T, std::size_t... Indices, typename... Members>
T value_of(const py::tuple& state, std::index_sequence<Indices...> /*indices*/, const Field<T, Members>&... fields) {
  T out{};
  ((out.*fields.member = state[Indices].template cast<Members>()), ...);
  return out;
}

// GCC ponders how an Anything becomes an optional; it never does.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
struct Anything {
  template <typename T>
  operator T() const;  // NOLINT(google-explicit-constructor): stands for any field
};
template <std::size_t>
using AnythingAt = Anything;

template <typename T, typename Indices, typename = void>
struct HasFields : std::false_type {};
template <typename T, std::size_t... Indices>
struct HasFields<T, std::index_sequence<Indices...>, std::void_t<decltype(T{AnythingAt<Indices>{}...})>>
    : std::true_type {};
#pragma GCC diagnostic pop

/// Equality, hash and pickle by the given fields. A pickle is `(version, fields)`: a reader that finds another version
/// refuses it.
template <typename T, typename... Members>
void bind_value(py::class_<T>& type, int version, Field<T, Members>... fields) {
  static_assert(!HasFields<T, std::make_index_sequence<sizeof...(Members) + 1>>::value,
                "a field of T is not listed: it would be lost in Python's equality, hash and pickle");
  type.def(
          "__eq__", [=](const T& a, const T& b) { return state_of(a, fields...).equal(state_of(b, fields...)); },
          py::is_operator())
      .def(
          "__ne__", [=](const T& a, const T& b) { return state_of(a, fields...).not_equal(state_of(b, fields...)); },
          py::is_operator())
      .def("__hash__", [=](const T& value) { return py::hash(state_of(value, fields...)); })
      .def(py::pickle(
          [=](const T& value) { return py::make_tuple(version, state_of(value, fields...)); },
          [=](const py::tuple& pickled) {
            if (pickled.size() != 2 || pickled[0].cast<int>() != version || py::len(pickled[1]) != sizeof...(Members)) {
              throw InvalidArgumentError{ErrorCode::invalid_option, "pickle",
                                         "a pickle of another version of gongkai: write it again from its "
                                         "source"};
            }
            return value_of<T>(pickled[1].cast<py::tuple>(), std::index_sequence_for<Members...>{}, fields...);
          }));
}

/// `bind_value`, with a read-only property for each field.
template <typename T, typename... Members>
void bind_struct(py::class_<T>& type, int version, Field<T, Members>... fields) {
  (type.def_readonly(fields.name, fields.member, fields.doc), ...);
  bind_value(type, version, fields...);
}

}  // namespace gongkai::bindings
