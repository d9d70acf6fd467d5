// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/money.hpp>

#include <ostream>

#include <gongkai/error.hpp>

namespace gongkai {
namespace {

[[noreturn]] void refuse_size() {
  throw InvalidArgumentError{ErrorCode::out_of_range, "money", "the amount is too large to be counted"};
}

void need_same(const Money& a, const Money& b) {
  if (a.currency() != b.currency()) {
    throw InvalidArgumentError{ErrorCode::currency_mismatch, "money",
                               std::string{a.currency().letters()} + " and " + std::string{b.currency().letters()} +
                                   " are two currencies; convert one of them first"};
  }
}

std::int64_t scale_of(const Currency& currency) noexcept {
  std::int64_t scale = 1;
  for (int i = 0; i < currency.decimals(); ++i) {
    scale *= 10;
  }
  return scale;
}

}  // namespace

std::optional<Currency> Currency::find(std::string_view letters) noexcept {
  static constexpr std::array<Currency, 8> known{cny(),
                                                 usd(),
                                                 Currency{{'E', 'U', 'R'}, 2},
                                                 Currency{{'G', 'B', 'P'}, 2},
                                                 Currency{{'H', 'K', 'D'}, 2},
                                                 Currency{{'M', 'O', 'P'}, 2},
                                                 Currency{{'T', 'W', 'D'}, 2},
                                                 Currency{{'J', 'P', 'Y'}, 0}};
  for (const auto& currency : known) {
    if (currency.letters() == letters) {
      return currency;
    }
  }
  return std::nullopt;
}

Money Money::from_major(std::int64_t major, Currency currency) {
  std::int64_t minor = 0;
  if (__builtin_mul_overflow(major, scale_of(currency), &minor)) {
    refuse_size();
  }
  return Money{minor, currency};
}

std::string Money::to_string() const {
  const auto scale = static_cast<std::uint64_t>(scale_of(currency_));
  const auto size = minor_ < 0 ? ~static_cast<std::uint64_t>(minor_) + 1 : static_cast<std::uint64_t>(minor_);
  std::string out = minor_ < 0 ? "-" : "";
  out += std::to_string(size / scale);
  if (currency_.decimals() > 0) {
    const std::string rest = std::to_string(size % scale);
    out += '.';
    out.append(static_cast<std::size_t>(currency_.decimals()) - rest.size(), '0');
    out += rest;
  }
  out += ' ';
  out += currency_.letters();
  return out;
}

Money operator+(const Money& a, const Money& b) {
  need_same(a, b);
  std::int64_t minor = 0;
  if (__builtin_add_overflow(a.minor_, b.minor_, &minor)) {
    refuse_size();
  }
  return Money{minor, a.currency_};
}

Money operator-(const Money& a, const Money& b) {
  need_same(a, b);
  std::int64_t minor = 0;
  if (__builtin_sub_overflow(a.minor_, b.minor_, &minor)) {
    refuse_size();
  }
  return Money{minor, a.currency_};
}

Money operator*(const Money& a, std::int64_t times) {
  std::int64_t minor = 0;
  if (__builtin_mul_overflow(a.minor_, times, &minor)) {
    refuse_size();
  }
  return Money{minor, a.currency_};
}

bool operator<(const Money& a, const Money& b) {
  need_same(a, b);
  return a.minor_ < b.minor_;
}

std::ostream& operator<<(std::ostream& out, const Money& money) { return out << money.to_string(); }

}  // namespace gongkai
