// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What can happen to a record of a catalogue. An action is also the command for it: `decide` turns it into events or
/// refuses.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gongkai/catalogue/record.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/event/codec.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/rulebook.hpp>

namespace gongkai {

/// The information is formed (形成): its limit for publication counts from this legal day.
struct RecordDrafted {
  RecordData data;
};
/// Its attribute is decided (公开属性认定), at the source or again at a clean-up (信息清理, R2019 art. 18).
struct RecordAttributeDecided {
  std::string mode;                     ///< `disclosure_mode`: proactive, on_request, withheld
  std::string ground;                   ///< `ground`, where it is not proactive; never public
  std::string article;                  ///< never public
  std::string reason;                   ///< never public
  std::optional<Date> decide_again_on;  ///< when a clean-up is due to look at it again
};
/// The information itself changed (变更): a new limit begins, and what is public is the version before.
struct RecordChanged {
  RecordData data;
  std::string reason;
};
/// Only what the catalogue says of it is corrected.
struct RecordAmended {
  RecordData data;
  std::string reason;
};
/// It gets its index number (索引号), for ever.
struct RecordIndexed {
  std::string index_number;
};
struct RecordLinked {
  RecordLink link;
};
struct RecordUnlinked {
  RecordLink link;
};
/// A draft decision is shown for comments (公开征求意见).
struct RecordDraftOpened {
  std::string channel;  ///< `publication_channel`
  std::optional<Date> comments_until;
  std::string url;
  std::optional<Clearance> clearance;
};
/// What came of the comments is shown (意见采纳情况反馈).
struct RecordFeedbackPublished {
  std::int64_t comments = 0;
  std::int64_t adopted = 0;
  std::string url;
};
/// One act of publication (公开): one channel, one day. There may be several.
struct RecordPublished {
  std::string channel;  ///< `publication_channel`
  std::string url;
  std::optional<Clearance> clearance;  ///< of exactly this content
};
/// This record clarifies false or incomplete information (澄清, R2019 art. 6(2)), of the office or a rumour.
struct RecordClarified {
  std::string record;  ///< what is clarified, if it is a record
  std::string rumour;  ///< in words, if it is not
};
/// It no longer holds (废止), or its time is over (失效).
struct RecordRepealed {
  std::string document;  ///< by which
  std::string reason;
};
/// Taken down (撤下): published wrongly, or no longer to be seen.
struct RecordWithdrawn {
  std::string reason;
};
/// The event that this one corrects never was.
struct RecordRetracted {
  std::string reason;
};

/// In the order of the actions of `catalogue_graph()`; a retraction is none of them.
using RecordAction = std::variant<RecordDrafted, RecordAttributeDecided, RecordChanged, RecordAmended, RecordIndexed,
                                  RecordLinked, RecordUnlinked, RecordDraftOpened, RecordFeedbackPublished,
                                  RecordPublished, RecordClarified, RecordRepealed, RecordWithdrawn, RecordRetracted>;

/// Immutable once in a list. `envelope.subject` is the record's id.
struct RecordEvent {
  Envelope envelope;
  RecordAction action;

  GONGKAI_EXPORT friend bool operator==(const RecordEvent& a, const RecordEvent& b);
  friend bool operator!=(const RecordEvent& a, const RecordEvent& b) { return !(a == b); }
};

/// `drafted`, `attribute_decided`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view action_name(const RecordAction& action);

/// One line: `{"schema":1,"event":"catalogue.published",…,"data":{…}}`. `parse_record_event(to_json(e)) == e`.
[[nodiscard]] GONGKAI_EXPORT std::string to_json(const RecordEvent& event);
/// `ParseError` 201–206 with `file` as its name.
[[nodiscard]] GONGKAI_EXPORT RecordEvent parse_record_event(std::string_view json, const std::string& file = "event");
/// JSON Lines.
[[nodiscard]] GONGKAI_EXPORT EventFile<RecordEvent> read_record_events(std::string_view bytes, OnBadLine on_bad);
[[nodiscard]] GONGKAI_EXPORT std::string to_json_lines(const std::vector<RecordEvent>& events);
/// What importing rows again comes to (event/codec.hpp).
[[nodiscard]] GONGKAI_EXPORT Import<RecordEvent> import_again(const std::vector<RecordEvent>& known,
                                                              const std::vector<RecordEvent>& incoming,
                                                              Date recorded_on);
/// The JSON Schema (2020-12) of one line, with the words of the rulebook's taxonomies. It refuses more than
/// `parse_record_event`, which also reads words that no list has: an irregular history is imported, with findings.
[[nodiscard]] GONGKAI_EXPORT std::string record_event_schema(const Rulebook& rulebook);

}  // namespace gongkai
