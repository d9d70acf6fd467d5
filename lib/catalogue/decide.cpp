// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/error.hpp>

#include "catalogue/circle.hpp"
#include "catalogue/fields.hpp"
#include "catalogue/words.hpp"
#include "event/gate.hpp"
#include "event/plain_text.hpp"
#include "event/readable.hpp"

namespace gongkai {
namespace {

// One command on one record.
class Decision {
 public:
  Decision(const Catalogue& catalogue, const RecordState& state, std::size_t action, const When& when,
           const CatalogueRules& rules)
      : catalogue_{catalogue},
        state_{state},
        action_{action},
        when_{when},
        rules_{rules},
        gate_{catalogue_graph(), rules.stages, state.id, static_cast<std::size_t>(state.stage), action, when} {
    gate_.require_stage();
    gate_.require_order(state.last_day);
  }

  [[nodiscard]] Capacity role(const Actor& actor) const { return gate_.require_role(actor); }

  void operator()(const RecordDrafted& command) const { require_data(command.data); }

  void operator()(const RecordAttributeDecided& command) const {
    require_word("disclosure_mode", command.mode, "attribute");
    const bool proactive = command.mode == detail::mode_proactive;
    const auto step =
        catalogue_graph().step(static_cast<std::size_t>(state_.stage), action_, proactive ? "proactive" : "otherwise");
    if (step.effect != Effect::regular) {
      gate_.refuse(ErrorCode::not_in_this_stage,
                   "what is public is withdrawn before it is decided that it shall not be");
    }
    if (!proactive) {
      gate_.require_text(command.reason, "the reason why it is not published");
    }
    if (command.mode == detail::mode_withheld) {
      gate_.require_text(command.ground, "the ground on which it is withheld");
      gate_.require_text(command.article, "the article on which that rests");
    }
    if (!command.ground.empty()) {
      require_word("ground", command.ground, "ground");
    }
    if (command.decide_again_on && *command.decide_again_on <= when_.legal_day) {
      gate_.refuse(ErrorCode::not_allowed_here, "it is to be decided again after it is decided now");
    }
  }

  void operator()(const RecordChanged& command) const {
    require_data(command.data);
    if (command.data == state_.data) {
      gate_.refuse(ErrorCode::not_allowed_here, "nothing changes");
    }
  }

  void operator()(const RecordAmended& command) const {
    require_data(command.data);
    if (command.data == state_.data) {
      gate_.refuse(ErrorCode::not_allowed_here, "nothing is amended");
    }
    if (state_.public_data && detail::is_classified(command.data.secrecy_state)) {
      gate_.refuse(ErrorCode::not_allowed_here,
                   "it is public; what is classified (" + command.data.secrecy_state + ") is withdrawn first");
    }
    if (command.data.digest != state_.data.digest) {
      gate_.refuse(ErrorCode::not_allowed_here,
                   "the content is another: that is a change (\"changed\"), reviewed again");
    }
  }

  void operator()(const RecordIndexed& command) const {
    gate_.require_text(command.index_number, "the index number");
    if (!state_.index_number.empty()) {
      gate_.refuse(ErrorCode::not_allowed_here, "it has the index number " + state_.index_number + " for ever");
    }
    const auto number = rules_.index_numbers.parse(command.index_number).text;
    const auto other = catalogue_.by_index_number.find(number);
    if (other != catalogue_.by_index_number.end()) {
      gate_.refuse(ErrorCode::not_allowed_here, "the index number " + number + " is that of " + other->second);
    }
  }

  void operator()(const RecordLinked& command) const {
    require_word("record_link", command.link.kind, "kind of link");
    require_target(command.link.record, command.link.outside);
    if (std::find(state_.links.begin(), state_.links.end(), command.link) != state_.links.end()) {
      gate_.refuse(ErrorCode::not_allowed_here, "this link is there already");
    }
    if (detail::closes_a_circle(catalogue_, state_.id, command.link)) {
      gate_.refuse(ErrorCode::not_allowed_here, command.link.record + " leads back to it by such links: the one " +
                                                    command.link.kind + " the other");
    }
  }
  void operator()(const RecordUnlinked& command) const {
    if (std::find(state_.links.begin(), state_.links.end(), command.link) == state_.links.end()) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no such link");
    }
  }

