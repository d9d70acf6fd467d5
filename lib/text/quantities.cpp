// SPDX-License-Identifier: Apache-2.0
#include "text/quantities.hpp"

#include <set>

#include "text/lexicon_file.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

Concept words(const JsonCursor& at, Vocabulary& vocabulary) {
  std::vector<std::u32string> out;
  std::set<std::string> seen;
  for (const auto& element : at.elements()) {
    if (element.string().empty() || !seen.insert(element.string()).second) {
      refuse_lexicon(element, "a word is empty or stands twice");
    }
    out.push_back(to_utf32(element.string()));
  }
  const auto defined = vocabulary.define(out);
  if (!defined) {
    refuse_lexicon(at, "there are too many words, or one is outside the basic plane");
  }
  return *defined;
}

}  // namespace

void QuantityWords::put_numerals(const JsonCursor& at, Numeral::Kind kind) {
  for (const auto& [key, value] : at.members()) {
    const auto character = to_utf32(key);
    if (character.size() != 1 || character[0] >= numeral_of_.size() || numerals_.size() > 250) {
      refuse_lexicon(value, "a numeral is one character of the basic plane");
    }
    if (numeral_of_[character[0]] != 0) {
      refuse_lexicon(value, "the numeral " + key + " stands twice");
    }
    numeral_of_[character[0]] = static_cast<std::uint8_t>(numerals_.size());
    numerals_.push_back({kind, value.integer(0, 1000000000)});
  }
}

QuantityWords QuantityWords::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema",
                 "digits",
                 "tens",
                 "whole_tens",
                 "myriads",
                 "measures",
                 "percent",
                 "percent_words",
                 "decimal_point",
                 "approximate_before",
                 "approximate_after",
                 "approximate_behind",
                 "not_before",
                 "ordinal",
                 "years",
                 "year_end",
                 "range",
                 "this_year",
                 "other_year",
                 "cumulative",
                 "cumulative_weak",
                 "until",
                 "not_period",
                 "change",
                 "compared_with",
                 "self",
                 "area",
                 "each",
                 "kinds",
                 "levels",
                 "body_ends",
                 "body_follow",
                 "not_body",
                 "clause_lead"});
    (void)root.at("schema").integer(1, 1);
    QuantityWords out;
    out.put_numerals(root.at("digits"), Numeral::Kind::digit);
    out.put_numerals(root.at("tens"), Numeral::Kind::ten);
    out.put_numerals(root.at("whole_tens"), Numeral::Kind::whole_ten);
    out.put_numerals(root.at("myriads"), Numeral::Kind::myriad);
    for (const auto& [key, concept_] : {std::pair<const char*, Concept*>{"measures", &out.measures},
                                        {"percent", &out.percent},
                                        {"percent_words", &out.percent_words},
                                        {"decimal_point", &out.decimal_point},
                                        {"approximate_before", &out.approximate_before},
                                        {"approximate_after", &out.approximate_after},
                                        {"approximate_behind", &out.approximate_behind},
                                        {"not_before", &out.not_before},
                                        {"ordinal", &out.ordinal},
                                        {"years", &out.years},
                                        {"year_end", &out.year_end},
                                        {"range", &out.range},
                                        {"this_year", &out.this_year},
                                        {"other_year", &out.other_year},
                                        {"cumulative", &out.cumulative},
                                        {"cumulative_weak", &out.cumulative_weak},
                                        {"until", &out.until},
                                        {"not_period", &out.not_period},
                                        {"change", &out.change},
                                        {"compared_with", &out.compared_with},
                                        {"self", &out.self},
                                        {"area", &out.area},
                                        {"each", &out.each},
                                        {"kinds", &out.kinds},
                                        {"levels", &out.levels},
                                        {"body_ends", &out.body_ends},
                                        {"body_follow", &out.body_follow},
                                        {"not_body", &out.not_body},
                                        {"clause_lead", &out.clause_lead}}) {
      *concept_ = words(root.at(key), *out.vocabulary_);
    }
    return out;
  });
}

const QuantityWords& QuantityWords::builtin() {
  static const QuantityWords words = parse(builtin_lexicon("cn/lexicon/quantities.json"), "cn/lexicon/quantities.json");
  return words;
}

}  // namespace gongkai::detail
