// SPDX-License-Identifier: Apache-2.0
#pragma once
// The identity of data in the library: FNV-1a of 128 bits. Fast and the same everywhere; identity, not evidence.

#include <cstdint>
#include <string>
#include <string_view>

namespace gongkai::detail {

class ContentHash {
 public:
  /// A field and its end, so that ("ab", "c") and ("a", "bc") differ.
  void add(std::string_view field) noexcept {
    for (const char c : field) {
      mix(static_cast<unsigned char>(c));
    }
    mix(0xFF);  // stands in no UTF-8 text
  }
  void add(std::int64_t value) { add(std::string_view{std::to_string(value)}); }

  /// 32 hexadecimal digits.
  [[nodiscard]] std::string digits() const {
    static constexpr char hex[] = "0123456789abcdef";
    std::string out(32, '0');
    Wide rest = state_;
    for (std::size_t i = out.size(); i-- > 0; rest >>= 4U) {
      out[i] = hex[static_cast<std::size_t>(rest & 15U)];
    }
    return out;
  }

 private:
  __extension__ using Wide = unsigned __int128;

  static constexpr Wide wide(std::uint64_t high, std::uint64_t low) noexcept { return (Wide{high} << 64U) | low; }
  void mix(unsigned char byte) noexcept { state_ = (state_ ^ byte) * wide(0x0000000001000000U, 0x000000000000013BU); }

  Wide state_ = wide(0x6C62272E07BB0142U, 0x62B821756295C58DU);
};

}  // namespace gongkai::detail
