// SPDX-License-Identifier: Apache-2.0
#include "report/claim_rules.hpp"

#include <algorithm>

#include "text/lexicon_file.hpp"

namespace gongkai::detail {
namespace {

ClaimBase base(const JsonCursor& at) {
  at.object({"id", "label", "label_en", "cells"}, {"words"});
  ClaimBase out;
  out.id = at.at("id").string();
  out.label = at.at("label").string();
  out.label_en = at.at("label_en").string();
  for (auto path : at.at("cells").strings()) {
    const bool minus = !path.empty() && path.front() == '-';
    out.terms.push_back({minus ? path.substr(1) : path, minus ? -1 : 1});
  }
  if (out.terms.empty()) {
    refuse_lexicon(at.at("cells"), "a base needs a cell");
  }
  if (const auto words = at.find("words")) {
    out.words = words->strings();
  }
  return out;
}

}  // namespace

const ClaimSubject* ClaimRules::find(std::string_view subject) const noexcept {
  const auto found =
      std::find_if(subjects.begin(), subjects.end(), [&](const ClaimSubject& one) { return one.id == subject; });
  return found == subjects.end() ? nullptr : &*found;
}

ClaimRules ClaimRules::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema", "office_words", "government_ends", "claims"});
    (void)root.at("schema").integer(1, 1);
    ClaimRules out;
    out.office_words = root.at("office_words").strings();
    out.government_ends = root.at("government_ends").strings();
    for (const auto& element : root.at("claims").elements()) {
      element.object({"subject", "label", "label_en", "bases"}, {"outcome_codes", "outcome_labels", "loose_words"});
      ClaimSubject subject;
      subject.id = element.at("subject").string();
      subject.label = element.at("label").string();
      subject.label_en = element.at("label_en").string();
      if (out.find(subject.id) != nullptr) {
        refuse_lexicon(element.at("subject"), "the subject \"" + subject.id + "\" stands twice");
      }
      if (const auto codes = element.find("outcome_codes")) {
        subject.outcome_codes = codes->strings();
      }
      if (const auto labels = element.find("outcome_labels")) {
        subject.outcome_labels = labels->strings();
      }
      if (const auto words = element.find("loose_words")) {
        subject.loose_words = words->strings();
      }
      for (const auto& each : element.at("bases").elements()) {
        subject.bases.push_back(base(each));
      }
      if (subject.bases.empty()) {
        refuse_lexicon(element.at("bases"), "a subject needs a base");
      }
      out.subjects.push_back(std::move(subject));
    }
    return out;
  });
}

const ClaimRules& ClaimRules::builtin() {
  static const ClaimRules rules = parse(builtin_lexicon("cn/lexicon/claims.json"), "cn/lexicon/claims.json");
  return rules;
}

}  // namespace gongkai::detail
