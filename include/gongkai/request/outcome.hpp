// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// One request has one outcome in the report, also where its reply says several things.
///
///     outcome_of_several({"granted", "denied_third_party"}, clock) == "partially_granted"   // R2019 art. 37
///     outcome_of_several({"unable_not_held", "denied_process"}, clock) == "denied_process"  // the order of the form

#include <string>
#include <vector>

#include <gongkai/clock/clock.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// The outcome that counts. Something handed over and something not: `partially_granted` and nothing else (the form
/// says so; R2019 art. 37), but for what is only not held, where the option `granted_and_not_held` decides. Nothing
/// handed over: the first in the order of the form (option `several_grounds`), unless the agency marked one as
/// principal. Empty for none; `InvalidArgumentError` 103 for a word that is no outcome.
[[nodiscard]] GONGKAI_EXPORT std::string outcome_of_several(const std::vector<std::string>& outcomes,
                                                            const Clock& clock, const std::string& principal = {});

}  // namespace gongkai
