// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/json.hpp>

#include <algorithm>
#include <optional>

#include "detail/json_reader.hpp"
#include "report/json_number.hpp"

namespace gongkai {
namespace {

using detail::Json;

Json number(const Decimal& value) { return value.decimals == 0 ? Json{value.unscaled} : Json{value.to_double()}; }

Json cell_value(const Cell& cell) { return cell.is_number() ? number(cell.value) : Json{}; }

// What is printed is told where the plain number does not say it.
void put_raw(const std::string& path, const Cell& cell, Json::Object& raw) {
  const bool plain =
      cell.is_number() && cell.printed.compare(0, cell.value.to_string().size(), cell.value.to_string()) == 0;
  const bool percent = !cell.printed.empty() && cell.printed.back() == '%';
  // Two classes may be printed under one name: the path means the first, as it does everywhere.
  const bool known = std::any_of(raw.begin(), raw.end(), [&](const auto& entry) { return entry.first == path; });
  if (cell.kind != CellKind::absent && !cell.printed.empty() && (!plain || percent) && !known) {
    raw.emplace_back(path, cell.printed);
  }
}

Json place(const Place& at) {
  Json::Object out;
  const auto put = [&](const char* key, const std::optional<std::int32_t>& value) {
    if (value) {
      out.emplace_back(key, std::int64_t{*value});
    }
  };
  put("line", at.line);
  put("column", at.column);
  put("table", at.table);
  put("row", at.row);
  put("cell", at.cell);
  out.emplace_back("text", at.text);
  return out;
}

// A figure of a finding: a number where it is one.
Json side(const std::string& text) {
  Decimal value;
  bool decimal_point = false;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == '.' && !decimal_point && digits > 0) {
      decimal_point = true;
    } else if (c >= '0' && c <= '9' && digits < 15) {
      value.unscaled = value.unscaled * 10 + (c - '0');
      value.decimals += decimal_point ? 1 : 0;
      ++digits;
    } else {
      return text;
    }
  }
  return digits == 0 ? Json{text} : number(value);
}

void put_code(const ChannelFigure&, Json::Object&) {}
void put_code(const OutcomeFigure& figure, Json::Object& entry) {
  entry.emplace_back("code", figure.code.empty() ? Json{} : Json{figure.code});
}

template <typename Figure>
void put_labelled(const char* key, const std::vector<Figure>& figures, Json::Object& out, Json::Object& raw) {
  if (figures.empty()) {
    return;
  }
  Json::Array list;
  for (const auto& figure : figures) {
    Json::Object entry{{"label", figure.label}};
    put_code(figure, entry);
    entry.emplace_back("count", cell_value(figure.count));
    put_raw("narrative." + std::string{key} + "." + figure.label + ".count", figure.count, raw);
    list.emplace_back(std::move(entry));
  }
  out.emplace_back(key, std::move(list));
}

// Whether a reader of the JSON value alone would know what is printed.
bool says_all(const Cell& cell) {
  switch (cell.kind) {
    case CellKind::number:
      return cell.printed == cell.value.to_string() && detail::decimal_of(number(cell.value)) == cell.value;
    case CellKind::absent:
    case CellKind::blank:
      return cell.printed.empty();
    case CellKind::mark:
    case CellKind::approximate:
      return false;
    case CellKind::text:
      return true;
    case CellKind::date:
      return cell.printed == Date::from_ordinal(static_cast<std::int32_t>(cell.value.unscaled)).to_string();
  }
  return false;
}

Json table_value(const Cell& cell) {
  if (cell.kind == CellKind::text) {
    return cell.printed;
  }
  if (cell.kind == CellKind::date) {
    return Date::from_ordinal(static_cast<std::int32_t>(cell.value.unscaled)).to_string();
  }
  return cell_value(cell);
}

Json table_json(const Table& table, Json::Object& raw) {
  const auto& definition = table.definition();
  Json::Object rows;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    Json::Object columns;
    for (std::size_t column = 0; column < definition.columns.size(); ++column) {
      const auto index = table.cell_index(row, column);
      if (!index || table.kind(*index) == CellKind::absent) {
        continue;
      }
      const Cell cell = table.cell(*index);
      columns.emplace_back(definition.columns[column].id, table_value(cell));
      if (!says_all(cell)) {
        raw.emplace_back(table.path(*index), cell.printed);
      }
    }
    if (!columns.empty() || definition.shape != TableShape::fixed) {
      rows.emplace_back(table.row_id(row), std::move(columns));
    }
  }
  return rows;
}

// `tables` holds the tables that the contract names, `form_tables` those of any other form.
void put_tables(const AnnualReport& report, Json::Object& raw, Json::Object& out) {
  Json::Object tables;
  Json::Object form_tables;
  Json::Object forms;
  for (const auto& table : report.tables) {
    (table.form().in_contract() ? tables : form_tables).emplace_back(table.id(), table_json(table, raw));
    if (report.style != table.form().id()) {
      forms.emplace_back(table.id(), table.form().id());
    }
  }
  out.emplace_back("tables", std::move(tables));
  if (!forms.empty()) {
    out.emplace_back("tables_form", std::move(forms));
  }
  if (!form_tables.empty()) {
    out.emplace_back("form_tables", std::move(form_tables));
  }
  if (!report.other_rows.empty()) {
    Json::Array rows;
    for (const auto& row : report.other_rows) {
      Json::Object values;
      for (const auto& [column, cell] : row.values) {
        values.emplace_back(column, cell_value(cell));
      }
      rows.push_back(Json::Object{{"table", row.table}, {"label", row.label}, {"values", std::move(values)}});
    }
    out.emplace_back("other_rows", std::move(rows));
  }
}

