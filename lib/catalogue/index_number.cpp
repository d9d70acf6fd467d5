// SPDX-License-Identifier: Apache-2.0
#include <gongkai/catalogue/index_number.hpp>

#include <algorithm>
#include <array>
#include <gongkai/error.hpp>

#include "event/procedure_file.hpp"

namespace gongkai {
namespace {

constexpr std::string_view credit_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_organisation_body(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_upper(c); });
}
bool all_digits(std::string_view text) noexcept { return std::all_of(text.begin(), text.end(), is_digit); }
std::int64_t number(std::string_view digits) noexcept {
  std::int64_t out = 0;
  for (const char c : digits) {
    out = out * 10 + (c - '0');
  }
  return out;
}
// Blanks of either width, and what a copied cell ends with.
std::string_view without_outer_blanks(std::string_view text) noexcept {
  static constexpr std::string_view blanks[] = {" ", "\t", "\r", "\n", "\u3000", "\u00A0"};
  for (bool again = true; again;) {
    again = false;
    for (const auto blank : blanks) {
      if (text.size() >= blank.size() && text.substr(0, blank.size()) == blank) {
        text.remove_prefix(blank.size());
        again = true;
      }
      if (text.size() >= blank.size() && text.substr(text.size() - blank.size()) == blank) {
        text.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  return text;
}
std::string padded(std::int64_t value, std::size_t digits) {
  std::string out = std::to_string(value);
  return out.size() < digits ? std::string(digits - out.size(), '0') + out : out;
}
bool is_day(std::int32_t year, std::int32_t month, std::int32_t day) {
  return Date::try_parse(padded(year, 4) + '-' + padded(month, 2) + '-' + padded(day, 2)).has_value();
}

enum class SegmentKind : std::uint8_t {
  literal,
  organisation,         // nine characters
  organisation_hyphen,  // eight, a hyphen, one
  credit_code,          // eighteen
  digits,               // a publisher's code of digits
  digits_hyphen,        // digits, a hyphen, one digit or X
  year,
  month,
  day,
  serial
};
constexpr std::array<std::pair<std::string_view, SegmentKind>, 9> kinds{
    {{"organisation", SegmentKind::organisation},
     {"organisation_hyphen", SegmentKind::organisation_hyphen},
     {"credit_code", SegmentKind::credit_code},
     {"digits", SegmentKind::digits},
     {"digits_hyphen", SegmentKind::digits_hyphen},
     {"year", SegmentKind::year},
     {"month", SegmentKind::month},
     {"day", SegmentKind::day},
     {"serial", SegmentKind::serial}}};

struct Segment {
  SegmentKind kind = SegmentKind::literal;
  std::string literal;
  std::size_t digits = 0;

  [[nodiscard]] std::size_t size() const noexcept {
    switch (kind) {
      case SegmentKind::literal:
        return literal.size();
      case SegmentKind::organisation:
        return 9;
      case SegmentKind::organisation_hyphen:
        return 10;
      case SegmentKind::credit_code:
        return 18;
      case SegmentKind::digits_hyphen:
        return digits + 2;
      case SegmentKind::year:
        return 4;
      case SegmentKind::month:
      case SegmentKind::day:
        return 2;
      default:
        return digits;
    }
  }
  [[nodiscard]] bool is_publisher() const noexcept {
    return kind == SegmentKind::organisation || kind == SegmentKind::organisation_hyphen ||
           kind == SegmentKind::credit_code || kind == SegmentKind::digits || kind == SegmentKind::digits_hyphen;
  }
};

bool organisation_holds(std::string_view eight, char check) { return organisation_check(eight) == check; }

// Takes the characters of a segment in; false when they cannot be it.
bool take(const Segment& segment, std::string_view text, IndexNumber& out) {
  switch (segment.kind) {
    case SegmentKind::literal:
      return text == segment.literal;
    case SegmentKind::organisation:
    case SegmentKind::organisation_hyphen: {
      const auto body = text.substr(0, 8);
      const char check = text.back();
      if (!is_organisation_body(body) || !(is_digit(check) || check == 'X') ||
          (segment.kind == SegmentKind::organisation_hyphen && text[8] != '-')) {
        return false;
      }
      out.checks.push_back({"GB 11714", organisation_holds(body, check)});
      break;
    }
    case SegmentKind::credit_code: {
      if (!std::all_of(text.begin(), text.end(),
                       [](char c) { return credit_alphabet.find(c) != std::string_view::npos; })) {
        return false;
      }
      out.checks.push_back({"GB 32100", credit_code_check(text.substr(0, 17)) == text.back()});
      out.checks.push_back({"GB 11714", organisation_holds(text.substr(8, 8), text[16])});
      break;
    }
    case SegmentKind::digits:
      if (!all_digits(text)) {
        return false;
      }
      break;
    case SegmentKind::digits_hyphen:
      if (!all_digits(text.substr(0, segment.digits)) || text[segment.digits] != '-' ||
          !(is_digit(text.back()) || text.back() == 'X')) {
        return false;
      }
      break;
    default: {
      if (!all_digits(text)) {
        return false;
      }
      const auto value = number(text);
      if (segment.kind == SegmentKind::year) {
        out.year = static_cast<std::int32_t>(value);
        return value >= 1900;
      }
      if (segment.kind == SegmentKind::month) {
        out.month = static_cast<std::int32_t>(value);
        return value >= 1 && value <= 12;
      }
      if (segment.kind == SegmentKind::day) {
        out.day = static_cast<std::int32_t>(value);
        return value >= 1 && value <= 31;
      }
      out.serial = value;
      return true;
    }
  }
  out.publisher = text;
  return true;
}

Segment read_segment(const detail::JsonCursor& entry) {
  entry.object({}, {"kind", "literal", "digits"});
  Segment out;
  const auto literal = entry.find("literal");
  const auto kind = entry.find("kind");
  if (literal.has_value() == kind.has_value()) {
    detail::refuse_procedure(entry, "a segment is either a literal or of a kind");
  }
  if (literal) {
    out.literal = literal->string();
    return out;
  }
  const auto* found =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& word) { return word.first == kind->string(); });
  if (found == kinds.end()) {
    detail::refuse_procedure(*kind, "there is no kind of segment \"" + kind->string() + "\"");
  }
  out.kind = found->second;
  if (out.kind == SegmentKind::serial || out.kind == SegmentKind::digits || out.kind == SegmentKind::digits_hyphen) {
    out.digits = static_cast<std::size_t>(entry.at("digits").integer(1, 18));
  }
  return out;
}

}  // namespace

