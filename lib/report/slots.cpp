// SPDX-License-Identifier: Apache-2.0
#include "report/slots.hpp"

#include <algorithm>

#include "report/year_of_figure.hpp"
#include "text/quantities.hpp"
#include "text/whose_of.hpp"

namespace gongkai::detail {
namespace {

constexpr char32_t enumeration_comma = 0x3001;
constexpr std::size_t reach = 90;      // characters looked at on either side of a number
constexpr std::size_t neighbours = 2;  // sentences on either side in which a parallel part may stand

class Statements {
 public:
  Statements(const Page& page, const SlotRule& rule, const Owners& owners, const std::vector<Statement>& followed,
             StatementYear year)
      : page_{page},
        rule_{rule},
        words_{page.lexicon->words},
        owners_{owners},
        followed_{followed},
        years_{page, year},
        year_{year} {}

  std::vector<Statement> find() {
    for (std::size_t m = 0; m < page_.mentions.size(); ++m) {
      const std::size_t s = page_.mentions[m].sentence;
      if (page_.in_table[s] || in_torn_clause(s, page_.mentions[m].begin)) {
        continue;
      }
      if (rule_.named && unit_fits(page_.mentions[m]) && distributed_to(page_, *rule_.named, m) && plain_statement(m)) {
        add_mention(m, true);
        continue;
      }
      const auto pattern = matching(m);
      if (pattern == nullptr || !admissible(m, pattern->in_all_years)) {
        continue;
      }
      // The text breaks off in this sentence: what a weak wording means would show in the rest.
      if (pattern->strong || !breaks_off(page_.mentions[m].sentence)) {
        add_mention(m, pattern->strong);
      }
    }
    for (std::size_t s = 0; s < page_.sentences.size(); ++s) {
      if (!page_.in_table[s]) {
        in_words(s);
      }
    }
    std::stable_sort(out_.begin(), out_.end(),
                     [&](const Statement& a, const Statement& b) { return position(a) < position(b); });
    return std::move(out_);
  }

 private:
  std::size_t position(const Statement& statement) const {
    return statement.mention ? page_.mentions[*statement.mention].begin : statement.words.begin;
  }

  // In the first clause of a torn sentence: how it began is not known.
  bool in_torn_clause(std::size_t s, std::size_t position) const {
    return page_.torn[s] && page_.whole_clause_begin(position, page_.sentences[s]) == page_.sentences[s].begin;
  }

  bool breaks_off(std::size_t sentence) const {
    const std::size_t end = page_.sentences[sentence].end;
    const char32_t last = page_.text[end - 1];
    return end == page_.text.size() && (!is_clause_break(last) || last == U',' || last == U':');
  }

  void add_mention(std::size_t m, bool strong) {
    Statement statement;
    statement.mention = m;
    statement.sentence = page_.mentions[m].sentence;
    // "Until the end of the year" leaves open since when.
    statement.strong = strong && page_.mentions[m].period != MentionPeriod::until;
    out_.push_back(statement);
  }

  bool unit_fits(const Mention& mention) const {
    return std::find(rule_.units.begin(), rule_.units.end(), mention.unit) != rule_.units.end() &&
           (rule_.percent || mention.value.decimals == 0);
  }

  const CountPattern* matching(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    if (!unit_fits(mention)) {
      return nullptr;
    }
    const auto& said = page_.said[mention.sentence];
    const TextRange sentence = page_.sentences[mention.sentence];
    std::size_t begin = std::max(sentence.begin, mention.begin - std::min(mention.begin, reach));
    if (m > 0 && page_.mentions[m - 1].end <= mention.begin) {
      begin = std::max(begin, page_.mentions[m - 1].end);
    }
    const std::size_t end = std::min(sentence.end, mention.end + reach);
    for (const auto& pattern : rule_.patterns) {
      if (!said.has_all(pattern.needs) || (pattern.zero_only && mention.value.unscaled != 0)) {
        continue;
      }
      if (pattern.left && !pattern.left->match_back(page_.window(begin, mention.begin))) {
        continue;
      }
      // What stands behind "、" belongs to the next figure: "行政诉讼3件、行政复议2件".
      const bool next = !pattern.left && mention.end < sentence.end && page_.text[mention.end] == enumeration_comma;
      if (pattern.right && (next || !pattern.right->match_front(page_.window(mention.end, end)))) {
        continue;
      }
      return &pattern;
    }
    return nullptr;
  }

