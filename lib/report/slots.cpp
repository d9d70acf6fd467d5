// SPDX-License-Identifier: Apache-2.0
#include "report/slots.hpp"

#include <algorithm>

#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t window = 90;     // characters looked at on either side of a number
constexpr std::size_t neighbours = 2;  // sentences on either side in which a parallel part may stand

class Statements {
 public:
  Statements(const Page& page, const SlotRule& rule, const NarrativeLexicon& lexicon,
             const std::optional<std::string>& organisation, const std::vector<Statement>& followed)
      : page_{page}, rule_{rule}, lexicon_{lexicon}, followed_{followed} {
    if (organisation) {
      organisation_ = to_utf32(*organisation);
    }
  }

  std::vector<Statement> find() {
    for (std::size_t m = 0; m < page_.mentions.size(); ++m) {
      if (const auto pattern = matching(m); pattern != nullptr && admissible(m)) {
        Statement statement;
        statement.mention = m;
        statement.sentence = page_.mentions[m].sentence;
        statement.strong = pattern->strong;
        out_.push_back(statement);
      }
    }
    if (!rule_.zero.empty() || !rule_.all_of.empty()) {
      for (std::size_t s = 0; s < page_.sentences.size(); ++s) {
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

  const CountPattern* matching(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    if (std::find(rule_.units.begin(), rule_.units.end(), mention.unit) == rule_.units.end() ||
        (!rule_.percent && mention.value.decimals > 0)) {
      return nullptr;
    }
    const TextRange sentence = page_.sentences[mention.sentence];
    std::size_t begin = std::max(sentence.begin, mention.begin - std::min(mention.begin, window));
    if (m > 0 && page_.mentions[m - 1].end <= mention.begin) {
      begin = std::max(begin, page_.mentions[m - 1].end);
    }
    const std::size_t end = std::min(sentence.end, mention.end + window);
    for (const auto& pattern : rule_.patterns) {
      if (pattern.zero_only && mention.value.unscaled != 0) {
        continue;
      }
      if (pattern.left &&
          !pattern.left->match(page_.text, begin, mention.begin, Pattern::Anchor::at_end, page_.blocked)) {
        continue;
      }
      if (pattern.right &&
          !pattern.right->match(page_.text, mention.end, end, Pattern::Anchor::at_begin, page_.blocked)) {
        continue;
      }
      return &pattern;
    }
    return nullptr;
  }

  bool admissible(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    const TextRange sentence = page_.sentences[mention.sentence];
    if (mention.period == MentionPeriod::cumulative || mention.period == MentionPeriod::other_year ||
        mention.period == MentionPeriod::change) {
      return false;
    }
    const std::size_t clause = page_.clause_begin(mention.begin, sentence);
    const std::size_t end = page_.clause_end(mention.end, sentence);
    const auto in_clause = [&](const Concept* words) { return words->in(page_.text, clause, end); };
    const auto before = [&](const Concept* words) { return words->in(page_.text, sentence.begin, mention.begin); };
    if (std::any_of(rule_.not_in_clause.begin(), rule_.not_in_clause.end(), in_clause) ||
        std::any_of(rule_.not_after_in_sentence.begin(), rule_.not_after_in_sentence.end(), before)) {
      return false;
    }
    if (mention.value.unscaled != 0 &&
        std::any_of(rule_.nonzero_not.begin(), rule_.nonzero_not.end(), [&](const Pattern& pattern) {
          return pattern.match(page_.text, clause, mention.begin, Pattern::Anchor::anywhere, page_.blocked).has_value();
        })) {
      return false;
    }
    return !part_after(m) && of_this_body(sentence, mention.begin) && !parallel_part(m) &&
           (shares_object(m) && page_.has_context(rule_.context, mention.sentence));
  }

  // "收到申请10件,其中…申请3件": the second is a part of the first.
  bool part_after(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    for (auto statement = out_.rbegin(); statement != out_.rend(); ++statement) {
      if (statement->sentence != mention.sentence) {
        break;
      }
      if (statement->mention &&
          lexicon_.at("part").in(page_.text, page_.mentions[*statement->mention].end, mention.begin)) {
        return true;
      }
    }
    return false;
  }

  bool of_this_body(TextRange sentence, std::size_t end) const {
    for (const auto& body : lexicon_.bodies) {
      if (!body.words.in(page_.text, sentence.begin, end)) {
        continue;
      }
      const bool own =
          std::any_of(body.own_if_name_ends.begin(), body.own_if_name_ends.end(), [&](const std::u32string& word) {
            return organisation_.size() >= word.size() &&
                   organisation_.compare(organisation_.size() - word.size(), word.size(), word) == 0;
          });
      if (!own) {
        return false;
      }
    }
    return true;
  }

  bool parallel_part(std::size_t m) const {
    if (rule_.parallel == nullptr) {
      return false;
    }
    const auto& mention = page_.mentions[m];
    const TextRange sentence = page_.sentences[mention.sentence];
    const std::size_t clause = page_.clause_begin(mention.begin, sentence);
    if (!rule_.parallel->in(page_.text, clause, mention.begin) ||
        (rule_.parallel_unless != nullptr && rule_.parallel_unless->in(page_.text, clause, mention.begin))) {
      return false;
    }
    const auto beside = [&](std::size_t other) {
      const auto& neighbour = page_.mentions[other];
      const std::size_t begin = page_.clause_begin(neighbour.begin, page_.sentences[neighbour.sentence]);
      return neighbour.unit != "%" &&
             (rule_.parallel_with->in(page_.text, begin, neighbour.begin) ||
              (neighbour.sentence == mention.sentence && rule_.parallel->in(page_.text, begin, neighbour.begin)));
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
    for (const auto& statement : followed_) {
      const std::size_t at = position(statement);
      if (at >= mention.begin || statement.sentence + 1 < mention.sentence) {
        continue;
      }
      // No figure of another kind in between: the nearest earlier mentions must be this slot's or the followed one.
      const bool nearest = std::none_of(
          page_.mentions.begin(), page_.mentions.begin() + static_cast<std::ptrdiff_t>(m), [&](const Mention& between) {
            return between.begin > at && between.unit != "%" && between.unit != mention.unit;
          });
      if (nearest) {
        return true;
      }
    }
    return false;
  }

  void in_words(std::size_t s) {
    const TextRange sentence = page_.sentences[s];
    std::size_t begin = sentence.begin;
    while (begin < sentence.end) {
      std::size_t end = begin;
      while (end < sentence.end && (page_.text[end] == U':' || !is_clause_break(page_.text[end]))) {
        ++end;
      }
      if (end - begin <= 2 * window) {
        clause_in_words(s, {begin, end});
      }
      begin = end + 1;
    }
  }

  void clause_in_words(std::size_t s, TextRange clause) {
    const TextRange sentence = page_.sentences[s];
    const auto in_clause = [&](const Concept* words) { return words->in(page_.text, clause.begin, clause.end); };
    const bool figure_here = std::any_of(out_.begin(), out_.end(), [&](const Statement& statement) {
      return statement.mention && page_.mentions[*statement.mention].begin >= clause.begin &&
             page_.mentions[*statement.mention].begin < clause.end;
    });
    if (figure_here || std::any_of(rule_.zero_not.begin(), rule_.zero_not.end(), in_clause)) {
      return;
    }
    const auto matches = [&](const Pattern& pattern) {
      return pattern.match(page_.text, clause.begin, clause.end, Pattern::Anchor::anywhere, page_.blocked);
    };
    for (const auto& pattern : rule_.zero) {
      const auto match = matches(pattern);
      if (match && page_.has_context(rule_.zero_context, s) && of_this_body(sentence, clause.end) &&
          this_year(s, clause)) {
        Statement statement;
        statement.words = {match->begin, match->end};
        statement.sentence = s;
        out_.push_back(statement);
        return;
      }
    }
    for (const auto& pattern : rule_.all_of) {
      const auto match = matches(pattern);
      if (!match || followed_.empty() || followed_.back().sentence > s) {
        continue;
      }
      for (const auto& statement : followed_) {
        if (statement.sentence == s && statement.mention && !page_.mentions[*statement.mention].approximate &&
            page_.mentions[*statement.mention].end <= clause.begin &&
            !other_figure_between(page_.mentions[*statement.mention].end, clause.begin)) {
          Statement all;
          all.words = {match->begin, match->end};
          all.sentence = s;
          all.same_as = page_.mentions[*statement.mention].value;
          out_.push_back(all);
          return;
        }
      }
    }
  }

  bool other_figure_between(std::size_t begin, std::size_t end) const {
    return std::any_of(page_.mentions.begin(), page_.mentions.end(),
                       [&](const Mention& mention) { return mention.begin >= begin && mention.begin < end; });
  }

  // "Last year there was none" says nothing about this one; "never so far" does.
  bool this_year(std::size_t s, TextRange clause) const;

  const Page& page_;
  const SlotRule& rule_;
  const NarrativeLexicon& lexicon_;
  std::u32string organisation_;
  const std::vector<Statement>& followed_;
  std::vector<Statement> out_;
};

bool Statements::this_year(std::size_t s, TextRange clause) const {
  const auto period = page_.period_before(clause.end, s);
  return period != MentionPeriod::other_year;
}

}  // namespace

std::vector<Statement> find_statements(const Page& page, const SlotRule& rule, const NarrativeLexicon& lexicon,
                                       const std::optional<std::string>& organisation,
                                       const std::vector<Statement>& followed) {
  return Statements{page, rule, lexicon, organisation, followed}.find();
}

Cell to_cell(const Page& page, const Statement& statement) {
  Cell cell;
  if (statement.mention) {
    const auto& mention = page.mentions[*statement.mention];
    cell.kind = mention.approximate ? CellKind::approximate : CellKind::number;
    cell.value = mention.value;
    cell.place = mention.place;
    cell.printed = mention.place.text;
    return cell;
  }
  cell.kind = CellKind::number;
  cell.in_words = true;
  cell.value = statement.same_as.value_or(Decimal{0, 0});
  cell.place = page.source->place(statement.words.begin, statement.words.end - statement.words.begin);
  cell.printed = cell.place.text;
  return cell;
}

}  // namespace gongkai::detail
