// SPDX-License-Identifier: Apache-2.0
#include "documents/elements.hpp"

#include <algorithm>
#include <array>

namespace gongkai::detail {
namespace {

struct Entry {
  std::string_view name;
  Element element;
};

// Sorted by name.
constexpr std::array<Entry, 70> entries{{
    {"a", {ElementKind::link, 0}},           {"address", {ElementKind::block, 0}},
    {"applet", {ElementKind::skipped, 0}},   {"article", {ElementKind::block, 0}},
    {"aside", {ElementKind::block, 0}},      {"audio", {ElementKind::skipped, 0}},
    {"blockquote", {ElementKind::block, 0}}, {"body", {ElementKind::block, 0}},
    {"br", {ElementKind::line_break, 0}},    {"button", {ElementKind::skipped, 0}},
    {"canvas", {ElementKind::skipped, 0}},   {"caption", {ElementKind::block, 0}},
    {"center", {ElementKind::block, 0}},     {"datalist", {ElementKind::skipped, 0}},
    {"dd", {ElementKind::block, 0}},         {"details", {ElementKind::block, 0}},
    {"div", {ElementKind::block, 0}},        {"dl", {ElementKind::block, 0}},
    {"dt", {ElementKind::block, 0}},         {"embed", {ElementKind::skipped, 0}},
    {"fieldset", {ElementKind::block, 0}},   {"figcaption", {ElementKind::block, 0}},
    {"figure", {ElementKind::block, 0}},     {"footer", {ElementKind::block, 0}},
    {"form", {ElementKind::block, 0}},       {"h1", {ElementKind::heading, 1}},
    {"h2", {ElementKind::heading, 2}},       {"h3", {ElementKind::heading, 3}},
    {"h4", {ElementKind::heading, 4}},       {"h5", {ElementKind::heading, 5}},
    {"h6", {ElementKind::heading, 6}},       {"header", {ElementKind::block, 0}},
    {"hr", {ElementKind::block, 0}},         {"html", {ElementKind::block, 0}},
    {"iframe", {ElementKind::skipped, 0}},   {"img", {ElementKind::picture, 0}},
    {"input", {ElementKind::skipped, 0}},    {"legend", {ElementKind::block, 0}},
    {"li", {ElementKind::block, 0}},         {"main", {ElementKind::block, 0}},
    {"map", {ElementKind::skipped, 0}},      {"math", {ElementKind::skipped, 0}},
    {"menu", {ElementKind::block, 0}},       {"nav", {ElementKind::skipped, 0}},
    {"noframes", {ElementKind::skipped, 0}}, {"noscript", {ElementKind::skipped, 0}},
    {"object", {ElementKind::skipped, 0}},   {"ol", {ElementKind::block, 0}},
    {"optgroup", {ElementKind::skipped, 0}}, {"option", {ElementKind::skipped, 0}},
    {"p", {ElementKind::block, 0}},          {"pre", {ElementKind::preformatted, 0}},
    {"script", {ElementKind::skipped, 0}},   {"section", {ElementKind::block, 0}},
    {"select", {ElementKind::skipped, 0}},   {"style", {ElementKind::skipped, 0}},
    {"summary", {ElementKind::block, 0}},    {"svg", {ElementKind::skipped, 0}},
    {"table", {ElementKind::table, 0}},      {"tbody", {ElementKind::inline_text, 0}},
    {"td", {ElementKind::cell, 0}},          {"template", {ElementKind::skipped, 0}},
    {"textarea", {ElementKind::skipped, 0}}, {"th", {ElementKind::cell, 0}},
    {"title", {ElementKind::title, 0}},      {"tr", {ElementKind::row, 0}},
    {"ul", {ElementKind::block, 0}},         {"video", {ElementKind::skipped, 0}},
    {"xml", {ElementKind::skipped, 0}},      {"xmp", {ElementKind::preformatted, 0}},
}};

}  // namespace

Element element_of(std::string_view name) noexcept {
  const auto found = std::lower_bound(entries.begin(), entries.end(), name,
                                      [](const Entry& entry, std::string_view wanted) { return entry.name < wanted; });
  return found != entries.end() && found->name == name ? found->element : Element{};
}

}  // namespace gongkai::detail
