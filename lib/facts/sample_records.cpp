// SPDX-License-Identifier: Apache-2.0
// The catalogue of the sample office: each record drafted, reviewed in one stage, published in time.
#include "facts/sample.hpp"

namespace gongkai::detail {
namespace {

struct Sort {
  std::string_view kind;
  std::string_view code;  // catalogue_class
  std::string_view title;
};
constexpr std::array<Sort, 6> sorts{{{"news", "class_activities", "工作动态"},
                                     {"document", "class_duties", "行政许可事项办事指南"},
                                     {"document", "class_plans", "年度工作计划"},
                                     {"document", "class_functions", "机构职能和领导分工"},
                                     {"normative_document", "class_regulations", "管理办法"},
                                     {"interpretation", "class_regulations", "政策解读"}}};
constexpr std::array<std::pair<std::string_view, int>, 6> weights{
    {{"0", 70}, {"1", 8}, {"2", 5}, {"3", 3}, {"4", 8}, {"5", 6}}};

class Records {
 public:
  Records(SampleWorld& world, SampleOffice& office) : world_{world}, dice_{world.dice}, office_{office} {}

  void run() {
    world_.spread(world_.options.records, [&](std::int64_t number, Date day) { one(number, day); });
  }

 private:
  static constexpr std::string_view editor = "editor-1";

  void one(std::int64_t number, Date day) {
    const auto& sort = sorts[static_cast<std::size_t>(dice_.weighted(weights).front() - '0')];
    const auto id = sample_id("record", number);
    RecordData data;
    data.title = std::to_string(day.year()) + "年" + std::string{sort.title} + "第" + std::to_string(number) + "号";
    data.summary = std::string{sort.title};
    data.created_on = day;
    data.publisher = "示例区政府办公室";
    data.kind = sort.kind;
    data.classes = {{"catalogue_class", std::string{sort.code}}};
    data.full_text = !dice_.per_mille(10);
    data.digest = sample_digest(1000000000U + static_cast<std::uint64_t>(number));
    if (sort.kind == "normative_document") {
      data.document_number = "示政发〔" + std::to_string(day.year()) + "〕" + std::to_string(number) + "号";
      data.in_force_from = day;
    }
    SampleCase<RecordEvent, RecordAction> record{world_, office_.records, id, day};
    record.act(RecordDrafted{data}, editor, "editor");
    if (dice_.per_mille(60)) {
      record.act(RecordAttributeDecided{"withheld", "process_information", "国务院令第711号, art. 16(2)", "讨论稿",
                                        day + CalendarDays{365}},
                 editor, "editor");
      return;
    }
    record.act(RecordAttributeDecided{"proactive", {}, {}, {}, std::nullopt}, editor, "editor");
    const auto cleared = review(id, number, data, day);
    record.after(dice_.between(2, 15));
    if (record.day() < cleared.day) {
      return;  // behind the last day
    }
    record.act(RecordPublished{"website", "https://www.example.gov.cn/" + id + ".html", cleared}, editor, "editor");
    if (sort.kind == "normative_document" && dice_.per_mille(150)) {
      record.after(dice_.between(150, 700));
      record.act(RecordRepealed{"清理决定", "不再适用"}, editor, "editor");
    }
  }

  Clearance review(const std::string& record, std::int64_t number, const RecordData& data, Date day) {
    const auto id = sample_id("review", number);
    SampleCase<ReviewEvent, ReviewAction> file{world_, office_.reviews, id, day};
    const ReviewSubmitted submitted{"one_stage", *data.digest, record, data.title, "drafter-1", std::nullopt, {}};
    file.act(submitted, "drafter-1", "drafter");
    const ReviewApproved approved{{}, Conclusion::disclose, {}, {}, std::nullopt};
    if (dice_.per_mille(80)) {
      file.act(ReviewReturned{"内容需要核实"}, "office-1", "disclosure_office");
      file.after(1).act(submitted, "drafter-1", "drafter");
    }
    file.act(approved, "office-1", "disclosure_office");
    return {id, file.day(), *data.digest, Conclusion::disclose, std::nullopt, {}};
  }

  SampleWorld& world_;
  Dice& dice_;
  SampleOffice& office_;
};

}  // namespace

void sample_records(SampleWorld& world, SampleOffice& office) { Records{world, office}.run(); }

}  // namespace gongkai::detail
