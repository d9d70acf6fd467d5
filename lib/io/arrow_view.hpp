// SPDX-License-Identifier: Apache-2.0
#pragma once
// Arrow arrays that somebody else made, looked at row by row. What is accepted for a C++ type is wider than what we
// make: other programs have text with long offsets, as views or as a dictionary, and integers of any width.

#include <cstdint>
#include <gongkai/base/decimal.hpp>
#include <gongkai/io/arrow_abi.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::detail {

enum class ArrowKind : std::uint8_t {
  null,
  text,
  long_text,
  text_view,
  dictionary,
  day,
  boolean,
  signed_number,
  unsigned_number,
  decimal,
  list,
  long_list,
  structure,
  other
};

/// One array with its type. The memory is the producer's and must outlive it.
class ArrowView {
 public:
  /// `path` is for messages. 105 for an array that does not fit its own type.
  ArrowView(const ArrowSchema& schema, const ArrowArray& array, std::string path);

  [[nodiscard]] ArrowKind kind() const noexcept { return kind_; }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  [[nodiscard]] std::int64_t size() const noexcept { return array_->length; }
  [[nodiscard]] bool is_null(std::int64_t row) const noexcept;

  // 105 when the type is another; a null must have been asked for before.
  [[nodiscard]] std::string text(std::int64_t row) const;
  [[nodiscard]] std::int64_t number(std::int64_t row) const;
  [[nodiscard]] std::int32_t day(std::int64_t row) const;
  [[nodiscard]] bool boolean(std::int64_t row) const;
  /// At nine decimals; a whole number is one too.
  [[nodiscard]] Decimal decimal(std::int64_t row) const;
  /// First and behind the last row of `children()[0]`.
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> list(std::int64_t row) const;
  /// The row of the members of a structure.
  [[nodiscard]] std::int64_t member_row(std::int64_t row) const noexcept { return array_->offset + row; }
  [[nodiscard]] const ArrowView* member(std::string_view name) const noexcept;
  [[nodiscard]] const std::vector<ArrowView>& children() const noexcept { return children_; }

  [[noreturn]] void refuse(const std::string& wanted) const;
  [[noreturn]] void refuse_null(std::int64_t row) const;

 private:
  template <typename T>
  [[nodiscard]] T value(std::size_t buffer, std::int64_t at) const noexcept;

  ArrowKind kind_ = ArrowKind::other;
  int width_ = 0;  // bytes of a number
  int scale_ = 0;  // of a decimal
  std::string path_;
  std::string name_;
  std::string format_;
  const ArrowArray* array_;
  std::vector<ArrowView> children_;  // of a dictionary its values
};

}  // namespace gongkai::detail