  bool in_context(std::size_t sentence) const {
    return rule_.any_context || page_.said[sentence].has_any(rule_.context) ||
           page_.headed[sentence].has_any(rule_.heading_context) || continues(sentence);
  }
  bool in_zero_context(std::size_t sentence) const {
    return rule_.any_zero_context || page_.said[sentence].has_any(rule_.zero_context) ||
           page_.headed[sentence].has_any(rule_.heading_context) || continues(sentence);
  }
  // The sentence before it in the same paragraph speaks of the matter.
  bool continues(std::size_t sentence) const {
    return rule_.continues && sentence > 0 && page_.text[page_.sentences[sentence - 1].end - 1] != U'\n' &&
           page_.said[sentence - 1].has_all(rule_.near_context);
  }

  bool plain_statement(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    return years_.ours(mention) && owners_.own(mention.whose) && in_context(mention.sentence);
  }

  bool admissible(std::size_t m, bool only_in_all_years) const {
    const auto& mention = page_.mentions[m];
    if (!years_.ours(mention) || years_.told_apart_later(m)) {
      return false;
    }
    const TextRange sentence = page_.sentences[mention.sentence];
    const std::size_t clause = page_.clause_begin(mention.begin, sentence);
    const std::size_t end = page_.clause_end(mention.end, sentence);
    const bool year_after_all_years = years_.year_in_all_years(m, clause);
    if ((only_in_all_years && !year_after_all_years) || forbidden(clause, end, year_after_all_years) ||
        (!year_after_all_years && said_before(mention).has_any(rule_.not_after_in_sentence))) {
      return false;
    }
    // "累计260条," and the text breaks off: what is of the year would have come.
    const auto& all_years = QuantityWords::builtin().cumulative_weak;
    if (breaks_off(mention.sentence) && all_years.in(page_.text, clause, mention.begin)) {
      return false;
    }
    if (holds_more(m)) {
      return false;
    }
    if (mention.value.unscaled != 0 &&
        std::any_of(rule_.nonzero_not.begin(), rule_.nonzero_not.end(), [&](const Pattern& pattern) {
          return pattern.find(page_.window(clause, mention.begin)).has_value();
        })) {
      return false;
    }
    return (year_after_all_years || !part_after(m)) && owners_.own(mention.whose) && !parallel_part(m) &&
           shares_object(m) && in_context(mention.sentence);
  }

  // In the sentence before the figure, and in the lines that it was torn from.
  ConceptSet said_before(const Mention& mention) const {
    ConceptSet said = page_.hits.concepts_in(page_.sentences[mention.sentence].begin, mention.begin);
    for (std::size_t s = mention.sentence; page_.torn[s]; --s) {
      said.add(page_.said[s - 1]);
    }
    return said;
  }

  // What stands right behind the figure says that it is not this slot's alone; also where the line was torn there.
  bool holds_more(std::size_t m) const {
    const auto said_in = [&](TextRange behind) {
      const auto window = page_.window(behind.begin, behind.end);
      return std::any_of(rule_.not_followed.begin(), rule_.not_followed.end(),
                         [&](const Pattern& pattern) { return pattern.match_front(window).has_value(); });
    };
    const auto& mention = page_.mentions[m];
    const std::size_t end = page_.sentences[mention.sentence].end;
    const std::size_t next = mention.sentence + 1;
    if (!rule_.not_followed.empty() && breaks_off(mention.sentence)) {
      return true;  // it may have gone on so
    }
    return said_in({mention.end, end}) || (end <= mention.end + 1 && next < page_.sentences.size() &&
                                           page_.torn[next] && said_in(page_.sentences[next]));
  }

