// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Many filled reports of one form in contiguous memory, for a province or a nation: eight bytes of value and one of
/// state for each cell, report after report. Checking and summing run over it without touching anything else.
///
///     ReportBatch batch{Form::builtin("cn-format-2021")};
///     batch.add(report);
///     check(batch)          // the same findings as check(batch.report(0)), millions of reports a second

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <gongkai/base/column.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/check.hpp>
#include <gongkai/rules/form.hpp>

namespace gongkai {

/// Reports of one form with the rows of the form only. Texts, places and names are not kept.
class GONGKAI_EXPORT ReportBatch {
 public:
  /// `InvalidArgumentError` 103 for a form with open or ranked tables.
  explicit ReportBatch(Form form);

  [[nodiscard]] const Form& form() const noexcept { return form_; }
  [[nodiscard]] std::size_t size() const noexcept { return cells_ == 0 ? 0 : values_.size() / cells_; }
  /// Cells of one report, the tables one after the other in the order of the form.
  [[nodiscard]] std::size_t cells() const noexcept { return cells_; }
  /// Where a table begins among them.
  [[nodiscard]] std::size_t table_begin(std::size_t table) const { return begins_.at(table); }
  /// `NotFoundError` 402.
  [[nodiscard]] std::size_t cell(std::string_view path) const;

  void reserve(std::size_t reports);
  /// Tables of another form than the batch's are `InvalidArgumentError` 103; a table that is not there is absent.
  void add(const AnnualReport& report);
  /// One report as it lies in memory (`cell_state`); 104 for another number of cells.
  void add(Span<const std::int64_t> values, Span<const std::uint8_t> states);

  [[nodiscard]] Span<const std::int64_t> values(std::size_t report) const noexcept {
    return {values_.data() + report * cells_, cells_};
  }
  [[nodiscard]] Span<const std::uint8_t> states(std::size_t report) const noexcept {
    return {states_.data() + report * cells_, cells_};
  }
  /// The report again, without name and year.
  [[nodiscard]] AnnualReport report(std::size_t index) const;

 private:
  Form form_;
  std::size_t cells_ = 0;
  std::vector<std::size_t> begins_;
  std::vector<std::int64_t> values_;
  std::vector<std::uint8_t> states_;
};

/// A finding and the report that it is about.
struct BatchFinding {
  std::size_t report = 0;
  Finding finding;
};

/// What `check` finds in each report, in the order of the reports.
[[nodiscard]] GONGKAI_EXPORT std::vector<BatchFinding> check(const ReportBatch& batch,
                                                             const CheckOptions& options = {});

}  // namespace gongkai
