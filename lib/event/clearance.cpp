// SPDX-License-Identifier: Apache-2.0
#include <gongkai/event/clearance.hpp>

#include "event/words.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 4> conclusions{
    {{"disclose", "公开"}, {"disclose_in_part", "部分公开"}, {"withhold", "不予公开"}, {"refer", "报审"}}};

}  // namespace

std::string_view to_string(Conclusion conclusion) noexcept { return detail::word_of(conclusions, conclusion).word; }
std::string_view label_zh(Conclusion conclusion) noexcept { return detail::word_of(conclusions, conclusion).label_zh; }
std::optional<Conclusion> parse_conclusion(std::string_view text) noexcept {
  return detail::enumerator_of<Conclusion>(conclusions, text);
}

}  // namespace gongkai
