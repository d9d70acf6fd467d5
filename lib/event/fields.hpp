// SPDX-License-Identifier: Apache-2.0
#pragma once
// The fields of a value, named once: from them come equality, JSON out and JSON in. A type tells its fields by
// specialising `Fields`:
//
//     template <> struct Fields<Returned> {
//       static constexpr std::string_view name = "returned";
//       static constexpr auto list = std::make_tuple(needed("reason", &Returned::reason));
//     };
//
// A type that stands within others has a name as well: it is that of its definition in the JSON Schema.

#include <array>
#include <gongkai/base/date.hpp>
#include <gongkai/base/decimal.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/event/digest.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "detail/json_reader.hpp"

namespace gongkai::detail {

template <typename T>
struct Fields;

template <typename Owner, typename Value>
struct Field {
  std::string_view name;
  Value Owner::*member;
  bool needed;
  std::string_view words;
};

/// Must stand in the JSON. `words` is what a text may say, parted by `|`; `@channel` stands for the members of the
/// rulebook's taxonomy of that name. Without words it is free. The codec reads any text (a history may be irregular);
/// `decide` and the JSON Schema of the events refuse what is no word of the list.
template <typename Owner, typename Value>
constexpr Field<Owner, Value> needed(std::string_view name, Value Owner::*member, std::string_view words = {}) {
  return {name, member, true, words};
}
/// Left out of the JSON when absent or empty.
template <typename Owner, typename Value>
constexpr Field<Owner, Value> maybe(std::string_view name, Value Owner::*member, std::string_view words = {}) {
  return {name, member, false, words};
}

/// How the words of an enumeration are written; specialised with `parse` and `all` beside its type's `Fields`.
template <typename Enum>
struct EnumWords;

template <>
struct EnumWords<Conclusion> {
  static constexpr std::array all{Conclusion::disclose, Conclusion::disclose_in_part, Conclusion::withhold,
                                  Conclusion::refer};
  static std::optional<Conclusion> parse(std::string_view text) { return parse_conclusion(text); }
};

template <typename T, typename = void>
struct HasFields : std::false_type {};
template <typename T>
struct HasFields<T, std::void_t<decltype(Fields<T>::list)>> : std::true_type {};

template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T>
struct IsTextMap : std::false_type {};
template <typename T>
struct IsTextMap<std::map<std::string, T>> : std::true_type {};

template <typename T, typename Visit>
void for_each_field(Visit visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, Fields<T>::list);
}

// ---- equality

template <typename T>
[[nodiscard]] bool same(const T& a, const T& b) {
  if constexpr (HasFields<T>::value) {
    bool out = true;
    for_each_field<T>([&](const auto& field) { out = out && same(a.*field.member, b.*field.member); });
    return out;
  } else if constexpr (IsOptional<T>::value) {
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
  } else if constexpr (IsVector<T>::value) {
    if (a.size() != b.size()) {
      return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!same(a[i], b[i])) {
        return false;
      }
    }
    return true;
  } else {
    return a == b;
  }
}

// ---- out

template <typename T>
[[nodiscard]] bool is_absent(const T& value) {
  if constexpr (HasFields<T>::value) {
    bool out = true;
    for_each_field<T>([&](const auto& field) { out = out && is_absent(value.*field.member); });
    return out;
  } else if constexpr (std::is_same_v<T, bool>) {
    return !value;
  } else if constexpr (IsOptional<T>::value) {
    return !value.has_value();
  } else if constexpr (IsVector<T>::value || IsTextMap<T>::value || std::is_same_v<T, std::string>) {
    return value.empty();
  } else {
    return false;
  }
}

template <typename T>
[[nodiscard]] Json to_json_value(const T& value) {
  if constexpr (HasFields<T>::value) {
    Json::Object out;
    for_each_field<T>([&](const auto& field) {
      const auto& member = value.*field.member;
      if (field.needed || !is_absent(member)) {
        out.emplace_back(std::string{field.name}, to_json_value(member));
      }
    });
    return Json{std::move(out)};
  } else if constexpr (IsOptional<T>::value) {
    return value ? to_json_value(*value) : Json{};
  } else if constexpr (IsVector<T>::value) {
    Json::Array out;
    for (const auto& element : value) {
      out.push_back(to_json_value(element));
    }
    return Json{std::move(out)};
  } else if constexpr (IsTextMap<T>::value) {
    Json::Object out;
    for (const auto& [key, element] : value) {
      out.emplace_back(key, to_json_value(element));
    }
    return Json{std::move(out)};
  } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, ContentDigest> || std::is_same_v<T, Decimal>) {
    return Json{value.to_string()};
  } else if constexpr (std::is_enum_v<T>) {
    return Json{to_string(value)};
  } else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, std::int64_t> || std::is_same_v<T, std::string>) {
    return Json{value};
  } else {
    static_assert(std::is_same_v<T, std::int32_t>, "a field of a type that has no JSON");
    return Json{std::int64_t{value}};
  }
}

