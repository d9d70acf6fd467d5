// SPDX-License-Identifier: Apache-2.0
#include "casters.hpp"

#include <datetime.h>

#include <gongkai/error.hpp>

namespace gongkai::bindings {
namespace {

void import_datetime() {
  if (PyDateTimeAPI == nullptr) {
    PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) {
      throw pybind11::error_already_set();
    }
  }
}

}  // namespace

bool is_date(PyObject* object) {
  import_datetime();
  if (PyDateTime_Check(object)) {
    throw InvalidArgumentError{ErrorCode::date_has_time, "date",
                               "a datetime was given where a day is asked: pass datetime.date, as in value.date()"};
  }
  return PyDate_Check(object);
}

// Python's macros are C.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
Date to_date(PyObject* object) {
  return Date{PyDateTime_GET_YEAR(object), PyDateTime_GET_MONTH(object), PyDateTime_GET_DAY(object)};
}
#pragma GCC diagnostic pop

PyObject* from_date(Date date) {
  import_datetime();
  PyObject* out = PyDate_FromDate(date.year(), date.month(), date.day());
  if (out == nullptr) {
    throw pybind11::error_already_set();
  }
  return out;
}

}  // namespace gongkai::bindings
