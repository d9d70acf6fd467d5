// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where the tests find the published reports.

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace gongkai::testing {

inline std::optional<std::string> slurp(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) {
    return std::nullopt;
  }
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

inline std::string corpus_directory() {
  if (const char* set = std::getenv("GONGKAI_CORPUS")) {
    return set;
  }
#ifdef GONGKAI_DEFAULT_CORPUS
  return GONGKAI_DEFAULT_CORPUS;
#else
  return "../shared/corpus";
#endif
}

inline bool corpus_required() {
  const char* set = std::getenv("GONGKAI_REQUIRE_CORPUS");
  return set != nullptr && std::string{set} == "1";
}

/// A file of the source tree: tests run from the build directory or from the root.
inline std::optional<std::string> source_file(const std::string& path) {
#ifdef GONGKAI_SOURCE_DIR
  if (auto found = slurp(std::string{GONGKAI_SOURCE_DIR} + "/" + path)) {
    return found;
  }
#endif
  const std::string here = __FILE__;  // <root>/tests/unit/report/corpus.hpp
  const auto root = here.rfind("tests/unit/report/");
  for (const std::string& prefix :
       {root == std::string::npos ? std::string{} : here.substr(0, root), std::string{"../"}, std::string{}}) {
    if (auto found = slurp(prefix + path)) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace gongkai::testing
