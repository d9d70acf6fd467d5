// SPDX-License-Identifier: Apache-2.0
#include "report/lists.hpp"

#include <algorithm>

#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_label = 24;
constexpr std::size_t sentences_back = 2;
constexpr char32_t enumeration_comma = 0x3001;

bool opens_quote(char32_t c) { return c == 0x201C || c == 0x300A || c == 0x300C; }
bool closes_quote(char32_t c) { return c == 0x201D || c == 0x300B || c == 0x300D; }

bool counts(const Mention& mention) {
  return mention.unit != "%" && mention.value.decimals == 0 && mention.period != MentionPeriod::change &&
         mention.period != MentionPeriod::other_year && mention.period != MentionPeriod::cumulative;
}

class Lists {
 public:
  explicit Lists(const Page& page) : page_{page}, text_{page.text}, words_{page.lexicon->words} {}

 protected:
  // With the quotation mark before it, where one inside closes it: '"同意公开"答复'.
  std::string printed(std::size_t begin, std::size_t end) const {
    const auto text = text_.substr(begin, end - begin);
    const bool torn = std::count(text.begin(), text.end(), U'"') % 2 != 0;
    return page_.label(torn && begin > 0 && text_[begin - 1] == U'"' ? begin - 1 : begin, end);
  }

  // [begin, end) without punctuation and without words of `lead` in front and of `tail` behind.
  TextRange trimmed(std::size_t begin, std::size_t end, Concept lead, Concept tail) const {
    for (bool more = true; more && begin < end;) {
      const std::size_t length = lead.match_at(text_.substr(0, end), begin);
      const bool skip = !is_han(text_[begin]) && !is_ascii_letter(text_[begin]) && !opens_quote(text_[begin]);
      more = length > 0 || skip;
      begin += length > 0 ? length : skip ? 1U : 0U;
    }
    for (bool more = true; more && begin < end;) {
      const std::size_t length = tail.match_before(text_, end);
      const bool skip = !is_han(text_[end - 1]) && !is_ascii_letter(text_[end - 1]) && !closes_quote(text_[end - 1]);
      more = (length > 0 && length < end - begin) || skip;
      end -= length > 0 && length < end - begin ? length : skip ? 1U : 0U;
    }
    return without_half_quotes(begin, end);
  }

  // A quotation mark whose other half stands outside is no part of a label.
  TextRange without_half_quotes(std::size_t begin, std::size_t end) const {
    const auto label = text_.substr(begin, end - begin);
    if (end > begin && closes_quote(label.back()) && std::none_of(label.begin(), label.end(), opens_quote)) {
      --end;
    } else if (end > begin && opens_quote(label.front()) && std::none_of(label.begin(), label.end(), closes_quote)) {
      ++begin;
    }
    return {begin, end};
  }

  const Page& page_;
  std::u32string_view text_;
  const ReaderWords& words_;
};

class Channels : Lists {
 public:
  Channels(const Page& page, const Placed& placed, const Owners& owners)
      : Lists{page}, placed_{placed}, owners_{owners} {}

  std::vector<ChannelFigure> find() const {
    std::vector<ChannelFigure> out;
    for (std::size_t m = 0; m < page_.mentions.size(); ++m) {
      const auto& mention = page_.mentions[m];
      const bool candidate = counts(mention) && placed_.count(m) == 0 && !page_.in_table[mention.sentence] &&
                             words_.publish_unit.is(to_utf32(mention.unit)) &&
                             page_.said[mention.sentence].has(words_.channel_verb.id());
      if (!candidate) {
        continue;
      }
      const auto label = label_of(m);
      const bool known = label && std::any_of(out.begin(), out.end(),
                                              [&](const ChannelFigure& other) { return other.label == *label; });
      if (label && !known && owners_.own(mention.whose)) {
        out.push_back({*label, to_cell(mention)});
      }
    }
    return out;
  }

 private:
  std::optional<std::string> label_of(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    const TextRange sentence = page_.sentences[mention.sentence];
    std::size_t begin = page_.clause_begin(mention.begin, sentence);
    const std::size_t end = page_.clause_end(mention.end, sentence);
    if (page_.hits.in(words_.channel_not, begin, end)) {
      return std::nullopt;
    }
    const auto last_channel = std::max(page_.hits.last_in(words_.channel, begin, mention.begin),
                                       page_.hits.last_in(words_.side_channel, begin, mention.begin));
    if (!last_channel) {
      return std::nullopt;
    }
    // The verb stands between channel and number (网站公开200条) or opens the list that the channel is part of.
    const std::size_t label_end =
        page_.hits.find_in(words_.channel_verb, *last_channel, mention.begin).value_or(mention.begin);
    if (const auto lead = page_.hits.last_in(words_.channel_lead, begin, *last_channel)) {
      begin = *lead;
    }
    const TextRange label = trimmed(begin, label_end, words_.channel_prefix, words_.channel_tail);
    const auto text = text_.substr(label.begin, label.end - label.begin);
    const bool one = text.find(enumeration_comma) == std::u32string_view::npos &&
                     !page_.hits.in(words_.other_channels, label.begin, mention.begin);
    return one && label.end >= *last_channel && text.size() >= 2 && text.size() <= longest_label
               ? std::optional{printed(label.begin, label.end)}
               : std::nullopt;
  }

