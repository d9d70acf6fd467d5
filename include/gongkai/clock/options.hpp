// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Open legal questions: every one is a field, its default is said in every answer, its reasons and the meaning of each
/// choice stand in docs/guide/options.md (generated from `rules/cn/options.json`, whose names these are).
///
///     Options options;
///     options.receipt_on_rest_day = ReceiptOnRestDay::next_working_day;   // a court's view in 2017
///     clock.with_options(options).deadline(DeadlineKind::reply, history);
///
/// Where one choice only is known the field says so and nothing can be chosen yet.

#include <cstdint>
#include <iosfwd>
#include <string_view>
#include <vector>

#include <gongkai/export.hpp>

namespace gongkai {

/// Is the day of receipt counted? (收到之日是否计算在内？)
enum class DayOfReceipt : std::uint8_t { not_counted, counted };
/// What counts when a request is received on a rest day? (在休息日收到申请的如何认定？)
enum class ReceiptOnRestDay : std::uint8_t { same_day, next_working_day };
/// When is a request by online form or e-mail received? (网上申请、电子邮件申请何时视为收到？)
enum class OnlineSubmission : std::uint8_t { first_acknowledgement, submission_day };
/// From when to when is the time of a consultation not counted? (征求意见时间从何时至何时不计算在内？)
enum class ConsultationInterval : std::uint8_t { after_dispatch, after_receipt };
/// Does asking for the reasons of excessive requests stop the clock? (要求说明大量反复申请理由是否影响期限？)
enum class ReasonsAsked : std::uint8_t { no_pause, restart };
/// What do a fee notice and its payment do to the reply period? (收费通知及缴费对答复期限有何影响？)
enum class FeePayment : std::uint8_t { restart, pause_only };
/// Which day of a posted reply meets the limit? (邮寄答复以哪一日为准？)
enum class PostedReply : std::uint8_t { posting_day, recipient_receipt };
/// Which limit has a request that was pending on 2019-05-15? (2019-05-15尚未办结的申请适用哪个期限？)
enum class PendingAtRevision : std::uint8_t { clock_start, old_limit };
/// Does the clock restart after a correction notice later than 7 working days?
/// (超过7个工作日才告知补正的，期限是否重新计算？)
enum class LateCorrectionNotice : std::uint8_t { restart, no_restart };
/// How long has the applicant when the correction notice states no period?
/// (补正告知未载明补正期限的，申请人有多长时间？)
enum class CorrectionPeriod : std::uint8_t { fifteen_working_days };
/// Can the period be extended again after a restart? (重新计算后能否再次延期？)
enum class ExtensionAfterRestart : std::uint8_t { afresh, not_again };
/// Does silence of the agency force reconsideration first? (行政机关逾期不答复的，是否须先行复议？)
enum class Silence : std::uint8_t { both_routes, sixty_days };
/// Does a correction restart the clock under the Regulations of 2008? (2008年条例下补正后期限是否重新计算？)
enum class Correction2008 : std::uint8_t { restart, no_restart };
/// Where does a period in months or years end that has no corresponding day? (按月、年计算的期间无对应日的，何时届满？)
enum class MonthEnd : std::uint8_t { last_day, next_day };
/// Does a calendar-day or month period that ends on a rest day move?
/// (按自然日或月计算的期间最后一日为休息日的，是否顺延？)
enum class CalendarEndRoll : std::uint8_t { next_working_day, no_roll };
/// Does the 2026 revision of the rules on reconsideration apply? (是否适用2026年修订的行政复议法实施条例？)
enum class ReconsiderationRules2026 : std::uint8_t { disabled };
/// Which applicant is a self-employed business (个体工商户)? (个体工商户属于哪类申请人？)
enum class SelfEmployed : std::uint8_t { natural_person, commercial_enterprise };
/// Which outcome have withdrawn requests, party-affairs information and what is no government information?
/// (撤回、党务信息、不属于政府信息的计入哪种结果？)
enum class WithdrawnOutcome : std::uint8_t { other_misc };
/// Which outcome has a request granted in part, the rest not held, kept as one?
/// (部分提供、部分不掌握而作为一件处理的，计入哪种结果？)
enum class GrantedAndNotHeld : std::uint8_t { partially_granted, granted };
/// Which type has a letter of several applicants? (一份申请有多名申请人的，如何计类？)
enum class SeveralApplicants : std::uint8_t { first_named };
/// Which day puts a request in a month of the fee count? (按件计收时申请归入哪个月？)
enum class FeeMonth : std::uint8_t { day_of_submission, day_of_receipt };
/// Which outcome counts with several grounds for refusal and nothing disclosed?
/// (全部不予公开且有多个理由的，计入哪种结果？)
enum class SeveralGrounds : std::uint8_t { principal_ground };
/// Which result counts when a reply was annulled and decided again? (答复被撤销后重新作出的，计哪一个结果？)
enum class AnnulledReply : std::uint8_t { final_within_year };
/// In which year does a request count as received? (申请计入哪一年度的收到数？)
enum class YearOfRequest : std::uint8_t { clock_start, submission };
/// In which year does an outcome count? (办理结果计入哪一年度？)
enum class YearOfOutcome : std::uint8_t { decided, sent };
/// In which year does a remedy count? (复议、诉讼计入哪一年度？)
enum class YearOfRemedy : std::uint8_t { concluded };
/// Who is the same applicant? (如何认定同一申请人？)
enum class ApplicantIdentity : std::uint8_t { caller_or_derived };

/// All choices. The default is the default of every answer.
struct GONGKAI_EXPORT Options {
  // Of clocks.
  DayOfReceipt day_of_receipt = DayOfReceipt::not_counted;
  ReceiptOnRestDay receipt_on_rest_day = ReceiptOnRestDay::same_day;
  OnlineSubmission online_submission = OnlineSubmission::first_acknowledgement;
  ConsultationInterval consultation_interval = ConsultationInterval::after_dispatch;
  ReasonsAsked reasons_asked = ReasonsAsked::no_pause;
  FeePayment fee_payment = FeePayment::restart;
  PostedReply posted_reply = PostedReply::posting_day;
  PendingAtRevision pending_at_revision = PendingAtRevision::clock_start;
  LateCorrectionNotice late_correction_notice = LateCorrectionNotice::restart;
  CorrectionPeriod correction_period = CorrectionPeriod::fifteen_working_days;
  ExtensionAfterRestart extension_after_restart = ExtensionAfterRestart::afresh;
  Silence silence = Silence::both_routes;
  Correction2008 correction_2008 = Correction2008::restart;
  MonthEnd month_end = MonthEnd::last_day;
  CalendarEndRoll calendar_end_roll = CalendarEndRoll::next_working_day;
  ReconsiderationRules2026 reconsideration_rules_2026 = ReconsiderationRules2026::disabled;
  // Of requests.
  SelfEmployed self_employed = SelfEmployed::natural_person;
  WithdrawnOutcome withdrawn_outcome = WithdrawnOutcome::other_misc;
  GrantedAndNotHeld granted_and_not_held = GrantedAndNotHeld::partially_granted;
  SeveralApplicants several_applicants = SeveralApplicants::first_named;
  FeeMonth fee_month = FeeMonth::day_of_submission;
  SeveralGrounds several_grounds = SeveralGrounds::principal_ground;
  ApplicantIdentity applicant_identity = ApplicantIdentity::caller_or_derived;
  // Of reports.
  AnnulledReply annulled_reply = AnnulledReply::final_within_year;
  YearOfRequest year_of_request = YearOfRequest::clock_start;
  YearOfOutcome year_of_outcome = YearOfOutcome::decided;
  YearOfRemedy year_of_remedy = YearOfRemedy::concluded;

  /// The choice on a question, both by name. `NotFoundError` 402 for an unknown question.
  [[nodiscard]] std::string_view get(std::string_view question) const;
  /// `set("fee_payment", "pause_only")`. `NotFoundError` 402 for an unknown question, `InvalidArgumentError` 107 for a
  /// choice that it does not have.
  void set(std::string_view question, std::string_view choice);
  /// The names of all questions, in the order of the fields.
  [[nodiscard]] static const std::vector<std::string_view>& questions();
  /// The choices of a question. 402
  [[nodiscard]] static const std::vector<std::string_view>& choices(std::string_view question);

  GONGKAI_EXPORT friend bool operator==(const Options& a, const Options& b) noexcept;
  friend bool operator!=(const Options& a, const Options& b) noexcept { return !(a == b); }
};

/// What differs from the defaults: `fee_payment=pause_only`; `defaults` when nothing does.
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Options& options);

}  // namespace gongkai
