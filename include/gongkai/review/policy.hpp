// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// How an office reviews before it discloses (保密审查 / 公开审查, R2019 art. 17): an ordered list of stages, who
/// decides each, until when, and what follows when he does not. A policy is data
/// (rules/<country>/review-policies/*.json); the number of stages is nowhere in the code.
///
///     const auto policies = ReviewPolicies::builtin("CN");
///     policies.at("town_three_stages").stages().front().role == "section_head"   // 科室负责人

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/period.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// What follows when a stage is not decided in time.
enum class OnTimeout : std::uint8_t {
  block,     ///< the review waits, and is overdue
  escalate,  ///< the next stage decides without it
  approve    ///< silence is consent (默认同意): only where the caller opts in (`ReviewSilence::is_consent`)
};

/// One stage.
struct ReviewStagePolicy {
  std::string stage;     ///< its id
  std::string role;      ///< whose it is
  std::string label_zh;  ///< 科室负责人审核
  bool required = true;  ///< an optional stage may be passed over
  std::optional<WorkingDays> limit;
  OnTimeout on_timeout = OnTimeout::block;
};

/// How doubt is settled among the office's own (会商).
struct ConsultationPolicy {
  std::vector<std::string> roles;       ///< whose opinions count
  std::int32_t quorum = 1;              ///< so many persons
  std::vector<std::string> must_speak;  ///< roles without which nothing is concluded
  bool unanimous = false;               ///< otherwise more than half of the opinions
};

/// Immutable; a cheap handle.
class GONGKAI_EXPORT ReviewPolicy {
 public:
  /// `RulebookError` 304 with file and pointer: no stage, two of one id, a last stage that is optional or escalates,
  /// a silence that consents without `"silence_citation"`.
  [[nodiscard]] static ReviewPolicy parse(std::string_view bytes, const std::string& file);

  [[nodiscard]] const std::string& id() const noexcept;
  [[nodiscard]] const std::string& title_zh() const noexcept;
  [[nodiscard]] const std::string& title_en() const noexcept;
  /// Where this chain was read.
  [[nodiscard]] const std::string& source() const noexcept;
  [[nodiscard]] const std::vector<ReviewStagePolicy>& stages() const noexcept;
  /// Position of a stage by its id.
  [[nodiscard]] std::optional<std::size_t> position(std::string_view stage) const noexcept;
  /// `nullopt`: this office settles doubt only by referring it (报审).
  [[nodiscard]] const std::optional<ConsultationPolicy>& consultation() const noexcept;
  /// The drafter decides no stage of his own draft.
  [[nodiscard]] bool drafter_is_kept_out() const noexcept;
  /// Nobody decides two stages of one round.
  [[nodiscard]] bool one_stage_per_person() const noexcept;
  /// Content hash of the data.
  [[nodiscard]] const std::string& identity() const noexcept;

 private:
  struct Impl;
  explicit ReviewPolicy(std::shared_ptr<const Impl> impl);
  std::shared_ptr<const Impl> impl_;
};

/// The policies that an office knows, by id.
class GONGKAI_EXPORT ReviewPolicies {
 public:
  ReviewPolicies() = default;
  /// Every policy that the library ships. `NotFoundError` 401.
  [[nodiscard]] static ReviewPolicies builtin(std::string_view country);
  /// With one more; an id that is there already is replaced.
  [[nodiscard]] ReviewPolicies with(ReviewPolicy policy) const;

  [[nodiscard]] const ReviewPolicy* find(std::string_view id) const noexcept;
  /// `NotFoundError` 402.
  [[nodiscard]] const ReviewPolicy& at(std::string_view id) const;
  [[nodiscard]] std::vector<std::string> ids() const;

 private:
  std::vector<ReviewPolicy> policies_;
};

/// `block`, `escalate`, `approve`
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(OnTimeout on_timeout) noexcept;

}  // namespace gongkai
