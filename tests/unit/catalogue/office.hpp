// SPDX-License-Identifier: Apache-2.0
#pragma once
// An office that keeps a catalogue, and short ways to let it act.

#include <gongkai/catalogue/transitions.hpp>
#include <gongkai/error.hpp>
#include <string>
#include <utility>
#include <vector>

namespace gongkai::catalogue_office {

inline ContentDigest digest(int n) {
  ContentDigest::Bytes bytes{};
  bytes[0] = static_cast<std::uint8_t>(n);
  return {DigestAlgorithm::sm3, bytes};
}

inline const Actor editor{"wang", {"editor"}};
inline constexpr Date never{9999, 12, 31};
inline When on(Date day) { return {day, day}; }

inline RecordData data(const std::string& title = "关于春季防火的通知", int content = 1) {
  RecordData out;
  out.title = title;
  out.digest = digest(content);
  out.kind = "document";
  return out;
}
inline RecordAttributeDecided proactive() { return {"proactive", "", "", "", std::nullopt}; }
inline RecordAttributeDecided withheld() {
  return {"withheld", "process_information", "国务院令第711号, art. 16(2)", "讨论稿", std::nullopt};
}
inline Clearance cleared(int content, Date day, Conclusion conclusion = Conclusion::disclose) {
  return {"review-" + std::to_string(content), day, digest(content), conclusion, std::nullopt, {}};
}
inline RecordPublished publication(int content, Date day) {
  return {"website", "https://example.org/1.html", cleared(content, day)};
}

inline const CatalogueRules& rules() {
  static const CatalogueRules builtin = CatalogueRules::builtin("CN");
  return builtin;
}

/// A catalogue that keeps its events.
class Desk {
 public:
  Desk& act(const std::string& record, const RecordAction& command, Date day) {
    for (auto& event : decide(catalogue_, record, command, editor, on(day), rules())) {
      event.envelope.sequence = static_cast<std::int64_t>(events_.size()) + 1;
      catalogue_ = apply(std::move(catalogue_), event, rules());
      events_.push_back(std::move(event));
    }
    return *this;
  }

  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] const RecordState& record(const std::string& id = "r1") const { return *catalogue_.find(id); }
  [[nodiscard]] const std::vector<RecordEvent>& events() const { return events_; }
  /// The number of the refusal, 0 when there is none.
  [[nodiscard]] int refusal(const std::string& record, const RecordAction& command, Date day) const {
    try {
      (void)decide(catalogue_, record, command, editor, on(day), rules());
      return 0;
    } catch (const TransitionError& error) {
      return static_cast<int>(error.code());
    }
  }

 private:
  Catalogue catalogue_;
  std::vector<RecordEvent> events_;
};

inline RecordEvent event(std::int64_t sequence, Date day, RecordAction action, std::string record = "r1") {
  RecordEvent out{Envelope{std::move(record), day, day}, std::move(action)};
  out.envelope.sequence = sequence;
  out.envelope.by = {"wang", "editor", {}};
  return out;
}

}  // namespace gongkai::catalogue_office
