// SPDX-License-Identifier: Apache-2.0
#include "report/likeness.hpp"

#include <algorithm>
#include <gongkai/text/normalise.hpp>
#include <unordered_map>

#include "report/form_chapters.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t run_length = 8;          // characters
constexpr std::size_t window = 4;              // runs of which one is kept
constexpr std::size_t enough = 25;             // kept runs: about a hundred characters
constexpr std::size_t shortest_sentence = 10;  // characters
constexpr char32_t full_stop = 0x3002;
const char* const compared_chapters[] = {"overview", "problems"};

std::uint64_t scramble(std::uint64_t value) noexcept {
  value ^= value >> 33U;
  value *= 0xFF51AFD7ED558CCDU;
  value ^= value >> 33U;
  value *= 0xC4CEB9FE1A85EC53U;
  return value ^ (value >> 33U);
}

std::vector<std::uint64_t> runs_of(const std::u32string& characters) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + run_length <= characters.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < run_length; ++k) {
      hash = scramble(hash * 31 + characters[i + k]);
    }
    out.push_back(hash);
  }
  return out;
}

std::vector<std::uint64_t> winnow(const std::vector<std::uint64_t>& runs) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + window <= runs.size(); ++i) {
    const auto least = *std::min_element(runs.begin() + static_cast<std::ptrdiff_t>(i),
                                         runs.begin() + static_cast<std::ptrdiff_t>(i + window));
    if (out.empty() || out.back() != least) {
      out.push_back(least);
    }
  }
  if (out.empty()) {
    out = runs;
  }
  return out;
}

bool ends_sentence(char32_t c) { return c == full_stop || c == U';' || c == U'!' || c == U'?' || c == U'\n'; }

std::optional<Form> form_of(const AnnualReport& report) {
  const auto ids = Form::builtin_ids();
  return report.style && std::find(ids.begin(), ids.end(), *report.style) != ids.end()
             ? std::optional{Form::builtin(*report.style)}
             : std::nullopt;
}

}  // namespace

bool LikeText::comparable() const noexcept { return prints.size() >= enough; }

void LikeText::add(const std::string& text, const Place& chapter) {
  const auto source = normalise(text);
  const auto& folded = source.folded();
  std::u32string all;
  std::u32string sentence;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    if (i < folded.size() && !ends_sentence(folded[i])) {
      if (is_han(folded[i])) {
        sentence += folded[i];
      }
      continue;
    }
    if (sentence.size() >= shortest_sentence) {
      LikeSentence one;
      one.place = chapter;
      one.place.byte_length = std::nullopt;
      one.place.text = std::string{source.printed(begin, std::min(i + 1, folded.size()) - begin)};
      one.runs = runs_of(sentence);
      sentences.push_back(std::move(one));
    }
    all += sentence;
    sentence.clear();
    begin = i + 1;
  }
  const auto kept = winnow(runs_of(all));
  prints.insert(prints.end(), kept.begin(), kept.end());
}

void LikeText::finish() {
  std::sort(prints.begin(), prints.end());
  prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
}

int share_in(const LikeText& a, const LikeText& b) noexcept {
  std::size_t common = 0;
  for (std::size_t i = 0, k = 0; i < a.prints.size() && k < b.prints.size();) {
    if (a.prints[i] == b.prints[k]) {
      ++common;
      ++i;
      ++k;
    } else {
      ++(a.prints[i] < b.prints[k] ? i : k);
    }
  }
  return a.prints.empty() ? 0 : static_cast<int>(100 * common / a.prints.size());
}

std::vector<SharedSentence> shared_sentences(const LikeText& a, const LikeText& b, int percent) {
  std::unordered_map<std::uint64_t, std::size_t> sentence_of;
  for (std::size_t s = 0; s < b.sentences.size(); ++s) {
    for (const auto run : b.sentences[s].runs) {
      sentence_of.emplace(run, s);
    }
  }
  std::vector<SharedSentence> out;
  for (const auto& sentence : a.sentences) {
    std::size_t common = 0;
    std::unordered_map<std::size_t, std::size_t> votes;
    std::size_t best = 0;
    for (const auto run : sentence.runs) {
      const auto found = sentence_of.find(run);
      if (found == sentence_of.end()) {
        continue;
      }
      ++common;
      const bool more = ++votes[found->second] > votes[best];
      best = more || votes.size() == 1 ? found->second : best;
    }
    if (!sentence.runs.empty() && 100 * common >= static_cast<std::size_t>(percent) * sentence.runs.size()) {
      out.push_back({sentence.place, b.sentences[best].place});
    }
  }
  return out;
}

LikeText chapter_text(const AnnualReport& report, const std::string& id) {
  LikeText out;
  if (const auto form = form_of(report)) {
    const FormChapters chapters{*form, report};
    if (const auto* chapter = chapters.find(id)) {
      out.add(chapter->text, chapter->place);
    }
  }
  out.finish();
  return out;
}

LikeText own_words(const AnnualReport& report) {
  LikeText out;
  if (const auto form = form_of(report)) {
    const FormChapters chapters{*form, report};
    for (const auto* id : compared_chapters) {
      if (const auto* chapter = chapters.find(id)) {
        out.add(chapter->text, chapter->place);
      }
    }
  }
  if (out.sentences.empty()) {
    for (const auto& chapter : report.chapters) {
      out.add(chapter.text, chapter.place);
    }
  }
  out.finish();
  return out;
}

}  // namespace gongkai::detail