  bool forbidden(std::size_t clause, std::size_t end, bool year_after_all_years) const {
    ConceptSet not_here = rule_.not_in_clause;
    if (year_after_all_years) {
      not_here.remove(words_.part.id());
    }
    const ConceptSet said = page_.hits.concepts_in(clause, end);
    if (rule_.excused && said.has(rule_.excused->id()) &&
        std::any_of(rule_.excuse.begin(), rule_.excuse.end(),
                    [&](const Pattern& pattern) { return pattern.find(page_.window(clause, end)).has_value(); })) {
      not_here.remove(rule_.excused->id());
    }
    return said.has_any(not_here);
  }

  // "收到申请10件,其中…申请3件": the second is a part of the first.
  bool part_after(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    for (auto statement = out_.rbegin(); statement != out_.rend(); ++statement) {
      if (statement->sentence != mention.sentence) {
        break;
      }
      if (statement->mention && page_.hits.in(words_.part, page_.mentions[*statement->mention].end, mention.begin)) {
        return true;
      }
    }
    return false;
  }

  // "通过网站公开1286条,其中政策类36条、规划类12条": what is divided so is the whole, whatever it went through.
  bool divided_into_classes(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    if (m + 1 >= page_.mentions.size() || page_.mentions[m + 1].sentence != mention.sentence ||
        page_.mentions[m + 1].unit != mention.unit) {
      return false;
    }
    std::size_t begin = mention.end;
    while (begin < page_.text.size() && (page_.text[begin] == U',' || page_.text[begin] == U':')) {
      ++begin;
    }
    if (words_.part.match_at(page_.text, begin) + words_.whole_lead.match_at(page_.text, begin) == 0) {
      return false;
    }
    return words_.class_name_sure.match_before(page_.text, page_.mentions[m + 1].begin) > 0 || adds_up_behind(m);
  }

  // At least three figures behind it in the sentence, up to a semicolon, come to it.
  bool adds_up_behind(std::size_t m) const {
    const auto& total = page_.mentions[m];
    std::int64_t sum = 0;
    std::size_t parts = 0;
    for (std::size_t i = m + 1; i < page_.mentions.size() && page_.mentions[i].sentence == total.sentence; ++i) {
      const auto& part = page_.mentions[i];
      const auto between = page_.text.substr(page_.mentions[i - 1].end, part.begin - page_.mentions[i - 1].end);
      if (part.unit != total.unit || between.find(U';') != std::u32string_view::npos) {
        break;
      }
      sum += part.value.unscaled;
      ++parts;
    }
    return parts > 2 && sum == total.value.unscaled;
  }

  bool parallel_part(std::size_t m) const {
    if (!rule_.parallel) {
      return false;
    }
    const auto& mention = page_.mentions[m];
    const TextRange sentence = page_.sentences[mention.sentence];
    const std::size_t clause = page_.clause_begin(mention.begin, sentence);
    if (!page_.hits.in(*rule_.parallel, clause, mention.begin) ||
        (rule_.parallel_unless && page_.hits.in(*rule_.parallel_unless, clause, mention.begin))) {
      return false;
    }
    if (divided_into_classes(m)) {
      return false;
    }
    const auto beside = [&](std::size_t other) {
      const auto& neighbour = page_.mentions[other];
      const std::size_t begin = page_.clause_begin(neighbour.begin, page_.sentences[neighbour.sentence]);
      return neighbour.unit != "%" &&
             (page_.hits.in(*rule_.parallel_with, begin, neighbour.begin) ||
              (neighbour.sentence == mention.sentence && page_.hits.in(*rule_.parallel, begin, neighbour.begin)));
    };
    for (std::size_t i = m; i-- > 0 && page_.mentions[i].sentence + neighbours >= mention.sentence;) {
      if (beside(i)) {
        return true;
      }
    }
    for (std::size_t i = m + 1;
         i < page_.mentions.size() && page_.mentions[i].sentence <= mention.sentence + neighbours; ++i) {
      if (beside(i)) {
        return true;
      }
    }
    return false;
  }

