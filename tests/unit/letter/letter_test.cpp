// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/letter/check.hpp>

#include <algorithm>
#include <random>
#include <set>

#include "letter/letter_words.hpp"
#include "unit/request/office.hpp"

namespace {

using namespace gongkai;                  // NOLINT(google-build-using-namespace)
using namespace gongkai::request_office;  // NOLINT(google-build-using-namespace)

const LetterRules& letters() {
  static const LetterRules builtin = LetterRules::builtin("CN");
  return builtin;
}
const ReplyingBody bureau{"密云县卫生局", "county_department", "密云县人民政府", "北京市卫生局"};

struct Parts {
  std::string title = "政府信息不予公开告知书";
  std::string number = "密卫公开告〔2024〕12号";
  std::string addressee = "张三";
  std::string law = "依据《中华人民共和国政府信息公开条例》第十六条第二款的规定，本机关决定不予公开。";
  std::string remedies =
      "如对本决定不服，应当先申请行政复议，可以自收到本告知书之日起六十日内向密云县人民政府申请行政复议；对行政复议决定"
      "仍不服的，可以自收到行政复议决定书之日起十五日内向人民法院提起行政诉讼。";
  std::string foot = "密云县卫生局\n2024年3月25日";
};
std::string letter_of(const Parts& parts) {
  return parts.title + "\n" + parts.number + "\n" + parts.addressee +
         "：\n　　本机关于2024年3月4日收到你提出的政府信息公开申请，申请公开“2023年决算”。\n　　" + parts.law +
         "\n　　" + parts.remedies + "\n" + parts.foot + "\n";
}
std::vector<Finding> found(const std::string& text, const RequestState& request, const ReplyingBody& body = bureau) {
  return check_letter(read_reply_letter(text, letters()), request, rules(), letters(), body);
}
std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const auto& finding : findings) {
    out.push_back(finding.code);
  }
  return out;
}
using Codes = std::vector<std::string>;

constexpr Date received{2024, 3, 4};  // due 2024-04-01
constexpr Date answered{2024, 3, 25};
Desk decided(const RequestDecided& what, Date on_day = answered) {
  Desk desk;
  desk.open("q1", received).act("q1", what, on_day);
  return desk;
}
RequestDecided in_part(const std::string& ground = "personal_privacy") {
  auto out = granted(answered);
  out.outcome = "partially_granted";
  out.withheld = {{"附件2, 第3列", ground, ""}};
  return out;
}
RequestDecided outcome(const std::string& name) {
  auto out = refused(name);
  out.grounds.clear();
  return out;
}

TEST(ReplyLetter, IsReadWithItsHeadItsArticlesItsRemediesAndItsFoot) {
  const auto letter = read_reply_letter(letter_of({}), letters());
  EXPECT_EQ(letter.title, "政府信息不予公开告知书");
  EXPECT_EQ(letter.document_number, "密卫公开告〔2024〕12号");
  EXPECT_EQ(letter.addressee, "张三");
  EXPECT_EQ(letter.signature, "密云县卫生局");
  EXPECT_EQ(letter.dated, (Date{2024, 3, 25}));
  ASSERT_EQ(letter.articles.size(), 1U);
  EXPECT_EQ(letter.articles[0].instrument, "中华人民共和国政府信息公开条例");
  EXPECT_EQ(letter.articles[0].article, 16);
  EXPECT_EQ(letter.articles[0].clause, 2);
  EXPECT_EQ(letter.articles[0].where.text, "第十六条第二款");
  EXPECT_EQ(letter.articles[0].where.line, 5);
  EXPECT_EQ(letter.decisions, (std::vector<std::string>{"denied"}));
  ASSERT_EQ(letter.remedies.size(), 2U);
  EXPECT_EQ(letter.remedies[0].kind, "reconsideration");
  EXPECT_EQ(letter.remedies[0].limit, (TimeLimit{60, TimeUnit::calendar_days}));
  EXPECT_EQ(letter.remedies[0].body, "密云县人民政府");
  EXPECT_EQ(letter.remedies[1].kind, "litigation_after_reconsideration");
  EXPECT_EQ(letter.remedies[1].limit, (TimeLimit{15, TimeUnit::calendar_days}));
  EXPECT_EQ(letter.remedies[1].body, "人民法院");
  EXPECT_TRUE(letter.reconsideration_first);
  EXPECT_TRUE(letter.tells_request);
  EXPECT_FALSE(letter.fee);
}

