// SPDX-License-Identifier: Apache-2.0
// The classes into which a report divides its total. Bodies name them as they like, so they are found by the
// structure of the list: label, number, measure word, share.
#include <algorithm>

#include "report/slots.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_label = 26;
constexpr std::size_t sentences_ahead = 4;  // behind the total or the last class, in which the next may stand

struct Candidate {
  TextRange label;
  std::optional<std::size_t> count;
  std::optional<std::size_t> percent;
  bool named = false;     ///< the label says itself that it is a class: …类, …信息
  bool doubtful = false;  ///< the label has a word that classes seldom have
};

struct Group {
  std::vector<Candidate> classes;
  std::size_t depth = 0;  ///< brackets around its members
  std::size_t last_sentence = 0;
  bool led = false;  ///< introduced by a connective: 其中, 包括, a colon
  bool a_line_each = false;
};

enum class Doubt { none, word };

class Classes {
 public:
  Classes(const Page& page, const Owners& owners)
      : page_{page}, text_{page.text}, words_{page.lexicon->words}, owners_{owners} {}

  std::vector<FoundClass> find(const std::vector<Statement>& totals) {
    std::optional<Group> best;
    int best_rank = 0;
    for (const auto& total : totals) {
      if (!total.mention) {
        continue;
      }
      const auto& mention = page_.mentions[*total.mention];
      const Decimal* value = mention.approximate ? nullptr : &mention.value;
      for (auto& group : groups_under(*total.mention, totals)) {
        settle_doubts(group, value);
        end_where_it_adds_up(group, value);
        const int rank = rank_of(group, value);
        if (rank > best_rank) {
          best_rank = rank;
          best = std::move(group);
        }
      }
    }
    std::vector<FoundClass> out;
    for (const auto& found : best ? best->classes : std::vector<Candidate>{}) {
      out.push_back({page_.label(found.label.begin, found.label.end), found.count, found.percent});
    }
    return out;
  }

 private:
  // What the walk along the mentions behind a total knows.
  struct Walk {
    std::vector<Group> done;
    Group group;
    std::size_t behind = 0;    ///< where the next label may begin
    std::size_t depth = 0;     ///< open brackets
    bool open = true;          ///< no foreign figure since the total or a lead
    bool sub = false;          ///< inside the parts of a class
    std::size_t sentence = 0;  ///< of the mention before

    void close() {
      if (!group.classes.empty()) {
        done.push_back(std::move(group));
      }
      group = Group{};
      sub = false;
    }
  };

  std::vector<Group> groups_under(std::size_t total, const std::vector<Statement>& totals) const {
    const auto& mentions = page_.mentions;
    Walk walk;
    walk.behind = mentions[total].end;
    walk.sentence = mentions[total].sentence;
    walk.group.last_sentence = walk.sentence;
    std::size_t last = walk.sentence;
    for (std::size_t m = total + 1; m < mentions.size() && mentions[m].sentence <= last + sentences_ahead; ++m) {
      const bool again = std::any_of(totals.begin(), totals.end(),
                                     [&](const Statement& other) { return other.mention && *other.mention == m; });
      const bool elsewhere = heading_between(walk.sentence, mentions[m].sentence) && !leads(mentions[m]);
      if (again || page_.in_table[mentions[m].sentence] || elsewhere) {
        break;  // the total said again: what follows is divided under that statement
      }
      step(m, walk);
      if (!walk.group.classes.empty()) {
        last = walk.group.last_sentence;
      }
      walk.behind = mentions[m].end;
      walk.sentence = mentions[m].sentence;
    }
    walk.close();
    return std::move(walk.done);
  }

  // "主动公开政府信息的主要类别为:…" says what it divides, in whatever chapter.
  bool leads(const Mention& mention) const {
    const TextRange sentence = page_.sentences[mention.sentence];
    return page_.hits.in(words_.class_lead, sentence.begin, std::min(mention.begin, sentence.begin + 20));
  }

  bool heading_between(std::size_t first, std::size_t last) const {
    for (std::size_t s = first + 1; s <= last; ++s) {
      if (page_.is_heading[s]) {
        return true;
      }
    }
    return false;
  }

