// SPDX-License-Identifier: Apache-2.0
// docs/schema is made from the lists of fields and the rulebook. When it is out of date this test fails; run it with
// GONGKAI_APPROVE=1 in the environment to write the files again. That the schemas accept and refuse what they should
// is asked by a validator of JSON Schema: tests/python/test_event_schema.py.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <gongkai/catalogue/event.hpp>
#include <gongkai/request/event.hpp>
#include <gongkai/review/event.hpp>
#include <sstream>
#include <string>

#include "catalogue/fields.hpp"
#include "event/event_codec.hpp"
#include "request/fields.hpp"
#include "review/fields.hpp"

namespace {

using gongkai::Date;
using gongkai::Rulebook;
namespace detail = gongkai::detail;

// A value of every type, every field stated.
template <typename T>
T full(std::string_view words = {}) {
  if constexpr (detail::HasFields<T>::value) {
    return std::apply(
        [](const auto&... field) {
          return T{full<std::decay_t<decltype(std::declval<T>().*field.member)>>(field.words)...};
        },
        detail::Fields<T>::list);
  } else if constexpr (detail::IsOptional<T>::value) {
    return T{full<typename T::value_type>(words)};
  } else if constexpr (detail::IsVector<T>::value) {
    return T{full<typename T::value_type>(words)};
  } else if constexpr (std::is_same_v<T, Date>) {
    return Date{2024, 3, 4};
  } else if constexpr (std::is_same_v<T, gongkai::ContentDigest>) {
    return gongkai::ContentDigest::parse("sha256:" + std::string(64, 'a'));
  } else if constexpr (std::is_same_v<T, gongkai::Decimal>) {
    return gongkai::Decimal{1234, 2};
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (words.empty()) {
      return "文字";
    }
    const auto first = words.substr(0, words.find('|'));
    return first.front() != '@'
               ? std::string{first}
               : std::string{Rulebook::builtin("cn").taxonomy(first.substr(1)).members().back().code.token()};
  } else if constexpr (std::is_same_v<T, bool>) {
    return true;
  } else if constexpr (std::is_enum_v<T>) {
    return detail::EnumWords<T>::all.back();
  } else {
    return static_cast<T>(1);
  }
}

// Every event of the module once.
template <typename Event, std::size_t I = 0>
std::string lines() {
  using Action = decltype(Event::action);
  if constexpr (I == std::variant_size_v<Action>) {
    return {};
  } else {
    gongkai::Envelope envelope{"2024-001", Date{2024, 3, 4}, Date{2024, 3, 5}};
    envelope.sequence = static_cast<std::int64_t>(I) + 1;
    envelope.by = {"张三", "handler", "李四"};
    envelope.source = {"登记簿.xlsx", "17"};
    envelope.rulebook = "cn";
    envelope.calendar = "CN";
    envelope.corrects = 1;
    const Event event{std::move(envelope),
                      Action{std::in_place_index<I>, full<std::variant_alternative_t<I, Action>>()}};
    return to_json(event) + "\n" + lines<Event, I + 1>();
  }
}

void expect_up_to_date(const std::string& name, const std::string& text) {
  const std::string path = std::string{GONGKAI_SOURCE_DIR} + "/" + name;
  if (std::getenv("GONGKAI_APPROVE") != nullptr) {
    std::ofstream{path, std::ios::binary} << text;
  }
  std::ifstream file{path, std::ios::binary};
  std::ostringstream written;
  written << file.rdbuf();
  EXPECT_EQ(written.str(), text) << name;
}

TEST(EventSchema, IsUpToDateInTheDocs) {
  const auto rulebook = Rulebook::builtin("cn");
  expect_up_to_date("docs/schema/request-event.schema.json", gongkai::request_event_schema(rulebook));
  expect_up_to_date("docs/schema/record-event.schema.json", gongkai::record_event_schema(rulebook));
  expect_up_to_date("docs/schema/review-event.schema.json", gongkai::review_event_schema(rulebook));
}

TEST(EventSchema, EveryEventStandsInTheExamplesWithEveryFieldAndIsReadAgain) {
  const auto requests = lines<gongkai::RequestEvent>();
  const auto records = lines<gongkai::RecordEvent>();
  const auto reviews = lines<gongkai::ReviewEvent>();
  EXPECT_TRUE(gongkai::read_request_events(requests, gongkai::OnBadLine::keep_good).rejected.empty());
  EXPECT_TRUE(gongkai::read_record_events(records, gongkai::OnBadLine::keep_good).rejected.empty());
  EXPECT_TRUE(gongkai::read_review_events(reviews, gongkai::OnBadLine::keep_good).rejected.empty());
  expect_up_to_date("docs/schema/events.jsonl", requests + records + reviews);
}

TEST(EventSchema, HasTheWordsOfTheRulebookThatIsAsked) {
  const auto rulebook = Rulebook::builtin("cn");
  const auto schema = gongkai::request_event_schema(rulebook);
  for (const auto& member : rulebook.taxonomy("outcome").members()) {
    EXPECT_NE(schema.find('"' + std::string{member.code.token()} + '"'), std::string::npos) << member.code.token();
  }
  EXPECT_EQ(schema.back(), '\n');
}

}  // namespace
