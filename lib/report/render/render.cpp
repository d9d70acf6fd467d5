// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/render.hpp>

#include <array>
#include <gongkai/report/json.hpp>
#include <utility>

#include "report/render/layout.hpp"

namespace gongkai {
namespace {

constexpr std::array<std::pair<std::string_view, RenderFormat>, 8> names{{{"text", RenderFormat::text},
                                                                          {"markdown", RenderFormat::markdown},
                                                                          {"html", RenderFormat::html},
                                                                          {"csv", RenderFormat::csv},
                                                                          {"json", RenderFormat::json},
                                                                          {"txt", RenderFormat::text},
                                                                          {"md", RenderFormat::markdown},
                                                                          {"htm", RenderFormat::html}}};

}  // namespace

std::string render(const AnnualReport& report, RenderFormat format, const RenderOptions& options) {
  if (format == RenderFormat::json) {
    return to_json(report, options.findings, "") + "\n";
  }
  if (format == RenderFormat::csv) {
    std::vector<const Table*> tables;
    for (const auto& table : report.tables) {
      tables.push_back(&table);
    }
    return detail::write_csv(tables, &report);
  }
  const auto layout = detail::lay_out(report, options);
  switch (format) {
    case RenderFormat::markdown:
      return detail::write_markdown(layout, options.language);
    case RenderFormat::html:
      return detail::write_html(layout, options.language);
    default:
      return detail::write_text(layout, options.language);
  }
}

std::string render(const Table& table, RenderFormat format, const RenderOptions& options) {
  switch (format) {
    case RenderFormat::csv:
      return detail::write_csv({&table}, nullptr);
    case RenderFormat::html:
      return detail::write_html_table(detail::lay_out(table, options.findings));
    case RenderFormat::json: {
      AnnualReport report;
      report.style = table.form().id();
      report.tables.push_back(table);
      return to_json(report, options.findings, "") + "\n";
    }
    default: {
      detail::Layout layout;
      layout.findings = options.findings;
      layout.blocks.emplace_back();
      layout.blocks.back().kind = detail::Block::Kind::table;
      layout.blocks.back().table = detail::lay_out(table, options.findings);
      return format == RenderFormat::markdown ? detail::write_markdown(layout, options.language)
                                              : detail::write_text(layout, options.language);
    }
  }
}

std::string_view to_string(RenderFormat format) noexcept { return names[static_cast<std::size_t>(format)].first; }

std::optional<RenderFormat> parse_render_format(std::string_view text) noexcept {
  for (const auto& [name, format] : names) {
    if (name == text) {
      return format;
    }
  }
  return std::nullopt;
}

}  // namespace gongkai
