// SPDX-License-Identifier: Apache-2.0
#pragma once
// One report as text that was made of it in different ways.

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "unit/documents/portals.hpp"

namespace gongkai::testing {

struct TextLayoutHabit {
  const char* name;
  std::function<std::string(const PrintedReport&)> text;
  bool shows_blanks;  ///< a blank cell leaves a trace
};

inline std::string line_of(const std::string& text) { return text + "\n"; }

/// `a | b |`, covered cells as nothing between bars.
inline std::string bars_text(const PrintedReport& report) {
  return article(report, line_of, [&](std::size_t i) {
    std::string out;
    for (const auto& row : without_spans(report.tables[i])) {
      for (const auto& cell : row) {
        out += cell.text + " | ";
      }
      out += "\n";
    }
    return out;
  });
}

inline std::string markdown_text(const PrintedReport& report) {
  return article(
      report, [](const std::string& text) { return text + "\n\n"; },
      [&](std::size_t i) {
        std::string out;
        bool head = true;
        for (const auto& row : without_spans(report.tables[i])) {
          out += "|";
          for (const auto& cell : row) {
            out += " " + cell.text + " |";
          }
          out += "\n";
          if (head) {
            out += "|";
            for (std::size_t c = 0; c < row.size(); ++c) {
              out += "---|";
            }
            out += "\n";
          }
          head = false;
        }
        return out + "\n";
      });
}

/// Every cell is a paragraph.
inline std::string one_cell_a_line_text(const PrintedReport& report) {
  return article(
      report, [](const std::string& text) { return text + "\n\n"; },
      [&](std::size_t i) {
        std::string out;
        for (const auto& row : report.tables[i]) {
          for (const auto& cell : row) {
            out += cell.text.empty() ? std::string{} : cell.text + "\n\n";
          }
        }
        return out;
      });
}

inline std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Columns of blanks, as a PDF becomes text: labels wider than their column are broken, blank cells are lost.
inline std::string columns_text(const PrintedReport& report) {
  return article(report, line_of, [&](std::size_t i) {
    const auto rows = without_spans(report.tables[i]);
    std::string out;
    std::size_t page = 0;
    for (const auto& row : rows) {
      std::string line;
      std::string rest;
      std::size_t position = 0;
      for (std::size_t c = 0; c < row.size(); ++c) {
        const std::size_t width = i == 2 ? 9 : c < 3 && i == 1 ? 20 : 14;
        std::string text = row[c].text;
        if (i == 1 && c < 3 && characters(text) > 18) {
          rest = text.substr(byte_of(text, 18));
          text = text.substr(0, byte_of(text, 18));
        }
        line += text;
        position += characters(text);
        const std::size_t next = (i == 1 && c < 3 ? (c + 1) * 20 : i == 1 ? 60 + (c - 2) * 14 : (c + 1) * width);
        while (position < next) {
          line += ' ';
          ++position;
        }
      }
      line.erase(line.find_last_not_of(' ') + 1);
      out += line + "\n" + (rest.empty() ? "" : std::string(20, ' ') + rest + "\n");
      if (i == 1 && ++page == 12) {
        out += "                                        12\n\n";
      }
    }
    return out;
  });
}

/// Labels and figures with a single blank between them.
inline std::string single_blanks_text(const PrintedReport& report) {
  return article(report, line_of, [&](std::size_t i) {
    std::string out;
    for (const auto& row : report.tables[i]) {
      std::string line;
      for (const auto& cell : row) {
        line += line.empty() || cell.text.empty() ? cell.text : " " + cell.text;
      }
      out += line + "\n";
    }
    return out;
  });
}

inline const std::vector<TextLayoutHabit>& text_layouts() {
  static const std::vector<TextLayoutHabit> all{{"bars", bars_text, true},
                                                {"markdown", markdown_text, true},
                                                {"one cell a line", one_cell_a_line_text, false},
                                                {"columns", columns_text, true},
                                                {"single blanks", single_blanks_text, false}};
  return all;
}

}  // namespace gongkai::testing
