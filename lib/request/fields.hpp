// SPDX-License-Identifier: Apache-2.0
#pragma once
// The fields of requests' actions, in the order of their members.

#include <gongkai/request/event.hpp>

#include "event/fields.hpp"

namespace gongkai::detail {

template <>
struct Fields<Applicant> {
  static constexpr std::string_view name = "applicant";
  static constexpr auto list =
      std::make_tuple(maybe("id", &Applicant::id), maybe("type", &Applicant::type, "@applicant_type"),
                      maybe("name", &Applicant::name), maybe("identity_key", &Applicant::identity_key));
};
template <>
struct Fields<OutgoingDocument> {
  static constexpr std::string_view name = "outgoing_document";
  static constexpr auto list = std::make_tuple(
      maybe("id", &OutgoingDocument::id),
      maybe("service", &OutgoingDocument::service, "direct|entrusted|china_post|email|courier"),
      maybe("decided_on", &OutgoingDocument::decided_on), maybe("posted_on", &OutgoingDocument::posted_on),
      maybe("delivered_on", &OutgoingDocument::delivered_on));
};
template <>
struct Fields<RequestSubmitted> {
  static constexpr std::string_view name = "submitted";
  static constexpr auto list = std::make_tuple(
      needed("applicant", &RequestSubmitted::applicant), maybe("channel", &RequestSubmitted::channel, "@channel"),
      maybe("letter", &RequestSubmitted::letter), maybe("wants", &RequestSubmitted::wants),
      maybe("title", &RequestSubmitted::title), maybe("document_number", &RequestSubmitted::document_number));
};
template <>
struct Fields<RequestArrived> {
  static constexpr std::string_view name = "arrived";
  static constexpr auto list = std::make_tuple();
};
template <>
struct Fields<RequestAcknowledged> {
  static constexpr std::string_view name = "acknowledged";
  static constexpr auto list = std::make_tuple();
};
template <>
struct Fields<RequestConfirmed> {
  static constexpr std::string_view name = "confirmed";
  static constexpr auto list = std::make_tuple();
};
template <>
struct Fields<RequestRegistered> {
  static constexpr std::string_view name = "registered";
  static constexpr auto list =
      std::make_tuple(maybe("number", &RequestRegistered::number),
                      maybe("applicant_type", &RequestRegistered::applicant_type, "@applicant_type"));
};
template <>
struct Fields<RequestIdentified> {
  static constexpr std::string_view name = "identified";
  static constexpr auto list =
      std::make_tuple(needed("applicant", &RequestIdentified::applicant), maybe("reason", &RequestIdentified::reason));
};
template <>
struct Fields<RequestSplit> {
  static constexpr std::string_view name = "split";
  static constexpr auto list = std::make_tuple(needed("into", &RequestSplit::into));
};
template <>
struct Fields<RequestCorrectionNoticed> {
  static constexpr std::string_view name = "correction_noticed";
  static constexpr auto list = std::make_tuple(maybe("document", &RequestCorrectionNoticed::document),
                                               maybe("what", &RequestCorrectionNoticed::what),
                                               maybe("working_days", &RequestCorrectionNoticed::working_days));
};
template <>
struct Fields<RequestCorrected> {
  static constexpr std::string_view name = "corrected";
  static constexpr auto list = std::make_tuple(
      maybe("channel", &RequestCorrected::channel, "@channel"), maybe("in_part", &RequestCorrected::in_part),
      maybe("with_good_reason", &RequestCorrected::with_good_reason), maybe("posted_on", &RequestCorrected::posted_on));
};
template <>
struct Fields<RequestCorrectionLapsed> {
  static constexpr std::string_view name = "correction_lapsed";
  static constexpr auto list = std::make_tuple();
};
template <>
struct Fields<RequestThirdPartyConsulted> {
  static constexpr std::string_view name = "third_party_consulted";
  static constexpr auto list = std::make_tuple(needed("party", &RequestThirdPartyConsulted::party),
                                               maybe("document", &RequestThirdPartyConsulted::document));
};
template <>
struct Fields<RequestThirdPartyAnswered> {
  static constexpr std::string_view name = "third_party_answered";
  static constexpr auto list =
      std::make_tuple(needed("party", &RequestThirdPartyAnswered::party),
                      needed("answer", &RequestThirdPartyAnswered::answer, "consents|refuses|refuses_without_reason"));
};
template <>
struct Fields<RequestAgencyConsulted> {
  static constexpr std::string_view name = "agency_consulted";
  static constexpr auto list =
      std::make_tuple(needed("party", &RequestAgencyConsulted::party),
                      needed("basis", &RequestAgencyConsulted::basis, "joint_author|coordination"),
                      maybe("document", &RequestAgencyConsulted::document));
};
template <>
struct Fields<RequestAgencyAnswered> {
  static constexpr std::string_view name = "agency_answered";
  static constexpr auto list = std::make_tuple(needed("party", &RequestAgencyAnswered::party),
                                               maybe("answer", &RequestAgencyAnswered::answer, "consents|refuses"));
};
template <>
struct Fields<RequestReasonsAsked> {
  static constexpr std::string_view name = "reasons_asked";
  static constexpr auto list = std::make_tuple(maybe("document", &RequestReasonsAsked::document));
};
template <>
struct Fields<RequestReasonsGiven> {
  static constexpr std::string_view name = "reasons_given";
  static constexpr auto list = std::make_tuple(maybe("accepted", &RequestReasonsGiven::accepted));
};
template <>
struct Fields<RequestDeferred> {
  static constexpr std::string_view name = "deferred";
  static constexpr auto list = std::make_tuple(maybe("until", &RequestDeferred::until));
};
template <>
struct Fields<RequestFeeNoticed> {
  static constexpr std::string_view name = "fee_noticed";
  static constexpr auto list =
      std::make_tuple(maybe("document", &RequestFeeNoticed::document),
                      needed("tariff", &RequestFeeNoticed::tariff, "fee_per_item|fee_per_page"),
                      needed("amount_fen", &RequestFeeNoticed::amount_fen), maybe("pages", &RequestFeeNoticed::pages));
};
template <>
struct Fields<RequestFeePaid> {
  static constexpr std::string_view name = "fee_paid";
  static constexpr auto list = std::make_tuple(needed("amount_fen", &RequestFeePaid::amount_fen));
};
template <>
struct Fields<RequestFeeWaived> {
  static constexpr std::string_view name = "fee_waived";
  static constexpr auto list = std::make_tuple(maybe("ground", &RequestFeeWaived::ground, "@waiver_ground"),
                                               maybe("reason", &RequestFeeWaived::reason));
};
template <>
struct Fields<RequestFeeLapsed> {
  static constexpr std::string_view name = "fee_lapsed";
  static constexpr auto list = std::make_tuple();
};
template <>
struct Fields<RequestExtended> {
  static constexpr std::string_view name = "extended";
  static constexpr auto list = std::make_tuple(
      maybe("document", &RequestExtended::document), needed("working_days", &RequestExtended::working_days),
      maybe("told_due", &RequestExtended::told_due), maybe("reason", &RequestExtended::reason));
};
template <>
struct Fields<RequestDecided> {
  static constexpr std::string_view name = "decided";
  static constexpr auto list = std::make_tuple(
      needed("outcome", &RequestDecided::outcome, "@outcome"), maybe("document", &RequestDecided::document),
      maybe("grounds", &RequestDecided::grounds, "@ground"),
      maybe("principal_ground", &RequestDecided::principal_ground, "@ground"),
      maybe("article", &RequestDecided::article), maybe("reason", &RequestDecided::reason),
      maybe("evidence", &RequestDecided::evidence), maybe("withheld", &RequestDecided::withheld),
      maybe("released", &RequestDecided::released), maybe("clearance", &RequestDecided::clearance),
      maybe("published_at", &RequestDecided::published_at), maybe("record", &RequestDecided::record));
};
template <>
struct Fields<RequestServed> {
  static constexpr std::string_view name = "served";
  static constexpr auto list = std::make_tuple(
      maybe("document", &RequestServed::document),
      maybe("service", &RequestServed::service, "direct|entrusted|china_post|email|courier"),
      maybe("posted_on", &RequestServed::posted_on), maybe("delivered_on", &RequestServed::delivered_on),
      maybe("refused_signature", &RequestServed::refused_signature));
};
template <>
struct Fields<RequestFiled> {
  static constexpr std::string_view name = "filed";
  static constexpr auto list = std::make_tuple();
};
template <>
struct Fields<RequestWithdrawn> {
  static constexpr std::string_view name = "withdrawn";
  static constexpr auto list = std::make_tuple(maybe("reason", &RequestWithdrawn::reason));
};
template <>
struct Fields<RequestRemedyOpened> {
  static constexpr std::string_view name = "remedy_opened";
  static constexpr auto list =
      std::make_tuple(needed("remedy", &RequestRemedyOpened::remedy),
                      needed("kind", &RequestRemedyOpened::kind, "@remedy"), maybe("body", &RequestRemedyOpened::body));
};
template <>
struct Fields<RequestRemedyConcluded> {
  static constexpr std::string_view name = "remedy_concluded";
  static constexpr auto list = std::make_tuple(needed("remedy", &RequestRemedyConcluded::remedy),
                                               maybe("result", &RequestRemedyConcluded::result, "@remedy_result"),
                                               maybe("ledger", &RequestRemedyConcluded::ledger),
                                               maybe("decide_again", &RequestRemedyConcluded::decide_again));
};
template <>
struct Fields<InquiryRecorded> {
  static constexpr std::string_view name = "inquiry_recorded";
  static constexpr auto list =
      std::make_tuple(maybe("channel", &InquiryRecorded::channel, "@channel"), maybe("topic", &InquiryRecorded::topic));
};
template <>
struct Fields<OpeningBalance> {
  static constexpr std::string_view name = "opening_balance";
  static constexpr auto list =
      std::make_tuple(needed("year", &OpeningBalance::year), needed("table", &OpeningBalance::table),
                      needed("row", &OpeningBalance::row), needed("column", &OpeningBalance::column),
                      needed("value", &OpeningBalance::value), needed("document", &OpeningBalance::document));
};
template <>
struct Fields<FigureDeclared> {
  static constexpr std::string_view name = "figure_declared";
  static constexpr auto list =
      std::make_tuple(needed("year", &FigureDeclared::year), needed("path", &FigureDeclared::path),
                      needed("value", &FigureDeclared::value), needed("document", &FigureDeclared::document));
};
template <>
struct Fields<RequestRetracted> {
  static constexpr std::string_view name = "retracted";
  static constexpr auto list = std::make_tuple(maybe("reason", &RequestRetracted::reason));
};

}  // namespace gongkai::detail
