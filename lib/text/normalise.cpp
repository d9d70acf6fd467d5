// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <gongkai/text/normalise.hpp>

#include "text/folding.hpp"
#include "text/utf32.hpp"

namespace gongkai {
namespace {

using detail::is_ascii_digit;
using detail::is_han;

constexpr char32_t full_stop = 0x3002;
constexpr std::size_t wrapped_line = 30;   // characters; a shorter line that just ends is a heading or an item
constexpr std::size_t narrowest_cut = 24;  // width of the narrowest page on which lines are cut
constexpr std::size_t cut_spread = 12;     // by which the cut lines of one page differ

struct Character {
  char32_t c;
  std::size_t begin;
  std::size_t end;
};

bool invisible(char32_t c) {
  return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

std::vector<Character> fold_characters(const std::string& text) {
  const auto& folding = detail::Folding::builtin();
  std::vector<Character> out;
  out.reserve(text.size() / 2);
  std::vector<char32_t> original;
  original.reserve(text.size() / 2);
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    const char32_t c = detail::next_code_point(text, position);
    if (invisible(c) || (c == U'\r' && position < text.size() && text[position] == '\n')) {
      continue;
    }
    original.push_back(c);
    out.push_back({folding.fold(c), begin, position});
  }
  // A word is looked for only where all its characters stand in the text: few do in text that is simplified already.
  std::vector<bool> there(0x10000, false);
  for (const char32_t c : original) {
    if (c < there.size()) {
      there[c] = true;
    }
  }
  for (const auto& [printed, folded] : folding.vocabulary()) {
    if (!std::all_of(printed.begin(), printed.end(), [&](char32_t c) { return c >= there.size() || there[c]; })) {
      continue;
    }
    auto at = original.begin();
    while ((at = std::search(at, original.end(), printed.begin(), printed.end())) != original.end()) {
      for (std::size_t i = 0; i < folded.size(); ++i) {
        out[static_cast<std::size_t>(at - original.begin()) + i].c = folded[i];
      }
      at += static_cast<std::ptrdiff_t>(folded.size());
    }
  }
  return out;
}

bool ends_something(char32_t c) {
  return c == full_stop || c == U'!' || c == U'?' || c == U';' || c == U':' || c == U'|' || c == U'\n';
}
// No line begins with these: it goes on with the one before.
bool goes_on(char32_t c) {
  return c == U',' || c == 0x3001 || c == full_stop || c == U';' || c == U':' || c == U')' || c == U'%' ||
         c == 0x201D || c == 0x300B;
}
bool expects_more(char32_t c) { return c == U',' || c == 0x3001 || c == U'('; }

// Whether the characters from `i` on begin a numbered heading or item: "(", a digit or a Chinese numeral with a
// separator behind it.
bool begins_item(const std::vector<Character>& in, std::size_t i) {
  static constexpr char32_t numerals[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                          0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  if (i < in.size() && in[i].c == U'(') {
    ++i;
  }
  std::size_t length = 0;
  while (
      i < in.size() && length < 3 &&
      (is_ascii_digit(in[i].c) || std::find(std::begin(numerals), std::end(numerals), in[i].c) != std::end(numerals))) {
    ++i;
    ++length;
  }
  const bool decimal = i + 1 < in.size() && in[i].c == U'.' && is_ascii_digit(in[i + 1].c);
  return length > 0 && i < in.size() && !decimal && (in[i].c == 0x3001 || in[i].c == U'.' || in[i].c == U')');
}

bool begins_year(const std::vector<Character>& in, std::size_t i) {
  return i + 4 < in.size() && is_ascii_digit(in[i].c) && is_ascii_digit(in[i + 1].c) && is_ascii_digit(in[i + 2].c) &&
         is_ascii_digit(in[i + 3].c) && is_han(in[i + 4].c);
}

// Lines that were cut at a width: the smallest width (ASCII 1, others 2) of a cut line, or none. Then about half of
// the longer lines end within a few characters of each other, and most of them in the middle of a sentence.
std::size_t cut_width(const std::vector<Character>& in) {
  std::array<std::size_t, 161> lines{};
  std::array<std::size_t, 161> ended{};
  std::size_t all = 0;
  std::size_t width = 0;
  std::size_t first = 0;  // of the line
  char32_t last = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const char32_t c = in[i].c;
    if (c != U'\n') {
      first = width == 0 && c != U' ' ? i : first;
      width += c == U' ' && width == 0 ? 0U : c < 0x80 ? 1U : 2U;
      last = c == U' ' ? last : c;
      continue;
    }
    if (width >= narrowest_cut && !begins_item(in, first)) {
      ++all;
      const std::size_t w = std::min<std::size_t>(width, lines.size() - 1);
      ++lines[w];
      ended[w] += ends_something(last) || is_ascii_digit(last) || last == U'%' ? 1U : 0U;
    }
    width = 0;
  }
  std::size_t best = 0;
  std::size_t most = 0;
  std::size_t most_ended = 0;
  for (std::size_t w = narrowest_cut; w + cut_spread < lines.size(); ++w) {
    std::size_t here = 0;
    std::size_t ended_here = 0;
    for (std::size_t i = w; i < w + cut_spread; ++i) {
      here += lines[i];
      ended_here += ended[i];
    }
    if (here > most) {
      most = here;
      most_ended = ended_here;
      best = w;
    }
  }
  return most >= 6 && most * 2 >= all && most_ended * 2 < most ? best : 0;
}

}  // namespace

NormalisedText normalise(std::string decoded) {
  NormalisedText out;
  out.decoded_ = std::move(decoded);
  out.lines_.push_back(0);
  for (std::size_t i = 0; i < out.decoded_.size(); ++i) {
    if (out.decoded_[i] == '\n' ||
        (out.decoded_[i] == '\r' && (i + 1 == out.decoded_.size() || out.decoded_[i + 1] != '\n'))) {
      out.lines_.push_back(i + 1);
    }
  }
  const auto in = fold_characters(out.decoded_);
  const auto put = [&](char32_t c, const Character& from, std::size_t end) {
    out.folded_ += c;
    out.begin_.push_back(from.begin);
    out.end_.push_back(end);
  };
  const std::size_t cut = cut_width(in);
  std::size_t line_length = 0;
  std::size_t line_width = 0;
  bool running = false;  // the line has a comma or a stop inside, or goes on with one that has
  bool item = !in.empty() && begins_item(in, 0);
  std::size_t lost_break = 0;  // where a heading in the middle of a line begins, until its end is seen
  for (std::size_t i = 0; i < in.size(); ++i) {
    const char32_t c = in[i].c;
    running = running || c == full_stop || c == U';' || (c == U',' && !item);
    lost_break =
        c == full_stop || c == U';' || c == U',' || c == U'\n' || out.folded_.size() > lost_break + 40 ? 0 : lost_break;
    line_width += c == U'\n' ? 0U : c < 0x80 ? 1U : 2U;
    if (c != U' ' && c != U'\n') {
      put(c, in[i], in[i].end);
      ++line_length;
      continue;
    }
    std::size_t next = i;
    std::size_t breaks = 0;
    while (next < in.size() && (in[next].c == U' ' || in[next].c == U'\n')) {
      breaks += in[next].c == U'\n' ? 1U : 0U;
      ++next;
    }
    line_width += breaks == 0 ? next - i - 1 : 0U;
    const char32_t before = out.folded_.empty() ? U'\n' : out.folded_.back();
    const char32_t after = next < in.size() ? in[next].c : U'\n';
    const std::size_t end = in[next - 1].end;
    if (breaks > 0) {
      const bool joined = breaks == 1 && !ends_something(before) && after != U'|' && !begins_item(in, next) &&
                          (expects_more(before) || goes_on(after) || running || line_length >= wrapped_line ||
                           (cut > 0 && line_width >= cut));
      if (!joined) {
        if (before != U'\n') {
          put(U'\n', in[i], end);
        }
        running = false;
      }
      item = begins_item(in, next);
      line_length = 0;
      line_width = 0;
    } else if (before < 0x80 && after < 0x80 && before != U'\n' && !is_ascii_digit(after)) {
      put(U' ', in[i], end);
    } else if (is_ascii_digit(before) && is_ascii_digit(after)) {
      put(U' ', in[i], end);
    } else if (is_han(before) && (begins_year(in, next) || begins_item(in, next))) {
      put(U'\n', in[i], end);  // a heading that has lost its line break
      lost_break = begins_item(in, next) ? out.folded_.size() : 0;
    } else if (before == full_stop && begins_item(in, next)) {
      lost_break = out.folded_.size();
    } else if (lost_break > 0 && is_han(before) && is_han(after)) {
      put(U'\n', in[i], end);  // and the one behind it
      lost_break = 0;
    }
    i = next - 1;
  }
  out.columns_.reserve(out.begin_.size());
  std::int32_t column = 1;
  std::size_t line = 0;
  std::size_t position = 0;
  for (const std::size_t begin : out.begin_) {
    while (position < begin) {
      (void)detail::next_code_point(out.decoded_, position);
      ++column;
      if (line + 1 < out.lines_.size() && position >= out.lines_[line + 1]) {
        ++line;
        column = 1;
      }
    }
    out.columns_.push_back(column);
  }
  return out;
}

std::string_view NormalisedText::printed(std::size_t first, std::size_t count) const {
  if (first >= folded_.size() || count == 0) {
    return {};
  }
  const std::size_t last = std::min(first + count, folded_.size()) - 1;
  return std::string_view{decoded_}.substr(begin_[first], end_[last] - begin_[first]);
}

std::string NormalisedText::folded_utf8(std::size_t first, std::size_t count) const {
  return first >= folded_.size() ? std::string{} : detail::to_utf8(std::u32string_view{folded_}.substr(first, count));
}

Place NormalisedText::place(std::size_t first, std::size_t count) const {
  Place out;
  const std::size_t byte = first < begin_.size() ? begin_[first] : decoded_.size();
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), byte) - lines_.begin();
  out.line = static_cast<std::int32_t>(line);
  out.column = first < columns_.size() ? columns_[first] : 1;
  out.text = std::string{printed(first, count)};
  out.byte_offset = static_cast<std::int64_t>(byte);
  out.byte_length = static_cast<std::int64_t>(out.text.size());
  return out;
}

std::string fold_label(std::string_view label) {
  std::string out;
  for (const auto& character : fold_characters(std::string{label})) {
    if (character.c != U' ' && character.c != U'\n') {
      detail::append_utf8(out, character.c);
    }
  }
  return out;
}

}  // namespace gongkai