TEST(ReplyLetter, ArticlesAreReadInEveryWayTheyAreWritten) {
  const auto cited = [](const std::string& text) {
    std::vector<std::string> out;
    for (const auto& one : read_reply_letter(text, letters()).articles) {
      out.push_back(one.instrument + " " + std::to_string(one.article) +
                    (one.clause ? "/" + std::to_string(*one.clause) : "") +
                    (one.item ? "(" + std::to_string(*one.item) + ")" : ""));
    }
    return out;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(cited("根据《条例》第三十六条第（三）项、第（五）项和第十四条"),
            (Texts{"条例 36(3)", "条例 36(5)", "条例 14"}));
  EXPECT_EQ(cited("根据《条例》第36条第1款第4项"), (Texts{"条例 36/1(4)"}));
  EXPECT_EQ(cited("依照《保守国家秘密法》第九条、《条例》第十四条"), (Texts{"保守国家秘密法 9", "条例 14"}));
  EXPECT_EQ(cited("依照政府信息公开条例第二十一条第三项"), (Texts{"政府信息公开条例 21(3)"}));
  EXPECT_EQ(cited("依照《条例》第十四条，保守国家秘密法实施条例第二十五条").back(), "保守国家秘密法实施条例 25");
  EXPECT_EQ(cited("第一百零二条"), (Texts{" 102"}));
  EXPECT_EQ(cited("第条，第二五条，第十百条，第99999条"), Texts{});
}

TEST(ReplyLetter, TheParagraphOfRemediesIsReadInEveryOrder) {
  const auto told = [](const std::string& text) { return read_reply_letter(text, letters()).remedies; };
  auto both = told("可以在收到本答复之日起60日内向甲县人民政府申请行政复议，或者在6个月内向甲县人民法院提起行政诉讼。");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].limit, (TimeLimit{60, TimeUnit::calendar_days}));
  EXPECT_EQ(both[1].kind, "litigation_direct");
  EXPECT_EQ(both[1].limit, (TimeLimit{6, TimeUnit::months}));
  EXPECT_EQ(both[1].body, "甲县人民法院");
  const auto behind = told("申请行政复议的，应当自收到之日起六十日内向甲县人民政府提出。");
  ASSERT_EQ(behind.size(), 1U);
  EXPECT_EQ(behind[0].limit, (TimeLimit{60, TimeUnit::calendar_days}));
  EXPECT_EQ(behind[0].body, "甲县人民政府");
  const auto working = told("60个工作日内向甲县人民政府申请行政复议。");
  EXPECT_EQ(working.at(0).limit, (TimeLimit{60, TimeUnit::working_days}));
  const auto none = read_reply_letter("根据《行政复议法》第二十三条，不得直接向人民法院提起诉讼。", letters());
  EXPECT_TRUE(none.remedies.empty());
  EXPECT_TRUE(none.reconsideration_first);
  EXPECT_EQ(told("可以依法申请行政复议或者提起行政诉讼。").size(), 2U);
  const auto aside = told("可以申请行政复议（60日内）或者提起行政诉讼（6个月内）。");
  ASSERT_EQ(aside.size(), 2U);
  EXPECT_EQ(aside[0].limit, (TimeLimit{60, TimeUnit::calendar_days}));
  EXPECT_EQ(aside[1].limit, (TimeLimit{6, TimeUnit::months}));
  EXPECT_EQ(told("6个月内直接向上海铁路运输法院提起诉讼。").at(0).body, "上海铁路运输法院");
  // The day of a letter is no period.
  EXPECT_FALSE(told("2024年3月25日起可向甲县人民政府申请行政复议。").at(0).limit);
}

