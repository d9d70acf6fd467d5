// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/check.hpp>

#include <algorithm>
#include <cstdint>

#include "report/check_catalogue.hpp"
#include "report/check_parts.hpp"
#include "report/check_reading.hpp"
#include "report/check_wording.hpp"
#include "report/share.hpp"

namespace gongkai {
namespace {

constexpr std::string_view total_slot = "proactive_total";

std::int64_t power_of_ten(int exponent) {
  std::int64_t out = 1;
  for (int i = 0; i < exponent; ++i) {
    out *= 10;
  }
  return out;
}

class Checker {
 public:
  explicit Checker(const AnnualReport& report)
      : report_{report}, style_{report.style.value_or(std::string{})}, catalogue_{detail::CheckCatalogue::builtin()} {}

  std::vector<Finding> run() {
    const Cell& total = report_.figure(total_slot);
    if (total.is_number() && !report_.classes.empty()) {
      parts(total);
      percents(total);
    }
    twice();
    detail::check_wording(report_, catalogue_, out_);
    detail::check_reading(report_, catalogue_, out_);
    for (const auto& place : report_.residues) {
      auto finding = catalogue_.make("residue", style_, {{"words", place.text}});
      finding.citation.clear();
      finding.where = {place};
      out_.push_back(std::move(finding));
    }
    std::sort(out_.begin(), out_.end());
    return std::move(out_);
  }

 private:
  static std::string class_path(const ClassFigure& figure, std::string_view part) {
    return "narrative.classes." + figure.label + "." + std::string{part};
  }

  bool all_counts() const {
    return std::all_of(report_.classes.begin(), report_.classes.end(),
                       [](const ClassFigure& c) { return c.count.is_number(); });
  }
  std::int64_t sum_of_counts() const {
    std::int64_t sum = 0;
    for (const auto& figure : report_.classes) {
      sum += figure.count.value.unscaled;
    }
    return sum;
  }

  void parts(const Cell& total) {
    if (!all_counts() || sum_of_counts() == total.value.unscaled) {
      return;
    }
    const std::int64_t sum = sum_of_counts();
    std::string terms;
    for (const auto& figure : report_.classes) {
      terms += (terms.empty() ? "" : "+") + figure.count.value.to_string();
    }
    const std::string left = std::to_string(sum);
    const std::string right = total.value.to_string();
    auto finding = catalogue_.make(may_be_incomplete(total) ? "parts_remainder" : "parts", style_,
                                   {{"left", left}, {"right", right}, {"sum", terms}});
    finding.left = left;
    finding.right = right;
    finding.cells = {"narrative." + std::string{total_slot}};
    finding.where = {total.place};
    for (const auto& figure : report_.classes) {
      finding.cells.push_back(class_path(figure, "count"));
      finding.where.push_back(figure.count.place);
    }
    out_.push_back(std::move(finding));
  }

  // Parts below the total may be a list of the important ones only: so it reads when every printed percentage is
  // right for its count, or when there is none.
  bool may_be_incomplete(const Cell& total) const {
    return sum_of_counts() < total.value.unscaled &&
           std::all_of(report_.classes.begin(), report_.classes.end(), [&](const ClassFigure& figure) {
             return !figure.percent.is_number() || percent_holds(figure, total);
           });
  }

  static bool percent_holds(const ClassFigure& figure, const Cell& total) {
    if (total.value.unscaled == 0) {
      return figure.percent.value.unscaled == 0;
    }
    return detail::share_in_percent(figure.count.value.unscaled, total.value.unscaled, figure.percent.value.decimals) ==
           figure.percent.value;
  }

  void percents(const Cell& total) {
    bool all = true;
    int decimals = 0;
    for (const auto& figure : report_.classes) {
      all = all && figure.percent.is_number();
      decimals = std::max(decimals, figure.percent.value.decimals);
      if (figure.percent.is_number() && figure.count.is_number() && !percent_holds(figure, total)) {
        wrong_percent(figure, total);
      }
    }
    if (all && all_counts() && total.value.unscaled != 0) {
      percent_sum(total, decimals);
    }
  }

