// SPDX-License-Identifier: Apache-2.0
// The page as an HTML fragment, for notebooks and for other pages to take in. Every word is escaped; no script, no
// foreign address.

#include "clock/explain.hpp"
#include "clock/explain_words.hpp"
#include "detail/html.hpp"

namespace gongkai::detail {
namespace {

class HtmlWriter {
 public:
  HtmlWriter(const ExplainPage& page, Language language) : page_{&page}, language_{language} {}

  std::string write() {
    out_ = std::string{"<section class=\"gongkai-deadline\" lang=\""} + (language_ == Language::zh ? "zh" : "en") +
           "\"><h3>" + escape(page_->title) + "</h3><table>";
    for (const auto& [label, value] : page_->answer) {
      out_ += "<tr><th scope=\"row\" style=\"text-align:left\">" + escape(label) +
              "</th><td style=\"text-align:left\">" + escape(value) + "</td></tr>";
    }
    out_ += "</table>";
    rows("section.events", page_->events);
    steps();
    rows("section.findings", page_->findings);
    rows("section.choices", page_->choices);
    heading("section.sources");
    list(page_->sources);
    return out_ + "</section>\n";
  }

 private:
  void heading(const char* key) { out_ += "<h4>" + escape(ClockWords::builtin().say(key, language_)) + "</h4>"; }
  void list(const std::vector<std::string>& items) {
    out_ += "<ul>";
    for (const std::string& item : items) {
      out_ += "<li>" + escape(item) + "</li>";
    }
    out_ += "</ul>";
  }
  void rows(const char* key, const ExplainPage::Rows& rows) {
    if (rows.empty()) {
      return;
    }
    heading(key);
    out_ += "<ul>";
    for (const auto& [label, value] : rows) {
      out_ += "<li><b>" + escape(label) + "</b> " + escape(value) + "</li>";
    }
    out_ += "</ul>";
  }
  void steps() {
    if (page_->steps.empty()) {
      return;
    }
    heading("section.derivation");
    out_ += "<ol>";
    for (const ExplainPage::Step& step : page_->steps) {
      out_ += "<li><b>" + escape(step.days) + "</b> " + escape(step.text);
      if (!step.source.empty()) {
        out_ += " <i>" + escape(step.source) + "</i>";
      }
      if (!step.skipped.empty()) {
        list(step.skipped);
      }
      out_ += "</li>";
    }
    out_ += "</ol>";
  }

  const ExplainPage* page_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string explain_html(const ExplainPage& page, Language language) { return HtmlWriter{page, language}.write(); }

}  // namespace gongkai::detail
