// SPDX-License-Identifier: Apache-2.0
// Module base: codes, amounts of money, texts in two languages.
#include <pybind11/operators.h>

#include <functional>

#include <gongkai/base/code.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/base/money.hpp>
#include <gongkai/error.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

[[noreturn]] void refuse_pickle() {
  throw InvalidArgumentError{ErrorCode::invalid_option, "pickle",
                             "a pickle of another version of gongkai: write it again from its source"};
}

Currency currency_of(const std::string& letters) {
  const auto found = Currency::find(letters);
  if (!found) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "currency", "\"" + letters + "\" is no currency that is known"};
  }
  return *found;
}

void bind_code(py::module_& module) {
  py::class_<Code>(
      module, "Code",
      "One member of a taxonomy. `gongkai.cn.outcome.granted` is the code that JSON spells \"granted\". Two "
      "are equal when taxonomy and token are.")
      .def_property_readonly("taxonomy", &Code::taxonomy, "The list it belongs to: cn.outcome.")
      .def_property_readonly("token", &Code::token, "Its word: granted.")
      .def_property_readonly("qualified", &Code::qualified, "Both: cn.outcome.granted.")
      .def(py::self == py::self)
      .def(py::self != py::self)
      .def(py::self < py::self)
      .def("__hash__", [](Code code) { return std::hash<Code>{}(code); })
      .def("__repr__", [](Code code) { return one_line("Code", code.qualified()); })
      .def("__str__", &printed<Code>)
      .def(py::pickle([](Code code) { return py::make_tuple(1, code.taxonomy(), code.token()); },
                      [](const py::tuple& state) {
                        if (state.size() != 3 || state[0].cast<int>() != 1) {
                          refuse_pickle();
                        }
                        return Code::intern(state[1].cast<std::string>(), state[2].cast<std::string>());
                      }));
}

void bind_money(py::module_& module) {
  py::class_<Money>(
      module, "Money",
      "An amount: a whole number of the smallest unit (分) and a currency. Sums are exact; two currencies "
      "in one are InvalidArgumentError 109.")
      .def(py::init([](std::int64_t minor, const std::string& currency) {
             return Money::from_minor(minor, currency_of(currency));
           }),
           py::arg("minor"), py::arg("currency") = "CNY")
      .def_property_readonly("minor", &Money::minor, "In the smallest unit.")
      .def_property_readonly(
          "currency", [](const Money& money) { return std::string{money.currency().letters()}; },
          "Its ISO 4217 letters.")
      .def(py::self + py::self)
      .def(py::self - py::self)
      .def(py::self * std::int64_t())
      .def(py::self == py::self)
      .def(py::self != py::self)
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", [](const Money& money) { return std::hash<Money>{}(money); })
      .def("__repr__", [](const Money& money) { return one_line("Money", money.to_string()); })
      .def("__str__", &Money::to_string)
      .def(py::pickle(
          [](const Money& money) { return py::make_tuple(1, money.minor(), std::string{money.currency().letters()}); },
          [](const py::tuple& state) {
            if (state.size() != 3 || state[0].cast<int>() != 1) {
              refuse_pickle();
            }
            return Money::from_minor(state[1].cast<std::int64_t>(), currency_of(state[2].cast<std::string>()));
          }));
}

void bind_local_text(py::module_& module) {
  py::class_<LocalText> text(module, "LocalText", "One text in English and Chinese.");
  bind_struct(text, 1, Field{"en", &LocalText::en, "In English."}, Field{"zh", &LocalText::zh, "In Chinese."});
  text.def("__repr__", [](const LocalText& value) { return one_line("LocalText", value.en + " / " + value.zh); });
}

}  // namespace

void bind_codes(py::module_& module) {
  bind_code(module);
  bind_money(module);
  bind_local_text(module);
}

}  // namespace gongkai::bindings
