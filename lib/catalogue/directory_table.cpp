// SPDX-License-Identifier: Apache-2.0
// Standard directories as offices publish them: one table, its boxes ticked.
#include <algorithm>
#include <array>
#include <gongkai/catalogue/standard_directory.hpp>
#include <gongkai/error.hpp>
#include <map>
#include <set>

#include "catalogue/words.hpp"
#include "detail/csv.hpp"
#include "event/plain_text.hpp"

namespace gongkai {
namespace {

enum class Column : std::uint8_t {
  number,
  first_level,
  second_level,
  content,
  basis,
  time,
  publisher,
  channels,
  audience,
  everybody,
  some,
  mode,
  proactive,
  on_request,
  level,
  county,
  town,
  village
};

struct Heading {
  std::string_view label;  // as `plain_text` leaves it
  Column column;
};
constexpr std::array<Heading, 23> labels{
    {{"序号", Column::number},       {"一级事项", Column::first_level}, {"二级事项", Column::second_level},
     {"公开内容", Column::content},  {"公开内容要素", Column::content}, {"公开依据", Column::basis},
     {"公开时限", Column::time},     {"公开主体", Column::publisher},   {"公开渠道和载体", Column::channels},
     {"公开渠道", Column::channels}, {"公开对象", Column::audience},    {"全社会", Column::everybody},
     {"特定群体", Column::some},     {"特定群众", Column::some},        {"公开方式", Column::mode},
     {"主动", Column::proactive},    {"主动公开", Column::proactive},   {"依申请公开", Column::on_request},
     {"依申请", Column::on_request}, {"公开层级", Column::level},       {"县级", Column::county},
     {"乡级", Column::town},         {"村级", Column::village}}};

std::optional<Column> column_of(const std::string& label) {
  const auto plain = detail::plain_text(label);
  const auto found = std::find_if(labels.begin(), labels.end(), [&](const Heading& it) { return it.label == plain; });
  return found == labels.end() ? std::nullopt : std::optional<Column>{found->column};
}

constexpr std::array<std::string_view, 5> ticks{"■", "√", "✓", "✔", "☑"};
constexpr std::array<std::string_view, 2> empty_boxes{"□", "☐"};

template <std::size_t Size>
std::optional<std::size_t> begins_with(std::string_view text, const std::array<std::string_view, Size>& marks) {
  for (const auto mark : marks) {
    if (text.substr(0, mark.size()) == mark) {
      return mark.size();
    }
  }
  return std::nullopt;
}

template <std::size_t Size>
bool holds_any(std::string_view text, const std::array<std::string_view, Size>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}
bool is_ticked(const std::string& cell) { return holds_any(cell, ticks) || cell == "是" || cell == "●"; }
bool has_boxes(const std::string& cell) { return holds_any(cell, ticks) || holds_any(cell, empty_boxes); }

// "■政府网站 □政府公报" or "政府网站、公开查阅点": what is chosen, in words.
std::vector<std::string> chosen(const std::string& cell) {
  static constexpr std::array<std::string_view, 7> separators{"、", "，", "；", ",", ";", "\n", "\r"};
  const bool boxes = has_boxes(cell);
  std::vector<std::string> out;
  std::string word;
  bool taken = !boxes;
  const auto end = [&] {
    if (taken && !detail::plain_text(word).empty()) {
      out.push_back(detail::plain_text(word));
    }
    word.clear();
  };
  std::string_view rest = cell;
  while (!rest.empty()) {
    const auto tick = boxes ? begins_with(rest, ticks) : std::nullopt;
    const auto box = boxes ? begins_with(rest, empty_boxes) : std::nullopt;
    const auto separator = begins_with(rest, separators);
    if (tick || box || separator) {
      end();
      taken = tick ? true : box ? false : taken;
      rest.remove_prefix(tick ? *tick : box ? *box : *separator);
    } else {
      word += rest.front();
      rest.remove_prefix(1);
    }
  }
  end();
  return out;
}

// The number in "…之日起20个工作日内"; none where the text names another, or several.
std::optional<std::int32_t> working_days_in(const std::string& time) {
  static constexpr std::string_view unit = "个工作日";
  const auto text = detail::narrow_text(time);
  std::optional<std::int32_t> out;
  for (auto at = text.find(unit); at != std::string::npos; at = text.find(unit, at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9' && at - begin < 3) {
      --begin;
    }
    if (begin == at || out) {
      return std::nullopt;
    }
    out = std::stoi(text.substr(begin, at - begin));
  }
  return out && *out >= 1 && *out <= 365 ? out : std::nullopt;
}

class Table {
 public:
  Table(std::string_view bytes, const Rulebook& rulebook, const std::string& file)
      : file_{file}, lines_{detail::parse_csv(bytes, file)} {
    for (const auto& member : rulebook.taxonomy("publication_channel").members()) {
      channels_.emplace(detail::plain_text(member.label.zh), member.code.token());
    }
  }

  std::vector<DisclosureMatter> read() {
    std::vector<DisclosureMatter> out;
    std::set<std::string> ids;
    for (auto line = after_heading(); line < lines_.size(); ++line) {
      const auto& cells = lines_[line];
      const bool blank = std::all_of(cells.begin(), cells.end(), [](const detail::CsvField& cell) {
        return detail::narrow_text(cell.text).empty();
      });
      if (blank) {
        continue;
      }
      out.push_back(matter(cells, out.empty() ? std::string{} : out.back().first_level));
      if (!ids.insert(out.back().id).second) {
        fail(cells.front(), "the number " + out.back().id + " is given twice");
      }
    }
    return out;
  }

