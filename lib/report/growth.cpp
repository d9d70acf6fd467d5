// SPDX-License-Identifier: Apache-2.0
// "2013年公开450条,较上年增长12.5%" where the figure of 2012 stands in the text too.
#include <algorithm>

#include "report/lists.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t reach = 30;  // characters between a figure and its rate

class Growths {
 public:
  Growths(const Page& page, const Placed& placed, const std::map<std::string, std::vector<Statement>>& last)
      : page_{page}, words_{page.lexicon->words}, placed_{placed}, last_{last} {}

  std::vector<Growth> find() const {
    std::vector<Growth> out;
    for (std::size_t m = 1; m < page_.mentions.size(); ++m) {
      const auto& rate = page_.mentions[m];
      if (rate.unit != "%" || rate.period != MentionPeriod::change || rate.approximate) {
        continue;
      }
      if (auto growth = growth_at(m)) {
        out.push_back(*std::move(growth));
      }
    }
    return out;
  }

 private:
  std::optional<Growth> growth_at(std::size_t m) const {
    const auto& rate = page_.mentions[m];
    const TextRange sentence = page_.sentences[rate.sentence];
    const std::size_t clause = page_.clause_begin(rate.begin, sentence);
    const bool up = page_.hits.in(words_.growth_up, clause, rate.begin);
    const bool down = page_.hits.in(words_.growth_down, clause, rate.begin);
    if (up == down || !page_.hits.in(words_.growth_same, clause, rate.begin)) {
      return std::nullopt;
    }
    const Mention* previous = nullptr;
    std::size_t i = m - 1;
    const auto near = [&](std::size_t k) {
      const auto& mention = page_.mentions[k];
      return mention.sentence == rate.sentence && !mention.approximate && rate.begin - mention.end <= reach;
    };
    // "较上年的400条增长12.5%": the figure of the year before stands between.
    if (near(i) && page_.mentions[i].period == MentionPeriod::change && page_.mentions[i].end == clause && i > 0) {
      previous = &page_.mentions[i];
      --i;
    }
    const auto slot = placed_.find(i);
    if (slot == placed_.end() || (previous == nullptr && !near(i)) || page_.mentions[i].sentence != rate.sentence) {
      return std::nullopt;
    }
    if (previous == nullptr) {
      previous = last_year(slot->second);
    }
    if (previous == nullptr || previous->unit != page_.mentions[i].unit) {
      return std::nullopt;
    }
    Growth growth;
    growth.path = slot->second;
    growth.rate = to_cell(rate);
    growth.rate.value.unscaled *= up ? 1 : -1;
    growth.current = to_cell(page_.mentions[i]);
    growth.previous = to_cell(*previous);
    return growth;
  }

  const Mention* last_year(const std::string& path) const {
    const auto found = last_.find(path);
    if (found == last_.end() || found->second.size() != 1 || !found->second.front().mention) {
      return nullptr;
    }
    return &page_.mentions[*found->second.front().mention];
  }

  const Page& page_;
  const ReaderWords& words_;
  const Placed& placed_;
  const std::map<std::string, std::vector<Statement>>& last_;
};

}  // namespace

std::vector<Growth> find_growths(const Page& page, const Placed& placed,
                                 const std::map<std::string, std::vector<Statement>>& last) {
  return Growths{page, placed, last}.find();
}

}  // namespace gongkai::detail
