// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <gongkai/agency/agency.hpp>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

// The State Council agreed in 2015 to make 密云县 a district; Beijing announced it on 2015-11-18.
const char* const miyun =
    "id,name,from,to,kind,level,parent,succeeds\n"
    "beijing,北京市人民政府,,,province,province,,\n"
    "miyun,北京市密云县人民政府,,2015-11-17,county,county,beijing,\n"
    "miyun,北京市密云区人民政府,2015-11-18,,county,county,beijing,\n"
    "bulaotun,北京市密云县不老屯镇人民政府,,2015-11-17,town,town,miyun,\n"
    "bulaotun,北京市密云区不老屯镇人民政府,2015-11-18,,town,town,miyun,\n"
    "old,甲局,,2018-12-31,department,county,miyun,\n"
    "new,乙局,2019-01-01,,department,county,miyun,old\n"
    "tax,税务局,,,vertical,county,miyun,\n";

TEST(AgencyTree, ABodyKeepsItsIdWhenItsNameChanges) {
  const auto tree = AgencyTree::parse(miyun, "miyun.csv");
  EXPECT_EQ(tree.at("bulaotun").name(Date{2013, 12, 31}), "北京市密云县不老屯镇人民政府");
  EXPECT_EQ(tree.at("bulaotun").name(Date{2015, 11, 17}), "北京市密云县不老屯镇人民政府");
  EXPECT_EQ(tree.at("bulaotun").name(Date{2015, 11, 18}), "北京市密云区不老屯镇人民政府");
  EXPECT_EQ(tree.find("北京市密云县人民政府", Date{2014, 1, 1})->id(), "miyun");
  EXPECT_EQ(tree.find("北京市密云县人民政府", Date{2016, 1, 1}), nullptr);
  EXPECT_THROW((void)tree.at("nobody"), NotFoundError);
}

TEST(AgencyTree, WhatBelongsToABodyDependsOnTheDay) {
  const auto tree = AgencyTree::parse(miyun, "miyun.csv");
  EXPECT_EQ(tree.children("miyun", Date{2018, 12, 31}), (std::vector<std::string>{"bulaotun", "old", "tax"}));
  EXPECT_EQ(tree.children("miyun", Date{2019, 1, 1}), (std::vector<std::string>{"bulaotun", "new", "tax"}));
  EXPECT_EQ(tree.descendants("beijing", Date{2019, 1, 1}),
            (std::vector<std::string>{"miyun", "bulaotun", "new", "tax"}));
  EXPECT_EQ(tree.successors("old"), (std::vector<std::string>{"new"}));
  EXPECT_EQ(tree.at("new").predecessors(), (std::vector<std::string>{"old"}));
  EXPECT_EQ(tree.at("old").on(Date{2019, 1, 1}), nullptr);
}

TEST(AgencyTree, HeadersMayBeChineseAndFieldsQuoted) {
  const auto tree = AgencyTree::parse(
      "\xEF\xBB\xBF名称,编号,层级,类别\r\n\"甲,乙\"\"丙\"\"局\",a,county,department\r\n\r\n", "x.csv");
  EXPECT_EQ(tree.at("a").name(Date{2020, 1, 1}), "甲,乙\"丙\"局");
}

TEST(AgencyTree, ANameThatSeveralBodiesHadFindsNobody) {
  const auto tree =
      AgencyTree::parse("id,name,kind,level\na,城关镇人民政府,town,town\nb,城关镇人民政府,town,town\n", "x.csv");
  EXPECT_EQ(tree.find("城关镇人民政府", Date{2020, 1, 1}), nullptr);
}

std::string refused_at(const std::string& lines) {
  try {
    (void)AgencyTree::parse("id,name,from,to,kind,level,parent,succeeds\n" + lines, "x.csv");
  } catch (const ParseError& error) {
    EXPECT_EQ(error.code(), ErrorCode::csv_syntax);
    return error.pointer();
  }
  return "accepted";
}

TEST(AgencyTree, WhatIsNoSuchFileIsRefusedWithLineAndColumn) {
  EXPECT_EQ(refused_at("a,A,,,town,town,,\n"), "accepted");
  EXPECT_EQ(refused_at("a,A,,,village,town,,\n"), "2:7");
  EXPECT_EQ(refused_at("a,A,2020-13-01,,town,town,,\n"), "2:5");
  EXPECT_EQ(refused_at("a,A,2020-01-02,2020-01-01,town,town,,\n"), "2:16");
  EXPECT_EQ(refused_at("a,A,,,town,town,b,\n"), "2:17");
  EXPECT_EQ(refused_at("a,A,,,town,town,,b\n"), "2:18");
  EXPECT_EQ(refused_at("a,A,,2020-01-01,town,town,,\na,B,2020-01-01,,town,town,,\n"), "3:1");
  EXPECT_EQ(refused_at("a,A,,,town,town,b,\nb,B,,,town,town,a,\n"), "2:1");
  EXPECT_EQ(refused_at("a,\"A,,,town,town,,\n"), "3:1");
  EXPECT_EQ(refused_at(",A,,,town,town,,\n"), "2:1");
  EXPECT_EQ(refused_at("a,A,,,town,town,,,\n"), "2:19");
}

}  // namespace
}  // namespace gongkai
