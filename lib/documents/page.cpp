// SPDX-License-Identifier: Apache-2.0
#include "documents/page.hpp"

#include <algorithm>

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_cell = 1500;     // bytes; more is an article, and the table arranges the page
constexpr std::size_t longest_link_line = 90;  // bytes; a line that is one link and longer is a sentence

std::size_t blank_at_begin(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) {
    return 1;
  }
  return text.substr(0, 2) == "\xC2\xA0" ? 2 : text.substr(0, 3) == "\xE3\x80\x80" ? 3 : 0;
}

std::size_t blank_at_end(std::string_view text) {
  if (text.empty()) {
    return 0;
  }
  if (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r')) {
    return 1;
  }
  const auto ends = [&](std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
  };
  return ends("\xC2\xA0") ? 2 : ends("\xE3\x80\x80") ? 3 : 0;
}

std::string_view trimmed(std::string_view text) {
  for (std::size_t length = blank_at_begin(text); length > 0; length = blank_at_begin(text)) {
    text.remove_prefix(length);
  }
  for (std::size_t length = blank_at_end(text); length > 0; length = blank_at_end(text)) {
    text.remove_suffix(length);
  }
  return text;
}

// Blanks, bars, arrows: what stands between two links. Also the bytes of a no-break space, a middle dot (C2 ..) and the
// ideographic punctuation (E3 80 ..).
bool separates(char c, const std::string& before) {
  const auto ends = [&](std::string_view with) {
    return before.size() >= with.size() && before.compare(before.size() - with.size(), with.size(), with) == 0;
  };
  return std::string_view{" \t|>/-.\xC2\xE3"}.find(c) != std::string_view::npos || ends("\xC2") || ends("\xE3") ||
         ends("\xE3\x80");
}

bool is_white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

struct PageReader::Cell {
  CellSpan span;
  Flow content;
};

struct PageReader::TableItem {
  std::vector<std::vector<Cell>> rows;
};

struct PageReader::Item {
  std::string text;
  int level = 0;                     // of a heading
  bool navigation = false;           // counts in the cells of a table only
  bool picture = false;              // the text is its name, and no text of the page
  std::unique_ptr<TableItem> table;  // with it, nothing of the above
};

struct PageReader::OpenTable {
  TableItem table;
  bool in_cell = false;
};

PageReader::PageReader() : root_{std::make_unique<Flow>()} {}
PageReader::~PageReader() = default;

// What stands in a table but in none of its cells belongs to what is around the table.
PageReader::Flow& PageReader::flow() {
  for (auto table = tables_.rbegin(); table != tables_.rend(); ++table) {
    if (table->in_cell) {
      return table->table.rows.back().back().content;
    }
  }
  return *root_;
}

void PageReader::flush() {
  const auto content = preformatted_ > 0 && !trimmed(line_).empty() ? std::string_view{line_} : trimmed(line_);
  // A short link, or several, with nothing beside them: the navigation of the portal.
  const bool navigation =
      links_in_line_ > 0 && own_bytes_ == 0 && (links_in_line_ > 1 || content.size() <= longest_link_line);
  if (!content.empty()) {
    Item item;
    item.text = std::string{content};
    item.level = heading_;
    item.navigation = navigation;
    flow().push_back(std::move(item));
  }
  line_.clear();
  own_bytes_ = 0;
  links_in_line_ = links_;
}

void PageReader::open(Element element, const Attributes& attributes) {
  // The title of the page itself, not those of what was pasted into it.
  const bool second_title = element.kind == ElementKind::title && titled_;
  const bool skip = skipping() || element.kind == ElementKind::skipped || attributes.hidden || second_title;
  open_.push_back({element.kind, skip});
  if (skip) {
    return;
  }
  switch (element.kind) {
    case ElementKind::inline_text:
    case ElementKind::skipped:
      break;
    case ElementKind::picture: {
      Item item;
      item.text = attributes.picture;
      item.picture = true;
      flow().push_back(std::move(item));
      break;
    }
    case ElementKind::link:
      links_ += attributes.link_to_page ? 1 : 0;
      links_in_line_ += attributes.link_to_page ? 1 : 0;
      break;
    case ElementKind::preformatted:
      flush();
      ++preformatted_;
      break;
    case ElementKind::heading:
      flush();
      heading_ = element.level;
      break;
    case ElementKind::title:
      titled_ = true;
      flush();
      break;
    case ElementKind::block:
    case ElementKind::line_break:
      flush();
      break;
    case ElementKind::table:
      flush();
      open_table();
      break;
    case ElementKind::row:
      flush();
      if (!tables_.empty()) {
        close_cell();
        tables_.back().table.rows.emplace_back();
      }
      break;
    case ElementKind::cell:
      flush();
      if (!tables_.empty()) {
        open_cell(attributes);
      }
      break;
  }
  if (element.kind == ElementKind::link && !attributes.link_to_page) {
    open_.back().kind = ElementKind::inline_text;
  }
}

