// SPDX-License-Identifier: Apache-2.0
// Module event: what records, requests and reviews share.
#include <pybind11/native_enum.h>

#include <algorithm>

#include <gongkai/event/actor.hpp>
#include <gongkai/event/clearance.hpp>
#include <gongkai/event/codec.hpp>
#include <gongkai/event/envelope.hpp>
#include <gongkai/event/stage_rules.hpp>
#include <gongkai/event/stages.hpp>

#include "actions.hpp"

namespace gongkai::bindings {
namespace {

// Core compares digests; Python computes them by its own hashlib, which knows SM3 where its OpenSSL does.
ContentDigest digest_of(const py::bytes& data, const std::string& algorithm) {
  const auto hashed = py::module_::import("hashlib").attr("new")(algorithm, data).attr("hexdigest")();
  return ContentDigest::parse(algorithm + ':' + hashed.cast<std::string>());
}

void bind_digest(py::module_& module) {
  py::native_enum<DigestAlgorithm>(module, "DigestAlgorithm", "enum.Enum", "How a digest was computed.")
      .value("sha256", DigestAlgorithm::sha256, "FIPS 180-4.")
      .value("sm3", DigestAlgorithm::sm3, "GB/T 32905-2016.")
      .finalize();

  py::class_<ContentDigest>(module, "ContentDigest",
                            "The exact content that a review looked at: algorithm and 32 bytes. Digests of two "
                            "algorithms are never equal.")
      .def_static("parse", &ContentDigest::parse, py::arg("text"),
                  "`sha256:` or `sm3:` and 64 hexadecimal digits; InvalidArgumentError 110 for anything else.")
      .def_static("of", &digest_of, py::arg("data"), py::arg("algorithm") = "sha256",
                  "Of bytes, by hashlib. Python only.")
      .def_property_readonly("algorithm", &ContentDigest::algorithm, "How it was computed.")
      .def_property_readonly(
          "bytes",
          [](const ContentDigest& digest) {
            return py::bytes(reinterpret_cast<const char*>(digest.bytes().data()), digest.bytes().size());
          },
          "The 32 bytes.")
      .def(
          "__eq__", [](const ContentDigest& a, const ContentDigest& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const ContentDigest& a, const ContentDigest& b) { return a != b; }, py::is_operator())
      .def(
          "__lt__", [](const ContentDigest& a, const ContentDigest& b) { return a < b; }, py::is_operator())
      .def("__hash__", [](const ContentDigest& digest) { return std::hash<ContentDigest>{}(digest); })
      .def("__repr__", [](const ContentDigest& digest) { return "ContentDigest.parse('" + digest.to_string() + "')"; })
      .def("__str__", &ContentDigest::to_string)
      .def(py::pickle([](const ContentDigest& digest) { return digest.to_string(); },
                      [](const std::string& text) { return ContentDigest::parse(text); }));
}

void bind_clearance(py::module_& module) {
  py::native_enum<Conclusion>(module, "Conclusion", "enum.Enum", "What a review comes to (审查结论).")
      .value("disclose", Conclusion::disclose, "公开.")
      .value("disclose_in_part", Conclusion::disclose_in_part,
             "部分公开: a redacted copy is made and reviewed itself (R2019 art. 37).")
      .value("withhold", Conclusion::withhold, "不予公开.")
      .value("refer", Conclusion::refer, "报审: the competent department decides (R2019 art. 17(3)).")
      .finalize();

  bind_fields<WithheldPart>(
      module, "WithheldPart",
      "A part left out of a redacted copy: which (never its content), ground, article (R2019 art. "
      "37).");
  bind_fields<Clearance>(module, "Clearance",
                         "What a completed review hands on: these exact bytes were reviewed, with this conclusion "
                         "(R2019 art. 17(2)).")
      .def("permits", &Clearance::permits, py::arg("content"),
           "These bytes may go out: the digest matches and the conclusion is 公开.");
}

void bind_actor(py::module_& module) {
  py::class_<Delegation> delegation(module, "Delegation",
                                    "A role lent for a time (委托代行), resting on a document; first and last day are "
                                    "included.");
  delegation
      .def(py::init([](std::string role, std::string from, Date first_day, std::optional<Date> last_day,
                       std::string document) {
             return Delegation{std::move(role), std::move(from), first_day, last_day, std::move(document)};
           }),
           py::arg("role"), py::arg("from_"), py::arg("first_day"), py::arg("last_day") = py::none(),
           py::arg("document") = "")
      .def_readonly("role", &Delegation::role, "The role that is lent.")
      .def_readonly("from_", &Delegation::from, "The id of the person whose role it is.")
      .def_property_readonly(
          "first_day", [](const Delegation& value) { return value.first_day; }, "Included.")
      .def_property_readonly(
          "last_day", [](const Delegation& value) { return value.last_day; }, "Included; None: it runs on.")
      .def_readonly("document", &Delegation::document, "What it rests on.")
      .def("covers", &Delegation::covers, py::arg("day"), "Whether it holds on a day.")
      .def(
          "__eq__", [](const Delegation& a, const Delegation& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const Delegation& a, const Delegation& b) { return a != b; }, py::is_operator())
      .def("__hash__",
           [](const Delegation& value) {
             return py::hash(py::make_tuple(value.role, value.from, value.first_day, value.last_day, value.document));
           })
      .def("__repr__", [](const Delegation& value) {
        return one_line("Delegation", value.role + " of " + value.from + " from " + value.first_day.to_string());
      });

  py::class_<Capacity> capacity(module, "Capacity", "In which capacity something was done: kept in every event.");
  capacity.def(py::init([](std::string actor, std::string role, std::string on_behalf_of) {
                 return Capacity{std::move(actor), std::move(role), std::move(on_behalf_of)};
               }),
               py::arg("actor") = "", py::arg("role") = "", py::arg("on_behalf_of") = "");
  bind_struct(capacity, 1, Field{"actor", &Capacity::actor, "The id of the person or system that acted."},
              Field{"role", &Capacity::role, "The role used; empty when none was needed or told."},
              Field{"on_behalf_of", &Capacity::on_behalf_of, "Under a delegation whose role it is; else empty."});
  capacity.def("__repr__", [](const Capacity& value) {
    return one_line("Capacity", value.actor + (value.role.empty() ? "" : " as " + value.role) +
                                    (value.on_behalf_of.empty() ? "" : " for " + value.on_behalf_of));
  });

  py::class_<Actor>(module, "Actor", "A person of the office, or one of its systems.")
      .def(py::init<std::string, std::vector<std::string>, std::vector<Delegation>>(), py::arg("id"),
           py::arg("roles") = py::tuple(), py::arg("delegations") = py::tuple(),
           "InvalidArgumentError 103 for an empty id or role, or a delegation that cannot be.")
      .def_property_readonly("id", &Actor::id, "The id of the person or system.")
      .def_property_readonly(
          "roles", [](const Actor& actor) { return frozen(actor.roles()); }, "His own roles.")
      .def_property_readonly(
          "delegations", [](const Actor& actor) { return frozen(actor.delegations()); }, "Roles lent to him.")
      .def(
          "capacity", [](const Actor& actor, const std::string& role, Date day) { return actor.capacity(role, day); },
          py::arg("role"), py::arg("day"), "How he may use a role on a day; None when he may not.")
      .def(
          "__eq__", [](const Actor& a, const Actor& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const Actor& a, const Actor& b) { return a != b; }, py::is_operator())
      .def("__hash__",
           [](const Actor& actor) {
             return py::hash(py::make_tuple(actor.id(), frozen(actor.roles()), frozen(actor.delegations())));
           })
      .def("__repr__", [](const Actor& actor) {
        std::string text = actor.id();
        for (const auto& role : actor.roles()) {
          text += (&role == &actor.roles().front() ? ": " : ", ") + role;
        }
        return one_line("Actor", text);
      });
}

void bind_envelope(py::module_& module) {
  py::class_<Source> source(module, "Source",
                            "Where an event was taken from; importing the same rows again changes nothing.");
  source.def(py::init([](std::string document, std::string row) {
               return Source{std::move(document), std::move(row)};
             }),
             py::arg("document") = "", py::arg("row") = "");
  bind_struct(source, 1, Field{"document", &Source::document, "The register or letter."},
              Field{"row", &Source::row, "The row's own key there; empty for what was not imported."});
  source.def("__repr__", [](const Source& value) { return one_line("Source", value.document + ' ' + value.row); });

  py::class_<When>(module, "When", "The two days of a command: when it was so, and when it was written down.")
      .def(py::init([](Date legal_day, std::optional<Date> recorded_on) {
             return When{legal_day, recorded_on.value_or(legal_day)};
           }),
           py::arg("legal_day"), py::arg("recorded_on") = py::none(), "Without a day of recording: the legal day.")
      .def_property_readonly(
          "legal_day", [](const When& when) { return when.legal_day; }, "When it was so.")
      .def_property_readonly(
          "recorded_on", [](const When& when) { return when.recorded_on; }, "When it was written down.")
      .def("__repr__", [](const When& when) {
        return one_line("When", when.legal_day.to_string() + ", recorded " + when.recorded_on.to_string());
      });

  py::class_<Envelope>(module, "Envelope", "What every event carries beside its content.")
      .def(py::init([](std::string subject, Date legal_day, Date recorded_on, std::int64_t sequence, Capacity by,
                       Source from, std::string rulebook, std::string calendar, std::optional<std::int64_t> corrects) {
             Envelope out{std::move(subject), legal_day, recorded_on};
             out.sequence = sequence;
             out.by = std::move(by);
             out.source = std::move(from);
             out.rulebook = std::move(rulebook);
             out.calendar = std::move(calendar);
             out.corrects = corrects;
             return out;
           }),
           py::arg("subject"), py::arg("legal_day"), py::arg("recorded_on"), py::kw_only(), py::arg("sequence") = 0,
           py::arg("by") = Capacity{}, py::arg("source") = Source{}, py::arg("rulebook") = "", py::arg("calendar") = "",
           py::arg("corrects") = py::none())
      .def_readonly("sequence", &Envelope::sequence, "Its place in the office's one list, from 1; 0: in no list yet.")
      .def_readonly("subject", &Envelope::subject, "The record, request or review.")
      .def_property_readonly(
          "legal_day", [](const Envelope& value) { return value.legal_day; }, "When it was so.")
      .def_property_readonly(
          "recorded_on", [](const Envelope& value) { return value.recorded_on; }, "When it was written down.")
      .def_property_readonly(
          "by", [](const Envelope& value) { return value.by; }, "Who, in which role.")
      .def_property_readonly(
          "source", [](const Envelope& value) { return value.source; }, "Where it was taken from.")
      .def_readonly("rulebook", &Envelope::rulebook, "Identity of the rulebook in force when it was recorded.")
      .def_readonly("calendar", &Envelope::calendar, "Identity of the calendar then.")
      .def_readonly("corrects", &Envelope::corrects, "The sequence of the event that this one replaces.")
      .def(
          "__eq__", [](const Envelope& a, const Envelope& b) { return a == b; }, py::is_operator())
      .def(
          "__ne__", [](const Envelope& a, const Envelope& b) { return a != b; }, py::is_operator())
      .def("__hash__",
           [](const Envelope& value) {
             return py::hash(py::make_tuple(value.sequence, value.subject, value.legal_day, value.recorded_on));
           })
      .def("__repr__", [](const Envelope& value) {
        return one_line("Envelope",
                        std::to_string(value.sequence) + ' ' + value.subject + ' ' + value.legal_day.to_string());
      });
}

void bind_codec(py::module_& module) {
  py::native_enum<OnBadLine>(module, "OnBadLine", "enum.Enum", "What to do with a file that has bad lines.")
      .value("keep_good", OnBadLine::keep_good, "The good lines, and every bad one reported.")
      .value("keep_none", OnBadLine::keep_none, "No line when one is bad, and every bad one reported.")
      .finalize();
  py::class_<RejectedLine> rejected(module, "RejectedLine", "One line that is no event.");
  bind_struct(rejected, 1, Field{"line", &RejectedLine::line, "From 1."},
              Field{"field", &RejectedLine::field, "JSON pointer within the line, or line:column."},
              Field{"value", &RejectedLine::value, "What stands there, cut to 200 bytes."},
              Field{"rule", &RejectedLine::rule, "What was expected."});
  rejected.def("__repr__", [](const RejectedLine& value) {
    return one_line("RejectedLine", std::to_string(value.line) + ' ' + value.field + ": " + value.rule);
  });
}

std::vector<std::pair<std::string, std::string>> named(const std::vector<StageName>& names) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& name : names) {
    out.emplace_back(name.name, name.label_zh);
  }
  return out;
}

