// SPDX-License-Identifier: Apache-2.0
// Who reports: the signature, else "compiled by", else the title, completed by what is printed elsewhere.
#include <algorithm>

#include "report/page.hpp"
#include "text/quantities.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t longest_name = 34;
constexpr std::size_t title_region = 400;  // characters

class Names {
 public:
  explicit Names(const Page& page)
      : page_{page}, text_{page.text}, lexicon_{*page.lexicon}, rule_{page.lexicon->organisation} {}

  std::optional<std::string> find() const {
    std::optional<std::u32string> name = signature();
    for (const auto attempt : {&Names::compiled_by, &Names::title, &Names::bare_title, &Names::below_title,
                               &Names::of_all, &Names::field, &Names::contact, &Names::subject}) {
      if (!name) {
        name = (this->*attempt)();
      }
    }
    // "市科委" where the title says "上海市科委".
    if (const auto titled = title(); name && titled && titled->size() > name->size() &&
                                     titled->compare(titled->size() - name->size(), name->size(), *name) == 0) {
      name = titled;
    }
    return name ? std::optional{to_utf8(complete(*name))} : std::nullopt;
  }

  PrintedNames printed() const {
    PrintedNames out;
    if (const auto name = title()) {
      out.title = PrintedName{*name, 0};
    }
    if (const auto name = signature()) {
      if (const std::size_t at = text_.rfind(*name); at != std::u32string_view::npos) {
        out.signature = PrintedName{*name, at};
      }
    }
    return out;
  }

