// SPDX-License-Identifier: Apache-2.0
#include <gongkai/error.hpp>
#include <gongkai/io/arrow.hpp>
#include <memory>

#include "io/arrow_build.hpp"
#include "io/arrow_view.hpp"
#include "io/fact_fields.hpp"

namespace gongkai {
namespace {

using detail::ArrowView;

template <typename T>
T read(const ArrowView& from, std::int64_t row) {
  if constexpr (detail::IsOptional<T>::value) {
    return from.is_null(row) ? T{} : T{read<typename T::value_type>(from, row)};
  } else {
    if (from.is_null(row)) {
      from.refuse_null(row);
    }
    if constexpr (detail::HasFields<T>::value) {
      const auto member = [&](const auto& field) {
        using Value = std::decay_t<decltype(std::declval<T>().*field.member)>;
        const auto* column = from.member(field.name);
        if constexpr (std::is_default_constructible_v<Value>) {
          if (column == nullptr && !field.needed) {
            return Value{};  // not known of any row
          }
        }
        if (column == nullptr) {
          throw InvalidArgumentError{ErrorCode::unsupported_column, std::string{field.name},
                                     "the column " + std::string{field.name} + " is missing"};
        }
        if constexpr (std::is_same_v<Value, std::string>) {
          if (!field.needed && column->is_null(from.member_row(row))) {
            return Value{};
          }
        }
        return read<Value>(*column, from.member_row(row));
      };
      return std::apply([&](const auto&... field) { return T{member(field)...}; }, detail::Fields<T>::list);
    } else if constexpr (detail::IsVector<T>::value) {
      const auto [begin, end] = from.list(row);
      T out;
      for (auto i = begin; i < end; ++i) {
        out.push_back(read<typename T::value_type>(from.children()[0], i));
      }
      return out;
    } else if constexpr (std::is_same_v<T, std::string>) {
      return from.text(row);
    } else if constexpr (std::is_same_v<T, Conclusion>) {
      if (const auto word = parse_conclusion(from.text(row))) {
        return *word;
      }
      from.refuse("conclusions of a review");
    } else if constexpr (std::is_same_v<T, Date>) {
      const auto day = from.day(row);
      if (day < Date::min_ordinal || day > Date::max_ordinal) {
        from.refuse("days of the years 1 to 9999");
      }
      return Date::from_ordinal(day);
    } else if constexpr (std::is_same_v<T, Decimal>) {
      return from.decimal(row);
    } else if constexpr (std::is_same_v<T, bool>) {
      return from.boolean(row);
    } else {
      const auto number = from.number(row);
      if (number < std::numeric_limits<T>::min() || number > std::numeric_limits<T>::max()) {
        from.refuse("whole numbers of 32 bits");
      }
      return static_cast<T>(number);
    }
  }
}

// Back to the decimals that were printed.
FigureFact to_fact(detail::FigureRow row) {
  while (row.value.decimals < row.decimals && row.value.decimals < detail::arrow_decimals) {
    row.value = {row.value.unscaled * 10, row.value.decimals + 1};
  }
  return {row.year, std::move(row.path), row.value, std::move(row.document), row.opening, std::move(row.events)};
}
template <typename Fact>
Fact to_fact(Fact row) {
  return row;
}

template <typename Struct>
struct Release {
  void operator()(Struct* held) const {
    if (held->release != nullptr) {
      held->release(held);
    }
  }
};
template <typename Struct>
using Owned = std::unique_ptr<Struct, Release<Struct>>;

template <typename Fact>
std::vector<Fact> rows_of(ArrowArrayStream& stream) {
  const auto require = [&](int code) {
    if (code != 0) {
      const char* message = stream.get_last_error(&stream);
      throw InvalidArgumentError{
          ErrorCode::out_of_range, "stream",
          message != nullptr ? message : "the Arrow stream failed: error " + std::to_string(code)};
    }
  };
  ArrowSchema schema{};
  require(stream.get_schema(&stream, &schema));
  const Owned<ArrowSchema> own_schema{&schema};
  std::vector<Fact> out;
  while (true) {
    ArrowArray array{};
    require(stream.get_next(&stream, &array));
    if (array.release == nullptr) {
      return out;
    }
    const Owned<ArrowArray> own_array{&array};
    const ArrowView view{schema, array, {}};
    if (view.kind() != detail::ArrowKind::structure) {
      throw InvalidArgumentError{ErrorCode::unsupported_column, "stream", "a table has columns; this is a single one"};
    }
    for (std::int64_t row = 0; row < view.size(); ++row) {
      out.push_back(to_fact(read<typename detail::RowOf<Fact>::type>(view, row)));
    }
  }
}

}  // namespace

Facts import_arrow(FactTable table, ArrowArrayStream* in, Facts into) {
  if (in == nullptr || in->release == nullptr) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "stream", "the Arrow stream was released or never made"};
  }
  const Owned<ArrowArrayStream> own{in};
  detail::with_list(into, table, [&](auto& list) {
    using Fact = typename std::decay_t<decltype(list)>::value_type;
    list = rows_of<Fact>(*in);
  });
  return into;
}

}  // namespace gongkai
