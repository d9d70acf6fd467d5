// SPDX-License-Identifier: Apache-2.0
// Decoding, folding and mentions: whatever the bytes are, places point at what is printed there.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <gongkai/error.hpp>
#include <gongkai/text/mention.hpp>
#include <gongkai/text/normalise.hpp>
#include <string>
#include <string_view>

#include "text/utf32.hpp"

namespace {

void require(bool holds, const char* what) {
  if (!holds) {
    std::fputs(what, stderr);
    std::abort();
  }
}

void check_place(const gongkai::NormalisedText& text, const gongkai::Place& place) {
  const auto begin = static_cast<std::size_t>(place.byte_offset.value_or(0));
  const auto length = static_cast<std::size_t>(place.byte_length.value_or(0));
  require(begin + length <= text.decoded().size(), "a place beyond the text\n");
  require(text.decoded().compare(begin, length, place.text) == 0, "a place with another text\n");
  require(place.line.value_or(0) >= 1 && place.column.value_or(0) >= 1, "a place without line and column\n");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  try {
    const auto text = gongkai::normalise(gongkai::decode(bytes));
    require(gongkai::detail::valid_utf8(text.decoded()), "decoded text is no UTF-8\n");
    std::size_t end = 0;
    for (const auto& sentence : gongkai::split_sentences(text)) {
      require(sentence.begin == end && sentence.end > sentence.begin, "sentences leave a gap\n");
      end = sentence.end;
    }
    require(end == text.folded().size(), "sentences end too early\n");
    std::size_t last = 0;
    for (const auto& mention : gongkai::find_mentions(text, 2013)) {
      require(mention.begin >= last && mention.end > mention.begin, "mentions overlap\n");
      require(mention.value.unscaled >= 0 && mention.value.decimals >= 0 && mention.value.decimals <= 9,
              "a value that is none\n");
      last = mention.end;
      check_place(text, mention.place);
    }
  } catch (const gongkai::ParseError&) {
    return 0;
  }
  return 0;
}
