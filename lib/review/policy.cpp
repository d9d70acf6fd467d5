// SPDX-License-Identifier: Apache-2.0
#include <gongkai/review/policy.hpp>

#include <algorithm>
#include <utility>

#include "event/procedure_file.hpp"
#include "event/words.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 3> timeouts{{{"block", "等待"}, {"escalate", "上提"}, {"approve", "逾期视为同意"}}};

ReviewStagePolicy read_stage(const detail::JsonCursor& entry, bool silence_has_a_source) {
  entry.object({"stage", "role", "zh"}, {"required", "working_days", "on_timeout"});
  ReviewStagePolicy out;
  out.stage = entry.at("stage").string();
  out.role = entry.at("role").string();
  out.label_zh = entry.at("zh").string();
  if (out.stage.empty() || out.role.empty()) {
    detail::refuse_procedure(entry, "a stage has an id and a role");
  }
  if (const auto required = entry.find("required")) {
    out.required = required->boolean();
  }
  if (const auto limit = entry.find("working_days")) {
    out.limit = WorkingDays{static_cast<std::int32_t>(limit->integer(1, 365))};
  }
  if (const auto word = entry.find("on_timeout")) {
    const auto found = detail::enumerator_of<OnTimeout>(timeouts, word->string());
    if (!found) {
      detail::refuse_procedure(*word, "on_timeout is block, escalate or approve");
    }
    out.on_timeout = *found;
    if (*found != OnTimeout::block && !out.limit) {
      detail::refuse_procedure(*word, "without a limit nothing can follow from its end");
    }
    if (*found == OnTimeout::approve && !silence_has_a_source) {
      detail::refuse_procedure(*word, "silence that consents needs \"silence_citation\": the rule that says so");
    }
  }
  return out;
}

ConsultationPolicy read_consultation(const detail::JsonCursor& entry) {
  entry.object({"roles", "quorum", "must_speak", "unanimous"});
  ConsultationPolicy out;
  out.roles = entry.at("roles").strings();
  out.quorum = static_cast<std::int32_t>(entry.at("quorum").integer(1, 1000));
  out.must_speak = entry.at("must_speak").strings();
  out.unanimous = entry.at("unanimous").boolean();
  for (const auto& role : entry.at("must_speak").elements()) {
    if (std::find(out.roles.begin(), out.roles.end(), role.string()) == out.roles.end()) {
      detail::refuse_procedure(role, "a role that must speak is one of the roles of the consultation");
    }
  }
  if (out.roles.empty()) {
    detail::refuse_procedure(entry.at("roles"), "a consultation has roles");
  }
  return out;
}

}  // namespace

struct ReviewPolicy::Impl {
  std::string id;
  std::string title_zh;
  std::string title_en;
  std::string source;
  std::vector<ReviewStagePolicy> stages;
  std::optional<ConsultationPolicy> consultation;
  bool drafter_is_kept_out = true;
  bool one_stage_per_person = true;
  std::string identity;
};

ReviewPolicy::ReviewPolicy(std::shared_ptr<const Impl> impl) : impl_{std::move(impl)} {}