TEST(LetterCheck, ALetterInOrderGivesNoFinding) {
  EXPECT_EQ(codes(found(letter_of({}), decided(refused()).request())), Codes{});
}

TEST(LetterCheck, ThePeriodAfterAReconsiderationIsForItsDecisionToTell) {
  Parts parts;
  parts.remedies = "应当在60日内先向密云县人民政府申请行政复议；对行政复议决定不服的，再依法向人民法院提起行政诉讼。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request())), Codes{});
}

TEST(LetterCheck, TheArticleFitsTheOutcome) {
  Parts parts;
  parts.law = "依据《政府信息公开条例》第十五条的规定，本机关决定不予公开。";
  const auto findings = found(letter_of(parts), decided(refused()).request());
  ASSERT_EQ(codes(findings), Codes{"LTR.ARTICLE"});
  EXPECT_EQ(findings[0].left, "art. 16(2)");
  EXPECT_EQ(findings[0].right, "art. 15");
  EXPECT_EQ(findings[0].citation, "国务院令第711号, art. 16(2)");
  EXPECT_EQ(findings[0].where.at(0).text, "第十五条");
  EXPECT_NE(findings[0].message_zh.find("第16条(2)"), std::string::npos);
  parts.law = "依据《政府信息公开条例》第十六条的规定，本机关决定不予公开。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request())), Codes{"LTR.ITEM"});
  parts.law = "依据《保守国家秘密法》第十六条第二款的规定，本机关决定不予公开。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request())), Codes{"LTR.ARTICLE"});
  parts.law = "本机关决定不予公开。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request())), Codes{"LTR.ARTICLE"});
}

TEST(LetterCheck, EveryOutcomeOfTheTaxonomyWithAnArticleIsAskedForIt) {
  const std::set<std::string> without{"not_processed_reconfirm", "other_misc"};
  Parts parts;
  parts.law = "依据《政府信息公开条例》第一条，不予公开，不予处理，不存在，视为放弃，部分公开，予以公开。";
  for (const auto& member : rules().clock.rulebook().taxonomy("outcome").members()) {
    const std::string name{member.code.token()};
    auto state = decided(refused()).request();
    state.decisions.back().outcome = name;
    const auto all = codes(found(letter_of(parts), state));
    EXPECT_EQ(std::count(all.begin(), all.end(), "LTR.ARTICLE"), without.count(name) == 0 ? 1 : 0) << name;
  }
}

TEST(LetterCheck, UnderTheRegulationsOf2008TheArticlesAreThose) {
  Desk desk;
  desk.open("q1", Date{2018, 3, 5}).act("q1", refused("denied_third_party"), Date{2018, 3, 20});
  Parts parts;
  parts.number = "密卫公开告〔2018〕1号";
  parts.foot = "密云县卫生局\n二〇一八年三月二十日";
  parts.law = "依据《政府信息公开条例》第十四条第四款的规定，本机关决定不予公开。";
  parts.remedies =
      "可以自收到之日起60日内向密云县人民政府或者北京市卫生局申请行政复议，或者六个月内向人民法院提起行政诉讼。";
  EXPECT_EQ(codes(found(letter_of(parts), desk.request())), Codes{});
  parts.law = "依据《政府信息公开条例》第十五条的规定，本机关决定不予公开。";
  EXPECT_EQ(codes(found(letter_of(parts), desk.request())), Codes{"LTR.ARTICLE"});
}

TEST(LetterCheck, ReconsiderationComesFirstAgainstRefusalsFrom2024On) {
  Parts parts;
  parts.remedies = "可以在收到之日起60日内向密云县人民政府申请行政复议，或者在6个月内向密云县人民法院提起行政诉讼。";
  const auto findings = found(letter_of(parts), decided(refused()).request());
  ASSERT_EQ(codes(findings), Codes{"LTR.FIRST"});
  EXPECT_EQ(findings[0].citation, "行政复议法（2023年修订）, art. 23(1)(4), 23(2)");
  parts.remedies = "可以在收到之日起60日内向密云县人民政府申请行政复议。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request())), Codes{"LTR.FIRST"});
  parts.remedies = "可以在6个月内向密云县人民法院提起行政诉讼。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request())), (Codes{"LTR.FIRST", "LTR.REMEDY"}));
  parts.remedies = "";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request())), Codes{"LTR.REMEDY"});
}

