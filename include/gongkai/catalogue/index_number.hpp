// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Index numbers (索引号): the national pattern and those met on real pages, as profiles in data. A number that fits no
/// profile is kept as it is and reported; uniqueness is the only rule that all share.
///
///     const auto profiles = IndexProfiles::builtin("CN");
///     const auto number = profiles.parse("000014349/2018-00222");      // the State Council
///     number.profile == "national"; number.serial == 222; number.checks.front().holds;
///     profiles.at("national").next("000014349", {2018, 6, 1}, {"000014349/2018-00222"}) == "000014349/2018-00223";

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// GB 11714: check character of the eight characters before it (0–9, A–Z); `nullopt` for other characters.
[[nodiscard]] GONGKAI_EXPORT std::optional<char> organisation_check(std::string_view first_eight) noexcept;
/// GB 32100-2015: check character of the seventeen before it; `nullopt` for characters outside its alphabet (no I, O,
/// S, V, Z).
[[nodiscard]] GONGKAI_EXPORT std::optional<char> credit_code_check(std::string_view first_seventeen) noexcept;

/// A check character within an index number.
struct IndexCheck {
  std::string standard;  ///< `GB 11714`, `GB 32100`
  bool holds = false;    ///< a number is never refused for it alone

  friend bool operator==(const IndexCheck& a, const IndexCheck& b) {
    return a.standard == b.standard && a.holds == b.holds;
  }
};

/// An index number read.
struct IndexNumber {
  std::string text;       ///< as printed
  std::string profile;    ///< empty: an unknown pattern
  std::string publisher;  ///< the code of the publisher, as printed
  std::optional<std::int32_t> year;
  std::optional<std::int32_t> month;
  std::optional<std::int32_t> day;
  std::optional<std::int64_t> serial;
  std::vector<IndexCheck> checks;

  [[nodiscard]] bool is_known() const noexcept { return !profile.empty(); }
  /// Every check character fits.
  [[nodiscard]] bool checks_hold() const noexcept;
};

/// One pattern. Immutable; a cheap handle.
class GONGKAI_EXPORT IndexProfile {
 public:
  [[nodiscard]] const std::string& id() const noexcept;
  /// Where such numbers were met.
  [[nodiscard]] const std::string& source() const noexcept;
  /// `nullopt` when the text has another pattern. Blanks around it are no part of it.
  [[nodiscard]] std::optional<IndexNumber> parse(std::string_view text) const;
  /// `InvalidArgumentError` 103 when the publisher's code or the serial does not fit the pattern.
  [[nodiscard]] std::string format(std::string_view publisher, Date day, std::int64_t serial) const;
  /// The number after the highest of the same publisher and period (year, month or day, as the pattern has it) in
  /// `taken`; serials begin at 1. 103 as `format`, also when the pattern has no serial left.
  [[nodiscard]] std::string next(std::string_view publisher, Date day, const std::vector<std::string>& taken) const;

  struct Impl;
  explicit IndexProfile(std::shared_ptr<const Impl> impl) noexcept;

 private:
  std::shared_ptr<const Impl> impl_;
};

/// The profiles known here; the first that fits counts.
class GONGKAI_EXPORT IndexProfiles {
 public:
  /// `NotFoundError` 401.
  [[nodiscard]] static IndexProfiles builtin(std::string_view country);
  /// `RulebookError` 304 with file and pointer.
  [[nodiscard]] static IndexProfiles parse_file(std::string_view bytes, const std::string& file);

  /// Always an answer; `profile` is empty when no pattern fits. Blanks around the number are no part of `text`.
  [[nodiscard]] IndexNumber parse(std::string_view text) const;
  /// `NotFoundError` 402.
  [[nodiscard]] const IndexProfile& at(std::string_view id) const;
  [[nodiscard]] std::vector<std::string> ids() const;

 private:
  std::vector<IndexProfile> profiles_;
};

}  // namespace gongkai