  void step(std::size_t m, Walk& walk) const {
    const auto& mention = page_.mentions[m];
    const bool new_sentence = mention.sentence != walk.sentence;
    const TextRange sentence = page_.sentences[mention.sentence];
    if (new_sentence) {
      walk.depth = 0;
      walk.sub = false;
    }
    std::size_t from = new_sentence ? std::max(sentence.begin, walk.behind) : walk.behind;
    for (std::size_t i = from; i < mention.begin; ++i) {
      walk.depth += text_[i] == U'(' ? 1U : 0U;
      walk.depth -= text_[i] == U')' && walk.depth > 0 ? 1U : 0U;
      walk.sub = walk.sub && text_[i] != U';';
    }
    const auto lead_end = new_sentence ? page_.hits.last_in(words_.class_lead, sentence.begin,
                                                            std::min(mention.begin, sentence.begin + 14))
                                       : std::nullopt;
    const bool lead = lead_end.has_value();
    if (lead) {
      if (*lead_end < mention.begin && is_clause_break(text_[*lead_end])) {
        from = std::max(from, *lead_end);  // "在2013年公开的信息中,机构职能类…": the label begins behind it
      }
      walk.close();
      walk.open = true;
    }
    auto& group = walk.group;
    if (!group.classes.empty() && walk.depth > group.depth) {
      // "(占20%)" belongs to the class before it, anything else in brackets divides it.
      if (mention.unit == "%" && !group.classes.back().percent && is_share(walk.behind, mention.begin)) {
        group.classes.back().percent = m;
      }
      return;
    }
    if (mention.unit == "%") {
      percent(m, walk, from, new_sentence, lead);
      return;
    }
    if (mention.period == MentionPeriod::change) {
      return;  // "比上年增加12条" says nothing about the list
    }
    count(m, walk, from, new_sentence, lead);
  }

  void percent(std::size_t m, Walk& walk, std::size_t from, bool new_sentence, bool lead) const {
    const auto& mention = page_.mentions[m];
    auto& group = walk.group;
    if (!group.classes.empty() && !group.classes.back().percent && !new_sentence &&
        is_share(walk.behind, mention.begin)) {
      group.classes.back().percent = m;
      return;
    }
    if (mention.period == MentionPeriod::change || page_.hits.in(words_.fulltext, from, mention.begin)) {
      return;
    }
    // "机构职能类占10%": a share without its count.
    const auto verb = page_.hits.find_in(words_.share_verb, from, mention.begin);
    const bool alike = group.classes.empty() || !group.classes.back().count;
    bool led = lead;
    const auto label = verb && alike && walk.open && is_share(*verb, mention.begin)
                           ? label_in(from, *verb, led, Doubt::none)
                           : std::nullopt;
    if (label && (!new_sentence || lead || named(*label)) && (!group.classes.empty() || led || named(*label))) {
      add({*label, std::nullopt, m, named(*label), false}, walk, led);
    } else {
      walk.close();
      walk.open = false;
    }
  }

  void count(std::size_t m, Walk& walk, std::size_t from, bool new_sentence, bool lead) const {
    const auto& mention = page_.mentions[m];
    auto& group = walk.group;
    if (!group.classes.empty() && !new_sentence) {
      if (walk.sub) {
        return;
      }
      // "业务类占80%,共8条": the count behind its share.
      if (!group.classes.back().count && only_tail(walk.behind, mention.begin)) {
        group.classes.back().count = m;
        return;
      }
      if (begins_parts(walk.behind, mention.begin)) {
        walk.sub = separated_by_semicolons(group);
        return;
      }
    }
    if (new_sentence && page_.torn[mention.sentence]) {
      walk.group = Group{};  // a list with a torn member is none
      walk.open = false;
      return;
    }
    bool led = lead || (new_sentence && group.classes.empty() && colon_before(walk.behind, from));
    const bool usable = walk.open && mention.value.decimals == 0 && mention.period != MentionPeriod::other_year &&
                        owners_.own(mention.whose);
    auto label = usable ? label_in(from, mention.begin, led, Doubt::none) : std::nullopt;
    if (label && to_utf8(text_.substr(label->begin, label->end - label->begin)) == mention.whose) {
      label.reset();  // "县政府部门3100条": a body, not a class
    }
    bool doubtful = false;
    if (!label && usable && !new_sentence && group.classes.size() >= 2) {
      label = label_in(from, mention.begin, led, Doubt::word);
      doubtful = label.has_value();
    }
    const bool is_named = label && named(*label);
    const bool goes_on = !new_sentence || lead || led || is_named || (group.a_line_each && !group.classes.empty());
    if (label && goes_on && (!group.classes.empty() || led || is_named)) {
      if (new_sentence) {
        group.a_line_each = group.classes.empty() || group.last_sentence + 1 == mention.sentence;
      }
      add({*label, m, std::nullopt, is_named, doubtful}, walk, led);
    } else {
      walk.close();
      walk.open = false;
    }
  }

