// SPDX-License-Identifier: Apache-2.0
// Random histories of records that link, open drafts and carry days of their own: what was decided is regular, and the
// public sees only what went out.
#include <gtest/gtest.h>

#include <algorithm>
#include <gongkai/catalogue/public_view.hpp>
#include <random>
#include <set>

#include "property/histories.hpp"
#include "unit/catalogue/office.hpp"

namespace gongkai::catalogue_office {
namespace {

constexpr Date first_day{2024, 1, 1};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_{seed} {}

  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }
  std::string record() { return "r" + std::to_string(below(4)); }
  Date day() { return first_day + CalendarDays{below(90)}; }

  RecordData what() {
    auto out = data("名称" + std::to_string(below(3)), below(3));
    if (below(4) == 0) {
      out.digest.reset();
    }
    if (below(3) == 0) {
      out.created_on = day();
    }
    if (below(6) == 0) {
      out.secrecy_state = below(2) == 0 ? "none" : "confidential";
    }
    if (below(5) == 0) {
      out.in_force_from = day();
      out.in_force_to = day();
    }
    out.kind = below(3) == 0 ? "normative_document" : "document";
    out.url = below(3) == 0 ? "https://example.org/x" : "";
    return out;
  }

  RecordAction action(Date when) {
    static const std::vector<std::string> links{"interprets", "responds_to", "replaces", "quotes", "telepathy"};
    const RecordLink link{links[static_cast<std::size_t>(below(5))], below(4) == 0 ? "" : record(),
                          below(3) == 0 ? "网民留言" : ""};
    std::optional<Clearance> clearance;
    if (below(6) != 0) {
      clearance = cleared(below(3), below(8) == 0 ? when + CalendarDays{1} : when,
                          below(6) == 0 ? Conclusion::withhold : Conclusion::disclose);
    }
    switch (below(18)) {
      case 0:
      case 1:
        return RecordDrafted{what()};
      case 2:
      case 3:
      case 4:
        return proactive();
      case 5: {
        auto out = withheld();
        if (below(2) == 0) {
          out.decide_again_on = day();
        }
        return out;
      }
      case 6:
        return RecordChanged{what(), ""};
      case 7:
        return RecordAmended{what(), ""};
      case 8:
        return RecordIndexed{"000014349/2024-0000" + std::to_string(below(6))};
      case 9:
        return RecordLinked{link};
      case 10:
        return RecordUnlinked{link};
      case 11:
        return RecordDraftOpened{"website", day(), "https://example.org/draft", clearance};
      case 12:
        return RecordFeedbackPublished{below(4), below(4), ""};
      case 13:
        return RecordClarified{below(2) == 0 ? record() : "", below(2) == 0 ? "谣言" : ""};
      case 14:
        return RecordRepealed{below(2) == 0 ? "某号" : "", ""};
      case 15:
        return RecordWithdrawn{below(2) == 0 ? "误发" : ""};
      default:
        return RecordPublished{below(6) == 0 ? "telepathy" : "website", "https://example.org/p", clearance};
    }
  }

  std::vector<RecordEvent> history(int length) {
    std::vector<RecordEvent> out;
    for (int i = 0; i < length; ++i) {
      const Date legal = day();
      auto next = event(i + 1, legal, action(legal), record());
      next.envelope.recorded_on = legal + CalendarDays{below(20)};
      if (i > 0 && below(6) == 0) {
        const auto& target = out[static_cast<std::size_t>(below(i))];
        next.envelope.corrects = target.envelope.sequence;
        next.envelope.subject = target.envelope.subject;
        if (below(3) == 0) {
          next.action = RecordRetracted{"误登"};
        }
      }
      out.push_back(std::move(next));
    }
    return out;
  }

  std::mt19937& random() { return random_; }

 private:
  std::mt19937 random_;
};

// What decide lets pass is regular; only time itself (too late) and the office's own numbering may be found wanting.
TEST(CatalogueHistories, WhatWasDecidedHasNoFindings) {
  const std::set<std::string> allowed{"CAT.LATE", "CAT.INDEX"};
  std::size_t published = 0;
  std::set<std::string> done;
  for (unsigned seed = 1; seed <= testing::seeds(300, 1); ++seed) {
    Generator generator{seed};
    Catalogue catalogue;
    Date today = first_day;
    std::int64_t sequence = 0;
    for (int i = 0; i < 120; ++i) {
      today = today + CalendarDays{generator.below(2)};
      const auto command = generator.action(today);
      try {
        for (auto& next : decide(catalogue, generator.record(), command, editor, on(today), rules())) {
          next.envelope.sequence = ++sequence;
          catalogue = apply(std::move(catalogue), next, rules());
          done.emplace(action_name(next.action));
        }
      } catch (const TransitionError& error) {
        ASSERT_FALSE(error.message().empty());
      }
    }
    for (const auto& [id, record] : catalogue.records) {
      for (const auto& finding : record.findings) {
        ASSERT_EQ(allowed.count(finding.code), 1U) << seed << " " << finding.message;
      }
      published += record.acts.size();
      for (const auto& act : record.acts) {
        ASSERT_FALSE(act.review.empty());
        ASSERT_TRUE(act.digest);
      }
    }
    for (const auto& finding : check(catalogue, today, rules())) {
      ASSERT_NE(finding.message.find("{"), 0U);
      ASSERT_TRUE(finding.code != "CAT.WITHHELD") << seed << finding.message;
      ASSERT_TRUE(finding.message.find("comes back to itself") == std::string::npos) << seed << finding.message;
    }
  }
  EXPECT_GT(published, 100U);
  EXPECT_EQ(done.size(), catalogue_graph().actions().size());  // every action was taken at least once
}

TEST(CatalogueHistories, ThePublicSeesOnlyWhatWentOutAndIsToBePublic) {
  std::size_t seen = 0;
  for (unsigned seed = 1; seed <= testing::seeds(300, 1); ++seed) {
    Generator generator{seed};
    const auto events = generator.history(60);
    const Date as_of = generator.day();
    const auto catalogue = replay(events, as_of, never, rules()).catalogue;
    std::size_t shown = 0;
    for (const auto& [id, record] : catalogue.records) {
      const bool out = record.public_data && record.mode == "proactive" &&
                       record.public_data->secrecy_state != "confidential" && record.stage != RecordStage::withdrawn &&
                       (!record.acts.empty() || !record.comments.empty());
      shown += out ? 1U : 0U;
    }
    const auto view = public_view(catalogue, as_of);
    ASSERT_LE(view.size(), shown) << seed;
    for (const auto& record : view) {
      ASSERT_TRUE(!record.published_on || *record.published_on <= as_of) << seed;
    }
    seen += view.size();
  }
  EXPECT_GT(seen, 50U);
}

}  // namespace
}  // namespace gongkai::catalogue_office
