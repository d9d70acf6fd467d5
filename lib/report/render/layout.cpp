// SPDX-License-Identifier: Apache-2.0
#include "report/render/layout.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

std::vector<std::size_t> about(const std::string& path, const std::vector<Finding>& findings) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto& cells = findings[i].cells;
    if (std::find(cells.begin(), cells.end(), path) != cells.end()) {
      out.push_back(i + 1);
    }
  }
  return out;
}

LaidCell value(const Table& table, std::size_t index, const std::vector<Finding>& findings) {
  LaidCell out;
  out.role = GridCell::Role::value;
  out.text = cell_text(table.cell(index));
  out.path = table.path(index);
  out.findings = about(out.path, findings);
  return out;
}

// Open and ranked tables: the form has the headings, the report the rows.
void add_own_rows(const Table& table, const std::vector<Finding>& findings, LaidTable& out) {
  const std::size_t columns = table.definition().columns.size();
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    LaidCell label;
    label.role = GridCell::Role::label;
    label.text = table.row_id(row);
    std::vector<LaidCell> line{std::move(label)};
    for (std::size_t column = 0; column < columns; ++column) {
      if (const auto index = table.cell_index(row, column)) {
        line.push_back(value(table, *index, findings));
      } else {
        line.emplace_back();
      }
    }
    out.rows.push_back(std::move(line));
  }
}

Block block(Block::Kind kind, std::string text) {
  Block out;
  out.kind = kind;
  out.text = std::move(text);
  return out;
}

Block block(LaidTable table) {
  Block out;
  out.kind = Block::Kind::table;
  out.table = std::move(table);
  return out;
}

void add_paragraphs(const std::string& text, std::vector<Block>& out) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) {
      out.push_back(block(Block::Kind::paragraph, text.substr(begin, end - begin)));
    }
    begin = end + 1;
  }
}

class Composer {
 public:
  Composer(const AnnualReport& report, const RenderOptions& options) : report_{report}, options_{options} {}

  Layout compose() {
    out_.findings = options_.findings;
    std::sort(out_.findings.begin(), out_.findings.end());
    shown_.assign(report_.tables.size(), false);
    const auto sentences = tell(report_);
    for (const auto& line : sentences) {
      if (line.chapter == "title") {
        out_.blocks.push_back(block(Block::Kind::title, line.text));
      }
    }
    if (report_.chapters.empty()) {
      by_form(sentences);
    } else {
      as_printed();
    }
    for (std::size_t i = 0; i < report_.tables.size(); ++i) {
      show(i);
    }
    return std::move(out_);
  }

 private:
  void show(std::size_t table) {
    if (!shown_[table]) {
      shown_[table] = true;
      out_.blocks.push_back(block(lay_out(report_.tables[table], out_.findings)));
    }
  }

  void show(std::string_view id) {
    for (std::size_t i = 0; i < report_.tables.size(); ++i) {
      if (report_.tables[i].id() == id) {
        show(i);
      }
    }
  }

  // Without a text of its own: the chapters of the form, with what is known for each.
  void by_form(const std::vector<Sentences>& sentences) {
    const auto ids = Form::builtin_ids();
    if (!report_.style || std::find(ids.begin(), ids.end(), *report_.style) == ids.end()) {
      return;
    }
    const Form form = Form::builtin(*report_.style);
    for (const auto& line : sentences) {
      if (line.chapter == "opening") {
        add_paragraphs(line.text, out_.blocks);
      }
    }
    bool told = false;
    for (const auto& chapter : form.chapters()) {
      out_.blocks.push_back(block(Block::Kind::heading, chapter.heading));
      const bool own_words = std::any_of(sentences.begin(), sentences.end(),
                                         [&](const Sentences& line) { return line.chapter == chapter.id; });
      for (const auto& line : sentences) {
        // A form without such a chapter tells its figures in the first one.
        const bool here = own_words ? line.chapter == chapter.id
                                    : !told && chapter.table.empty() && !has_chapter(form, line.chapter) &&
                                          line.chapter != "title" && line.chapter != "opening";
        if (here) {
          add_paragraphs(line.text, out_.blocks);
        }
      }
      told = told || chapter.table.empty();
      show(chapter.table);
    }
  }

  static bool has_chapter(const Form& form, const std::string& id) {
    return std::any_of(form.chapters().begin(), form.chapters().end(),
                       [&](const FormChapter& chapter) { return chapter.id == id; });
  }

  void as_printed() {
    for (const auto& chapter : report_.chapters) {
      if (!chapter.heading.empty()) {
        out_.blocks.push_back(block(Block::Kind::heading, chapter.heading));
      }
      add_paragraphs(chapter.text, out_.blocks);
      for (const auto& table : report_.tables) {
        for (const auto& of_form : table.form().chapters()) {
          const auto& variants = of_form.variants;
          if (of_form.table == table.id() &&
              (of_form.heading == chapter.heading ||
               std::find(variants.begin(), variants.end(), chapter.heading) != variants.end())) {
            show(table.id());
          }
        }
      }
    }
  }

  const AnnualReport& report_;
  const RenderOptions& options_;
  Layout out_;
  std::vector<bool> shown_;
};

}  // namespace

std::string cell_text(const Cell& cell) {
  switch (cell.kind) {
    case CellKind::absent:
    case CellKind::blank:
      return {};
    case CellKind::number:
      return cell.printed.empty() || cell.in_words ? cell.value.to_string() : cell.printed;
    default:
      return cell.printed;
  }
}

LaidTable lay_out(const Table& table, const std::vector<Finding>& findings) {
  LaidTable out;
  out.caption = table.definition().label;
  for (const auto& row : table.definition().grid()) {
    std::vector<LaidCell> line;
    for (const auto& cell : row) {
      LaidCell laid = cell.cell ? value(table, *cell.cell, findings) : LaidCell{};
      if (!cell.cell) {
        laid.role = cell.role;
        laid.text = cell.text;
      }
      laid.row_span = cell.row_span;
      laid.column_span = cell.column_span;
      line.push_back(std::move(laid));
    }
    out.rows.push_back(std::move(line));
  }
  if (table.definition().shape != TableShape::fixed) {
    add_own_rows(table, findings, out);
  }
  return out;
}

Layout lay_out(const AnnualReport& report, const RenderOptions& options) { return Composer{report, options}.compose(); }

}  // namespace gongkai::detail