  const Placed& placed_;
  const Owners& owners_;
};

class Outcomes : Lists {
 public:
  Outcomes(const Page& page, const Placed& placed, const Owners& owners)
      : Lists{page}, placed_{placed}, owners_{owners} {}

  std::vector<OutcomeFigure> find() const {
    ConceptSet context;
    context.add(words_.outcome_context.id());
    std::vector<OutcomeFigure> out;
    for (std::size_t m = 0; m < page_.mentions.size(); ++m) {
      const auto& mention = page_.mentions[m];
      if (!counts(mention) || placed_.count(m) > 0 || page_.in_table[mention.sentence] ||
          !words_.publish_unit.is(to_utf32(mention.unit)) || !in_context(context, mention.sentence) ||
          !owners_.own(mention.whose)) {
        continue;
      }
      auto figure = outcome_of(m);
      const bool known = figure && std::any_of(out.begin(), out.end(), [&](const OutcomeFigure& other) {
                           return other.label == figure->label;
                         });
      if (figure && !known) {
        out.push_back(*std::move(figure));
      }
    }
    return out;
  }

 private:
  // In the sentence, its headings, or one of the two sentences before it in the paragraph.
  bool in_context(const ConceptSet& context, std::size_t sentence) const {
    if (page_.has_context(context, sentence)) {
      return true;
    }
    for (std::size_t back = 1; back <= sentences_back && back <= sentence; ++back) {
      if (text_[page_.sentences[sentence - back].end - 1] == U'\n') {
        return false;
      }
      if (page_.said[sentence - back].has_any(context)) {
        return true;
      }
    }
    return false;
  }

  std::optional<OutcomeFigure> outcome_of(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    const TextRange sentence = page_.sentences[mention.sentence];
    const std::size_t begin = page_.clause_begin(mention.begin, sentence);
    const std::size_t end = page_.clause_end(mention.end, sentence);
    if (page_.hits.in(words_.outcome_not, begin, end)) {
      return std::nullopt;
    }
    const OutcomeRule* best = nullptr;
    TextRange where{};
    const auto consider = [&](std::size_t from, std::size_t to, std::size_t anchor) {
      for (const auto& rule : page_.lexicon->outcomes) {
        if (const auto last = page_.hits.last_in(rule.words, from, to)) {
          const std::size_t first = *last - rule.words.match_before(text_.substr(0, *last), *last);
          const bool nearer = best == nullptr || *last > where.end || (*last == where.end && first < where.begin);
          if (nearer && (anchor < *last || anchor - *last <= 12)) {
            best = &rule;
            where = {first, *last};
          }
        }
      }
    };
    // What stands in brackets right before the number explains: "作其他处理(含主动撤回)341件".
    std::size_t label_end = mention.begin;
    if (label_end > begin && text_[label_end - 1] == U')') {
      const std::size_t open = text_.rfind(U'(', label_end);
      label_end = open != std::u32string_view::npos && open > begin ? open : label_end;
    }
    consider(begin, label_end, label_end);
    if (best != nullptr) {
      where.end = trimmed(where.begin, label_end, Concept{}, words_.outcome_tail).end;
    } else {
      consider(mention.end, std::min(end, mention.end + 16), end);
    }
    if (best == nullptr || where.end - where.begin > longest_label) {
      return std::nullopt;
    }
    return OutcomeFigure{printed(where.begin, where.end), best->code, to_cell(mention)};
  }

  const Placed& placed_;
  const Owners& owners_;
};

class Divisions : Lists {
 public:
  Divisions(const Page& page, const Placed& placed) : Lists{page}, placed_{placed} {}

  std::vector<Division> find() const {
    std::vector<Division> out;
    for (std::size_t m = 0; m < page_.mentions.size(); ++m) {
      const auto& mention = page_.mentions[m];
      if (mention.unit == "%" || mention.approximate || mention.unit.empty() || page_.in_table[mention.sentence]) {
        continue;
      }
      if (auto division = division_of(m)) {
        out.push_back(*std::move(division));
      }
    }
    return out;
  }