  void operator()(const RecordDraftOpened& command) const {
    require_word("publication_channel", command.channel, "channel");
    if (!command.comments_until) {
      gate_.refuse(ErrorCode::statement_missing, "it must state until when comments are taken");
    }
    if (*command.comments_until < when_.legal_day) {
      gate_.refuse(ErrorCode::not_allowed_here, "comments end before they begin");
    }
    require_clearance(command.clearance);
  }
  void operator()(const RecordFeedbackPublished& command) const {
    if (command.comments < 0 || command.adopted < 0 || command.adopted > command.comments) {
      gate_.refuse(ErrorCode::not_allowed_here, "no more comments are adopted than came");
    }
    if (!state_.comments.empty() && state_.comments.back().until && when_.legal_day < *state_.comments.back().until) {
      gate_.refuse(ErrorCode::days_out_of_order,
                   "comments are taken until " + state_.comments.back().until->to_string());
    }
  }
  void operator()(const RecordPublished& command) const {
    require_word("publication_channel", command.channel, "channel");
    if (state_.data.created_on && when_.legal_day < *state_.data.created_on) {
      gate_.refuse(ErrorCode::days_out_of_order,
                   "it bears the day " + state_.data.created_on->to_string() + " and cannot go out before");
    }
    require_clearance(command.clearance);
  }
  void operator()(const RecordClarified& command) const { require_target(command.record, command.rumour); }
  void operator()(const RecordRepealed& command) const {
    if (state_.repealed_on) {
      gate_.refuse(ErrorCode::not_allowed_here, "it was repealed on " + state_.repealed_on->to_string());
    }
    if (detail::narrow_text(command.document + command.reason).empty()) {
      gate_.refuse(ErrorCode::statement_missing, "it must state the document or the reason");
    }
  }
  void operator()(const RecordWithdrawn& command) const { gate_.require_text(command.reason, "the reason"); }
  void operator()(const RecordRetracted& /*command*/) const { throw InternalError{"a retraction is no command"}; }

 private:
  void require_word(std::string_view taxonomy, const std::string& word, std::string_view what) const {
    if (!detail::knows(rules_.rulebook, taxonomy, word)) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no " + std::string{what} + " \"" + word +
                                                    "\" in the rulebook (" + std::string{taxonomy} + ")");
    }
  }

  void require_data(const RecordData& data) const {
    gate_.require_text(data.title, "the title");
    if (!data.kind.empty()) {
      require_word("record_kind", data.kind, "kind of record");
    }
    for (const auto& mark : data.classes) {
      gate_.require_text(mark.scheme, "the classification of each class");
      gate_.require_text(mark.code, "the class in each classification");
      if (detail::has_taxonomy(rules_.rulebook, mark.scheme)) {
        require_word(mark.scheme, mark.code, "class");
      }
    }
    if (detail::is_classified(data.secrecy_state)) {
      require_word("secrecy_level", data.secrecy_state, "level of secrecy");
    }
    if (data.in_force_from && data.in_force_to && *data.in_force_to < *data.in_force_from) {
      gate_.refuse(ErrorCode::not_allowed_here, "its time ends before it begins");
    }
    if (data.limit_working_days && *data.limit_working_days < 1) {
      gate_.refuse(ErrorCode::not_allowed_here, "a limit has at least one day");
    }
  }

  void require_target(const std::string& record, const std::string& outside) const {
    if (record.empty() && detail::narrow_text(outside).empty()) {
      gate_.refuse(ErrorCode::statement_missing, "it must state to what: a record, or in words what is none");
    }
    if (!record.empty() && (record == state_.id || catalogue_.find(record) == nullptr)) {
      gate_.refuse(ErrorCode::not_allowed_here, "there is no other record \"" + record + "\"");
    }
  }

  // 先审查、后公开: a completed review of exactly what stands in the record.
  void require_clearance(const std::optional<Clearance>& clearance) const {
    if (detail::is_classified(state_.data.secrecy_state)) {
      gate_.refuse(ErrorCode::not_allowed_here, "it is classified (" + state_.data.secrecy_state + ")");
    }
    if (!state_.data.digest) {
      gate_.refuse(ErrorCode::statement_missing, "it must state the content (its digest) before it goes out");
    }
    if (!clearance) {
      gate_.refuse(ErrorCode::clearance_missing, "no review has cleared it");
    }
    if (clearance->digest != *state_.data.digest) {
      gate_.refuse(ErrorCode::clearance_missing, "the review " + clearance->review + " was of other content");
    }
    if (!clearance->permits(*state_.data.digest)) {
      gate_.refuse(ErrorCode::clearance_missing, "the review " + clearance->review + " concluded " +
                                                     std::string{to_string(clearance->conclusion)} + " " +
                                                     std::string{label_zh(clearance->conclusion)});
    }
    if (clearance->day > when_.legal_day) {
      gate_.refuse(ErrorCode::clearance_missing, "the review " + clearance->review + " was concluded on " +
                                                     clearance->day.to_string() + ", afterwards");
    }
  }

  const Catalogue& catalogue_;
  const RecordState& state_;
  std::size_t action_;
  const When& when_;
  const CatalogueRules& rules_;
  detail::Gate gate_;
};

}  // namespace

std::vector<RecordEvent> decide(const Catalogue& catalogue, const std::string& record, const RecordAction& command,
                                const Actor& actor, const When& when, const CatalogueRules& rules) {
  if (std::holds_alternative<RecordRetracted>(command)) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "command",
                               "a retraction is recorded as a correction of an event, it is no step of a record"};
  }
  if (record.empty()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "record", "a record has an id"};
  }
  detail::require_readable_command(command, record);
  const RecordState nothing{record};
  const auto* known = catalogue.find(record);
  const Decision decision{catalogue, known == nullptr ? nothing : *known, command.index(), when, rules};
  auto by = decision.role(actor);
  std::visit(decision, command);
  Envelope envelope{record, when.legal_day, when.recorded_on};
  envelope.by = std::move(by);
  envelope.rulebook = rules.rulebook.content_hash();
  envelope.calendar = rules.calendar.content_hash();
  return {RecordEvent{std::move(envelope), command}};
}

}  // namespace gongkai