struct IndexProfile::Impl {
  std::string id;
  std::string source;
  std::vector<Segment> segments;
  std::size_t size = 0;
};

std::optional<char> organisation_check(std::string_view first_eight) noexcept {
  constexpr std::array<int, 8> weights{3, 7, 9, 10, 5, 8, 4, 2};
  if (first_eight.size() != weights.size() || !is_organisation_body(first_eight)) {
    return std::nullopt;
  }
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const char c = first_eight[i];
    sum += weights[i] * (is_digit(c) ? c - '0' : c - 'A' + 10);
  }
  const int check = 11 - sum % 11;
  return check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check);
}

std::optional<char> credit_code_check(std::string_view first_seventeen) noexcept {
  if (first_seventeen.size() != 17) {
    return std::nullopt;
  }
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (const char c : first_seventeen) {
    const auto value = credit_alphabet.find(c);
    if (value == std::string_view::npos) {
      return std::nullopt;
    }
    sum += value * weight;
    weight = weight * 3 % 31;
  }
  return credit_alphabet[(31 - sum % 31) % 31];
}

bool IndexNumber::checks_hold() const noexcept {
  return std::all_of(checks.begin(), checks.end(), [](const IndexCheck& check) { return check.holds; });
}

IndexProfile::IndexProfile(std::shared_ptr<const Impl> impl) noexcept : impl_{std::move(impl)} {}
const std::string& IndexProfile::id() const noexcept { return impl_->id; }
const std::string& IndexProfile::source() const noexcept { return impl_->source; }