  void add(Candidate candidate, Walk& walk, bool led) const {
    auto& group = walk.group;
    if (group.classes.empty()) {
      group.depth = walk.depth;
    }
    group.led = group.led || led;
    const auto& mention = page_.mentions[candidate.count ? *candidate.count : *candidate.percent];
    group.last_sentence = mention.sentence;
    group.classes.push_back(candidate);
  }

  bool named(TextRange label) const {
    bool found = false;
    page_.hits.ending(words_.class_name_end, label.end, [&](std::size_t, std::size_t) { found = true; });
    return found;
  }

  bool colon_before(std::size_t begin, std::size_t end) const {
    while (end > begin && (text_[end - 1] == U'\n' || text_[end - 1] == 0x3002)) {
      --end;
    }
    return end > begin && end - begin <= 14 && text_[end - 1] == U':';
  }

  bool only_tail(std::size_t begin, std::size_t end) const {
    while (begin < end) {
      const std::size_t length = words_.class_tail.match_at(text_.substr(0, end), begin);
      if (length == 0 && is_han(text_[begin])) {
        return false;
      }
      begin += std::max<std::size_t>(length, 1);
    }
    return true;
  }

  bool begins_parts(std::size_t begin, std::size_t end) const {
    while (begin < end && (text_[begin] == U',' || text_[begin] == U'(' || text_[begin] == U' ')) {
      ++begin;
    }
    return words_.part.match_at(text_.substr(0, end), begin) > 0;
  }

  bool separated_by_semicolons(const Group& group) const {
    if (group.classes.size() < 2) {
      return true;
    }
    const auto& last = group.classes.back();
    const auto& before = group.classes[group.classes.size() - 2];
    const std::size_t begin = page_.mentions[before.percent ? *before.percent : *before.count].end;
    return text_.substr(begin, last.label.begin - begin).find(U';') != std::u32string_view::npos;
  }

