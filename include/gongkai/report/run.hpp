// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What only shows over many reports: text that is another body's, two reports of one body and year, and who has not
/// reported.
///
///     ReportRun run;
///     for (const auto& report : reports) run.add(report, file_of(report));
///     for (const auto& each : run.findings()) …            // O.PEER, O.NAME, N.DUPLICATE
///     for (const auto& finding : check_roster(roster, reports, 2023)) …      // D.ABSENT
///
/// 不得…年年雷同: 国办公开办函〔2021〕30号. What is shown of two similar texts are the sentences that they share.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/agency/agency.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/report/merge.hpp>

namespace gongkai {

/// A sentence that two reports share, where it stands in each.
struct SharedSentence {
  Place here;
  Place there;
};

/// A finding about one report of a run.
struct RunFinding {
  std::size_t report = 0;            ///< in the order of `add`
  std::optional<std::size_t> other;  ///< the report that it is compared with
  Finding finding;
  std::vector<SharedSentence> shared;  ///< `O.PEER`, in document order
};

/// Reports of one run. What is kept of each is its name, fingerprints of its text and its sentences: time and memory
/// grow with their number, not with its square. Of very many copies of one text each is found, against the first one.
class GONGKAI_EXPORT ReportRun {
 public:
  explicit ReportRun(CheckOptions options = {});
  ReportRun(ReportRun&& other) noexcept;
  ReportRun& operator=(ReportRun&& other) noexcept;
  ~ReportRun();

  /// `file` is a name for messages. The index of the report.
  std::size_t add(const AnnualReport& report, std::string_view file,
                  ReportStanding standing = ReportStanding::unstated);
  [[nodiscard]] std::size_t size() const noexcept;

  /// Sorted by report, then as findings are.
  /// - `O.PEER`: chapters on the whole year and on problems (of running text: all of it) whose sentences are mostly
  ///   those of another body's report of the same year.
  /// - `O.NAME`: a town's report names another town of the run in these chapters.
  /// - `N.DUPLICATE`: a second report of one body and year, unless it is the one named final; the others of them are
  ///   found.
  [[nodiscard]] std::vector<RunFinding> findings() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A body that must report.
struct RosterBody {
  std::string name;
  std::vector<std::string> other_names;  ///< earlier or shorter ones under which a report counts as well
};

/// The bodies below `parent` in the tree on the last day of the year, with the names that they had before and those of
/// their predecessors.
[[nodiscard]] GONGKAI_EXPORT std::vector<RosterBody> roster_of(const AgencyTree& tree, std::string_view parent,
                                                               int year);

/// Whether a report signed with `printed` is the body's: names are compared without blanks and 人民政府, in Simplified
/// characters, and the names of higher places may be missing in one of them (县 and 镇 in front).
[[nodiscard]] GONGKAI_EXPORT bool is_name_of(const RosterBody& body, std::string_view printed);

/// `D.ABSENT`: those on the roster for whom no report of the year is there, in the order of the roster.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check_roster(Span<const RosterBody> roster,
                                                               Span<const AnnualReport> reports, int year);

/// The same from the names and years alone.
struct ReportedBody {
  std::string name;
  std::optional<int> year;
};
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check_roster(Span<const RosterBody> roster,
                                                               Span<const ReportedBody> reported, int year);

}  // namespace gongkai