std::optional<IndexNumber> IndexProfile::parse(std::string_view text) const {
  const auto trimmed = without_outer_blanks(text);
  if (trimmed.size() != impl_->size) {
    return std::nullopt;
  }
  IndexNumber out;
  out.text = trimmed;
  out.profile = impl_->id;
  std::size_t at = 0;
  for (const auto& segment : impl_->segments) {
    if (!take(segment, trimmed.substr(at, segment.size()), out)) {
      return std::nullopt;
    }
    at += segment.size();
  }
  if (out.year && out.month && out.day && !is_day(*out.year, *out.month, *out.day)) {
    return std::nullopt;
  }
  return out;
}

std::string IndexProfile::format(std::string_view publisher, Date day, std::int64_t serial) const {
  std::string out;
  for (const auto& segment : impl_->segments) {
    if (segment.is_publisher()) {
      out += publisher;
      continue;
    }
    switch (segment.kind) {
      case SegmentKind::year:
        out += padded(day.year(), 4);
        break;
      case SegmentKind::month:
        out += padded(day.month(), 2);
        break;
      case SegmentKind::day:
        out += padded(day.day(), 2);
        break;
      case SegmentKind::serial:
        out += padded(serial, segment.digits);
        break;
      default:
        out += segment.literal;
    }
  }
  const auto read = parse(out);
  if (!read || serial < 1 || read->serial != serial || read->publisher != publisher) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "publisher",
                               "the code \"" + std::string{publisher} + "\" and the serial " + std::to_string(serial) +
                                   " do not fit the pattern " + impl_->id + " (" + impl_->source + ")"};
  }
  return out;
}

std::string IndexProfile::next(std::string_view publisher, Date day, const std::vector<std::string>& taken) const {
  std::int64_t highest = 0;
  for (const auto& text : taken) {
    const auto other = parse(text);
    if (other && other->publisher == publisher && other->year.value_or(day.year()) == day.year() &&
        other->month.value_or(day.month()) == day.month() && other->day.value_or(day.day()) == day.day()) {
      highest = std::max(highest, other->serial.value_or(0));
    }
  }
  return format(publisher, day, highest + 1);
}

IndexProfiles IndexProfiles::builtin(std::string_view country) {
  return parse_file(detail::procedure_bytes(country, "index-numbers.json"),
                    detail::country_folder(country) + "/index-numbers.json");
}

IndexProfiles IndexProfiles::parse_file(std::string_view bytes, const std::string& file) {
  return detail::read_procedure(bytes, file, [](const detail::JsonCursor& root) {
    root.object({"schema", "profiles"});
    (void)root.at("schema").integer(1, 1);
    IndexProfiles out;
    for (const auto& entry : root.at("profiles").elements()) {
      entry.object({"id", "source", "segments"});
      auto impl = std::make_shared<IndexProfile::Impl>();
      impl->id = entry.at("id").string();
      impl->source = entry.at("source").string();
      std::size_t publishers = 0;
      std::size_t serials = 0;
      for (const auto& segment : entry.at("segments").elements()) {
        impl->segments.push_back(read_segment(segment));
        impl->size += impl->segments.back().size();
        publishers += impl->segments.back().is_publisher() ? 1U : 0U;
        serials += impl->segments.back().kind == SegmentKind::serial ? 1U : 0U;
      }
      if (publishers != 1 || serials != 1) {
        detail::refuse_procedure(entry.at("segments"), "a pattern has one code of a publisher and one serial");
      }
      for (const auto& other : out.profiles_) {
        if (other.id() == impl->id) {
          detail::refuse_procedure(entry.at("id"), "this id stands twice");
        }
      }
      out.profiles_.emplace_back(std::move(impl));
    }
    return out;
  });
}

IndexNumber IndexProfiles::parse(std::string_view text) const {
  for (const auto& profile : profiles_) {
    if (auto found = profile.parse(text)) {
      return *std::move(found);
    }
  }
  IndexNumber out;
  out.text = without_outer_blanks(text);
  return out;
}

const IndexProfile& IndexProfiles::at(std::string_view id) const {
  for (const auto& profile : profiles_) {
    if (profile.id() == id) {
      return profile;
    }
  }
  throw NotFoundError{ErrorCode::unknown_name, std::string{id},
                      "there is no index number profile \"" + std::string{id} + "\""};
}

std::vector<std::string> IndexProfiles::ids() const {
  std::vector<std::string> out;
  for (const auto& profile : profiles_) {
    out.push_back(profile.id());
  }
  return out;
}

}  // namespace gongkai
