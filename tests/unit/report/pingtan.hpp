// SPDX-License-Identifier: Apache-2.0
#pragma once
// The figures of two published reports of one body (平潭综合实验区, report years 2021 and 2022):
// pingtan.gov.cn/zwgk/zfxxgk/zfxxgknb/202202/t20220208_80613.htm and …/202302/t20230220_80629.htm

#include <gongkai/report/fill.hpp>

#include <array>
#include <string>
#include <vector>

namespace gongkai::testing {

struct PublishedRow {
  const char* id;
  std::array<int, 7> values;
};

inline void put_row(Counts& counts, const std::string& table, const std::string& row,
                    const std::vector<std::string>& columns, const int* values) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    counts.emplace_back(table + "." + row + "." + columns[i], Decimal{values[i], 0});
  }
}

inline Counts pingtan_counts(const std::vector<PublishedRow>& requests, const std::array<int, 3>& documents,
                             const std::array<int, 3>& decisions, const Decimal& fees,
                             const std::array<std::array<int, 5>, 3>& remedies) {
  static const std::vector<std::string> applicants{"natural_person",
                                                   "commercial_enterprise",
                                                   "research_institution",
                                                   "public_welfare_org",
                                                   "legal_service_org",
                                                   "other_org",
                                                   "total"};
  Counts out;
  for (const auto& row : requests) {
    put_row(out, "requests", row.id, applicants, row.values.data());
  }
  put_row(out, "proactive", "normative_documents", {"issued", "repealed", "in_force"}, documents.data());
  put_row(out, "proactive", "administrative_licenses", {"decisions"}, &decisions[0]);
  put_row(out, "proactive", "administrative_penalties", {"decisions"}, &decisions[1]);
  put_row(out, "proactive", "administrative_coercion", {"decisions"}, &decisions[2]);
  out.emplace_back("proactive.administrative_fees.amount_wan_yuan", fees);
  const std::vector<std::string> results{"upheld", "corrected", "other", "pending", "total"};
  put_row(out, "remedies", "reconsideration", results, remedies[0].data());
  put_row(out, "remedies", "litigation_direct", results, remedies[1].data());
  put_row(out, "remedies", "litigation_after_reconsideration", results, remedies[2].data());
  return out;
}

inline AnnualReport pingtan(int year, Totals totals = Totals::as_given) {
  const Form form = Form::builtin("cn-format-2021");
  FillOptions options;
  options.organisation = "平潭综合实验区";
  options.year = year;
  options.missing = Missing::zero;
  options.totals = totals;
  if (year == 2021) {
    return fill(form,
                pingtan_counts({{"new_received", {64, 0, 0, 2, 0, 4, 70}},
                                {"granted", {27, 0, 0, 2, 0, 1, 30}},
                                {"partially_granted", {5, 0, 0, 0, 0, 0, 5}},
                                {"denied_internal_affairs", {1, 0, 0, 0, 0, 0, 1}},
                                {"denied_enforcement_file", {6, 0, 0, 0, 0, 0, 6}},
                                {"denied_administrative_query", {1, 0, 0, 0, 0, 0, 1}},
                                {"unable_not_held", {22, 0, 0, 0, 0, 3, 25}},
                                {"other_misc", {1, 0, 0, 0, 0, 0, 1}},
                                {"handled_total", {63, 0, 0, 2, 0, 4, 69}},
                                {"carried_out", {1, 0, 0, 0, 0, 0, 1}}},
                               {69, 3, 665}, {2293, 1282, 42}, Decimal{24252311082, 6},
                               {{{1, 0, 2, 0, 3}, {12, 0, 0, 0, 12}, {0, 0, 0, 0, 0}}}),
                options);
  }
  return fill(form,
              pingtan_counts({{"new_received", {71, 3, 0, 0, 0, 0, 74}},
                              {"carried_in", {1, 0, 0, 0, 0, 0, 1}},
                              {"granted", {21, 0, 0, 0, 0, 0, 21}},
                              {"partially_granted", {8, 1, 0, 0, 0, 0, 9}},
                              {"denied_internal_affairs", {1, 0, 0, 0, 0, 0, 1}},
                              {"denied_process", {2, 0, 0, 0, 0, 0, 2}},
                              {"denied_enforcement_file", {1, 0, 0, 0, 0, 0, 1}},
                              {"unable_not_held", {37, 0, 0, 0, 0, 0, 37}},
                              {"other_correction_overdue", {2, 0, 0, 0, 0, 0, 2}},
                              {"other_misc", {0, 2, 0, 0, 0, 0, 2}},
                              {"handled_total", {72, 3, 0, 0, 0, 0, 75}}},
                             {88, 55, 698}, {10690, 2113, 0}, Decimal{911636, 2},
                             {{{0, 1, 1, 0, 2}, {1, 0, 0, 0, 1}, {0, 0, 0, 0, 0}}}),
              options);
}

}  // namespace gongkai::testing