// Elements may close in another order than they were opened: those in between are closed with them.
void PageReader::close(Element element) {
  if (open_.empty()) {
    return;
  }
  if (element.kind == ElementKind::table || element.kind == ElementKind::row || element.kind == ElementKind::cell) {
    const auto same =
        std::find_if(open_.rbegin(), open_.rend(), [&](const OpenElement& open) { return open.kind == element.kind; });
    if (same == open_.rend()) {
      return;
    }
    while (open_.back().kind != element.kind) {
      close_element();
    }
  }
  close_element();
}

void PageReader::close_element() {
  const OpenElement element = open_.back();
  open_.pop_back();
  if (element.skipping) {
    return;
  }
  switch (element.kind) {
    case ElementKind::inline_text:
    case ElementKind::skipped:
    case ElementKind::line_break:
    case ElementKind::picture:
      break;
    case ElementKind::link:
      --links_;
      break;
    case ElementKind::preformatted:
      flush();
      --preformatted_;
      break;
    case ElementKind::heading:
      flush();
      heading_ = 0;
      break;
    case ElementKind::block:
    case ElementKind::title:
    case ElementKind::row:
      flush();
      break;
    case ElementKind::cell:
      flush();
      if (!tables_.empty()) {
        tables_.back().in_cell = false;
      }
      break;
    case ElementKind::table:
      flush();
      close_table();
      break;
  }
}

void PageReader::open_table() { tables_.emplace_back(); }

void PageReader::close_cell() { tables_.back().in_cell = false; }

void PageReader::open_cell(const Attributes& attributes) {
  close_cell();
  auto& table = tables_.back();
  if (table.table.rows.empty()) {
    table.table.rows.emplace_back();  // a cell without a row
  }
  table.table.rows.back().emplace_back();
  table.table.rows.back().back().span = attributes.span;
  table.in_cell = true;
  ++cells_;
}

void PageReader::close_table() {
  if (tables_.empty()) {
    return;
  }
  auto table = std::make_unique<TableItem>(std::move(tables_.back().table));
  tables_.pop_back();
  // A table that holds another one, a long text, or one cell a row only, arranges the page.
  bool arranges = true;
  bool holds_much = false;
  for (const auto& row : table->rows) {
    arranges = arranges && row.size() <= 1;
    for (const auto& cell : row) {
      std::size_t bytes = 0;
      for (const auto& item : cell.content) {
        bytes += item.picture ? 0 : item.text.size();
        holds_much = holds_much || item.table != nullptr;
      }
      holds_much = holds_much || bytes > longest_cell;
    }
  }
  auto& around = flow();
  if (!arranges && !holds_much) {
    Item item;
    item.table = std::move(table);
    around.push_back(std::move(item));
    return;
  }
  for (auto& row : table->rows) {
    for (auto& cell : row) {
      std::move(cell.content.begin(), cell.content.end(), std::back_inserter(around));
    }
  }
}

void PageReader::text(std::string_view utf8) {
  if (skipping()) {
    return;
  }
  for (const char c : utf8) {
    if (preformatted_ > 0 && c == '\n') {
      flush();
    } else if (preformatted_ > 0 || !is_white(c)) {
      own_bytes_ += links_ == 0 && !separates(c, line_) ? 1U : 0U;
      line_ += c;
    } else if (!line_.empty() && line_.back() != ' ') {
      line_ += ' ';
    }
  }
}

void PageReader::finish(DocumentBuilder& builder) {
  while (!open_.empty()) {
    close_element();
  }
  flush();
  while (!tables_.empty()) {
    close_table();
  }
  for (const auto& item : *root_) {
    if (item.navigation) {
      continue;
    }
    if (item.picture) {
      builder.add_picture(item.text);
      continue;
    }
    if (item.table == nullptr) {
      if (item.level > 0) {
        builder.add_heading(item.text, item.level);
      } else {
        builder.add_paragraph(item.text);
      }
      continue;
    }
    builder.begin_table();
    for (const auto& row : item.table->rows) {
      builder.begin_row();
      for (const auto& cell : row) {
        std::string text;
        for (const auto& part : cell.content) {
          text += part.picture ? std::string{} : (text.empty() ? "" : "\n") + part.text;
        }
        builder.add_cell(text, cell.span);
      }
    }
    builder.end_table();
  }
}

}  // namespace gongkai::detail
