// SPDX-License-Identifier: Apache-2.0
#include "report/chapters.hpp"

#include <algorithm>

#include "report/table_label.hpp"
#include "report/table_words.hpp"
#include "text/quantities.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_heading = 40;     // characters
constexpr std::size_t title_region = 800;       // in which a title may stand
constexpr std::size_t furniture_region = 3000;  // at either end, where a page says when it was published
constexpr std::size_t widest_gap = 6;           // between the words and the day
constexpr std::size_t signature_region = 400;   // characters at the end, in which a report is signed
constexpr std::size_t longest_day = 20;         // characters of a line with a day
constexpr char32_t full_stop = 0x3002;
constexpr char32_t ten = 0x5341;

// 年, 月, 日 and what stands for them.
bool is_day_word(char32_t c) {
  return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == U'-' || c == U'.' || c == U'/';
}

bool ends_sentence(char32_t c) { return c == full_stop || c == U';' || c == U'!' || c == U'?'; }

class Chapters {
 public:
  Chapters(const Page& page, const std::optional<Form>& form) : page_{page} {
    if (!form) {
      return;
    }
    for (const auto& chapter : form->chapters()) {
      headings_.push_back(parse_label(chapter.heading).core);
      for (const auto& variant : chapter.variants) {
        headings_.push_back(parse_label(variant).core);
      }
    }
  }

  std::vector<Chapter> read() {
    out_.emplace_back();  // what stands above the first heading
    for (std::size_t begin = 0; begin < page_.text.size();) {
      const std::size_t end = std::min(page_.text.find(U'\n', begin), page_.text.size());
      if (end > begin) {
        line(begin, end);
      }
      begin = end + 1;
    }
    if (out_.front().text.empty()) {
      out_.erase(out_.begin());
    }
    return std::move(out_);
  }

 private:
  void line(std::size_t begin, std::size_t end) {
    const std::size_t heading = heading_length(begin, end);
    if (heading > 0) {
      Chapter chapter;
      chapter.heading = printed(begin, begin + heading);
      chapter.place = page_.source->place(begin, heading);
      out_.push_back(std::move(chapter));
      begin += heading;
      while (begin < end &&
             (page_.text[begin] == full_stop || page_.text[begin] == U':' || page_.text[begin] == U' ')) {
        ++begin;
      }
    } else if (out_.size() == 1 && is_title(begin, end)) {
      out_.front() = Chapter{};  // the preamble begins below the title
      return;
    }
    if (begin == end) {
      return;
    }
    auto& chapter = out_.back();
    if (chapter.heading.empty() && chapter.text.empty()) {
      chapter.place = page_.source->place(begin, 1);
    }
    chapter.text += (chapter.text.empty() ? "" : "\n") + printed(begin, end);
  }

  // Characters of the line that are a heading: "一、总体情况", also with the text behind it on the same line.
  std::size_t heading_length(std::size_t begin, std::size_t end) const {
    const auto text = page_.text.substr(begin, end - begin);
    const auto label = parse_folded_label(text.substr(0, longest_heading));
    const bool numbered = label.numbering.kind == Numbering::Kind::chapter;
    const bool known = std::find(headings_.begin(), headings_.end(), label.core) != headings_.end();
    const bool whole = text.size() <= longest_heading && std::none_of(text.begin(), text.end(), ends_sentence) &&
                       text.find(U'|') == std::u32string_view::npos;
    if (whole && (known || (numbered && label.core.size() >= 2))) {
      return text.size();
    }
    if (!numbered) {
      return 0;
    }
    for (std::size_t length = 4; length <= std::min(text.size(), longest_heading); ++length) {
      const char32_t behind = length < text.size() ? text[length] : full_stop;
      if ((behind == full_stop || behind == U':' || behind == U' ') &&
          std::find(headings_.begin(), headings_.end(), parse_folded_label(text.substr(0, length)).core) !=
              headings_.end()) {
        return length;
      }
    }
    return 0;
  }

  bool is_title(std::size_t begin, std::size_t end) const {
    if (begin > title_region || end - begin > 2 * longest_heading || end == begin ||
        ends_sentence(page_.text[end - 1])) {
      return false;
    }
    const Head head{page_.text.substr(0, end), &page_.hits};
    const auto found = find_report_words(head, begin, *page_.lexicon);
    return found && found->end == end;
  }

  // Without the breaks of a line that was only wrapped.
  std::string printed(std::size_t begin, std::size_t end) const {
    const auto source = page_.source->printed(begin, end - begin);
    std::string out;
    for (std::size_t position = 0; position < source.size();) {
      const std::size_t at = position;
      const char32_t c = next_code_point(source, position);
      if (c == U'\n' || c == U'\r' || c == 0x2029) {
        while (!out.empty() && out.back() == ' ') {
          out.pop_back();
        }
        while (position < source.size() && source[position] == ' ') {
          ++position;
        }
        continue;
      }
      out.append(source.substr(at, position - at));
    }
    return out;
  }

