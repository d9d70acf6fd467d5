// SPDX-License-Identifier: Apache-2.0
#pragma once
// Conversions between exact twins. Included by common.hpp, so that every binding file has the same ones.

#include <pybind11/pybind11.h>

#include <gongkai/base/date.hpp>

namespace gongkai::bindings {

/// Whether the object is a `datetime.date`; a `datetime.datetime` is `InvalidArgumentError` 102.
[[nodiscard]] bool is_date(PyObject* object);
/// Of an object that `is_date`.
[[nodiscard]] Date to_date(PyObject* object);
/// A new reference to a `datetime.date`.
[[nodiscard]] PyObject* from_date(Date date);

}  // namespace gongkai::bindings

namespace pybind11::detail {

/// `gongkai::Date` is `datetime.date`, never `datetime.datetime`: a time of day has no place in a legal day.
template <>
struct type_caster<gongkai::Date> {
  static constexpr auto name = const_name("datetime.date");
  template <typename>
  using cast_op_type = gongkai::Date;  // NOLINT(readability-identifier-naming): pybind11 looks for it

  bool load(handle source, bool /*convert*/) {
    if (!source || !gongkai::bindings::is_date(source.ptr())) {
      return false;
    }
    value_ = gongkai::bindings::to_date(source.ptr());
    return true;
  }
  static handle cast(gongkai::Date date, return_value_policy /*policy*/, handle /*parent*/) {
    return gongkai::bindings::from_date(date);
  }
  explicit operator gongkai::Date() const { return value_; }

 private:
  gongkai::Date value_ = gongkai::Date::from_ordinal(0);
};

}  // namespace pybind11::detail
