// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Facts of requests from events as they come, for registers that are longer than memory: what is held is the cases
/// that are open, and those of the year that is not over; what was closed before is told and forgotten.
///
///     RequestStream stream{RequestRules::builtin("CN")};
///     for (const auto& event : events_in_order) { stream.add(event); }   // `order_of`, or a file kept in order
///     const auto facts = stream.finish();                                // as `derive(replay(…))`, in order of ending

#include <cstddef>
#include <memory>

#include <gongkai/export.hpp>
#include <gongkai/facts/fact.hpp>
#include <gongkai/request/event.hpp>
#include <gongkai/request/transitions.hpp>

namespace gongkai {

/// The facts are those of `derive` (facts/fact.hpp) for every history whose requests are closed once. Of a case that
/// was let go only its remedies are told any more: a second reply in a later year is the ledger's, as it is for
/// `derive`.
class GONGKAI_EXPORT RequestStream {
 public:
  explicit RequestStream(const RequestRules& rules);
  RequestStream(RequestStream&& other) noexcept;
  RequestStream& operator=(RequestStream&& other) noexcept;
  ~RequestStream();

  /// Events take effect in the order in which they are given, which must be that of their legal days
  /// (`InvalidArgumentError` 103). What a correction replaces must have been left out, as `order_of` does.
  void add(const RequestEvent& event);

  /// Cases in memory.
  [[nodiscard]] std::size_t held() const noexcept;
  /// The facts that are certain so far; they are not told again.
  [[nodiscard]] Facts take();
  /// All that is left, open cases included, and what was wrong. The stream begins anew: one stream, and as much memory
  /// as the most cases ever held, serve one agency after the other.
  [[nodiscard]] Facts finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