TEST(LetterCheck, AgainstWhatIsNotHeldBothWaysAreOpen) {
  Parts parts;
  parts.law = "依据《政府信息公开条例》第三十六条第四项，该信息不存在。";
  parts.remedies = "可以在收到之日起60日内向密云县人民政府申请行政复议，或者在6个月内向密云县人民法院提起行政诉讼。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(outcome("unable_not_held")).request())), Codes{});
}

TEST(LetterCheck, APeriodThatTheLawDoesNotHaveIsFound) {
  Parts parts;
  parts.law = "依据《政府信息公开条例》第三十六条第四项，该信息不存在。";
  const auto state = decided(outcome("unable_not_held")).request();
  parts.remedies = "可以在60个工作日内向密云县人民政府申请行政复议，或者在3个月内向密云县人民法院提起行政诉讼。";
  const auto findings = found(letter_of(parts), state);
  ASSERT_EQ(codes(findings), (Codes{"LTR.LIMIT", "LTR.LIMIT"}));
  const auto& lawsuit = findings[0].left == "6 months" ? findings[0] : findings[1];
  EXPECT_EQ(lawsuit.left, "6 months");
  EXPECT_EQ(lawsuit.right, "3 months");
  EXPECT_EQ(lawsuit.citation, "行政诉讼法（2017年修正）, art. 46");
  parts.remedies = "可以向密云县人民政府申请行政复议。";
  EXPECT_EQ(codes(found(letter_of(parts), state)), Codes{"LTR.LIMIT"});
}

TEST(LetterCheck, WhoReconsidersIsTheGovernmentOnlyFrom2024On) {
  Parts parts;
  parts.remedies = "应当先自收到之日起60日内向密云县人民政府或者北京市卫生局申请行政复议。";
  const auto findings = found(letter_of(parts), decided(refused()).request());
  ASSERT_EQ(codes(findings), Codes{"LTR.BODY"});
  EXPECT_EQ(findings[0].left, "密云县人民政府");
  EXPECT_EQ(findings[0].right, "密云县人民政府或者北京市卫生局");
  parts.remedies = "应当先自收到之日起60日内向县人民政府申请行政复议。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request())), Codes{});
  const ReplyingBody justice{"密云县卫生局", "justice", "密云县人民政府", "北京市卫生局"};
  parts.remedies = "应当先自收到之日起60日内向密云县人民政府或者北京市卫生局申请行政复议。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request(), justice)), Codes{});
  EXPECT_EQ(codes(found(letter_of(parts), decided(refused()).request(), {})), Codes{});  // unknown: not compared
  EXPECT_THROW((void)found(letter_of(parts), decided(refused()).request(), {"", "bureau", "", ""}), NotFoundError);
}

TEST(LetterCheck, WhatIsWithheldIsNamedWithItsGround) {
  Parts parts;
  parts.law =
      "依据《政府信息公开条例》第三十七条、第十五条，部分公开：附件2第3列涉及个人隐私，不予公开，其余予以公开。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(in_part()).request())), Codes{});
  parts.law = "依据《政府信息公开条例》第三十七条，部分公开。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(in_part()).request())), (Codes{"LTR.GROUND", "LTR.PARTS"}));
  // A part that is a matter for a registry: no reconsideration first.
  parts.law = "依据《政府信息公开条例》第三十七条、第三十六条第七项，部分公开，附件2第3列请依法查询。";
  parts.remedies = "可以自收到之日起60日内向密云县人民政府申请行政复议，或者6个月内向人民法院起诉。";
  EXPECT_EQ(codes(found(letter_of(parts), decided(in_part("administrative_query")).request())), Codes{});
}

