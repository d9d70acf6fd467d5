// SPDX-License-Identifier: Apache-2.0
// Whatever file is laid into or over a rulebook: it is refused as a RulebookError with its name, or every question
// about the result has an answer.

#include <gongkai/error.hpp>
#include <gongkai/rules/rulebook.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "unit/rules/small_book.hpp"

namespace {

using gongkai::Date;
using gongkai::Rulebook;

[[noreturn]] void fail(const std::string& message, const std::string& bytes) {
  std::fprintf(stderr, "%s:\n%s\n", message.c_str(), bytes.c_str());
  std::abort();
}

template <typename Read>
std::optional<Rulebook> read(Read read_it, const std::string& bytes) {
  try {
    return read_it();
  } catch (const gongkai::RulebookError& error) {
    if (error.code() != gongkai::ErrorCode::rulebook_contradicts || error.file().empty()) {
      fail("refused, but not as it should be", bytes);
    }
    return std::nullopt;
  }
}

void ask(const Rulebook& book, const std::string& bytes) {
  for (const auto& definition : book.definitions()) {
    if (book.explain(definition.code.token()).empty() ||
        book.explain(definition.code.token(), gongkai::Language::zh).empty()) {
      fail("a rule without an explanation", bytes);
    }
    if (!definition.by.empty()) {
      continue;
    }
    for (const auto day : {Date{1, 1, 1}, Date{2009, 12, 31}, Date{2013, 6, 3}, Date{9999, 12, 31}}) {
      const auto answer = book.at(definition.code, day);
      const auto& entry = answer.entry();
      if (!entry.covers(day) || answer.in_force() != entry.value.has_value()) {
        fail("an answer that does not hold on its day", bytes);
      }
    }
    for (const auto& value : book.history(definition.code)) {
      if (value.citations.empty()) {
        fail("a value without citation", bytes);
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Rulebook base = gongkai::small_book::book();
  const std::string bytes(data, data + size);
  auto files = gongkai::small_book::files();
  files.push_back({"fuzz.json", bytes});
  if (const auto book = read([&] { return Rulebook::from_files(files); }, bytes)) {
    ask(*book, bytes);
  }
  if (const auto book = read([&] { return base.with_overlay(bytes, "fuzz.json"); }, bytes)) {
    ask(*book, bytes);
    if (*book == base) {
      fail("an overlay without a trace", bytes);
    }
  }
  return 0;
}
