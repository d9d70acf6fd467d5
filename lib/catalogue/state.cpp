// SPDX-License-Identifier: Apache-2.0
#include <gongkai/catalogue/state.hpp>

#include <algorithm>
#include <tuple>

#include "catalogue/fields.hpp"
#include "event/words.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 8> stages{{{"not_recorded", "未登记"},
                                              {"drafted", "已形成"},
                                              {"to_publish", "待公开"},
                                              {"held", "不主动公开"},
                                              {"open_for_comment", "征求意见中"},
                                              {"published", "已公开"},
                                              {"repealed", "已公开，已废止"},
                                              {"withdrawn", "已撤下"}}};

auto tied(const PublicationAct& a) { return std::tie(a.channel, a.day, a.url, a.digest, a.review, a.event); }
auto tied(const CommentRound& c) {
  return std::tie(c.opened_on, c.until, c.feedback_on, c.broken_off_on, c.comments, c.adopted);
}
auto tied(const RecordVersion& v) {
  return std::tie(v.created_on, v.in_force_from, v.in_force_to, v.published_on, v.replaced_on, v.formed_event,
                  v.published_event, v.replaced_event);
}
auto tied(const Clarification& c) { return std::tie(c.day, c.record, c.rumour, c.event); }

template <typename T>
bool same_all(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return tied(x) == tied(y); });
}

}  // namespace

bool operator==(const RecordData& a, const RecordData& b) { return detail::same(a, b); }

std::optional<Date> RecordState::created_on() const {
  const bool stated_before = std::any_of(earlier.begin(), earlier.end(), [&](const RecordVersion& version) {
    return version.created_on == data.created_on;
  });
  return stated_before && formed_on ? formed_on : data.created_on;
}

std::optional<bool> RecordState::in_force(Date day) const {
  const auto from = data.in_force_from ? data.in_force_from : data.created_on;
  if (repealed_on && day >= *repealed_on) {
    return false;
  }
  if (data.in_force_to && day > *data.in_force_to) {
    return false;
  }
  return from ? std::optional<bool>{day >= *from} : std::nullopt;
}

const RecordState* Catalogue::find(std::string_view record) const {
  const auto found = records.find(std::string{record});
  return found == records.end() ? nullptr : &found->second;
}

std::string_view to_string(RecordStage stage) noexcept { return detail::word_of(stages, stage).word; }
std::string_view label_zh(RecordStage stage) noexcept { return detail::word_of(stages, stage).label_zh; }

bool operator==(const RecordState& a, const RecordState& b) {
  const auto plain = [](const RecordState& s) {
    return std::tie(s.id, s.stage, s.data, s.public_data, s.index_number, s.mode, s.ground, s.decide_again_on, s.links,
                    s.formed_on, s.published_since_formed, s.first_published_on, s.repealed_on, s.withdrawn_on,
                    s.last_day, s.formed_event, s.repealed_event, s.events, s.findings);
  };
  return plain(a) == plain(b) && same_all(a.acts, b.acts) && same_all(a.comments, b.comments) &&
         same_all(a.clarifications, b.clarifications) && same_all(a.earlier, b.earlier);
}

}  // namespace gongkai
