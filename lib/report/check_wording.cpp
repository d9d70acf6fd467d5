// SPDX-License-Identifier: Apache-2.0
#include "report/check_wording.hpp"

#include <cstdint>
#include <string>

#include "report/share.hpp"

namespace gongkai::detail {
namespace {

constexpr std::string_view total_path = "narrative.proactive_total";

class Wording {
 public:
  Wording(const AnnualReport& report, const CheckCatalogue& catalogue, std::vector<Finding>& out)
      : report_{report}, style_{report.style.value_or(std::string{})}, catalogue_{catalogue}, out_{out} {}

  void run() {
    for (const auto& division : report_.divisions) {
      parts(division);
    }
    for (const auto& each : report_.growths) {
      growth(each);
    }
    for (const auto& slip : report_.slips) {
      put(slip);
    }
    // Only a whole report in running text: the later forms have their chapters by law and their own rule.
    if (report_.complete && (style_ == narrative_style || style_ == statistics_style)) {
      for (const auto& subject : report_.missing_subjects) {
        out_.push_back(catalogue_.make("missing_" + subject, style_, {}));
      }
    }
  }

 private:
  static constexpr std::string_view narrative_style = "cn-narrative-2008";
  static constexpr std::string_view statistics_style = "cn-statistics-2014";

  void parts(const Division& division) {
    if (!division.total.is_number() || (division.path == total_path && !report_.classes.empty())) {
      return;  // the classes have their own check
    }
    std::int64_t sum = 0;
    std::string terms;
    for (const auto& part : division.parts) {
      if (!part.count.is_number()) {
        return;
      }
      sum += part.count.value.unscaled;
      terms += (terms.empty() ? "" : "+") + part.count.value.to_string();
    }
    const std::int64_t total = division.total.value.unscaled;
    if (division.whole ? sum == total : sum <= total) {
      return;
    }
    const std::string left = std::to_string(sum);
    const std::string right = division.total.value.to_string();
    auto finding = catalogue_.make(division.whole ? "division" : "division_exceeds", style_,
                                   {{"what", division.what}, {"left", left}, {"right", right}, {"sum", terms}});
    finding.left = left;
    finding.right = right;
    if (!division.path.empty()) {
      finding.cells = {division.path};
    }
    finding.where = {division.total.place};
    for (const auto& part : division.parts) {
      finding.where.push_back(part.count.place);
    }
    out_.push_back(std::move(finding));
  }

  // (current - previous) / previous in percent, rounded half up (away from zero) to the printed decimals.
  void growth(const Growth& each) {
    const std::int64_t previous = each.previous.value.unscaled;
    if (previous <= 0 || each.current.value.decimals != 0 || each.previous.value.decimals != 0) {
      return;
    }
    const Decimal computed = change_in_percent(previous, each.current.value.unscaled, each.rate.value.decimals);
    if (computed == each.rate.value) {
      return;
    }
    const std::string left = computed.to_string();
    const std::string right = each.rate.value.to_string();
    auto finding = catalogue_.make("growth", style_,
                                   {{"previous", each.previous.value.to_string()},
                                    {"current", each.current.value.to_string()},
                                    {"left", left},
                                    {"right", right}});
    finding.left = left;
    finding.right = right;
    if (!each.path.empty()) {
      finding.cells = {each.path};
    }
    finding.where = {each.rate.place, each.current.place, each.previous.place};
    out_.push_back(std::move(finding));
  }

  void put(const Slip& slip) {
    std::string id = "self_slip";
    if (slip.kind == SlipKind::name) {
      id = "name_slip";
    } else if (slip.kind == SlipKind::year) {
      id = slip.impossible ? "impossible_year" : "year_slip";
    }
    auto finding = catalogue_.make(id, style_, {{"words", slip.place.text}, {"expected", slip.expected}});
    finding.left = slip.expected.empty() ? std::optional<std::string>{} : slip.expected;
    finding.right = slip.place.text;
    finding.where = {slip.place};
    finding.citation.clear();
    out_.push_back(std::move(finding));
  }

  const AnnualReport& report_;
  std::string style_;
  const CheckCatalogue& catalogue_;
  std::vector<Finding>& out_;
};

}  // namespace

void check_wording(const AnnualReport& report, const CheckCatalogue& catalogue, std::vector<Finding>& out) {
  Wording{report, catalogue, out}.run();
}

}  // namespace gongkai::detail
