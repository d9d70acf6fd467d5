// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Facts as Arrow tables, out and in, through the C stream interface: pandas, Polars, DuckDB, R and Spark read them
/// without copying, and the library needs nothing of Arrow.
///
///     ArrowArrayStream stream;                                      // gongkai/io/arrow_abi.hpp, or Arrow's own
///     export_arrow(facts, FactTable::requests, &stream);            // the receiver releases it
///     facts = import_arrow(FactTable::requests, &stream, std::move(facts));
///
/// One row for each fact, columns by the names of the members: text as `utf8`, days as `date32`, numbers as `int64` or
/// `int32`, decimals as `decimal128(38, 9)` beside the decimals that were printed, events as `list<int64>`, classes as
/// `list<struct<scheme, code>>`. Empty text that means *unknown* is null.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/export.hpp>
#include <gongkai/facts/fact.hpp>

struct ArrowArrayStream;

namespace gongkai {

/// Which of the lists of `Facts`.
enum class FactTable : std::uint8_t { requests, remedies, publications, reviews, fees, figures, inquiries };

/// In the order of the enumerators.
[[nodiscard]] GONGKAI_EXPORT std::vector<FactTable> fact_tables();
/// `requests`, `remedies`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(FactTable table) noexcept;
/// The names of the columns.
[[nodiscard]] GONGKAI_EXPORT std::vector<std::string> fact_columns(FactTable table);

/// Fills `out` with a stream of the table, in batches of at most 65536 rows. The stream owns what it shows; `out` must
/// not hold another stream.
GONGKAI_EXPORT void export_arrow(const Facts& facts, FactTable table, ArrowArrayStream* out);

/// `into` with its list replaced by the rows of the stream, which is released. Columns are found by name, whatever
/// their order; others are left alone. Text may be `utf8`, `large_utf8`, `utf8_view` or a dictionary of them, lists may
/// be large, integers of any width. A column that may be null may be missing. `InvalidArgumentError` 105 for one that is
/// missing, of another type, or null where there must be a value (column and row are named); 103 for a stream that fails or was released.
[[nodiscard]] GONGKAI_EXPORT Facts import_arrow(FactTable table, ArrowArrayStream* in, Facts into = {});

}  // namespace gongkai
