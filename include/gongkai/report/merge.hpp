// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Many reports as one: towns → county → prefecture → nation. A roll-up is associative and commutative: whatever the
/// order of the reports, the tree or the number of threads, the result is the same, byte for byte.
///
///     Rollup county{Form::builtin("cn-format-2021")};
///     for (const auto& town : towns) county.add(town);
///     county.report().cell("requests.granted.total")          // the sum of what is stated
///     county.coverage("requests.granted.total").blanks        // how many left it blank
///     county.trace("requests.granted.total")                  // each body's figure
///
/// 汇总: 国办公开办函〔2021〕30号, 二(二) 逐级汇总.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/column.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/batch.hpp>
#include <gongkai/rules/form.hpp>

namespace gongkai {

/// Whether a roll-up keeps what each body stated.
enum class Children : std::uint8_t {
  /// Kept, in some hundred bytes a body: a second report of a body is noticed and not counted, and `trace` answers.
  remember,
  /// Not kept: the memory is the same however many reports. The caller sees to it that each body comes once.
  forget
};

/// Which of two reports of one body counts.
enum class ReportStanding : std::uint8_t { unstated, final };

/// How many reports say what about a cell.
struct Coverage {
  std::size_t numbers = 0;
  std::size_t blanks = 0;  ///< blank, or a mark
  std::size_t approximate = 0;
  std::size_t absent = 0;  ///< not stated

  friend bool operator==(const Coverage& a, const Coverage& b) noexcept {
    return a.numbers == b.numbers && a.blanks == b.blanks && a.approximate == b.approximate && a.absent == b.absent;
  }
};

/// One body's part in a merged cell.
struct Contribution {
  std::string body;
  Cell cell;
};

/// Reports of one form and one year, merged.
///
/// Per cell, as the form says (`FormColumn::merge`): sum; lowest; highest; a median only from the distribution in
/// another table, as the class in which it lies; the first `limit` of a ranked table; or nothing, where figures of
/// several bodies make no sense together. A merged cell is a number when at least one body states one; what the others
/// left open is in `coverage`.
class GONGKAI_EXPORT Rollup {
 public:
  explicit Rollup(Form form, Children children = Children::remember);
  Rollup(const Rollup& other);
  Rollup(Rollup&& other) noexcept;
  Rollup& operator=(const Rollup& other);
  Rollup& operator=(Rollup&& other) noexcept;
  ~Rollup();

  /// `body` identifies who reports; empty: `report.organisation`. Of two reports of one body the one that is `final`
  /// counts, else the same one whatever the order. Tables of another form than the roll-up's are left out and found
  /// (`C.FORM`). `InvalidArgumentError` 103 without any name, or for another year than the reports before.
  void add(const AnnualReport& report, std::string_view body = {}, ReportStanding standing = ReportStanding::unstated);
  /// One report of a batch of the same form; only where children are forgotten (`InvalidArgumentError` 107).
  void add(const ReportBatch& batch, std::size_t report);
  /// `InvalidArgumentError` 103 for another form, year or treatment of children.
  void add(const Rollup& other);

  [[nodiscard]] const Form& form() const noexcept;
  [[nodiscard]] std::optional<int> year() const noexcept;
  /// Reports that are counted.
  [[nodiscard]] std::size_t count() const noexcept;
  /// Who is counted, sorted; empty where children are forgotten.
  [[nodiscard]] std::vector<std::string> bodies() const;
  /// Those of `expected` that are not counted, in their order.
  [[nodiscard]] std::vector<std::string> missing(const std::vector<std::string>& expected) const;

  /// The merged report. `InvalidArgumentError` 103 where a sum is beyond 19 digits.
  [[nodiscard]] AnnualReport report(std::optional<std::string> organisation = std::nullopt) const;
  /// `NotFoundError` 402 for a path that the form does not have.
  [[nodiscard]] Coverage coverage(std::string_view path) const;
  /// What each body says in the cell, sorted by body. `InvalidArgumentError` 107 where children are forgotten.
  [[nodiscard]] std::vector<Contribution> trace(std::string_view path) const;
  /// `N.DUPLICATE`, `C.FORM`; sorted.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  friend GONGKAI_EXPORT std::vector<Rollup> merge_groups(const ReportBatch& batch, Span<const std::uint32_t> groups,
                                                         std::size_t count);
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether all bodies that a consolidated report covers are in the roll-up.
enum class Roster : std::uint8_t { complete, incomplete };

/// `AGG.SUM`, cell by cell: a consolidated report against the sum of the reports that it consolidates. Where some of
/// them leave a cell open, or the roster is incomplete, only a sum above the consolidated figure is found.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check_consolidated(const AnnualReport& consolidated,
                                                                     const Rollup& children,
                                                                     Roster roster = Roster::complete);

/// The reports of a batch summed into groups: report `i` goes to `groups[i]`, which is less than `count`. One roll-up a
/// group, children forgotten. `InvalidArgumentError` 104 for another number of groups than reports, 103 for a group out
/// of range.
[[nodiscard]] GONGKAI_EXPORT std::vector<Rollup> merge_groups(const ReportBatch& batch,
                                                              Span<const std::uint32_t> groups, std::size_t count);

}  // namespace gongkai
