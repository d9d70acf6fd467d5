// SPDX-License-Identifier: Apache-2.0
#include <gongkai/event/fold.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "event/finding_texts.hpp"

namespace gongkai {
namespace {

// Where an event stands among those of its legal day: where the first version of it stood.
struct Slot {
  Date recorded_on;
  std::int64_t sequence;
};

bool earlier(const Slot& a, const Slot& b) {
  return std::tie(a.recorded_on, a.sequence) < std::tie(b.recorded_on, b.sequence);
}

void report(std::vector<Finding>& findings, std::string_view id, const Envelope& envelope, const std::string& other) {
  findings.push_back(detail::FindingTexts::builtin().make(
      id, envelope.legal_day, envelope.subject,
      {{"sequence", std::to_string(envelope.sequence)}, {"subject", envelope.subject}, {"other", other}}));
}

}  // namespace

EventOrder order_of(const std::vector<const Envelope*>& envelopes, Date as_of, Date known_at) {
  EventOrder out;
  std::vector<std::size_t> known;
  bool corrections = false;
  for (std::size_t i = 0; i < envelopes.size(); ++i) {
    if (envelopes[i]->recorded_on <= known_at) {
      known.push_back(i);
      corrections = corrections || envelopes[i]->corrects.has_value();
    }
  }
  const auto natural = [&](std::size_t i) { return Slot{envelopes[i]->recorded_on, envelopes[i]->sequence}; };
  // In the order of recording a correction always finds what it corrects.
  std::sort(known.begin(), known.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) {
      return std::make_tuple(envelopes[i]->sequence, envelopes[i]->recorded_on, envelopes[i]->legal_day, i);
    };
    return key(a) < key(b);
  });
  std::vector<Slot> slots;
  std::vector<bool> replaced(envelopes.size(), false);
  slots.reserve(envelopes.size());
  for (std::size_t i = 0; i < envelopes.size(); ++i) {
    slots.push_back(natural(i));
  }
  std::unordered_map<std::int64_t, std::size_t> by_sequence;
  by_sequence.reserve(corrections ? known.size() : 0);
  std::int64_t last = 0;
  std::unordered_map<std::int64_t, std::size_t> current;  // of a corrected sequence: the version that counts
  for (const auto i : known) {
    const auto& envelope = *envelopes[i];
    if (envelope.sequence != 0 && envelope.sequence == last) {
      report(out.findings, "sequence", envelope, "");
    }
    last = envelope.sequence;
    if (!corrections) {
      continue;
    }
    if (envelope.corrects) {
      const auto target = by_sequence.find(*envelope.corrects);
      if (target == by_sequence.end() || envelopes[target->second]->subject != envelope.subject ||
          *envelope.corrects == envelope.sequence) {
        report(out.findings, "corrects", envelope, std::to_string(*envelope.corrects));
      } else {
        // The version that stood there until now gives way, whichever of its versions the correction names.
        std::size_t version = target->second;
        for (auto next = current.find(envelopes[version]->sequence); next != current.end();
             next = current.find(envelopes[version]->sequence)) {
          version = next->second;
        }
        replaced[version] = true;
        slots[i] = slots[version];
        current[envelopes[version]->sequence] = i;
      }
    }
    by_sequence[envelope.sequence] = i;
  }
  for (const auto i : known) {
    if (!replaced[i] && envelopes[i]->legal_day <= as_of) {
      out.order.push_back(i);
    }
  }
  std::stable_sort(out.order.begin(), out.order.end(), [&](std::size_t a, std::size_t b) {
    if (envelopes[a]->legal_day != envelopes[b]->legal_day) {
      return envelopes[a]->legal_day < envelopes[b]->legal_day;
    }
    return earlier(slots[a], slots[b]);
  });
  std::sort(out.findings.begin(), out.findings.end());
  return out;
}

}  // namespace gongkai
