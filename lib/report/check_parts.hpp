// SPDX-License-Identifier: Apache-2.0
#pragma once
// The parts of checking a report.

#include <gongkai/report/check.hpp>
#include <string>
#include <vector>

#include "report/check_catalogue.hpp"
#include "report/form_chapters.hpp"
#include "report/operand.hpp"

namespace gongkai::detail {

/// What the text says against itself: check.cpp.
[[nodiscard]] std::vector<Finding> check_narrative(const AnnualReport& report);

/// The severities that the place sets: check_report.cpp.
void reset_severities(std::vector<Finding>& findings, const CheckOptions& options);

/// Whether a check asks something of the document that figures alone cannot lack: check_whole.cpp.
[[nodiscard]] bool is_of_whole_document(const FormCheck& check);

/// An equation of cells that does not hold, every cell of it a number.
struct BrokenEquation {
  std::size_t finding = 0;                    ///< index in the findings
  std::vector<std::pair<CellAt, int>> cells;  ///< with the sign in left − right
  Int128 difference = 0;                      ///< left − right
};

/// All that the checks of one form find.
class FormChecker {
 public:
  FormChecker(const Form& form, const AnnualReport& report, const AnnualReport* previous, const CheckOptions& options);

  [[nodiscard]] std::vector<Finding> run();

 private:
  void run(const FormCheck& check);
  void run_bound(const FormCheck& check, const std::string& binding);
  void equal(const FormCheck& check, const std::string& binding, std::size_t left, std::size_t right);
  void ratio(const FormCheck& check, const std::string& binding);
  void between(const FormCheck& check, const std::string& binding);
  void ordered(const FormCheck& check, const std::string& binding);
  void unique(const FormCheck& check, const std::string& binding);
  void present(const FormCheck& check, const std::string& binding);
  void mentions(const FormCheck& check);
  // Named checks: check_named.cpp
  void named(const FormCheck& check);
  void counts(const FormCheck& check);
  void jump(const FormCheck& check);
  void unit_slip(const FormCheck& check);
  void identical_tables(const FormCheck& check);
  void share(const FormCheck& check);
  void fee_grid(const FormCheck& check);
  // What the report as a whole must have: check_whole.cpp
  void whole(const FormCheck& check);
  void chapters(const FormCheck& check);
  void missing_tables(const FormCheck& check);
  void as_far_as_seen(Finding& finding) const;
  void form_of_year(const FormCheck& check);
  void missing_rows(const FormCheck& check);
  void missing_columns(const FormCheck& check);
  void blanks(const FormCheck& check);
  void announced_parts(const FormCheck& check);
  void length(const FormCheck& check);

  [[nodiscard]] bool applies(const FormCheck& check, const std::string& binding) const;
  [[nodiscard]] bool is_at_home(const FormCheck& check) const;
  [[nodiscard]] bool is_own_form() const;
  [[nodiscard]] const FormChapters& own_chapters();
  [[nodiscard]] std::vector<CellAt> all_cells(const FormCheck& check, bool last_year) const;
  [[nodiscard]] std::string label(const FormCheck& check, const std::string& binding, bool english) const;
  [[nodiscard]] std::string label(const CellAt& cell, bool english) const;
  [[nodiscard]] bool text_mentions(const std::string& words) const;
  Finding& add(const FormCheck& check, const std::string& binding, Placeholders values,
               const std::vector<CellAt>& cells);
  Finding& add(const FormCheck& check, const std::string& where_en, const std::string& where_zh, Placeholders values,
               const std::vector<CellAt>& cells);

  const Form& form_;
  const AnnualReport& report_;
  const AnnualReport* previous_;
  const CheckOptions& options_;
  Operands operands_;
  const CheckCatalogue& catalogue_;
  std::optional<FormChapters> chapters_;
  std::vector<Finding> findings_;
  std::vector<BrokenEquation> broken_;
  std::vector<std::vector<std::pair<CellAt, int>>> holding_;
};

/// Names the cell in which several broken equations meet, where one alone would repair them: culprit.cpp.
void suggest_repairs(const std::vector<BrokenEquation>& broken,
                     const std::vector<std::vector<std::pair<CellAt, int>>>& holding, const CheckCatalogue& catalogue,
                     std::vector<Finding>& findings);

}  // namespace gongkai::detail
