// SPDX-License-Identifier: Apache-2.0
#pragma once
// The fields of records and of their actions, in the order of their members.

#include <gongkai/catalogue/event.hpp>

#include "event/fields.hpp"

namespace gongkai::detail {

template <>
struct Fields<RecordClass> {
  static constexpr std::string_view name = "record_class";
  static constexpr auto list =
      std::make_tuple(needed("scheme", &RecordClass::scheme), needed("code", &RecordClass::code));
};
template <>
struct Fields<RecordData> {
  static constexpr std::string_view name = "record_data";
  static constexpr auto list = std::make_tuple(
      needed("title", &RecordData::title), maybe("summary", &RecordData::summary),
      maybe("created_on", &RecordData::created_on), maybe("publisher", &RecordData::publisher),
      maybe("document_number", &RecordData::document_number), maybe("kind", &RecordData::kind, "@record_kind"),
      maybe("classes", &RecordData::classes), maybe("subject_class", &RecordData::subject_class),
      maybe("genre_class", &RecordData::genre_class), maybe("arrangement_class", &RecordData::arrangement_class),
      maybe("keywords", &RecordData::keywords), maybe("in_force_from", &RecordData::in_force_from),
      maybe("in_force_to", &RecordData::in_force_to), maybe("disclosure_deadline", &RecordData::disclosure_deadline),
      maybe("disclosure_scope", &RecordData::disclosure_scope), maybe("carrier", &RecordData::carrier),
      maybe("format", &RecordData::format), maybe("language", &RecordData::language), maybe("url", &RecordData::url),
      maybe("attachments", &RecordData::attachments), maybe("full_text", &RecordData::full_text),
      maybe("matters", &RecordData::matters), maybe("limit_working_days", &RecordData::limit_working_days),
      maybe("responsible_unit", &RecordData::responsible_unit),
      maybe("secrecy_state", &RecordData::secrecy_state, "none|@secrecy_level"), maybe("digest", &RecordData::digest));
};
template <>
struct Fields<RecordLink> {
  static constexpr std::string_view name = "record_link";
  static constexpr auto list =
      std::make_tuple(needed("kind", &RecordLink::kind, "@record_link"), maybe("record", &RecordLink::record),
                      maybe("outside", &RecordLink::outside));
};
template <>
struct Fields<RecordDrafted> {
  static constexpr std::string_view name = "drafted";
  static constexpr auto list = std::make_tuple(needed("data", &RecordDrafted::data));
};
template <>
struct Fields<RecordAttributeDecided> {
  static constexpr std::string_view name = "attribute_decided";
  static constexpr auto list = std::make_tuple(needed("mode", &RecordAttributeDecided::mode, "@disclosure_mode"),
                                               maybe("ground", &RecordAttributeDecided::ground, "@ground"),
                                               maybe("article", &RecordAttributeDecided::article),
                                               maybe("reason", &RecordAttributeDecided::reason),
                                               maybe("decide_again_on", &RecordAttributeDecided::decide_again_on));
};
template <>
struct Fields<RecordChanged> {
  static constexpr std::string_view name = "changed";
  static constexpr auto list =
      std::make_tuple(needed("data", &RecordChanged::data), maybe("reason", &RecordChanged::reason));
};
template <>
struct Fields<RecordAmended> {
  static constexpr std::string_view name = "amended";
  static constexpr auto list =
      std::make_tuple(needed("data", &RecordAmended::data), maybe("reason", &RecordAmended::reason));
};
template <>
struct Fields<RecordIndexed> {
  static constexpr std::string_view name = "indexed";
  static constexpr auto list = std::make_tuple(needed("index_number", &RecordIndexed::index_number));
};
template <>
struct Fields<RecordLinked> {
  static constexpr std::string_view name = "linked";
  static constexpr auto list = std::make_tuple(needed("link", &RecordLinked::link));
};
template <>
struct Fields<RecordUnlinked> {
  static constexpr std::string_view name = "unlinked";
  static constexpr auto list = std::make_tuple(needed("link", &RecordUnlinked::link));
};
template <>
struct Fields<RecordDraftOpened> {
  static constexpr std::string_view name = "draft_opened";
  static constexpr auto list =
      std::make_tuple(needed("channel", &RecordDraftOpened::channel, "@publication_channel"),
                      maybe("comments_until", &RecordDraftOpened::comments_until),
                      maybe("url", &RecordDraftOpened::url), maybe("clearance", &RecordDraftOpened::clearance));
};
template <>
struct Fields<RecordFeedbackPublished> {
  static constexpr std::string_view name = "feedback_published";
  static constexpr auto list = std::make_tuple(needed("comments", &RecordFeedbackPublished::comments),
                                               needed("adopted", &RecordFeedbackPublished::adopted),
                                               maybe("url", &RecordFeedbackPublished::url));
};
template <>
struct Fields<RecordPublished> {
  static constexpr std::string_view name = "published";
  static constexpr auto list =
      std::make_tuple(needed("channel", &RecordPublished::channel, "@publication_channel"),
                      maybe("url", &RecordPublished::url), maybe("clearance", &RecordPublished::clearance));
};
template <>
struct Fields<RecordClarified> {
  static constexpr std::string_view name = "clarified";
  static constexpr auto list =
      std::make_tuple(maybe("record", &RecordClarified::record), maybe("rumour", &RecordClarified::rumour));
};
template <>
struct Fields<RecordRepealed> {
  static constexpr std::string_view name = "repealed";
  static constexpr auto list =
      std::make_tuple(maybe("document", &RecordRepealed::document), maybe("reason", &RecordRepealed::reason));
};
template <>
struct Fields<RecordWithdrawn> {
  static constexpr std::string_view name = "withdrawn";
  static constexpr auto list = std::make_tuple(maybe("reason", &RecordWithdrawn::reason));
};
template <>
struct Fields<RecordRetracted> {
  static constexpr std::string_view name = "retracted";
  static constexpr auto list = std::make_tuple(maybe("reason", &RecordRetracted::reason));
};

}  // namespace gongkai::detail