ReviewPolicy ReviewPolicy::parse(std::string_view bytes, const std::string& file) {
  return detail::read_procedure(bytes, file, [&](const detail::JsonCursor& root) {
    root.object({"schema", "id", "title", "source", "stages", "separation"}, {"consultation", "silence_citation"});
    (void)root.at("schema").integer(1, 1);
    auto impl = std::make_shared<Impl>();
    impl->id = root.at("id").string();
    root.at("title").object({"zh", "en"});
    impl->title_zh = root.at("title").at("zh").string();
    impl->title_en = root.at("title").at("en").string();
    impl->source = root.at("source").string();
    if (impl->id.empty() || impl->source.empty()) {
      detail::refuse_procedure(root, "a policy has an id and a source");
    }
    const auto silence = root.find("silence_citation");
    for (const auto& entry : root.at("stages").elements()) {
      auto stage = read_stage(entry, silence && !silence->string().empty());
      if (std::any_of(impl->stages.begin(), impl->stages.end(),
                      [&](const ReviewStagePolicy& other) { return other.stage == stage.stage; })) {
        detail::refuse_procedure(entry.at("stage"), "this stage stands twice");
      }
      impl->stages.push_back(std::move(stage));
    }
    if (impl->stages.empty() || !impl->stages.back().required ||
        impl->stages.back().on_timeout == OnTimeout::escalate) {
      detail::refuse_procedure(root.at("stages"),
                               "the last stage decides: there is one, it is required, and nobody stands above it");
    }
    root.at("separation").object({"drafter_is_kept_out", "one_stage_per_person"});
    impl->drafter_is_kept_out = root.at("separation").at("drafter_is_kept_out").boolean();
    impl->one_stage_per_person = root.at("separation").at("one_stage_per_person").boolean();
    if (const auto consultation = root.find("consultation")) {
      impl->consultation = read_consultation(*consultation);
    }
    impl->identity = detail::content_identity(bytes);
    return ReviewPolicy{std::move(impl)};
  });
}

const std::string& ReviewPolicy::id() const noexcept { return impl_->id; }
const std::string& ReviewPolicy::title_zh() const noexcept { return impl_->title_zh; }
const std::string& ReviewPolicy::title_en() const noexcept { return impl_->title_en; }
const std::string& ReviewPolicy::source() const noexcept { return impl_->source; }
const std::vector<ReviewStagePolicy>& ReviewPolicy::stages() const noexcept { return impl_->stages; }
const std::optional<ConsultationPolicy>& ReviewPolicy::consultation() const noexcept { return impl_->consultation; }
bool ReviewPolicy::drafter_is_kept_out() const noexcept { return impl_->drafter_is_kept_out; }
bool ReviewPolicy::one_stage_per_person() const noexcept { return impl_->one_stage_per_person; }
const std::string& ReviewPolicy::identity() const noexcept { return impl_->identity; }

std::optional<std::size_t> ReviewPolicy::position(std::string_view stage) const noexcept {
  for (std::size_t i = 0; i < impl_->stages.size(); ++i) {
    if (impl_->stages[i].stage == stage) {
      return i;
    }
  }
  return std::nullopt;
}

ReviewPolicies ReviewPolicies::builtin(std::string_view country) {
  ReviewPolicies out;
  for (const auto& path : detail::embedded_files_below(detail::country_folder(country) + "/review-policies/")) {
    out.policies_.push_back(ReviewPolicy::parse(*detail::embedded_file(path), std::string{path}));
  }
  if (out.policies_.empty()) {
    throw NotFoundError{ErrorCode::unknown_country, std::string{country},
                        "there are no built-in review policies for \"" + std::string{country} + "\""};
  }
  return out;
}

ReviewPolicies ReviewPolicies::with(ReviewPolicy policy) const {
  ReviewPolicies out = *this;
  const auto same = std::find_if(out.policies_.begin(), out.policies_.end(),
                                 [&](const ReviewPolicy& other) { return other.id() == policy.id(); });
  if (same == out.policies_.end()) {
    out.policies_.push_back(std::move(policy));
  } else {
    *same = std::move(policy);
  }
  return out;
}

const ReviewPolicy* ReviewPolicies::find(std::string_view id) const noexcept {
  for (const auto& policy : policies_) {
    if (policy.id() == id) {
      return &policy;
    }
  }
  return nullptr;
}

const ReviewPolicy& ReviewPolicies::at(std::string_view id) const {
  if (const auto* found = find(id)) {
    return *found;
  }
  throw NotFoundError{ErrorCode::unknown_name, std::string{id},
                      "there is no review policy \"" + std::string{id} + "\""};
}

std::vector<std::string> ReviewPolicies::ids() const {
  std::vector<std::string> out;
  for (const auto& policy : policies_) {
    out.push_back(policy.id());
  }
  return out;
}

std::string_view to_string(OnTimeout on_timeout) noexcept { return detail::word_of(timeouts, on_timeout).word; }

}  // namespace gongkai
