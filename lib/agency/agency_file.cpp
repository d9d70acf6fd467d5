// SPDX-License-Identifier: Apache-2.0
// Reads the bodies of a place from CSV.
#include <algorithm>
#include <array>
#include <gongkai/error.hpp>
#include <set>

#include "agency/agency_data.hpp"
#include "detail/csv.hpp"

namespace gongkai {
namespace {

using detail::CsvField;
using detail::CsvLine;

enum Column : std::size_t {
  id_column,
  name_column,
  from_column,
  to_column,
  kind_column,
  level_column,
  parent_column,
  succeeds_column,
  column_count
};
constexpr std::array<std::pair<const char*, const char*>, column_count> headers{{{"id", "编号"},
                                                                                 {"name", "名称"},
                                                                                 {"from", "起"},
                                                                                 {"to", "止"},
                                                                                 {"kind", "类别"},
                                                                                 {"level", "层级"},
                                                                                 {"parent", "上级"},
                                                                                 {"succeeds", "承继"}}};

class FileReader {
 public:
  FileReader(std::string_view csv, const std::string& file) : file_{file}, lines_{detail::parse_csv(csv, file)} {}

  template <typename Data>
  void read(Data& data) {
    if (lines_.empty()) {
      throw ParseError{ErrorCode::csv_syntax, file_, "1:1", "the file is empty; a header line is expected"};
    }
    read_header(lines_.front());
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      read_line(lines_[i]);
    }
    for (const auto& id : order_) {
      auto& raw = bodies_.at(id);
      sort_periods(raw);
      const std::size_t index = data.agencies.size();
      data.by_id.emplace(id, index);
      for (const auto& period : raw.periods) {
        data.by_name.emplace(period.name, index);
        if (period.parent) {
          data.by_parent.emplace(*period.parent, index);
        }
      }
      data.agencies.emplace_back(id, raw.periods, raw.predecessors);
    }
    check_references();
    check_circles(data);
  }

 private:
  struct Body {
    std::vector<AgencyPeriod> periods;
    std::vector<const CsvLine*> lines;
    std::vector<std::string> predecessors;
  };

  [[noreturn]] void refuse(const CsvField& at, const std::string& message) const {
    throw ParseError{ErrorCode::csv_syntax, file_, std::to_string(at.line) + ":" + std::to_string(at.column), message};
  }

