// SPDX-License-Identifier: Apache-2.0
#include <gongkai/request/evidence.hpp>
#include <gongkai/rules/builtin.hpp>

#include <algorithm>

#include "detail/html.hpp"
#include "detail/json_reader.hpp"
#include "request/evidence_data.hpp"
#include "request/words.hpp"

namespace gongkai {
namespace {

using detail::EvidenceKind;
using detail::EvidenceNeed;
using detail::Json;

class Bundle {
 public:
  Bundle(const RequestState& request, const std::vector<RequestEvent>& events, const EvidenceRules& rules,
         const std::map<std::string, ContentDigest>& digests)
      : request_{request}, data_{rules.data()}, digests_{digests} {
    // Those that count, in the order in which they were applied.
    std::map<std::int64_t, const RequestEvent*> by_sequence;
    for (const auto& event : events) {
      if (event.envelope.subject == request.id) {
        by_sequence.emplace(event.envelope.sequence, &event);
      }
    }
    for (const auto sequence : request.events) {
      const auto found = by_sequence.find(sequence);
      if (found != by_sequence.end()) {
        events_.push_back(found->second);
      }
    }
    out_.request = request.id;
    out_.rules = rules.identity();
    if (!request.decisions.empty()) {
      decision_ = &request.decisions.back();
      out_.outcome = decision_->outcome;
      out_.decided_on = decision_->decided_on;
    }
  }

