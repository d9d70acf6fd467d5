// SPDX-License-Identifier: Apache-2.0
#include "calendar/icalendar_lines.hpp"

#include <gongkai/error.hpp>

namespace gongkai::detail {
namespace {

struct Unfolded {
  std::size_t line;
  std::string text;
};

// A line that begins with a blank continues the one before; the blank is no part of it.
std::vector<Unfolded> unfold(std::string_view bytes) {
  std::vector<Unfolded> out;
  std::size_t line = 0;
  while (!bytes.empty()) {
    ++line;
    const std::size_t end = bytes.find('\n');
    std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (!text.empty() && text.back() == '\r') {
      text.remove_suffix(1);
    }
    if (!text.empty() && (text.front() == ' ' || text.front() == '\t') && !out.empty()) {
      out.back().text += text.substr(1);
    } else if (!text.empty()) {
      out.push_back(Unfolded{line, std::string{text}});
    }
  }
  return out;
}

std::string capitals(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

bool is_name(std::string_view text) {
  for (const char c : text) {
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')) {
      return false;
    }
  }
  return !text.empty();
}

// The end of a parameter value that begins at `from`: quoted values may hold any of the separators.
std::size_t value_end(std::string_view text, std::size_t from) {
  bool quoted = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (text[i] == ';' || text[i] == ':')) {
      return i;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view ContentLine::parameter(std::string_view wanted) const noexcept {
  for (const auto& [key, content] : parameters) {
    if (key == wanted) {
      return content;
    }
  }
  return {};
}

std::string ContentLine::text() const {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      const char escaped = value[++i];
      out += escaped == 'n' || escaped == 'N' ? '\n' : escaped;
    } else {
      out += value[i];
    }
  }
  return out;
}

std::vector<ContentLine> content_lines(std::string_view bytes, const std::string& file) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) {
    bytes.remove_prefix(byte_order_mark.size());
  }
  std::vector<ContentLine> out;
  for (const auto& [line, text] : unfold(bytes)) {
    const auto refuse = [&, at = line] {
      throw ParseError{ErrorCode::icalendar_syntax, file, std::to_string(at) + ":1",
                       "no iCalendar line: NAME;PARAMETER=value:VALUE is expected"};
    };
    ContentLine content;
    content.line = line;
    std::size_t at = text.find_first_of(";:");
    content.name = capitals(std::string_view{text}.substr(0, at));
    if (at == std::string::npos || !is_name(content.name)) {
      refuse();
    }
    while (text[at] == ';') {
      const std::size_t equals = text.find('=', at);
      const std::size_t end = equals == std::string::npos ? equals : value_end(text, equals + 1);
      if (end == std::string::npos) {
        refuse();
      }
      content.parameters.emplace_back(capitals(std::string_view{text}.substr(at + 1, equals - at - 1)),
                                      text.substr(equals + 1, end - equals - 1));
      at = end;
    }
    content.value = text.substr(at + 1);
    out.push_back(std::move(content));
  }
  return out;
}

}  // namespace gongkai::detail
