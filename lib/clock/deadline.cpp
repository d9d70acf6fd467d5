// SPDX-License-Identifier: Apache-2.0
#include <gongkai/clock/deadline.hpp>

#include <array>
#include <ostream>
#include <utility>

#include "clock/clock_impl.hpp"
#include "clock/explain.hpp"
#include "clock/other_clocks.hpp"

namespace gongkai {
namespace {

// One table each for printer and parser, in the order of the enumerators.
constexpr std::array<std::string_view, 11> kinds{
    "reply",       "correction_notice",     "correction",   "third_party_answer", "agency_answer",
    "fee_payment", "proactive_publication", "review_stage", "annual_report",      "reconsideration",
    "litigation"};
constexpr std::array<std::string_view, 7> statuses{"running", "paused",    "overdue",  "met",
                                                   "late",    "abandoned", "withdrawn"};
constexpr std::array<std::string_view, 9> reasons{"calendar", "opinion", "start",    "delivery",    "correction",
                                                  "payment",  "reasons", "remedies", "stated_limit"};

}  // namespace

Deadline::Deadline(std::shared_ptr<const Impl> impl) noexcept : impl_{std::move(impl)} {}

detail::Outcome Deadline::Impl::on(Date day) const {
  return day.to_ordinal() == as_of ? outcome
                                   : detail::evaluate(core(), kind, history, clock->options, day.to_ordinal(), nullptr);
}

DeadlineKind Deadline::kind() const noexcept { return impl_->kind; }
const ClockHistory& Deadline::history() const noexcept { return impl_->history; }
const Options& Deadline::options() const noexcept { return impl_->clock->options; }
std::optional<Date> Deadline::as_of() const noexcept { return detail::date_of(impl_->as_of); }
std::optional<Date> Deadline::start() const noexcept { return detail::date_of(impl_->outcome.start); }

std::optional<Date> Deadline::due() const noexcept {
  return impl_->outcome.due.certain() ? detail::date_of(impl_->outcome.due.earliest) : std::nullopt;
}

std::optional<ProvisionalDue> Deadline::provisional() const {
  const detail::Outcome& out = impl_->outcome;
  if (!out.open) {
    return std::nullopt;
  }
  ProvisionalDue due{*out.open, detail::date_of(out.due.earliest), detail::date_of(out.due.latest), {}};
  if (*out.open == OpenReason::calendar) {
    due.missing = impl_->core().calendar.missing_notice(Date::from_ordinal(out.due.unknown));
  }
  return due;
}

std::optional<SafeDue> Deadline::safe_due() const { return impl_->safe; }

std::optional<DeadlineStatus> Deadline::status(Date as_of) const { return impl_->on(as_of).status; }
std::optional<DaySpan> Deadline::remaining(Date as_of) const { return impl_->on(as_of).remaining; }
std::optional<DaySpan> Deadline::overdue_by(Date as_of) const { return impl_->on(as_of).overdue; }
std::optional<WorkingDays> Deadline::days_used(Date as_of) const {
  const auto used = impl_->on(as_of).used;
  return used ? std::optional<WorkingDays>{WorkingDays{*used}} : std::nullopt;
}

const std::vector<DeadlineStep>& Deadline::steps() const noexcept { return impl_->steps; }
const std::vector<Finding>& Deadline::findings() const noexcept { return impl_->findings; }

Deadline Deadline::at(Date as_of) const { return Clock{impl_->clock}.deadline(impl_->kind, impl_->history, as_of); }

Deadline Deadline::with(ClockEvent event) const {
  ClockHistory history = impl_->history;
  history.add(std::move(event));
  return Clock{impl_->clock}.deadline(impl_->kind, std::move(history), as_of());
}

std::string Deadline::explain(ExplainFormat format, Language language) const {
  return detail::explain(*this, *impl_, format, language);
}

std::string_view to_string(DeadlineKind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(DeadlineStatus status) noexcept { return statuses[static_cast<std::size_t>(status)]; }
std::string_view to_string(OpenReason reason) noexcept { return reasons[static_cast<std::size_t>(reason)]; }

std::optional<DeadlineKind> parse_deadline_kind(std::string_view text) noexcept {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] == text) {
      return static_cast<DeadlineKind>(i);
    }
  }
  return std::nullopt;
}

std::ostream& operator<<(std::ostream& out, const Deadline& deadline) {
  out << to_string(deadline.kind());
  if (const auto due = deadline.due()) {
    return out << " due " << *due;
  }
  if (const auto open = deadline.provisional()) {
    out << " due ";
    if (open->earliest) {
      out << *open->earliest;
    }
    out << " … ";
    if (open->latest) {
      out << *open->latest;
    }
    return out << " (" << to_string(open->reason) << ")";
  }
  return out << " without due day";
}

}  // namespace gongkai
