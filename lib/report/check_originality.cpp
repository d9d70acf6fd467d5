// SPDX-License-Identifier: Apache-2.0
#include "report/check_originality.hpp"

#include <algorithm>

#include "report/likeness.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t shown = 8;  // shared sentences in a finding

}  // namespace

int likeness_limit(const CheckOptions& options, std::string_view code) {
  const auto found = options.limits.find(std::string{code});
  return static_cast<int>(found != options.limits.end() ? found->second : CheckCatalogue::builtin().limit(code));
}

void check_last_year(const AnnualReport& report, const AnnualReport& previous, const CheckOptions& options,
                     const CheckCatalogue& catalogue, std::vector<Finding>& out) {
  const int limit = likeness_limit(options, "O.LAST");
  for (const std::string id : {"overview", "problems"}) {
    const auto now = chapter_text(report, id);
    const auto before = chapter_text(previous, id);
    const int share = share_in(now, before);
    if (!now.comparable() || share < limit) {
      continue;
    }
    const auto shared = shared_sentences(now, before, limit);
    const auto chapter = std::find_if(report.chapters.begin(), report.chapters.end(), [&](const Chapter& one) {
      return !now.sentences.empty() && one.place.byte_offset == now.sentences.front().place.byte_offset;
    });
    auto finding = catalogue.make(
        "like_last", report.style.value_or(std::string{}),
        {{"chapter", chapter == report.chapters.end() ? id : chapter->heading}, {"share", std::to_string(share)}});
    for (std::size_t i = 0; i < std::min(shown, shared.size()); ++i) {
      finding.where.push_back(shared[i].here);
    }
    out.push_back(std::move(finding));
  }
}

void check_problems(const AnnualReport& report, const AnnualReport& previous, const AnnualReport& earlier,
                    const CheckOptions& options, const CheckCatalogue& catalogue, std::vector<Finding>& out) {
  const int limit = likeness_limit(options, "O.PROBLEM");
  const auto now = chapter_text(report, "problems");
  const auto before = chapter_text(previous, "problems");
  const auto first = chapter_text(earlier, "problems");
  const auto in_first = shared_sentences(now, first, limit);
  for (const auto& sentence : shared_sentences(now, before, limit)) {
    const bool thrice = std::any_of(in_first.begin(), in_first.end(),
                                    [&](const SharedSentence& other) { return other.here == sentence.here; });
    if (!thrice) {
      continue;
    }
    auto finding =
        catalogue.make("same_problem", report.style.value_or(std::string{}), {{"words", sentence.here.text}});
    finding.where = {sentence.here};
    out.push_back(std::move(finding));
  }
}

}  // namespace gongkai::detail