  void wrong_percent(const ClassFigure& figure, const Cell& total) {
    const bool of_zero = total.value.unscaled == 0;
    const std::string count = figure.count.value.to_string();
    const std::string all = total.value.to_string();
    const std::string right = figure.percent.value.to_string();
    const std::string left = of_zero ? std::string{}
                                     : detail::share_in_percent(figure.count.value.unscaled, total.value.unscaled,
                                                                figure.percent.value.decimals)
                                           .to_string();
    auto finding =
        catalogue_.make(of_zero ? "percent_of_zero" : "percent", style_,
                        {{"label", figure.label}, {"count", count}, {"total", all}, {"left", left}, {"right", right}});
    if (!of_zero) {
      finding.left = left;
    }
    finding.right = right;
    finding.cells = {class_path(figure, "percent"), class_path(figure, "count"),
                     "narrative." + std::string{total_slot}};
    finding.where = {figure.percent.place, figure.count.place, total.place};
    out_.push_back(std::move(finding));
  }

  // Each printed percentage may be off by half a unit of its last decimal.
  void percent_sum(const Cell& total, int decimals) {
    std::int64_t sum = 0;
    std::int64_t slack2 = 0;  // twice the slack, in units of the finest decimal
    bool each_holds = true;
    for (const auto& figure : report_.classes) {
      const std::int64_t unit = power_of_ten(decimals - figure.percent.value.decimals);
      sum += figure.percent.value.unscaled * unit;
      slack2 += unit;
      each_holds = each_holds && percent_holds(figure, total);
    }
    const std::int64_t hundred = 100 * power_of_ten(decimals);
    const std::int64_t off = sum > hundred ? sum - hundred : hundred - sum;
    // Where every percentage is right, a sum other than 100 only repeats what X.PARTS says.
    if (2 * off <= slack2 || each_holds) {
      return;
    }
    const std::string left = Decimal{sum, decimals}.to_string();
    const std::string right = Decimal{hundred, decimals}.to_string();
    auto finding = catalogue_.make("percent_sum", style_, {{"left", left}, {"right", right}});
    finding.left = left;
    finding.right = right;
    for (const auto& figure : report_.classes) {
      finding.cells.push_back(class_path(figure, "percent"));
      finding.where.push_back(figure.percent.place);
    }
    out_.push_back(std::move(finding));
  }

  void twice() {
    for (const auto& [slot, restated] : report_.restatements) {
      const Cell& stated = report_.figure(slot);
      if (!stated.is_number() || !restated.is_number()) {
        continue;
      }
      if (stated.in_words != restated.in_words) {
        in_words_and_figures(slot, stated, restated);
        continue;
      }
      if (stated.in_words) {
        continue;  // the same "none" said again
      }
      const bool same = same_value(stated.value, restated.value);
      const std::string left = stated.value.to_string();
      const std::string right = restated.value.to_string();
      auto finding =
          catalogue_.make(same ? "twice_same" : "twice_different", style_, {{"left", left}, {"right", right}}, slot);
      place_both(finding, slot, stated, restated, left, right);
    }
  }

  void in_words_and_figures(const std::string& slot, const Cell& stated, const Cell& restated) {
    const Cell& words = stated.in_words ? stated : restated;
    const Cell& number = stated.in_words ? restated : stated;
    if (same_value(words.value, number.value)) {
      return;
    }
    const std::string figure = number.value.to_string();
    auto finding = catalogue_.make("zero", style_, {{"words", words.printed}, {"number", figure}}, slot);
    const bool words_first = words.place.byte_offset < number.place.byte_offset;
    place_both(finding, slot, words_first ? words : number, words_first ? number : words,
               words_first ? words.value.to_string() : figure, words_first ? figure : words.value.to_string());
  }

  void place_both(Finding& finding, const std::string& slot, const Cell& first, const Cell& second,
                  const std::string& left, const std::string& right) {
    finding.left = left;
    finding.right = right;
    finding.cells = {"narrative." + slot};
    finding.where = {first.place, second.place};
    out_.push_back(std::move(finding));
  }

  const AnnualReport& report_;
  std::string style_;
  const detail::CheckCatalogue& catalogue_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> detail::check_narrative(const AnnualReport& report) { return Checker{report}.run(); }

}  // namespace gongkai
