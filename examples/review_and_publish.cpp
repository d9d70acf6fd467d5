// SPDX-License-Identifier: Apache-2.0
// Review first, then publish: the town's three stages issue a clearance of exact bytes, and only those may go out.
#include <exception>
#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/error.hpp>
#include <gongkai/office/digest.hpp>
#include <gongkai/review/transitions.hpp>
#include <iostream>

int main() {
  try {
    using namespace gongkai;
    const auto content = digest_of("关于春季防火的通知……", DigestAlgorithm::sm3);
    const auto when = [](Date day) { return When{day, day}; };

    // The review: each stage by its own person.
    const auto review_rules = ReviewRules::builtin("CN");
    ReviewState review{"review-1"};
    const auto act = [&](const ReviewAction& command, const Actor& actor, Date day) {
      for (const auto& event : decide(review, command, actor, when(day), review_rules)) {
        review = apply(std::move(review), event, review_rules);
      }
    };
    act(ReviewSubmitted{"town_three_stages", content, "record-1", "关于春季防火的通知", "", {}, {}},
        Actor{"wang", {"drafter"}}, {2013, 3, 4});
    act(ReviewApproved{}, Actor{"zhao", {"section_head"}}, {2013, 3, 4});
    act(ReviewApproved{}, Actor{"qian", {"leader_in_charge"}}, {2013, 3, 5});
    act(ReviewApproved{}, Actor{"li", {"principal_leader"}}, {2013, 3, 6});
    std::cout << to_string(review.stage) << ", " << label_zh(review.clearance->conclusion) << '\n';

    // The record: formed, 主动公开, published with the clearance.
    const auto rules = CatalogueRules::builtin("CN");
    Catalogue catalogue;
    const Actor editor{"zhou", {"editor"}};
    const auto record = [&](const RecordAction& command, Date day) {
      for (const auto& event : decide(catalogue, "record-1", command, editor, when(day), rules)) {
        catalogue = apply(std::move(catalogue), event, rules);
      }
    };
    RecordData data;
    data.title = "关于春季防火的通知";
    data.created_on = Date{2013, 3, 4};
    data.digest = content;
    record(RecordDrafted{data}, {2013, 3, 4});
    record(RecordAttributeDecided{"proactive", "", "", "", std::nullopt}, {2013, 3, 4});
    try {
      record(RecordPublished{"website", "", std::nullopt}, {2013, 3, 7});
    } catch (const TransitionError& error) {
      std::cout << static_cast<int>(error.code()) << " " << error.action() << ": " << error.article() << '\n';
    }
    const auto due = publication_due(*catalogue.find("record-1"), rules);
    std::cout << "due " << *due->due.day() << " (" << due->citation.to_string() << ")\n";
    record(RecordPublished{"website", "https://example.org/1.html", review.clearance}, {2013, 3, 7});
    for (const auto& shown : public_view(catalogue, Date{2013, 12, 31})) {
      std::cout << shown.title << ", " << *shown.published_on << ", " << label_zh(shown.validity) << '\n';
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