 private:
  [[noreturn]] void fail(const detail::CsvField& where, const std::string& why) const {
    throw ParseError{ErrorCode::csv_syntax, file_, std::to_string(where.line) + ':' + std::to_string(where.column),
                     why};
  }

  // The first line that has 公开内容 and 公开依据; a second one may stand below it.
  std::size_t after_heading() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      add_labels(lines_[i]);
      if (columns_.count(Column::content) != 0 && columns_.count(Column::basis) != 0) {
        const bool two = i + 1 < lines_.size() && is_second_heading(lines_[i + 1]);
        if (two) {
          add_labels(lines_[i + 1]);
        }
        return two ? i + 2 : i + 1;
      }
      columns_.clear();
    }
    throw ParseError{ErrorCode::csv_syntax, file_, "1:1", "no heading with 公开内容 and 公开依据"};
  }
  // Labels, and no matter: where 公开内容 and 公开依据 stood above there is nothing, or they stand again.
  bool is_second_heading(const detail::CsvLine& line) const {
    const bool labelled = std::any_of(line.begin(), line.end(),
                                      [](const detail::CsvField& cell) { return column_of(cell.text).has_value(); });
    const auto no_matter = [&](Column column) {
      const auto text = cell(line, column);
      return text.empty() || column_of(text).has_value();
    };
    return labelled && no_matter(Column::content) && no_matter(Column::basis) && no_matter(Column::number);
  }
  void add_labels(const detail::CsvLine& line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (const auto column = column_of(line[i].text)) {
        columns_[*column] = i;
      }
    }
  }

  static std::string without_breaks(std::string text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_blank(text.back())) {
      text.pop_back();
    }
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_blank));
    return text;
  }
  std::string cell(const detail::CsvLine& line, Column column) const {
    const auto place = columns_.find(column);
    return place == columns_.end() || place->second >= line.size() ? std::string{}
                                                                   : without_breaks(line[place->second].text);
  }

  // The words ticked of a group of columns, or what stands in the one column of the group.
  std::string group(const detail::CsvLine& line, Column whole,
                    std::initializer_list<std::pair<Column, std::string_view>> parts) const {
    std::string out;
    for (const auto& [column, word] : parts) {
      if (is_ticked(cell(line, column))) {
        out += (out.empty() ? "" : "、") + std::string{word};
      }
    }
    const auto own = cell(line, whole);
    if (!out.empty() || is_one_tick(own)) {
      return out;  // where the group's own column is the first of its parts it holds a box, no words
    }
    if (!has_boxes(own)) {
      return own;
    }
    for (const auto& word : chosen(own)) {
      out += (out.empty() ? "" : "、") + word;
    }
    return out;
  }
  static bool is_one_tick(const std::string& cell) { return is_ticked(cell) && chosen(cell).empty(); }

  DisclosureMatter matter(const detail::CsvLine& line, const std::string& level_above) const {
    DisclosureMatter out;
    out.id = cell(line, Column::number);
    out.first_level = cell(line, Column::first_level);
    if (out.first_level.empty()) {
      out.first_level = level_above;
    }
    out.second_level = cell(line, Column::second_level);
    out.content = cell(line, Column::content);
    out.basis = cell(line, Column::basis);
    out.time = cell(line, Column::time);
    out.working_days = working_days_in(out.time);
    out.publisher = cell(line, Column::publisher);
    out.channels_printed = cell(line, Column::channels);
    for (const auto& word : chosen(out.channels_printed)) {
      const auto known = channels_.find(word);
      const std::string token = known == channels_.end() ? "other" : known->second;
      if (std::find(out.channels.begin(), out.channels.end(), token) == out.channels.end()) {
        out.channels.push_back(token);
      }
    }
    out.audience = group(line, Column::audience, {{Column::everybody, "全社会"}, {Column::some, "特定群体"}});
    out.level =
        group(line, Column::level, {{Column::county, "县级"}, {Column::town, "乡级"}, {Column::village, "村级"}});
    const auto mode = group(line, Column::mode, {{Column::proactive, "主动"}, {Column::on_request, "依申请公开"}});
    out.mode = mode.find("主动") != std::string::npos     ? detail::mode_proactive
               : mode.find("依申请") != std::string::npos ? detail::mode_on_request
                                                          : std::string_view{};
    for (const auto& [value, what] : {std::pair<const std::string&, const char*>{out.id, "序号"},
                                      {out.content, "公开内容"},
                                      {out.basis, "公开依据"},
                                      {out.mode, "公开方式"}}) {
      if (value.empty()) {
        fail(line.front(), std::string{"this matter has no "} + what);
      }
    }
    return out;
  }

  std::string file_;
  std::vector<detail::CsvLine> lines_;
  std::map<std::string, std::string> channels_;
  std::map<Column, std::size_t> columns_;
};

}  // namespace

StandardDirectory StandardDirectory::from_csv(std::string_view bytes, const DirectoryName& name,
                                              const Rulebook& rulebook, const std::string& file) {
  return {name.id, name.title, name.source, Table{bytes, rulebook, file}.read()};
}

}  // namespace gongkai
