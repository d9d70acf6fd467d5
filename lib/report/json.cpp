// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/json.hpp>

#include <optional>

#include "detail/json_reader.hpp"

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
  if (cell.kind != CellKind::absent && !cell.printed.empty() && (!plain || percent)) {
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
  out.emplace_back("narrative", std::move(figures));
  out.emplace_back("tables", Json::Object{});
  out.emplace_back("raw", std::move(raw));
  Json::Array list;
  for (const auto& finding : findings) {
    list.push_back(finding_json(finding));
  }
  out.emplace_back("findings", std::move(list));
  return Json{std::move(out)}.dump();
}

}  // namespace gongkai
