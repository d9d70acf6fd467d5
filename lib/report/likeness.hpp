// SPDX-License-Identifier: Apache-2.0
#pragma once
// How much of one text stands in another. Texts are compared by their Chinese characters alone: figures, blanks and
// punctuation differ between copies. Of all runs of eight characters those with the least hash in each window are kept
// (winnowing): a shared passage of eleven characters shares one of them, wherever it stands.

#include <cstddef>
#include <cstdint>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/run.hpp>
#include <string>
#include <vector>

namespace gongkai::detail {

/// A sentence and its runs of characters.
struct LikeSentence {
  Place place;  ///< `text` is the sentence; line and offset are those of its chapter's heading
  std::vector<std::uint64_t> runs;
};

/// A text to compare with others.
struct LikeText {
  std::vector<std::uint64_t> prints;  ///< sorted, each once
  std::vector<LikeSentence> sentences;

  /// Long enough to say something.
  [[nodiscard]] bool comparable() const noexcept;
  void add(const std::string& text, const Place& chapter);
  /// To be called when all is added.
  void finish();
};

/// Percent of `a` that stands in `b`, rounded down.
[[nodiscard]] int share_in(const LikeText& a, const LikeText& b) noexcept;

/// The sentences of `a` that stand, wholly or for the greater part, in `b`.
[[nodiscard]] std::vector<SharedSentence> shared_sentences(const LikeText& a, const LikeText& b, int percent);

/// The chapter of that id in the report's own form; without one an empty text.
[[nodiscard]] LikeText chapter_text(const AnnualReport& report, const std::string& id);
/// The chapters on the whole year and on problems; of running text without them, all of it.
[[nodiscard]] LikeText own_words(const AnnualReport& report);

}  // namespace gongkai::detail
