// SPDX-License-Identifier: Apache-2.0
#include <gongkai/io/arrow.hpp>
#include <gongkai/io/arrow_abi.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <gongkai/error.hpp>

#include "io/fact_fields.hpp"

namespace gongkai {
namespace {

Facts sample() {
  Facts out;
  out.requests = {{"q1",
                   "a1",
                   "natural_person",
                   "in_person",
                   Date{2023, 3, 6},
                   Date{2023, 3, 7},
                   "granted",
                   true,
                   false,
                   {1, 2},
                   {3}},
                  {"请求二", "", "", "", std::nullopt, std::nullopt, "", false, true, {}, {}},
                  {"q3", "a2", "other_org", "online", Date{1969, 12, 31}, std::nullopt, "", false, false, {9}, {}}};
  out.remedies = {{"q1", "r1", "reconsideration", Date{2023, 4, 1}, std::nullopt, "", false, {4}, {}},
                  {"q1", "r2", "litigation_direct", Date{2023, 4, 1}, Date{2024, 5, 6}, "upheld", false, {5}, {6}}};
  PublicationFact record;
  record.record = "d1";
  record.kind = "normative_document";
  record.classes = {{"catalogue_class", "class_plans"}, {"statutory_item", "1"}};
  record.created_on = Date{2021, 5, 6};
  record.full_text = false;
  record.clarified_on = {Date{2022, 1, 1}, Date{2022, 2, 2}};
  record.clarified_events = {11, 12};
  out.publications = {record, PublicationFact{}};
  out.publications[1].record = "d2";
  out.reviews = {{"v1", "d1", "one_stage", 2, Date{2021, 5, 5}, Conclusion::disclose_in_part, {20, 21, 22}},
                 {"v2", "", "", 0, std::nullopt, std::nullopt, {}}};
  out.fees = {{"q1", Date{2023, 3, 7}, 38000, {7}}};
  out.figures = {{2023, "proactive.administrative_fees.amount_wan_yuan", Decimal{1250, 2}, "财政所", false, {30}},
                 {2022, "requests.carried_in.natural_person", Decimal{-5, 0}, "年报", true, {31}}};
  out.inquiries = {{"i1", "", Date{2023, 1, 1}, {40}}};
  return out;
}

// What a table holds, as text that can be compared.
template <typename Fact>
std::string text_of(const std::vector<Fact>& list) {
  std::string out;
  for (const auto& fact : list) {
    const auto row = detail::to_row(fact);
    using Row = std::decay_t<decltype(row)>;
    detail::for_each_field<Row>([&](const auto& field) {
      out += std::string{field.name} + "=" + detail::to_json_value(row.*field.member).dump() + ";";
    });
    out += "\n";
  }
  return out;
}
std::string text_of(const Facts& facts, FactTable table) {
  return detail::with_list(facts, table, [](const auto& list) { return text_of(list); });
}

TEST(FactsAsArrow, EveryTableComesBackAsItWentOut) {
  auto facts = sample();
  for (int i = 0; i < 70000; ++i) {  // more than a batch
    facts.fees.push_back({"q" + std::to_string(i), Date{2023, 3, 7}, i, {i, i + 1}});
  }
  for (const auto table : fact_tables()) {
    ArrowArrayStream stream{};
    export_arrow(facts, table, &stream);
    const auto back = import_arrow(table, &stream);
    EXPECT_EQ(stream.release, nullptr);
    EXPECT_EQ(text_of(back, table), text_of(facts, table)) << to_string(table);
    // An empty table has its columns too.
    export_arrow({}, table, &stream);
    ArrowSchema schema{};
    ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
    EXPECT_EQ(static_cast<std::size_t>(schema.n_children), fact_columns(table).size());
    EXPECT_EQ(schema.children[0]->name, fact_columns(table)[0]);
    schema.release(&schema);
    EXPECT_EQ(text_of(import_arrow(table, &stream, facts), table), "");
  }
}

TEST(FactsAsArrow, UnknownIsNullAndDaysAreDays) {
  ArrowArrayStream stream{};
  export_arrow(sample(), FactTable::requests, &stream);
  ArrowSchema schema{};
  ArrowArray array{};
  ASSERT_EQ(stream.get_schema(&stream, &schema), 0);
  ASSERT_EQ(stream.get_next(&stream, &array), 0);
  const auto column = [&](std::string_view name) {
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      if (name == schema.children[i]->name) {
        return i;
      }
    }
    return std::int64_t{-1};
  };
  EXPECT_EQ(array.length, 3);
  EXPECT_STREQ(schema.children[column("received_on")]->format, "tdD");
  EXPECT_EQ(schema.children[column("received_on")]->flags, ARROW_FLAG_NULLABLE);
  EXPECT_EQ(schema.children[column("request")]->flags, 0);
  EXPECT_STREQ(schema.children[column("received_events")]->format, "+l");
  EXPECT_EQ(array.children[column("applicant_type")]->null_count, 1);
  EXPECT_EQ(array.children[column("request")]->null_count, 0);
  const auto* days = static_cast<const std::int32_t*>(array.children[column("received_on")]->buffers[1]);
  EXPECT_EQ(days[0], (Date{2023, 3, 6}).to_ordinal());
  EXPECT_EQ(days[2], -1);
  // A child may be taken out and outlive the rest.
  ArrowArray taken = *array.children[0];
  array.children[0]->release = nullptr;
  array.release(&array);
  schema.release(&schema);
  const auto* offsets = static_cast<const std::int32_t*>(taken.buffers[1]);
  EXPECT_EQ(std::string(static_cast<const char*>(taken.buffers[2]), static_cast<std::size_t>(offsets[1])), "q1");
  taken.release(&taken);
  ASSERT_EQ(stream.get_next(&stream, &array), 0);
  EXPECT_EQ(array.release, nullptr);  // the end
  stream.release(&stream);
}

// A stream of one batch of the table of inquiries, made by hand with types that others use.
struct ForeignColumn {
  const char* format;
  const char* name;
  std::vector<const void*> buffers;
  ArrowSchema* dictionary_schema = nullptr;
  ArrowArray* dictionary = nullptr;
  std::int64_t null_count = 0;
};
class ForeignStream {
 public:
  ForeignStream(std::vector<ForeignColumn> columns, std::int64_t rows, ArrowSchema item, ArrowArray items)
      : columns_{std::move(columns)}, item_schema_{item}, items_{items} {
    for (auto& column : columns_) {
      const bool list = column.format[0] == '+';
      schemas_.push_back({column.format, column.name, nullptr, ARROW_FLAG_NULLABLE, list ? 1 : 0,
                          list ? &item_schema_pointer_ : nullptr, column.dictionary_schema, nullptr, nullptr});
      arrays_.push_back({rows, column.null_count, 0, static_cast<std::int64_t>(column.buffers.size()), list ? 1 : 0,
                         column.buffers.data(), list ? &items_pointer_ : nullptr, column.dictionary, nullptr, nullptr});
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      schema_pointers_.push_back(&schemas_[i]);
      array_pointers_.push_back(&arrays_[i]);
    }
    rows_ = rows;
  }
  ForeignStream(const ForeignStream&) = delete;
  ForeignStream& operator=(const ForeignStream&) = delete;

