// SPDX-License-Identifier: Apache-2.0
#pragma once
// 《政府信息公开条例》第三十六条第(三)项、第十六条第二款: the articles that a letter cites.

#include <gongkai/letter/reply.hpp>
#include <gongkai/text/normalise.hpp>
#include <vector>

#include "letter/letter_words.hpp"

namespace gongkai::detail {

[[nodiscard]] std::vector<CitedArticle> cited_articles(const NormalisedText& text, const LetterWords& words);

}  // namespace gongkai::detail
