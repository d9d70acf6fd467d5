// SPDX-License-Identifier: Apache-2.0
#pragma once
// An office that answers requests, and short ways to let it act.

#include <gongkai/error.hpp>
#include <gongkai/request/transitions.hpp>
#include <string>
#include <utility>
#include <vector>

namespace gongkai::request_office {

inline const Actor clerk{"wang", {"handler"}};
inline constexpr Date never{9999, 12, 31};
inline When on(Date day) { return {day, day}; }

inline ContentDigest digest(int n) {
  ContentDigest::Bytes bytes{};
  bytes[0] = static_cast<std::uint8_t>(n);
  return {DigestAlgorithm::sha256, bytes};
}
inline Clearance cleared(int content, Date day) {
  return {"review-1", day, digest(content), Conclusion::disclose, std::nullopt, {}};
}
inline RequestSubmitted submission(const std::string& applicant = "a1", const std::string& title = "2023年决算") {
  return {{applicant, "natural_person", "张三", ""}, "in_person", "letter-1", "请公开决算", title, ""};
}
inline OutgoingDocument letter(const std::string& id, std::optional<Date> delivered = std::nullopt) {
  OutgoingDocument out;
  out.id = id;
  out.delivered_on = delivered;
  return out;
}
inline RequestDecided granted(Date day, int content = 1) {
  RequestDecided out;
  out.outcome = "granted";
  out.document = letter("reply-1");
  out.released = digest(content);
  out.clearance = cleared(content, day);
  return out;
}
inline RequestDecided refused(const std::string& outcome = "denied_process") {
  RequestDecided out;
  out.outcome = outcome;
  out.document = letter("reply-1");
  out.grounds = {"process_information"};
  out.article = "国务院令第711号, art. 16(2)";
  out.reason = "讨论记录";
  out.evidence = {"会议记录"};
  return out;
}
inline RequestExtended extension(std::int32_t days) { return {letter("extension-1"), days, std::nullopt, "需要检索"}; }
inline RequestCorrectionNoticed correction_notice(Date delivered) {
  return {letter("correction-1", delivered), "请明确年度", 15};
}

inline const RequestRules& rules() {
  static const RequestRules builtin = RequestRules::builtin("CN");
  return builtin;
}

/// A register that keeps its events.
class Desk {
 public:
  Desk& act(const std::string& request, const RequestAction& command, Date day) {
    for (auto& event : decide(requests_, request, command, clerk, on(day), rules())) {
      event.envelope.sequence = static_cast<std::int64_t>(events_.size()) + 1;
      requests_ = apply(std::move(requests_), event, rules());
      events_.push_back(std::move(event));
    }
    return *this;
  }
  /// Submitted in person and registered on one day.
  Desk& open(const std::string& request, Date day, const RequestSubmitted& what = submission()) {
    return act(request, what, day).act(request, RequestRegistered{request, ""}, day);
  }

  [[nodiscard]] const RequestRegister& requests() const { return requests_; }
  [[nodiscard]] const RequestState& request(const std::string& id = "q1") const { return *requests_.find(id); }
  [[nodiscard]] const std::vector<RequestEvent>& events() const { return events_; }
  /// The number of the refusal, 0 when there is none.
  [[nodiscard]] int refusal(const std::string& request, const RequestAction& command, Date day) const {
    try {
      (void)decide(requests_, request, command, clerk, on(day), rules());
      return 0;
    } catch (const TransitionError& error) {
      return static_cast<int>(error.code());
    }
  }

 private:
  RequestRegister requests_;
  std::vector<RequestEvent> events_;
};

inline RequestEvent event(std::int64_t sequence, Date day, RequestAction action, std::string request = "q1") {
  RequestEvent out{Envelope{std::move(request), day, day}, std::move(action)};
  out.envelope.sequence = sequence;
  out.envelope.by = {"wang", "handler", {}};
  return out;
}

}  // namespace gongkai::request_office
