// SPDX-License-Identifier: Apache-2.0
#pragma once
// Titles and document numbers as they are compared: without blanks, punctuation of either script and width.

#include <string>
#include <string_view>

namespace gongkai::detail {

/// Without blanks, full-width letters and digits as half-width, ASCII letters small.
[[nodiscard]] std::string narrow_text(std::string_view text);
/// The same without punctuation: 国发〔2018〕43号 and 国发[2018] 43 号 are one number.
[[nodiscard]] std::string plain_text(std::string_view text);

}  // namespace gongkai::detail
