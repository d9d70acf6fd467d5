// SPDX-License-Identifier: Apache-2.0
// The requests of the sample office: what is asked, by whom, and how it goes on. Shares are like those of published
// reports, of no office in particular.
#include <algorithm>
#include <gongkai/request/fee.hpp>

#include "facts/sample.hpp"

namespace gongkai::detail {
namespace {

using Weights = std::pair<std::string_view, int>;

constexpr std::array<Weights, 6> types{{{"natural_person", 900},
                                        {"commercial_enterprise", 45},
                                        {"research_institution", 5},
                                        {"public_welfare_org", 5},
                                        {"legal_service_org", 25},
                                        {"other_org", 20}}};
constexpr std::array<Weights, 5> channels{
    {{"online", 450}, {"registered_mail", 300}, {"in_person", 180}, {"email", 40}, {"ordinary_mail", 30}}};
constexpr std::array<Weights, 19> outcomes{{{"granted", 480},
                                            {"partially_granted", 85},
                                            {"denied_state_secret", 2},
                                            {"denied_law_prohibited", 6},
                                            {"denied_security_stability", 2},
                                            {"denied_third_party", 15},
                                            {"denied_internal_affairs", 14},
                                            {"denied_process", 20},
                                            {"denied_enforcement_file", 18},
                                            {"denied_administrative_query", 12},
                                            {"unable_not_held", 230},
                                            {"unable_needs_creation", 12},
                                            {"unable_still_unclear", 6},
                                            {"not_processed_petition", 40},
                                            {"not_processed_repeat", 25},
                                            {"not_processed_publication", 2},
                                            {"not_processed_excessive", 1},
                                            {"not_processed_reconfirm", 4},
                                            {"other_misc", 26}}};
constexpr std::array<Weights, 3> results{{{"upheld", 60}, {"corrected", 15}, {"other", 25}}};

constexpr std::array<std::string_view, 12> subjects{
    "部门决算",           "征收补偿方案", "土地出让合同", "危房改造名单", "最低生活保障名册", "环境影响评价批复",
    "建设工程规划许可证", "执法检查记录", "会议纪要",     "政府采购合同", "学校招生方案",     "供水管网改造批复"};
constexpr std::array<std::string_view, 10> places{"东街", "西街", "南关", "北关", "河东",
                                                  "河西", "新城", "老城", "城关", "开发区"};

// The ground that an outcome rests on, and its article (R2019).
struct Basis {
  std::string_view outcome;
  std::string_view ground;
  std::string_view article;
};
constexpr std::array<Basis, 17> bases{{{"denied_state_secret", "state_secret", "art. 14"},
                                       {"denied_law_prohibited", "law_prohibited", "art. 14"},
                                       {"denied_security_stability", "security_stability", "art. 14"},
                                       {"denied_third_party", "commercial_secret", "art. 15"},
                                       {"denied_internal_affairs", "internal_affairs", "art. 16(1)"},
                                       {"denied_process", "process_information", "art. 16(2)"},
                                       {"denied_enforcement_file", "enforcement_file", "art. 16(2)"},
                                       {"denied_administrative_query", "administrative_query", "art. 36(7)"},
                                       {"unable_not_held", "", "art. 36(4)"},
                                       {"unable_needs_creation", "", "art. 38"},
                                       {"unable_still_unclear", "", "art. 30"},
                                       {"not_processed_petition", "", "art. 39(1)"},
                                       {"not_processed_repeat", "", "art. 36(6)"},
                                       {"not_processed_publication", "", "art. 39(2)"},
                                       {"not_processed_excessive", "", "art. 35"},
                                       {"not_processed_reconfirm", "", "art. 36"},
                                       {"other_misc", "", "art. 36"}}};

class Requests {
 public:
  Requests(SampleWorld& world, SampleOffice& office) : world_{world}, dice_{world.dice}, office_{office} {}

  void run() {
    world_.spread(world_.options.requests, [&](std::int64_t number, Date day) { one(number, day); });
  }

