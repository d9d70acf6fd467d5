// SPDX-License-Identifier: Apache-2.0
#include "report/body_name.hpp"

#include <algorithm>
#include <gongkai/text/normalise.hpp>

#include "report/body_levels.hpp"

namespace gongkai::detail {
namespace {

constexpr std::size_t character = 3;  // bytes of a Chinese character in UTF-8
constexpr std::size_t shortest = 2 * character;

}  // namespace

std::string plain_name(std::string_view name) {
  std::string out = fold_label(name);
  for (const auto& left_out : BodyLevels::builtin().left_out) {
    const bool ends = out.size() > left_out.size() + shortest &&
                      out.compare(out.size() - left_out.size(), left_out.size(), left_out) == 0;
    if (ends) {
      out.resize(out.size() - left_out.size());
      break;
    }
  }
  return out;
}

std::string name_end(const std::string& plain) {
  return plain.size() <= shortest ? plain : plain.substr(plain.size() - shortest);
}

bool one_ends_with_other(const std::string& a, const std::string& b) noexcept {
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return a == b ||
         (shorter.size() > shortest && longer.compare(longer.size() - shorter.size(), shorter.size(), shorter) == 0);
}

}  // namespace gongkai::detail
