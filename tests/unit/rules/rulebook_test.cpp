// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <gongkai/error.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <sstream>
#include <string>

#include "small_book.hpp"

namespace gongkai {
namespace {

template <typename Error>
ErrorCode code_of(void (*ask)(const Rulebook&)) {
  try {
    ask(Rulebook::builtin("cn"));
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

TEST(Rulebook, AnUnknownNameIsNotFound) {
  EXPECT_EQ(code_of<NotFoundError>([](const auto& b) {
              (void)b.at("replay", Date{2024, 1, 1});
            }),
            ErrorCode::unknown_name);
  EXPECT_EQ(code_of<NotFoundError>([](const auto& b) {
              (void)b.at(cn::outcome::granted, Date{2024, 1, 1});
            }),
            ErrorCode::unknown_name);
  EXPECT_EQ(code_of<NotFoundError>([](const auto& b) {
              (void)b.at("clock_start", "pigeon", Date{2024, 1, 1});
            }),
            ErrorCode::unknown_name);
  EXPECT_EQ(code_of<NotFoundError>([](const auto& b) {
              (void)b.at(cn::rule::clock_start, cn::body::town, Date{2024, 1, 1});
            }),
            ErrorCode::unknown_name);
  EXPECT_EQ(code_of<NotFoundError>([](const auto& b) { (void)b.explain("replay"); }), ErrorCode::unknown_name);
  EXPECT_EQ(code_of<NotFoundError>([](const auto& b) { (void)b.definition("replay"); }), ErrorCode::unknown_name);
  EXPECT_EQ(code_of<NotFoundError>([](const auto& b) { (void)b.instrument("R1999"); }), ErrorCode::unknown_name);
  EXPECT_EQ(code_of<NotFoundError>([](const auto&) { (void)Rulebook::builtin("fr"); }), ErrorCode::unknown_country);
  EXPECT_EQ(code_of<NotFoundError>([](const auto&) { (void)Rulebook::builtin("cn-xz"); }), ErrorCode::unknown_country);
  EXPECT_EQ(code_of<NotFoundError>([](const auto&) { (void)Rulebook::builtin(""); }), ErrorCode::unknown_country);
}

TEST(Rulebook, ARuleThatDiffersNeedsToKnowBetweenWhat) {
  EXPECT_EQ(code_of<InvalidArgumentError>([](const auto& b) {
              (void)b.at("clock_start", Date{2024, 1, 1});
            }),
            ErrorCode::out_of_range);
  EXPECT_EQ(code_of<InvalidArgumentError>([](const auto& b) {
              (void)b.at("reply", "email", Date{2024, 1, 1});
            }),
            ErrorCode::out_of_range);
  EXPECT_EQ(code_of<InvalidArgumentError>([](const auto& b) { (void)b.history(cn::rule::clock_start); }),
            ErrorCode::out_of_range);
  EXPECT_EQ(code_of<InvalidArgumentError>([](const auto& b) { (void)b.history(cn::rule::reply, cn::channel::email); }),
            ErrorCode::out_of_range);
}

TEST(Rulebook, AValueOfAnotherKindIsNotForced) {
  const Date day{2024, 1, 1};
  const auto book = Rulebook::builtin("cn");
  EXPECT_THROW((void)book.at("reply", day).calendar_days(), InvalidArgumentError);
  EXPECT_THROW((void)book.at("reply", day).tariff(), InvalidArgumentError);
  EXPECT_THROW((void)book.at("litigation_direct", day).working_days(), InvalidArgumentError);
  EXPECT_THROW((void)book.at("reply_on_the_spot", day).set(), InvalidArgumentError);
  try {
    (void)book.at("litigation_direct", day).calendar_days();
    FAIL();
  } catch (const InvalidArgumentError& error) {
    EXPECT_EQ(error.code(), ErrorCode::wrong_value_kind);
    EXPECT_NE(error.message().find("6 months"), std::string::npos) << error.message();
  }
}

TEST(Rulebook, NoValueSaysWhyAndWhere) {
  try {
    (void)Rulebook::builtin("cn").at("correction_notice", Date{2019, 5, 14}).working_days();
    FAIL();
  } catch (const NotFoundError& error) {
    EXPECT_EQ(error.code(), ErrorCode::no_rule_in_force);
    EXPECT_EQ(error.message(),
              "the rule \"correction_notice\" has no value on 2019-05-14: no value stated from 2008-05-01 to "
              "2019-05-14 (国务院令第492号, art. 21(4))");
  }
}

TEST(Rulebook, AnAnswerSaysWhereItComesFrom) {
  const auto answer = Rulebook::builtin("cn").at(cn::rule::annual_report, cn::body::county, Date{2023, 12, 31});
  EXPECT_EQ(answer.code(), cn::rule::annual_report);
  EXPECT_EQ(answer.of(), cn::body::county);
  EXPECT_EQ(answer.day(), Date(2023, 12, 31));
  EXPECT_EQ(answer.entry().file, "cn/regulation-2019.json");
  EXPECT_EQ(answer.entry().pointer.substr(0, 8), "/values/");
  EXPECT_EQ(answer.entry().place, "CN");
  EXPECT_EQ(answer.entry().from, Date(2019, 11, 23));
  EXPECT_FALSE(answer.entry().to);
  EXPECT_TRUE(answer.beneath().empty());
  EXPECT_EQ(answer.to_string(), "20 February (国办公开办函〔2019〕60号; 国办公开办函〔2021〕30号; notice)");
  EXPECT_EQ(answer.to_string(Language::zh),
            "2月20日（国办公开办函〔2019〕60号；国办公开办函〔2021〕30号；规范性文件）");
}

TEST(Rulebook, ARepealedRuleThatNobodyMadeAgainIsAbolished) {
  const auto book = small_book::book();
  EXPECT_EQ(book.at("times", Date{1999, 12, 31}).state(), ValueState::no_rule);
  EXPECT_EQ(book.at("times", Date{1999, 12, 31}).entry().to, Date(1999, 12, 31));
  EXPECT_EQ(book.at("times", Date{2009, 12, 31}).count(), 1);
  const auto after = book.at("times", Date{2010, 1, 1});
  EXPECT_EQ(after.state(), ValueState::abolished);
  EXPECT_EQ(after.entry().citations.front(), Citation("Act B", "art. 99"));
  EXPECT_EQ(after.entry().from, Date(2010, 1, 1));
  // Followed by another value it has only changed.
  EXPECT_EQ(book.at("reply", Date{2010, 1, 1}).working_days(), WorkingDays{20});
}

TEST(Rulebook, ARuleWithoutAnyValueIsNoRule) {
  const auto answer = small_book::book().at("silent", Date{2024, 1, 1});
  EXPECT_EQ(answer.state(), ValueState::no_rule);
  EXPECT_FALSE(answer.entry().from);
  EXPECT_FALSE(answer.entry().to);
  EXPECT_TRUE(answer.entry().citations.empty());
  EXPECT_EQ(small_book::book().at("way", "desk", Date{2024, 1, 1}).state(), ValueState::no_rule);
}

TEST(Rulebook, EveryValueOfTheBuiltInOnesKeepsItsPromises) {
  for (const auto& name : Rulebook::builtin_names()) {
    const auto book = Rulebook::builtin(name);
    for (const auto& definition : book.definitions()) {
      std::vector<std::optional<Code>> all{std::nullopt};
      if (!definition.by.empty()) {
        all.clear();
        for (const auto& member : book.taxonomy(definition.by).members()) {
          all.emplace_back(member.code);
        }
      }
      for (const auto& of : all) {
        for (const auto& value : book.history(definition.code, of)) {
          EXPECT_EQ(value.value.has_value(), value.state == ValueState::in_force);
          EXPECT_FALSE(value.citations.empty());
          EXPECT_TRUE(value.from);
          // On its first and last day the value is the answer, or lies beneath it.
          for (const auto& day : {value.from, value.to}) {
            if (day) {
              const auto answer = of ? book.at(definition.code, *of, *day) : book.at(definition.code, *day);
              bool found = answer.entry().pointer == value.pointer && answer.entry().file == value.file;
              for (const auto& beneath : answer.beneath()) {
                found = found || (beneath.pointer == value.pointer && beneath.file == value.file);
              }
              EXPECT_TRUE(found) << definition.code << " " << *day;
            }
          }
        }
      }
    }
  }
}

TEST(Rulebook, ItsIdentityIsItsContent) {
  const auto book = small_book::book();
  EXPECT_EQ(book.content_hash().size(), 32U);
  EXPECT_EQ(book, small_book::book());
  EXPECT_NE(book, Rulebook::from_files(small_book::files("rules.json", "15}", "14}")));
  EXPECT_NE(book, book.with_overlay(small_book::overlay, "l.json"));
  EXPECT_NE(Rulebook::builtin("cn"), Rulebook::builtin("cn-fj"));
  std::ostringstream out;
  out << book;
  EXPECT_EQ(out.str(), "xx rulebook " + book.content_hash() + " (6 files)");
}

TEST(Rulebook, AnAnswerOutlivesItsRulebook) {
  const auto answer = [] { return small_book::book().at("reply", Date{2024, 1, 1}); }();
  EXPECT_EQ(answer.working_days(), WorkingDays{20});
  EXPECT_EQ(answer.definition().label.zh, "答复");
}

TEST(Rulebook, ExplainsARuleWithItsHistoryAndSources) {
  EXPECT_EQ(Rulebook::builtin("cn").explain("correction_notice"),
            "correction_notice: correction notice\n"
            "selected by: the day the clock starts (receipt of the request)\n"
            "counted from: the day the clock starts (receipt of the request) (that day not counted)\n"
            "  from 2019-05-15: 7 working days (国务院令第711号, art. 30)\n"
            "    CN, cn/regulation-2019.json\n"
            "  2008-05-01 to 2019-05-14: no value stated (国务院令第492号, art. 21(4))\n"
            "    The applicant is told to change or add; no time limit.\n"
            "    CN, cn/regulation-2008.json\n"
            "sources:\n"
            "  国务院令第492号  Regulations on Open Government Information (2007)\n"
            "    pingtan.gov.cn/zwgk/zfxxgk/zfxxgkzd/202311/t20231108_80927.htm\n"
            "    fsou.com/html/text/chl/903/90387_4.html\n"
            "  国务院令第711号  Regulations on Open Government Information (revised 2019)\n"
            "    github.com/LawRefBook/Laws, 行政法规/政府信息公开条例(2019-04-03).md\n");
}

TEST(Rulebook, ExplainsInChinese) {
  const auto text = Rulebook::builtin("cn").explain("reply", Language::zh);
  EXPECT_EQ(text.substr(0, text.find("来源")),
            "reply：答复期限\n"
            "适用日期：期限起算之日（收到申请之日）\n"
            "起算：期限起算之日（收到申请之日）（当日不计）\n"
            "  自 2019-05-15：20个工作日（国务院令第711号第33条(2)）\n"
            "    CN, cn/regulation-2019.json\n"
            "  2008-05-01 至 2019-05-14：15个工作日（国务院令第492号第24条(2)）\n"
            "    CN, cn/regulation-2008.json\n");
}

TEST(Rulebook, ExplainsEveryRuleInBothLanguages) {
  for (const auto& name : Rulebook::builtin_names()) {
    const auto book = Rulebook::builtin(name);
    for (const auto& definition : book.definitions()) {
      for (const auto language : {Language::en, Language::zh}) {
        const auto text = book.explain(definition.code.token(), language);
        EXPECT_NE(text.find(definition.label.in(language)), std::string::npos);
        EXPECT_EQ(text.back(), '\n');
      }
    }
  }
}

}  // namespace
}  // namespace gongkai
