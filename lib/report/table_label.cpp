// SPDX-License-Identifier: Apache-2.0
#include "report/table_label.hpp"

#include <algorithm>
#include <bitset>
#include <gongkai/text/normalise.hpp>

#include "report/table_words.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr double good_enough = 0.7;
constexpr double clearly_better = 0.08;
constexpr std::size_t longest_label = 60;  // characters; more is a sentence

bool counts(char32_t c) { return is_han(c) || is_ascii_digit(c) || is_ascii_letter(c); }

std::optional<int> chinese_digit(char32_t c) {
  static constexpr char32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  const auto found = std::find(std::begin(digits), std::end(digits), c);
  return found == std::end(digits) ? std::nullopt : std::optional{static_cast<int>(found - std::begin(digits)) + 1};
}

// A number of one or two Arabic digits, or a Chinese digit, at `i`; `i` moves behind it.
std::optional<int> number_at(std::u32string_view text, std::size_t& i) {
  if (i < text.size() && is_ascii_digit(text[i])) {
    int value = static_cast<int>(text[i++] - U'0');
    if (i < text.size() && is_ascii_digit(text[i])) {
      value = value * 10 + static_cast<int>(text[i++] - U'0');
    }
    return value;
  }
  if (i < text.size()) {
    if (const auto digit = chinese_digit(text[i])) {
      ++i;
      return digit;
    }
  }
  return std::nullopt;
}

// Length of the numbering at the beginning, 0 when there is none.
std::size_t read_numbering(std::u32string_view text, Numbering& out) {
  std::size_t i = 0;
  const bool bracket = !text.empty() && text[0] == U'(';
  i += bracket ? 1U : 0U;
  const bool arabic = i < text.size() && is_ascii_digit(text[i]);
  const auto value = number_at(text, i);
  if (!value || i >= text.size()) {
    return 0;
  }
  const char32_t behind = text[i];
  if (bracket && behind == U')') {
    out = {Numbering::Kind::bracketed, *value};
    return i + 1;
  }
  if (!bracket && (behind == 0x3001 || behind == U'.' || behind == U')' || behind == U',' || behind == 0x3002)) {
    out = {arabic ? Numbering::Kind::arabic : Numbering::Kind::chapter, *value};
    return i + 1;
  }
  return 0;
}

// Length of the longest common subsequence. Quadratic: both are labels.
std::size_t common(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char32_t c : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = c == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

std::u32string sorted(std::u32string text) {
  std::sort(text.begin(), text.end());
  return text;
}

// Characters that both hold, whatever their order: no subsequence is longer. Both are sorted.
std::size_t shared(std::u32string_view a, std::u32string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    count += a[i] == b[j] ? 1U : 0U;
    const bool first = a[i] <= b[j];
    j += a[i] >= b[j] ? 1U : 0U;
    i += first ? 1U : 0U;
  }
  return count;
}

bool contains(std::u32string_view text, std::u32string_view part) {
  return text.find(part) != std::u32string_view::npos;
}

}  // namespace

Label parse_folded_label(std::u32string_view folded) {
  Label out;
  const auto rest = folded.substr(read_numbering(folded, out.numbering));
  std::copy_if(rest.begin(), rest.end(), std::back_inserter(out.core), counts);
  for (const auto& [printed, means] : TableWords::builtin().label_words) {
    for (std::size_t at = out.core.find(printed); at != std::u32string::npos;
         at = out.core.find(printed, at + means.size())) {
      out.core.replace(at, printed.size(), means);
    }
  }
  return out;
}

Label parse_label(std::string_view printed) { return parse_folded_label(to_utf32(fold_label(printed))); }

double likeness(std::u32string_view printed, std::u32string_view official) {
  if (printed.empty() || official.empty() || printed.size() > longest_label) {
    return 0;
  }
  const auto in_common = static_cast<double>(common(printed, official));
  const auto printed_size = static_cast<double>(printed.size());
  const auto official_size = static_cast<double>(official.size());
  double score = 2 * in_common / (printed_size + official_size);
  // Shortened: a piece of the label that is long enough to mean something. Lengthened: with an explanation.
  if (printed.size() >= 4 && contains(official, printed)) {
    score = std::max(score, 0.75 + 0.2 * printed_size / official_size);
  }
  const bool begins = printed.substr(0, official.size()) == official;
  if (official.size() >= 4 && contains(printed, official) && (begins || 2 * official.size() >= printed.size())) {
    score = std::max(score, 0.75 + 0.2 * official_size / printed_size);
  }
  return score;
}

namespace {

std::size_t count(std::uint64_t bits) { return std::bitset<64>{bits}.count(); }

std::uint64_t drawn(std::u32string_view characters) {
  std::uint64_t out = 0;
  for (const char32_t c : characters) {
    out |= std::uint64_t{1} << (static_cast<std::uint32_t>(c * 0x9E3779B1U) >> 26U);
  }
  return out;
}

}  // namespace

void LabelSet::add(std::string_view label, std::size_t target) {
  Entry entry{parse_label(label), {}, 0, target};
  entry.sorted = sorted(entry.label.core);
  entry.drawn = drawn(entry.sorted);
  if (!entry.label.core.empty()) {
    entries_.push_back(std::move(entry));
  }
}

std::optional<std::size_t> LabelSet::exact(const Label& label) const {
  std::optional<std::size_t> found;
  for (const auto& entry : entries_) {
    if (entry.label.core != label.core) {
      continue;
    }
    if (entry.label.numbering == label.numbering) {
      return entry.target;
    }
    if (found && *found != entry.target) {
      return std::nullopt;
    }
    found = entry.target;
  }
  return found;
}

std::optional<LabelMatch> LabelSet::match(const Label& label) const {
  if (label.core.empty() || label.core.size() > longest_label) {
    return std::nullopt;
  }
  if (const auto found = exact(label)) {
    return LabelMatch{*found, 1};
  }
  LabelMatch best;
  double second = 0;
  const auto characters = sorted(label.core);
  const std::uint64_t bits = drawn(characters);
  for (const auto& entry : entries_) {
    const auto cannot_come_near = [&](std::size_t most) {
      return 2.1 * static_cast<double>(most) <
                 (good_enough - clearly_better) * static_cast<double>(characters.size() + entry.sorted.size()) &&
             most < characters.size() && most < entry.sorted.size();
    };
    // Characters whose bit both have, each as often as it may stand here: no fewer than they share.
    if (cannot_come_near(count(bits & entry.drawn) + characters.size() - count(bits)) ||
        cannot_come_near(shared(characters, entry.sorted))) {
      continue;
    }
    double score = likeness(label.core, entry.label.core);
    const bool numbered =
        entry.label.numbering.kind != Numbering::Kind::none && label.numbering.kind == entry.label.numbering.kind;
    if (numbered && score > 0.5) {
      score += label.numbering == entry.label.numbering ? 0.05 : -0.15;
    }
    if (score > best.score) {
      second = entry.target == best.target ? second : best.score;
      best = {entry.target, score};
    } else if (entry.target != best.target) {
      second = std::max(second, score);
    }
  }
  if (best.score < good_enough || best.score < second + clearly_better) {
    return std::nullopt;
  }
  best.score = std::min(best.score, 0.99);
  return best;
}

}  // namespace gongkai::detail
