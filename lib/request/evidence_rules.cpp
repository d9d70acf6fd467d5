// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/request/evidence.hpp>

#include "event/procedure_file.hpp"
#include "request/evidence_data.hpp"

namespace gongkai {
namespace {

using detail::EvidenceData;
using detail::EvidenceNeed;
using detail::JsonCursor;

EvidenceNeed need(const JsonCursor& entry, const EvidenceData& data) {
  entry.object({"evidence", "from", "citation"}, {"ground", "outcome", "when"});
  const auto ground = entry.find("ground");
  const auto outcome = entry.find("outcome");
  const auto when = entry.find("when");
  if ((ground ? 1 : 0) + (outcome ? 1 : 0) + (when ? 1 : 0) != 1) {
    detail::refuse_procedure(entry, "evidence is needed by a ground, by an outcome or by a circumstance");
  }
  const auto by = ground ? EvidenceNeed::By::ground : outcome ? EvidenceNeed::By::outcome : EvidenceNeed::By::when;
  const auto citation = entry.at("citation");
  citation.object({"instrument"}, {"article"});
  const auto article = citation.find("article");
  for (const auto& kind : entry.at("evidence").elements()) {
    if (std::none_of(data.kinds.begin(), data.kinds.end(),
                     [&](const auto& known) { return known.kind == kind.string(); })) {
      detail::refuse_procedure(kind, "there is no such kind of evidence");
    }
  }
  return {by,
          ground    ? ground->string()
          : outcome ? outcome->string()
                    : when->string(),
          entry.at("evidence").strings(), entry.at("from").date(),
          Citation{citation.at("instrument").string(), article ? article->string() : std::string{}}};
}

std::shared_ptr<const EvidenceData> read(const JsonCursor& root, std::string_view bytes) {
  root.object({"schema", "kinds", "needs"});
  (void)root.at("schema").integer(1, 1);
  auto out = std::make_shared<EvidenceData>();
  out->identity = detail::content_identity(bytes);
  for (const auto& entry : root.at("kinds").elements()) {
    entry.object({"kind", "zh", "words"}, {"fulfilled_by"});
    const auto by = entry.find("fulfilled_by");
    out->kinds.push_back({entry.at("kind").string(), entry.at("zh").string(), entry.at("words").strings(),
                          by ? by->strings() : std::vector<std::string>{}});
  }
  for (const auto& entry : root.at("needs").elements()) {
    out->needs.push_back(need(entry, *out));
  }
  return out;
}

}  // namespace

EvidenceRules::EvidenceRules(std::shared_ptr<const detail::EvidenceData> data) noexcept : data_{std::move(data)} {}
EvidenceRules::EvidenceRules(const EvidenceRules& other) noexcept = default;
EvidenceRules& EvidenceRules::operator=(const EvidenceRules& other) noexcept = default;
EvidenceRules::~EvidenceRules() = default;

EvidenceRules EvidenceRules::builtin(std::string_view country) {
  const std::string path = "evidence/bundle.json";
  return parse(detail::procedure_bytes(country, path), detail::country_folder(country) + "/" + path);
}

EvidenceRules EvidenceRules::parse(std::string_view json, const std::string& file) {
  return EvidenceRules{detail::read_procedure(json, file, [&](const JsonCursor& root) { return read(root, json); })};
}

const std::string& EvidenceRules::identity() const noexcept { return data_->identity; }

}  // namespace gongkai
