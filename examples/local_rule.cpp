// SPDX-License-Identifier: Apache-2.0
// A city that promised to answer faster than the Regulations ask: its rule is a file over the national rulebook.
#include <exception>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <iostream>

constexpr auto our_city = R"({
 "schema": 1, "kind": "rules", "country": "cn", "layer": "overlay", "place": "CN-350100",
 "instruments": [
  {"id": "OURS", "citation": "our city's order of 2020", "title": {"en": "our promise", "zh": "本市承诺"},
   "from": "2020-03-01", "addresses": ["the city's gazette 2020, no. 2"]}
 ],
 "values": [
  {"rule": "reply", "value": {"working_days": 15}, "citations": [{"instrument": "OURS", "article": "art. 5"}]}
 ]
})";

int main() {
  try {
    using gongkai::Date;
    namespace cn = gongkai::cn;
    const auto national = gongkai::Rulebook::builtin("cn");
    const auto local = national.with_overlay(our_city, "our-city.json");
    const auto answer = local.at(cn::rule::reply, Date{2024, 3, 4});
    std::cout << "from " << answer.entry().file << ", over " << answer.beneath().front().file << '\n';

    for (const Date day : {Date{2019, 5, 14}, Date{2019, 5, 15}, Date{2024, 3, 4}}) {
      std::cout << day << "  nation: " << national.at(cn::rule::reply, day)
                << "\n            city:   " << local.at(cn::rule::reply, day) << '\n';
    }
    // What the law does not state is said as such; asking for a number would be refused.
    std::cout << "a correction notice in 2018: " << local.at(cn::rule::correction_notice, Date{2018, 3, 1}).state()
              << "\n\n"
              << local.explain("reply");
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
