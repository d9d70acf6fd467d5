// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/clock/clock.hpp>
#include <sstream>

#include "detail/json_reader.hpp"

namespace gongkai {
namespace {

class Explain : public ::testing::Test {
 protected:
  Deadline deadline(std::initializer_list<const char*> events, std::optional<Date> as_of,
                    DeadlineKind kind = DeadlineKind::reply) {
    ClockHistory history;
    for (const char* event : events) {
      history.add(parse_clock_event(event, clock_.rulebook()));
    }
    return clock_.deadline(kind, history, as_of);
  }
  // Without the last section, which names the identity of the data of the day.
  static std::string page(const Deadline& deadline, ExplainFormat format, Language language, const char* last) {
    const std::string all = deadline.explain(format, language);
    EXPECT_NE(all.find(last), std::string::npos) << all;
    return all.substr(0, all.find(last));
  }

  Clock clock_ = Clock::builtin("cn");
};

TEST_F(Explain, IsAPageThatAnOfficialCanPutInTheFile) {
  const Deadline reply =
      deadline({"received 2024-03-04 channel=registered_mail",
                "third_party_consulted 2024-03-11 delivered=2024-03-13 party=甲公司",
                "third_party_answered 2024-03-20 party=甲公司", "extended 2024-04-12 days=10 decided=2024-04-15"},
               Date{2024, 4, 8});
  EXPECT_EQ(page(reply, ExplainFormat::text, Language::en, "\nChoices"), R"(Deadline: reply to the request

Due day: 2024-04-11 (Thursday)
Start: 2024-03-04 (Monday)
Safe due day: 2024-04-09, by consultation_interval=after_receipt [From the day after the third party's receipt]
On 2024-04-08: running
Working days used: 17
Remaining: 3 working days, 3 calendar days

What happened
  2024-03-04  request received: mail against signature (registered, EMS)
  2024-03-11  third party consulted: delivered 2024-03-13; 甲公司
  2024-03-20  third party answered: 甲公司

Derivation
  1. 2024-03-04  The clock starts; this day is not counted. Limit: 20 working days.
     which day the clock starts: 国务院令第711号, art. 31
  2. 2024-03-05 … 2024-03-11  5 working days counted.
       - 2024-03-09 … 2024-03-10 weekend
     reply to a request: 国务院令第711号, art. 33(2)
  3. 2024-03-12 … 2024-03-20  Not counted: 7 working days.
     effect on the reply period: 国务院令第711号, art. 33(3)
  4. 2024-03-21 … 2024-04-11  15 working days counted.
       - 2024-03-23 … 2024-03-24 weekend
       - 2024-03-30 … 2024-03-31 weekend
       - 2024-04-04 … 2024-04-06 清明节 [国办发明电〔2023〕7号]
     reply to a request: 国务院令第711号, art. 33(2)
)");
}

TEST_F(Explain, SpeaksChineseInMarkdown) {
  const Deadline reply = deadline({"submitted 2024-03-04 channel=in_person", "replied 2024-04-03"}, Date{2024, 4, 8});
  EXPECT_EQ(page(reply, ExplainFormat::markdown, Language::zh, "\n## 依据"), R"(# 期限：答复

| | |
|---|---|
| 到期日 | 2024-04-01（星期一） |
| 起算日 | 2024-03-04（星期一） |
| 稳妥到期日 | 2024-04-01：相同 |
| 截至2024-04-08 | 逾期办结 |
| 已用工作日 | 22 |
| 逾期 | 2个工作日、2个自然日 |

## 经过

- **2024-03-04** 提交申请：当面提交
- **2024-04-03** 答复

## 推算

1. **2024-03-04** 起算；当日不计。期限：20个工作日。 *收到申请之日的确定：国务院令第711号, art. 31*
2. **2024-03-05 … 2024-04-01** 计20个工作日。 *答复期限：国务院令第711号, art. 33(2)*
   - 2024-03-09 … 2024-03-10 周末
   - 2024-03-16 … 2024-03-17 周末
   - 2024-03-23 … 2024-03-24 周末
   - 2024-03-30 … 2024-03-31 周末
3. **2024-04-03** 办结；停止计算。 *答复日的认定*

## 问题

- **CLK.REPLY\_LATE［错误］** 2024-04-03答复，到期日2024-04-01：逾期2个工作日、2个自然日［国务院令第711号, art. 33(2)］
)");
}

TEST_F(Explain, NamesTheMissingNoticeInBothLanguages) {
  const Deadline reply = deadline({"submitted 2026-12-14 channel=in_person"}, std::nullopt);
  EXPECT_NE(reply.explain().find("the State Council's holiday notice for 2027 is not published"), std::string::npos)
      << reply.explain();
  EXPECT_NE(reply.explain(ExplainFormat::text, Language::zh).find("国务院2027年放假安排尚未公布"), std::string::npos);
}

TEST_F(Explain, KeepsSomebodysWordsFromBecomingMarkdown) {
  const Deadline reply = deadline({"submitted 2024-03-04 channel=in_person",
                                   "third_party_consulted 2024-03-11 delivered=2024-03-13 party=<b>A|*B*"},
                                  Date{2024, 3, 20});
  const std::string page = reply.explain(ExplainFormat::markdown);
  EXPECT_EQ(page.find("<b>A|*B*"), std::string::npos);
  EXPECT_NE(page.find("\\<b\\>A\\|\\*B\\*"), std::string::npos) << page;
}

TEST_F(Explain, KeepsSomebodysWordsFromBecomingHtml) {
  const Deadline reply = deadline({"submitted 2024-03-04 channel=in_person",
                                   "third_party_consulted 2024-03-11 delivered=2024-03-13 party=<b>\"A\"&'B'"},
                                  Date{2024, 3, 20});
  const std::string page = reply.explain(ExplainFormat::html);
  EXPECT_EQ(page.find("<b>\"A"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;&quot;A&quot;&amp;&#39;B&#39;"), std::string::npos) << page;
}

TEST_F(Explain, AsHtmlSaysWhatTheTextSays) {
  const Deadline reply = deadline({"submitted 2024-03-04 channel=in_person", "replied 2024-04-03"}, Date{2024, 4, 8});
  const std::string page = reply.explain(ExplainFormat::html, Language::zh);
  EXPECT_EQ(page.rfind("<section class=\"gongkai-deadline\" lang=\"zh\"><h3>期限：答复</h3>", 0), 0U) << page;
  for (const char* words : {"2024-04-01（星期一）", "提交申请：当面提交", "计20个工作日。", "CLK.REPLY_LATE", "周末"}) {
    EXPECT_NE(page.find(words), std::string::npos) << words;
  }
  std::vector<std::string> open;  // every element that begins ends, in order
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    const bool ends = page[at + 1] == '/';
    const std::size_t name = at + (ends ? 2 : 1);
    const std::string tag = page.substr(name, page.find_first_of(" >", name) - name);
    if (!ends) {
      open.push_back(tag);
    } else {
      ASSERT_FALSE(open.empty());
      ASSERT_EQ(open.back(), tag);
      open.pop_back();
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST_F(Explain, AsJsonHoldsTheSameAnswer) {
  const Deadline reply =
      deadline({"submitted 2024-03-04 channel=in_person", "extended 2024-03-25 days=20"}, Date{2024, 3, 20});
  const std::string text = reply.explain(ExplainFormat::json);
  const std::string name = "explanation";
  const auto json = detail::parse_json(text, name);
  const detail::JsonCursor root{json, name};
  EXPECT_EQ(root.at("due").string(), "2024-04-01");  // on 20 March nothing was known of the extension
  EXPECT_EQ(root.at("status").string(), "running");
  EXPECT_EQ(root.at("days_used").integer(0, 100), 12);
  EXPECT_EQ(root.at("events").elements()[1].at("days").integer(0, 100), 20);
  ASSERT_EQ(root.at("happened").elements().size(), 1U);
  EXPECT_EQ(root.at("happened").elements()[0].at("text").string(), "request submitted: in person");
  EXPECT_EQ(root.at("options").at("fee_payment").string(), "restart");
  EXPECT_EQ(root.at("steps").elements().back().at("skipped").elements().size(), 8U);
}

TEST_F(Explain, EveryKindOfDeadlineInEveryStateHasItsWords) {
  const std::initializer_list<const char*> histories[] = {
      {},
      {"submitted 2024-03-04 channel=in_person"},
      {"received 2024-03-04 channel=ordinary_mail"},
      {"submitted 2024-03-04 channel=in_person", "correction_noticed 2024-03-08", "withdrawn 2024-03-11"},
      {"submitted 2024-03-04 channel=in_person", "correction_noticed 2024-03-08 delivered=2024-03-11",
       "corrected 2024-03-18 channel=email posted=2024-03-15 partly good_reason"},
      {"submitted 2024-03-04 channel=in_person", "fee_noticed 2024-03-08 service=direct refused",
       "fee_paid 2024-03-12"},
      {"submitted 2024-03-04 channel=in_person", "agency_consulted 2024-03-08 basis=coordination",
       "reasons_asked 2024-03-09", "reasons_given 2024-03-10", "deferred 2024-03-12 until=2024-06-03"},
      {"formed 2024-03-04", "published 2024-05-20"},
      {"stage_begun 2024-03-04", "stage_completed 2024-03-06"},
      {"report_year year=2023 body=department", "report_published 2024-02-01"},
      {"act_known 2024-03-04 remedies_told=false", "act_done 2024-03-01 real_estate"},
      {"act_known 2024-02-29", "remedies_known 2024-03-05", "reconsideration_applied 2024-03-06"},
      {"reconsideration_decided 2024-03-04 service=china_post delivered=2024-03-06", "lawsuit_filed 2024-08-06"},
      {"reconsideration_expired 2024-03-04"},
      {"submitted 2024-03-04 channel=in_person",
       "replied service=courier posted=2024-03-06 delivered=2024-03-08 outcome=denied_process"}};
  for (const auto& events : histories) {
    for (int kind = 0; kind <= static_cast<int>(DeadlineKind::litigation); ++kind) {
      for (const std::optional<Date> as_of :
           {std::optional<Date>{}, std::optional<Date>{Date{2024, 3, 20}}, std::optional<Date>{Date{2025, 6, 2}}}) {
        const Deadline one = deadline(events, as_of, static_cast<DeadlineKind>(kind));
        for (const Language language : {Language::en, Language::zh}) {
          const std::string text = one.explain(ExplainFormat::text, language);
          EXPECT_EQ(text.find('{'), std::string::npos) << text;
          EXPECT_FALSE(one.explain(ExplainFormat::markdown, language).empty());
          EXPECT_FALSE(one.explain(ExplainFormat::json, language).empty());
          EXPECT_EQ(one.explain(ExplainFormat::html, language).find('{'), std::string::npos);
        }
        std::ostringstream out;
        out << one;
        EXPECT_FALSE(out.str().empty());
      }
    }
  }
}

}  // namespace
}  // namespace gongkai
