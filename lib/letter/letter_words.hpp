// SPDX-License-Identifier: Apache-2.0
#pragma once
// The file of a letter's rules, as read.

#include <gongkai/base/citation.hpp>
#include <gongkai/base/date.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

using WordList = std::vector<std::u32string>;

/// An article that an outcome or a ground may rest on.
struct BasisArticle {
  std::int32_t article = 0;
  std::optional<std::int32_t> part;
};
struct Basis {
  std::string of;  ///< outcome or ground
  Date from;
  std::vector<BasisArticle> articles;
  WordList instruments;  ///< of any article of these, too
  Citation citation;
};
struct ReconsiderationBodies {
  std::string kind;
  Date from;
  std::vector<std::string> bodies;
};

struct LetterWords {
  std::string identity;
  WordList regulations;
  std::vector<Basis> outcomes;
  std::vector<Basis> grounds;
  Date elements_from = Date::from_ordinal(Date::min_ordinal);
  std::vector<std::pair<std::string, std::string>> elements;  ///< token, Chinese
  std::vector<ReconsiderationBodies> bodies;
  std::vector<std::pair<std::string, std::string>> acts;  ///< outcome, `agency_act`
  Date online_from = Date::from_ordinal(Date::min_ordinal);
  std::vector<std::string> online_services;
  WordList title, request, fee, first, negation, after_reconsideration, online, court;
  std::vector<std::pair<std::string, WordList>> decisions;
};

/// The entry that holds on the day: the latest that began by then; null for none.
[[nodiscard]] const Basis* basis_on(const std::vector<Basis>& all, std::string_view of, Date day);

}  // namespace gongkai::detail