 private:
  // The run of Chinese characters that ends at `end`.
  std::size_t run_begin(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && end - begin < longest_name && is_han(text_[begin - 1])) {
      --begin;
    }
    return begin;
  }

  // A name may begin here: with a line, a quotation, behind a colon or a full stop.
  bool starts(std::size_t begin) const {
    if (begin == 0) {
      return true;
    }
    const char32_t c = text_[begin - 1];
    return c == U'\n' || c == 0x300A || c == 0x201C || c == U'"' || c == U'(' || c == U':' || c == 0x3002 ||
           c == U'|' || c == U' ';
  }

  // Where the name begins in [begin, end). 和 and 与 stand in names, too (发展和改革局, 和平区): they part a name only
  // from what an office goes by, "…规定和北京市密云区…".
  std::size_t name_begin(std::size_t begin, std::size_t end, const Concept& before) const {
    const bool own = starts(begin);
    bool cut = false;
    const auto& quantities = QuantityWords::builtin();
    for (std::size_t i = begin; i < end; ++i) {
      // "2021年度江口县…": behind the year.
      const bool dated =
          i > 0 && (is_ascii_digit(text_[i - 1]) || quantities.numeral(text_[i - 1]).kind == Numeral::Kind::digit);
      const std::size_t year = dated ? quantities.years.match_at(text_, i) : 0;
      const std::size_t length = year > 0 ? year : before.match_at(text_, i);
      if (length > 0 && i + length < end) {
        begin = i + length;
        cut = true;
      }
    }
    for (std::size_t i = begin + 1; !own && !cut && before.id() == rule_.before.id() && i < end; ++i) {
      const std::size_t length = rule_.joined_before.match_at(text_, i);
      if (length > 0 && i + length < end && rule_.joined_to.match_before(text_, i) > 0) {
        begin = i + length;
      }
    }
    return begin;
  }

  // [begin, end) without what stands before and behind the name; nullopt when it is no name.
  std::optional<std::u32string> name_in(std::size_t begin, std::size_t end, const Concept& before) const {
    for (std::size_t length = 1; length > 0 && end > begin; end -= length) {
      length = rule_.behind.match_before(text_.substr(0, end), end);
      length = length < end - begin ? length : 0;
    }
    begin = name_begin(begin, end, before);
    std::u32string name{text_.substr(begin, end - begin)};
    for (const auto& [ends, add] : rule_.cut_off) {
      if (name.size() > ends.size() && name.compare(name.size() - ends.size(), ends.size(), ends) == 0) {
        name += add;
      }
    }
    const bool ends_well = rule_.ends.match_before(name, name.size()) > 0;
    const bool stands_for = rule_.not_a_name.is(name);
    return ends_well && !stands_for && name.size() >= 3 ? std::optional{name} : std::nullopt;
  }

  // A line with a name only, next to a line with a day only, near the end.
  std::optional<std::u32string> signature() const {
    std::size_t end = text_.size();
    std::size_t lines = 0;
    bool day_below = false;
    while (end > 0 && lines < 14) {
      const std::size_t found = text_.rfind(U'\n', end - 1);
      const std::size_t begin = found == std::u32string_view::npos ? 0 : found + 1;
      const auto line = text_.substr(begin, end - begin);
      if (!line.empty()) {
        ++lines;
        const auto dated = printed_year_at(line, 0);
        const bool day = dated && dated->end < line.size() && line.size() >= 8 && line.size() <= 14;
        const bool only_name = line.size() <= longest_name && std::all_of(line.begin(), line.end(), is_han);
        if (day_below && only_name) {
          if (auto name = name_in(begin, end, Concept{})) {
            return name;
          }
        }
        day_below = day;
      }
      end = found == std::u32string_view::npos ? 0 : found;
    }
    return std::nullopt;
  }

  std::optional<std::u32string> compiled_by() const {
    const auto head = text_.substr(0, 3000);
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (rule_.compile.match_at(head, i) == 0) {
        continue;
      }
      const std::size_t begin = run_begin(i);
      const bool has_by = rule_.by.in(head, begin, i);
      // "由石桥镇政府信息公开领导小组办公室编制": the body whose office it is.
      const bool by_office = has_by && rule_.ends.match_before(text_, i) > 0;
      for (std::size_t inner = begin + 3; by_office && inner < i; ++inner) {
        if (lexicon_.words.report_subject.match_at(text_, inner) > 0 && rule_.ends.match_before(text_, inner) > 0) {
          if (auto name = name_in(begin, inner, has_by ? rule_.by : rule_.before)) {
            return name;
          }
        }
      }
      if (auto name = name_in(begin, i, has_by ? rule_.by : rule_.before)) {
        return without_office(*std::move(name));
      }
    }
    return std::nullopt;
  }

  // "两城镇人民政府党政办公室" compiles the report of the government whose office it is.
  std::u32string without_office(std::u32string name) const {
    for (std::size_t end = name.size() - 1; end > 2 && rule_.inner_offices.match_before(name, name.size()) > 0; --end) {
      if (rule_.completed_by.match_before(name, end) > 0) {
        return name.substr(0, end);
      }
    }
    return name;
  }

  std::optional<std::u32string> bare_title() const {
    const auto found = find_bare_title(text_, lexicon_);
    if (!found) {
      return std::nullopt;
    }
    const std::size_t end = found->begin == 0 ? 0 : found->begin - 1;
    return end == 0 ? std::nullopt : name_in(run_begin(end), end, rule_.before);
  }

  // "——绿园市应急管理局" on the line below the title.
  std::optional<std::u32string> below_title() const {
    const Head of{text_.substr(0, title_region), &page_.hits};
    const auto found = find_report_words(of, 0, lexicon_);
    if (!found || found->end >= text_.size() || text_[found->end] != U'\n') {
      return std::nullopt;
    }
    std::size_t begin = found->end + 1;
    while (begin < text_.size() && !is_han(text_[begin]) && text_[begin] != U'\n') {
      ++begin;
    }
    std::size_t end = begin;
    while (end < text_.size() && end - begin < longest_name && is_han(text_[end])) {
      ++end;
    }
    while (end < text_.size() && !is_han(text_[end]) && text_[end] != U'\n') {
      ++end;
    }
    const bool alone = begin < end && (end == text_.size() || text_[end] == U'\n');
    while (end > begin && !is_han(text_[end - 1])) {
      --end;
    }
    return alone ? name_in(begin, end, rule_.before) : std::nullopt;
  }

  std::optional<std::u32string> title() const {
    const auto head = text_.substr(0, head_size);
    const Head of{head, &page_.hits};
    for (auto found = find_report_words(of, 0, lexicon_); found; found = find_report_words(of, found->end, lexicon_)) {
      if (names_a_letter(head, found->end, lexicon_)) {
        continue;
      }
      std::size_t end = found->begin;
      if (end > 0 && head[end - 1] == U'\n') {
        --end;
      }
      // "唐村镇2010年…", "河湾镇二〇一二年…": the year stands behind the name.
      const std::size_t begin = run_begin(end);
      const std::size_t digits = begin - std::min<std::size_t>(begin, 4);
      for (std::size_t year = digits; year < end; ++year) {
        if (printed_year_at(text_, year)) {
          if (auto name = name_in(run_begin(year), year, rule_.before)) {
            return name;
          }
          // "江口县水利局" on the line above "2021年政府信息公开工作年度报告".
          if (auto name = line_above(year)) {
            return name;
          }
        }
      }
      if (auto name = name_in(begin, end, rule_.before)) {
        return name;
      }
    }
    return std::nullopt;
  }

  std::optional<std::u32string> line_above(std::size_t begin) const {
    std::size_t end = begin;
    while (end > 0 && (text_[end - 1] == U'\n' || text_[end - 1] == U' ')) {
      --end;
    }
    const std::size_t name = run_begin(end);
    const bool alone = end < begin && text_[begin - 1] == U'\n' && (name == 0 || text_[name - 1] == U'\n');
    return alone ? name_in(name, end, rule_.before) : std::nullopt;
  }

  std::optional<std::u32string> of_all() const {
    const auto head = text_.substr(0, 1500);
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (rule_.of_all.match_at(head, i) > 0) {
        if (auto name = name_in(run_begin(i), i, rule_.before)) {
          return name;
        }
      }
    }
    return std::nullopt;
  }

  std::optional<std::u32string> field() const {
    const auto head = text_.substr(0, 1500);
    for (std::size_t i = 0; i < head.size(); ++i) {
      if (const std::size_t length = rule_.fields.match_at(head, i); length > 0) {
        const std::size_t begin = i + length;
        std::size_t end = begin;
        while (end < head.size() && is_han(head[end])) {
          ++end;
        }
        if (auto name = name_in(begin, end, Concept{})) {
          return name;
        }
      }
    }
    return std::nullopt;
  }

  // "如有疑问,请与平度市政府办公室联系": the office to ask is the body's own.
  std::optional<std::u32string> contact() const {
    const auto& words = lexicon_.words;
    const std::size_t end = std::min(text_.size(), head_size);
    for (std::size_t i = 0; i < end; ++i) {
      const std::size_t lead = words.contact_lead.match_at(text_, i);
      if (lead == 0) {
        continue;
      }
      const std::size_t begin = i + lead;
      std::size_t behind = begin;
      while (behind < end && is_han(text_[behind]) && words.contact_end.match_at(text_, behind) == 0) {
        ++behind;
      }
      // The office within the body: 平度市政府办公室 of 平度市政府办公室政府信息公开领导小组办公室.
      for (std::size_t inner = begin + 3; inner < behind; ++inner) {
        if (words.report_subject.match_at(text_, inner) > 0 && rule_.ends.match_before(text_, inner) > 0) {
          behind = inner;
        }
      }
      if (auto name = name_in(begin, behind, Concept{}); name && behind - begin <= longest_name) {
        return name;
      }
    }
    return std::nullopt;
  }

  // The first sentence of the text with a body as its subject: "2009年,张义镇人民政府…严格按照…".
  std::optional<std::u32string> subject() const {
    for (std::size_t s = 0; s < page_.sentences.size() && page_.sentences[s].begin < head_size; ++s) {
      const auto sentence = page_.sentences[s];
      for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const bool begins = i == sentence.begin || text_[i - 1] == U',';
        std::size_t begin = i;
        if (const auto year = begins ? printed_year_at(text_, i) : std::nullopt) {
          begin = year->end;
        }
        begin += begins && begin < sentence.end && text_[begin] == U',' ? 1U : 0U;
        if (!begins) {
          continue;
        }
        for (std::size_t end = begin + 3; end < sentence.end && end < begin + longest_name && is_han(text_[end - 1]);
             ++end) {
          if (rule_.ends.match_before(text_, end) > 0 && lexicon_.words.subject_follow.match_at(text_, end) > 0) {
            // "我局积极落实政府信息公开…": a sentence of its own, not a name.
            const bool verb = QuantityWords::builtin().not_body.in(text_, begin, end) ||
                              QuantityWords::builtin().self.match_at(text_, begin) > 0 ||
                              lexicon_.words.subject_follow.in(text_, begin, end);
            if (auto name = verb ? std::nullopt : name_in(begin, end, rule_.before)) {
              return name;
            }
          }
        }
      }
    }
    return std::nullopt;
  }

  std::u32string complete(std::u32string name) const {
    name = without_doubled_prefix(std::move(name));
    name = with_printed_ending(std::move(name));
    return with_printed_region(std::move(name));
  }

  static std::u32string without_doubled_prefix(std::u32string name) {
    for (std::size_t length = name.size() / 2; length >= 2; --length) {
      if (name.compare(0, length, name, length, length) == 0) {
        return name.substr(length);
      }
    }
    return name;
  }

  // "唐村镇" where "唐村镇人民政府" is printed too.
  std::u32string with_printed_ending(std::u32string name) const {
    if (rule_.completes.match_before(name, name.size()) == 0) {
      // "唐村镇政府" too.
      const std::size_t length = rule_.short_ends.match_before(name, name.size());
      const bool complete_already = rule_.completed_by.match_before(name, name.size()) > 0;
      if (length == 0 || complete_already || rule_.completes.match_before(name, name.size() - length) == 0) {
        return name;
      }
      const std::u32string longer = with_printed_ending(name.substr(0, name.size() - length));
      return longer.size() > name.size() ? longer : name;
    }
    for (std::size_t length = name.size(); length >= 3; --length) {
      const std::u32string tail = name.substr(name.size() - length);
      for (std::size_t at = text_.find(tail); at != std::u32string_view::npos; at = text_.find(tail, at + 1)) {
        if (const std::size_t more = rule_.completed_by.match_at(text_, at + length); more > 0) {
          return name + std::u32string{text_.substr(at + length, more)};
        }
      }
    }
    return name;
  }

  // "朝阳区" where "北京市朝阳区" is printed too.
  std::u32string with_printed_region(std::u32string name) const {
    for (std::size_t at = text_.find(name); at != std::u32string_view::npos; at = text_.find(name, at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && at - begin < 10 && is_han(text_[begin - 1])) {
        --begin;
      }
      for (std::size_t i = begin; i < at; ++i) {
        const std::size_t length = std::max(rule_.before.match_at(text_, i), rule_.joined_before.match_at(text_, i));
        if (length > 0 && i + length <= at) {
          begin = i + length;
        }
      }
      const bool region = at - begin >= 3 && at - begin <= 8 && rule_.region_ends.match_before(text_, at) > 0;
      if (region && text_.compare(begin, at - begin, name, 0, at - begin) != 0) {
        return std::u32string{text_.substr(begin, at - begin)} + name;
      }
    }
    return name;
  }

  const Page& page_;
  std::u32string_view text_;
  const NarrativeLexicon& lexicon_;
  const OrganisationRule& rule_;
};

}  // namespace

std::optional<std::string> report_organisation(const Page& page) { return Names{page}.find(); }

PrintedNames report_names(const Page& page) { return Names{page}.printed(); }

}  // namespace gongkai::detail
