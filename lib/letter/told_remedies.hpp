// SPDX-License-Identifier: Apache-2.0
#pragma once
// The paragraph of remedies: 可以自收到本告知书之日起60日内向密云县人民政府申请行政复议, 也可以在6个月内…

#include <gongkai/letter/reply.hpp>
#include <gongkai/text/normalise.hpp>

#include "letter/letter_words.hpp"

namespace gongkai::detail {

/// Fills in `remedies`, `reconsideration_first` and `online_channel`.
void read_remedies(const NormalisedText& text, const LetterWords& words, ReplyLetter& out);

}  // namespace gongkai::detail
