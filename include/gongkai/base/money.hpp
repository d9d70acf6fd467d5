// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// An amount of money: a whole number of the smallest unit (分) and a currency. Never a floating-point number.
///
///     Money::from_minor(740, Currency::cny()).to_string() == "7.40 CNY";     // 7.40 元
///     Money::from_major(100, Currency::cny()) * 3 == Money::from_minor(30000, Currency::cny());

#include <array>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include <gongkai/export.hpp>

namespace gongkai {

/// A currency by its ISO 4217 letters, with the number of decimals of its smallest unit.
class GONGKAI_EXPORT Currency {
 public:
  /// 人民币, 1 元 = 100 分
  [[nodiscard]] static constexpr Currency cny() noexcept { return Currency{{'C', 'N', 'Y'}, 2}; }
  [[nodiscard]] static constexpr Currency usd() noexcept { return Currency{{'U', 'S', 'D'}, 2}; }
  /// `nullopt` for letters that the library does not know.
  [[nodiscard]] static std::optional<Currency> find(std::string_view letters) noexcept;

  [[nodiscard]] constexpr std::string_view letters() const noexcept { return {letters_.data(), letters_.size()}; }
  /// 2: the smallest unit is a hundredth
  [[nodiscard]] constexpr int decimals() const noexcept { return decimals_; }

  friend constexpr bool operator==(const Currency& a, const Currency& b) noexcept { return a.letters() == b.letters(); }
  friend constexpr bool operator!=(const Currency& a, const Currency& b) noexcept { return !(a == b); }

 private:
  constexpr Currency(std::array<char, 3> letters, int decimals) noexcept : letters_{letters}, decimals_{decimals} {}

  std::array<char, 3> letters_;
  int decimals_;
};

/// Arithmetic is exact: a result beyond 64 bits is `InvalidArgumentError` 103, two currencies in one sum or
/// comparison of size are `InvalidArgumentError` 109.
class GONGKAI_EXPORT Money {
 public:
  [[nodiscard]] static constexpr Money from_minor(std::int64_t minor, Currency currency) noexcept {
    return Money{minor, currency};
  }
  /// Whole units: `from_major(5, Currency::cny())` are 5 元.
  [[nodiscard]] static Money from_major(std::int64_t major, Currency currency);

  /// In the smallest unit (分).
  [[nodiscard]] constexpr std::int64_t minor() const noexcept { return minor_; }
  [[nodiscard]] constexpr const Currency& currency() const noexcept { return currency_; }
  /// `7.40 CNY`
  [[nodiscard]] std::string to_string() const;

  GONGKAI_EXPORT friend Money operator+(const Money& a, const Money& b);
  GONGKAI_EXPORT friend Money operator-(const Money& a, const Money& b);
  GONGKAI_EXPORT friend Money operator*(const Money& a, std::int64_t times);

  friend constexpr bool operator==(const Money& a, const Money& b) noexcept {
    return a.minor_ == b.minor_ && a.currency_ == b.currency_;
  }
  friend constexpr bool operator!=(const Money& a, const Money& b) noexcept { return !(a == b); }
  GONGKAI_EXPORT friend bool operator<(const Money& a, const Money& b);
  friend bool operator>(const Money& a, const Money& b) { return b < a; }
  friend bool operator<=(const Money& a, const Money& b) { return !(b < a); }
  friend bool operator>=(const Money& a, const Money& b) { return !(a < b); }

 private:
  constexpr Money(std::int64_t minor, Currency currency) noexcept : minor_{minor}, currency_{currency} {}

  std::int64_t minor_;
  Currency currency_;
};

/// As `to_string`.
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Money& money);

}  // namespace gongkai

template <>
struct std::hash<gongkai::Money> {
  std::size_t operator()(const gongkai::Money& money) const noexcept {
    return std::hash<std::int64_t>{}(money.minor()) ^ std::hash<std::string_view>{}(money.currency().letters());
  }
};
