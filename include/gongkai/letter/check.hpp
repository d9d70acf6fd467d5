// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Does a reply letter say what the file says, and what the law asks of it? Outcome ↔ article ↔ remedy ↔ limits
/// (R2019 arts 14–16, 30, 33, 35–39; 行政复议法 arts 20, 22–24; 法释〔2025〕8号; the Jiangsu norm for replies,
/// forwarded nationally on 2020-01-10).
///
///     const auto findings = check_letter(letter, state, RequestRules::builtin("CN"), LetterRules::builtin("CN"),
///                                        {"密云县卫生局", "county_department", "密云县人民政府", ""});
///     findings.front().code          // LTR.LIMIT: the period for 行政复议 is 60 days; the letter says 30
///
/// For a draft, let `apply` add the decision to a copy of the register first: the letter is compared with the last
/// decision that is recorded.

#include <string>
#include <vector>

#include <gongkai/base/finding.hpp>
#include <gongkai/export.hpp>
#include <gongkai/letter/reply.hpp>
#include <gongkai/request/state.hpp>
#include <gongkai/request/transitions.hpp>

namespace gongkai {

/// Who answers. What is empty is unknown, and not compared.
struct ReplyingBody {
  std::string name;        ///< as it signs
  std::string kind;        ///< one of `LetterRules::body_kinds()`
  std::string government;  ///< of a department: of its own level; of a town: of the county
  std::string superior;    ///< the body above, of a vertically managed one
};

/// What is wrong with the letter: `LTR.*` (docs/errors.md), sorted. `left` is what the file or the law says, `right`
/// what the letter says; places are those of the letter's text.
///
/// Which law: articles are those of the regulations in force on the day the request's clock starts; remedies those of
/// the day of the letter, else of the decision. What the sources are silent on is not checked: which court, which body
/// reconsiders before 2024-01-01, the article of outcomes that no text provides for. A seal is not seen in text.
/// `NotFoundError` 402 for a kind of body that the rules do not know.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check_letter(const ReplyLetter& letter, const RequestState& request,
                                                               const RequestRules& rules,
                                                               const LetterRules& letter_rules,
                                                               const ReplyingBody& body = {});

}  // namespace gongkai