  ArrowArrayStream stream() {
    ArrowArrayStream out{};
    out.private_data = this;
    out.get_schema = [](ArrowArrayStream* self, ArrowSchema* schema) {
      auto* own = static_cast<ForeignStream*>(self->private_data);
      *schema = {"+s",
                 "",
                 nullptr,
                 0,
                 static_cast<std::int64_t>(own->schemas_.size()),
                 own->schema_pointers_.data(),
                 nullptr,
                 [](ArrowSchema* s) { s->release = nullptr; },
                 nullptr};
      return 0;
    };
    out.get_next = [](ArrowArrayStream* self, ArrowArray* array) {
      auto* own = static_cast<ForeignStream*>(self->private_data);
      *array = {};
      if (!own->done_) {
        static const void* no_validity[1] = {nullptr};
        *array = {own->rows_,
                  0,
                  0,
                  1,
                  static_cast<std::int64_t>(own->arrays_.size()),
                  no_validity,
                  own->array_pointers_.data(),
                  nullptr,
                  [](ArrowArray* a) { a->release = nullptr; },
                  nullptr};
      }
      own->done_ = true;
      return 0;
    };
    out.get_last_error = [](ArrowArrayStream*) -> const char* { return "it broke"; };
    out.release = [](ArrowArrayStream* self) { self->release = nullptr; };
    return out;
  }

