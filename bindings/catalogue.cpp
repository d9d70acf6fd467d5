// SPDX-License-Identifier: Apache-2.0
// Module catalogue: records of government information (R2019 arts 12, 17-26).
#include <pybind11/native_enum.h>

#include <gongkai/catalogue/event.hpp>
#include <gongkai/catalogue/index_number.hpp>
#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/catalogue/standard_directory.hpp>
#include <gongkai/catalogue/transitions.hpp>

#include "actions.hpp"

namespace gongkai::bindings {
namespace {

constexpr const char* names[] = {
    "RecordDrafted",   "RecordAttributeDecided", "RecordChanged",     "RecordAmended",           "RecordIndexed",
    "RecordLinked",    "RecordUnlinked",         "RecordDraftOpened", "RecordFeedbackPublished", "RecordPublished",
    "RecordClarified", "RecordRepealed",         "RecordWithdrawn",   "RecordRetracted"};
constexpr const char* docs[] = {
    "The information is formed (形成): its limit for publication counts from this legal day (R2019 art. 26).",
    "Its attribute is decided (公开属性认定), at the source or at a clean-up (R2019 art. 18).",
    "The information itself changed (变更): a new limit begins (R2019 art. 26).",
    "Only what the catalogue says of it is corrected.",
    "It gets its index number (索引号), for ever.",
    "A link to another record begins.",
    "A link to another record ends.",
    "A draft decision is shown for comments (公开征求意见).",
    "What came of the comments is shown (意见采纳情况反馈).",
    "One act of publication (公开): one channel, one day (R2019 art. 23); the clearance is of exactly this content.",
    "This record clarifies false or incomplete information (澄清, R2019 art. 6(2)).",
    "It no longer holds (废止), or its time is over (失效).",
    "Taken down (撤下).",
    "The event that this one corrects never was."};

void bind_enums(py::module_& module) {
  py::native_enum<RecordStage>(module, "RecordStage", "enum.Enum", "Where a record stands.")
      .value("not_recorded", RecordStage::not_recorded, "未登记.")
      .value("drafted", RecordStage::drafted, "已形成，未定属性.")
      .value("to_publish", RecordStage::to_publish, "主动公开，待公开.")
      .value("held", RecordStage::held, "依申请公开或者不予公开.")
      .value("open_for_comment", RecordStage::open_for_comment, "公开征求意见.")
      .value("published", RecordStage::published, "已公开.")
      .value("repealed", RecordStage::repealed, "已公开，已废止.")
      .value("withdrawn", RecordStage::withdrawn, "已撤下.")
      .finalize();
  py::native_enum<Validity>(module, "Validity", "enum.Enum", "有效性.")
      .value("in_force", Validity::in_force, "有效.")
      .value("not_yet", Validity::not_yet, "尚未生效.")
      .value("expired", Validity::expired, "失效.")
      .value("repealed", Validity::repealed, "废止.")
      .value("not_stated", Validity::not_stated, "No day is known.")
      .finalize();
  module.def(
      "label_zh", [](RecordStage stage) { return std::string{label_zh(stage)}; }, py::arg("stage"),
      "What offices call it.");
  module.def(
      "label_zh", [](Validity validity) { return std::string{label_zh(validity)}; }, py::arg("validity"),
      "What offices call it.");
}

void bind_index_numbers(py::module_& module) {
  module.def("organisation_check", &organisation_check, py::arg("first_eight"),
             "GB 11714: the check character of eight; None for other characters.");
  module.def("credit_code_check", &credit_code_check, py::arg("first_seventeen"),
             "GB 32100-2015: the check character of seventeen; None for characters outside its alphabet.");
  py::class_<IndexCheck> check(module, "IndexCheck", "A check character within an index number.");
  bind_struct(check, 1, Field{"standard", &IndexCheck::standard, "GB 11714 or GB 32100."},
              Field{"holds", &IndexCheck::holds, "A number is never refused for it alone."});
  check.def("__repr__", [](const IndexCheck& it) {
    return one_line("IndexCheck", it.standard + (it.holds ? " holds" : " does not hold"));
  });
  py::class_<IndexNumber>(module, "IndexNumber", "An index number (索引号) read.")
      .def_readonly("text", &IndexNumber::text, "As printed.")
      .def_readonly("profile", &IndexNumber::profile, "Empty: an unknown pattern.")
      .def_readonly("publisher", &IndexNumber::publisher, "The code of the publisher, as printed.")
      .def_readonly("year", &IndexNumber::year, "None where the pattern has none.")
      .def_readonly("month", &IndexNumber::month, "None where the pattern has none.")
      .def_readonly("day", &IndexNumber::day, "None where the pattern has none.")
      .def_readonly("serial", &IndexNumber::serial, "None where the pattern has none.")
      .def_readonly("checks", &IndexNumber::checks, "Its check characters.")
      .def_property_readonly("is_known", &IndexNumber::is_known, "A pattern fits.")
      .def_property_readonly("checks_hold", &IndexNumber::checks_hold, "Every check character fits.")
      .def("__repr__", [](const IndexNumber& it) {
        return one_line("IndexNumber", it.text + ' ' + (it.is_known() ? it.profile : "unknown"));
      });
  py::class_<IndexProfile>(module, "IndexProfile", "One pattern of index numbers.")
      .def_property_readonly("id", &IndexProfile::id, "Its id.")
      .def_property_readonly("source", &IndexProfile::source, "Where such numbers were met.")
      .def("parse", &IndexProfile::parse, py::arg("text"), "None when the text has another pattern.")
      .def("format", &IndexProfile::format, py::arg("publisher"), py::arg("day"), py::arg("serial"),
           "InvalidArgumentError 103 when code or serial do not fit.")
      .def("next", &IndexProfile::next, py::arg("publisher"), py::arg("day"), py::arg("taken"),
           "The number after the highest of the same publisher and period.")
      .def("__repr__", [](const IndexProfile& it) { return one_line("IndexProfile", it.id()); });
  py::class_<IndexProfiles>(module, "IndexProfiles", "The patterns known here; the first that fits counts.")
      .def_static("builtin", &IndexProfiles::builtin, py::arg("country"), "NotFoundError 401.")
      .def_static("parse_file", &IndexProfiles::parse_file, py::arg("data"), py::arg("file"),
                  "RulebookError 304 with file and pointer.")
      .def("parse", &IndexProfiles::parse, py::arg("text"), "Always an answer; its profile is empty when none fits.")
      .def("at", &IndexProfiles::at, py::arg("id"), py::return_value_policy::copy, "NotFoundError 402.")
      .def("ids", &IndexProfiles::ids, "All of them.")
      .def("__repr__", [](const IndexProfiles& it) {
        return one_line("IndexProfiles", std::to_string(it.ids().size()) + " patterns");
      });
}

void bind_state(py::module_& module) {
  py::class_<PublicationAct>(module, "PublicationAct", "One act of publication.")
      .def_readonly("channel", &PublicationAct::channel, "A word of the taxonomy `publication_channel`.")
      .def_property_readonly(
          "day", [](const PublicationAct& it) { return it.day; }, "When.")
      .def_readonly("url", &PublicationAct::url, "Where.")
      .def_readonly("digest", &PublicationAct::digest, "Of what went out.")
      .def_readonly("review", &PublicationAct::review, "The review that cleared it; empty: none is told.")
      .def_readonly("event", &PublicationAct::event, "Sequence of the event.")
      .def("__repr__",
           [](const PublicationAct& it) { return one_line("PublicationAct", it.channel + ' ' + it.day.to_string()); });
  py::class_<CommentRound>(module, "CommentRound", "What is held about comments on a draft.")
      .def_property_readonly(
          "opened_on", [](const CommentRound& it) { return it.opened_on; }, "When.")
      .def_readonly("until", &CommentRound::until, "The last day for comments.")
      .def_readonly("feedback_on", &CommentRound::feedback_on, "When the result was shown.")
      .def_readonly("broken_off_on", &CommentRound::broken_off_on, "When the draft was taken down instead.")
      .def_readonly("comments", &CommentRound::comments, "How many came.")
      .def_readonly("adopted", &CommentRound::adopted, "How many were adopted.")
      .def("__repr__", [](const CommentRound& it) { return one_line("CommentRound", it.opened_on.to_string()); });
  py::class_<Clarification>(module, "Clarification", "A clarification that a record makes.")
      .def_property_readonly(
          "day", [](const Clarification& it) { return it.day; }, "When.")
      .def_readonly("record", &Clarification::record, "What is clarified, if it is a record.")
      .def_readonly("rumour", &Clarification::rumour, "In words, if it is not.")
      .def_readonly("event", &Clarification::event, "Sequence of the event.")
      .def("__repr__", [](const Clarification& it) { return one_line("Clarification", it.day.to_string()); });

  py::class_<RecordVersion>(module, "RecordVersion", "The information as it was before it changed (变更).")
      .def_readonly("created_on", &RecordVersion::created_on, "成文日期; None: not stated.")
      .def_readonly("in_force_from", &RecordVersion::in_force_from, "生效日期.")
      .def_readonly("in_force_to", &RecordVersion::in_force_to, "有效期至, that day included.")
      .def_readonly("published_on", &RecordVersion::published_on, "Its first act.")
      .def_property_readonly(
          "replaced_on", [](const RecordVersion& it) { return it.replaced_on; }, "The day of the change.")
      .def("__repr__",
           [](const RecordVersion& it) { return one_line("RecordVersion", "until " + it.replaced_on.to_string()); });

  py::class_<RecordState>(module, "RecordState", "Where one record stands: what its events come to.")
      .def_readonly("id", &RecordState::id, "Its id.")
      .def_readonly("stage", &RecordState::stage, "Where it stands.")
      .def_property_readonly(
          "data", [](const RecordState& it) { return it.data; }, "As it stands.")
      .def_readonly("public_data", &RecordState::public_data, "As it was when it last went out.")
      .def_readonly("index_number", &RecordState::index_number, "索引号.")
      .def_readonly("mode", &RecordState::mode, "`disclosure_mode`; empty: not decided.")
      .def_readonly("ground", &RecordState::ground, "Why it is not proactive. Internal.")
      .def_readonly("decide_again_on", &RecordState::decide_again_on, "When a clean-up looks at it again.")
      .def_readonly("links", &RecordState::links, "To other records.")
      .def_readonly("acts", &RecordState::acts, "Of publication.")
      .def_readonly("comments", &RecordState::comments, "Rounds of comments on a draft.")
      .def_readonly("clarifications", &RecordState::clarifications, "That it makes.")
      .def_readonly("formed_on", &RecordState::formed_on, "Formed or last changed.")
      .def_readonly("published_since_formed", &RecordState::published_since_formed, "First act since then.")
      .def_readonly("first_published_on", &RecordState::first_published_on, "发布日期.")
      .def_readonly("repealed_on", &RecordState::repealed_on, "废止.")
      .def_readonly("withdrawn_on", &RecordState::withdrawn_on, "撤下.")
      .def_readonly("last_day", &RecordState::last_day, "Of the last event.")
      .def_readonly("earlier", &RecordState::earlier, "Versions before it changed, oldest first.")
      .def_property_readonly("created_on", &RecordState::created_on,
                             "成文日期 of what stands; of a change that names no new one the day of the change.")
      .def_readonly("events", &RecordState::events, "Sequences of its events, in their order.")
      .def_readonly("findings", &RecordState::findings, "What was irregular, in the order of the events.")
      .def("in_force", &RecordState::in_force, py::arg("day"), "None when no day is known.")
      .def(
          "__eq__", [](const RecordState& a, const RecordState& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const RecordState& a, const RecordState& b) { return a != b; }, py::is_operator())
      .def("__repr__",
           [](const RecordState& it) {
             return one_line("RecordState", it.id + ' ' + std::string{to_string(it.stage)} + ' ' + it.data.title);
           })
      .attr("__hash__") = py::none();

  py::class_<Catalogue>(module, "Catalogue", "All records of an office, by id.")
      .def(py::init<>())
      .def_property_readonly(
          "records", [](const py::object& self) { return parts_of(self, self.cast<const Catalogue&>().records); },
          "By id.")
      .def_property_readonly(
          "by_index_number", [](const Catalogue& it) { return it.by_index_number; }, "Index number to record.")
      .def("find", &Catalogue::find, py::arg("record"), py::return_value_policy::reference_internal,
           "By id; None when it is not there.")
      .def("__len__", [](const Catalogue& it) { return it.records.size(); })
      .def("__repr__",
           [](const Catalogue& it) { return one_line("Catalogue", std::to_string(it.records.size()) + " records"); });

  py::class_<CatalogueHistory>(module, "CatalogueHistory", "The catalogue of a history, and what is wrong with it.")
      .def_property_readonly(
          "catalogue",
          [](const py::object& self) {
            return py::cast(self.cast<const CatalogueHistory&>().catalogue, py::return_value_policy::reference_internal,
                            self);
          },
          "The catalogue.")
      .def_readonly("findings", &CatalogueHistory::findings, "Of the order and of every record, sorted.")
      .def("__repr__", [](const CatalogueHistory& it) {
        return one_line("CatalogueHistory", std::to_string(it.catalogue.records.size()) + " records, " +
                                                std::to_string(it.findings.size()) + " findings");
      });
}

void bind_public_view(py::module_& module) {
  py::class_<PublicRecord>(module, "PublicRecord", "A record as the public may see it. Unknown is empty.")
      .def_readonly("index_number", &PublicRecord::index_number, "索引号.")
      .def_readonly("title", &PublicRecord::title, "名称.")
      .def_readonly("summary", &PublicRecord::summary, "内容概述.")
      .def_readonly("created_on", &PublicRecord::created_on, "生成日期.")
      .def_readonly("publisher", &PublicRecord::publisher, "发布机构.")
      .def_readonly("document_number", &PublicRecord::document_number, "文号.")
      .def_readonly("kind", &PublicRecord::kind, "A word of the taxonomy `record_kind`.")
      .def_readonly("classes", &PublicRecord::classes, "Places in classifications.")
      .def_readonly("subject_class", &PublicRecord::subject_class, "主题分类.")
      .def_readonly("genre_class", &PublicRecord::genre_class, "体裁分类.")
      .def_readonly("arrangement_class", &PublicRecord::arrangement_class, "组配分类.")
      .def_readonly("keywords", &PublicRecord::keywords, "主题词.")
      .def_readonly("published_on", &PublicRecord::published_on, "The first act.")
      .def_readonly("channels", &PublicRecord::channels, "All it went out by.")
      .def_readonly("validity", &PublicRecord::validity, "有效性.")
      .def_readonly("comments_until", &PublicRecord::comments_until, "Of a draft that is open.")
      .def_readonly("disclosure_scope", &PublicRecord::disclosure_scope, "公开范围.")
      .def_readonly("carrier", &PublicRecord::carrier, "载体.")
      .def_readonly("format", &PublicRecord::format, "信息格式.")
      .def_readonly("language", &PublicRecord::language, "语种.")
      .def_readonly("url", &PublicRecord::url, "在线链接地址.")
      .def_readonly("attachments", &PublicRecord::attachments, "附件.")
      .def_readonly("links", &PublicRecord::links, "To what is itself public, and outside.")
      .def("__repr__", [](const PublicRecord& it) { return one_line("PublicRecord", it.title); });

  module.def(
      "public_view",
      [](const Catalogue& catalogue, Date as_of, std::string scheme, std::string code, std::string subject_class,
         std::string kind, std::string text, std::optional<Date> published_from, std::optional<Date> published_to,
         std::optional<Validity> validity) {
        return public_view(catalogue, as_of,
                           PublicFilter{std::move(scheme), std::move(code), std::move(subject_class), std::move(kind),
                                        std::move(text), published_from, published_to, validity});
      },
      py::arg("catalogue"), py::arg("as_of"), py::kw_only(), py::arg("scheme") = "", py::arg("code") = "",
      py::arg("subject_class") = "", py::arg("kind") = "", py::arg("text") = "", py::arg("published_from") = py::none(),
      py::arg("published_to") = py::none(), py::arg("validity") = py::none(),
      "The catalogue as the public may see it (R2019 arts 12(3), 24): no withheld record, no internal field. "
      "Every condition given must hold; the latest first.");
  module.def(
      "to_html", [](const std::vector<PublicRecord>& view) { return to_html(view); }, py::arg("view"),
      "A table; everything is escaped.");
  module.def(
      "to_csv", [](const std::vector<PublicRecord>& view) { return to_csv(view); }, py::arg("view"),
      "RFC 4180 with a heading line; what a spreadsheet would take for a formula gets an apostrophe.");
  module.def(
      "to_json", [](const std::vector<PublicRecord>& view) { return to_json(view); }, py::arg("view"),
      "An array of objects; absent is left out.");
}

void bind_directory(py::module_& module) {
  py::class_<DisclosureMatter> matter(module, "DisclosureMatter", "One row of a standard directory.");
  bind_struct(
      matter, 2, Field{"id", &DisclosureMatter::id, "Its id."},
      Field{"first_level", &DisclosureMatter::first_level, "一级事项."},
      Field{"second_level", &DisclosureMatter::second_level, "二级事项."},
      Field{"content", &DisclosureMatter::content, "公开内容（要素）."},
      Field{"basis", &DisclosureMatter::basis, "公开依据."}, Field{"time", &DisclosureMatter::time, "公开时限."},
      Field{"working_days", &DisclosureMatter::working_days, "Where the printed time is one."},
      Field{"publisher", &DisclosureMatter::publisher, "公开主体."},
      Field{"channels", &DisclosureMatter::channels,
            "Words of `publication_channel`; other for what is not on its list."},
      Field{"channels_printed", &DisclosureMatter::channels_printed, "公开渠道和载体, as printed."},
      Field{"audience", &DisclosureMatter::audience, "公开对象."}, Field{"mode", &DisclosureMatter::mode, "公开方式."},
      Field{"level", &DisclosureMatter::level, "公开层级."});
  matter.def("__repr__",
             [](const DisclosureMatter& it) { return one_line("DisclosureMatter", it.id + ' ' + it.content); });
  py::class_<StandardDirectory>(module, "StandardDirectory",
                                "Which matters must be public, how soon, where (基层政务公开标准目录).")
      .def_static("builtin", &StandardDirectory::builtin, py::arg("country"), py::arg("id"), "NotFoundError 401, 402.")
      .def_static("parse", &StandardDirectory::parse, py::arg("data"), py::arg("file"),
                  "RulebookError 304 with file and pointer.")
      .def_static(
          "from_csv",
          [](std::string_view data, std::string id, std::string title, std::string source, const Rulebook& rulebook,
             const std::string& file) {
            return StandardDirectory::from_csv(data, {std::move(id), std::move(title), std::move(source)}, rulebook,
                                               file);
          },
          py::arg("data"), py::kw_only(), py::arg("id"), py::arg("title"), py::arg("source"), py::arg("rulebook"),
          py::arg("file") = "directory.csv",
          "A published table in UTF-8, its boxes ticked. ParseError 231 with line:column.")
      .def_readonly("id", &StandardDirectory::id, "Its id.")
      .def_readonly("title", &StandardDirectory::title, "Its title.")
      .def_readonly("source", &StandardDirectory::source, "Where it was read.")
      .def_readonly("matters", &StandardDirectory::matters, "In order.")
      .def("__repr__", [](const StandardDirectory& it) {
        return one_line("StandardDirectory", it.id + ", " + std::to_string(it.matters.size()) + " matters");
      });
  module.def("draft_for", &draft_for, py::arg("matter"),
             "The matter as the beginning of a record that serves it; title and content are still wanted.");
  py::class_<MatterCoverage> covered(module, "MatterCoverage", "What a catalogue has for one matter.");
  bind_struct(covered, 1, Field{"matter", &MatterCoverage::matter, "Its id."},
              Field{"records", &MatterCoverage::records, "Public and not known to be out of force, by id."});
  covered.def("__repr__", [](const MatterCoverage& it) {
    return one_line("MatterCoverage", it.matter + ' ' + std::to_string(it.records.size()));
  });
  module.def("coverage", &coverage, py::arg("directory"), py::arg("catalogue"), py::arg("as_of"),
             "In the order of the directory.");
  module.def("uncovered", &uncovered, py::arg("directory"), py::arg("catalogue"), py::arg("as_of"),
             "The matters to be published proactively that no current record serves.");
}

void bind_motion(py::module_& module) {
  py::class_<CatalogueRules>(module, "CatalogueRules", "What records are decided by.")
      .def_static("builtin", &CatalogueRules::builtin, py::arg("country"), "NotFoundError 401.")
      .def(
          "replaced",
          [](const CatalogueRules& rules, std::optional<StageRules> stages, std::optional<Rulebook> rulebook,
             std::optional<WorkCalendar> calendar, std::optional<IndexProfiles> index_numbers) {
            return CatalogueRules{stages ? std::move(*stages) : rules.stages,
                                  rulebook ? std::move(*rulebook) : rules.rulebook,
                                  calendar ? std::move(*calendar) : rules.calendar,
                                  index_numbers ? std::move(*index_numbers) : rules.index_numbers};
          },
          py::kw_only(), py::arg("stages") = py::none(), py::arg("rulebook") = py::none(),
          py::arg("calendar") = py::none(), py::arg("index_numbers") = py::none(),
          "The same with an office's own roles, rulebook, calendar or patterns of index numbers.")
      .def_property_readonly(
          "stages", [](const CatalogueRules& it) { return it.stages; }, "Actions, roles, articles.")
      .def_property_readonly(
          "rulebook", [](const CatalogueRules& it) { return it.rulebook; }, "Limits, closed lists.")
      .def_property_readonly(
          "calendar", [](const CatalogueRules& it) { return it.calendar; }, "Counts the limits.")
      .def_property_readonly(
          "index_numbers", [](const CatalogueRules& it) { return it.index_numbers; }, "Patterns.")
      .def("__repr__", [](const CatalogueRules&) { return std::string{"<CatalogueRules>"}; });

  py::class_<DueRecord> due(module, "DueRecord", "A line of a list of what is to be done.");
  due.def_readonly("record", &DueRecord::record, "Its id.")
      .def_property_readonly(
          "due", [](const DueRecord& it) { return it.due; }, "The day.")
      .def("__repr__", [](const DueRecord& it) { return one_line("DueRecord", it.record + ' ' + it.due.to_string()); });

  module.def("catalogue_graph", &catalogue_graph, py::return_value_policy::reference, "The stages of records.");
  module.def(
      "decide",
      [](const Catalogue& catalogue, const std::string& record, const py::object& command, const Actor& actor,
         const When& when, const CatalogueRules& rules) {
        return decide(catalogue, record, action_of<RecordAction>(command), actor, when, rules);
      },
      py::arg("catalogue"), py::arg("record"), py::arg("command"), py::arg("actor"), py::arg("when"), py::arg("rules"),
      "Of a record. TransitionError 501-508.");
  module.def(
      "apply",
      [](const Catalogue& catalogue, const RecordEvent& event, const CatalogueRules& rules) {
        return apply(catalogue, event, rules);
      },
      py::arg("catalogue"), py::arg("event"), py::arg("rules"), "Another catalogue. Never refuses.");
  module.def(
      "replay",
      [](const std::vector<RecordEvent>& events, Date as_of, Date known_at, const CatalogueRules& rules) {
        const py::gil_scoped_release unlocked;
        return replay(events, as_of, known_at, rules);
      },
      py::arg("events"), py::arg("as_of"), py::arg("known_at"), py::arg("rules"), "The catalogue of a history.");
  module.def(
      "check",
      [](const Catalogue& catalogue, Date as_of, const CatalogueRules& rules) {
        const py::gil_scoped_release unlocked;
        return check(catalogue, as_of, rules);
      },
      py::arg("catalogue"), py::arg("as_of"), py::arg("rules"), "What is wrong between records. Sorted.");
  py::class_<PublicationDue> publication(module, "PublicationDue", "When a record has to be public.");
  publication
      .def_property_readonly(
          "formed_on", [](const PublicationDue& it) { return it.formed_on; }, "Formed or changed; not counted itself.")
      .def_readonly("limit", &PublicationDue::limit, "In working days.")
      .def_property_readonly(
          "due",
          [](const PublicationDue& it) -> std::variant<Date, CalendarGap> {
            if (const CalendarGap* gap = it.due.gap()) {
              return *gap;
            }
            return *it.due.day();
          },
          "The last day, or the gap of the calendar that keeps it from being told.")
      .def_property_readonly(
          "citation", [](const PublicationDue& it) { return it.citation; }, "What it rests on.")
      .def_readonly("published_on", &PublicationDue::published_on, "The first act since then.")
      .def("__repr__", [](const PublicationDue& it) {
        return one_line("PublicationDue", it.due.day() ? it.due.day()->to_string() : it.due.gap()->missing_notice);
      });
  module.def(
      "publication_due", &publication_due, py::arg("record"), py::arg("rules"),
      "20 working days from the day it was formed or changed (R2008 art. 18, R2019 art. 26), or the office's own "
      "stricter limit; None for what is not to be published proactively, or before there was a rule.");
  module.def("overdue", &overdue, py::arg("catalogue"), py::arg("as_of"), py::arg("rules"),
             "What should have been public before a day and is not, the oldest first (R2019 art. 26).");
  module.def("cleanup_due", &cleanup_due, py::arg("catalogue"), py::arg("as_of"),
             "What a clean-up has to decide again by a day (R2019 art. 18).");
  module.def(
      "office_rules",
      [](const Catalogue& catalogue, Date day) {
        std::vector<RecordState> out;
        for (const auto* record : office_rules(catalogue, day)) {
          out.push_back(*record);
        }
        return out;
      },
      py::arg("catalogue"), py::arg("day"), "The office's own rules (制度) that hold on a day, by id.");
  module.def("read_record_events", &read_record_events, py::arg("data"), py::arg("on_bad") = OnBadLine::keep_good,
             "Events from JSON Lines; every bad line is reported.");
  module.def("parse_record_event", &parse_record_event, py::arg("json"), py::arg("file") = "event",
             "One event. ParseError 201-206.");
  module.def("record_event_schema", &record_event_schema, py::arg("rulebook"),
             "The JSON Schema (2020-12) of one line, as text, with the words of the rulebook's taxonomies.");
}

}  // namespace

void bind_catalogue(py::module_& module) {
  bind_enums(module);
  bind_fields<RecordClass>(
      module, "RecordClass",
      "A place in one classification: catalogue_class (Beijing's five), statutory_item (R2019 art. "
      "20), or a local one.");
  bind_fields<RecordData>(module, "RecordData",
                          "What a catalogue knows of one piece of information (R2019 art. 12(3)).");
  bind_fields<RecordLink>(module, "RecordLink", "From one record to another, or to something outside.");
  bind_actions<RecordAction>(module, names, docs);
  bind_event<RecordEvent>(module, "Record", "Something that happened to a record.", &parse_record_event);
  bind_index_numbers(module);
  bind_state(module);
  bind_public_view(module);
  bind_directory(module);
  bind_motion(module);
}

}  // namespace gongkai::bindings