TEST(LetterCheck, TheLetterSaysWhatTheRegisterSays) {
  Parts parts;
  parts.title = "政府信息公开告知书";
  parts.addressee = "李四";
  parts.foot = "密云县教育局\n2024年4月8日";
  parts.law = "依据《政府信息公开条例》第十六条第二款，现予以公开。";
  auto state = decided(refused()).request();
  state.decisions.back().document = "密卫公开告〔2024〕13号";
  const auto findings = found(letter_of(parts), state);
  EXPECT_EQ(codes(findings),
            (Codes{"LTR.APPLICANT", "LTR.DATE", "LTR.DECISION", "LTR.LATE", "LTR.NUMBER", "LTR.SIGNATURE"}));
  EXPECT_EQ(findings[3].left, "2024-04-01");
  EXPECT_EQ(findings[3].right, "2024-04-08");
}

TEST(LetterCheck, AFeeIsThatOfTheNotice) {
  Parts parts;
  parts.law += "信息处理费100.50元。";
  auto state = decided(refused()).request();
  EXPECT_EQ(codes(found(letter_of(parts), state)), Codes{"LTR.FEE"});
  state.fee = RequestFee{"fee_per_page", 10050, 0, 1, Date{2024, 3, 5}, ""};
  EXPECT_EQ(codes(found(letter_of(parts), state)), Codes{});
  state.fee->waived = "welfare";
  const auto findings = found(letter_of(parts), state);
  ASSERT_EQ(codes(findings), Codes{"LTR.FEE"});
  EXPECT_EQ(findings[0].left, "0.00元");
  EXPECT_EQ(findings[0].right, "100.50元");
}

TEST(LetterCheck, WhatTheCourtsDoNotTakeIsNoted) {
  Parts parts;
  parts.foot = "密云县卫生局\n2025年9月1日";
  parts.law = "依据《政府信息公开条例》第三十八条，该信息需要汇总加工，不予提供。";
  parts.remedies = "可以在60日内向密云县人民政府申请行政复议，或者在6个月内向密云县人民法院提起行政诉讼。";
  Desk desk;
  desk.open("q1", Date{2025, 8, 18}).act("q1", outcome("unable_needs_creation"), Date{2025, 9, 1});
  EXPECT_EQ(codes(found(letter_of(parts), desk.request())), Codes{"LTR.NOT_ACTIONABLE"});
}

TEST(LetterCheck, AReplyByMailOfTheNetNamesAChannelOfTheNet) {
  auto state = decided(refused()).request();
  state.decisions.back().service = "email";
  EXPECT_EQ(codes(found(letter_of({}), state)), Codes{"LTR.ONLINE"});
  Parts parts;
  parts.remedies += "也可以登录行政复议网上申请平台申请行政复议。";
  EXPECT_EQ(codes(found(letter_of(parts), state)), Codes{});
}

TEST(LetterCheck, WhatALetterMustStateIsAskedFromTheDayOfTheNormOn) {
  const auto findings = found("今天天气好。", decided(refused()).request());
  const auto all = codes(findings);
  EXPECT_EQ(std::count(all.begin(), all.end(), "LTR.ELEMENT"), 7);  // article and remedy are errors of their own
  Desk desk;
  desk.open("q1", Date{2019, 6, 3}).act("q1", outcome("unable_not_held"), Date{2019, 6, 10});
  EXPECT_EQ(codes(found("今天天气好。", desk.request())), Codes{"LTR.ARTICLE"});
}

TEST(LetterCheck, WithoutADecisionOnlyTheHeadAndTheDayAreCompared) {
  Desk desk;
  desk.open("q1", received);
  EXPECT_EQ(codes(found(letter_of({}), desk.request())), Codes{"LTR.UNDECIDED"});
  EXPECT_TRUE(check_letter({}, RequestState{"q9"}, rules(), letters()).empty());
}

