// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Reports and tables as people and programs read them. Pure, byte-stable, never asking the locale, with everything
/// escaped that came from outside.
///
///     std::ofstream{"report.html"} << gongkai::render(report, RenderFormat::html, {check(report)});
///
/// Tables stand as on the official form (国办公开办函〔2021〕30号, 附件): its labels, merged headings and row groups.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/document.hpp>
#include <gongkai/report/table.hpp>

namespace gongkai {

enum class RenderFormat : std::uint8_t {
  text,      ///< UTF-8 for terminals and mail, columns aligned
  markdown,  ///< tables with bars
  html,      ///< a page of its own, with its style; for print too
  csv,       ///< one line a cell: RFC 4180, UTF-8; text that a spreadsheet would take for a formula is disarmed
  json       ///< the contract's object, schema 1
};

struct RenderOptions {
  std::vector<Finding> findings;     ///< shown beside their cells, and as a list
  Language language = Language::zh;  ///< of what is not the form's: headings of the findings, notes
};

/// The whole report. Chapters in the order of its form; a narrative report without its text is told in sentences
/// (rules/cn/lexicon/sentences.json), as `read` reads them back.
[[nodiscard]] GONGKAI_EXPORT std::string render(const AnnualReport& report, RenderFormat format,
                                                const RenderOptions& options = {});
/// One table; as HTML a `<table>` element.
[[nodiscard]] GONGKAI_EXPORT std::string render(const Table& table, RenderFormat format,
                                                const RenderOptions& options = {});

/// The same as headings, paragraphs and tables with their spans, without findings: what the writers of Word and Excel
/// files start from.
[[nodiscard]] GONGKAI_EXPORT Document to_document(const AnnualReport& report);
[[nodiscard]] GONGKAI_EXPORT Document to_document(const Table& table);
/// A document of any origin as `<h1>`, `<p>` and `<table>` elements, for notebooks: no page of its own, everything
/// escaped. `read_html_document` reads it back.
[[nodiscard]] GONGKAI_EXPORT std::string to_html(const Document& document);
[[nodiscard]] GONGKAI_EXPORT std::string to_html(const DocumentTable& table);

/// `text`, `markdown`, `html`, `csv`, `json`
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(RenderFormat format) noexcept;
/// The names, and the endings of files: `txt`, `md`, `htm`. `nullopt` for others.
[[nodiscard]] GONGKAI_EXPORT std::optional<RenderFormat> parse_render_format(std::string_view text) noexcept;

}  // namespace gongkai
