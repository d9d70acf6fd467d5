// SPDX-License-Identifier: Apache-2.0
#include "text/folding.hpp"

#include "text/lexicon_file.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

// Width and the punctuation of which several shapes are in use. Structure, not wording.
char32_t fold_shape(char32_t c) noexcept {
  if (c >= 0xFF01 && c <= 0xFF5E) {
    return c - 0xFEE0;  // full width ASCII
  }
  switch (c) {
    case 0x3000:  // ideographic space
    case 0x00A0:  // no-break space
    case 0x2002:
    case 0x2003:
    case 0x2009:
    case 0x202F:
    case U'\t':
      return U' ';
    case 0xFF61:  // half width full stop
      return 0x3002;
    case 0xFF64:
      return 0x3001;
    case 0xFE50:
    case 0xFE10:
      return U',';
    case 0xFE54:
    case 0xFE14:
    case 0x037E:
      return U';';
    case 0xFE55:
    case 0xFE13:
    case 0x2236:
      return U':';
    case 0xFE59:
      return U'(';
    case 0xFE5A:
      return U')';
    case 0xFE6A:
    case 0x066A:
      return U'%';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x2500:
      return U'-';
    case 0x301C:
    case 0x223C:
      return U'~';
    case U'\r':
    case 0x2028:
    case 0x2029:
    case 0x0B:
    case 0x0C:
    case 0x85:
      return U'\n';
    default:
      return c;
  }
}

}  // namespace

Folding Folding::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema", "source", "traditional", "simplified", "variants", "standard", "vocabulary"});
    (void)root.at("schema").integer(1, 1);
    Folding out;
    out.add_pairs(root.at("traditional"), root.at("simplified"));
    out.add_pairs(root.at("variants"), root.at("standard"));
    for (const auto& word : root.at("vocabulary").elements()) {
      word.object({"printed", "folded"});
      auto printed = to_utf32(word.at("printed").string());
      auto folded = to_utf32(word.at("folded").string());
      if (printed.empty() || printed.size() != folded.size()) {
        refuse_lexicon(word, "both words must have the same length, so that places are kept");
      }
      out.vocabulary_.emplace_back(std::move(printed), std::move(folded));
    }
    return out;
  });
}

void Folding::add_pairs(const JsonCursor& from_at, const JsonCursor& to_at) {
  const auto from = to_utf32(from_at.string());
  const auto to = to_utf32(to_at.string());
  if (from.size() != to.size()) {
    refuse_lexicon(to_at, "as many characters as in the list before it are expected");
  }
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (from[i] > 0xFFFF || to[i] > 0xFFFF) {
      refuse_lexicon(from_at, "the character " + to_utf8({&from[i], 1}) + " is outside the basic plane");
    }
    if (characters_[from[i]] != 0) {
      refuse_lexicon(from_at, "the character " + to_utf8({&from[i], 1}) + " stands twice");
    }
    characters_[from[i]] = static_cast<char16_t>(to[i]);
  }
}

const Folding& Folding::builtin() {
  static const Folding folding = parse(builtin_lexicon("cn/lexicon/folding.json"), "cn/lexicon/folding.json");
  return folding;
}

char32_t Folding::fold(char32_t c) const noexcept {
  c = fold_shape(c);
  return c < characters_.size() && characters_[c] != 0 ? char32_t{characters_[c]} : c;
}

}  // namespace gongkai::detail