TEST(LetterCheck, ALetterMayBeStatedInsteadOfRead) {
  ReplyLetter letter;
  letter.title = "告知书";
  letter.document_number = "〔2024〕12号";
  letter.addressee = "张三";
  letter.signature = "密云县卫生局";
  letter.dated = answered;
  letter.tells_request = true;
  letter.decisions = {"partially_granted"};
  letter.articles = {{"政府信息公开条例", 37, std::nullopt, std::nullopt, {}},
                     {"政府信息公开条例", 15, std::nullopt, std::nullopt, {}}};
  letter.withheld = {{"附件2第3列", "personal_privacy", ""}};
  letter.reconsideration_first = true;
  letter.remedies = {{"reconsideration", TimeLimit{60, TimeUnit::calendar_days}, "密云县人民政府", {}}};
  const auto state = decided(in_part()).request();
  EXPECT_EQ(codes(check_letter(letter, state, rules(), letters(), bureau)), Codes{});
  letter.withheld.clear();
  EXPECT_EQ(codes(check_letter(letter, state, rules(), letters(), bureau)), Codes{"LTR.PARTS"});
}

TEST(LetterRules, AreReadStrictly) {
  EXPECT_EQ(letters().body_kinds(), (std::vector<std::string>{"county_department", "town", "vertical", "justice"}));
  EXPECT_EQ(letters().identity().size(), 32U);
  EXPECT_THROW((void)LetterRules::builtin("XX"), NotFoundError);
  EXPECT_THROW((void)LetterRules::parse("{}", "letter.json"), RulebookError);
  EXPECT_THROW((void)LetterRules::parse("[", "letter.json"), RulebookError);
}

TEST(LetterRules, NameOnlyWordsOfTheRulebook) {
  const auto rulebook = rules().clock.rulebook();
  for (const auto& basis : letters().words().outcomes) {
    EXPECT_NE(rulebook.taxonomy("outcome").find(basis.of), nullptr) << basis.of;
  }
  for (const auto& basis : letters().words().grounds) {
    EXPECT_NE(rulebook.taxonomy("ground").find(basis.of), nullptr) << basis.of;
  }
  for (const auto& [outcome, act] : letters().words().acts) {
    EXPECT_NE(rulebook.taxonomy("outcome").find(outcome), nullptr) << outcome;
    EXPECT_NE(rulebook.taxonomy("agency_act").find(act), nullptr) << act;
  }
  for (const auto& [group, list] : letters().words().decisions) {
    EXPECT_NE(rulebook.taxonomy("outcome_group").find(group), nullptr) << group;
  }
}

TEST(ReplyLetter, TextThatIsNoLetterIsReadAllTheSame) {
  std::mt19937 dice{20241125};
  const std::vector<std::string> pieces{"第",
                                        "条",
                                        "《",
                                        "》",
                                        "（",
                                        "）",
                                        "三",
                                        "十",
                                        "百",
                                        "项",
                                        "款",
                                        "复议",
                                        "诉讼",
                                        "起诉",
                                        "向",
                                        "申请",
                                        "日",
                                        "个月",
                                        "60",
                                        "2024年",
                                        "2月",
                                        "30日",
                                        "。",
                                        "，",
                                        "\n",
                                        "：",
                                        "号",
                                        "〔2024〕",
                                        "信息处理费",
                                        "元",
                                        "9999999999999",
                                        ".",
                                        "条例",
                                        "不得",
                                        "的",
                                        "章",
                                        "(",
                                        "\xff"};
  for (int round = 0; round < 400; ++round) {
    std::string text = "x";
    for (int i = 0; i < 120; ++i) {
      text += pieces[dice() % pieces.size()];
    }
    const auto letter =
        read_reply_letter(read_text_document(std::string{"答复\n"} + text.substr(0, text.find('\xff'))), letters());
    (void)check_letter(letter, decided(refused()).request(), rules(), letters(), bureau);
  }
  // Long and monotonous: linear all the same.
  for (const auto* piece : {"《", "第", "复议", "信息处理费", "第三项、", "零", "向", "可复议，"}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) {
      text += piece;
    }
    (void)read_reply_letter(text, letters());
  }
}

}  // namespace
