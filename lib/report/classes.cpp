// SPDX-License-Identifier: Apache-2.0
// The classes into which a report divides its total. Bodies name them as they like, so they are found by the
// structure of the list: label, number, measure word, share.
#include <algorithm>

#include "report/slots.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_label = 26;
constexpr std::size_t sentences_ahead = 4;  // behind the total, in which its classes may stand

struct Group {
  std::vector<FoundClass> classes;
  bool led = false;  ///< introduced by a connective: 其中, 包括, a colon
};

class Classes {
 public:
  Classes(const Page& page, const NarrativeLexicon& lexicon) : page_{page}, text_{page.text}, lexicon_{lexicon} {}

  std::vector<FoundClass> find(const std::vector<Statement>& totals) {
    std::optional<Group> best;
    for (const auto& total : totals) {
      if (!total.mention || page_.mentions[*total.mention].approximate) {
        continue;
      }
      for (auto& group : groups_under(*total.mention, totals)) {
        if (valid(group, page_.mentions[*total.mention].value) && (!best || rank(group) > rank(*best))) {
          best = std::move(group);
        }
      }
    }
    return best ? std::move(best->classes) : std::vector<FoundClass>{};
  }

 private:
  static int rank(const Group& group) {
    const bool percents = std::any_of(group.classes.begin(), group.classes.end(),
                                      [](const FoundClass& c) { return c.percent.has_value(); });
    return percents ? 2 : 1;
  }

  std::vector<Group> groups_under(std::size_t total, const std::vector<Statement>& totals) const {
    std::vector<Group> out;
    Group group;
    const auto close = [&] {
      if (!group.classes.empty()) {
        out.push_back(std::move(group));
      }
      group = Group{};
    };
    const auto& mentions = page_.mentions;
    std::size_t behind = mentions[total].end;  // where the next label may begin
    bool open = true;                          // no foreign figure since the total or the group's beginning
    for (std::size_t m = total + 1;
         m < mentions.size() && mentions[m].sentence <= mentions[total].sentence + sentences_ahead; ++m) {
      if (std::any_of(totals.begin(), totals.end(), [&](const Statement& other) { return other.mention == m; })) {
        break;  // the total said again: what follows is divided under that statement
      }
      const auto& mention = mentions[m];
      const bool new_sentence = mention.sentence != mentions[m - 1].sentence;
      const TextRange sentence = page_.sentences[mention.sentence];
      const bool lead =
          new_sentence &&
          lexicon_.at("class_lead").in(text_, sentence.begin, std::min(mention.begin, sentence.begin + 14));
      if (lead) {
        close();
        open = true;
      }
      const std::size_t from = new_sentence ? std::max(sentence.begin, behind) : behind;
      if (mention.unit == "%") {
        if (!group.classes.empty() && !group.classes.back().percent && !new_sentence &&
            is_share(behind, mention.begin)) {
          group.classes.back().percent = m;
        } else if (!lexicon_.at("fulltext").in(text_, from, mention.begin)) {
          close();
          open = false;
        }
        behind = mention.end;
        continue;
      }
      bool led = lead;
      const auto label =
          open && mention.period != MentionPeriod::change && !mention.approximate && mention.value.decimals == 0
              ? label_in(from, mention.begin, led)
              : std::nullopt;
      const bool named = label && ends_as_class(*label);
      // Over a full stop a list goes on only where the label says itself that it is a class.
      const bool goes_on = !new_sentence || lead || led || named;
      if (label && goes_on && (!group.classes.empty() || led || named)) {
        group.led = group.led || led;
        group.classes.push_back(
            {std::string{page_.source->printed(label->begin, label->end - label->begin)}, m, std::nullopt});
      } else {
        close();
        open = false;
      }
      behind = mention.end;
    }
    close();
    return out;
  }

  bool ends_as_class(TextRange label) const { return lexicon_.at("class_name_end").match_before(text_, label.end) > 0; }

  // Only words of share between a count and its percentage.
  bool is_share(std::size_t begin, std::size_t end) const {
    const auto& share = lexicon_.at("share");
    for (std::size_t i = begin; i < end;) {
      const std::size_t length = share.match_at(text_.substr(0, end), i);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  // What is left between two figures without connectives, numbering and copulas; `led` becomes true where one
  // introduces the list.
  std::optional<TextRange> label_in(std::size_t begin, std::size_t end, bool& led) const {
    const auto& prefix = lexicon_.at("class_prefix");
    const auto& connective = lexicon_.at("class_connective");
    const auto& tail = lexicon_.at("class_tail");
    const auto window = text_.substr(0, end);
    for (bool more = true; more && begin < end;) {
      const char32_t c = text_[begin];
      const bool numbering = is_ascii_digit(c) && begin + 1 < end;
      if (!is_han(c) && !is_ascii_letter(c) && !numbering && c != U'"' && c != 0x300A) {
        led = led || c == U':';
        ++begin;
      } else if (numbering) {
        std::size_t behind = begin;
        while (behind < end && is_ascii_digit(text_[behind])) {
          ++behind;
        }
        const char32_t mark = behind < end ? text_[behind] : U'\n';
        if (mark != U'.' && mark != U')' && mark != 0x3001) {
          return std::nullopt;  // a year, not the numbering of an item
        }
        begin = behind + 1;
      } else if (const std::size_t length = prefix.match_at(window, begin); length > 0 && begin + length < end) {
        led = led || connective.match_at(window, begin) > 0;
        begin += length;
      } else {
        more = false;
      }
    }
    for (bool more = true; more && end > begin;) {
      const std::size_t length = tail.match_before(text_, end);
      more = length > 0 && begin + length < end;
      end -= more ? length : 0;
    }
    const auto label = text_.substr(begin, end - begin);
    const bool clean = !label.empty() && label.size() <= longest_label && is_han(label.front()) &&
                       std::none_of(label.begin(), label.end(), [](char32_t c) { return is_clause_break(c); });
    return clean && label.size() >= 2 && !lexicon_.at("not_class").in(text_, begin, end)
               ? std::optional{TextRange{begin, end}}
               : std::nullopt;
  }

  bool valid(const Group& group, const Decimal& total) const {
    std::int64_t sum = 0;
    bool all_named = true;
    for (const auto& found : group.classes) {
      sum += page_.mentions[found.count].value.unscaled;
      all_named = all_named && lexicon_.at("class_name_end")
                                       .match_before(to_utf32(fold_label(found.label)),
                                                     to_utf32(fold_label(found.label)).size()) > 0;
    }
    const bool percents = rank(group) == 2;
    const std::size_t size = group.classes.size();
    const bool adds_up = sum == total.unscaled && total.decimals == 0;
    return (size >= 2 && (percents || adds_up || all_named || (size >= 3 && group.led))) ||
           (size == 1 && percents && adds_up);
  }

  const Page& page_;
  std::u32string_view text_;
  const NarrativeLexicon& lexicon_;
};

}  // namespace

std::vector<FoundClass> find_classes(const Page& page, const std::vector<Statement>& totals,
                                     const NarrativeLexicon& lexicon) {
  return Classes{page, lexicon}.find(totals);
}

}  // namespace gongkai::detail
