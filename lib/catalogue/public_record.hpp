// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which records the public may see.

#include <gongkai/catalogue/state.hpp>

#include "catalogue/words.hpp"

namespace gongkai::detail {

/// It went out, was not taken down, and its attribute is still 主动公开; or it is a draft open for comments. A record
/// whose attribute or level of secrecy says otherwise is not shown, whatever was done with it.
[[nodiscard]] inline bool is_public(const RecordState& record) {
  return record.public_data.has_value() && record.mode == mode_proactive &&
         !is_classified(record.public_data->secrecy_state) &&
         (record.stage == RecordStage::published || record.stage == RecordStage::repealed ||
          record.stage == RecordStage::open_for_comment);
}

}  // namespace gongkai::detail
