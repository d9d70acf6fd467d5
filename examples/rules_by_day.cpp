// SPDX-License-Identifier: Apache-2.0
// What the law says depends on the day: limits, and which day starts a clock.
#include <exception>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/rules/rulebook.hpp>
#include <iostream>

int main() {
  try {
    using gongkai::Date;
    const auto rulebook = gongkai::Rulebook::builtin("cn");
    std::cout << rulebook.at("reply", Date{2019, 5, 14}).working_days() << '\n'   // Regulations of 2008, art. 24(2)
              << rulebook.at("reply", Date{2019, 5, 15}).working_days() << '\n';  // Regulations of 2019, art. 33(2)
    const auto start = rulebook.at("clock_start", "email", Date{2024, 3, 4}).choice();
    std::cout << (start == gongkai::cn::start_rule::mutual_confirmation) << '\n';
    std::cout << rulebook.explain("reply");  // value, history, sources; Language::zh for Chinese
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
