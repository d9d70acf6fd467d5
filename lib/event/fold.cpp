// SPDX-License-Identifier: Apache-2.0
#include <gongkai/event/fold.hpp>

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "event/finding_texts.hpp"

namespace gongkai {
namespace {

// An event with what its order hangs on, side by side in memory: there may be millions.
struct Standing {
  Date legal_day;
  Date recorded_on;       // with `sequence`: where it stands among those of its legal day,
  std::int64_t sequence;  // which is where the first version of it stood
  std::size_t at;         // in the input
  bool replaced = false;
};

void report(std::vector<Finding>& findings, std::string_view id, const Envelope& envelope, const std::string& other) {
  findings.push_back(detail::FindingTexts::builtin().make(
      id, envelope.legal_day, envelope.subject,
      {{"sequence", std::to_string(envelope.sequence)}, {"subject", envelope.subject}, {"other", other}}));
}

// Corrections take the places of what they correct; `known` in the order of recording.
void put_in_place(std::vector<Standing>& known, const std::vector<const Envelope*>& envelopes,
                  std::vector<Finding>& findings) {
  std::unordered_map<std::int64_t, std::size_t> by_sequence;
  std::unordered_map<std::int64_t, std::size_t> current;  // of a corrected sequence: the version that counts
  by_sequence.reserve(known.size());
  const auto envelope_of = [&](std::size_t k) -> const Envelope& { return *envelopes[known[k].at]; };
  for (std::size_t k = 0; k < known.size(); ++k) {
    const auto& envelope = envelope_of(k);
    if (envelope.corrects) {
      const auto target = by_sequence.find(*envelope.corrects);
      if (target == by_sequence.end() || envelope_of(target->second).subject != envelope.subject ||
          *envelope.corrects == envelope.sequence) {
        report(findings, "corrects", envelope, std::to_string(*envelope.corrects));
      } else {
        // The version that stood there until now gives way, whichever of its versions the correction names.
        std::size_t version = target->second;
        for (auto next = current.find(envelope_of(version).sequence); next != current.end();
             next = current.find(envelope_of(version).sequence)) {
          version = next->second;
        }
        known[version].replaced = true;
        known[k].recorded_on = known[version].recorded_on;
        known[k].sequence = known[version].sequence;
        current[envelope_of(version).sequence] = k;
      }
    }
    by_sequence[envelope.sequence] = k;
  }
}

}  // namespace

EventOrder order_of(const std::vector<const Envelope*>& envelopes, Date as_of, Date known_at) {
  EventOrder out;
  std::vector<Standing> known;
  known.reserve(envelopes.size());
  bool corrections = false;
  for (std::size_t i = 0; i < envelopes.size(); ++i) {
    const auto& envelope = *envelopes[i];
    if (envelope.recorded_on <= known_at) {
      known.push_back({envelope.legal_day, envelope.recorded_on, envelope.sequence, i});
      corrections = corrections || envelope.corrects.has_value();
    }
  }
  // In the order of recording a correction always finds what it corrects. Most lists are kept in it.
  const auto recorded_before = [](const Standing& a, const Standing& b) {
    return std::tie(a.sequence, a.recorded_on, a.legal_day, a.at) <
           std::tie(b.sequence, b.recorded_on, b.legal_day, b.at);
  };
  if (!std::is_sorted(known.begin(), known.end(), recorded_before)) {
    std::sort(known.begin(), known.end(), recorded_before);
  }
  for (std::size_t k = 1; k < known.size(); ++k) {
    if (known[k].sequence != 0 && known[k].sequence == known[k - 1].sequence) {
      report(out.findings, "sequence", *envelopes[known[k].at], "");
    }
  }
  if (corrections) {
    put_in_place(known, envelopes, out.findings);
  }
  known.erase(std::remove_if(known.begin(), known.end(),
                             [&](const Standing& event) { return event.replaced || event.legal_day > as_of; }),
              known.end());
  std::stable_sort(known.begin(), known.end(), [](const Standing& a, const Standing& b) {
    return std::tie(a.legal_day, a.recorded_on, a.sequence) < std::tie(b.legal_day, b.recorded_on, b.sequence);
  });
  out.order.reserve(known.size());
  for (const auto& event : known) {
    out.order.push_back(event.at);
  }
  std::sort(out.findings.begin(), out.findings.end());
  return out;
}

}  // namespace gongkai
