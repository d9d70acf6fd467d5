// SPDX-License-Identifier: Apache-2.0
// Whose figures are the reporting body's own?
#include <algorithm>

#include "report/slots.hpp"
#include "text/quantities.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

bool ends_with(std::u32string_view text, std::u32string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// 县信访办 for 密云县信访办公室: all its characters, in order.
bool shortens(std::u32string_view shorter, std::u32string_view name) {
  std::size_t i = 0;
  for (const char32_t c : name) {
    i += i < shorter.size() && shorter[i] == c ? 1U : 0U;
  }
  return i == shorter.size();
}

}  // namespace

Owners::Owners(const NarrativeLexicon& lexicon, const std::optional<std::string>& organisation)
    : lexicon_{lexicon}, organisation_{organisation ? to_utf32(*organisation) : std::u32string{}} {}

bool Owners::own(const std::string& whose) const {
  if (whose.empty()) {
    return true;
  }
  const auto words = to_utf32(whose);
  if (words.size() >= 2 && shortens(words, organisation_)) {
    return true;
  }
  for (const auto& body : lexicon_.bodies) {
    if (body.words.match_at(words, 0) > 0) {
      return std::any_of(body.own_if_name_ends.begin(), body.own_if_name_ends.end(),
                         [&](const std::u32string& end) { return ends_with(organisation_, end); });
    }
  }
  const auto& quantities = QuantityWords::builtin();
  if (quantities.self.match_at(words, 0) > 0 &&
      quantities.kinds.match_at(words, quantities.self.match_at(words, 0)) > 0) {
    return true;
  }
  return organisation_.empty();
}

}  // namespace gongkai::detail
