// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/event/fold.hpp>

#include "catalogue/words.hpp"
#include "event/applied.hpp"

namespace gongkai {
namespace {

// One event on one record: the graph says where it leads, this says what else it does.
class Application {
 public:
  Application(Catalogue& catalogue, RecordState& state, const RecordEvent& event, const CatalogueRules& rules)
      : catalogue_{catalogue}, state_{state}, envelope_{event.envelope}, action_{event.action}, rules_{rules} {}

  void run() {
    if (std::holds_alternative<RecordRetracted>(action_)) {
      if (!envelope_.corrects) {
        report("catalogue.retraction", {{"sequence", std::to_string(envelope_.sequence)}});
      }
      return;
    }
    std::visit(*this, action_);
  }

  void operator()(const RecordDrafted& what) {
    if (step()) {
      form(what.data);
    }
  }

  void operator()(const RecordAttributeDecided& what) {
    if (!step(what.mode == detail::mode_proactive ? "proactive" : "otherwise")) {
      return;
    }
    state_.mode = what.mode;
    state_.ground = what.ground;
    state_.decide_again_on = what.decide_again_on;
    // What is found disclosable at a clean-up is to be published as if it were formed now.
    if (what.mode == detail::mode_proactive && state_.formed_on && !state_.published_since_formed && was_held_) {
      state_.formed_on = envelope_.legal_day;
    }
  }

  void operator()(const RecordChanged& what) {
    if (step()) {
      if (state_.formed_on) {
        keep_version();
      }
      form(what.data);
    }
  }

  void operator()(const RecordAmended& what) {
    if (!step()) {
      return;
    }
    // What is public is amended too, as long as it is the same content.
    if (state_.public_data && state_.public_data->digest == what.data.digest) {
      const auto shown_at = state_.public_data->url;
      state_.public_data = what.data;
      // Where it went out stands in the act of publication; only another address that is stated takes its place.
      if (what.data.url.empty() || what.data.url == state_.data.url) {
        state_.public_data->url = shown_at;
      }
    }
    state_.data = what.data;
  }

  void operator()(const RecordIndexed& what) {
    if (!step()) {
      return;
    }
    const auto number = rules_.index_numbers.parse(what.index_number);
    auto& holders = catalogue_.by_index_number;
    if (!state_.index_number.empty() && state_.index_number != number.text) {
      report("catalogue.index_changed", {{"before", state_.index_number}, {"number", number.text}});
      const auto before = holders.find(state_.index_number);
      if (before != holders.end() && before->second == state_.id) {
        holders.erase(before);
      }
    }
    if (!number.is_known()) {
      report("catalogue.index_pattern", {{"number", number.text}});
    } else if (!number.checks_hold()) {
      report("catalogue.index_check", {{"number", number.text}});
    }
    const auto [place, added] = holders.emplace(number.text, state_.id);
    if (!added && place->second != state_.id) {
      report("catalogue.index_twice", {{"number", number.text}, {"other", place->second}});
    }
    state_.index_number = number.text;
  }

  void operator()(const RecordLinked& what) {
    if (step() && std::find(state_.links.begin(), state_.links.end(), what.link) == state_.links.end()) {
      state_.links.push_back(what.link);
    }
  }
  void operator()(const RecordUnlinked& what) {
    if (step()) {
      state_.links.erase(std::remove(state_.links.begin(), state_.links.end(), what.link), state_.links.end());
    }
  }

  void operator()(const RecordDraftOpened& what) {
    if (step()) {
      report_clearance(what.clearance);
      state_.comments.push_back({envelope_.legal_day, what.comments_until, std::nullopt, std::nullopt, 0, 0});
      state_.public_data = state_.data;
      put_url(what.url);
    }
  }
  void operator()(const RecordFeedbackPublished& what) {
    if (step() && !state_.comments.empty()) {
      auto& round = state_.comments.back();
      if (round.until && envelope_.legal_day < *round.until) {
        report("catalogue.feedback_early", {{"day", day()}, {"until", round.until->to_string()}});
      }
      round.feedback_on = envelope_.legal_day;
      round.comments = what.comments;
      round.adopted = what.adopted;
    }
  }

  void operator()(const RecordPublished& what) {
    const bool was_held = state_.stage == RecordStage::held;
    if (!step()) {
      return;
    }
    report_clearance(what.clearance);
    if (was_held) {
      report("catalogue.withheld", {{"day", day()}, {"mode", state_.mode}});
    }
    if (!state_.comments.empty() && !state_.comments.back().feedback_on && !state_.comments.back().broken_off_on) {
      report("catalogue.feedback", {{"day", day()}});
    }
    if (state_.data.created_on && envelope_.legal_day < *state_.data.created_on) {
      report("catalogue.days", {{"day", day()}, {"created", state_.data.created_on->to_string()}});
    }
    if (!state_.published_since_formed) {
      state_.published_since_formed = envelope_.legal_day;
      const auto due = publication_due(state_, rules_);
      if (due && due->due.day() && *due->due.day() < envelope_.legal_day) {
        report("catalogue.late", {{"day", day()}, {"due", due->due.day()->to_string()}});
      }
    }
    if (!state_.first_published_on) {
      state_.first_published_on = envelope_.legal_day;
    }
    state_.withdrawn_on.reset();
    state_.acts.push_back({what.channel, envelope_.legal_day, what.url, state_.data.digest,
                           what.clearance ? what.clearance->review : std::string{}, envelope_.sequence});
    state_.public_data = state_.data;
    put_url(what.url);
  }