  // A reply says of what in its own clause, or follows the figure it belongs to.
  bool shares_object(std::size_t m) const {
    if (rule_.follows.empty()) {
      return true;
    }
    const auto& mention = page_.mentions[m];
    const TextRange sentence = page_.sentences[mention.sentence];
    if (rule_.object && page_.hits.in(*rule_.object, page_.clause_begin(mention.begin, sentence),
                                      page_.clause_end(mention.end, sentence))) {
      return true;
    }
    for (const auto& statement : followed_) {
      const std::size_t at = position(statement);
      if (at >= mention.begin || statement.sentence + 1 < mention.sentence) {
        continue;
      }
      // No figure of another kind in between.
      bool nearest = true;
      for (std::size_t i = page_.first_mention(at + 1); i < m && nearest; ++i) {
        nearest = page_.mentions[i].unit == "%" || page_.mentions[i].unit == mention.unit;
      }
      if (nearest) {
        return true;
      }
    }
    return false;
  }

  template <typename Patterns>
  static bool possible(const Patterns& patterns, const ConceptSet& said) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const Pattern& pattern) { return said.has_all(pattern.needs()); });
  }

  void in_words(std::size_t s) {
    const auto& said = page_.said[s];
    const bool zero = possible(rule_.zero, said);
    const bool all_of = !followed_.empty() && possible(rule_.all_of, said);
    if (zero || all_of) {
      clauses_in_words(s);
    }
    if (rule_.zero_heading && year_ == StatementYear::report && said.has(words_.bare_none.id())) {
      none_under_heading(s);
    }
  }

  void clauses_in_words(std::size_t s) {
    const TextRange sentence = page_.sentences[s];
    std::size_t begin = sentence.begin;
    while (begin < sentence.end) {
      std::size_t end = begin;
      while (end < sentence.end && (page_.text[end] == U':' || !is_clause_break(page_.text[end]))) {
        ++end;
      }
      if (end - begin <= 2 * reach) {
        clause_in_words(s, {begin, end});
      }
      begin = end + 1;
    }
  }

  void clause_in_words(std::size_t s, TextRange clause) {
    const ConceptSet said = page_.hits.concepts_in(clause.begin, clause.end);
    const bool figure_here = std::any_of(out_.begin(), out_.end(), [&](const Statement& statement) {
      return statement.mention && page_.mentions[*statement.mention].begin >= clause.begin &&
             page_.mentions[*statement.mention].begin < clause.end;
    });
    const bool goes_on = s + 1 < page_.torn.size() && page_.torn[s + 1] && clause.end + 1 == page_.sentences[s].end;
    const bool cut_off =
        goes_on || in_torn_clause(s, clause.begin) || (clause.end == page_.text.size() && breaks_off(s));
    if (figure_here || cut_off || said.has_any(rule_.zero_not)) {
      return;
    }
    for (const auto& pattern : rule_.zero) {
      const auto match = said.has_all(pattern.needs()) ? pattern.find(page_.window(clause.begin, clause.end))
                                                       : std::optional<PatternMatch>{};
      if (match && in_zero_context(s) && own_clause(s, match->end) && years_.clause_is_ours(s, clause)) {
        add_words(s, *match);
        return;
      }
    }
    for (const auto& pattern : rule_.all_of) {
      const auto match = said.has_all(pattern.needs()) ? pattern.find(page_.window(clause.begin, clause.end))
                                                       : std::optional<PatternMatch>{};
      if (match && all_of_followed(s, clause, *match)) {
        return;
      }
    }
  }

  bool own_clause(std::size_t s, std::size_t end) const {
    return owners_.own(whose_of(page_.text, page_.sentences[s], end, QuantityWords::builtin()));
  }

  void add_words(std::size_t s, PatternMatch match) {
    Statement statement;
    statement.words = {match.begin, match.end};
    statement.sentence = s;
    out_.push_back(statement);
  }

  // "收到申请8件,已全部答复": as many as were received.
  bool all_of_followed(std::size_t s, TextRange clause, PatternMatch match) {
    for (const auto& statement : followed_) {
      if (statement.sentence != s || !statement.mention) {
        continue;
      }
      const auto& mention = page_.mentions[*statement.mention];
      if (!mention.approximate && mention.end <= clause.begin && !other_figure(mention, clause.begin) &&
          !other_count(mention.value, clause)) {
        Statement all;
        all.words = {match.begin, match.end};
        all.sentence = s;
        all.same_as = mention.value;
        out_.push_back(all);
        return true;
      }
    }
    return false;
  }

  // "其中2件已答复": not all of them.
  bool other_count(Decimal all, TextRange clause) const {
    for (std::size_t i = page_.first_mention(clause.begin);
         i < page_.mentions.size() && page_.mentions[i].begin < clause.end; ++i) {
      if (page_.mentions[i].unit != "%" && page_.mentions[i].value != all) {
        return true;
      }
    }
    return false;
  }

  // A figure in between that is no part of the first one.
  bool other_figure(const Mention& first, std::size_t end) const {
    for (std::size_t i = page_.first_mention(first.end); i < page_.mentions.size() && page_.mentions[i].begin < end;
         ++i) {
      const auto& between = page_.mentions[i];
      const bool part = page_.hits.in(words_.part, first.end, between.begin) && between.unit == first.unit;
      // "(比上年减少3件)" is no figure of its own.
      if (between.unit != "%" && !part && between.period != MentionPeriod::change) {
        return true;
      }
    }
    return false;
  }

  // "四、行政复议、行政诉讼情况" and below it nothing but "无。"
  void none_under_heading(std::size_t s) {
    const TextRange heading = page_.heading[s];
    const TextRange sentence = page_.sentences[s];
    if (page_.is_heading[s] || breaks_off(s) || heading.begin == heading.end || heading.end > sentence.begin ||
        !page_.hits.in(*rule_.zero_heading, heading.begin, heading.end) ||
        (rule_.zero_heading_not && page_.hits.in(*rule_.zero_heading_not, heading.begin, heading.end))) {
      return;
    }
    std::size_t begin = sentence.begin;
    std::size_t end = sentence.end;
    while (end > begin && is_clause_break(page_.text[end - 1])) {
      --end;
    }
    const auto text = page_.text.substr(0, end);
    for (std::size_t length = 1; length > 0 && begin < end; begin += length) {
      length = words_.none_lead.match_at(text, begin);
    }
    const std::size_t none = words_.bare_none.match_at(text, begin);
    std::size_t behind = begin + none;
    for (std::size_t length = 1; none > 0 && length > 0; behind += length) {
      length = words_.none_tail.match_at(text, behind);
    }
    if (none > 0 && behind == end) {
      add_words(s, {begin, end});
    }
  }

  const Page& page_;
  const SlotRule& rule_;
  const ReaderWords& words_;
  const Owners& owners_;
  const std::vector<Statement>& followed_;
  YearOfFigure years_;
  StatementYear year_;
  std::vector<Statement> out_;
};

}  // namespace

std::vector<Statement> find_statements(const Page& page, const SlotRule& rule, const Owners& owners,
                                       const std::vector<Statement>& followed, StatementYear year) {
  return Statements{page, rule, owners, followed, year}.find();
}

}  // namespace gongkai::detail
