// SPDX-License-Identifier: Apache-2.0
#pragma once
// How the files of an office's procedure are read (stages, findings, review policies, index numbers, directories): a
// broken one is a `RulebookError` 304 with file and pointer.

#include <gongkai/base/citation.hpp>
#include <gongkai/error.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detail/content_hash.hpp"
#include "detail/embedded.hpp"
#include "detail/json_reader.hpp"

namespace gongkai::detail {

[[noreturn]] inline void refuse_procedure(const JsonCursor& at, const std::string& message) {
  throw RulebookError{ErrorCode::practice_contradicts, at.file(), at.pointer(), message};
}

/// Parses and hands the root to `build`, translating every reading error.
template <typename Build>
auto read_procedure(std::string_view bytes, const std::string& file, Build build) {
  try {
    const Json json = parse_json(bytes, file);
    return build(JsonCursor{json, file});
  } catch (const ParseError& error) {
    const auto& message = error.message();
    const auto prefix = error.file() + (error.pointer().empty() ? "" : (error.pointer().front() == '/' ? "#" : ":")) +
                        error.pointer() + ": ";
    throw RulebookError{ErrorCode::practice_contradicts, error.file(), error.pointer(),
                        message.compare(0, prefix.size(), prefix) == 0 ? message.substr(prefix.size()) : message};
  }
}

/// A citation that holds from a day on.
struct DatedCitation {
  Date from;
  Citation citation;
};

/// `[{"from", "instrument", "article"}]`, ascending.
inline std::vector<DatedCitation> read_citations(const JsonCursor& list) {
  std::vector<DatedCitation> out;
  for (const auto& entry : list.elements()) {
    entry.object({"from", "instrument"}, {"article"});
    const auto from = entry.at("from").date();
    if (!out.empty() && !(out.back().from < from)) {
      refuse_procedure(entry.at("from"), "citations stand in the order of the days from which they hold");
    }
    const auto article = entry.find("article");
    if (entry.at("instrument").string().empty()) {
      refuse_procedure(entry.at("instrument"), "a citation names its instrument");
    }
    out.push_back({from, Citation{entry.at("instrument").string(), article ? article->string() : std::string{}}});
  }
  return out;
}

inline std::optional<Citation> citation_on(const std::vector<DatedCitation>& citations, Date day) {
  std::optional<Citation> out;
  for (const auto& entry : citations) {
    if (entry.from <= day) {
      out = entry.citation;
    }
  }
  return out;
}

inline std::string content_identity(std::string_view bytes) {
  ContentHash hash;
  hash.add(bytes);
  return hash.digits();
}

/// "CN" → "cn", for the folder below rules/.
inline std::string country_folder(std::string_view country) {
  std::string out;
  for (const char c : country) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

/// The bytes of a file of a country's folder; `NotFoundError` 401 or 402.
inline std::string_view procedure_bytes(std::string_view country, const std::string& path) {
  if (const auto bytes = embedded_file(country_folder(country) + "/" + path)) {
    return *bytes;
  }
  if (!embedded_file(country_folder(country) + "/stages/review.json")) {
    throw NotFoundError{ErrorCode::unknown_country, std::string{country},
                        "there are no built-in procedures for \"" + std::string{country} + "\""};
  }
  throw NotFoundError{ErrorCode::unknown_name, path, "there is no built-in " + path + " for " + std::string{country}};
}

}  // namespace gongkai::detail
