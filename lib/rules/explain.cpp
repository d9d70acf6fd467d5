// SPDX-License-Identifier: Apache-2.0
// Values and rules in words, Chinese and English.

#include <algorithm>
#include <array>

#include "rules/rulebook_data.hpp"

namespace gongkai {
namespace detail {
namespace {

constexpr std::array<LocalText (*)(), 6> state_words{
    [] { return LocalText{"in force", "有效"}; },          [] { return LocalText{"no value stated", "未作规定"}; },
    [] { return LocalText{"abolished", "已废止"}; },       [] { return LocalText{"not yet known", "尚未明确"}; },
    [] { return LocalText{"left as it is", "不作改变"}; }, [] { return LocalText{"no rule", "无规定"}; }};

constexpr std::array<LocalText (*)(), 6> standing_words{
    [] {
      return LocalText{"law or administrative regulation", "法律、行政法规"};
    },
    [] {
      return LocalText{"judicial", "司法解释、指导性案例"};
    },
    [] {
      return LocalText{"notice", "规范性文件"};
    },
    [] {
      return LocalText{"local rule", "地方规定"};
    },
    [] {
      return LocalText{"practice", "实践做法"};
    },
    [] {
      return LocalText{"inference", "推论"};
    }};

std::string list(const std::vector<Code>& codes, const RulebookImpl& rulebook, Language language);

std::string label_of(Code code, const RulebookImpl& rulebook, Language language) {
  const auto taxonomy = rulebook.taxonomies.find(code.taxonomy().substr(rulebook.country.size() + 1));
  return taxonomy->second.at(code).label.in(language);
}

std::string list(const std::vector<Code>& codes, const RulebookImpl& rulebook, Language language) {
  std::string out;
  for (const auto code : codes) {
    out += out.empty() ? "" : language == Language::zh ? "；" : "; ";
    out += label_of(code, rulebook, language);
  }
  return out.empty() ? (language == Language::zh ? "无" : "none") : out;
}

// "each page (over one request): 1-30 free; 31-100 10.00 CNY; …"
std::string prices(const Tariff& tariff, const RulebookImpl& rulebook, Language language) {
  const bool zh = language == Language::zh;
  const auto amount = [zh](const Money& money) {
    return money.minor() == 0 ? std::string{zh ? "免费" : "free"} : money.to_string();
  };
  std::string out = (zh ? "每" : "each ") + label_of(tariff.unit(), rulebook, language) + (zh ? "（按" : " (over ") +
                    label_of(tariff.over(), rulebook, language) + (zh ? "累计）：" : "): ");
  for (const auto& band : tariff.bands()) {
    if (band.first > 1) {
      out += zh ? "；" : "; ";
    }
    out += std::to_string(band.first);
    out += band.last ? "-" + std::to_string(*band.last) : std::string{zh ? "起" : " and more"};
    out += " " + amount(band.price);
    if (band.step) {
      out += zh ? "，每增加" + std::to_string(*band.step) + "提高" + band.increase.to_string()
                : ", " + band.increase.to_string() + " more every " + std::to_string(*band.step);
    }
  }
  return out;
}

// "art. 36(1), 39" reads 第36条(1)、第39条. Whether (1) is a paragraph or an item the data does not say.
std::string chinese(const Citation& citation) {
  constexpr std::string_view prefix = "art. ";
  const std::string_view article = citation.article();
  if (article.substr(0, prefix.size()) != prefix) {
    return article.empty() ? citation.instrument() : citation.instrument() + " " + citation.article();
  }
  std::string out = citation.instrument();
  for (auto rest = article.substr(prefix.size()); !rest.empty();) {
    const auto one = rest.substr(0, rest.find(", "));
    const auto digits = one.substr(0, one.find_first_not_of("0123456789"));
    out += (out.size() == citation.instrument().size() ? "第" : "、第") + std::string{digits} + "条";
    out += one.substr(digits.size());
    rest.remove_prefix(std::min(rest.size(), one.size() + 2));
  }
  return out;
}

std::string sources(const DatedValue& value, Language language) {
  std::string out;
  for (const auto& citation : value.citations) {
    out += out.empty() ? "" : language == Language::zh ? "；" : "; ";
    out += language == Language::zh ? chinese(citation) : citation.to_string();
  }
  if (value.standing != Standing::statute) {
    out += (out.empty()                ? ""
            : language == Language::zh ? "；"
                                       : "; ") +
           standing_words[static_cast<std::size_t>(value.standing)]().in(language);
  }
  if (value.verification == Verification::unverified) {
    out += language == Language::zh ? "；未经核对" : "; unverified";
  }
  return out;
}

std::string period_of(const DatedValue& value, Language language) {
  const bool zh = language == Language::zh;
  if (!value.from) {
    return value.to ? (zh ? "至" : "until ") + value.to->to_string() : std::string{zh ? "始终" : "always"};
  }
  return value.to ? value.from->to_string() + (zh ? " 至 " : " to ") + value.to->to_string()
                  : (zh ? "自 " : "from ") + value.from->to_string();
}

}  // namespace

std::string describe(ValueState state, Language language) {
  return state_words[static_cast<std::size_t>(state)]().in(language);
}

std::string describe(const RuleValue& value, const RulebookImpl& rulebook, Language language) {
  return std::visit(
      [&](const auto& alternative) -> std::string {
        using T = std::decay_t<decltype(alternative)>;
        if constexpr (std::is_same_v<T, TimeLimit> || std::is_same_v<T, DayOfYear>) {
          return to_string(alternative, language);
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          return std::to_string(alternative);
        } else if constexpr (std::is_same_v<T, Code>) {
          return label_of(alternative, rulebook, language);
        } else if constexpr (std::is_same_v<T, std::vector<Code>>) {
          return list(alternative, rulebook, language);
        } else {
          return prices(alternative, rulebook, language);
        }
      },
      value);
}

std::string describe(const DatedValue& value, const RulebookImpl& rulebook, Language language) {
  std::string out = value.value ? describe(*value.value, rulebook, language) : describe(value.state, language);
  const auto from = sources(value, language);
  if (from.empty()) {
    return out;
  }
  return language == Language::zh ? out + "（" + from + "）" : out + " (" + from + ")";
}

namespace {

// One rule, or one channel or body of it: what holds last, then what held when.
std::string history_of(const TimeLine& line, const RulebookImpl& rulebook, Language language,
                       const std::string& indent) {
  std::string out;
  for (auto segment = line.rbegin(); segment != line.rend(); ++segment) {
    if (segment->value.state == ValueState::no_rule && segment->beneath.empty()) {
      continue;
    }
    // With an overlay above it, a value holds for less than its own days.
    DatedValue shown = segment->value;
    shown.from = segment->from;
    shown.to = segment == line.rbegin() ? std::nullopt : std::optional{*std::prev(segment)->from - CalendarDays{1}};
    out += indent + period_of(shown, language) + (language == Language::zh ? "：" : ": ") +
           describe(shown, rulebook, language) + "\n";
    if (!shown.note.empty()) {
      out += indent + "  " + shown.note.in(language) + "\n";
    }
    if (!shown.file.empty()) {
      out += indent + "  " + shown.place + ", " + shown.file + "\n";
    }
    for (const auto& beneath : segment->beneath) {
      out += indent + (language == Language::zh ? "  其下：" : "  beneath: ") + beneath.place + ", " + beneath.file +
             ": " + describe(beneath, rulebook, language) + "\n";
    }
  }
  return out.empty() ? indent + describe(ValueState::no_rule, language) + "\n" : out;
}

std::string source_list(const std::vector<const TimeLine*>& lines, const RulebookImpl& rulebook, Language language) {
  std::vector<std::string> cited;
  for (const auto* line : lines) {
    for (const auto& segment : *line) {
      for (const auto& citation : segment.value.citations) {
        cited.push_back(citation.instrument());
      }
    }
  }
  std::string out;
  for (const auto& instrument : rulebook.instruments) {
    if (std::find(cited.begin(), cited.end(), instrument.citation) == cited.end()) {
      continue;
    }
    out += "  " + instrument.citation;
    if (instrument.title.in(language) != instrument.citation) {
      out += (language == Language::zh ? "　" : "  ") + instrument.title.in(language);
    }
    for (const auto& address : instrument.addresses) {
      out += "\n    " + address;
    }
    out += "\n";
  }
  return out;
}

}  // namespace
}  // namespace detail

std::string Rulebook::explain(std::string_view rule, Language language) const {
  const auto& wanted = definition(rule);
  const bool zh = language == Language::zh;
  const auto label = [&](Code code) { return detail::label_of(code, *impl_, language); };
  std::string out = std::string{wanted.code.token()} + (zh ? "：" : ": ") + wanted.label.in(language) + "\n";
  out += (zh ? "适用日期：" : "selected by: ") + label(wanted.selected_by) + "\n";
  if (wanted.counted_from) {
    out += zh ? "起算：" + label(*wanted.counted_from) + "（当日不计）\n"
              : "counted from: " + label(*wanted.counted_from) + " (that day not counted)\n";
  }
  std::vector<const detail::TimeLine*> lines;
  const auto add = [&](std::optional<Code> of, const std::string& indent) {
    const auto found = impl_->time_lines.find({wanted.code, of});
    if (found == impl_->time_lines.end()) {
      out += indent + detail::describe(ValueState::no_rule, language) + "\n";
      return;
    }
    lines.push_back(&found->second);
    out += detail::history_of(found->second, *impl_, language, indent);
  };
  if (wanted.by.empty()) {
    add(std::nullopt, "  ");
  } else {
    for (const auto& member : taxonomy(wanted.by).members()) {
      out += "  " + std::string{member.code.token()} + (zh ? "：" : ": ") + member.label.in(language) + "\n";
      add(member.code, "    ");
    }
  }
  const auto sources = detail::source_list(lines, *impl_, language);
  if (!sources.empty()) {
    out += (zh ? "来源：\n" : "sources:\n") + sources;
  }
  return out;
}

}  // namespace gongkai