 private:
  std::vector<ForeignColumn> columns_;
  ArrowSchema item_schema_;
  ArrowArray items_;
  ArrowSchema* item_schema_pointer_ = &item_schema_;
  ArrowArray* items_pointer_ = &items_;
  std::vector<ArrowSchema> schemas_;
  std::vector<ArrowArray> arrays_;
  std::vector<ArrowSchema*> schema_pointers_;
  std::vector<ArrowArray*> array_pointers_;
  std::int64_t rows_ = 0;
  bool done_ = false;
};

struct Foreign {
  std::array<std::int64_t, 3> long_offsets{0, 2, 4};
  std::array<std::int32_t, 2> days{19000, 19001};
  std::array<std::int64_t, 3> list_offsets{0, 1, 3};
  std::array<std::int16_t, 3> numbers{7, 8, 9};
  std::array<std::uint8_t, 2> keys{1, 0};
  std::array<std::int32_t, 3> word_offsets{0, 5, 14};
  std::array<const void*, 3> word_buffers{nullptr, word_offsets.data(), "phonein_person"};
  std::array<const void*, 2> number_buffers{nullptr, numbers.data()};
  std::uint8_t second_only = 2;
  ArrowSchema words_schema{"u", "", nullptr, 0, 0, nullptr, nullptr, nullptr, nullptr};
  ArrowArray words{2, 0, 0, 3, 0, word_buffers.data(), nullptr, nullptr, nullptr, nullptr};
  ArrowSchema item{"s", "item", nullptr, 0, 0, nullptr, nullptr, nullptr, nullptr};
  ArrowArray items{3, 0, 0, 2, 0, number_buffers.data(), nullptr, nullptr, nullptr, nullptr};

  std::vector<ForeignColumn> columns() {
    return {{"+L", "events", {nullptr, list_offsets.data()}},
            {"tdD", "day", {nullptr, days.data()}},
            {"l", "something_else", {nullptr, list_offsets.data()}},
            {"C", "channel", {nullptr, keys.data()}, &words_schema, &words},
            {"U", "inquiry", {nullptr, long_offsets.data(), "i1i2"}}};
  }
  Facts read(std::vector<ForeignColumn> columns) {
    ForeignStream foreign{std::move(columns), 2, item, items};
    auto stream = foreign.stream();
    return import_arrow(FactTable::inquiries, &stream);
  }
};

TEST(FactsAsArrow, TheTypesOfOtherProgramsAreRead) {
  Foreign foreign;
  const auto inquiries = foreign.read(foreign.columns()).inquiries;
  ASSERT_EQ(inquiries.size(), 2U);
  EXPECT_EQ(inquiries[0].inquiry, "i1");
  EXPECT_EQ(inquiries[0].channel, "in_person");
  EXPECT_EQ(inquiries[1].channel, "phone");
  EXPECT_EQ(inquiries[1].day, Date::from_ordinal(19001));
  EXPECT_EQ(inquiries[1].events, (EventIds{8, 9}));
  // Views: short text within, long text outside.
  std::array<std::int32_t, 8> views{2, 0, 0, 0, 16, 0, 0, 3};
  std::memcpy(&views[1], "i7", 2);
  auto columns = foreign.columns();
  columns[4] = {"vu", "inquiry", {nullptr, views.data(), "---sixteen-letters!", views.data()}};
  const auto viewed = foreign.read(columns).inquiries;
  EXPECT_EQ(viewed[0].inquiry, "i7");
  EXPECT_EQ(viewed[1].inquiry, "sixteen-letters!");
  // What may be unknown may be missing or without any value.
  columns = foreign.columns();
  columns[3] = {"n", "channel", {}};
  EXPECT_EQ(foreign.read(columns).inquiries[0].channel, "");
  columns[3].name = "other";
  EXPECT_EQ(foreign.read(columns).inquiries[0].channel, "");
}

TEST(FactsAsArrow, WhatDoesNotFitIsRefusedByName) {
  Foreign foreign;
  const auto message = [&](std::vector<ForeignColumn> columns) -> std::string {
    try {
      (void)foreign.read(std::move(columns));
      return "nothing";
    } catch (const InvalidArgumentError& error) {
      EXPECT_EQ(error.code(), ErrorCode::unsupported_column);
      return error.message();
    }
  };
  auto columns = foreign.columns();
  columns[1].format = "i";
  EXPECT_NE(message(columns).find("day"), std::string::npos);
  columns = foreign.columns();
  columns[1].name = "days";
  EXPECT_NE(message(columns).find("day is missing"), std::string::npos);
  columns = foreign.columns();
  columns[1].buffers[0] = &foreign.second_only;
  columns[1].null_count = 1;
  EXPECT_NE(message(columns).find("no value in row 0"), std::string::npos);
  columns = foreign.columns();
  columns[4].buffers.pop_back();
  EXPECT_NE(message(columns).find("does not fit"), std::string::npos);
  ArrowArrayStream released{};
  EXPECT_THROW((void)import_arrow(FactTable::fees, &released), InvalidArgumentError);
}

}  // namespace
}  // namespace gongkai
