// SPDX-License-Identifier: Apache-2.0
#include "report/form_chapters.hpp"

#include <algorithm>
#include <gongkai/text/normalise.hpp>
#include <map>

#include "detail/utf8.hpp"
#include "report/table_label.hpp"

namespace gongkai::detail {

namespace {

/// What a published heading is of, and how surely: an official heading, numbered as a chapter or not at all, before one
/// that only holds words of it. A heading inside a chapter, "（一）主动公开", is none.
struct Meaning {
  const FormChapter* chapter = nullptr;
  int rank = 0;
};

class Headings {
 public:
  explicit Headings(const Form& form) : form_{form} {
    for (const auto& chapter : form.chapters()) {
      official_.emplace_back(parse_label(chapter.heading).core, &chapter);
      for (const auto& variant : chapter.variants) {
        official_.emplace_back(parse_label(variant).core, &chapter);
      }
    }
  }

  [[nodiscard]] Meaning meaning(const std::string& heading) const {
    if (heading.empty()) {
      return {};
    }
    const auto label = parse_label(heading);
    if (label.numbering.kind == Numbering::Kind::bracketed || label.numbering.kind == Numbering::Kind::arabic) {
      return {};
    }
    const auto same =
        std::find_if(official_.begin(), official_.end(), [&](const auto& one) { return one.first == label.core; });
    if (same != official_.end()) {
      return {same->second, 2};
    }
    // Words of later chapters are rarer than the first one's: "存在问题及改进情况".
    const auto folded = fold_label(heading);
    const auto& chapters = form_.chapters();
    const auto found = std::find_if(chapters.rbegin(), chapters.rend(), [&](const FormChapter& chapter) {
      return std::any_of(chapter.words.begin(), chapter.words.end(),
                         [&](const std::string& word) { return folded.find(word) != std::string::npos; });
    });
    return found == chapters.rend() ? Meaning{} : Meaning{&*found, 1};
  }

 private:
  const Form& form_;
  std::vector<std::pair<std::u32string, const FormChapter*>> official_;
};

}  // namespace

FormChapters::FormChapters(const Form& form, const AnnualReport& report) {
  const Headings headings{form};
  std::vector<Meaning> meanings;
  std::map<const FormChapter*, std::pair<int, std::size_t>> best;  // rank, and the first heading that has it
  for (std::size_t i = 0; i < report.chapters.size(); ++i) {
    meanings.push_back(headings.meaning(report.chapters[i].heading));
    // A table of contents names the chapters too, with nothing below them.
    const auto [chapter, rank] = meanings.back();
    const bool empty = report.chapters[i].text.empty();
    const auto known = chapter == nullptr ? best.end() : best.find(chapter);
    const bool better = known == best.end() || known->second.first < rank ||
                        (known->second.first == rank && !empty && report.chapters[known->second.second].text.empty());
    if (chapter != nullptr && better) {
      best[chapter] = {rank, i};
    }
  }
  for (std::size_t i = 0; i < report.chapters.size(); ++i) {
    const auto& chapter = report.chapters[i];
    const auto* known = meanings[i].chapter;
    if (known != nullptr && best[known].second == i) {
      if (!chapters_.empty()) {
        chapters_.back().second.last = false;
        chapters_.back().second.end = chapter.place;
      }
      chapters_.emplace_back(known->id, ChapterText{chapter.heading, chapter.text, chapter.place, {}, true, {}});
    } else if (!chapters_.empty()) {
      auto& text = chapters_.back().second.text;
      text += (text.empty() ? "" : "\n") + chapter.heading + "\n" + chapter.text;
    }
  }
  for (auto& [id, chapter] : chapters_) {
    chapter.folded = fold_label(chapter.text);
  }
}

const ChapterText* FormChapters::find(std::string_view id) const noexcept {
  const auto found = std::find_if(chapters_.begin(), chapters_.end(), [&](const auto& one) { return one.first == id; });
  return found == chapters_.end() ? nullptr : &found->second;
}

std::size_t count_characters(std::string_view text) {
  std::size_t out = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = next_code_point(text, position);
    out += c == U' ' || c == U'\n' || c == U'\r' || c == U'\t' || c == 0x3000 || c == 0xA0 ? 0U : 1U;
  }
  return out;
}

}  // namespace gongkai::detail
