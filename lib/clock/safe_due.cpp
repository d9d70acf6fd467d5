// SPDX-License-Identifier: Apache-2.0
#include "clock/safe_due.hpp"

#include <algorithm>
#include <vector>

#include "clock/option_table.hpp"
#include "clock/other_clocks.hpp"

namespace gongkai::detail {
namespace {

class SafeSearch {
 public:
  SafeSearch(const ClockCore& core, DeadlineKind kind, const ClockHistory& history, const Options& options,
             std::int32_t as_of)
      : core_{&core}, kind_{kind}, history_{&history}, base_{&options}, as_of_{as_of} {}

  // Tries every lawful choice of every question that the answer depended on. A choice may raise further questions.
  void explore(const Options& options, const Outcome& outcome, QuestionSet settled) {
    const QuestionSet open = outcome.asked & ~settled;
    for (unsigned i = 0; i < clock_questions; ++i) {
      const QuestionSet question = QuestionSet{1} << i;
      if ((open & question) == 0) {
        continue;
      }
      const OptionField& field = option_fields()[i];
      for (const std::uint8_t choice : core_->lawful[i]) {
        Options other = options;
        field.set(other, choice);
        const bool same = field.get(options) == choice;
        explore(other, same ? outcome : evaluate(*core_, kind_, *history_, other, as_of_, nullptr), settled | question);
      }
      return;
    }
    take(options, outcome);
  }

  std::optional<SafeDue> result() {
    if (best_ == no_day) {
      return std::nullopt;
    }
    SafeDue safe{Date::from_ordinal(best_), std::move(choices_), {}};
    for (OptionChoice& choice : left_out_) {
      if (std::find(safe.left_out.begin(), safe.left_out.end(), choice) == safe.left_out.end()) {
        safe.left_out.push_back(std::move(choice));
      }
    }
    return safe;
  }

 private:
  void take(const Options& options, const Outcome& outcome) {
    const std::int32_t due = outcome.first_due();
    if (due == no_day) {
      return;
    }
    std::vector<OptionChoice> choices;
    for (unsigned i = 0; i < clock_questions; ++i) {
      const OptionField& field = option_fields()[i];
      if (field.get(options) != field.get(*base_)) {
        choices.push_back({std::string{field.name}, std::string{field.choices[field.get(options)]}});
      }
    }
    if (outcome.ignored != no_day && due < outcome.ignored && !choices.empty()) {
      if (choices.size() == 1) {  // of combinations the single choices tell enough
        left_out_.push_back(std::move(choices.front()));
      }
      return;
    }
    if (best_ == no_day || due < best_ || (due == best_ && choices.size() < choices_.size())) {
      best_ = due;
      choices_ = std::move(choices);
    }
  }

  const ClockCore* core_;
  DeadlineKind kind_;
  const ClockHistory* history_;
  const Options* base_;
  std::int32_t as_of_;
  std::int32_t best_ = no_day;
  std::vector<OptionChoice> choices_;
  std::vector<OptionChoice> left_out_;
};

}  // namespace

std::optional<SafeDue> safe_due(const ClockCore& core, DeadlineKind kind, const ClockHistory& history,
                                const Options& options, std::int32_t as_of, const Outcome& answer) {
  SafeSearch search{core, kind, history, options, as_of};
  search.explore(options, answer, 0);
  return search.result();
}

}  // namespace gongkai::detail
