// SPDX-License-Identifier: Apache-2.0
// What a report as a whole must have: its chapters, its tables with all rows and columns, the form of its year.
#include <algorithm>

#include "report/check_parts.hpp"
#include "report/form_chapters.hpp"
#include "report/table_label.hpp"
#include "text/quantities.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_heading = 24;  // characters
constexpr std::size_t opening = 1200;        // characters in which parts are announced

// A heading of another shape: "（一）主要问题", "存在问题：".
bool has_short_line(const AnnualReport& report, const std::vector<std::string>& words) {
  for (const auto& chapter : report.chapters) {
    for (std::size_t begin = 0; begin < chapter.text.size();) {
      const std::size_t end = std::min(chapter.text.find('\n', begin), chapter.text.size());
      const std::string line = chapter.text.substr(begin, end - begin);
      const bool holds = count_characters(line) <= longest_heading &&
                         std::any_of(words.begin(), words.end(),
                                     [&](const std::string& word) { return line.find(word) != std::string::npos; });
      if (holds) {
        return true;
      }
      begin = end + 1;
    }
  }
  return false;
}

bool is_absent(const Table& table, std::size_t row, std::size_t column, bool& exists) {
  const auto index = table.cell_index(row, column);
  exists = exists || index.has_value();
  return !index || table.kind(*index) == CellKind::absent;
}

}  // namespace

bool is_of_whole_document(const FormCheck& check) {
  constexpr std::string_view names[] = {"chapters", "tables", "form_of_year",    "rows",
                                        "columns",  "blanks", "announced_parts", "length"};
  return check.kind == CheckKind::named && std::find(std::begin(names), std::end(names), check.name) != std::end(names);
}

void FormChecker::whole(const FormCheck& check) {
  if (report_.chapters.empty()) {
    return;  // figures alone are no document
  }
  if (check.name == "form_of_year") {
    return form_of_year(check);
  }
  if (check.name == "blanks") {
    return blanks(check);
  }
  if (!is_own_form() && check.name != "rows" && check.name != "columns") {
    return;
  }
  if (check.name == "chapters") {
    chapters(check);
  } else if (check.name == "tables") {
    missing_tables(check);
  } else if (check.name == "rows") {
    missing_rows(check);
  } else if (check.name == "columns") {
    missing_columns(check);
  } else if (check.name == "announced_parts") {
    announced_parts(check);
  } else if (check.name == "length") {
    length(check);
  }
}

// Only where most headings of the report are the form's: others may have another order or none.
void FormChecker::chapters(const FormCheck& check) {
  if (!report_.complete || own_chapters().count() < enough_chapters) {
    return;
  }
  for (const auto& chapter : form_.chapters()) {
    const bool there = own_chapters().find(chapter.id) != nullptr ||
                       (!chapter.table.empty() && report_.table(chapter.table) != nullptr) ||
                       has_short_line(report_, chapter.words);
    if (!there) {
      as_far_as_seen(add(check, chapter.heading, chapter.heading, {}, {}));
    }
  }
}

// Without any table the report is running text, or its tables are in an attachment that was not read.
void FormChecker::as_far_as_seen(Finding& finding) const {
  if (report_.tables.empty() && finding.severity == Severity::error) {
    finding.severity = Severity::warning;
  }
}

void FormChecker::missing_tables(const FormCheck& check) {
  if (!report_.complete || own_chapters().count() < enough_chapters) {
    return;
  }
  for (const auto& chapter : form_.chapters()) {
    const auto* text = own_chapters().find(chapter.id);
    if (chapter.table.empty() || text == nullptr || report_.table(chapter.table) != nullptr) {
      continue;
    }
    const auto begin = text->place.byte_offset.value_or(0);
    const auto picture = std::find_if(report_.pictures.begin(), report_.pictures.end(), [&](const Place& at) {
      return at.byte_offset && *at.byte_offset >= begin &&
             (!text->end.byte_offset || *at.byte_offset < *text->end.byte_offset);
    });
    if (picture == report_.pictures.end()) {
      auto& finding = add(check, text->heading, text->heading, {}, {});
      finding.where = {text->place};
      as_far_as_seen(finding);
      continue;
    }
    auto finding = catalogue_.make("picture", form_.id(), {{"table", text->heading}, {"words", picture->text}});
    finding.where = {*picture};
    findings_.push_back(std::move(finding));
  }
}

void FormChecker::form_of_year(const FormCheck& check) {
  if (!report_.year ||
      (*report_.year >= form_.first_year() && (!form_.last_year() || *report_.year <= *form_.last_year()))) {
    return;
  }
  for (const auto& table : report_.tables) {
    const bool asked = std::any_of(check.operands.begin(), check.operands.end(), [&](const FormOperand& operand) {
      return std::any_of(operand.begin(), operand.end(),
                         [&](const FormTerm& term) { return term.table == table.table_index(); });
    });
    if (table.form() != form_ || !asked) {
      continue;
    }
    const std::string year = std::to_string(*report_.year);
    auto& finding =
        add(check, table.definition().label_en, table.definition().label, {{"left", form_.id()}, {"right", year}}, {});
    finding.left = form_.id();
    finding.right = year;
    finding.cells = {table.id()};
    for (std::size_t i = 0; i < table.cell_count() && finding.where.empty(); ++i) {
      if (const auto place = table.cell(i).place; place != Place{}) {
        finding.where = {place};
      }
    }
  }
}

