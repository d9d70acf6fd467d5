// SPDX-License-Identifier: Apache-2.0
#pragma once
// Facts from the states of requests, one after the other.

#include <gongkai/facts/fact.hpp>
#include <vector>

namespace gongkai::detail {

class RequestDerivation {
 public:
  explicit RequestDerivation(const RequestRules& rules) : rules_{&rules} {}

  /// The request with its remedies and payments; a letter that was split is none.
  void add(const RequestState& state);
  /// Remedies and payments alone: the request itself was told before.
  void add_remedies(const RequestState& state);
  /// What is certain so far.
  [[nodiscard]] Facts take();
  /// What is left: figures, inquiries, and the requests that were never received here.
  [[nodiscard]] Facts finish(const RequestRegister& office);

 private:
  struct Undated {
    RequestFact fact;
    Date last_day;
  };
  void report(std::string_view id, const std::string& subject, Date day,
              std::vector<std::pair<std::string_view, std::string_view>> values);
  void brought_along(const RequestRegister& office);

  const RequestRules* rules_;
  Facts out_;
  std::vector<Undated> undated_;
};

[[nodiscard]] inline EventIds event_ids(std::int64_t event) { return event == 0 ? EventIds{} : EventIds{event}; }

}  // namespace gongkai::detail
