// SPDX-License-Identifier: Apache-2.0
// The same report told differently: its figures stay, change with the text, or are not stated; never another one.
#include <gtest/gtest.h>
#include <gongkai/error.hpp>
#include <gongkai/report/read.hpp>

#include <iconv.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <regex>

#include "detail/embedded.hpp"
#include "detail/json_reader.hpp"
#include "text/utf32.hpp"
#include "unit/report/corpus.hpp"

namespace gongkai {
namespace {

using detail::is_ascii_digit;
using detail::is_han;
using detail::to_utf32;
using detail::to_utf8;
using Random = std::mt19937;

const char* const topics[] = {"narrative", "totals", "classes", "channels", "requests", "remedies",
                              "others",    "whose",  "titles",  "checks",   "unusual"};
const char* const corpus_files[] = {
    "2009-beijing-xinfangban", "2009-miyun-xinfangban", "2010-daxing-fagaiwei", "2010-tangcunzhen", "2013-bulaotun",
    "2013-xietangzhen",        "2014-yongningjiedao",   "2014-zhanlanlujiedao", "2015-miyunqu",     "2016-chaoyangqu"};

struct Source {
  std::string name;
  std::string text;
};

std::vector<Source> mini_reports() {
  std::vector<Source> out;
  for (const std::string topic : topics) {
    const std::string file = "tests/scenario/report/" + topic + ".json";
    const auto json = detail::parse_json(testing::source_file(file).value(), file);
    for (const auto& scenario : detail::JsonCursor{json, file}.elements()) {
      out.push_back({topic + ": " + scenario.at("name").string(), scenario.at("text").string()});
    }
  }
  return out;
}

std::vector<Source> corpus_reports() {
  std::vector<Source> out;
  for (const std::string name : corpus_files) {
    if (auto text = testing::slurp(testing::corpus_directory() + "/reports/" + name + ".txt")) {
      out.push_back({name, *std::move(text)});
    }
  }
  return out;
}

// A way to tell a report differently.
struct Change {
  const char* name;
  std::function<std::string(const std::string&, Random&)> apply;
  bool keeps_all = false;   ///< nothing may get lost
  bool keeps_lists = true;  ///< a list of classes is whole or not there
  std::function<std::int64_t(std::int64_t)> number = [](std::int64_t n) { return n; };
};

std::string replaced(std::string text, const std::vector<std::pair<std::string, std::string>>& pairs) {
  for (const auto& [from, to] : pairs) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

std::string full_width(const std::string& text, Random& random) {
  std::string out;
  for (const char c : text) {
    const bool widen = ((c >= '0' && c <= '9') || c == '%') && random() % 4 != 0;
    if (widen) {
      detail::append_utf8(out, static_cast<char32_t>(c) + 0xFEE0);
    } else {
      out += c;
    }
  }
  return out;
}

std::string half_width(const std::string& text, Random&) {
  return replaced(text, {{"，", ","}, {"；", ";"}, {"：", ":"}, {"（", "("}, {"）", ")"}, {"％", "%"}});
}

std::string traditional(const std::string& text, Random&) {
  static const auto table = [] {
    const std::string file = "cn/lexicon/folding.json";
    const auto json = detail::parse_json(*detail::embedded_file(file), file);
    const detail::JsonCursor root{json, file};
    const auto from = to_utf32(root.at("simplified").string());
    const auto to = to_utf32(root.at("traditional").string());
    std::map<char32_t, char32_t> out;
    for (std::size_t i = 0; i < from.size(); ++i) {
      out.emplace(from[i], to[i]);
    }
    return out;
  }();
  auto characters = to_utf32(text);
  for (auto& c : characters) {
    const auto found = table.find(c);
    c = found == table.end() ? c : found->second;
  }
  return to_utf8(characters);
}

std::string encoded(const std::string& text, const char* encoding, const std::string& mark) {
  const iconv_t handle = iconv_open(encoding, "UTF-8");
  std::string in = text;
  std::string out(4 * text.size() + 16, '\0');
  char* from = in.data();
  char* to = out.data();
  std::size_t from_left = in.size();
  std::size_t to_left = out.size();
  const auto done = iconv(handle, &from, &from_left, &to, &to_left);
  iconv_close(handle);
  out.resize(out.size() - to_left);
  return done == static_cast<std::size_t>(-1) ? text : mark + out;
}

bool begins_item(const std::u32string& text, std::size_t i) {
  for (std::size_t k = i; k < text.size() && k < i + 3; ++k) {
    if (text[k] == 0x3001 || text[k] == U'.' || text[k] == U')' || text[k] == 0xFF09) {
      return true;
    }
  }
  return false;
}

// Blanks as pages have them: between characters, around numbers.
std::string with_blanks(const std::string& text, Random& random) {
  const auto in = to_utf32(text);
  std::u32string out;
  for (std::size_t i = 0; i < in.size(); ++i) {
    out += in[i];
    const bool here = i + 1 < in.size() && is_han(in[i]) && is_han(in[i + 1]) && !begins_item(in, i + 1);
    const bool number = i + 1 < in.size() && is_ascii_digit(in[i]) && is_han(in[i + 1]);
    if ((here && random() % 12 == 0) || (number && random() % 2 == 0)) {
      out += random() % 2 == 0 ? U' ' : char32_t{0x3000};
    }
  }
  return to_utf8(out);
}

// Paragraphs cut at a width, as text out of a page has them; titles and headings fit on their line.
std::string reflowed(const std::string& text, Random& random) {
  const std::size_t width = 16 + random() % 24;
  const auto in = to_utf32(text);
  std::u32string out;
  for (std::size_t begin = 0; begin < in.size();) {
    const std::size_t end = std::min(in.find(U'\n', begin), in.size());
    const auto line = in.substr(begin, end - begin);
    const bool paragraph = line.find_first_of(U"\u3002\uFF0C,") != std::u32string::npos;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const auto numeric = [](char32_t c) { return is_ascii_digit(c) || c == U'.' || c == U'%' || c == 0xFF05; };
      const bool inside_number = i > 0 && numeric(line[i - 1]) && numeric(line[i]);
      if (paragraph && i > 0 && i % width == 0 && !inside_number) {
        out += U'\n';
      }
      out += line[i];
    }
    if (end < in.size()) {
      out += U'\n';
    }
    begin = end + 1;
  }
  return to_utf8(out);
}

std::string other_measure_words(const std::string& text, Random& random) {
  static const std::regex word{"([0-9])(条|件|项)"};
  const char* const words[] = {"$1条", "$1件", "$1项"};
  return std::regex_replace(text, word, words[random() % 3]);
}

// Every number with a measure word of things is another one.
std::int64_t other_number(std::int64_t n) { return n == 0 ? 0 : 3 * n + 7; }
std::string other_numbers(const std::string& text, Random&) {
  static const std::regex number{"([0-9]+)(?=(条|件|项|起|宗|人次|余条|多人次))"};
  std::string out;
  auto begin = text.begin();
  for (std::sregex_iterator match{text.begin(), text.end(), number}; match != std::sregex_iterator{}; ++match) {
    const auto at = text.begin() + match->position();
    const bool decimal = at != text.begin() && (*(at - 1) == '.' || *(at - 1) == ',');
    out.append(begin, at);
    out += decimal ? match->str() : std::to_string(other_number(std::stoll(match->str())));
    begin = at + match->length();
  }
  out.append(begin, text.end());
  return out;
}

// All years two years later; not where years stand in Chinese numerals too.
std::string later(const std::string& text, Random&) {
  if (text.find("〇") != std::string::npos) {
    return text;
  }
  static const std::regex year{"(20[012][0-9])(?![0-9])"};
  std::string out;
  auto begin = text.begin();
  for (std::sregex_iterator match{text.begin(), text.end(), year}; match != std::sregex_iterator{}; ++match) {
    const auto at = text.begin() + match->position();
    out.append(begin, at);
    out += at != text.begin() && is_ascii_digit(static_cast<char32_t>(static_cast<unsigned char>(*(at - 1))))
               ? match->str()
               : std::to_string(std::stoi(match->str()) + 2);
    begin = at + match->length();
  }
  out.append(begin, text.end());
  return out;
}

// Sentences of a line in another order.
std::string reordered(const std::string& text, Random& random) {
  static const std::string stop = "。";
  std::string out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::vector<std::string> sentences;
    for (std::size_t at = begin; at < end;) {
      const std::size_t found = text.find(stop, at);
      const std::size_t behind = found == std::string::npos || found >= end ? end : found + stop.size();
      sentences.push_back(text.substr(at, behind - at));
      at = behind;
    }
    std::shuffle(sentences.begin(), sentences.end(), random);
    for (const auto& sentence : sentences) {
      out += sentence;
    }
    out += end < text.size() ? "\n" : "";
    begin = end + 1;
  }
  return out;
}

std::string cut(const std::string& text, Random& random) {
  const auto characters = to_utf32(text);
  return to_utf8(characters.substr(0, characters.size() / 2 + random() % (characters.size() / 2)));
}

const std::vector<Change>& changes() {
  static const std::vector<Change> out{
      {"CRLF",
       [](const std::string& text, Random&) {
         return replaced(text, {{"\n", "\r\n"}});
       },
       true},
      {"full width", full_width, true},
      {"half width", half_width, true},
      {"Traditional", traditional, true},
      {"GB18030", [](const std::string& text, Random&) { return encoded(text, "GB18030", ""); }, true},
      {"UTF-16LE", [](const std::string& text, Random&) { return encoded(text, "UTF-16LE", "\xFF\xFE"); }, true},
      {"UTF-16BE", [](const std::string& text, Random&) { return encoded(text, "UTF-16BE", "\xFE\xFF"); }, true},
      {"byte order mark", [](const std::string& text, Random&) { return "\xEF\xBB\xBF" + text; }, true},
      {"measure words", other_measure_words, true},
      {"numbers", other_numbers, false, true, other_number},
      {"years", later, true},
      {"blanks", with_blanks},
      {"blanks again", with_blanks},
      {"reflowed", reflowed},
      {"reflowed again", reflowed},
      {"order", reordered, false, false},
      {"order again", reordered, false, false},
      {"cut", cut, false, false},
      {"cut again", cut, false, false},
      {"cut once more", cut, false, false},
  };
  return out;
}

struct Tally {
  std::size_t variants = 0;
  std::size_t figures = 0;
  std::size_t lost = 0;
};

// A text in another order, or a part of it, may divide its total by another of its lists, with no other figures.
void expect_classes_of_the_text(const AnnualReport& base, const AnnualReport& variant) {
  for (const auto& figure : variant.classes) {
    const auto alike = [&](const Cell& cell) { return cell.value.unscaled == figure.count.value.unscaled; };
    const bool known =
        std::any_of(base.classes.begin(), base.classes.end(),
                    [&](const ClassFigure& other) { return other.label == figure.label && alike(other.count); }) ||
        std::any_of(base.mentions.begin(), base.mentions.end(), [&](const Mention& mention) {
          return mention.what.find(figure.label) != std::string::npos &&
                 mention.value.unscaled == figure.count.value.unscaled;
        });
    EXPECT_TRUE(known) << figure.label << " " << figure.count.printed;
  }
}

void compare(const AnnualReport& base, const AnnualReport& variant, const Change& change, Tally& tally) {
  static const std::regex changed{"[0-9]+(条|件|项|起|宗|人次|余条|多人次)"};
  const auto same = [&](const Cell& was, const Cell& is) {
    const bool other = std::regex_match(was.printed, changed) || (was.in_words && was.value.unscaled != 0);
    return is.kind == was.kind && is.value.unscaled == (other ? change.number(was.value.unscaled) : was.value.unscaled);
  };
  for (const auto& [slot, cell] : variant.narrative) {
    const std::string& name = slot;
    const Cell& is = cell;
    const Cell& was = base.figure(name);
    const bool again = std::any_of(base.restatements.begin(), base.restatements.end(), [&](const Restatement& other) {
      return other.slot == name && same(other.cell, is);
    });
    EXPECT_TRUE(again || same(was, is)) << name << " was \"" << was.printed << "\", is \"" << is.printed << "\"";
  }
  tally.figures += base.narrative.size();
  for (const auto& [slot, cell] : base.narrative) {
    tally.lost += variant.figure(slot).kind == CellKind::absent ? 1U : 0U;
    if (change.keeps_all) {
      EXPECT_NE(variant.figure(slot).kind, CellKind::absent) << slot << " \"" << cell.printed << "\" got lost";
    }
  }
  if (variant.classes.empty()) {
    EXPECT_TRUE(!change.keeps_all || base.classes.empty()) << "the classes got lost";
    return;
  }
  if (!change.keeps_lists) {
    expect_classes_of_the_text(base, variant);
    return;
  }
  EXPECT_EQ(variant.classes.size(), base.classes.size());
  for (std::size_t i = 0; i < std::min(variant.classes.size(), base.classes.size()); ++i) {
    EXPECT_EQ(fold_label(variant.classes[i].label), fold_label(base.classes[i].label));
    if (base.classes[i].count.is_number()) {
      EXPECT_TRUE(same(base.classes[i].count, variant.classes[i].count)) << base.classes[i].label;
    }
  }
}

// GONGKAI_VARIANT_SEEDS=50 looks at more of the random ones.
unsigned seeds() {
  const char* set = std::getenv("GONGKAI_VARIANT_SEEDS");
  return set == nullptr ? 1U : static_cast<unsigned>(std::atoi(set));
}

void run(const std::vector<Source>& sources, Tally& all) {
  std::map<std::string, Tally> tallies;
  for (std::size_t s = 0; s < sources.size() * seeds(); ++s) {
    const auto& source = sources[s % sources.size()];
    const auto base = read(source.text);
    auto seed = static_cast<unsigned>(1 + 1000 * (s / sources.size()));
    for (const auto& change : changes()) {
      SCOPED_TRACE(source.name + ", " + change.name + ", seed " + std::to_string(seed));
      Random random{seed++};
      auto& tally = tallies[change.name];
      ++tally.variants;
      try {
        compare(base, read(change.apply(source.text, random)), change, tally);
      } catch (const ParseError& error) {
        EXPECT_TRUE(!change.keeps_all && error.code() == ErrorCode::no_report) << error.what();
        tally.figures += base.narrative.size();
        tally.lost += base.narrative.size();
      }
    }
  }
  for (const auto& [name, tally] : tallies) {
    all.variants += tally.variants;
    std::cout << "[ variants ] " << name << ": " << tally.variants << " variants, " << tally.figures << " figures, "
              << tally.lost << " not stated any more\n";
    const bool was_cut = name.compare(0, 3, "cut") == 0;
    EXPECT_TRUE(was_cut || 20 * tally.lost <= 3 * tally.figures) << name << ": too many figures got lost";
  }
}

TEST(Metamorphic, MiniReportsToldDifferentlyKeepTheirFigures) {
  Tally all;
  run(mini_reports(), all);
  std::cout << "[ variants ] " << all.variants << " in all\n";
  EXPECT_GE(all.variants, 500U);
}

TEST(Metamorphic, PublishedReportsToldDifferentlyKeepTheirFigures) {
  const auto sources = corpus_reports();
  if (sources.empty() && !testing::corpus_required()) {
    GTEST_SKIP() << "no corpus: set GONGKAI_CORPUS";
  }
  ASSERT_EQ(sources.size(), std::size(corpus_files));
  Tally all;
  run(sources, all);
  std::cout << "[ variants ] " << all.variants << " in all\n";
}

TEST(Metamorphic, RenamedClassesKeepTheirCounts) {
  std::size_t variants = 0;
  auto sources = mini_reports();
  const auto published = corpus_reports();
  sources.insert(sources.end(), published.begin(), published.end());
  for (const auto& source : sources) {
    const auto base = read(source.text);
    if (base.classes.size() < 2) {
      continue;
    }
    SCOPED_TRACE(source.name);
    ++variants;
    const char* const names[] = {"山水田林类信息", "春夏秋冬类信息", "东南西北类信息", "金木水火类信息",
                                 "琴棋书画类信息", "梅兰竹菊类信息", "天地玄黄类信息", "宇宙洪荒类信息",
                                 "日月盈昃类信息", "辰宿列张类信息", "寒来暑往类信息"};
    std::string text = source.text;
    for (std::size_t i = base.classes.size(); i-- > 0;) {
      const auto& place =
          base.classes[i].count.is_number() ? base.classes[i].count.place : base.classes[i].percent.place;
      const auto at = text.rfind(base.classes[i].label, static_cast<std::size_t>(*place.byte_offset));
      ASSERT_NE(at, std::string::npos);
      text.replace(at, base.classes[i].label.size(), names[i % std::size(names)]);
    }
    const auto variant = read(text);
    ASSERT_EQ(variant.classes.size(), base.classes.size());
    for (std::size_t i = 0; i < base.classes.size(); ++i) {
      EXPECT_EQ(variant.classes[i].label, names[i % std::size(names)]);
      EXPECT_EQ(variant.classes[i].count.value.unscaled, base.classes[i].count.value.unscaled);
    }
  }
  std::cout << "[ variants ] renamed classes: " << variants << "\n";
  EXPECT_GE(variants, 15U);
}

}  // namespace
}  // namespace gongkai
