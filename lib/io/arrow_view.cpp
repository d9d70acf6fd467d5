// SPDX-License-Identifier: Apache-2.0
#include "io/arrow_view.hpp"

#include <cstring>
#include <gongkai/error.hpp>
#include <utility>

#include "detail/int128.hpp"
#include "io/arrow_build.hpp"

namespace gongkai::detail {
namespace {

struct Type {
  ArrowKind kind = ArrowKind::other;
  int width = 0;
  int scale = 0;
  std::int64_t buffers = 0;   // at least
  std::int64_t children = 0;  // at least
};

Type type_of(std::string_view format) {
  static constexpr std::pair<std::string_view, Type> known[] = {{"n", {ArrowKind::null, 0, 0, 0, 0}},
                                                                {"u", {ArrowKind::text, 0, 0, 3, 0}},
                                                                {"U", {ArrowKind::long_text, 0, 0, 3, 0}},
                                                                {"vu", {ArrowKind::text_view, 0, 0, 2, 0}},
                                                                {"tdD", {ArrowKind::day, 4, 0, 2, 0}},
                                                                {"b", {ArrowKind::boolean, 0, 0, 2, 0}},
                                                                {"c", {ArrowKind::signed_number, 1, 0, 2, 0}},
                                                                {"s", {ArrowKind::signed_number, 2, 0, 2, 0}},
                                                                {"i", {ArrowKind::signed_number, 4, 0, 2, 0}},
                                                                {"l", {ArrowKind::signed_number, 8, 0, 2, 0}},
                                                                {"C", {ArrowKind::unsigned_number, 1, 0, 2, 0}},
                                                                {"S", {ArrowKind::unsigned_number, 2, 0, 2, 0}},
                                                                {"I", {ArrowKind::unsigned_number, 4, 0, 2, 0}},
                                                                {"L", {ArrowKind::unsigned_number, 8, 0, 2, 0}},
                                                                {"+l", {ArrowKind::list, 0, 0, 2, 1}},
                                                                {"+L", {ArrowKind::long_list, 0, 0, 2, 1}},
                                                                {"+s", {ArrowKind::structure, 0, 0, 1, 0}}};
  for (const auto& [name, type] : known) {
    if (name == format) {
      return type;
    }
  }
  // d:precision,scale with 128 bits.
  if (format.substr(0, 2) == "d:") {
    const auto comma = format.find(',');
    const auto scale = comma == std::string_view::npos ? std::string_view{} : format.substr(comma + 1);
    if (scale.size() == 1 && scale[0] >= '0' && scale[0] <= '9') {
      return {ArrowKind::decimal, 16, scale[0] - '0', 2, 0};
    }
  }
  return {};
}

}  // namespace

ArrowView::ArrowView(const ArrowSchema& schema, const ArrowArray& array, std::string path)
    : path_{std::move(path)}, name_{schema.name == nullptr ? "" : schema.name}, format_{schema.format}, array_{&array} {
  auto type = type_of(format_);
  const auto broken = [&](const std::string& what) {
    throw InvalidArgumentError{ErrorCode::unsupported_column, path_, path_ + ": " + what};
  };
  if (array.length < 0 || array.offset < 0 || array.n_buffers < type.buffers || array.n_children < type.children ||
      array.n_children != schema.n_children) {
    broken("an Arrow array that does not fit its type '" + format_ + "'");
  }
  // Of no rows nothing need be there.
  for (std::int64_t i = 1; i < type.buffers && array.length > 0; ++i) {
    const bool may_be_empty = type.kind == ArrowKind::text || type.kind == ArrowKind::long_text ? i == 2 : false;
    if (array.buffers[i] == nullptr && !may_be_empty) {
      broken("an Arrow array without its memory");
    }
  }
  width_ = type.width;
  scale_ = type.scale;
  kind_ = type.kind;
  if (schema.dictionary != nullptr) {
    if ((type.kind != ArrowKind::signed_number && type.kind != ArrowKind::unsigned_number) ||
        array.dictionary == nullptr) {
      broken("a dictionary whose keys are no numbers");
    }
    children_.emplace_back(*schema.dictionary, *array.dictionary, path_);
    return;
  }
  if (type.kind == ArrowKind::list || type.kind == ArrowKind::long_list || type.kind == ArrowKind::structure) {
    for (std::int64_t i = 0; i < array.n_children; ++i) {
      const char* name = schema.children[i]->name;
      const bool named = type.kind == ArrowKind::structure && name != nullptr && *name != '\0';
      children_.emplace_back(*schema.children[i], *array.children[i],
                             named ? (path_.empty() ? name : path_ + "." + name) : path_);
    }
  }
}

template <typename T>
T ArrowView::value(std::size_t buffer, std::int64_t at) const noexcept {
  T out;
  std::memcpy(&out,
              static_cast<const std::uint8_t*>(array_->buffers[buffer]) + static_cast<std::size_t>(at) * sizeof(T),
              sizeof(T));
  return out;
}

bool ArrowView::is_null(std::int64_t row) const noexcept {
  if (kind_ == ArrowKind::null) {
    return true;
  }
  const auto at = static_cast<std::size_t>(array_->offset + row);
  const auto* bits = array_->n_buffers > 0 ? static_cast<const std::uint8_t*>(array_->buffers[0]) : nullptr;
  if (bits != nullptr && array_->null_count != 0 && ((bits[at / 8] >> (at % 8)) & 1U) == 0) {
    return true;
  }
  // A key may lead to a value that is null.
  return !children_.empty() && kind_ != ArrowKind::list && kind_ != ArrowKind::long_list &&
         kind_ != ArrowKind::structure && children_[0].is_null(number(row));
}

std::int64_t ArrowView::number(std::int64_t row) const {
  const auto at = array_->offset + row;
  if (kind_ == ArrowKind::signed_number) {
    switch (width_) {
      case 1:
        return value<std::int8_t>(1, at);
      case 2:
        return value<std::int16_t>(1, at);
      case 4:
        return value<std::int32_t>(1, at);
      default:
        return value<std::int64_t>(1, at);
    }
  }
  if (kind_ == ArrowKind::unsigned_number) {
    switch (width_) {
      case 1:
        return value<std::uint8_t>(1, at);
      case 2:
        return value<std::uint16_t>(1, at);
      case 4:
        return value<std::uint32_t>(1, at);
      default: {
        const auto wide = value<std::uint64_t>(1, at);
        if (wide <= static_cast<std::uint64_t>(INT64_MAX)) {
          return static_cast<std::int64_t>(wide);
        }
      }
    }
  }
  refuse("whole numbers of at most 64 bits");
}

std::string ArrowView::text(std::int64_t row) const {
  const auto at = array_->offset + row;
  const auto cut = [&](std::int64_t begin, std::int64_t end) {
    return begin == end ? std::string{}
                        : std::string(static_cast<const char*>(array_->buffers[2]) + begin,
                                      static_cast<std::size_t>(end - begin));
  };
  if (!children_.empty() && (kind_ == ArrowKind::signed_number || kind_ == ArrowKind::unsigned_number)) {
    const auto key = number(row);
    if (key < 0 || key >= children_[0].size()) {
      refuse("keys of its own dictionary");
    }
    return children_[0].text(key);
  }
  if (kind_ == ArrowKind::text) {
    return cut(value<std::int32_t>(1, at), value<std::int32_t>(1, at + 1));
  }
  if (kind_ == ArrowKind::long_text) {
    return cut(value<std::int64_t>(1, at), value<std::int64_t>(1, at + 1));
  }
  if (kind_ == ArrowKind::text_view) {
    // 16 bytes: length; then up to 12 bytes of text, or 4 of them, the buffer and the place in it.
    const auto* view = static_cast<const char*>(array_->buffers[1]) + static_cast<std::size_t>(at) * 16;
    std::int32_t parts[4];
    std::memcpy(parts, view, sizeof(parts));
    if (parts[0] <= 12) {
      return {view + 4, static_cast<std::size_t>(parts[0])};
    }
    return {static_cast<const char*>(array_->buffers[2 + parts[2]]) + parts[3], static_cast<std::size_t>(parts[0])};
  }
  refuse("text");
}

std::int32_t ArrowView::day(std::int64_t row) const {
  if (kind_ != ArrowKind::day) {
    refuse("days (date32)");
  }
  return value<std::int32_t>(1, array_->offset + row);
}

bool ArrowView::boolean(std::int64_t row) const {
  if (kind_ != ArrowKind::boolean) {
    refuse("booleans");
  }
  const auto at = static_cast<std::size_t>(array_->offset + row);
  return ((static_cast<const std::uint8_t*>(array_->buffers[1])[at / 8] >> (at % 8)) & 1U) != 0;
}

Decimal ArrowView::decimal(std::int64_t row) const {
  Int128 scaled = 0;
  if (kind_ == ArrowKind::decimal) {
    scaled = value<Int128>(1, array_->offset + row);
  } else if (kind_ == ArrowKind::signed_number || kind_ == ArrowKind::unsigned_number) {
    scaled = number(row);
  } else {
    refuse("decimals of 128 bits");
  }
  int decimals = kind_ == ArrowKind::decimal ? scale_ : 0;
  // As few decimals as say it.
  while (decimals > 0 && scaled % 10 == 0) {
    scaled /= 10;
    --decimals;
  }
  if (scaled > INT64_MAX || scaled < INT64_MIN) {
    refuse("decimals that fit 64 bits");
  }
  return {static_cast<std::int64_t>(scaled), decimals};
}

std::pair<std::int64_t, std::int64_t> ArrowView::list(std::int64_t row) const {
  const auto at = array_->offset + row;
  if (kind_ == ArrowKind::list) {
    return {value<std::int32_t>(1, at), value<std::int32_t>(1, at + 1)};
  }
  if (kind_ == ArrowKind::long_list) {
    return {value<std::int64_t>(1, at), value<std::int64_t>(1, at + 1)};
  }
  refuse("lists");
}

const ArrowView* ArrowView::member(std::string_view name) const noexcept {
  for (const auto& child : children_) {
    if (child.name_ == name) {
      return &child;
    }
  }
  return nullptr;
}

void ArrowView::refuse(const std::string& wanted) const {
  throw InvalidArgumentError{ErrorCode::unsupported_column, path_,
                             "the column " + path_ + " must hold " + wanted + ", not the Arrow type '" + format_ + "'"};
}
void ArrowView::refuse_null(std::int64_t row) const {
  throw InvalidArgumentError{ErrorCode::unsupported_column, path_,
                             "the column " + path_ + " has no value in row " + std::to_string(row)};
}

}  // namespace gongkai::detail
