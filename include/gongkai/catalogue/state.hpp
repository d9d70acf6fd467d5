// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Where the records of a catalogue stand. A state is what its events come to; nothing of it is stored.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/finding.hpp>
#include <gongkai/catalogue/record.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// In the order of the stages of `catalogue_graph()`.
enum class RecordStage : std::uint8_t {
  not_recorded,      ///< 未登记
  drafted,           ///< 已形成，未定属性
  to_publish,        ///< 主动公开，待公开
  held,              ///< 依申请公开或者不予公开
  open_for_comment,  ///< 公开征求意见
  published,         ///< 已公开
  repealed,          ///< 已公开，已废止
  withdrawn          ///< 已撤下
};

/// One act of publication.
struct PublicationAct {
  std::string channel;
  Date day;
  std::string url;
  std::optional<ContentDigest> digest;  ///< of what went out
  std::string review;                   ///< id of the review that cleared it; empty: none is told
  std::int64_t event = 0;
};

/// What is held about comments on a draft.
struct CommentRound {
  Date opened_on;
  std::optional<Date> until;
  std::optional<Date> feedback_on;
  std::optional<Date> broken_off_on;  ///< the draft was taken down while comments were open
  std::int64_t comments = 0;
  std::int64_t adopted = 0;
};

/// A clarification that the record makes.
struct Clarification {
  Date day;
  std::string record;
  std::string rumour;
  std::int64_t event = 0;
};

/// The information as it was before it changed (变更): of a normative document one repealed, another issued.
struct RecordVersion {
  std::optional<Date> created_on;  ///< of a change that names no new 成文日期 the day of the change
  std::optional<Date> in_force_from;
  std::optional<Date> in_force_to;
  std::optional<Date> published_on;  ///< its first act
  Date replaced_on;
  std::int64_t formed_event = 0;
  std::int64_t published_event = 0;
  std::int64_t replaced_event = 0;
};

/// Values only; made by `apply` and `replay` (catalogue/transitions.hpp).
struct RecordState {
  explicit RecordState(std::string record_id) : id{std::move(record_id)} {}

  std::string id;
  RecordStage stage = RecordStage::not_recorded;
  RecordData data;                        ///< as it stands
  std::optional<RecordData> public_data;  ///< as it was when it last went out
  std::string index_number;
  std::string mode;  ///< `disclosure_mode`; empty: not decided
  std::string ground;
  std::optional<Date> decide_again_on;
  std::vector<RecordLink> links;
  std::vector<PublicationAct> acts;
  std::vector<CommentRound> comments;
  std::vector<Clarification> clarifications;
  std::optional<Date> formed_on;               ///< formed or last changed: the limit counts from the day after
  std::optional<Date> published_since_formed;  ///< first act since then
  std::optional<Date> first_published_on;
  std::optional<Date> repealed_on;
  std::optional<Date> withdrawn_on;
  std::optional<Date> last_day;        ///< of the last event
  std::vector<RecordVersion> earlier;  ///< oldest first
  std::int64_t formed_event = 0;       ///< by which it was formed or last changed
  std::int64_t repealed_event = 0;
  std::vector<std::int64_t> events;
  std::vector<Finding> findings;

  /// 成文日期 of what stands: as stated, but for a change that names no new one the day of the change.
  [[nodiscard]] GONGKAI_EXPORT std::optional<Date> created_on() const;
  /// It holds on a day: from its effective day, else 成文日期, until the end of its time or its repeal; that day no
  /// more. `nullopt` when neither day is known.
  [[nodiscard]] GONGKAI_EXPORT std::optional<bool> in_force(Date day) const;
};

/// All records of an office, by id.
struct Catalogue {
  std::map<std::string, RecordState> records;
  std::map<std::string, std::string> by_index_number;  ///< index number → record

  [[nodiscard]] GONGKAI_EXPORT const RecordState* find(std::string_view record) const;
};

[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(RecordStage stage) noexcept;
/// 未登记, 已形成, …
[[nodiscard]] GONGKAI_EXPORT std::string_view label_zh(RecordStage stage) noexcept;
[[nodiscard]] GONGKAI_EXPORT bool operator==(const RecordState& a, const RecordState& b);
[[nodiscard]] inline bool operator!=(const RecordState& a, const RecordState& b) { return !(a == b); }

}  // namespace gongkai
