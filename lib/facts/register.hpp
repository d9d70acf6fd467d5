// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the parts of the register share: where problems go, and how a line is judged before it is told as events.

#include <gongkai/facts/register.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace gongkai::detail {

/// The problems of one line.
class LineJudge {
 public:
  LineJudge(RegisterEvents& out, const Rulebook& rulebook, RegisterKind kind, std::size_t line)
      : out_{out}, rulebook_{rulebook}, kind_{kind}, line_{line}, before_{out.problems.size()} {}

  void problem(std::string_view field, std::string value, std::string rule, std::string rule_zh) {
    out_.problems.push_back({kind_, line_, std::string{field}, std::move(value), std::move(rule), std::move(rule_zh)});
  }
  /// A word that is none of a closed list; an empty one is not stated.
  void require_word(std::string_view field, std::string_view taxonomy, const std::string& word) {
    if (!word.empty() && rulebook_.taxonomy(taxonomy).find(word) == nullptr) {
      problem(field, word, "none of the taxonomy " + std::string{taxonomy}, "不是封闭清单中的用词");
    }
  }
  void require(bool stated, std::string_view field, const char* rule, const char* rule_zh) {
    if (!stated) {
      problem(field, {}, rule, rule_zh);
    }
  }
  [[nodiscard]] bool fine() const noexcept { return out_.problems.size() == before_; }

 private:
  RegisterEvents& out_;
  const Rulebook& rulebook_;
  RegisterKind kind_;
  std::size_t line_;
  std::size_t before_;
};

void tell_requests(const RegisterLines& lines, const Rulebook& rulebook, RegisterEvents& out);
void tell_remedies(const RegisterLines& lines, const Rulebook& rulebook, RegisterEvents& out);
void tell_records(const RegisterLines& lines, const Rulebook& rulebook, RegisterEvents& out);
void tell_figures(const RegisterLines& lines, const Rulebook& rulebook, RegisterEvents& out);

/// A file and the row's own key there.
[[nodiscard]] inline Envelope envelope_of(const std::string& subject, Date day, const Source& source) {
  Envelope out{subject, day, day};
  out.source = source;
  return out;
}

}  // namespace gongkai::detail
