// SPDX-License-Identifier: Apache-2.0
#pragma once
// The JSON Schema of a module's events, from the lists of fields that the codec reads and writes by and from the
// rulebook's taxonomies: what the schema says and what the codec does cannot drift apart.

#include <gongkai/event/stages.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "event/fields.hpp"

namespace gongkai::detail {

/// The definitions of a schema, each once, in the order in which they are asked for.
class SchemaParts {
 public:
  explicit SchemaParts(const Rulebook& rulebook) : rulebook_{&rulebook} {}

  /// A value of the type; `words` are those of its field.
  template <typename T>
  [[nodiscard]] Json of(std::string_view words = {}) {
    if constexpr (HasFields<T>::value) {
      return part<T>();
    } else if constexpr (IsOptional<T>::value) {
      return Json::Object{{"anyOf", Json::Array{of<typename T::value_type>(words), Json::Object{{"type", "null"}}}}};
    } else if constexpr (IsVector<T>::value) {
      return Json::Object{{"type", "array"}, {"items", of<typename T::value_type>(words)}};
    } else if constexpr (IsTextMap<T>::value) {
      return Json::Object{{"type", "object"}, {"additionalProperties", of<typename T::mapped_type>(words)}};
    } else if constexpr (std::is_same_v<T, Date>) {
      return named("date");
    } else if constexpr (std::is_same_v<T, ContentDigest>) {
      return named("digest");
    } else if constexpr (std::is_same_v<T, Decimal>) {
      return named("decimal");
    } else if constexpr (std::is_enum_v<T>) {
      return Json::Object{{"enum", enumerators<T>()}};
    } else if constexpr (std::is_same_v<T, bool>) {
      return Json::Object{{"type", "boolean"}};
    } else if constexpr (std::is_same_v<T, std::string>) {
      return text(words);
    } else {
      return integer(std::is_same_v<T, std::int32_t>);
    }
  }

  /// An object of the fields, as it stands in its place.
  template <typename T>
  [[nodiscard]] Json fields() {
    Json::Object properties;
    Json::Array required;
    for_each_field<T>([&](const auto& field) {
      using Value = std::decay_t<decltype(std::declval<T>().*field.member)>;
      properties.emplace_back(std::string{field.name}, of<Value>(field.words));
      if (field.needed) {
        required.emplace_back(field.name);
      }
    });
    Json::Object out{{"type", "object"}, {"additionalProperties", false}};
    if (!required.empty()) {
      out.emplace_back("required", std::move(required));
    }
    out.emplace_back("properties", std::move(properties));
    return out;
  }

  void add(std::string name, Json definition) { definitions_.emplace_back(std::move(name), std::move(definition)); }
  [[nodiscard]] Json::Object take() { return std::move(definitions_); }

 private:
  template <typename T>
  [[nodiscard]] Json part() {
    std::string name{Fields<T>::name};
    if (!has(name)) {
      add(name, fields<T>());
    }
    return reference(name);
  }
  template <typename T>
  [[nodiscard]] static Json::Array enumerators() {
    Json::Array out;
    for (const auto value : EnumWords<T>::all) {
      out.emplace_back(to_string(value));
    }
    return out;
  }

  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] static Json reference(std::string_view name);
  [[nodiscard]] Json named(std::string_view name);
  [[nodiscard]] Json text(std::string_view words);
  [[nodiscard]] static Json integer(bool small);

  const Rulebook* rulebook_;
  Json::Object definitions_;
};

/// One event of a module: its name there, what offices call it, the definition of its content.
struct EventPart {
  std::string_view name;
  std::string_view label_zh;
  Json data;
};
/// The whole schema, readable, with a line break at the end.
[[nodiscard]] std::string schema_text(std::string_view module, std::string_view title, std::vector<EventPart> events,
                                      SchemaParts parts);

template <typename Action, std::size_t... I>
[[nodiscard]] std::vector<EventPart> event_parts(const StageGraph& graph, SchemaParts& parts,
                                                 std::index_sequence<I...> /*all*/) {
  const auto label = [&](std::size_t i) {
    return i < graph.actions().size() ? graph.actions()[i].label_zh : std::string_view{};
  };
  std::vector<EventPart> out;
  (out.push_back({Fields<std::variant_alternative_t<I, Action>>::name, label(I),
                  parts.fields<std::variant_alternative_t<I, Action>>()}),
   ...);
  return out;
}

/// `graph` names the actions, which come first among the alternatives of `Action` and in its order.
template <typename Action>
[[nodiscard]] std::string event_schema(const StageGraph& graph, std::string_view module, const Rulebook& rulebook) {
  SchemaParts parts{rulebook};
  auto events = event_parts<Action>(graph, parts, std::make_index_sequence<std::variant_size_v<Action>>{});
  return schema_text(module, graph.title(), std::move(events), std::move(parts));
}

}  // namespace gongkai::detail
