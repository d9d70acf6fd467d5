// SPDX-License-Identifier: Apache-2.0
// A narrative report told in sentences: rules/cn/lexicon/sentences.json.
#include <array>
#include <initializer_list>
#include <utility>

#include "report/render/layout.hpp"
#include "text/lexicon_file.hpp"

namespace gongkai::detail {
namespace {

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

struct SlotSentence {
  std::string slot;
  std::string chapter;
  std::string sentence;
};

// A list under a total: classes, channels, outcomes.
struct ListSentence {
  std::string chapter;
  std::string after;  ///< the slot that it follows
  std::string lead;
  std::string count;
  std::string percent;
  std::string join;
  std::string end;
};

struct SentenceBook {
  LocalText findings_heading;
  std::array<LocalText, 3> severities;  ///< in the order of `Severity`
  std::string title;
  std::string opening;
  std::vector<SlotSentence> slots;
  ListSentence classes;
  ListSentence channels;
  ListSentence outcomes;
};

ListSentence list_sentence(const JsonCursor& at) {
  at.object({"chapter", "after", "lead", "count", "percent", "join", "end"});
  return {at.at("chapter").string(), at.at("after").string(), at.at("lead").string(), at.at("count").string(),
          at.at("percent").string(), at.at("join").string(),  at.at("end").string()};
}

LocalText local_text(const JsonCursor& at) {
  at.object({"en", "zh"});
  return {at.at("en").string(), at.at("zh").string()};
}

const SentenceBook& book() {
  static const SentenceBook out = read_lexicon(
      builtin_lexicon("cn/lexicon/sentences.json"), "cn/lexicon/sentences.json", [](const JsonCursor& root) {
        root.object({"schema", "findings", "title", "opening", "slots", "classes", "channels", "outcomes"});
        (void)root.at("schema").integer(1, 1);
        SentenceBook read;
        const auto findings = root.at("findings").object({"heading", "error", "warning", "note"});
        read.findings_heading = local_text(findings.at("heading"));
        read.severities = {local_text(findings.at("error")), local_text(findings.at("warning")),
                           local_text(findings.at("note"))};
        read.title = root.at("title").string();
        read.opening = root.at("opening").string();
        for (const auto& element : root.at("slots").elements()) {
          element.object({"slot", "chapter", "sentence"});
          read.slots.push_back(
              {element.at("slot").string(), element.at("chapter").string(), element.at("sentence").string()});
        }
        read.classes = list_sentence(root.at("classes"));
        read.channels = list_sentence(root.at("channels"));
        read.outcomes = list_sentence(root.at("outcomes"));
        return read;
      });
  return out;
}

std::string filled(std::string_view pattern, Values values) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += pattern[i++];
      continue;
    }
    const auto name = pattern.substr(i + 1, close - i - 1);
    for (const auto& [key, value] : values) {
      out += key == name ? value : std::string_view{};
    }
    i = close + 1;
  }
  return out;
}

// The figure without its measure word: an approximation keeps its sign (40多), a blank stays a blank.
std::string figure(const Cell& cell) {
  return cell.kind == CellKind::number ? cell.value.to_string() : cell_text(cell);
}

bool stated(const Cell& cell) { return cell.kind == CellKind::number || cell.kind == CellKind::approximate; }

struct Item {
  const std::string* label;
  const Cell* count;
  const Cell* percent;
};

std::string list(const ListSentence& words, const std::vector<Item>& items) {
  std::string out;
  for (const auto& item : items) {
    if (!stated(*item.count)) {
      continue;
    }
    out += (out.empty() ? words.lead : words.join) +
           filled(words.count, {{"label", *item.label}, {"count", figure(*item.count)}});
    if (item.percent != nullptr && stated(*item.percent)) {
      out += filled(words.percent, {{"percent", figure(*item.percent)}});
    }
  }
  return out.empty() ? out : out + words.end;
}

class Teller {
 public:
  explicit Teller(const AnnualReport& report)
      : report_{report}, year_{report.year ? std::to_string(*report.year) : std::string{}} {
    for (const auto& entry : report.classes) {
      classes_.push_back({&entry.label, &entry.count, &entry.percent});
    }
    for (const auto& entry : report.channels) {
      channels_.push_back({&entry.label, &entry.count, nullptr});
    }
    for (const auto& entry : report.outcomes) {
      outcomes_.push_back({&entry.label, &entry.count, nullptr});
    }
  }

  std::vector<Sentences> tell() {
    put("title", filled(book().title, {{"organisation", report_.organisation.value_or("")}, {"year", year_}}));
    if (report_.narrative.empty() && classes_.empty()) {
      return std::move(out_);
    }
    put("opening", filled(book().opening, {{"year", year_}}));
    for (const auto& words : book().slots) {
      const Cell& cell = report_.figure(words.slot);
      if (stated(cell)) {
        put(words.chapter, filled(words.sentence, {{"year", year_}, {"value", figure(cell)}}));
      }
      lists_after(words.slot);
    }
    return std::move(out_);
  }

 private:
  void put(const std::string& chapter, std::string text) {
    if (!text.empty()) {
      out_.push_back({chapter, std::move(text)});
    }
  }

  void lists_after(std::string_view slot) {
    for (const auto& [words, items] :
         {std::pair<const ListSentence*, const std::vector<Item>*>{&book().classes, &classes_},
          {&book().channels, &channels_},
          {&book().outcomes, &outcomes_}}) {
      if (words->after == slot) {
        put(words->chapter, list(*words, *items));
      }
    }
  }

  const AnnualReport& report_;
  std::string year_;
  std::vector<Item> classes_;
  std::vector<Item> channels_;
  std::vector<Item> outcomes_;
  std::vector<Sentences> out_;
};

}  // namespace

std::vector<Sentences> tell(const AnnualReport& report) { return Teller{report}.tell(); }

std::string finding_line(const Finding& finding, std::size_t number, Language language) {
  const bool chinese = language == Language::zh;
  const auto& message = chinese && !finding.message_zh.empty() ? finding.message_zh : finding.message;
  return "〔" + std::to_string(number) + "〕" +
         book().severities[static_cast<std::size_t>(finding.severity)].in(language) + " " + finding.code + " " +
         message + (finding.citation.empty() ? "" : "（" + finding.citation + "）");
}

std::string findings_heading(Language language) { return book().findings_heading.in(language); }

}  // namespace gongkai::detail