  void read_header(const CsvLine& line) {
    columns_.fill(std::string::npos);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& header) {
        return line[i].text == header.first || line[i].text == header.second;
      });
      if (found == headers.end()) {
        refuse(line[i], "unknown column \"" + line[i].text + "\"");
      }
      auto& column = columns_[static_cast<std::size_t>(found - headers.begin())];
      if (column != std::string::npos) {
        refuse(line[i], "the column \"" + line[i].text + "\" stands twice");
      }
      column = i;
    }
    for (const auto needed : {id_column, name_column, kind_column, level_column}) {
      if (columns_[needed] == std::string::npos) {
        refuse(line.front(), std::string{"the column \""} + headers[needed].first + "\" is missing");
      }
    }
  }

  const CsvField& field(const CsvLine& line, Column column) const {
    static const CsvField none;
    const auto at = columns_[column];
    return at == std::string::npos || at >= line.size() ? none : line[at];
  }

  std::optional<Date> date(const CsvField& at) const {
    if (at.text.empty()) {
      return std::nullopt;
    }
    if (const auto day = Date::try_parse(at.text)) {
      return day;
    }
    refuse(at, "\"" + at.text + "\" is no day; days are written YYYY-MM-DD");
  }

  void read_line(const CsvLine& line) {
    if (line.size() > lines_.front().size()) {
      refuse(line.back(), "more fields than the header names");
    }
    const auto& id = field(line, id_column);
    const auto& name = field(line, name_column);
    if (id.text.empty() || name.text.empty()) {
      refuse(line.front(), "a body has an id and a name");
    }
    AgencyPeriod period;
    period.from = date(field(line, from_column));
    period.to = date(field(line, to_column));
    if (period.from && period.to && *period.to < *period.from) {
      refuse(field(line, to_column), "the period ends before it begins");
    }
    period.name = name.text;
    const auto kind = detail::parse_agency_kind(field(line, kind_column).text);
    const auto level = detail::parse_agency_level(field(line, level_column).text);
    if (!kind) {
      refuse(field(line, kind_column),
             "town, department, county, prefecture, province, ministry or vertical is expected");
    }
    if (!level) {
      refuse(field(line, level_column), "town, county, prefecture, province or national is expected");
    }
    period.kind = *kind;
    period.level = *level;
    if (!field(line, parent_column).text.empty()) {
      period.parent = field(line, parent_column).text;
    }
    if (bodies_.find(id.text) == bodies_.end()) {
      order_.push_back(id.text);
    }
    auto& body = bodies_[id.text];
    body.periods.push_back(std::move(period));
    body.lines.push_back(&line);
    read_predecessors(field(line, succeeds_column).text, body);
  }

  static void read_predecessors(const std::string& text, Body& body) {
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = std::min(text.find(';', begin), text.size());
      if (end > begin) {
        body.predecessors.push_back(text.substr(begin, end - begin));
      }
      begin = end + 1;
    }
  }

  void sort_periods(Body& body) const {
    const auto begins = [](const AgencyPeriod& period) { return period.from.value_or(Date{1, 1, 1}); };
    std::vector<std::size_t> order(body.periods.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return begins(body.periods[a]) < begins(body.periods[b]); });
    std::vector<AgencyPeriod> sorted;
    for (const auto i : order) {
      if (!sorted.empty() && (!sorted.back().to || begins(body.periods[i]) <= *sorted.back().to)) {
        refuse(body.lines[i]->front(), "the periods of this body overlap");
      }
      sorted.push_back(body.periods[i]);
    }
    body.periods = std::move(sorted);
  }

  void check_references() const {
    for (const auto& line : lines_) {
      if (&line == &lines_.front()) {
        continue;
      }
      const auto& parent = field(line, parent_column);
      if (!parent.text.empty() && bodies_.find(parent.text) == bodies_.end()) {
        refuse(parent, "there is no body with the id \"" + parent.text + "\"");
      }
    }
    for (const auto& [id, body] : bodies_) {
      for (const auto& predecessor : body.predecessors) {
        if (bodies_.find(predecessor) == bodies_.end() || predecessor == id) {
          refuse(field(*body.lines.front(), succeeds_column),
                 "there is no other body with the id \"" + predecessor + "\"");
        }
      }
    }
  }

  // What belongs to what changes only where a period begins: on each such day the way up must end.
  template <typename Data>
  void check_circles(const Data& data) const {
    std::set<Date> days{Date{1, 1, 1}};
    for (const auto& entry : bodies_) {
      for (const auto& period : entry.second.periods) {
        if (period.from) {
          days.insert(*period.from);
        }
      }
    }
    for (const auto day : days) {
      for (const auto& agency : data.agencies) {
        std::size_t steps = 0;
        const AgencyPeriod* period = agency.on(day);
        while (period != nullptr && period->parent) {
          if (++steps > data.agencies.size()) {
            refuse(bodies_.at(agency.id()).lines.front()->front(),
                   "on " + day.to_string() + " this body belongs, over others, to itself");
          }
          period = data.agencies[data.by_id.at(*period->parent)].on(day);
        }
      }
    }
  }

  const std::string& file_;
  std::vector<CsvLine> lines_;
  std::array<std::size_t, column_count> columns_{};
  std::map<std::string, Body> bodies_;
  std::vector<std::string> order_;
};

}  // namespace

AgencyTree AgencyTree::parse(std::string_view csv, const std::string& file) {
  auto data = std::make_shared<Data>();
  FileReader{csv, file}.read(*data);
  return AgencyTree{std::move(data)};
}

}  // namespace gongkai
