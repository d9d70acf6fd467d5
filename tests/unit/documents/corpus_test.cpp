// SPDX-License-Identifier: Apache-2.0
// The published reports with tables against what a careful reader finds in them.
#include <gtest/gtest.h>
#include <gongkai/documents/html.hpp>
#include <gongkai/report/check.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "detail/json_reader.hpp"
#include "unit/report/corpus.hpp"

namespace gongkai {
namespace {

struct Published {
  const char* name;
  const char* file;
};
const Published files[] = {
    {"2019-yiyangshi", ".txt"},     {"2020-liangchengzhen", ".txt"},       {"2020-tangcunzhen", ".txt"},
    {"2023-dachengzizhen", ".txt"}, {"2023-shuyangxian-fagaiju", ".html"}, {"2023-suqianshi", ".txt"},
    {"2023-xuwen-sifaju", ".txt"},  {"2023-zichangshi", ".txt"},           {"2024-shanghai-kewei", ".txt"},
    {"2024-suqianshi", ".txt"}};

// The truth files name things in their own way: see the README of the corpus and of the contracts.
const std::map<std::string, std::string> columns{{"social_welfare_org", "public_welfare_org"},
                                                 {"made", "issued"},
                                                 {"valid", "in_force"},
                                                 {"processed", "decisions"},
                                                 {"last_year_items", "items_last_year"},
                                                 {"change", "items_change"},
                                                 {"maintained", "upheld"}};
const std::map<std::string, std::string> remedies{{"review", "reconsideration"},
                                                  {"litigation_direct", "litigation_direct"},
                                                  {"litigation_post_review", "litigation_after_reconsideration"}};
const std::map<std::string, std::string> proactive{{"规章", "rules"},
                                                   {"行政规范性文件", "normative_documents"},
                                                   {"规范性文件", "normative_documents"},
                                                   {"行政许可", "administrative_licenses"},
                                                   {"其他对外管理服务事项", "other_external_services"},
                                                   {"行政处罚", "administrative_penalties"},
                                                   {"行政强制", "administrative_coercion"},
                                                   {"行政事业性收费", "administrative_fees"},
                                                   {"政府集中采购", "government_procurement"}};

std::string translated(const std::map<std::string, std::string>& names, const std::string& name) {
  const auto found = names.find(name);
  return found == names.end() ? name : found->second;
}

// The row of the official form by its label: "（三）不予公开 / 1.属于国家秘密".
std::string request_row(const Form& form, const std::string& label) {
  const auto& table = form.table("requests");
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto path = table.row_path(r);
    const std::string& own = table.rows[r].label;
    const std::string grouped = path.size() >= 2 ? path[path.size() - 2] + " / " + own : own;
    const bool shortened = own.compare(0, label.size(), label) == 0;
    if (grouped == label || own == label || shortened) {
      return table.rows[r].id;
    }
  }
  return label;
}

std::string printed(const Cell& cell) {
  switch (cell.kind) {
    case CellKind::absent:
      return "absent";
    case CellKind::blank:
      return "null";
    case CellKind::number:
      return cell.value.to_string();
    default:
      return cell.printed;
  }
}

std::string printed(const detail::JsonCursor& value) {
  if (value.is_null()) {
    return "null";
  }
  if (value.is_string()) {
    return value.string();
  }
  const double number = value.number();
  std::string out = std::to_string(number);
  out.erase(out.find_last_not_of('0') + 1);
  if (!out.empty() && out.back() == '.') {
    out.pop_back();
  }
  return out;
}

// Every cell that the truth names, and no other.
void expect_tables(const AnnualReport& report, const detail::JsonCursor& figures) {
  std::map<std::string, std::string> expected;
  const auto add = [&](const std::string& table, const std::string& row, const detail::JsonCursor& cells) {
    for (const auto& [column, value] : cells.members()) {
      expected[table + "." + row + "." + translated(columns, column)] = printed(value);
    }
  };
  const std::string style = report.style.value_or("");
  if (const auto table = figures.find("table2")) {
    for (const auto& [label, cells] : table->members()) {
      add("proactive", translated(proactive, label), cells);
    }
  }
  if (const auto table = figures.find("table3")) {
    for (const auto& [label, cells] : table->members()) {
      add("requests", request_row(Form::builtin(style), label), cells);
    }
  }
  if (const auto table = figures.find("table4")) {
    for (const auto& [label, cells] : table->members()) {
      add("remedies", translated(remedies, label), cells);
    }
  }
  std::map<std::string, std::string> found;
  for (const auto& table : report.tables) {
    for (std::size_t c = 0; c < table.cell_count(); ++c) {
      if (table.kind(c) != CellKind::absent) {
        found[table.path(c)] = printed(table.cell(c));
      }
    }
  }
  for (const auto& [path, value] : expected) {
    EXPECT_EQ(found.count(path) > 0 ? found[path] : "absent", value) << path;
  }
  for (const auto& [path, value] : found) {
    EXPECT_TRUE(expected.count(path) > 0) << path << " is invented: " << value;
  }
}

// The figures of the text: slots, classes, and every other scalar among slots, classes, channels or mentions.
bool stated(const AnnualReport& report, const detail::JsonCursor& scalar) {
  std::vector<const Cell*> cells;
  for (const auto& entry : report.narrative) {
    cells.push_back(&entry.second);
  }
  for (const auto& restated : report.restatements) {
    cells.push_back(&restated.cell);
  }
  for (const auto& figure : report.classes) {
    cells.push_back(&figure.count);
  }
  for (const auto& figure : report.channels) {
    cells.push_back(&figure.count);
  }
  for (const auto& figure : report.outcomes) {
    cells.push_back(&figure.count);
  }
  const double value = scalar.number();
  return std::any_of(cells.begin(), cells.end(),
                     [&](const Cell* cell) { return cell->is_number() && cell->value.to_double() == value; }) ||
         std::any_of(report.mentions.begin(), report.mentions.end(), [&](const Mention& mention) {
           return !mention.approximate && mention.value.to_double() == value;
         });
}

std::size_t scalars_not_stated(const AnnualReport& report, const detail::JsonCursor& at, const std::string& path) {
  std::size_t missing = 0;
  if (at.is_object()) {
    for (const auto& [name, member] : at.members()) {
      missing += scalars_not_stated(report, member, path + "." + name);
    }
  } else if (at.is_array()) {
    for (const auto& element : at.elements()) {
      missing += scalars_not_stated(report, element, path);
    }
  } else if (!stated(report, at)) {
    ADD_FAILURE() << path << " " << at.number() << " stands in no slot and no mention";
    ++missing;
  }
  return missing;
}

bool holds_scalar(const detail::JsonCursor& at, double value) {
  if (at.is_object()) {
    const auto members = at.members();
    return std::any_of(members.begin(), members.end(),
                       [&](const auto& member) { return holds_scalar(member.second, value); });
  }
  if (at.is_array()) {
    const auto elements = at.elements();
    return std::any_of(elements.begin(), elements.end(),
                       [&](const auto& element) { return holds_scalar(element, value); });
  }
  return !at.is_string() && at.number() == value;
}

void expect_narrative(const AnnualReport& report, const detail::JsonCursor& figures) {
  const auto text = figures.find("text_figures");
  for (const char* slot : {"proactive_total", "fulltext_rate_percent", "requests_received", "requests_answered",
                           "reconsiderations", "litigations"}) {
    const auto expected = figures.find(slot);
    const Cell& found = report.figure(slot);
    if (expected) {
      EXPECT_EQ(printed(found), printed(*expected)) << slot;
    } else if (found.is_number()) {
      // The truth files name some slots by other words.
      EXPECT_TRUE(text && holds_scalar(*text, found.value.to_double())) << slot << " is invented: " << found.printed;
    }
  }
  if (text) {
    scalars_not_stated(report, *text, "text_figures");
  }
  std::map<std::string, std::string> classes;
  for (const auto& figure : report.classes) {
    classes[figure.label] = printed(figure.count);
  }
  std::map<std::string, std::string> expected;
  if (const auto categories = figures.find("categories")) {
    for (const auto& [label, entry] : categories->members()) {
      expected[label] = printed(entry.at("count"));
    }
  }
  EXPECT_EQ(classes, expected);
}

// As the text prints it: in full, or without the place that it lies in. One of the excerpts does not name its body.
void expect_body(const AnnualReport& report, const detail::JsonCursor& truth) {
  const auto uncertain = truth.find("uncertain");
  if (report.year) {
    EXPECT_EQ(*report.year, truth.at("year").integer(1990, 2199));
  } else {
    EXPECT_TRUE(uncertain && !uncertain->elements().empty()) << "no year";
  }
}

// An error that the truth marks is found with both sides, and no other error is reported. What has an innocent reading
// (a note says which) is no error.
void expect_findings(const AnnualReport& report, const detail::JsonCursor& truth) {
  std::set<std::pair<std::string, std::string>> marked;
  for (const auto& identity : truth.at("identities").elements()) {
    if (!identity.at("holds").is_null() && !identity.at("holds").boolean() && !identity.find("note")) {
      marked.emplace(printed(identity.at("left")), printed(identity.at("right")));
    }
  }
  std::set<std::pair<std::string, std::string>> found;
  for (const auto& finding : check(report)) {
    if (finding.severity == Severity::error) {
      found.emplace(finding.left.value_or(""), finding.right.value_or(""));
    }
  }
  EXPECT_EQ(found, marked);
}

TEST(TabularCorpus, EveryCellIsReadAndNoneIsInvented) {
  const std::string directory = testing::corpus_directory() + "/reports/";
  if (!testing::slurp(directory + "2019-yiyangshi.txt")) {
    if (testing::corpus_required()) {
      FAIL() << "the corpus is required, but not at " << directory;
    }
    GTEST_SKIP() << "no corpus at " << directory << " (set GONGKAI_CORPUS)";
  }
  for (const auto& [name, ending] : files) {
    SCOPED_TRACE(name);
    const auto bytes = testing::slurp(directory + name + ending);
    const auto truth_bytes = testing::slurp(directory + name + ".truth.json");
    ASSERT_TRUE(bytes && truth_bytes);
    const std::string file = name;
    const auto json = detail::parse_json(*truth_bytes, file);
    const detail::JsonCursor truth{json, file};
    const auto report = read_any(*bytes);
    EXPECT_EQ(report.style.value_or(""), "cn-" + truth.at("style").string());
    EXPECT_EQ(report.complete, truth.at("complete").boolean());
    expect_tables(report, truth.at("figures"));
    EXPECT_TRUE(report.inferred.empty());
    expect_narrative(report, truth.at("figures"));
    expect_body(report, truth);
    expect_findings(report, truth);
  }
}

}  // namespace
}  // namespace gongkai