  const Page& page_;
  std::vector<std::u32string> headings_;
  std::vector<Chapter> out_;
};

// Digits at `at`, at most `most`; `at` moves behind them.
std::optional<std::int32_t> digits(std::u32string_view text, std::size_t& at, std::size_t most) {
  std::int32_t value = 0;
  std::size_t count = 0;
  while (count < most && at < text.size() && is_ascii_digit(text[at])) {
    value = value * 10 + static_cast<std::int32_t>(text[at++] - U'0');
    ++count;
  }
  return count == 0 ? std::nullopt : std::optional{value};
}

// 2024-01-17, 2024/1/17, 2024.01.17, 2024年1月17日
std::optional<Date> day_at(std::u32string_view text, std::size_t at) {
  const auto year = digits(text, at, 4);
  const auto separated = [&] { return at < text.size() && !is_ascii_digit(text[at++]); };
  if (!year || *year < 1990 || *year > 2199 || !separated()) {
    return std::nullopt;
  }
  const auto month = digits(text, at, 2);
  if (!month || !separated()) {
    return std::nullopt;
  }
  const auto day = digits(text, at, 2);
  const bool exists = day && *month >= 1 && *month <= 12 && *day >= 1 && *day <= Date::days_in_month(*year, *month);
  return exists ? std::optional{Date{*year, *month, *day}} : std::nullopt;
}

}  // namespace

std::vector<Chapter> chapters_of(const Page& page, const std::optional<Form>& form) {
  return Chapters{page, form}.read();
}

std::optional<Date> publication_day(const Page& page) {
  const auto text = page.text;
  for (const auto& words : TableWords::builtin().publication_day) {
    for (std::size_t found = text.find(words); found != std::u32string_view::npos;
         found = text.find(words, found + 1)) {
      if (found > furniture_region && found + furniture_region < text.size()) {
        continue;
      }
      std::size_t at = found + words.size();
      const std::size_t limit = std::min(text.size(), at + widest_gap);
      while (at < limit && !is_ascii_digit(text[at]) && !is_han(text[at])) {
        ++at;
      }
      if (const auto day = day_at(text, at)) {
        return day;
      }
    }
  }
  return std::nullopt;
}

namespace {

// A number of at most four characters in Arabic or Chinese digits: 31, 三十一, 二〇一四.
std::optional<int> short_number(std::u32string_view text, std::size_t& at) {
  const auto& words = QuantityWords::builtin();
  int value = 0;
  int digit = -1;
  bool tens = false;
  const std::size_t begin = at;
  for (; at < text.size() && at < begin + 4; ++at) {
    const auto numeral = words.numeral(text[at]);
    if (is_ascii_digit(text[at])) {
      value = value * 10 + static_cast<int>(text[at] - U'0');
      digit = value;
    } else if (numeral.kind == Numeral::Kind::digit) {
      const int next = static_cast<int>(numeral.value);
      value = tens ? value + next : value * 10 + next;
      digit = next;
    } else if (text[at] == ten) {
      value = digit < 0 ? 10 : value * 10;
      tens = true;
    } else {
      break;
    }
  }
  return at == begin ? std::nullopt : std::optional{value};
}

// The whole of [begin, end) is a day, with nothing but blanks and a stop around it.
std::optional<Date> day_line(std::u32string_view line) {
  std::size_t at = 0;
  const auto skip = [&] {
    while (at < line.size() && line[at] == U' ') {
      ++at;
    }
  };
  skip();
  const auto year = short_number(line, at);
  skip();
  if (!year || *year < 1990 || *year > 2199 || at >= line.size() || !is_day_word(line[at++])) {
    return std::nullopt;
  }
  skip();
  const auto month = short_number(line, at);
  skip();
  if (!month || *month < 1 || *month > 12 || at >= line.size() || !is_day_word(line[at++])) {
    return std::nullopt;
  }
  skip();
  const auto day = short_number(line, at);
  skip();
  if (at < line.size() && is_day_word(line[at])) {
    ++at;
  }
  while (at < line.size() && (line[at] == U' ' || line[at] == full_stop)) {
    ++at;
  }
  const bool exists = day && at == line.size() && *day >= 1 && *day <= Date::days_in_month(*year, *month);
  return exists ? std::optional{Date{*year, *month, *day}} : std::nullopt;
}

}  // namespace

std::optional<Date> signature_day(const Page& page) {
  const auto text = page.text;
  const std::size_t first = text.size() - std::min(text.size(), signature_region);
  for (std::size_t end = text.size(); end > first;) {
    const std::size_t feed = end == 0 ? std::u32string_view::npos : text.rfind(U'\n', end - 1);
    const std::size_t begin = feed == std::u32string_view::npos ? 0 : feed + 1;
    if (end - begin <= longest_day) {
      if (const auto day = day_line(text.substr(begin, end - begin))) {
        return day;
      }
    }
    end = begin == 0 ? 0 : begin - 1;
  }
  return std::nullopt;
}

}  // namespace gongkai::detail
