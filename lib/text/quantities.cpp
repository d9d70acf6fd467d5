// SPDX-License-Identifier: Apache-2.0
#include "text/quantities.hpp"

#include <set>

#include "text/lexicon_file.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

std::map<char32_t, std::int64_t> numerals(const JsonCursor& at) {
  std::map<char32_t, std::int64_t> out;
  for (const auto& [key, value] : at.members()) {
    const auto character = to_utf32(key);
    if (character.size() != 1) {
      refuse_lexicon(value, "a numeral is one character");
    }
    out[character[0]] = value.integer(0, 1000000000);
  }
  return out;
}

Concept words(const JsonCursor& at) {
  std::vector<std::u32string> out;
  std::set<std::string> seen;
  for (const auto& element : at.elements()) {
    if (element.string().empty() || !seen.insert(element.string()).second) {
      refuse_lexicon(element, "a word is empty or stands twice");
    }
    out.push_back(to_utf32(element.string()));
  }
  return Concept{std::move(out)};
}

}  // namespace

QuantityWords QuantityWords::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema",
                 "digits",
                 "tens",
                 "myriads",
                 "measures",
                 "percent",
                 "percent_words",
                 "approximate_before",
                 "approximate_after",
                 "approximate_behind",
                 "not_before",
                 "not_behind",
                 "ordinal",
                 "years",
                 "year_end",
                 "range",
                 "this_year",
                 "other_year",
                 "cumulative",
                 "cumulative_weak",
                 "change",
                 "compared_with"});
    (void)root.at("schema").integer(1, 1);
    QuantityWords out;
    out.digits = numerals(root.at("digits"));
    out.tens = numerals(root.at("tens"));
    out.myriads = numerals(root.at("myriads"));
    out.measures = words(root.at("measures"));
    out.percent = words(root.at("percent"));
    out.percent_words = words(root.at("percent_words"));
    out.approximate_before = words(root.at("approximate_before"));
    out.approximate_after = words(root.at("approximate_after"));
    out.approximate_behind = words(root.at("approximate_behind"));
    out.not_before = words(root.at("not_before"));
    out.not_behind = words(root.at("not_behind"));
    out.ordinal = words(root.at("ordinal"));
    out.years = words(root.at("years"));
    out.year_end = words(root.at("year_end"));
    out.range = words(root.at("range"));
    out.this_year = words(root.at("this_year"));
    out.other_year = words(root.at("other_year"));
    out.cumulative = words(root.at("cumulative"));
    out.cumulative_weak = words(root.at("cumulative_weak"));
    out.change = words(root.at("change"));
    out.compared_with = words(root.at("compared_with"));
    return out;
  });
}

const QuantityWords& QuantityWords::builtin() {
  static const QuantityWords words = parse(builtin_lexicon("cn/lexicon/quantities.json"), "cn/lexicon/quantities.json");
  return words;
}

}  // namespace gongkai::detail
