// SPDX-License-Identifier: Apache-2.0
#pragma once
// Labels as published tables print them, compared with those of a form: stray blanks, lost characters, other
// numbering, added explanations and cut ends are forgiven as long as only one label is meant.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

/// The numbering before a label.
struct Numbering {
  enum class Kind : std::uint8_t { none, chapter, bracketed, arabic };  // 三、 (三) 3.
  Kind kind = Kind::none;
  int value = 0;

  friend bool operator==(const Numbering& a, const Numbering& b) noexcept {
    return a.kind == b.kind && a.value == b.value;
  }
};

/// A label taken apart.
struct Label {
  Numbering numbering;
  std::u32string core;  ///< letters, digits and ideographs only
};

[[nodiscard]] Label parse_label(std::string_view printed);
/// Of a text that is folded already.
[[nodiscard]] Label parse_folded_label(std::u32string_view folded);

/// A label found: which, and how well it fits (1 is exact).
struct LabelMatch {
  std::size_t target = 0;
  double score = 0;
};

/// Labels among which one is looked for.
class LabelSet {
 public:
  /// Several labels may stand for one target.
  void add(std::string_view label, std::size_t target);
  [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }

  /// The label meant by `label`: the best, if it is good enough and clearly better than every other target.
  [[nodiscard]] std::optional<LabelMatch> match(const Label& label) const;
  /// Only where nothing but numbering, blanks and punctuation differs.
  [[nodiscard]] std::optional<std::size_t> exact(const Label& label) const;

 private:
  struct Entry {
    Label label;
    std::u32string sorted;  ///< the characters of its core
    std::uint64_t drawn;    ///< a bit for each of them; several may share one
    std::size_t target;
  };
  std::vector<Entry> entries_;
};

/// How alike two cores are, from 0 to 1.
[[nodiscard]] double likeness(std::u32string_view printed, std::u32string_view official);

}  // namespace gongkai::detail
