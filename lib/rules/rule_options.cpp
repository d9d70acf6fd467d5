// SPDX-License-Identifier: Apache-2.0
// The open questions: files of kind "options".

#include <algorithm>

#include "rules/rule_file.hpp"

namespace gongkai::detail {
namespace {

const std::string& name_of(const JsonCursor& at) {
  const auto& text = at.string();
  if (text.empty()) {
    refuse_rule(at, "a name must not be empty");
  }
  return text;
}

OpenQuestion question(const JsonCursor& at) {
  at.object({"name", "topic", "question", "choices", "default", "basis"}, {"safe", "verified"});
  OpenQuestion out;
  out.name = name_of(at.at("name"));
  out.topic = name_of(at.at("topic"));
  out.question = read_text(at.at("question"));
  for (const auto& element : at.at("choices").elements()) {
    element.object({"name", "meaning"});
    out.choices.push_back({name_of(element.at("name")), read_text(element.at("meaning"))});
  }
  for (std::size_t i = 0; i < out.choices.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (out.choices[i].name == out.choices[j].name) {
        refuse_rule(at.at("choices").elements()[i], "the choice \"" + out.choices[i].name + "\" stands twice");
      }
    }
  }
  const auto chosen = [&](const JsonCursor& choice) {
    const auto found = std::find_if(out.choices.begin(), out.choices.end(),
                                    [&](const Choice& candidate) { return candidate.name == choice.string(); });
    if (found == out.choices.end()) {
      refuse_rule(choice, "\"" + choice.string() + "\" is not among the choices");
    }
    return found->name;
  };
  out.default_choice = chosen(at.at("default"));
  if (const auto safe = at.find("safe")) {
    out.safe_choice = chosen(*safe);
  }
  out.basis = read_text(at.at("basis"));
  out.verification = read_verification(at);
  return out;
}

Situation situation(const JsonCursor& at) {
  at.object({"name", "topic", "situation", "answer"});
  return {name_of(at.at("name")), name_of(at.at("topic")), read_text(at.at("situation")), read_text(at.at("answer"))};
}

template <typename Entry>
void add(const JsonCursor& at, Entry entry, std::vector<Entry>& list) {
  const bool twice =
      std::any_of(list.begin(), list.end(), [&](const Entry& other) { return other.name == entry.name; });
  if (twice) {
    refuse_rule(at.at("name"), "\"" + entry.name + "\" stands twice");
  }
  list.push_back(std::move(entry));
}

}  // namespace

void read_options(const JsonCursor& root, RulebookImpl& book) {
  root.object({"schema", "kind", "country", "questions", "situations"});
  for (const auto& element : root.at("questions").elements()) {
    add(element, question(element), book.questions);
  }
  for (const auto& element : root.at("situations").elements()) {
    add(element, situation(element), book.situations);
  }
}

}  // namespace gongkai::detail
