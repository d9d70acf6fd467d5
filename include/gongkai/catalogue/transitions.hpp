// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Records in motion: the graph of stages, what may be decided, what an event does, what a history comes to, and what
/// is due (R2019 arts 12, 17–26).
///
///     const auto rules = CatalogueRules::builtin("CN");
///     decide(catalogue, "record-1", RecordPublished{"website", url, clearance}, editor, {{2013, 3, 8}, {2013, 3, 8}},
///     rules);
///     // TransitionError 505 unless the clearance is of exactly the content that stands in the record

#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/citation.hpp>
#include <gongkai/calendar/work_calendar.hpp>
#include <gongkai/catalogue/event.hpp>
#include <gongkai/catalogue/index_number.hpp>
#include <gongkai/catalogue/state.hpp>
#include <gongkai/event/actor.hpp>
#include <gongkai/event/stage_rules.hpp>
#include <gongkai/event/stages.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// What records are decided by.
struct CatalogueRules {
  StageRules stages;
  Rulebook rulebook;
  WorkCalendar calendar;
  IndexProfiles index_numbers;

  [[nodiscard]] static GONGKAI_EXPORT CatalogueRules builtin(std::string_view country);
};

/// Stages and actions in the order of `RecordStage` and `RecordAction`.
[[nodiscard]] GONGKAI_EXPORT const StageGraph& catalogue_graph();

/// The events that a command comes to, not yet numbered. `TransitionError`:
/// 501 the stage does not allow it; 502 the actor has not the role; 504 title, ground, article, reason or content
/// missing; 505 no clearance, or of other content, or not for disclosure, or of a later day; 507 days out of order;
/// 508 an unknown word of a taxonomy, an index number given twice, a second one for one record, a link to nothing or
/// in a circle, a change that is none, a classified record made public. `InvalidArgumentError` 107 for text that is no
/// UTF-8.
[[nodiscard]] GONGKAI_EXPORT std::vector<RecordEvent> decide(const Catalogue& catalogue, const std::string& record,
                                                             const RecordAction& command, const Actor& actor,
                                                             const When& when, const CatalogueRules& rules);

/// Never refuses. What is irregular is added to the record's `findings`: `CAT.STAGE`, `CAT.CLEARANCE`, `CAT.INDEX`,
/// `CAT.LATE`, `CAT.WITHHELD`, `CAT.DAYS`, `CAT.FEEDBACK`, `CAT.RETRACTION`.
[[nodiscard]] GONGKAI_EXPORT Catalogue apply(Catalogue catalogue, const RecordEvent& event,
                                             const CatalogueRules& rules);

/// The catalogue of a history, as of a day and as known at a day, and what is wrong with it as a whole.
struct CatalogueHistory {
  Catalogue catalogue;
  std::vector<Finding> findings;  ///< those of the order and of every record, sorted
};
[[nodiscard]] GONGKAI_EXPORT CatalogueHistory replay(const std::vector<RecordEvent>& events, Date as_of, Date known_at,
                                                     const CatalogueRules& rules);

/// When a record has to be public: 20 working days from the day it was formed or changed (R2008 art. 18, R2019 art.
/// 26), or the office's own stricter limit.
struct PublicationDue {
  Date formed_on;  ///< not counted itself
  WorkingDays limit;
  CalendarAnswer due;
  Citation citation;
  std::optional<Date> published_on;  ///< the first act since then
};
/// `nullopt` for what is not to be published proactively, or before there was a rule.
[[nodiscard]] GONGKAI_EXPORT std::optional<PublicationDue> publication_due(const RecordState& record,
                                                                           const CatalogueRules& rules);
/// A line of a list of what is to be done.
struct DueRecord {
  std::string record;
  Date due;
};
/// What should have been public before `as_of` and is not, the oldest first. What the calendar cannot tell is left out.
[[nodiscard]] GONGKAI_EXPORT std::vector<DueRecord> overdue(const Catalogue& catalogue, Date as_of,
                                                            const CatalogueRules& rules);
/// What a clean-up has to decide again by `as_of`, the oldest first (R2019 art. 18).
[[nodiscard]] GONGKAI_EXPORT std::vector<DueRecord> cleanup_due(const Catalogue& catalogue, Date as_of);
/// What is wrong between records as they stand: `CAT.OVERDUE`, `CAT.CALENDAR` (not to be told), `CAT.CLEANUP`,
/// `CAT.QUOTES` (what is public quotes by link, title or number what is not), `CAT.WITHHELD` (out and classified),
/// `CAT.LINK` (to nothing, in a circle, a replaced record that still stands as in force), `CAT.INTERPRETATION` (a
/// normative document in force without one). Sorted.
[[nodiscard]] GONGKAI_EXPORT std::vector<Finding> check(const Catalogue& catalogue, Date as_of,
                                                        const CatalogueRules& rules);
/// The office's own rules (制度) that hold on a day, by id.
[[nodiscard]] GONGKAI_EXPORT std::vector<const RecordState*> office_rules(const Catalogue& catalogue, Date day);

}  // namespace gongkai
