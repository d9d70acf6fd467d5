// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/letter/reply.hpp>
#include <gongkai/text/normalise.hpp>

#include "letter/cited_articles.hpp"
#include "letter/letter_scan.hpp"
#include "letter/told_remedies.hpp"
#include "text/utf32.hpp"

namespace gongkai {
namespace {

using detail::LetterWords;
using detail::nowhere;
using detail::starts;

// What stands above the text is within so many lines; a line of the head or the foot is no longer than that.
constexpr std::size_t head_lines = 12;
constexpr std::size_t longest_line = 60;

// 密政公开告〔2024〕12号: a year in brackets, a number, 号.
bool is_document_number(std::u32string_view line) {
  const auto open = line.find_first_of(U"〔[(【");
  if (open == nowhere || open + 6 > line.size()) {
    return false;
  }
  for (std::size_t i = 1; i <= 4; ++i) {
    if (!detail::is_ascii_digit(line[open + i])) {
      return false;
    }
  }
  auto at = open + 5;
  if (std::u32string_view{U"〕])】"}.find(line[at]) == nowhere) {
    return false;
  }
  ++at;
  if (starts(line, at, U"第")) {
    ++at;
  }
  const auto digits = at;
  while (at < line.size() && detail::is_ascii_digit(line[at])) {
    ++at;
  }
  return at > digits && starts(line, at, U"号");
}

std::u32string_view without_label(std::u32string_view line) {
  const auto colon = line.find(U':');
  return colon == nowhere || colon > 4 ? line : line.substr(colon + 1);
}

// 密云县卫生局(盖章): who it is.
std::u32string_view signer(std::u32string_view line) {
  const auto bracket = line.find(U'(');
  if (bracket != nowhere && line.find(U'章', bracket) != nowhere) {
    line = line.substr(0, bracket);
  }
  return line;
}

std::vector<std::u32string> lines_of(const std::string& text) {
  std::vector<std::u32string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (end > begin) {
      auto folded = normalise(text.substr(begin, end - begin)).folded();
      folded.erase(std::remove_if(folded.begin(), folded.end(), [](char32_t c) { return c == U' ' || c == U'\n'; }),
                   folded.end());
      if (!folded.empty()) {
        out.push_back(std::move(folded));
      }
    }
    begin = end + 1;
  }
  return out;
}

void read_head(const std::vector<std::u32string>& lines, const LetterWords& words, ReplyLetter& out) {
  for (std::size_t i = 0; i < lines.size() && i < head_lines; ++i) {
    const std::u32string_view line = lines[i];
    if (line.size() > longest_line) {
      return;
    }
    if (out.document_number.empty() && is_document_number(line) && line.find(U'《') == nowhere) {
      out.document_number = detail::to_utf8(without_label(line));
    } else if (line.back() == U':') {
      out.addressee = detail::to_utf8(line.substr(0, line.size() - 1));
      return;
    } else if (out.title.empty() && detail::has_any(line, words.title)) {
      out.title = detail::to_utf8(line);
    }
  }
}

void read_foot(const std::vector<std::u32string>& lines, ReplyLetter& out) {
  for (std::size_t i = lines.size(); i-- > 0;) {
    const std::u32string_view line = lines[i];
    if (line.size() > longest_line) {
      continue;
    }
    for (std::size_t at = 0; at < line.size(); ++at) {
      const auto day = detail::day_at(line, at);
      if (!day || (day->end != line.size() && signer(line.substr(day->end)) == line.substr(day->end))) {
        continue;
      }
      // Within a sentence it is another day.
      if (line.substr(0, at).find_first_of(U",。、;") != nowhere) {
        break;
      }
      auto before = line.substr(0, at);
      if (before.empty() && i > 0 && lines[i - 1].size() <= longest_line &&
          lines[i - 1].find_first_of(U"。,;:") == nowhere) {
        before = lines[i - 1];
      }
      out.dated = day->day;
      out.signature = detail::to_utf8(signer(before));
      return;
    }
  }
}

// 信息处理费40元: the amount behind the word, in the same sentence.
std::optional<Money> fee_in(std::u32string_view text, const LetterWords& words) {
  for (const auto& word : words.fee) {
    for (auto at = text.find(word); at != nowhere; at = text.find(word, at + 1)) {
      const auto last = std::min(text.size(), at + longest_line);
      for (auto i = at + word.size(); i < last && text[i] != U'。' && text[i] != U'\n'; ++i) {
        if (!detail::is_ascii_digit(text[i])) {
          continue;
        }
        std::int64_t fen = 0;
        int decimals = -1;
        int digits = 0;
        for (; i < text.size() && digits < 12; ++i) {
          if (detail::is_ascii_digit(text[i]) && decimals < 2) {
            fen = fen * 10 + static_cast<std::int64_t>(text[i] - U'0');
            decimals += decimals >= 0 ? 1 : 0;
            ++digits;
          } else if (text[i] == U'.' && decimals < 0) {
            decimals = 0;
          } else if (text[i] != U',') {
            break;
          }
        }
        if (starts(text, i, U"元")) {
          for (int missing = decimals < 0 ? 2 : 2 - decimals; missing > 0; --missing) {
            fen *= 10;
          }
          return Money::from_minor(fen, Currency::cny());
        }
      }
    }
  }
  return std::nullopt;
}

}  // namespace

ReplyLetter read_reply_letter(const Document& document, const LetterRules& rules) {
  const auto& words = rules.words();
  ReplyLetter out;
  out.text = document.text();
  const auto text = normalise(document.text());
  const auto lines = lines_of(document.text());
  read_head(lines, words, out);
  read_foot(lines, out);
  out.articles = detail::cited_articles(text, words);
  for (const auto& [group, list] : words.decisions) {
    if (detail::says_any(text.folded(), list)) {
      out.decisions.push_back(group);
    }
  }
  out.tells_request = detail::has_any(text.folded(), words.request);
  out.fee = fee_in(text.folded(), words);
  detail::read_remedies(text, words, out);
  return out;
}

ReplyLetter read_reply_letter(std::string_view text, const LetterRules& rules) {
  return read_reply_letter(read_text_document(text), rules);
}

}  // namespace gongkai
