// SPDX-License-Identifier: Apache-2.0
#pragma once
// The fields of the actions of a review, in the order of their members.

#include <gongkai/review/event.hpp>

#include "event/fields.hpp"

namespace gongkai::detail {

template <>
struct Fields<ReviewSubmitted> {
  static constexpr std::string_view name = "submitted";
  static constexpr auto list = std::make_tuple(
      needed("policy", &ReviewSubmitted::policy), needed("digest", &ReviewSubmitted::digest),
      maybe("about", &ReviewSubmitted::about), maybe("title", &ReviewSubmitted::title),
      maybe("drafter", &ReviewSubmitted::drafter), maybe("redacted_from", &ReviewSubmitted::redacted_from),
      maybe("withheld", &ReviewSubmitted::withheld));
};
template <>
struct Fields<ReviewApproved> {
  static constexpr std::string_view name = "approved";
  static constexpr auto list =
      std::make_tuple(maybe("stage", &ReviewApproved::stage), needed("conclusion", &ReviewApproved::conclusion),
                      maybe("article", &ReviewApproved::article), maybe("reason", &ReviewApproved::reason),
                      maybe("seen", &ReviewApproved::seen));
};
template <>
struct Fields<ReviewEscalated> {
  static constexpr std::string_view name = "escalated";
  static constexpr auto list = std::make_tuple(maybe("reason", &ReviewEscalated::reason));
};
template <>
struct Fields<ReviewConsentBySilence> {
  static constexpr std::string_view name = "consent_by_silence";
  static constexpr auto list = std::make_tuple(maybe("reason", &ReviewConsentBySilence::reason));
};
template <>
struct Fields<ReviewReturned> {
  static constexpr std::string_view name = "returned";
  static constexpr auto list = std::make_tuple(maybe("reason", &ReviewReturned::reason));
};
template <>
struct Fields<ReviewRefused> {
  static constexpr std::string_view name = "refused";
  static constexpr auto list =
      std::make_tuple(maybe("ground", &ReviewRefused::ground, "@ground"), maybe("article", &ReviewRefused::article),
                      maybe("reason", &ReviewRefused::reason));
};
template <>
struct Fields<ReviewReferred> {
  static constexpr std::string_view name = "referred";
  static constexpr auto list =
      std::make_tuple(maybe("body", &ReviewReferred::body), maybe("question", &ReviewReferred::question));
};
template <>
struct Fields<ReviewReferralAnswered> {
  static constexpr std::string_view name = "referral_answered";
  static constexpr auto list = std::make_tuple(
      needed("conclusion", &ReviewReferralAnswered::conclusion), maybe("document", &ReviewReferralAnswered::document),
      maybe("article", &ReviewReferralAnswered::article), maybe("reason", &ReviewReferralAnswered::reason));
};
template <>
struct Fields<ReviewConsultationOpened> {
  static constexpr std::string_view name = "consultation_opened";
  static constexpr auto list = std::make_tuple(maybe("question", &ReviewConsultationOpened::question));
};
template <>
struct Fields<ReviewOpinionGiven> {
  static constexpr std::string_view name = "opinion_given";
  static constexpr auto list = std::make_tuple(needed("conclusion", &ReviewOpinionGiven::conclusion),
                                               maybe("reason", &ReviewOpinionGiven::reason));
};
template <>
struct Fields<ReviewConsultationConcluded> {
  static constexpr std::string_view name = "consultation_concluded";
  static constexpr auto list = std::make_tuple(needed("conclusion", &ReviewConsultationConcluded::conclusion),
                                               maybe("reason", &ReviewConsultationConcluded::reason));
};
template <>
struct Fields<ReviewContentChanged> {
  static constexpr std::string_view name = "content_changed";
  static constexpr auto list =
      std::make_tuple(needed("digest", &ReviewContentChanged::digest), maybe("reason", &ReviewContentChanged::reason));
};
template <>
struct Fields<ReviewWithdrawn> {
  static constexpr std::string_view name = "withdrawn";
  static constexpr auto list = std::make_tuple(maybe("reason", &ReviewWithdrawn::reason));
};
template <>
struct Fields<ReviewRetracted> {
  static constexpr std::string_view name = "retracted";
  static constexpr auto list = std::make_tuple(maybe("reason", &ReviewRetracted::reason));
};

}  // namespace gongkai::detail
