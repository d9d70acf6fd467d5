// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Columns: contiguous memory that somebody else owns. A `Span` is values; a `Column` is values with the
/// Arrow idea of missing ones (a bitmap, least significant bit first, 1 = there; absent = all there).

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace gongkai {

/// `size` values from `data` on. Does not own them. Cheap to copy.
template <typename T>
class Span {
 public:
  constexpr Span() noexcept = default;
  constexpr Span(T* data, std::size_t size) noexcept : data_{data}, size_{size} {}
  /// Any contiguous container of T (vector, array, another span).
  template <typename Container,
            typename = std::enable_if_t<std::is_convertible<decltype(std::declval<Container&>().data()), T*>::value>>
  constexpr Span(Container& container) noexcept  // NOLINT(google-explicit-constructor): a view
      : data_{container.data()}, size_{container.size()} {}

  [[nodiscard]] constexpr T* data() const noexcept { return data_; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr T& operator[](std::size_t i) const noexcept { return data_[i]; }
  [[nodiscard]] constexpr T* begin() const noexcept { return data_; }
  [[nodiscard]] constexpr T* end() const noexcept { return data_ + size_; }

 private:
  T* data_ = nullptr;
  std::size_t size_ = 0;
};

/// A read-only column: values, and where some may be missing, the validity bitmap with its first bit's offset.
template <typename T>
class Column {
 public:
  constexpr explicit Column(Span<const T> values, const std::uint8_t* validity = nullptr,
                            std::size_t validity_offset = 0) noexcept
      : values_{values}, validity_{validity}, validity_offset_{validity_offset} {}

  [[nodiscard]] constexpr Span<const T> values() const noexcept { return values_; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return values_.size(); }
  /// Whether a bitmap is there at all.
  [[nodiscard]] constexpr bool may_have_nulls() const noexcept { return validity_ != nullptr; }
  /// The bitmap, or null; bit `validity_offset() + i` is that of row i.
  [[nodiscard]] constexpr const std::uint8_t* validity() const noexcept { return validity_; }
  [[nodiscard]] constexpr std::size_t validity_offset() const noexcept { return validity_offset_; }
  [[nodiscard]] constexpr bool is_valid(std::size_t i) const noexcept {
    const std::size_t bit = validity_offset_ + i;
    return validity_ == nullptr || ((validity_[bit >> 3] >> (bit & 7)) & 1U) != 0;
  }

 private:
  Span<const T> values_;
  const std::uint8_t* validity_;
  std::size_t validity_offset_;
};

}  // namespace gongkai
