// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <gongkai/facts/release.hpp>
#include <map>
#include <set>
#include <tuple>

#include "catalogue/public_record.hpp"
#include "catalogue/words.hpp"
#include "event/plain_text.hpp"
#include "event/words.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 3> kinds{
    {{"repeat", "重复申请"}, {"publish", "纳入主动公开"}, {"already_public", "已主动公开"}}};
constexpr std::array<std::string_view, 3> articles{"国务院令第711号, art. 36(6)", "国务院令第711号, art. 44(1)",
                                                   "国务院令第711号, art. 36(1)"};

// By which information is recognised; what is not known has no key.
using Key = std::pair<std::string_view, std::string>;  // what, value
void add_key(std::vector<Key>& keys, std::string_view what, std::string value) {
  if (!value.empty()) {
    keys.emplace_back(what, std::move(value));
  }
}

std::vector<Key> keys_of(const RequestState& request) {
  std::vector<Key> out;
  for (const auto& decision : request.decisions) {
    if (decision.released) {
      add_key(out, "content", decision.released->to_string());
    }
  }
  add_key(out, "document_number", detail::plain_text(request.document_number));
  add_key(out, "title", detail::plain_text(request.title));
  return out;
}

std::vector<Key> keys_of(const RecordData& data) {
  std::vector<Key> out;
  if (data.digest) {
    add_key(out, "content", data.digest->to_string());
  }
  add_key(out, "document_number", detail::plain_text(data.document_number));
  add_key(out, "title", detail::plain_text(data.title));
  return out;
}

Date day_of(const RequestState& request) {
  return request.submitted_on ? *request.submitted_on
                              : request.received_on.value_or(Date::from_ordinal(Date::max_ordinal));
}
bool was_given(const RequestState& request) {
  return std::any_of(request.decisions.begin(), request.decisions.end(), [](const RequestDecision& decision) {
    return decision.outcome == "granted" || decision.outcome == "partially_granted";
  });
}
bool was_refused(const RequestState& request) { return request.outcome().compare(0, 7, "denied_") == 0; }

class Proposer {
 public:
  Proposer(const RequestRegister& requests, const Catalogue& catalogue) {
    for (const auto& [id, request] : requests.requests) {
      if (request.stage != RequestStage::split && request.stage != RequestStage::not_received) {
        ordered_.push_back(&request);
      }
    }
    std::stable_sort(ordered_.begin(), ordered_.end(),
                     [](const RequestState* a, const RequestState* b) { return day_of(*a) < day_of(*b); });
    for (const auto& [id, record] : catalogue.records) {
      if (detail::is_public(record)) {
        for (auto& key : keys_of(*record.public_data)) {
          records_[std::move(key)].push_back(&record);
        }
        continue;
      }
      const bool barred = record.mode == detail::mode_withheld || detail::is_classified(record.data.secrecy_state);
      for (auto& key : keys_of(record.data)) {
        if (barred) {
          barred_.insert(std::move(key));
        } else {
          waiting_[std::move(key)].push_back(&record);
        }
      }
    }
  }

  std::vector<Proposal> run() {
    std::map<Key, std::vector<const RequestState*>> earlier;
    for (const auto* request : ordered_) {
      Found same;      // by the same applicant, given
      Found others;    // by others
      Found recorded;  // in the catalogue
      Found waiting;   // in the catalogue and not public
      bool refused = was_refused(*request);
      const auto keys = keys_of(*request);
      for (const auto& key : keys) {
        refused = refused || barred_.count(key) != 0;
        const auto unpublished = waiting_.find(key);
        if (unpublished != waiting_.end()) {
          for (const auto* record : unpublished->second) {
            waiting.add(true, record->id, record->formed_on.value_or(day_of(*request)), key.first);
          }
        }
        for (const auto* other : earlier[key]) {
          refused = refused || was_refused(*other);
          const auto& applicant = request->applicant.id;
          if (!applicant.empty() && other->applicant.id == applicant) {
            same.add(was_given(*other), other->id, day_of(*other), key.first);
          } else {
            others.add(!applicant.empty() && !other->applicant.id.empty(), other->id, day_of(*other), key.first);
          }
        }
        const auto published = records_.find(key);
        if (published != records_.end()) {
          for (const auto* record : published->second) {
            // Public since before it was asked for, or while it waits for its answer; what came of the request itself
            // is no answer to it.
            recorded.add(published_by(*record, day_of(*request)) || request->outcome().empty(), record->id,
                         record->first_published_on.value_or(day_of(*request)), key.first);
            known_.insert(key);
          }
        }
      }
      for (const auto& key : keys) {
        earlier[key].push_back(request);
      }
      if (!same.empty()) {
        propose(ProposalKind::repeat, *request, same, recorded);
      }
      if (!recorded.empty()) {
        propose(ProposalKind::already_public, *request, {}, recorded);
      }
      const bool is_known =
          std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return known_.count(key) != 0; });
      if (!others.empty() && !refused && !is_known) {
        // Once for each information: the latest request speaks for those before.
        for (const auto& [day, id] : others.ids) {
          popular_.erase(id);
        }
        Proposal proposal = make(ProposalKind::publish, *request, others, waiting);
        popular_.emplace(request->id, std::move(proposal));
      }
      if (refused) {
        for (const auto& [day, id] : others.ids) {
          popular_.erase(id);
        }
      }
    }
    for (auto& [id, proposal] : popular_) {
      out_.push_back(std::move(proposal));
    }
    std::sort(out_.begin(), out_.end(), [](const Proposal& a, const Proposal& b) {
      return std::tie(a.request, a.kind) < std::tie(b.request, b.kind);
    });
    return std::move(out_);
  }

 private:
  struct Found {
    std::set<std::pair<Date, std::string>> ids;
    std::set<std::string_view> by;
    [[nodiscard]] bool empty() const { return ids.empty(); }
    void add(bool counts, const std::string& id, Date day, std::string_view what) {
      if (counts) {
        ids.emplace(day, id);
        by.insert(what);
      }
    }
  };
  static bool published_by(const RecordState& record, Date day) {
    return record.first_published_on && *record.first_published_on <= day;
  }
  static Proposal make(ProposalKind kind, const RequestState& request, const Found& requests, const Found& records) {
    Proposal out;
    out.kind = kind;
    out.request = request.id;
    for (const auto& [day, id] : requests.ids) {
      out.requests.push_back(id);
    }
    for (const auto& [day, id] : records.ids) {
      out.records.push_back(id);
    }
    auto by = requests.by;
    if (requests.empty()) {
      by = records.by;
    }
    out.by.assign(by.begin(), by.end());
    out.article = articles[static_cast<std::size_t>(kind)];
    return out;
  }
  void propose(ProposalKind kind, const RequestState& request, const Found& requests, const Found& records) {
    out_.push_back(make(kind, request, requests, records));
  }

  std::vector<const RequestState*> ordered_;
  std::map<Key, std::vector<const RecordState*>> records_;
  std::map<Key, std::vector<const RecordState*>> waiting_;
  std::set<Key> barred_;  // by its attribute or level of secrecy it is not to be disclosed
  std::set<Key> known_;
  std::map<std::string, Proposal> popular_;
  std::vector<Proposal> out_;
};

}  // namespace

std::vector<Proposal> proposals(const RequestRegister& requests, const Catalogue& catalogue) {
  return Proposer{requests, catalogue}.run();
}

std::string_view to_string(ProposalKind kind) noexcept { return detail::word_of(kinds, kind).word; }

}  // namespace gongkai
