// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/request/evidence.hpp>

#include <algorithm>

#include "request/evidence_data.hpp"
#include "unit/request/office.hpp"

namespace {

using namespace gongkai;                  // NOLINT(google-build-using-namespace)
using namespace gongkai::request_office;  // NOLINT(google-build-using-namespace)

using Words = std::vector<std::string>;

const EvidenceRules& evidence() {
  static const EvidenceRules builtin = EvidenceRules::builtin("CN");
  return builtin;
}
constexpr Date received{2025, 8, 4};
constexpr Date answered{2025, 8, 18};

EvidenceBundle bundle_of(const Desk& desk, const std::map<std::string, ContentDigest>& digests = {}) {
  return evidence_bundle(desk.request(), desk.events(), evidence(), digests);
}
Words kinds(const EvidenceBundle& bundle) {
  Words out;
  for (const auto& item : bundle.items) {
    out.push_back(item.kind);
  }
  return out;
}
RequestDecided with(RequestDecided what, Words notes) {
  what.evidence = std::move(notes);
  return what;
}
RequestDecided not_held(Words notes) {
  auto out = with(refused("unable_not_held"), std::move(notes));
  out.grounds.clear();
  return out;
}
RequestDecided on_ground(const std::string& outcome, const std::string& ground, Words notes) {
  auto out = with(refused(outcome), std::move(notes));
  out.grounds = {ground};
  return out;
}
RequestServed posted(Date day) {
  RequestServed out;
  out.service = "china_post";
  out.posted_on = day;
  return out;
}

TEST(EvidenceBundle, WhatIsNotHeldNeedsTheRecordOfTheSearchAndTheProofOfService) {
  Desk desk;
  desk.open("q1", received).act("q1", not_held({"检索记录（档案室，关键词“决算”）"}), answered);
  auto bundle = bundle_of(desk);
  EXPECT_EQ(kinds(bundle), (Words{"search_record", "service_proof"}));
  EXPECT_EQ(bundle.missing(), Words{"service_proof"});
  EXPECT_EQ(bundle.items[0].label_zh, "检索记录（检索人、检索范围、检索词）");
  EXPECT_EQ(bundle.items[0].needed_by, Words{"unable_not_held"});
  EXPECT_EQ(bundle.items[0].citation, "法释〔2025〕8号, art. 5");
  ASSERT_EQ(bundle.items[0].documents.size(), 1U);
  EXPECT_EQ(bundle.items[0].documents[0].name, "检索记录（档案室，关键词“决算”）");
  EXPECT_EQ(bundle.items[0].documents[0].action, "decided");
  EXPECT_EQ(bundle.items[0].documents[0].day, answered);
  desk.act("q1", posted(answered), answered);
  bundle = bundle_of(desk);
  EXPECT_EQ(bundle.missing(), Words{});
  EXPECT_EQ(bundle.items[1].documents[0].name, "reply-1");
}

TEST(EvidenceBundle, EveryGroundAsksForItsOwn) {
  const auto needed = [](const std::string& outcome, const std::string& ground) {
    Desk desk;
    desk.open("q1", received).act("q1", on_ground(outcome, ground, {"材料"}), answered);
    return kinds(bundle_of(desk));
  };
  EXPECT_EQ(needed("denied_security_stability", "security_stability"),
            (Words{"service_proof", "consultation_record", "risk_assessment"}));
  EXPECT_EQ(needed("denied_third_party", "personal_privacy"), (Words{"service_proof", "third_party_opinion"}));
  EXPECT_EQ(needed("denied_internal_affairs", "internal_affairs"), (Words{"service_proof", "internal_type"}));
  EXPECT_EQ(needed("denied_process", "process_information"), (Words{"service_proof", "process_proof"}));
  EXPECT_EQ(needed("denied_enforcement_file", "enforcement_file"), (Words{"service_proof", "case_file"}));
  EXPECT_EQ(needed("denied_state_secret", "state_secret"), Words{"service_proof"});  // the sources say nothing
}

TEST(EvidenceBundle, WhatTheHistoryItselfProvesIsFound) {
  Desk desk;
  desk.open("q1", received);
  desk.act("q1", RequestThirdPartyConsulted{"某公司", letter("征求意见书-1", received)}, received);
  desk.act("q1", RequestThirdPartyAnswered{"某公司", "refuses"}, Date{2025, 8, 11});
  desk.act("q1", on_ground("denied_third_party", "commercial_secret", {"材料"}), answered);
  const auto bundle = bundle_of(desk);
  ASSERT_EQ(bundle.items.size(), 2U);
  Words names;
  for (const auto& one : bundle.items[1].documents) {
    names.push_back(one.name);
  }
  EXPECT_EQ(names, (Words{"征求意见书-1", "third_party_answered 2025-08-11"}));
}

TEST(EvidenceBundle, DisclosureAgainstAThirdPartyNeedsTheReasonsOfPublicInterest) {
  Desk desk;
  desk.open("q1", received);
  desk.act("q1", RequestThirdPartyConsulted{"某公司", letter("征求意见书-1", received)}, received);
  desk.act("q1", RequestThirdPartyAnswered{"某公司", "refuses"}, Date{2025, 8, 11});
  desk.act("q1", granted(answered), answered);
  EXPECT_EQ(bundle_of(desk).missing(), (Words{"service_proof", "public_interest_reasons"}));
}

TEST(EvidenceBundle, APartThatIsWithheldCountsLikeAGround) {
  Desk desk;
  auto what = granted(answered);
  what.outcome = "partially_granted";
  what.withheld = {{"附件2", "internal_affairs", ""}};
  desk.open("q1", received).act("q1", what, answered);
  EXPECT_EQ(kinds(bundle_of(desk)), (Words{"service_proof", "internal_type"}));
}

TEST(EvidenceBundle, WhatIsPublicAlreadyNeedsTheProofOfIt) {
  Desk desk;
  RequestDecided what;
  what.outcome = "granted";
  what.published_at = "https://www.example.gov.cn/1.html";
  desk.open("q1", received).act("q1", what, answered);
  const auto bundle = bundle_of(desk);
  EXPECT_EQ(kinds(bundle), (Words{"publication_proof", "service_proof"}));
  EXPECT_EQ(bundle.missing(), Words{"service_proof"});
}

TEST(EvidenceBundle, BeforeTheInterpretationOf2025OnlyWhatTheNormOf2020AsksIsNeeded) {
  Desk desk;
  desk.open("q1", Date{2024, 3, 4}).act("q1", not_held({"检索记录"}), Date{2024, 3, 25});
  EXPECT_EQ(kinds(bundle_of(desk)), Words{});
  EXPECT_FALSE(bundle_of(desk).documents.empty());
  Desk other;
  other.open("q1", Date{2024, 3, 4});
  other.act("q1", on_ground("denied_security_stability", "security_stability", {"会商纪要"}), Date{2024, 3, 25});
  EXPECT_EQ(bundle_of(other).missing(), Words{"risk_assessment"});
}

TEST(EvidenceBundle, BeforeADecisionNothingIsNeeded) {
  Desk desk;
  desk.open("q1", received);
  const auto bundle = bundle_of(desk);
  EXPECT_TRUE(bundle.items.empty());
  EXPECT_EQ(bundle.documents.size(), 1U);  // the letter
  EXPECT_EQ(evidence_bundle(RequestState{"q9"}, desk.events(), evidence()).documents.size(), 0U);
}

TEST(EvidenceBundle, DigestsAreThoseOfTheRegisterAndThoseThatAreGiven) {
  Desk desk;
  desk.open("q1", received).act("q1", granted(answered), answered);
  const auto bundle = bundle_of(desk, {{"reply-1", digest(7)}, {"stranger", digest(9)}});
  const auto of = [&](const std::string& name) {
    const auto found = std::find_if(bundle.documents.begin(), bundle.documents.end(),
                                    [&](const auto& one) { return one.name == name; });
    return found == bundle.documents.end() ? std::nullopt : found->digest;
  };
  EXPECT_EQ(of("reply-1"), digest(7));
  EXPECT_EQ(of("released"), digest(1));
  EXPECT_EQ(of("review-1"), digest(1));
  EXPECT_EQ(of("letter-1"), std::nullopt);
  EXPECT_EQ(of("stranger"), std::nullopt);
}

TEST(EvidenceBundle, TheManifestIsJsonAndEscapedHtml) {
  Desk desk;
  desk.open("q1", received).act("q1", not_held({"检索记录<script>\"&"}), answered);
  const auto bundle = bundle_of(desk);
  EXPECT_EQ(to_json(bundle), to_json(bundle_of(desk)));
  EXPECT_EQ(to_json(bundle).find("{\"schema\":1,\"request\":\"q1\",\"outcome\":\"unable_not_held\""), 0U);
  const auto page = to_html(bundle);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_NE(page.find("检索记录&lt;script&gt;"), std::string::npos);
  EXPECT_NE(page.find("<td>缺</td>"), std::string::npos);
}

TEST(EvidenceRules, NameOnlyWordsOfTheRulebookAndAreReadStrictly) {
  const auto& rulebook = rules().clock.rulebook();
  for (const auto& need : evidence().data().needs) {
    if (need.by == detail::EvidenceNeed::By::ground) {
      EXPECT_NE(rulebook.taxonomy("ground").find(need.of), nullptr) << need.of;
    } else if (need.by == detail::EvidenceNeed::By::outcome) {
      EXPECT_NE(rulebook.taxonomy("outcome").find(need.of), nullptr) << need.of;
    }
  }
  EXPECT_THROW((void)EvidenceRules::builtin("XX"), NotFoundError);
  EXPECT_THROW((void)EvidenceRules::parse("{}", "evidence.json"), RulebookError);
  EXPECT_THROW((void)EvidenceRules::parse(
                   R"({"schema":1,"kinds":[],"needs":[{"when":"decided","evidence":["x"],"from":"2025-06-01",)"
                   R"("citation":{"instrument":"法释〔2025〕8号"}}]})",
                   "evidence.json"),
               RulebookError);
}

}  // namespace
