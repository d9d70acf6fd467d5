// SPDX-License-Identifier: Apache-2.0
// Module report: reading and checking published annual reports.
#include <pybind11/native_enum.h>

#include <gongkai/documents/html.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/cell.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/json.hpp>
#include <gongkai/report/read.hpp>

#include "check_options.hpp"
#include "value.hpp"

namespace gongkai::bindings {
namespace {

// C++ has a Decimal in every cell; in Python a zero that means nothing would be taken for one.
std::optional<Decimal> value(const Cell& cell) {
  const bool stated = cell.kind == CellKind::number || cell.kind == CellKind::approximate;
  return stated ? std::optional<Decimal>{cell.value} : std::nullopt;
}

std::optional<Date> date(const Cell& cell) {
  return cell.kind == CellKind::date
             ? std::optional<Date>{Date::from_ordinal(static_cast<std::int32_t>(cell.value.unscaled))}
             : std::nullopt;
}

void bind_cell(py::module_& module) {
  py::native_enum<CellKind>(module, "CellKind", "enum.Enum", "What stands in a cell. Unknown is not zero.")
      .value("absent", CellKind::absent, "Not stated in the document.")
      .value("blank", CellKind::blank, "A cell that is there and empty.")
      .value("mark", CellKind::mark, "`/`, `—`.")
      .value("approximate", CellKind::approximate, "40多: no number to reckon with.")
      .value("number", CellKind::number, "A number.")
      .value("text", CellKind::text, "Words.")
      .value("date", CellKind::date, "A calendar day.")
      .finalize();

  py::class_<Cell> type(module, "Cell", "A figure as printed, and where.");
  bind_value(type, 1, Field{"kind", &Cell::kind, ""}, Field{"value", &Cell::value, ""},
             Field{"in_words", &Cell::in_words, ""}, Field{"printed", &Cell::printed, ""},
             Field{"place", &Cell::place, ""});
  type.def_readonly("kind", &Cell::kind, "What stands in the cell.")
      .def_property_readonly("value", &value, "Of a number; of an approximation the number it is built on; else None.")
      .def_property_readonly("date", &date, "Of a calendar day that is printed; else None.")
      .def_readonly("in_words", &Cell::in_words, "A zero in words (没有发生, 未收到).")
      .def_readonly("printed", &Cell::printed, "What is printed, measure word included.")
      .def_readonly("place", &Cell::place, "Where it stands.")
      .def_property_readonly("is_number", &Cell::is_number, "Whether there is a number to reckon with.")
      .def("__repr__", [](const Cell& cell) {
        return one_line("Cell", std::string{to_string(cell.kind)} +
                                    (cell.kind == CellKind::absent ? "" : " " + printed(cell.place)));
      });
}

py::dict narrative(const AnnualReport& report) {
  py::dict out;
  for (const auto& [slot, cell] : report.narrative) {
    out[py::str(slot)] = cell;
  }
  return out;
}

void bind_figures(py::module_& module) {
  py::class_<ClassFigure> figure(module, "ClassFigure",
                                 "One class of proactively disclosed information, which bodies name as they like.");
  bind_struct(figure, 1, Field{"label", &ClassFigure::label, "As printed: 机构职能类的信息."},
              Field{"count", &ClassFigure::count, "How many items."},
              Field{"percent", &ClassFigure::percent, "Their share of the total."});
  figure.def("__repr__", [](const ClassFigure& value) {
    return one_line("ClassFigure", value.label + ' ' + value.count.printed + ' ' + value.percent.printed);
  });

  py::class_<ChannelFigure> channel(module, "ChannelFigure", "One channel with what was published through it.");
  bind_struct(channel, 1, Field{"label", &ChannelFigure::label, "As printed: 政府网站."},
              Field{"count", &ChannelFigure::count, "How many items."});
  channel.def("__repr__", [](const ChannelFigure& value) {
    return one_line("ChannelFigure", value.label + ' ' + value.count.printed);
  });

  py::class_<OutcomeFigure> outcome(module, "OutcomeFigure", "One result of requests with its number.");
  bind_struct(outcome, 1, Field{"label", &OutcomeFigure::label, "As printed: 同意公开."},
              Field{"code", &OutcomeFigure::code,
                    "The outcome of the 2021 form; empty where the wording fits no single "
                    "one."},
              Field{"count", &OutcomeFigure::count, "How many requests."});
  outcome.def("__repr__", [](const OutcomeFigure& value) {
    return one_line("OutcomeFigure", value.label + ' ' + value.count.printed);
  });

  py::class_<Restatement> restatement(module, "Restatement", "A figure of a slot that the document states once more.");
  bind_struct(restatement, 1, Field{"slot", &Restatement::slot, "The slot, as in AnnualReport.narrative."},
              Field{"cell", &Restatement::cell, "The further statement."});
  restatement.def("__repr__", [](const Restatement& value) {
    return one_line("Restatement", value.slot + ' ' + printed(value.cell.place));
  });
}

void bind_relations(py::module_& module) {
  py::class_<Part> part(module, "Part", "One part of a total.");
  bind_struct(part, 1, Field{"label", &Part::label, "As printed."}, Field{"count", &Part::count, "How many."});
  part.def("__repr__", [](const Part& value) { return one_line("Part", value.label + ' ' + value.count.printed); });

  py::class_<Division> division(module, "Division", "A total that the text divides: 征集33期（市级10期、县级23期）.");
  bind_struct(division, 1, Field{"path", &Division::path, "Path of the total; empty when it is a mention."},
              Field{"what", &Division::what, "The words of the total, as printed."},
              Field{"total", &Division::total, "The total."}, Field{"parts", &Division::parts, "Its parts."},
              Field{"whole", &Division::whole,
                    "Whether the text says or shows that these are all parts; without it "
                    "nothing follows from their sum."});
  division.def("__repr__", [](const Division& value) {
    return one_line("Division", value.what + ' ' + printed(value.total.place) + ", " +
                                    std::to_string(value.parts.size()) + " parts");
  });

  py::class_<Growth> growth(module, "Growth", "A rate of growth and the figures of both years.");
  bind_struct(growth, 1, Field{"path", &Growth::path, "Path of the current figure; empty when it is a mention."},
              Field{"rate", &Growth::rate, "Percent, negative for a decrease."},
              Field{"current", &Growth::current, "The figure of the year reported on."},
              Field{"previous", &Growth::previous, "The figure of the year before."});
  growth.def("__repr__", [](const Growth& value) {
    return one_line("Growth", value.previous.printed + " to " + value.current.printed + ", " + value.rate.printed);
  });

  py::class_<Claim> claim(module, "Claim", "A figure of the running text that a table states too.");
  bind_struct(claim, 1, Field{"subject", &Claim::subject, "requests_received, carried_out, granted …"},
              Field{"cell", &Claim::cell, "The figure."},
              Field{"growth", &Claim::growth, "The rate of growth that the text gives for it, in percent."},
              Field{"words", &Claim::words, "The clause it stands in, folded."},
              Field{"firm", &Claim::firm, "False where the wording may mean another count."});
  claim.def("__repr__", [](const Claim& value) { return one_line("Claim", value.subject + ' ' + value.cell.printed); });

  py::native_enum<SlipKind>(module, "SlipKind", "enum.Enum", "What contradicts the report's own face.")
      .value("year", SlipKind::year, "Another year where the report's own must stand.")
      .value("name", SlipKind::name, "The signature names another body than the title.")
      .value("self", SlipKind::self, "A body speaks of itself as of another kind.")
      .finalize();
  py::class_<Slip> slip(module, "Slip", "A statement that contradicts the report's own face.");
  bind_struct(slip, 1, Field{"kind", &Slip::kind, "What it contradicts."},
              Field{"impossible", &Slip::impossible, "Of a year: no year at all."},
              Field{"expected", &Slip::expected, "The year, the name, the kind of body."},
              Field{"place", &Slip::place, "Where it stands."});
  slip.def("__repr__",
           [](const Slip& value) { return one_line("Slip", printed(value.place) + ", expected " + value.expected); });
}

void bind_annual_report(py::module_& module) {
  py::class_<AnnualReport> type(module, "AnnualReport",
                                "One published annual report (政府信息公开工作年度报告), as it says itself: figures as "
                                "printed, each with its place. Nothing is computed, corrected or filled in.");
  bind_struct(
      type, 1, Field{"organisation", &AnnualReport::organisation, "As printed most fully; None when not stated."},
      Field{"year", &AnnualReport::year, "The year reported on; None when not stated."},
      Field{"style", &AnnualReport::style,
            "The form: cn-narrative-2008, cn-statistics-2014, cn-trial-2019, "
            "cn-format-2021; None when not recognised."},
      Field{"complete", &AnnualReport::complete, "False when the document breaks off."},
      Field{"published_on", &AnnualReport::published_on, "The day of publication; None when not stated."},
      Field{"signed_on", &AnnualReport::signed_on, "The day under the signature; None when there is none."},
      Field{"level", &AnnualReport::level,
            "Kind of body: town, department, county, prefecture, province, ministry; None when not known."},
      Field{"narrative", &AnnualReport::narrative, ""},  // as a dict: below
      Field{"classes", &AnnualReport::classes, "The classes of disclosed information, in document order."},
      Field{"channels", &AnnualReport::channels, "What was published through each channel."},
      Field{"outcomes", &AnnualReport::outcomes, "Results of requests that the text gives."},
      Field{"divisions", &AnnualReport::divisions, "Further totals with their parts, in document order."},
      Field{"growths", &AnnualReport::growths, "Rates of growth with both figures, in document order."},
      Field{"claims", &AnnualReport::claims, "Figures of the text that a table states too, in document order."},
      Field{"restatements", &AnnualReport::restatements, "Further statements of slots, in document order."},
      Field{"mentions", &AnnualReport::mentions, "Every quantity that fills no slot, in document order."},
      Field{"residues", &AnnualReport::residues, "What a template or a word processor left behind."},
      Field{"pictures", &AnnualReport::pictures, "Pictures among the text, in document order."},
      Field{"slips", &AnnualReport::slips, "What contradicts the report's own face, in document order."},
      Field{"missing_subjects", &AnnualReport::missing_subjects,
            "Subjects that the law requires and a whole narrative "
            "report does not touch."},
      Field{"tables", &AnnualReport::tables, "The tables, at most one of each id."},
      Field{"other_rows", &AnnualReport::other_rows, "Rows of tables that the forms do not have."},
      Field{"inferred", &AnnualReport::inferred, "Paths of cells that only the form's identities could place."},
      Field{"unplaced", &AnnualReport::unplaced, "Figures in or between the tables for which no cell was found."},
      Field{"chapters", &AnnualReport::chapters, "The chapters with their text, in document order."},
      Field{"explanations", &AnnualReport::explanations, "Notes that explain differences."});
  type.def_property_readonly("narrative", &narrative, "Slot to figure; a slot that is not stated is not in it.")
      .def("figure", &AnnualReport::figure, py::arg("slot"), py::return_value_policy::copy,
           "The figure of a slot; `CellKind.absent` when it is not stated or there is no such slot.")
      .def(
          "table",
          [](const AnnualReport& report, std::string_view id) -> std::optional<Table> {
            const Table* found = report.table(id);
            return found == nullptr ? std::nullopt : std::optional<Table>{*found};
          },
          py::arg("id"), "A table by id; None when the report has no such table.")
      .def(
          "to_pandas",
          [](const py::object& self, const std::string& layout) { return framed("to_pandas", self, layout); },
          py::arg("layout") = "long",
          "A pandas data frame, long (one line a cell) or wide (one line a row). A figure that is not stated is NaN.")
      .def(
          "to_polars",
          [](const py::object& self, const std::string& layout) { return framed("to_polars", self, layout); },
          py::arg("layout") = "long", "As to_pandas, for polars. A figure that is not stated is null.")
      .def(
          "to_arrow",
          [](const py::object& self, const std::string& layout) { return framed("to_arrow", self, layout); },
          py::arg("layout") = "long", "As to_pandas, as a pyarrow table. A figure that is not stated is null.")
      .def("cell", &AnnualReport::cell, py::arg("path"),
           "Any figure by its path, requests.granted.total; `CellKind.absent` when it is not stated.")
      .def("__repr__", [](const AnnualReport& report) {
        return one_line("AnnualReport", report.organisation.value_or("?") + " " +
                                            (report.year ? std::to_string(*report.year) : "?") + ", " +
                                            report.style.value_or("?"));
      });
  def_check(type, "As the function check.");
}

}  // namespace

void bind_report(py::module_& module) {
  bind_cell(module);
  bind_figures(module);
  bind_relations(module);
  bind_table(module);
  bind_annual_report(module);

  module.def(
      "read_bytes",
      [](const py::bytes& data, std::string file) {
        const std::string_view bytes{data};
        const py::gil_scoped_release unlocked;
        ReadOptions options;
        options.file = std::move(file);
        return read_any(bytes, options);
      },
      py::arg("data"), py::arg("file") = "document",
      "Reads a report from the bytes of a text or an HTML page; `file` is only a name for messages. ParseError 221 "
      "when "
      "the bytes are neither (the message says by what means a Word, Excel or PDF file is read), 222 beyond the "
      "limits, "
      "223 when no annual report can be recognised.");
  def_check(
      module,
      "What a report says against itself, against the forms of its tables and of its year and, with `previous`, "
      "against the report of the year before: findings, sorted, errors first. `earlier` holds all earlier reports "
      "of the body (O.PROBLEM). `severities` sets the severity of codes, `limits` the limits that a place sets "
      "(T3.OTHER, O.LAST, percent), `level` the kind of body where the report does not say it, `published_on` the "
      "day of publication, `local_due` earlier days by kind of body, `words` what must not stand in a report, "
      "`content_hash` that of the report as it was published. InvalidArgumentError 103 when `previous` is not of "
      "the year before.",
      py::arg("report"));
  module.def(
      "to_json", &to_json, py::arg("report"), py::arg("findings") = std::vector<Finding>{}, py::arg("file") = "",
      py::call_guard<py::gil_scoped_release>(),
      "A report and its findings, such as those of `check`, as one line of JSON: what `gongkai check --json` prints.");
}

}  // namespace gongkai::bindings