// Where every figure near the tables has its cell, a row without any is not there.
void FormChecker::missing_rows(const FormCheck& check) {
  if (!report_.complete || !report_.unplaced.empty()) {
    return;
  }
  for (const auto& table : report_.tables) {
    if (table.form() != form_ || table.definition().shape != TableShape::fixed) {
      continue;
    }
    for (std::size_t r = 0; r < table.row_count(); ++r) {
      bool exists = false;
      bool absent = true;
      for (std::size_t c = 0; c < table.definition().columns.size(); ++c) {
        absent = is_absent(table, r, c, exists) && absent;
      }
      if (exists && absent) {
        const auto& row = table.definition().rows[r];
        add(check, row.label_en.empty() ? row.label : row.label_en, row.label, {}, {}).cells = {table.id() + "." +
                                                                                                row.id};
      }
    }
  }
}

void FormChecker::missing_columns(const FormCheck& check) {
  if (!report_.complete || !report_.unplaced.empty()) {
    return;
  }
  for (const auto& table : report_.tables) {
    if (table.form() != form_ || table.definition().shape != TableShape::fixed) {
      continue;
    }
    for (std::size_t c = 0; c < table.definition().columns.size(); ++c) {
      bool exists = false;
      bool absent = true;
      for (std::size_t r = 0; r < table.row_count(); ++r) {
        absent = is_absent(table, r, c, exists) && absent;
      }
      if (exists && absent) {
        const auto& column = table.definition().columns[c];
        add(check, column.label_en.empty() ? column.label : column.label_en, column.label, {}, {}).cells = {table.id()};
      }
    }
  }
}

// One finding a table: blanks come in rows.
void FormChecker::blanks(const FormCheck& check) {
  for (const auto& table : report_.tables) {
    if (table.form() != form_) {
      continue;
    }
    std::vector<CellAt> cells;
    for (std::size_t i = 0; i < table.cell_count(); ++i) {
      if (table.kind(i) == CellKind::blank || table.kind(i) == CellKind::mark) {
        cells.push_back({&table, i, false});
      }
    }
    if (!cells.empty()) {
      const std::string left = std::to_string(cells.size());
      add(check, table.definition().label_en, table.definition().label, {{"left", left}}, cells).left = left;
    }
  }
}

// "本报告由六个部分组成": a number right before the words, near the beginning.
void FormChecker::announced_parts(const FormCheck& check) {
  if (!report_.complete || report_.chapters.empty()) {
    return;
  }
  std::size_t present = 0;
  for (const auto& chapter : report_.chapters) {
    const auto numbering = parse_label(chapter.heading).numbering;
    if (chapter.heading.empty() || numbering.kind != Numbering::Kind::chapter) {
      continue;
    }
    ++present;
    if (static_cast<std::size_t>(numbering.value) != present) {
      return;  // numbered anew inside, or torn: what is a part is not clear
    }
  }
  std::string before;
  for (const auto& chapter : report_.chapters) {
    before += chapter.text + "\n";
    if (before.size() > opening) {
      break;
    }
  }
  const auto text = to_utf32(before.substr(0, opening));
  for (const auto& word : check.words) {
    const auto wanted = to_utf32(word);
    const std::size_t at = text.find(wanted);
    if (at == std::u32string::npos || at == 0) {
      continue;
    }
    const auto numeral = QuantityWords::builtin().numeral(text[at - 1]);
    const bool digit = is_ascii_digit(text[at - 1]);
    const bool alone = at == 1 || (!is_ascii_digit(text[at - 2]) &&
                                   QuantityWords::builtin().numeral(text[at - 2]).kind == Numeral::Kind::none);
    if (!alone || (!digit && numeral.kind != Numeral::Kind::digit)) {
      continue;
    }
    const auto announced =
        digit ? static_cast<std::size_t>(text[at - 1] - U'0') : static_cast<std::size_t>(numeral.value);
    if (announced < 2 || present < 2 || announced == present) {
      return;
    }
    const std::string left = std::to_string(announced);
    const std::string right = std::to_string(present);
    auto& finding = add(check, form_.name_en(), form_.name(), {{"left", left}, {"right", right}}, {});
    finding.left = left;
    finding.right = right;
    finding.where = {report_.chapters.front().place};
    return;
  }
}

void FormChecker::length(const FormCheck& check) {
  const auto* chapter = own_chapters().find(check.chapter);
  const auto limit = std::find_if(check.parameters.begin(), check.parameters.end(),
                                  [](const auto& parameter) { return parameter.first == "at_most"; });
  if (chapter == nullptr || limit == check.parameters.end()) {
    return;
  }
  const std::size_t size = count_characters(chapter->text);
  if (static_cast<std::int64_t>(size) <= limit->second.unscaled) {
    return;
  }
  const std::string left = std::to_string(size);
  const std::string right = limit->second.to_string();
  auto& finding = add(check, chapter->heading, chapter->heading, {{"left", left}, {"right", right}}, {});
  finding.left = left;
  finding.right = right;
  finding.where = {chapter->place};
}

}  // namespace gongkai::detail
