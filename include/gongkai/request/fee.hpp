// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Fees (信息处理费, 国办函〔2020〕109号; before 2017-04-01 cost fees, 成本费用). Exact money; a clear refusal where no
/// tariff is in force: between 2017-04-01 and 2019-05-14 nothing may be charged, between 2019-05-15 and 2020-12-31
/// nothing can be computed.
///
///     fee_per_item(rulebook, {2021, 3, 4}, 31) == Money::from_major(200, Currency::cny());   // the 31st of the month
///     fee_per_page(rulebook, {2021, 3, 4}, 68) == Money::from_major(380, Currency::cny());

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/money.hpp>
#include <gongkai/clock/options.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/state.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// What the `position`-th request of one applicant in one month costs (按件计收). `NotFoundError` 403 where no tariff
/// is in force on the day of submission; `InvalidArgumentError` 103 for a position below 1.
[[nodiscard]] GONGKAI_EXPORT Money fee_per_item(const Rulebook& rulebook, Date submitted_on, std::int64_t position);
/// What so many pages of one request cost (按量计收). 403; 103 for a negative number.
[[nodiscard]] GONGKAI_EXPORT Money fee_per_page(const Rulebook& rulebook, Date submitted_on, std::int64_t pages);
/// Cost fees under R2008: the sum over rules and numbers, `{{"cost_search", 1}, {"cost_copy_a4", 12}}`. Tariffs are
/// local: a national rulebook states none (403).
[[nodiscard]] GONGKAI_EXPORT Money cost_fee(const Rulebook& rulebook, Date submitted_on,
                                            const std::vector<std::pair<std::string, std::int64_t>>& items);

/// The place of a request among those of the same applicant in the same calendar month, by day of submission (or of
/// receipt, as `options.fee_month` says), then in order of id. Requests split off count, the letter that was split does
/// not; those that end as 不予处理 count. `NotFoundError` 402 for an unknown request; `InvalidArgumentError` 103 when
/// its applicant or its day is not known.
[[nodiscard]] GONGKAI_EXPORT std::int64_t month_position(const RequestRegister& requests, const std::string& request,
                                                         const Options& options);

}  // namespace gongkai
