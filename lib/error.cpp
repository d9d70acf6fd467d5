// SPDX-License-Identifier: Apache-2.0
#include <gongkai/error.hpp>

#include <utility>

namespace gongkai {
namespace {

std::string located(const std::string& file, const std::string& pointer, const std::string& message) {
  std::string out = file;
  if (!pointer.empty()) {
    out += (pointer.front() == '/' ? "#" : ":") + pointer;
  }
  return out.empty() ? message : out + ": " + message;
}

std::string told(const std::string& message, const TransitionError::Details& details) {
  std::string out = message;
  if (!details.stage.empty()) {
    std::string allowed;
    for (const auto& action : details.allowed) {
      allowed += (allowed.empty() ? "" : ", ") + action;
    }
    out += " [" + (details.action.empty() ? "" : details.action + " ") + "in stage " + details.stage +
           "; allowed here: " + (allowed.empty() ? "nothing" : allowed) + "]";
  }
  return details.article.empty() ? out : out + " (" + details.article + ")";
}

}  // namespace

Error::Error(ErrorCode code, std::string subject, std::string message)
    : code_{code},
      subject_{std::move(subject)},
      message_{std::move(message)},
      what_{"[gongkai " + std::to_string(static_cast<int>(code)) + "] " + message_} {}
Error::~Error() = default;

InvalidArgumentError::InvalidArgumentError(ErrorCode code, std::string subject, std::string message)
    : Error{code, std::move(subject), std::move(message)} {}
InvalidArgumentError::~InvalidArgumentError() = default;

ParseError::ParseError(ErrorCode code, std::string file, std::string pointer, std::string message)
    : Error{code, file, located(file, pointer, message)}, file_{std::move(file)}, pointer_{std::move(pointer)} {}
ParseError::~ParseError() = default;

RulebookError::RulebookError(ErrorCode code, std::string file, std::string pointer, std::string message)
    : Error{code, file, located(file, pointer, message)}, file_{std::move(file)}, pointer_{std::move(pointer)} {}
RulebookError::~RulebookError() = default;

NotFoundError::NotFoundError(ErrorCode code, std::string subject, std::string message)
    : Error{code, std::move(subject), std::move(message)} {}
NotFoundError::~NotFoundError() = default;

CalendarGapError::CalendarGapError(Date first_unknown_day, std::string missing_notice, std::string message)
    : Error{ErrorCode::calendar_gap, first_unknown_day.to_string(), std::move(message)},
      first_unknown_day_{first_unknown_day},
      missing_notice_{std::move(missing_notice)} {}
CalendarGapError::~CalendarGapError() = default;

TransitionError::TransitionError(ErrorCode code, std::string subject, std::string message)
    : Error{code, std::move(subject), std::move(message)} {}
TransitionError::TransitionError(ErrorCode code, std::string subject, const std::string& message, Details details)
    : Error{code, std::move(subject), told(message, details)}, details_{std::move(details)} {}
TransitionError::~TransitionError() = default;

InternalError::InternalError(std::string message)
    : Error{ErrorCode::internal, "gongkai", std::move(message) + " (a bug: please report it)"} {}
InternalError::~InternalError() = default;

}  // namespace gongkai
