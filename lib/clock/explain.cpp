// SPDX-License-Identifier: Apache-2.0
#include "clock/explain.hpp"

#include "clock/explain_words.hpp"

namespace gongkai::detail {
namespace {

// Markdown's own signs in somebody's words (a party's name) must stay words.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '`' || c == '*' || c == '_' || c == '|' || c == '<' || c == '>' || c == '#') {
      out += '\\';
    }
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string as_text(const ExplainPage& page, Language language) {
  const ClockWords& words = ClockWords::builtin();
  const auto section = [&](const char* key) { return "\n" + words.say(key, language) + "\n"; };
  const std::string colon = words.say("colon", language);
  std::string out = page.title + "\n\n";
  for (const auto& [label, value] : page.answer) {
    out += label + colon + value + "\n";
  }
  const auto rows = [&](const char* key, const ExplainPage::Rows& list) {
    if (!list.empty()) {
      out += section(key);
      for (const auto& [label, value] : list) {
        out += "  " + label + "  " + value + "\n";
      }
    }
  };
  rows("section.events", page.events);
  if (!page.steps.empty()) {
    out += section("section.derivation");
    for (std::size_t i = 0; i < page.steps.size(); ++i) {
      const ExplainPage::Step& step = page.steps[i];
      out += "  " + std::to_string(i + 1) + ". " + step.days + "  " + step.text + "\n";
      for (const std::string& days : step.skipped) {
        out += "       - " + days + "\n";
      }
      if (!step.source.empty()) {
        out += "     " + step.source + "\n";
      }
    }
  }
  rows("section.findings", page.findings);
  rows("section.choices", page.choices);
  out += section("section.sources");
  for (const std::string& source : page.sources) {
    out += "  " + source + "\n";
  }
  return out;
}

std::string as_markdown(const ExplainPage& page, Language language) {
  const ClockWords& words = ClockWords::builtin();
  const auto section = [&](const char* key) { return "\n## " + words.say(key, language) + "\n\n"; };
  std::string out = "# " + escaped(page.title) + "\n\n| | |\n|---|---|\n";
  for (const auto& [label, value] : page.answer) {
    out += "| " + escaped(label) + " | " + escaped(value) + " |\n";
  }
  const auto rows = [&](const char* key, const ExplainPage::Rows& list) {
    if (!list.empty()) {
      out += section(key);
      for (const auto& [label, value] : list) {
        out += "- **" + escaped(label) + "** " + escaped(value) + "\n";
      }
    }
  };
  rows("section.events", page.events);
  if (!page.steps.empty()) {
    out += section("section.derivation");
    for (std::size_t i = 0; i < page.steps.size(); ++i) {
      const ExplainPage::Step& step = page.steps[i];
      out += std::to_string(i + 1) + ". **" + escaped(step.days) + "** " + escaped(step.text);
      if (!step.source.empty()) {
        out += " *" + escaped(step.source) + "*";
      }
      out += "\n";
      for (const std::string& days : step.skipped) {
        out += "   - " + escaped(days) + "\n";
      }
    }
  }
  rows("section.findings", page.findings);
  rows("section.choices", page.choices);
  out += section("section.sources");
  for (const std::string& source : page.sources) {
    out += "- " + escaped(source) + "\n";
  }
  return out;
}

}  // namespace

std::string explain(const Deadline& deadline, const Deadline::Impl& impl, ExplainFormat format, Language language) {
  switch (format) {
    case ExplainFormat::json:
      return explain_json(deadline, impl, language);
    case ExplainFormat::markdown:
      return as_markdown(explain_page(deadline, impl, language), language);
    case ExplainFormat::html:
      return explain_html(explain_page(deadline, impl, language), language);
    case ExplainFormat::text:
      break;
  }
  return as_text(explain_page(deadline, impl, language), language);
}

}  // namespace gongkai::detail
