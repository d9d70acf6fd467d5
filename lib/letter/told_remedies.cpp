// SPDX-License-Identifier: Apache-2.0
#include "letter/told_remedies.hpp"

#include <array>

#include "letter/letter_scan.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::string_view reconsideration = "reconsideration";
constexpr std::string_view litigation = "litigation_direct";
constexpr std::string_view litigation_after = "litigation_after_reconsideration";

// No letter tells of more; text that goes on and on is not compared with itself for ever.
constexpr std::size_t most_remedies = 32;
constexpr std::size_t longest_aside = 40;

// Where a sentence speaks of a remedy: [begin, end) of the word.
struct Anchor {
  std::size_t begin;
  std::size_t end;
  bool lawsuit;
  std::size_t aside = 0;  // behind a bracket that follows the word: 申请行政复议(60日内)
};

bool among(std::u32string_view characters, char32_t c) noexcept { return characters.find(c) != nowhere; }

// 复议, but neither 复议法 nor 复议决定, 复议机关, 复议前置; 诉讼 and 起诉, but not 诉讼法.
std::optional<Anchor> anchor_at(std::u32string_view text, std::size_t at) {
  const auto next = at + 2 < text.size() ? text[at + 2] : U' ';
  if (starts(text, at, U"复议")) {
    return among(U"法决机结前条期", next) ? std::nullopt : std::optional{Anchor{at, at + 2, false}};
  }
  if (starts(text, at, U"诉讼") || starts(text, at, U"起诉")) {
    // 提起诉讼 is 诉讼, whose verb is 提起.
    return among(text[at] == U'起' ? U"法条期费讼" : U"法条期费", next) ? std::nullopt
                                                                        : std::optional{Anchor{at, at + 2, true}};
  }
  return std::nullopt;
}

// 向密云县人民政府申请: the words between the last 向 and the verb.
std::u32string_view body_in(std::u32string_view text) {
  const auto to = text.rfind(U'向');
  if (to == nowhere) {
    return {};
  }
  auto body = text.substr(to + 1);
  auto end = body.size();
  constexpr std::array<std::u32string_view, 7> verbs{U"申请", U"提出",     U"提起",    U"递交",
                                                     U"起诉", U"行政复议", U"行政诉讼"};
  for (const auto verb : verbs) {
    end = std::min(end, body.find(verb));
  }
  body = body.substr(0, end);
  for (const auto adverb : {std::u32string_view{U"依法"}, std::u32string_view{U"直接"}}) {
    if (body.size() >= adverb.size() && body.substr(body.size() - adverb.size()) == adverb) {
      body.remove_suffix(adverb.size());
    }
  }
  return body;
}

class Paragraph {
 public:
  Paragraph(const NormalisedText& text, const LetterWords& words, ReplyLetter& out)
      : source_{text}, text_{text.folded()}, words_{words}, out_{out} {}

  void run() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text_.size(); ++at) {
      if (at == text_.size() || among(U"。;；\n!", text_[at])) {
        sentence(begin, at);
        begin = at + 1;
      }
    }
  }

 private:
  void sentence(std::size_t begin, std::size_t end) {
    std::vector<Anchor> anchors;
    const auto whole = text_.substr(0, end);
    for (std::size_t at = begin; at < end; ++at) {
      if (const auto anchor = anchor_at(whole, at)) {
        anchors.push_back(*anchor);
        const auto close = starts(whole, anchor->end, U"(")
                               ? whole.substr(0, anchor->end + longest_aside).find(U')', anchor->end)
                               : nowhere;
        anchors.back().aside = close == nowhere ? anchor->end : close + 1;
        at = anchors.back().aside - 1;
      }
    }
    const auto said = text_.substr(begin, end - begin);
    bool told = said.find(U"复议前置") != nowhere;
    for (std::size_t i = 0; i < anchors.size(); ++i) {
      const auto from = i == 0 ? begin : anchors[i - 1].aside;
      const auto to = i + 1 < anchors.size() ? anchors[i + 1].begin : end;
      told = told || !anchors[i].lawsuit;
      remedy(anchors[i], from, to);
    }
    if (told) {
      out_.reconsideration_first = out_.reconsideration_first || has_any(said, words_.first);
      out_.online_channel = out_.online_channel || has_any(said, words_.online);
    } else if (!out_.remedies.empty()) {
      // What follows the remedies may say where to apply online.
      out_.online_channel = out_.online_channel || (said.find(U"复议") != nowhere && has_any(said, words_.online));
    }
  }

  void remedy(const Anchor& anchor, std::size_t from, std::size_t to) {
    auto before = text_.substr(from, anchor.begin - from);
    if (anchor.lawsuit && has_any(before, words_.negation)) {
      out_.reconsideration_first = true;  // 不得直接起诉: no offer, and says what comes first
      return;
    }
    // 申请行政复议的，应当在六十日内向…提出: what belongs to it stands behind.
    const auto behind = text_.substr(anchor.end, to - anchor.end);
    const bool turned =
        starts(behind, 0, U"的") || starts(behind, 0, U"期限") || starts(behind, 0, U"申请") || starts(behind, 0, U"(");
    auto limit = last_limit(before);
    auto body = body_in(before);
    if (turned) {
      limit = limit ? limit : last_limit(behind);
      body = body.empty() ? body_in(behind) : body;
    }
    const bool after = anchor.lawsuit && has_any(before, words_.after_reconsideration);
    if (!limit && body.empty() && !offers(before)) {
      return;
    }
    const auto kind = !anchor.lawsuit ? reconsideration : after ? litigation_after : litigation;
    add({std::string{kind}, limit, to_utf8(body), source_.place(from, anchor.end - from)});
  }

  // 可以申请行政复议, 依法提起行政诉讼: told, if without period and body.
  static bool offers(std::u32string_view before) {
    for (const auto word : {std::u32string_view{U"可"}, std::u32string_view{U"申请"}, std::u32string_view{U"提起"},
                            std::u32string_view{U"提出"}, std::u32string_view{U"依法"}, std::u32string_view{U"有权"}}) {
      if (before.find(word) != nowhere) {
        return true;
      }
    }
    return false;
  }

  // What one mention leaves open another may fill in.
  void add(ToldRemedy found) {
    for (auto& known : out_.remedies) {
      const bool fits = known.kind == found.kind && (!known.limit || !found.limit || *known.limit == *found.limit) &&
                        (known.body.empty() || found.body.empty() || known.body == found.body);
      if (fits) {
        known.where = known.limit || !found.limit ? known.where : found.where;
        known.limit = known.limit ? known.limit : found.limit;
        known.body = known.body.empty() ? found.body : known.body;
        return;
      }
    }
    if (out_.remedies.size() < most_remedies) {
      out_.remedies.push_back(std::move(found));
    }
  }

  const NormalisedText& source_;
  std::u32string_view text_;
  const LetterWords& words_;
  ReplyLetter& out_;
};

}  // namespace

void read_remedies(const NormalisedText& text, const LetterWords& words, ReplyLetter& out) {
  Paragraph{text, words, out}.run();
}

}  // namespace gongkai::detail
