// SPDX-License-Identifier: Apache-2.0
#include "report/table_words.hpp"

#include "text/lexicon_file.hpp"
#include "text/utf32.hpp"

namespace gongkai::detail {
namespace {

std::vector<std::u32string> folded_words(const JsonCursor& list) {
  std::vector<std::u32string> out;
  for (const auto& element : list.elements()) {
    out.push_back(to_utf32(element.string()));
    if (out.back().empty()) {
      refuse_lexicon(element, "an empty word stands everywhere");
    }
  }
  return out;
}

}  // namespace

TableWords TableWords::parse(std::string_view bytes, const std::string& file) {
  return read_lexicon(bytes, file, [](const JsonCursor& root) {
    root.object({"schema", "marks", "zeros", "money", "publication_day", "page_numbers", "label_words"});
    (void)root.at("schema").integer(1, 1);
    TableWords out;
    out.marks = folded_words(root.at("marks"));
    out.zeros = folded_words(root.at("zeros"));
    out.publication_day = folded_words(root.at("publication_day"));
    out.page_numbers = folded_words(root.at("page_numbers"));
    out.money = root.at("money").strings();
    for (const auto& element : root.at("label_words").elements()) {
      element.object({"printed", "means"});
      out.label_words.emplace_back(to_utf32(element.at("printed").string()), to_utf32(element.at("means").string()));
      if (out.label_words.back().first.empty()) {
        refuse_lexicon(element, "an empty word stands everywhere");
      }
    }
    return out;
  });
}

const TableWords& TableWords::builtin() {
  static const TableWords words = parse(builtin_lexicon("cn/lexicon/tables.json"), "cn/lexicon/tables.json");
  return words;
}

}  // namespace gongkai::detail