std::size_t place_of(const std::vector<StageName>& names, const std::string& name, const char* what) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].name == name) {
      return i;
    }
  }
  throw NotFoundError{ErrorCode::unknown_name, name, "there is no " + std::string{what} + " \"" + name + "\" here"};
}

void bind_stages(py::module_& module) {
  py::native_enum<Effect>(module, "Effect", "enum.Enum", "What an action does in a stage.")
      .value("regular", Effect::regular, "As the procedure has it.")
      .value("irregular", Effect::irregular, "Against the procedure, yet it happened and counts.")
      .value("none", Effect::none, "Recorded, without consequence.")
      .finalize();

  py::class_<StageGraph>(module, "StageGraph",
                         "Which action leads from which stage to which. Every stage with every action has an answer.")
      .def_property_readonly("name", &StageGraph::name, "request, review or catalogue.")
      .def_property_readonly("title", &StageGraph::title, "Its title.")
      .def_property_readonly(
          "stages", [](const StageGraph& graph) { return named(graph.stages()); }, "Name and Chinese label of each.")
      .def_property_readonly(
          "actions", [](const StageGraph& graph) { return named(graph.actions()); }, "Name and Chinese label of each.")
      .def(
          "step",
          [](const StageGraph& graph, const std::string& stage, const std::string& action, const std::string& when) {
            const auto step =
                graph.step(place_of(graph.stages(), stage, "stage"), place_of(graph.actions(), action, "action"), when);
            return std::make_pair(step.effect, std::string{graph.stages()[step.to].name});
          },
          py::arg("stage"), py::arg("action"), py::arg("when") = "",
          "The effect, and the stage afterwards. NotFoundError 402 for an unknown name.")
      .def(
          "choices",
          [](const StageGraph& graph, const std::string& stage, const std::string& action) {
            return graph.choices(place_of(graph.stages(), stage, "stage"), place_of(graph.actions(), action, "action"));
          },
          py::arg("stage"), py::arg("action"), "The cases that are told apart; empty for the plain way.")
      .def(
          "allowed",
          [](const StageGraph& graph, const std::string& stage) {
            return graph.allowed(place_of(graph.stages(), stage, "stage"));
          },
          py::arg("stage"), "The actions with a regular way out.")
      .def(
          "is_final",
          [](const StageGraph& graph, const std::string& stage) {
            return graph.is_final(place_of(graph.stages(), stage, "stage"));
          },
          py::arg("stage"), "No action is regular here.")
      .def("to_mermaid", &StageGraph::to_mermaid, "The regular ways as a stateDiagram-v2.")
      .def("to_markdown", &StageGraph::to_markdown, "The whole matrix as a table.")
      .def("_repr_html_",
           [](const py::object& self) { return py::module_::import("gongkai.timeline").attr("graph_html")(self); })
      .def("__repr__", [](const StageGraph& graph) {
        return one_line("StageGraph", std::string{graph.name()} + ", " + std::to_string(graph.stages().size()) +
                                          " stages, " + std::to_string(graph.actions().size()) + " actions");
      });

  py::class_<StageRules>(module, "StageRules",
                         "What a country uses of a graph: actions, roles, and the article each rests on, by day.")
      .def_static("builtin", &StageRules::builtin, py::arg("country"), py::arg("graph"),
                  "NotFoundError 401 for a country without data, 402 for a graph that it does not use.")
      .def_static("parse", &StageRules::parse, py::arg("data"), py::arg("file"),
                  "ParseError or RulebookError 304 with file and pointer.")
      .def_property_readonly("graph", &StageRules::graph, "The name of the graph.")
      .def_property_readonly("identity", &StageRules::identity, "Content hash of the data.")
      .def("uses", &StageRules::uses, py::arg("action"), "Whether the country uses an action.")
      .def("roles", &StageRules::roles, py::arg("action"), "Who may do it; empty: anyone of the office.")
      .def("article", &StageRules::article, py::arg("action"), py::arg("day"),
           "What it rests on; None before the first rule.")
      .def("role_label_zh", &StageRules::role_label_zh, py::arg("role"), "科室负责人; the id itself without a label.")
      .def("role_names", &StageRules::role_names, "All roles that the data names.")
      .def("to_markdown", &StageRules::to_markdown, py::arg("graph"), "Articles and roles as a table.")
      .def("__repr__", [](const StageRules& rules) { return one_line("StageRules", rules.graph()); });
}

}  // namespace

void bind_event(py::module_& module) {
  bind_digest(module);
  bind_clearance(module);
  bind_actor(module);
  bind_envelope(module);
  bind_codec(module);
  bind_stages(module);
  module.def(
      "label_zh", [](Conclusion conclusion) { return std::string{label_zh(conclusion)}; }, py::arg("conclusion"),
      "公开, 部分公开, 不予公开, 报审.");
}

}  // namespace gongkai::bindings
