// SPDX-License-Identifier: Apache-2.0
#include "report/slips.hpp"

#include <algorithm>

#include "text/quantities.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

// Of a whole report; less makes an extract.
constexpr std::size_t enough_chapters = 4;
constexpr std::size_t enough_characters = 500;

class Slips {
 public:
  Slips(const Page& page, const std::optional<std::string>& organisation, const StatementsByYear& statements)
      : page_{page}, text_{page.text}, statements_{statements} {
    if (organisation) {
      organisation_ = to_utf32(*organisation);
    }
  }

  std::vector<Slip> find() {
    impossible_years();
    if (page_.year) {
      period_of_another_year();
      statements_of_another_year();
    }
    signature_of_another();
    wrong_self();
    std::sort(out_.begin(), out_.end(), [](const Slip& a, const Slip& b) { return a.place < b.place; });
    return std::move(out_);
  }

 private:
  void add(SlipKind kind, std::string expected, std::size_t begin, std::size_t end) {
    out_.push_back({kind, false, std::move(expected), page_.source->place(begin, end - begin)});
  }
  std::string own_year() const { return page_.year ? std::to_string(*page_.year) : std::string{}; }

  // 202020年: five to eight digits that begin like a year, before the word for year.
  void impossible_years() {
    const auto& years = QuantityWords::builtin().years;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!is_ascii_digit(text_[i])) {
        continue;
      }
      std::size_t end = i;
      while (end < text_.size() && is_ascii_digit(text_[end])) {
        ++end;
      }
      const bool opens = i == 0 || !(is_ascii_letter(text_[i - 1]) || text_[i - 1] == U'.' || text_[i - 1] == U'-');
      const bool like =
          end - i >= 5 && end - i <= 8 && (text_.compare(i, 2, U"20") == 0 || text_.compare(i, 2, U"19") == 0);
      if (opens && like && years.match_at(text_, end) > 0) {
        add(SlipKind::year, own_year(), i, end + 1);
        out_.back().impossible = true;
      }
      i = end;
    }
  }

  // "统计期限自2012年1月1日至2012年12月31日" in the report for 2013.
  void period_of_another_year() {
    const auto& words = page_.lexicon->words;
    for (const auto& sentence : page_.sentences) {
      if (sentence.begin > head_size || !page_.hits.in(words.period_of_figures, sentence.begin, sentence.end)) {
        continue;
      }
      std::optional<TextRange> other;
      bool own = false;
      for (std::size_t i = *page_.hits.find_in(words.period_of_figures, sentence.begin, sentence.end); i < sentence.end;
           ++i) {
        if (const auto year = printed_year_at(text_, i)) {
          own = own || year->value == *page_.year;
          other = year->value == *page_.year ? other : std::optional{TextRange{i, year->end}};
          i = year->end - 1;
        }
      }
      if (other && !own) {
        add(SlipKind::year, own_year(), other->begin, other->end);
      }
    }
  }

  // A figure of the year before where the report's own is missing, or of a year that is still to come.
  void statements_of_another_year() {
    for (const auto& [path, statements] : statements_.last) {
      const auto own = statements_.now.find(path);
      const bool told = own != statements_.now.end() && !own->second.empty();
      for (const auto& statement : told ? std::vector<Statement>{} : statements) {
        year_named_before(statement, *page_.year - 1);
      }
    }
    for (const auto& entry : statements_.next) {
      for (const auto& statement : entry.second) {
        const auto sentence = page_.sentences[statement.sentence];
        if (!page_.hits.in(page_.lexicon->words.planned, sentence.begin, sentence.end)) {
          year_named_before(statement, *page_.year + 1);
        }
      }
    }
  }
  void year_named_before(const Statement& statement, int other) {
    const std::size_t end = statement.mention ? page_.mentions[*statement.mention].begin : statement.words.end;
    std::optional<TextRange> named;
    const auto sentence = page_.sentences[statement.sentence];
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      if (const auto year = printed_year_at(text_, i)) {
        if (year->value == *page_.year) {
          return;  // both years stand side by side
        }
        i = year->end - 1;
      }
    }
    for (std::size_t i = sentence.begin; i < end; ++i) {
      if (const auto year = printed_year_at(text_, i)) {
        named = year->value == other ? std::optional{TextRange{i, year->end}} : std::nullopt;
        i = year->end - 1;
      }
    }
    if (named && std::none_of(out_.begin(), out_.end(), [&](const Slip& slip) {
          return slip.place == page_.source->place(named->begin, named->end - named->begin);
        })) {
      add(SlipKind::year, own_year(), named->begin, named->end);
    }
  }

  // The name without "人民政府" and without its region.
  std::u32string_view core(std::u32string_view name) const {
    const auto& rule = page_.lexicon->organisation;
    for (const auto* endings : {&rule.completed_by, &rule.short_ends}) {
      const std::size_t length = endings->match_before(name, name.size());
      if (length > 0 && length < name.size()) {
        name.remove_suffix(length);
      }
    }
    for (std::size_t i = name.size(); i-- > 1;) {
      const std::size_t length = rule.region_ends.match_before(name, i);
      if (length > 0 && i + 2 <= name.size()) {
        return name.substr(i);
      }
    }
    return name;
  }

  static bool within(std::u32string_view shorter, std::u32string_view longer) {
    std::size_t i = 0;
    for (const char32_t c : longer) {
      i += i < shorter.size() && shorter[i] == c ? 1U : 0U;
    }
    return i == shorter.size();
  }

  void signature_of_another() {
    const auto names = report_names(page_);
    if (!names.title || !names.signature) {
      return;
    }
    const auto title = core(names.title->name);
    const auto signature = core(names.signature->name);
    const bool same_kind = title.size() >= 3 && signature.size() >= 3 && title.back() == signature.back();
    if (same_kind && !within(title, signature) && !within(signature, title)) {
      add(SlipKind::name, to_utf8(names.title->name), names.signature->begin,
          names.signature->begin + names.signature->name.size());
    }
  }

  void wrong_self() {
    for (const auto& rule : page_.lexicon->selves) {
      const bool ours = std::any_of(rule.if_name_ends.begin(), rule.if_name_ends.end(), [&](const std::u32string& end) {
        return organisation_.size() >= end.size() &&
               organisation_.compare(organisation_.size() - end.size(), end.size(), end) == 0;
      });
      const auto at = ours ? page_.hits.find_in(rule.words, 0, text_.size()) : std::nullopt;
      if (at) {
        add(SlipKind::self, to_utf8(organisation_), *at, *at + rule.words.match_at(text_, *at));
      }
    }
  }

  const Page& page_;
  std::u32string_view text_;
  const StatementsByYear& statements_;
  std::u32string organisation_;
  std::vector<Slip> out_;
};

}  // namespace

std::vector<Slip> find_slips(const Page& page, const std::optional<std::string>& organisation,
                             const StatementsByYear& statements) {
  return Slips{page, organisation, statements}.find();
}

std::vector<std::string> missing_subjects(const Page& page) {
  std::size_t chapters = 0;
  ConceptSet said;
  for (std::size_t s = 0; s < page.sentences.size(); ++s) {
    said.add(page.said[s]);
    const auto sentence = page.sentences[s];
    const bool numbered = sentence.end > sentence.begin + 1 && page.text[sentence.begin + 1] == 0x3001;
    chapters += page.is_heading[s] && numbered ? 1U : 0U;
  }
  std::vector<std::string> out;
  for (const auto& subject : page.lexicon->subjects) {
    if (chapters >= enough_chapters && page.text.size() >= enough_characters && !said.has(subject.words.id())) {
      out.push_back(subject.id);
    }
  }
  return out;
}

}  // namespace gongkai::detail