 private:
  using Case = SampleCase<RequestEvent, RequestAction>;
  static constexpr std::string_view clerk = "clerk-1";
  static constexpr std::string_view role = "handler";

  void one(std::int64_t number, Date day) {
    Case file{world_, office_.requests, sample_id("request", number), day};
    const auto act = [&](RequestAction action) { file.act(std::move(action), clerk, role); };
    const auto channel = dice_.weighted(channels);
    act(submission(number, channel, day));
    if (channel == "registered_mail" || channel == "ordinary_mail") {
      file.after(dice_.between(1, 3));
      act(RequestArrived{});
    }
    if (channel == "online") {
      act(RequestAcknowledged{});
    } else if (channel == "email" || channel == "ordinary_mail") {
      file.after(dice_.below(2));
      act(RequestConfirmed{});
    }
    act(RequestRegistered{std::to_string(day.year()) + "-" + std::to_string(number), {}});
    if (dice_.per_mille(25)) {
      file.after(dice_.between(1, 6));
      act(RequestWithdrawn{"不再需要"});
      return;
    }
    if (dice_.per_mille(80) && !corrected(file, number)) {
      return;
    }
    if (dice_.per_mille(5) && day >= Date{2021, 1, 1} && !fee_paid(file, number, day)) {
      return;
    }
    reply(file, number);
  }

  RequestSubmitted submission(std::int64_t number, std::string_view channel, Date day) {
    // A few ask often, most ask once.
    const auto applicant = dice_.per_mille(200) ? dice_.below(200) : 1000 + dice_.below(40000);
    const auto subject = dice_.one_of(subjects);
    const auto place = dice_.one_of(places);
    RequestSubmitted out;
    out.applicant = {sample_id("applicant", applicant),
                     std::string{Dice{static_cast<std::uint64_t>(applicant)}.weighted(types)},
                     "申请人" + std::to_string(applicant),
                     {}};
    out.channel = channel;
    out.letter = sample_id("letter", number);
    out.title = std::string{place} + std::to_string(day.year() - dice_.below(6)) + "年" + std::string{subject};
    out.wants = "申请公开" + out.title;
    return out;
  }

  // False when the applicant did not correct in time.
  bool corrected(Case& file, std::int64_t number) {
    file.after(dice_.between(1, 6));
    OutgoingDocument notice;
    notice.id = sample_id("correction", number);
    notice.service = "direct";
    notice.delivered_on = file.day();
    file.act(RequestCorrectionNoticed{notice, "请明确所需信息的名称、文号或者其他特征", 15}, clerk, role);
    if (dice_.per_mille(180)) {
      file.after(dice_.between(16, 18));
      file.act(RequestCorrectionLapsed{}, clerk, role);
      return false;
    }
    file.after(dice_.between(1, 14));
    file.act(RequestCorrected{"in_person", false, false, std::nullopt}, clerk, role);
    return true;
  }

  // False when it was not paid in time.
  bool fee_paid(Case& file, std::int64_t number, Date submitted) {
    file.after(dice_.between(1, 6));
    const std::int64_t pages = dice_.between(31, 160);
    const auto fen = fee_per_page(world_.rulebook, submitted, pages).minor();
    OutgoingDocument notice;
    notice.id = sample_id("fee", number);
    notice.service = "direct";
    notice.delivered_on = file.day();
    file.act(RequestFeeNoticed{notice, "fee_per_page", fen, pages}, clerk, role);
    if (dice_.per_mille(150)) {
      file.after(dice_.between(21, 23));
      file.act(RequestFeeLapsed{}, clerk, role);
      return false;
    }
    file.after(dice_.between(1, 15));
    file.act(RequestFeePaid{fen}, clerk, role);
    return true;
  }

