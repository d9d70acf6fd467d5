// SPDX-License-Identifier: Apache-2.0
// Whatever the strict reader accepts, it writes so that it reads the same value again.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "detail/json_reader.hpp"

namespace {

using gongkai::detail::Json;

bool same(const Json& a, const Json& b) {
  if (a.value().index() != b.value().index()) {
    return false;
  }
  if (const auto* array = std::get_if<Json::Array>(&a.value())) {
    const auto& other = std::get<Json::Array>(b.value());
    if (array->size() != other.size()) {
      return false;
    }
    for (std::size_t i = 0; i < array->size(); ++i) {
      if (!same((*array)[i], other[i])) {
        return false;
      }
    }
    return true;
  }
  if (const auto* object = std::get_if<Json::Object>(&a.value())) {
    const auto& other = std::get<Json::Object>(b.value());
    if (object->size() != other.size()) {
      return false;
    }
    for (std::size_t i = 0; i < object->size(); ++i) {
      if ((*object)[i].first != other[i].first || !same((*object)[i].second, other[i].second)) {
        return false;
      }
    }
    return true;
  }
  if (const auto* value = std::get_if<bool>(&a.value())) {
    return *value == std::get<bool>(b.value());
  }
  if (const auto* value = std::get_if<std::int64_t>(&a.value())) {
    return *value == std::get<std::int64_t>(b.value());
  }
  if (const auto* value = std::get_if<double>(&a.value())) {
    return !(*value < std::get<double>(b.value())) && !(*value > std::get<double>(b.value()));
  }
  if (const auto* value = std::get_if<std::string>(&a.value())) {
    return *value == std::get<std::string>(b.value());
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  Json first;
  try {
    first = gongkai::detail::parse_json(bytes, "fuzz");
  } catch (const gongkai::Error&) {
    return 0;  // refused, and said so
  }
  const std::string written = first.dump();
  const Json second = gongkai::detail::parse_json(written, "dump");
  if (!same(first, second) || second.dump() != written) {
    std::fprintf(stderr, "not the same after writing and reading:\n%s\n%s\n", bytes.c_str(), written.c_str());
    std::abort();
  }
  return 0;
}
