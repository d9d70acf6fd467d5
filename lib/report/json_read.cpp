// SPDX-License-Identifier: Apache-2.0
// Reads the JSON form of a report, strictly.
#include <algorithm>
#include <cstdlib>
#include <gongkai/error.hpp>
#include <gongkai/report/json.hpp>
#include <map>

#include "detail/json_reader.hpp"
#include "report/json_number.hpp"

namespace gongkai {
namespace {

using detail::Json;
using detail::JsonCursor;

[[noreturn]] void refuse(const JsonCursor& at, const std::string& message) {
  at.fail(ErrorCode::json_bad_value, message);
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::string> text_or_null(const JsonCursor& root, std::string_view key) {
  const auto found = root.find(key);
  return found && !found->is_null() ? std::optional{found->string()} : std::nullopt;
}

Place read_place(const JsonCursor& at) {
  at.object({}, {"line", "column", "table", "row", "cell", "text"});
  Place out;
  const auto get = [&](std::string_view key, std::optional<std::int32_t>& value) {
    if (const auto found = at.find(key)) {
      value = static_cast<std::int32_t>(found->integer(0, INT32_MAX));
    }
  };
  get("line", out.line);
  get("column", out.column);
  get("table", out.table);
  get("row", out.row);
  get("cell", out.cell);
  if (const auto text = at.find("text")) {
    out.text = text->string();
  }
  return out;
}

Place place_of(const JsonCursor& at) {
  const auto found = at.find("place");
  return found ? read_place(*found) : Place{};
}

// The printed texts, each to be used once.
class Raw {
 public:
  explicit Raw(const JsonCursor& root) {
    if (const auto raw = root.find("raw")) {
      for (const auto& [path, text] : raw->members()) {
        entries_.emplace(path, Entry{text, text.string(), false});
      }
    }
  }
  std::optional<std::string> take(const std::string& path) {
    const auto found = entries_.find(path);
    if (found == entries_.end()) {
      return std::nullopt;
    }
    found->second.used = true;
    return found->second.text;
  }
  void check_all_used() const {
    for (const auto& [path, entry] : entries_) {
      if (!entry.used) {
        refuse(entry.at, "no figure of the report stands at \"" + path + "\"");
      }
    }
  }

 private:
  struct Entry {
    JsonCursor at;
    std::string text;
    bool used = false;
  };
  std::map<std::string, Entry> entries_;
};

Decimal read_number(const JsonCursor& at) {
  const auto value = detail::decimal_of(at.json());
  if (!value) {
    (void)at.number();  // another type: says so
    refuse(at, "a figure has at most 18 digits and 9 decimals");
  }
  return *value;
}

// A number or null, with what is printed.
Cell read_cell(const JsonCursor& at, const std::optional<std::string>& printed) {
  Cell out;
  if (at.is_null()) {
    out.printed = printed.value_or("");
    if (!printed) {
      out.kind = CellKind::blank;
    } else if (const auto about = detail::first_number(*printed)) {
      out.kind = CellKind::approximate;
      out.value = *about;
    } else {
      out.kind = CellKind::mark;
    }
    return out;
  }
  out.kind = CellKind::number;
  out.value = read_number(at);
  out.printed = printed.value_or(out.value.to_string());
  if (printed) {
    // The digits that are printed: 11.90 is not 11.9.
    const auto digits = detail::first_number(*printed);
    if (digits && same_value(*digits, {std::abs(out.value.unscaled), out.value.decimals})) {
      out.value = {out.value.unscaled < 0 ? -digits->unscaled : digits->unscaled, digits->decimals};
    }
    out.in_words = out.value.unscaled == 0 && !has_digit(*printed);
  }
  return out;
}

void read_labelled(const JsonCursor& at, Raw& raw, AnnualReport& report) {
  if (const auto classes = at.find("classes")) {
    for (const auto& element : classes->elements()) {
      element.object({"label"}, {"count", "percent"});
      ClassFigure figure;
      figure.label = element.at("label").string();
      const std::string path = "narrative.classes." + figure.label + ".";
      if (const auto count = element.find("count")) {
        figure.count = read_cell(*count, raw.take(path + "count"));
      }
      if (const auto percent = element.find("percent")) {
        figure.percent = read_cell(*percent, raw.take(path + "percent"));
      }
      report.classes.push_back(std::move(figure));
    }
  }
  if (const auto channels = at.find("channels")) {
    for (const auto& element : channels->elements()) {
      element.object({"label"}, {"count"});
      ChannelFigure figure;
      figure.label = element.at("label").string();
      if (const auto count = element.find("count")) {
        figure.count = read_cell(*count, raw.take("narrative.channels." + figure.label + ".count"));
      }
      report.channels.push_back(std::move(figure));
    }
  }
  if (const auto outcomes = at.find("outcomes")) {
    for (const auto& element : outcomes->elements()) {
      element.object({"label"}, {"code", "count"});
      OutcomeFigure figure;
      figure.label = element.at("label").string();
      figure.code = text_or_null(element, "code").value_or("");
      if (const auto count = element.find("count")) {
        figure.count = read_cell(*count, raw.take("narrative.outcomes." + figure.label + ".count"));
      }
      report.outcomes.push_back(std::move(figure));
    }
  }
}

Mention read_mention(const JsonCursor& at) {
  at.object({"what", "value"}, {"unit", "place"});
  Mention out;
  out.what = at.at("what").string();
  const auto value = at.at("value");
  if (value.is_string() || value.is_null()) {
    out.approximate = true;
    out.printed = value.is_string() ? value.string() : std::string{};
    out.value = detail::first_number(out.printed).value_or(Decimal{});
  } else {
    out.value = read_number(value);
    out.printed = out.value.to_string();
  }
  if (const auto unit = at.find("unit")) {
    out.unit = unit->string();
  }
  out.place = place_of(at);
  return out;
}

void read_narrative(const JsonCursor& at, Raw& raw, AnnualReport& report) {
  static const Form form = Form::builtin("cn-narrative-2008");
  const auto& slots = form.table("narrative");
  for (const auto& [key, value] : at.members()) {
    if (key == "classes" || key == "channels" || key == "outcomes") {
      continue;
    }
    if (key == "mentions") {
      for (const auto& element : value.elements()) {
        report.mentions.push_back(read_mention(element));
      }
    } else if (slots.find_row(key)) {
      report.narrative.emplace_back(key, read_cell(value, raw.take("narrative." + key)));
    } else {
      value.fail(ErrorCode::json_unknown_key, "there is no slot \"" + key + "\"");
    }
  }
  read_labelled(at, raw, report);
}

// A cell of a table: a number, null, or the text of a date or of words.
Cell read_table_cell(const JsonCursor& at, ValueKind kind, const std::optional<std::string>& printed) {
  if (!at.is_string()) {
    return read_cell(at, printed);
  }
  Cell out;
  if (kind == ValueKind::date) {
    out.kind = CellKind::date;
    out.value.unscaled = at.date().to_ordinal();
    out.printed = printed.value_or(at.string());
  } else if (kind == ValueKind::text) {
    out.kind = CellKind::text;
    out.printed = at.string();
  } else {
    refuse(at, "a number or null is expected here");
  }
  return out;
}

class TableReader {
 public:
  TableReader(const JsonCursor& root, const JsonOptions& options, Raw& raw, AnnualReport& report)
      : root_{root}, options_{options}, raw_{raw}, report_{report} {}

  void read(std::string_view section, bool in_contract) {
    const auto tables = root_.find(section);
    if (!tables) {
      return;
    }
    for (const auto& [id, value] : tables->members()) {
      if (id == "narrative" || id.compare(0, 10, "narrative.") == 0) {
        refuse(value, "the figures of the text stand in \"narrative\"");
      }
      const Form form = form_of(id, value);
      if (!form.find_table(id)) {
        value.fail(ErrorCode::json_unknown_key, "the form " + form.id() + " has no table \"" + id + "\"");
      }
      if (form.in_contract() != in_contract) {
        refuse(value, "a table of the form " + form.id() + " belongs to " + (in_contract ? "form_tables" : "tables"));
      }
      Table table{form, id};
      rows(value, table);
      report_.tables.push_back(std::move(table));
    }
  }

 private:
  Form form_of(const std::string& table, const JsonCursor& at) const {
    std::string id = report_.style.value_or("");
    const auto forms = root_.find("tables_form");
    const auto named = forms ? forms->find(table) : std::nullopt;
    if (named) {
      id = named->string();
    }
    if (id.empty()) {
      refuse(at, "neither \"tables_form\" nor \"style\" says of which form this table is");
    }
    for (const auto& form : options_.forms) {
      if (form.id() == id) {
        return form;
      }
    }
    const auto known = Form::builtin_ids();
    if (std::find(known.begin(), known.end(), id) == known.end()) {
      refuse(named ? *named : at, "there is no form \"" + id + "\"");
    }
    return Form::builtin(id);
  }

  void rows(const JsonCursor& at, Table& table) {
    for (const auto& [row, columns] : at.members()) {
      if (table.definition().shape == TableShape::fixed && !table.find_row(row)) {
        columns.fail(ErrorCode::json_unknown_key, "the form " + table.form().id() + " has no row \"" + row + "\" in " +
                                                      table.id() + " (other_rows takes it)");
      }
      if (row.empty()) {
        refuse(columns, "a row has a name");
      }
      const auto r = table.add_row(row);
      for (const auto& [column, value] : columns.members()) {
        const auto c = table.definition().find_column(column);
        const auto index = c ? table.cell_index(r, *c) : std::nullopt;
        if (!index) {
          value.fail(ErrorCode::json_unknown_key,
                     "the form " + table.form().id() + " has no cell " + table.id() + "." + row + "." + column);
        }
        table.set(*index, read_table_cell(value, table.definition().kind_of(r, *c), raw_.take(table.path(*index))));
      }
    }
  }

  const JsonCursor& root_;
  const JsonOptions& options_;
  Raw& raw_;
  AnnualReport& report_;
};

void read_texts(const JsonCursor& root, AnnualReport& report) {
  if (const auto rows = root.find("other_rows")) {
    for (const auto& element : rows->elements()) {
      element.object({"table", "label", "values"});
      OtherRow row{element.at("table").string(), element.at("label").string(), {}};
      for (const auto& [column, value] : element.at("values").members()) {
        row.values.emplace_back(column, read_cell(value, std::nullopt));
      }
      report.other_rows.push_back(std::move(row));
    }
  }
  if (const auto chapters = root.find("chapters")) {
    for (const auto& element : chapters->elements()) {
      element.object({"heading", "text"}, {"place"});
      report.chapters.push_back({element.at("heading").string(), element.at("text").string(), place_of(element)});
    }
  }
  if (const auto notes = root.find("explanations")) {
    for (const auto& element : notes->elements()) {
      element.object({"text"}, {"cells", "place"});
      const auto cells = element.find("cells");
      report.explanations.push_back(
          {element.at("text").string(), cells ? cells->strings() : std::vector<std::string>{}, place_of(element)});
    }
  }
  if (const auto inferred = root.find("inferred")) {
    report.inferred = inferred->strings();
  }
}

std::optional<std::string> read_side(const JsonCursor& at, std::string_view key) {
  const auto found = at.find(key);
  if (!found || found->is_null()) {
    return std::nullopt;
  }
  return found->is_string() ? found->string() : read_number(*found).to_string();
}

Finding read_finding(const JsonCursor& at) {
  at.object({"code", "family", "severity", "message"},
            {"message_zh", "left", "right", "cells", "where", "citation", "suggestion"});
  Finding out;
  out.code = at.at("code").string();
  const auto family = parse_family(at.at("family").string());
  const auto severity = parse_severity(at.at("severity").string());
  if (!family) {
    refuse(at.at("family"), "no family of findings");
  }
  if (!severity) {
    refuse(at.at("severity"), "\"error\", \"warning\" or \"note\" is expected");
  }
  out.family = *family;
  out.severity = *severity;
  out.message = at.at("message").string();
  out.message_zh = text_or_null(at, "message_zh").value_or("");
  out.left = read_side(at, "left");
  out.right = read_side(at, "right");
  if (const auto cells = at.find("cells")) {
    out.cells = cells->strings();
  }
  if (const auto where = at.find("where")) {
    for (const auto& element : where->elements()) {
      out.where.push_back(read_place(element));
    }
  }
  out.citation = text_or_null(at, "citation").value_or("");
  out.suggestion = text_or_null(at, "suggestion").value_or("");
  return out;
}

ReportJson read_report(const JsonCursor& root, const JsonOptions& options) {
  root.object({"schema", "file", "findings"},
              {"organisation", "year", "style", "complete", "published_on", "level", "narrative", "tables",
               "tables_form", "form_tables", "raw", "chapters", "explanations", "other_rows", "inferred"});
  (void)root.at("schema").integer(1, 1);
  ReportJson out;
  auto& report = out.report;
  out.file = root.at("file").string();
  report.organisation = text_or_null(root, "organisation");
  if (const auto year = root.find("year"); year && !year->is_null()) {
    report.year = static_cast<int>(year->integer(1, 9999));
  }
  report.style = text_or_null(root, "style");
  if (const auto complete = root.find("complete")) {
    report.complete = complete->boolean();
  }
  if (const auto day = root.find("published_on"); day && !day->is_null()) {
    report.published_on = day->date();
  }
  report.level = text_or_null(root, "level");
  Raw raw{root};
  if (const auto narrative = root.find("narrative")) {
    read_narrative(*narrative, raw, report);
  }
  TableReader tables{root, options, raw, report};
  tables.read("tables", true);
  tables.read("form_tables", false);
  raw.check_all_used();
  read_texts(root, report);
  for (const auto& element : root.at("findings").elements()) {
    out.findings.push_back(read_finding(element));
  }
  return out;
}

}  // namespace

ReportJson from_json(std::string_view bytes, const JsonOptions& options) {
  const auto json = detail::parse_json(bytes, options.file, options.limits);
  return read_report(JsonCursor{json, options.file}, options);
}

}  // namespace gongkai
