// SPDX-License-Identifier: Apache-2.0
#pragma once
// A deadline as a page for the file.

#include <string>
#include <utility>
#include <vector>

#include "clock/clock_impl.hpp"

namespace gongkai::detail {

/// What every rendering of an explanation shows, already in words.
struct ExplainPage {
  struct Step {
    std::string days;
    std::string text;
    std::vector<std::string> skipped;  // one entry for each run of days with one reason
    std::string source;
  };
  using Rows = std::vector<std::pair<std::string, std::string>>;

  std::string title;
  Rows answer;
  Rows events;
  std::vector<Step> steps;
  Rows findings;  // code and severity, message with source
  Rows choices;
  std::vector<std::string> sources;
};

[[nodiscard]] ExplainPage explain_page(const Deadline& deadline, const Deadline::Impl& impl, Language language);
[[nodiscard]] std::string explain_html(const ExplainPage& page, Language language);
[[nodiscard]] std::string explain_json(const Deadline& deadline, const Deadline::Impl& impl, Language language);
[[nodiscard]] std::string explain(const Deadline& deadline, const Deadline::Impl& impl, ExplainFormat format,
                                  Language language);

}  // namespace gongkai::detail