  EvidenceBundle run() {
    for (const auto* event : events_) {
      documents_of(*event);
    }
    if (decision_ != nullptr) {
      for (const auto& kind : data_.kinds) {
        item(kind);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] BundleDocument document(const RequestEvent& event, std::string name,
                                        std::optional<ContentDigest> digest = std::nullopt) const {
    const auto given = digests_.find(name);
    if (!digest && given != digests_.end()) {
      digest = given->second;
    }
    return {std::move(name), std::string{action_name(event.action)}, event.envelope.sequence, event.envelope.legal_day,
            digest};
  }
  void add(BundleDocument document) {
    if (!document.name.empty()) {
      out_.documents.push_back(std::move(document));
    }
  }

  void documents_of(const RequestEvent& event) {
    if (const auto* submitted = std::get_if<RequestSubmitted>(&event.action)) {
      add(document(event, submitted->letter));
    }
    add(document(event, detail::document_of(event.action)));
    if (const auto* decided = std::get_if<RequestDecided>(&event.action)) {
      for (const auto& note : decided->evidence) {
        add(document(event, note));
      }
      add(document(event, decided->published_at));
      if (decided->released) {
        add(document(event, decided->record.empty() ? "released" : decided->record, decided->released));
      }
      if (decided->clearance) {
        add(document(event, decided->clearance->review, decided->clearance->digest));
      }
    }
  }

  // ---- what is needed

  [[nodiscard]] bool has_ground(const std::string& ground) const {
    const auto& of = decision_->grounds;
    return std::find(of.begin(), of.end(), ground) != of.end() ||
           std::any_of(decision_->withheld.begin(), decision_->withheld.end(),
                       [&](const WithheldPart& part) { return part.ground == ground; });
  }
  [[nodiscard]] bool discloses() const {
    return decision_->outcome == cn::outcome::granted.token() ||
           decision_->outcome == cn::outcome::partially_granted.token();
  }
  [[nodiscard]] bool applies(const EvidenceNeed& need) const {
    if (decision_->decided_on < need.from) {
      return false;
    }
    switch (need.by) {
      case EvidenceNeed::By::ground:
        return has_ground(need.of);
      case EvidenceNeed::By::outcome:
        return decision_->outcome == need.of;
      case EvidenceNeed::By::when:
        break;
    }
    if (need.of == "already_public") {
      return discloses() && !decision_->released && !decision_->published_at.empty();
    }
    if (need.of == "against_third_party") {
      return discloses() && std::any_of(request_.consultations.begin(), request_.consultations.end(),
                                        [](const RequestConsultation& asked) {
                                          return asked.third_party && asked.answer == "refuses";
                                        });
    }
    return true;  // decided
  }

  void item(const EvidenceKind& kind) {
    BundleItem out{kind.kind, kind.label_zh, {}, {}, {}};
    for (const auto& need : data_.needs) {
      if (applies(need) && std::find(need.evidence.begin(), need.evidence.end(), kind.kind) != need.evidence.end()) {
        if (out.needed_by.empty()) {
          out.citation = need.citation.to_string();
        }
        out.needed_by.push_back(need.of);
      }
    }
    if (!out.needed_by.empty()) {
      out.documents = fulfilling(kind);
      out_.items.push_back(std::move(out));
    }
  }

  // ---- what there is

  [[nodiscard]] std::vector<BundleDocument> fulfilling(const EvidenceKind& kind) const {
    std::vector<BundleDocument> out;
    for (const auto* event : events_) {
      if (const auto* decided = std::get_if<RequestDecided>(&event->action)) {
        if (event->envelope.sequence != decision_->event) {
          continue;  // a decision that no longer stands
        }
        for (const auto& note : decided->evidence) {
          const bool says =
              note == kind.kind || std::any_of(kind.words.begin(), kind.words.end(),
                                               [&](const auto& word) { return note.find(word) != std::string::npos; });
          if (says) {
            out.push_back(document(*event, note));
          }
        }
      }
      for (const auto& way : kind.fulfilled_by) {
        const auto name = by_history(way, *event);
        if (!name.empty()) {
          out.push_back(document(*event, name));
        }
      }
    }
    return out;
  }

  // The name of what the event itself proves; empty: it does not.
  [[nodiscard]] std::string by_history(const std::string& way, const RequestEvent& event) const {
    const auto named = [&](const std::string& name) {
      return name.empty() ? std::string{action_name(event.action)} + " " + event.envelope.legal_day.to_string() : name;
    };
    const auto* decided = std::get_if<RequestDecided>(&event.action);
    if (way == "published_at") {
      return decided != nullptr ? decided->published_at : std::string{};
    }
    if (way == "served") {
      if (decided != nullptr && (decided->document.posted_on || decided->document.delivered_on)) {
        return named(decided->document.id);
      }
      const auto* served = std::get_if<RequestServed>(&event.action);
      const bool reply = served != nullptr && (served->document.empty() || served->document == decision_->document);
      return reply && event.envelope.sequence > decision_->event ? named(decision_->document) : std::string{};
    }
    if (way == "third_party_consulted") {
      const auto* asked = std::get_if<RequestThirdPartyConsulted>(&event.action);
      return asked != nullptr ? named(asked->document.id) : std::string{};
    }
    if (way == "third_party_answered") {
      const auto* answered = std::get_if<RequestThirdPartyAnswered>(&event.action);
      return answered != nullptr ? named({}) : std::string{};
    }
    return {};
  }

  const RequestState& request_;
  const detail::EvidenceData& data_;
  const std::map<std::string, ContentDigest>& digests_;
  const RequestDecision* decision_ = nullptr;
  std::vector<const RequestEvent*> events_;
  EvidenceBundle out_;
};

Json json(const std::vector<BundleDocument>& documents) {
  Json::Array out;
  for (const auto& one : documents) {
    Json::Object entry{{"name", one.name},
                       {"action", one.action},
                       {"event", one.event},
                       {"day", one.day.to_string()},
                       {"digest", one.digest ? Json{one.digest->to_string()} : Json{}}};
    out.emplace_back(std::move(entry));
  }
  return out;
}

std::string cell(std::string_view text) { return "<td>" + detail::escape(text) + "</td>"; }

}  // namespace

std::vector<std::string> EvidenceBundle::missing() const {
  std::vector<std::string> out;
  for (const auto& item : items) {
    if (item.documents.empty()) {
      out.push_back(item.kind);
    }
  }
  return out;
}

EvidenceBundle evidence_bundle(const RequestState& request, const std::vector<RequestEvent>& events,
                               const EvidenceRules& rules, const std::map<std::string, ContentDigest>& digests) {
  return Bundle{request, events, rules, digests}.run();
}

std::string to_json(const EvidenceBundle& bundle) {
  Json::Array items;
  for (const auto& item : bundle.items) {
    Json::Array by;
    for (const auto& need : item.needed_by) {
      by.emplace_back(need);
    }
    items.emplace_back(Json::Object{{"kind", item.kind},
                                    {"label_zh", item.label_zh},
                                    {"needed_by", std::move(by)},
                                    {"citation", item.citation},
                                    {"present", !item.documents.empty()},
                                    {"documents", json(item.documents)}});
  }
  return Json{Json::Object{{"schema", 1},
                           {"request", bundle.request},
                           {"outcome", bundle.outcome},
                           {"decided_on", bundle.decided_on ? Json{bundle.decided_on->to_string()} : Json{}},
                           {"rules", bundle.rules},
                           {"items", std::move(items)},
                           {"documents", json(bundle.documents)}}}
      .dump();
}

std::string to_html(const EvidenceBundle& bundle) {
  std::string out = "<section lang=\"zh\"><h2>证据目录 " + detail::escape(bundle.request) + "</h2>\n";
  out += "<table><thead><tr><th>证据</th><th>依据</th><th>材料</th></tr></thead><tbody>\n";
  for (const auto& item : bundle.items) {
    std::string names;
    for (const auto& one : item.documents) {
      names += (names.empty() ? "" : "；") + one.name;
    }
    out += "<tr>" + cell(item.label_zh) + cell(item.citation) + cell(names.empty() ? "缺" : names) + "</tr>\n";
  }
  out += "</tbody></table>\n<table><thead><tr><th>材料</th><th>日期</th><th>摘要值</th></tr></thead><tbody>\n";
  for (const auto& one : bundle.documents) {
    out += "<tr>" + cell(one.name) + cell(one.day.to_string()) + cell(one.digest ? one.digest->to_string() : "—") +
           "</tr>\n";
  }
  return out + "</tbody></table></section>\n";
}

}  // namespace gongkai