 private:
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : U'\n'; }

  std::optional<Division> division_of(std::size_t m) const {
    const auto& total = page_.mentions[m];
    const TextRange sentence = page_.sentences[total.sentence];
    std::size_t begin = total.end;
    const bool bracket = at(begin) == U'(';
    std::size_t end = sentence.end;
    bool whole = bracket;
    if (bracket) {
      ++begin;
      end = std::min(text_.find(U')', begin), sentence.end);
    } else {
      while (begin < end && (text_[begin] == U',' || text_[begin] == U':' || text_[begin] == U';')) {
        ++begin;
      }
      const std::size_t all = words_.whole_lead.match_at(text_, begin);
      const std::size_t some = words_.part.match_at(text_, begin);
      if (all == 0 && some == 0) {
        return std::nullopt;
      }
      whole = all > 0;
      begin += std::max(all, some);
    }
    return parts_of(m, begin, end, whole);
  }

  std::optional<Division> parts_of(std::size_t m, std::size_t begin, std::size_t end, bool whole) const {
    const auto& total = page_.mentions[m];
    Division division;
    division.whole = whole;
    end = std::min(end, end_of_list(m, begin, end));
    for (std::size_t i = m + 1; i < page_.mentions.size() && page_.mentions[i].end <= end; ++i) {
      const auto& part = page_.mentions[i];
      const TextRange label = trimmed(begin, part.begin, words_.class_prefix, words_.class_tail);
      const auto text = text_.substr(label.begin, label.end - label.begin);
      const bool plain =
          part.unit == total.unit && !part.approximate && part.value.decimals == 0 && text.size() >= 2 &&
          text.size() <= longest_label && clean(text) && !page_.hits.in(words_.part_not, begin, part.begin) &&
          !page_.hits.in(words_.channel, label.begin, label.end) &&
          !page_.hits.in(words_.side_channel, label.begin, label.end) && !page_.hits.in(words_.part, begin, part.begin);
      if (!plain) {
        return std::nullopt;
      }
      division.parts.push_back({printed(label.begin, label.end), to_cell(part)});
      begin = part.end;
    }
    // The list must go to its very end: "…,答复10件" behind it would be no part.
    for (std::size_t i = begin; i < end; ++i) {
      if (is_han(text_[i]) || is_ascii_digit(text_[i])) {
        return std::nullopt;
      }
    }
    if (division.parts.size() < 2 || (!whole && is_of_figures_before(m, division))) {
      return std::nullopt;
    }
    division.total = to_cell(total);
    division.what = total.what;
    if (const auto placed = placed_.find(m); placed != placed_.end()) {
      division.path = placed->second;
    }
    return division;
  }

  // A semicolon ends a list whose members are separated by less.
  std::size_t end_of_list(std::size_t m, std::size_t begin, std::size_t end) const {
    const std::size_t semicolon = text_.substr(0, end).find(U';', begin);
    if (semicolon == std::u32string_view::npos) {
      return end;
    }
    std::size_t before = 0;
    for (std::size_t i = m + 1; i < page_.mentions.size() && page_.mentions[i].end <= semicolon; ++i) {
      ++before;
    }
    return before >= 2 ? semicolon : end;
  }

  // "新收20件,上年结转13件,其中自然人17件、法人3件": the parts are of the figure before, or of both.
  bool is_of_figures_before(std::size_t m, const Division& division) const {
    std::int64_t sum = 0;
    for (const auto& part : division.parts) {
      sum += part.count.value.unscaled;
    }
    const auto& total = page_.mentions[m];
    if (m == 0 || page_.mentions[m - 1].sentence != total.sentence || page_.mentions[m - 1].unit != total.unit) {
      return false;
    }
    const std::int64_t before = page_.mentions[m - 1].value.unscaled;
    return sum != total.value.unscaled && (sum == before || sum == before + total.value.unscaled);
  }

  static bool clean(std::u32string_view label) {
    return std::none_of(label.begin(), label.end(),
                        [](char32_t c) { return is_clause_break(c) || c == U'(' || c == U')' || is_ascii_digit(c); });
  }

  const Placed& placed_;
};

}  // namespace

std::vector<ChannelFigure> find_channels(const Page& page, const Placed& placed, const Owners& owners) {
  return Channels{page, placed, owners}.find();
}

std::vector<OutcomeFigure> find_outcomes(const Page& page, const Placed& placed, const Owners& owners) {
  return Outcomes{page, placed, owners}.find();
}

std::vector<Division> find_divisions(const Page& page, const Placed& placed) { return Divisions{page, placed}.find(); }

}  // namespace gongkai::detail
