// SPDX-License-Identifier: Apache-2.0
#pragma once
// Arrow arrays under construction, by C++ type. Recursive: a list holds the array of its elements, a struct those of
// its members.

#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongkai/error.hpp>

#include "detail/int128.hpp"
#include "event/fields.hpp"

namespace gongkai::detail {

using Bytes = std::vector<std::uint8_t>;

struct ArrowData {
  std::string format;
  std::string name;
  bool nullable = false;
  std::int64_t length = 0;
  std::int64_t null_count = 0;
  Bytes validity;              ///< bits; kept for nullable arrays only
  std::vector<Bytes> buffers;  ///< after the validity
  std::vector<ArrowData> children;
};

template <typename T>
void put_bytes(Bytes& bytes, const T& value) {
  const auto at = bytes.size();
  bytes.resize(at + sizeof(T));
  std::memcpy(bytes.data() + at, &value, sizeof(T));
}

inline void put_bit(Bytes& bits, std::int64_t position, bool value) {
  const auto at = static_cast<std::size_t>(position);
  if (at / 8 == bits.size()) {
    bits.push_back(0);
  }
  if (value) {
    bits[at / 8] = static_cast<std::uint8_t>(bits[at / 8] | (1U << (at % 8)));
  }
}

/// Offsets are 32 bits wide; a batch is too short to need more, unless a text is absurd.
inline void put_offset(Bytes& offsets, std::size_t end) {
  if (end > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "facts", "more than 2 GB of text in 65536 rows"};
  }
  put_bytes(offsets, static_cast<std::int32_t>(end));
}

inline constexpr int arrow_decimals = 9;

/// The empty array of a type.
template <typename T>
[[nodiscard]] ArrowData arrow_of(std::string_view name, bool nullable) {
  ArrowData out;
  out.name = name;
  out.nullable = nullable;
  if constexpr (IsOptional<T>::value) {
    out = arrow_of<typename T::value_type>(name, true);
  } else if constexpr (HasFields<T>::value) {
    out.format = "+s";
    for_each_field<T>([&](const auto& field) {
      using Value = std::decay_t<decltype(std::declval<T>().*field.member)>;
      out.children.push_back(arrow_of<Value>(field.name, !field.needed));
    });
  } else if constexpr (IsVector<T>::value) {
    out.format = "+l";
    out.buffers.resize(1);
    put_offset(out.buffers[0], 0);
    out.children.push_back(arrow_of<typename T::value_type>("item", false));
  } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Conclusion>) {
    out.format = "u";
    out.buffers.resize(2);
    put_offset(out.buffers[0], 0);
  } else {
    out.buffers.resize(1);
    out.format = std::is_same_v<T, Date>           ? "tdD"
                 : std::is_same_v<T, Decimal>      ? "d:38,9"
                 : std::is_same_v<T, bool>         ? "b"
                 : std::is_same_v<T, std::int32_t> ? "i"
                                                   : "l";
  }
  return out;
}

template <typename T>
void append(ArrowData& to, const T& value);

/// A row that is not known; what lies below it does not count.
template <typename T>
void append_null(ArrowData& to) {
  if constexpr (std::is_same_v<T, Date>) {
    append(to, Date::from_ordinal(0));
  } else {
    append(to, T{});
  }
  const auto at = static_cast<std::size_t>(to.length - 1);
  to.validity[at / 8] = static_cast<std::uint8_t>(to.validity[at / 8] & ~(1U << (at % 8)));
  ++to.null_count;
}

template <typename T>
void append(ArrowData& to, const T& value) {
  if constexpr (IsOptional<T>::value) {
    value ? append(to, *value) : append_null<typename T::value_type>(to);
  } else {
    if (to.nullable) {
      put_bit(to.validity, to.length, true);
    }
    if constexpr (HasFields<T>::value) {
      std::size_t child = 0;
      for_each_field<T>([&](const auto& field) {
        const auto& member = value.*field.member;
        using Value = std::decay_t<decltype(member)>;
        if constexpr (std::is_same_v<Value, std::string>) {
          // Empty text that means unknown is no text.
          if (!field.needed && member.empty()) {
            append_null<Value>(to.children[child++]);
            return;
          }
        }
        append(to.children[child++], member);
      });
    } else if constexpr (IsVector<T>::value) {
      for (const auto& element : value) {
        append(to.children[0], element);
      }
      put_offset(to.buffers[0], static_cast<std::size_t>(to.children[0].length));
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, Conclusion>) {
      std::string_view text;
      if constexpr (std::is_same_v<T, Conclusion>) {
        text = to_string(value);
      } else {
        text = value;
      }
      to.buffers[1].insert(to.buffers[1].end(), text.begin(), text.end());
      put_offset(to.buffers[0], to.buffers[1].size());
    } else if constexpr (std::is_same_v<T, Date>) {
      put_bytes(to.buffers[0], static_cast<std::int32_t>(value.to_ordinal()));
    } else if constexpr (std::is_same_v<T, Decimal>) {
      Int128 scaled = value.unscaled;
      for (int i = value.decimals; i < arrow_decimals; ++i) {
        scaled *= 10;
      }
      put_bytes(to.buffers[0], scaled);
    } else if constexpr (std::is_same_v<T, bool>) {
      put_bit(to.buffers[0], to.length, value);
    } else {
      put_bytes(to.buffers[0], value);
    }
    ++to.length;
  }
}

}  // namespace gongkai::detail
