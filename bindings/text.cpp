// SPDX-License-Identifier: Apache-2.0
// Module text: quantities in Chinese sentences.
#include <pybind11/native_enum.h>

#include <gongkai/text/mention.hpp>
#include <gongkai/text/normalise.hpp>

#include "value.hpp"

namespace gongkai::bindings {

void bind_text(py::module_& module) {
  py::native_enum<MentionPeriod>(module, "MentionPeriod", "enum.Enum", "The period that a sentence gives its figure.")
      .value("unstated", MentionPeriod::unstated, "The sentence does not say.")
      .value("this_year", MentionPeriod::this_year, "The year reported on.")
      .value("until", MentionPeriod::until, "截至2013年12月31日, without saying since when.")
      .value("cumulative", MentionPeriod::cumulative, "累计, 自2008年以来: more than the year.")
      .value("other_year", MentionPeriod::other_year, "Another year than the one reported on.")
      .value("change", MentionPeriod::change, "A difference, not a stock.")
      .finalize();

  py::class_<Mention> type(module, "Mention", "One quantity as the text says it, with its measure word and place.");
  bind_struct(type, 1, Field{"what", &Mention::what, "The words that say what is counted, as printed."},
              Field{"whose", &Mention::whose, "The body that the sentence names for it; empty when it names none."},
              Field{"value", &Mention::value, "The number; of an approximation the number it is built on."},
              Field{"unit", &Mention::unit, "Measure word; `%` for a percentage; empty when none is printed."},
              Field{"printed", &Mention::printed, "The number without its measure word, as printed."},
              Field{"approximate", &Mention::approximate, "余, 多, 约, 近: no number to reckon with."},
              Field{"period", &Mention::period, "The period that the sentence gives it."},
              Field{"year", &Mention::year, "The year that the sentence names for it, or None."},
              Field{"place", &Mention::place, "Where number and measure word stand."},
              Field{"begin", &Mention::begin, "First character of the folded text."},
              Field{"end", &Mention::end, "One past the last one, measure word included."},
              Field{"sentence", &Mention::sentence, "Index of the sentence, from 0."});
  type.def("__repr__", [](const Mention& mention) {
    return one_line("Mention", mention.what + ' ' + mention.printed + mention.unit);
  });

  module.def(
      "decode",
      [](const py::bytes& data, const std::string& file) {
        const std::string_view bytes{data};
        const py::gil_scoped_release unlocked;
        return decode(bytes, {}, file);
      },
      py::arg("data"), py::arg("file") = "document",
      "The text of a document: UTF-8, UTF-16 with a byte order mark, or GB18030. ParseError 221 when it is none.");
  module.def("fold_label", &fold_label, py::arg("label"),
             "A label folded for comparing: Traditional to Simplified, full width to half width, without blanks.");
}

}  // namespace gongkai::bindings
