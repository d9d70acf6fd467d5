// SPDX-License-Identifier: Apache-2.0
#include "report/claims.hpp"

#include <algorithm>

#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t reach = 30;  // characters between a figure and its rate
constexpr std::string_view slot_prefix = "narrative.";

class Claims {
 public:
  explicit Claims(const Page& page) : page_{page}, words_{page.lexicon->words} {}

  void add(const std::string& subject, const Statement& statement) {
    Claim claim;
    claim.subject = subject;
    claim.cell = to_cell(page_, statement);
    claim.firm = statement.strong;
    const TextRange sentence = page_.sentences[statement.sentence];
    const std::size_t at = statement.mention ? page_.mentions[*statement.mention].begin : statement.words.begin;
    const std::size_t end = statement.mention ? page_.mentions[*statement.mention].end : statement.words.end;
    const std::size_t begin = page_.clause_begin(at, sentence);
    // With what follows the figure in its clause, "(含上年结转2件)" too.
    std::size_t behind = end;
    while (behind < std::min(sentence.end, end + reach) && !is_clause_break(page_.text[behind])) {
      ++behind;
    }
    claim.words = to_utf8(page_.text.substr(begin, behind - begin));
    if (statement.mention) {
      claim.growth = growth_of(*statement.mention);
    }
    out_.emplace_back(at, std::move(claim));
  }

  std::vector<Claim> take() {
    std::stable_sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Claim> claims;
    for (auto& [at, claim] : out_) {
      claims.push_back(std::move(claim));
    }
    return claims;
  }

 private:
  // "收到申请3646件,同比增长1.05%": the rate that follows the figure without another figure between them.
  Cell growth_of(std::size_t m) const {
    const auto& mention = page_.mentions[m];
    if (m + 1 >= page_.mentions.size()) {
      return {};
    }
    const auto& rate = page_.mentions[m + 1];
    if (rate.unit != "%" || rate.approximate || rate.sentence != mention.sentence || rate.begin - mention.end > reach) {
      return {};
    }
    // Behind "其中…" a rate goes back to the total.
    if (page_.hits.in(words_.part, page_.sentences[mention.sentence].begin, mention.begin)) {
      return {};
    }
    const bool up = page_.hits.in(words_.growth_up, mention.end, rate.begin);
    const bool down = page_.hits.in(words_.growth_down, mention.end, rate.begin);
    if (up == down || !page_.hits.in(words_.growth_same, mention.end, rate.begin)) {
      return {};
    }
    Cell cell = to_cell(rate);
    cell.value.unscaled *= up ? 1 : -1;
    return cell;
  }

  const Page& page_;
  const ReaderWords& words_;
  std::vector<std::pair<std::size_t, Claim>> out_;
};

}  // namespace

std::vector<Claim> find_claims(const Page& page, const Owners& owners,
                               const std::map<std::string, std::vector<Statement>>& slots,
                               const std::vector<OutcomeFigure>& outcomes) {
  Claims claims{page};
  for (const auto& [path, statements] : slots) {
    for (const auto& statement : statements) {
      claims.add(path.substr(slot_prefix.size()), statement);
    }
  }
  for (const auto& claim : page.lexicon->claims) {
    const auto find = [&](StatementYear year) {
      for (const auto& statement : find_statements(page, claim.rule, owners, {}, year)) {
        // "信息不存在答复2件" is one result of the answers, not all of them.
        const bool is_outcome = std::any_of(outcomes.begin(), outcomes.end(), [&](const OutcomeFigure& outcome) {
          return statement.mention && outcome.count.place == page.mentions[*statement.mention].place;
        });
        if (page.said[statement.sentence].has_all(claim.needs_in_sentence) && !is_outcome) {
          claims.add(claim.rule.name, statement);
        }
      }
    };
    find(StatementYear::report);
    if (claim.in_all_periods) {
      find(StatementYear::last);
    }
  }
  return claims.take();
}

}  // namespace gongkai::detail
