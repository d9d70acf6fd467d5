// SPDX-License-Identifier: Apache-2.0
// From requests to the catalogue (R2019 arts 36, 44(1)), and an office that does not exist.
#include <pybind11/native_enum.h>

#include <gongkai/facts/clearances.hpp>
#include <gongkai/facts/release.hpp>
#include <gongkai/facts/sample.hpp>

#include "value.hpp"

namespace gongkai::bindings {
namespace {

void bind_proposals(py::module_& module) {
  py::native_enum<ProposalKind>(module, "ProposalKind", "enum.Enum", "What is proposed about requests that match.")
      .value("repeat", ProposalKind::repeat, "Answer as 重复申请: the same applicant got this before (art. 36(6)).")
      .value("publish", ProposalKind::publish, "Several asked for it and none was refused it: publish it (art. 44(1)).")
      .value("already_public", ProposalKind::already_public, "The catalogue has it: tell where (art. 36(1)).")
      .finalize();
  py::class_<Proposal> proposal(module, "Proposal", "About one request, with what matched; never acted on by itself.");
  bind_struct(proposal, 1, Field{"kind", &Proposal::kind, "What is proposed."},
              Field{"request", &Proposal::request, "The latest request."},
              Field{"requests", &Proposal::requests, "The others for the same information, the earliest first."},
              Field{"records", &Proposal::records, "Records with the same information, the earliest first."},
              Field{"by", &Proposal::by, "content, document_number, title: all by which something matched."},
              Field{"article", &Proposal::article, "What it rests on."});
  proposal.def("__repr__", [](const Proposal& it) {
    return one_line("Proposal", it.request + ' ' + std::string{to_string(it.kind)});
  });
  module.def(
      "proposals",
      [](const RequestRegister& requests, const Catalogue& catalogue) {
        const py::gil_scoped_release unlocked;
        return proposals(requests, catalogue);
      },
      py::arg("requests"), py::arg("catalogue"),
      "By request, then kind. Information is the same by normalised title, by document number, or by the digest of its "
      "content.");
}

void bind_clearances(py::module_& module) {
  module.def(
      "check_clearances",
      [](const RequestRegister& requests, const Catalogue& catalogue,
         const std::map<std::string, ReviewState>& reviews) {
        const py::gil_scoped_release unlocked;
        return check_clearances(requests, catalogue, reviews);
      },
      py::arg("requests"), py::arg("catalogue"), py::arg("reviews"),
      "FCT.CLEARANCE for what went out by a review that is not told, or that had not cleared that content by that day "
      "(R2019 art. 17(2)). Sorted.");
}

void bind_plan(py::module_& module) {
  py::class_<ReleasePlan>(module, "ReleasePlan", "How what was released becomes a record (R2019 art. 44(1)).")
      .def(py::init([](std::string record, RecordData data, std::string channel, std::string url,
                       std::optional<Clearance> clearance, std::vector<std::string> also_for) {
             return ReleasePlan{std::move(record), std::move(data),      std::move(channel),
                                std::move(url),    std::move(clearance), std::move(also_for)};
           }),
           py::kw_only(), py::arg("record"), py::arg_v("data", RecordData{}, "RecordData()"),
           py::arg("channel") = "website", py::arg("url") = "", py::arg("clearance") = py::none(),
           py::arg("also_for") = py::tuple())
      .def_readonly("record", &ReleasePlan::record, "Id: of a new record, or of one that is there and not public.")
      .def_property_readonly(
          "data", [](const ReleasePlan& it) { return it.data; },
          "Of a new record; without a digest that of what was released.")
      .def_readonly("channel", &ReleasePlan::channel, "A word of the taxonomy `publication_channel`.")
      .def_readonly("url", &ReleasePlan::url, "Where it will be.")
      .def_readonly("clearance", &ReleasePlan::clearance, "None: the one with which the reply was released.")
      .def_property_readonly(
          "also_for", [](const ReleasePlan& it) { return frozen(it.also_for); }, "Further requests for the same.")
      .def("__repr__", [](const ReleasePlan& it) { return one_line("ReleasePlan", it.record); });
  module.def(
      "publish_release", &publish_release, py::arg("requests"), py::arg("catalogue"), py::arg("request"),
      py::arg("plan"), py::arg("actor"), py::arg("when"), py::arg("rules"),
      "In one act: drafted (unless it is there), decided 主动公开, linked to the requests, published with a "
      "clearance of exactly this content. The events are not numbered. TransitionError as `decide`, 505 without a "
      "review of the content; NotFoundError 402; InvalidArgumentError 103 where nothing was released.");
}

void bind_sample(py::module_& module) {
  py::class_<SampleOffice>(module, "SampleOffice",
                           "Events in the order of recording, numbered from 1 in each list. Names are made up.")
      .def_readonly("requests", &SampleOffice::requests, "RequestEvents.")
      .def_readonly("records", &SampleOffice::records, "RecordEvents.")
      .def_readonly("reviews", &SampleOffice::reviews, "ReviewEvents.")
      .def("__repr__", [](const SampleOffice& it) {
        return one_line("SampleOffice", std::to_string(it.requests.size()) + " events of requests, " +
                                            std::to_string(it.records.size()) + " of records, " +
                                            std::to_string(it.reviews.size()) + " of reviews");
      });
  const SampleOptions usual;
  module.def(
      "sample_office",
      [](std::uint64_t seed, std::int32_t first_year, std::int32_t years, std::int64_t requests, std::int64_t records,
         std::int32_t late_per_mille) {
        const py::gil_scoped_release unlocked;
        return sample_office(SampleOptions{seed, first_year, years, requests, records, late_per_mille});
      },
      py::kw_only(), py::arg("seed") = usual.seed, py::arg("first_year") = usual.first_year,
      py::arg("years") = usual.years, py::arg("requests") = usual.requests, py::arg("records") = usual.records,
      py::arg("late_per_mille") = usual.late_per_mille,
      "An office that does not exist, by procedure throughout but for late replies. The same arguments give the same "
      "events on every machine. InvalidArgumentError 103 for a negative number or years without published holidays.");
}

}  // namespace

void bind_release(py::module_& module) {
  bind_proposals(module);
  bind_clearances(module);
  bind_plan(module);
  bind_sample(module);
}

}  // namespace gongkai::bindings
