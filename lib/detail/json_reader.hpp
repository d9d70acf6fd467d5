// SPDX-License-Identifier: Apache-2.0
#pragma once
// The one door through which JSON enters and leaves. Strict: unknown keys, duplicate keys, wrong types and
// narrowing are errors that name the file and the JSON pointer. No third-party type crosses this header.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/limits.hpp>
#include <gongkai/error.hpp>

namespace gongkai::detail {

/// A JSON value. Objects keep the order of the file.
class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;
  using Value = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

  Json() = default;
  Json(std::nullptr_t) {}                                            // NOLINT(google-explicit-constructor)
  Json(bool value) : value_{value} {}                                // NOLINT(google-explicit-constructor)
  Json(int value) : value_{std::int64_t{value}} {}                   // NOLINT(google-explicit-constructor)
  Json(std::int64_t value) : value_{value} {}                        // NOLINT(google-explicit-constructor)
  Json(double value) : value_{value} {}                              // NOLINT(google-explicit-constructor)
  Json(const char* value) : value_{std::string{value}} {}            // NOLINT(google-explicit-constructor)
  Json(std::string value) : value_{std::move(value)} {}              // NOLINT(google-explicit-constructor)
  Json(std::string_view value) : value_{std::string{value}} {}       // NOLINT(google-explicit-constructor)
  Json(Array value) : value_{std::move(value)} {}                    // NOLINT(google-explicit-constructor)
  Json(Object value) : value_{std::move(value)} {}                   // NOLINT(google-explicit-constructor)

  [[nodiscard]] const Value& value() const noexcept { return value_; }
  [[nodiscard]] Value& value() noexcept { return value_; }

  /// One line, UTF-8 as is, members in order.
  [[nodiscard]] std::string dump() const;

 private:
  Value value_ = nullptr;
};

/// Parses strictly: `ParseError` 201 (syntax, with line:column in the pointer), 203 (duplicate key), 222 (deeper
/// or larger than the limits). `file` is only a name for messages.
[[nodiscard]] Json parse_json(std::string_view bytes, const std::string& file, const ReadLimits& limits = {});

/// A place inside a parsed document: asks for what the schema says and fails with file and pointer.
/// Keeps references: the `Json` and the file name must outlive it.
class JsonCursor {
 public:
  JsonCursor(const Json& value, const std::string& file, std::string pointer = {})
      : value_{&value}, file_{&file}, pointer_{std::move(pointer)} {}

  /// Asserts an object with all `required` and no other than `required` and `optional` keys (204, 202, 205).
  const JsonCursor& object(std::initializer_list<std::string_view> required,
                           std::initializer_list<std::string_view> optional = {}) const;
  /// The members of an object with free keys, in file order.
  [[nodiscard]] std::vector<std::pair<std::string, JsonCursor>> members() const;
  [[nodiscard]] std::vector<JsonCursor> elements() const;
  /// 205 when missing.
  [[nodiscard]] JsonCursor at(std::string_view key) const;
  [[nodiscard]] std::optional<JsonCursor> find(std::string_view key) const;

  /// The value itself.
  [[nodiscard]] const Json& json() const noexcept { return *value_; }
  [[nodiscard]] bool is_null() const noexcept;
  [[nodiscard]] bool is_object() const noexcept;
  [[nodiscard]] bool is_array() const noexcept;
  [[nodiscard]] bool is_string() const noexcept;
  [[nodiscard]] const std::string& string() const;
  [[nodiscard]] bool boolean() const;
  /// 206 outside [low, high].
  [[nodiscard]] std::int64_t integer(std::int64_t low, std::int64_t high) const;
  [[nodiscard]] double number() const;
  [[nodiscard]] std::vector<std::string> strings() const;
  /// A string that is an ISO day (206).
  [[nodiscard]] Date date() const;

  /// Child cursor for messages about an element.
  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }
  [[nodiscard]] const std::string& file() const noexcept { return *file_; }
  [[noreturn]] void fail(ErrorCode code, const std::string& message) const;

 private:
  const Json* value_;
  const std::string* file_;
  std::string pointer_;
};

}  // namespace gongkai::detail
