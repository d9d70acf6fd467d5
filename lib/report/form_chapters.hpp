// SPDX-License-Identifier: Apache-2.0
#pragma once
// A form's chapters in a published report, whatever its headings are called.

#include <gongkai/report/annual_report.hpp>
#include <gongkai/rules/form.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::detail {

struct ChapterText {
  std::string heading;
  std::string text;  ///< with what stands under headings inside it
  Place place;
  Place end;           ///< of the next chapter's heading; nowhere: there is none
  bool last = false;   ///< nothing follows it
  std::string folded;  ///< the text in Simplified characters, without blanks
};

/// The chapters of the form that a report has, by the form's ids.
class FormChapters {
 public:
  FormChapters(const Form& form, const AnnualReport& report);

  /// `nullptr` when the report has no such chapter.
  [[nodiscard]] const ChapterText* find(std::string_view id) const noexcept;
  [[nodiscard]] std::size_t count() const noexcept { return chapters_.size(); }

 private:
  std::vector<std::pair<std::string, ChapterText>> chapters_;
};

/// Of the form's chapters: the headings of the report are understood.
constexpr std::size_t enough_chapters = 3;

/// Characters that a reader counts: no blanks.
[[nodiscard]] std::size_t count_characters(std::string_view text);

}  // namespace gongkai::detail