  // Only words of share between a count and its percentage.
  bool is_share(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end;) {
      const std::size_t length = words_.share.match_at(text_.substr(0, end), i);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  // "决策信息0条占;": the share of the class before was forgotten.
  std::size_t behind_empty_share(std::size_t begin, std::size_t end) const {
    std::size_t i = begin;
    for (std::size_t length = 1; length > 0 && i < end; i += length) {
      length = words_.share.match_at(text_.substr(0, end), i);
    }
    return i > begin && i < end && text_[i] == U';' ? i : begin;
  }

  // What is left between two figures without connectives, numbering and copulas; `led` becomes true where one
  // introduces the list.
  std::optional<TextRange> label_in(std::size_t begin, std::size_t end, bool& led, Doubt doubt) const {
    const auto window = text_.substr(0, end);
    begin = behind_empty_share(begin, end);
    for (bool more = true; more && begin < end;) {
      const char32_t c = text_[begin];
      const bool numbering = is_ascii_digit(c) && begin + 1 < end;
      if (!is_han(c) && !is_ascii_letter(c) && !numbering && c != U'"' && c != 0x300A) {
        led = led || c == U':' || c == U'(';
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
      } else if (const std::size_t length = words_.class_prefix.match_at(window, begin);
                 length > 0 && begin + length < end) {
        led = led || words_.class_connective.match_at(window, begin) > 0;
        begin += length;
      } else {
        more = false;
      }
    }
    for (bool more = true; more && end > begin;) {
      const std::size_t length = words_.class_tail.match_before(text_, end);
      more = length > 0 && begin + length < end;
      end -= more ? length : 0;
    }
    while (end > begin && text_[end - 1] == U'"') {
      --end;
    }
    const auto label = text_.substr(begin, end - begin);
    const bool clean = label.size() >= 2 && label.size() <= longest_label && is_han(label.front()) &&
                       std::none_of(label.begin(), label.end(), [](char32_t c) { return is_clause_break(c); });
    if (!clean || page_.hits.in(words_.never_class, begin, end)) {
      return std::nullopt;
    }
    const TextRange range{begin, end};
    if (!says_class(range) && is_outcome(range)) {
      return std::nullopt;
    }
    return doubt == Doubt::word || says_class(range) || !page_.hits.in(words_.not_class, begin, end)
               ? std::optional{range}
               : std::nullopt;
  }

  // 同意公开, 信息不存在: the results of requests are divided alike.
  bool is_outcome(TextRange label) const {
    const auto text = text_.substr(label.begin, label.end - label.begin);
    return std::any_of(page_.lexicon->outcomes.begin(), page_.lexicon->outcomes.end(), [&](const OutcomeRule& rule) {
      return rule.words.is(text) || page_.hits.in(rule.words, label.begin, label.end);
    });
  }

  // "会议类", "通知类信息": no doubt about it.
  bool says_class(TextRange label) const { return words_.class_name_sure.match_before(text_, label.end) > 0; }

  std::optional<std::int64_t> sum_of(const std::vector<Candidate>& classes, std::size_t size) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
      if (!classes[i].count || page_.mentions[*classes[i].count].approximate) {
        return std::nullopt;
      }
      sum += page_.mentions[*classes[i].count].value.unscaled;
    }
    return sum;
  }

  // A doubtful label stays where the sum needs it; otherwise the list ends before it.
  void settle_doubts(Group& group, const Decimal* total) const {
    auto& classes = group.classes;
    const auto first = std::find_if(classes.begin(), classes.end(), [](const Candidate& c) { return c.doubtful; });
    if (first == classes.end()) {
      return;
    }
    for (std::size_t size = classes.size();
         total != nullptr && classes.begin() + static_cast<std::ptrdiff_t>(size) > first; --size) {
      if (sum_of(classes, size) == std::optional{total->unscaled}) {
        classes.resize(size);
        return;
      }
    }
    classes.erase(first, classes.end());
  }

  // "政策法规12条,…,其他75条;公开栏张贴公告40期": a list that has come to its total ends before a figure with another
  // measure word, or behind a semicolon where commas separate it.
  void end_where_it_adds_up(Group& group, const Decimal* total) const {
    auto& classes = group.classes;
    for (std::size_t size = 2; total != nullptr && size < classes.size(); ++size) {
      if (!classes[size - 1].count || !classes[size].count || sum_of(classes, size) != std::optional{total->unscaled}) {
        continue;
      }
      const auto& last = page_.mentions[*classes[size - 1].count];
      const auto& next = page_.mentions[*classes[size].count];
      const auto separated = [&](const Mention& a, const Mention& b) {
        return text_.substr(a.end, b.begin - a.end).find(U';') != std::u32string_view::npos;
      };
      const bool by_less =
          size < 2 || !classes[size - 2].count || !separated(page_.mentions[*classes[size - 2].count], last);
      if (next.unit != last.unit || (by_less && separated(last, next))) {
        classes.resize(size);
        return;
      }
    }
  }

  // 0: no list of classes; else the better the higher.
  int rank_of(const Group& group, const Decimal* total) const {
    const auto& classes = group.classes;
    const auto all = [&](auto holds) { return std::all_of(classes.begin(), classes.end(), holds); };
    const bool percents = std::any_of(classes.begin(), classes.end(), [](const Candidate& c) { return c.percent; });
    const bool counts = all([](const Candidate& c) { return c.count.has_value(); });
    const bool all_named = all([](const Candidate& c) { return c.named; });
    const bool adds_up = total != nullptr && total->decimals == 0 && !classes.empty() &&
                         sum_of(classes, classes.size()) == std::optional{total->unscaled};
    if (!counts &&
        !(all([](const Candidate& c) { return c.percent.has_value(); }) && (all_named || shares_add_up(classes)))) {
      return 0;
    }
    const std::size_t size = classes.size();
    const bool valid = (size >= 2 && (percents || adds_up || all_named || (size >= 3 && group.led))) ||
                       (size == 1 && percents && adds_up);
    return valid ? 1 + (adds_up ? 1 : 0) + (percents ? 2 : 0) : 0;
  }

  bool shares_add_up(const std::vector<Candidate>& classes) const {
    double sum = 0;
    for (const auto& found : classes) {
      sum += found.percent ? page_.mentions[*found.percent].value.to_double() : 0;
    }
    return sum > 99 && sum < 101;
  }

  const Page& page_;
  std::u32string_view text_;
  const ReaderWords& words_;
  const Owners& owners_;
};

}  // namespace

std::vector<FoundClass> find_classes(const Page& page, const std::vector<Statement>& totals, const Owners& owners) {
  return Classes{page, owners}.find(totals);
}

}  // namespace gongkai::detail