// ---- in

template <typename T>
[[nodiscard]] T from_json_value(const JsonCursor& at);

[[nodiscard]] Decimal decimal_from_json(const JsonCursor& at);
[[nodiscard]] ContentDigest digest_from_json(const JsonCursor& at);

template <typename T>
[[nodiscard]] T object_from_json(const JsonCursor& at) {
  for (const auto& [key, value] : at.members()) {
    bool known = false;
    for_each_field<T>([&, name = std::string_view{key}](const auto& field) { known = known || field.name == name; });
    if (!known) {
      value.fail(ErrorCode::json_unknown_key, "unknown key \"" + key + "\"");
    }
  }
  const auto read = [&](const auto& field) {
    using Value = std::decay_t<decltype(std::declval<T>().*field.member)>;
    const auto found = at.find(field.name);
    if (!found && field.needed) {
      at.fail(ErrorCode::json_missing_key, "the key \"" + std::string{field.name} + "\" is missing");
    }
    if constexpr (std::is_default_constructible_v<Value>) {
      return found ? from_json_value<Value>(*found) : Value{};
    } else {
      return from_json_value<Value>(at.at(field.name));
    }
  };
  // Braces: the fields are read in the order in which the type has them.
  return std::apply([&](const auto&... field) { return T{read(field)...}; }, Fields<T>::list);
}

template <typename T>
T from_json_value(const JsonCursor& at) {
  if constexpr (HasFields<T>::value) {
    return object_from_json<T>(at);
  } else if constexpr (IsOptional<T>::value) {
    return at.is_null() ? T{} : T{from_json_value<typename T::value_type>(at)};
  } else if constexpr (IsVector<T>::value) {
    T out;
    for (const auto& element : at.elements()) {
      out.push_back(from_json_value<typename T::value_type>(element));
    }
    return out;
  } else if constexpr (IsTextMap<T>::value) {
    T out;
    for (const auto& [key, element] : at.members()) {
      out.emplace(key, from_json_value<typename T::mapped_type>(element));
    }
    return out;
  } else if constexpr (std::is_same_v<T, Date>) {
    return at.date();
  } else if constexpr (std::is_same_v<T, ContentDigest>) {
    return digest_from_json(at);
  } else if constexpr (std::is_same_v<T, Decimal>) {
    return decimal_from_json(at);
  } else if constexpr (std::is_enum_v<T>) {
    if (const auto found = EnumWords<T>::parse(at.string())) {
      return *found;
    }
    at.fail(ErrorCode::json_bad_value, "\"" + at.string() + "\" is no word of this list");
  } else if constexpr (std::is_same_v<T, bool>) {
    return at.boolean();
  } else if constexpr (std::is_same_v<T, std::string>) {
    return at.string();
  } else if constexpr (std::is_same_v<T, std::int32_t>) {
    return static_cast<std::int32_t>(at.integer(INT32_MIN, INT32_MAX));
  } else {
    static_assert(std::is_same_v<T, std::int64_t>, "a field of a type that has no JSON");
    return at.integer(INT64_MIN, INT64_MAX);
  }
}

template <>
struct Fields<WithheldPart> {
  static constexpr std::string_view name = "withheld_part";
  static constexpr auto list =
      std::make_tuple(needed("part", &WithheldPart::part), needed("ground", &WithheldPart::ground, "@ground"),
                      maybe("article", &WithheldPart::article));
};
template <>
struct Fields<Clearance> {
  static constexpr std::string_view name = "clearance";
  static constexpr auto list =
      std::make_tuple(needed("review", &Clearance::review), needed("day", &Clearance::day),
                      needed("digest", &Clearance::digest), needed("conclusion", &Clearance::conclusion),
                      maybe("redacted_from", &Clearance::redacted_from), maybe("withheld", &Clearance::withheld));
};

}  // namespace gongkai::detail