  void reply(Case& file, std::int64_t number) {
    const auto outcome = dice_.weighted(outcomes);
    if (outcome == "denied_third_party" || dice_.per_mille(15)) {
      file.after(dice_.between(1, 3));
      OutgoingDocument letter;
      letter.id = sample_id("consultation", number);
      letter.service = "direct";
      letter.delivered_on = file.day();
      file.act(RequestThirdPartyConsulted{"第三方", letter}, clerk, role);
      file.after(dice_.between(2, 12));
      file.act(RequestThirdPartyAnswered{"第三方", outcome == "denied_third_party" ? "refuses" : "consents"}, clerk,
               role);
    }
    int days = dice_.between(1, 11);
    if (dice_.per_mille(world_.options.late_per_mille)) {
      days = dice_.between(45, 60);
    } else if (dice_.per_mille(90)) {
      file.after(dice_.between(1, 5));
      OutgoingDocument notice;
      notice.id = sample_id("extension", number);
      const bool before_2019 = file.day() < Date{2019, 5, 15};
      file.act(RequestExtended{notice, before_2019 ? 15 : 20, std::nullopt, "需要进一步检索"}, clerk, role);
      days = dice_.between(8, 15);
    }
    file.after(days);
    const auto decided_on = file.day();
    file.act(decision(outcome, number, decided_on), clerk, role);
    RequestServed served;
    served.service = "china_post";
    served.posted_on = decided_on;
    file.act(served, clerk, role);
    if (dice_.per_mille(20) && outcome != "granted") {
      remedy(file, number, outcome, decided_on);
      return;
    }
    file.after(dice_.between(1, 10));
    file.act(RequestFiled{}, clerk, role);
  }

  RequestDecided decision(std::string_view outcome, std::int64_t number, Date day) {
    RequestDecided out;
    out.outcome = outcome;
    out.document.id = sample_id("reply", number);
    out.document.decided_on = day;
    const bool in_part = outcome == "partially_granted";
    if (in_part || (outcome == "granted" && dice_.per_mille(400))) {
      const auto digest = sample_digest(static_cast<std::uint64_t>(number));
      out.released = digest;
      out.clearance = Clearance{sample_id("release", number), day, digest, Conclusion::disclose, std::nullopt, {}};
      if (in_part) {
        out.grounds = {"personal_privacy"};
        out.article = "国务院令第711号, art. 37";
        out.withheld = {{"附件中的个人信息", "personal_privacy", "国务院令第711号, art. 15"}};
      }
      return out;
    }
    if (outcome == "granted") {
      out.published_at = "https://www.example.gov.cn/zwgk/" + std::to_string(number % 997) + ".html";
      return out;
    }
    for (const auto& basis : bases) {
      if (basis.outcome == outcome) {
        out.article = "国务院令第711号, " + std::string{basis.article};
        if (!basis.ground.empty()) {
          out.grounds = {std::string{basis.ground}};
        }
      }
    }
    out.reason = "见答复书";
    out.evidence = {"办理记录"};
    return out;
  }

  void remedy(Case& file, std::int64_t number, std::string_view outcome, Date decided_on) {
    const auto first = world_.rulebook.at("mandatory_reconsideration", decided_on);
    const bool reconsidered_first = first.in_force() && first.holds(world_.rulebook.code("outcome", outcome));
    const bool direct = dice_.per_mille(250) && !reconsidered_first;
    file.after(dice_.between(5, 40));
    const auto id = sample_id("case", number);
    file.act(RequestRemedyOpened{id, direct ? "litigation_direct" : "reconsideration", {}}, clerk, role);
    file.after(dice_.between(30, 80));
    file.act(RequestRemedyConcluded{id, std::string{dice_.weighted(results)}, {}, false}, clerk, role);
    if (!direct && dice_.per_mille(200)) {
      file.after(dice_.between(3, 10));
      const auto suit = sample_id("suit", number);
      file.act(RequestRemedyOpened{suit, "litigation_after_reconsideration", {}}, clerk, role);
      file.after(dice_.between(60, 120));
      file.act(RequestRemedyConcluded{suit, std::string{dice_.weighted(results)}, {}, false}, clerk, role);
    }
  }

  SampleWorld& world_;
  Dice& dice_;
  SampleOffice& office_;
};

}  // namespace

void sample_requests(SampleWorld& world, SampleOffice& office) { Requests{world, office}.run(); }

}  // namespace gongkai::detail