Json strings(const std::vector<std::string>& texts) {
  Json::Array out;
  for (const auto& text : texts) {
    out.emplace_back(text);
  }
  return out;
}

bool is_nowhere(const Place& at) { return at == Place{}; }

void put_texts(const AnnualReport& report, Json::Object& out) {
  if (!report.chapters.empty()) {
    Json::Array chapters;
    for (const auto& chapter : report.chapters) {
      Json::Object entry{{"heading", chapter.heading}, {"text", chapter.text}};
      if (!is_nowhere(chapter.place)) {
        entry.emplace_back("place", place(chapter.place));
      }
      chapters.emplace_back(std::move(entry));
    }
    out.emplace_back("chapters", std::move(chapters));
  }
  if (!report.explanations.empty()) {
    Json::Array explanations;
    for (const auto& note : report.explanations) {
      Json::Object entry{{"text", note.text}};
      if (!note.cells.empty()) {
        entry.emplace_back("cells", strings(note.cells));
      }
      if (!is_nowhere(note.place)) {
        entry.emplace_back("place", place(note.place));
      }
      explanations.emplace_back(std::move(entry));
    }
    out.emplace_back("explanations", std::move(explanations));
  }
  if (!report.inferred.empty()) {
    out.emplace_back("inferred", strings(report.inferred));
  }
}

Json narrative(const AnnualReport& report, Json::Object& raw) {
  Json::Object out;
  for (const auto& [slot, cell] : report.narrative) {
    out.emplace_back(slot, cell_value(cell));
    put_raw("narrative." + slot, cell, raw);
  }
  if (!report.classes.empty()) {
    Json::Array classes;
    for (const auto& figure : report.classes) {
      Json::Object entry{{"label", figure.label}};
      for (const auto& [part, cell] :
           {std::pair<const char*, const Cell*>{"count", &figure.count}, {"percent", &figure.percent}}) {
        if (cell->kind != CellKind::absent) {
          entry.emplace_back(part, cell_value(*cell));
          put_raw("narrative.classes." + figure.label + "." + part, *cell, raw);
        }
      }
      classes.emplace_back(std::move(entry));
    }
    out.emplace_back("classes", std::move(classes));
  }
  put_labelled("channels", report.channels, out, raw);
  put_labelled("outcomes", report.outcomes, out, raw);
  if (!report.mentions.empty()) {
    Json::Array mentions;
    for (const auto& mention : report.mentions) {
      Json::Object entry{{"what", mention.what},
                         {"value", mention.approximate ? Json{mention.printed} : number(mention.value)}};
      if (!mention.unit.empty()) {
        entry.emplace_back("unit", mention.unit);
      }
      entry.emplace_back("place", place(mention.place));
      mentions.emplace_back(std::move(entry));
    }
    out.emplace_back("mentions", std::move(mentions));
  }
  return out;
}

Json finding_json(const Finding& finding) {
  Json::Object out{{"code", finding.code},
                   {"family", to_string(finding.family)},
                   {"severity", to_string(finding.severity)},
                   {"message", finding.message}};
  if (!finding.message_zh.empty()) {
    out.emplace_back("message_zh", finding.message_zh);
  }
  if (finding.left) {
    out.emplace_back("left", side(*finding.left));
  }
  if (finding.right) {
    out.emplace_back("right", side(*finding.right));
  }
  Json::Array cells;
  for (const auto& cell : finding.cells) {
    cells.emplace_back(cell);
  }
  out.emplace_back("cells", std::move(cells));
  Json::Array where;
  for (const auto& at : finding.where) {
    where.push_back(place(at));
  }
  out.emplace_back("where", std::move(where));
  if (!finding.citation.empty()) {
    out.emplace_back("citation", finding.citation);
  }
  if (!finding.suggestion.empty()) {
    out.emplace_back("suggestion", finding.suggestion);
  }
  return out;
}

}  // namespace

std::string to_json(const AnnualReport& report, const std::vector<Finding>& findings, std::string_view file) {
  Json::Object raw;
  auto figures = narrative(report, raw);
  Json::Object out{{"schema", 1}, {"file", file}};
  out.emplace_back("organisation", report.organisation ? Json{*report.organisation} : Json{});
  out.emplace_back("year", report.year ? Json{*report.year} : Json{});
  out.emplace_back("style", report.style ? Json{*report.style} : Json{});
  out.emplace_back("complete", report.complete);
  if (report.published_on) {
    out.emplace_back("published_on", report.published_on->to_string());
  }
  if (report.level) {
    out.emplace_back("level", *report.level);
  }
  out.emplace_back("narrative", std::move(figures));
  put_tables(report, raw, out);
  out.emplace_back("raw", std::move(raw));
  put_texts(report, out);
  Json::Array list;
  for (const auto& finding : findings) {
    list.push_back(finding_json(finding));
  }
  out.emplace_back("findings", std::move(list));
  return Json{std::move(out)}.dump();
}

}  // namespace gongkai