  void operator()(const RecordClarified& what) {
    if (step()) {
      state_.clarifications.push_back({envelope_.legal_day, what.record, what.rumour, envelope_.sequence});
    }
  }
  void operator()(const RecordRepealed& /*what*/) {
    if (step() && !state_.repealed_on) {
      state_.repealed_on = envelope_.legal_day;
      state_.repealed_event = envelope_.sequence;
    }
  }
  void operator()(const RecordWithdrawn& /*what*/) {
    const bool open = state_.stage == RecordStage::open_for_comment;
    if (step()) {
      if (open && !state_.comments.empty()) {
        state_.comments.back().broken_off_on = envelope_.legal_day;
      }
      state_.withdrawn_on = envelope_.legal_day;
      state_.public_data.reset();
    }
  }
  void operator()(const RecordRetracted& /*what*/) {}

 private:
  std::string day() const { return envelope_.legal_day.to_string(); }

  void form(const RecordData& data) {
    state_.data = data;
    state_.formed_on = envelope_.legal_day;
    state_.formed_event = envelope_.sequence;
    state_.published_since_formed.reset();
  }

  void keep_version() {
    RecordVersion before{state_.created_on(),
                         state_.data.in_force_from,
                         state_.data.in_force_to,
                         state_.published_since_formed,
                         envelope_.legal_day,
                         state_.formed_event,
                         0,
                         envelope_.sequence};
    for (const auto& act : state_.acts) {
      if (before.published_event == 0 && act.day == before.published_on) {
        before.published_event = act.event;
      }
    }
    state_.earlier.push_back(before);
  }

  void report(std::string_view id, detail::FindingValues values) {
    detail::report(state_, envelope_, id, std::move(values));
  }

  // False when the event has no effect.
  bool step(std::string_view when = {}) {
    was_held_ = state_.stage == RecordStage::held;
    return detail::take_step(state_, envelope_, catalogue_graph(), action_.index(), "catalogue.stage", when);
  }

  void report_clearance(const std::optional<Clearance>& clearance) {
    if (!clearance) {
      report("catalogue.no_clearance", {{"day", day()}});
    } else if (!state_.data.digest || !clearance->permits(*state_.data.digest) ||
               clearance->day > envelope_.legal_day) {
      report("catalogue.clearance", {{"day", day()},
                                     {"review", clearance->review},
                                     {"conclusion", to_string(clearance->conclusion)},
                                     {"conclusion_zh", label_zh(clearance->conclusion)},
                                     {"cleared", clearance->day.to_string()}});
    }
  }

  void put_url(const std::string& url) {
    if (!url.empty()) {
      state_.public_data->url = url;
    }
  }

  Catalogue& catalogue_;
  RecordState& state_;
  const Envelope& envelope_;
  const RecordAction& action_;
  const CatalogueRules& rules_;
  bool was_held_ = false;
};

}  // namespace

CatalogueRules CatalogueRules::builtin(std::string_view country) {
  return {StageRules::builtin(country, "catalogue"), Rulebook::builtin(detail::country_folder(country)),
          WorkCalendar::builtin(country), IndexProfiles::builtin(country)};
}

Catalogue apply(Catalogue catalogue, const RecordEvent& event, const CatalogueRules& rules) {
  auto& state = catalogue.records.try_emplace(event.envelope.subject, event.envelope.subject).first->second;
  Application{catalogue, state, event, rules}.run();
  state.events.push_back(event.envelope.sequence);
  state.last_day = event.envelope.legal_day;
  return catalogue;
}

CatalogueHistory replay(const std::vector<RecordEvent>& events, Date as_of, Date known_at,
                        const CatalogueRules& rules) {
  CatalogueHistory out;
  auto ordered = order_of(events, as_of, known_at);
  out.findings = std::move(ordered.findings);
  for (const auto i : ordered.order) {
    out.catalogue = apply(std::move(out.catalogue), events[i], rules);
  }
  for (const auto& [id, state] : out.catalogue.records) {
    out.findings.insert(out.findings.end(), state.findings.begin(), state.findings.end());
  }
  std::sort(out.findings.begin(), out.findings.end());
  return out;
}

}  // namespace gongkai
