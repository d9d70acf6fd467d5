// SPDX-License-Identifier: Apache-2.0
#pragma once
// The questions that `ask` puts to every row. The careful half is the rule of `counting.hpp`; the fast half does the
// same for a block at once and remembers whether any row was outside.

#include <array>

#include "calendar/column_format.hpp"
#include "calendar/column_kernel.hpp"
#include "calendar/counting.hpp"

namespace gongkai::detail {

inline RowReason reason_of(Known known) noexcept {
  return known == Known::yes      ? RowReason::answered
         : known == Known::before ? RowReason::before_coverage
                                  : RowReason::after_coverage;
}

/// The days of a block as indices of the tables.
template <typename Format>
class Indices {
 public:
  /// `index(origin) == 0`; what is not within 0 … last, or no midnight, makes the whole block fail.
  Indices(const CountingTables& tables, std::int64_t origin, std::int64_t last) noexcept
      : possible_{Format::can_hold(tables.before_first) && Format::can_hold(tables.before_first + tables.days() + 1)},
        origin_{possible_ ? static_cast<Unsigned>(Format::raw(origin)) : Unsigned{0}},
        last_{static_cast<Unsigned>(last)} {}

  /// Whether the whole coverage can be written in this format: then no value outside wraps around into it.
  [[nodiscard]] bool possible() const noexcept { return possible_; }

  bool read(const Column<typename Format::Raw>& column, std::size_t begin, std::size_t end) noexcept {
    if (!possible_ || !all_valid(column, begin, end)) {
      return false;
    }
    const auto* const in = column.values().data() + begin;
    if constexpr (Format::per_day == 1) {
      // The highest bit of one of the two is set when index is not within 0 … last: no comparison and no way out, so
      // that this loop can be vectorised on every machine.
      Unsigned outside = 0;
      for (std::size_t i = 0; i < end - begin; ++i) {
        const Unsigned index = static_cast<Unsigned>(in[i]) - origin_;
        outside |= index | (last_ - index);
        indices_[i] = static_cast<std::uint16_t>(index);
      }
      return outside >> (sizeof(Unsigned) * 8 - 1) == 0;
    } else {
      // Multiplying 64 bits is better not vectorised.
      for (std::size_t i = 0; i < end - begin; ++i) {
        const Unsigned index = Format::days_in(static_cast<Unsigned>(in[i]) - origin_);
        if (index > last_) {
          return false;
        }
        indices_[i] = static_cast<std::uint16_t>(index);
      }
      return true;
    }
  }
  std::uint16_t operator[](std::size_t i) const noexcept { return indices_[i]; }

 private:
  using Unsigned = typename Format::Unsigned;

  bool possible_;
  Unsigned origin_;
  Unsigned last_;
  std::array<std::uint16_t, block_rows> indices_;
};

/// `add` with the same number for all rows.
template <typename Format>
class AddOne {
 public:
  using Out = typename Format::Raw;
  static constexpr bool null_fits = Format::has_null;

  AddOne(const RowContext& context, const Column<Out>& column, std::int32_t count)
      : context_{context}, tables_{context.calendar().tables()}, column_{column}, count_{count} {
    // With many rows it pays to look both tables up once for each day.
    const auto days = static_cast<std::size_t>(tables_.days());
    tabulated_ = days < answers_.size() && column.size() > 4 * days;
    for (std::size_t index = 0; tabulated_ && index <= days; ++index) {
      const Counted counted = nth_working_day(tables_, origin() + static_cast<std::int64_t>(index), count_);
      answers_[index] =
          counted.known == Known::yes ? static_cast<std::uint16_t>(counted.day - tables_.before_first) : no_answer;
    }
  }

  bool fast(std::size_t begin, std::size_t end, Out* out) const noexcept {
    Indices<Format> index{tables_, origin(), tables_.days()};
    if (!tabulated_ || !index.read(column_, begin, end)) {
      return false;
    }
    const std::int64_t base = tables_.before_first;
    for (std::size_t i = 0; i < end - begin; ++i) {
      const std::uint16_t answer = answers_[index[i]];
      if (answer == no_answer) {
        return false;
      }
      out[begin + i] = Format::raw(base + answer);
    }
    return true;
  }

  RowAnswer row(std::size_t i) const {
    const auto day = day_of<Format>(context_, column_, i);
    if (!day) {
      return {RowReason::null_input, 0};
    }
    const Counted counted = nth_working_day(tables_, *day, count_);
    return {reason_of(counted.known), counted.day};
  }

  Out write(std::size_t i, std::int64_t day) const {
    if (!Format::can_hold(day)) {
      context_.refuse_day(i, day);
    }
    return Format::raw(day);
  }
  static Out null() noexcept { return Format::null(); }

 private:
  static constexpr std::uint16_t no_answer = 0;  // answers lie after the day before the coverage

  // Going back, the day after the coverage may be stood on, and the one before it may not.
  [[nodiscard]] std::int64_t origin() const noexcept {
    return std::int64_t{tables_.before_first} + (count_ < 0 ? 1 : 0);
  }

  const RowContext& context_;
  const CountingTables& tables_;
  const Column<Out>& column_;
  std::int32_t count_;
  bool tabulated_ = false;
  std::array<std::uint16_t, 16384> answers_;  // by day: 44 years on the stack
};

/// `add` with each row's own number.
template <typename Format, typename Count>
class AddEach {
 public:
  using Out = typename Format::Raw;
  static constexpr bool null_fits = Format::has_null;

  AddEach(const RowContext& context, const Column<Out>& column, const Column<Count>& counts)
      : context_{context}, tables_{context.calendar().tables()}, column_{column}, counts_{counts} {}

  bool fast(std::size_t begin, std::size_t end, Out* out) const noexcept {
    Indices<Format> indices{tables_, tables_.before_first, tables_.days() + 1};
    if (tables_.nth.empty() || !all_valid(counts_, begin, end) || !indices.read(column_, begin, end)) {
      return false;
    }
    const std::uint16_t* const rank = tables_.rank.data();
    const std::uint16_t* const nth = tables_.nth.data();
    const auto days = static_cast<std::uint32_t>(tables_.days());
    const auto last = static_cast<std::uint64_t>(tables_.working_days()) - 1;
    const std::int64_t base = tables_.before_first;
    const Count* const counts = counts_.values().data();
    for (std::size_t i = begin; i < end; ++i) {
      const std::int64_t count = counts[i];
      const std::uint32_t back = count < 0 ? 1 : 0;  // going back, the days strictly before count
      const std::uint32_t index = indices[i - begin] - back;
      if (index > days || count == 0) {
        return false;
      }
      // Modulo 2^64: a count beyond all calendars is no working day either way.
      const std::uint64_t wanted = rank[index] + static_cast<std::uint64_t>(count) - (1 - back);
      if (wanted > last) {
        return false;
      }
      out[i] = Format::raw(base + nth[wanted]);
    }
    return true;
  }

  RowAnswer row(std::size_t i) const {
    const auto day = day_of<Format>(context_, column_, i);
    if (!day || !counts_.is_valid(i)) {
      return {RowReason::null_input, 0};
    }
    constexpr std::int64_t beyond = std::int64_t{1} << 40;
    const std::int64_t count = std::min(std::max<std::int64_t>(counts_.values()[i], -beyond), beyond);
    const Counted counted = nth_working_day(tables_, *day, count);
    return {reason_of(counted.known), counted.day};
  }

  Out write(std::size_t i, std::int64_t day) const {
    if (!Format::can_hold(day)) {
      context_.refuse_day(i, day);
    }
    return Format::raw(day);
  }
  static Out null() noexcept { return Format::null(); }

 private:
  const RowContext& context_;
  const CountingTables& tables_;
  const Column<Out>& column_;
  const Column<Count>& counts_;
};

/// A column, or one day for all rows.
template <typename Format>
struct End {
  const Column<typename Format::Raw>* column;
  std::int64_t day;

  [[nodiscard]] std::optional<std::int64_t> day_at(const RowContext& context, std::size_t row) const {
    return column == nullptr ? std::optional<std::int64_t>{day} : day_of<Format>(context, *column, row);
  }
};

/// Working days in (a, b].
template <typename Format, typename Value>
class Between {
 public:
  using Out = Value;
  static constexpr bool null_fits = false;

  Between(const RowContext& context, End<Format> a, End<Format> b)
      : context_{context}, tables_{context.calendar().tables()}, a_{a}, b_{b} {}

  bool fast(std::size_t begin, std::size_t end, Out* out) const noexcept {
    const std::uint16_t* const rank = tables_.rank.data();
    Indices<Format> from{tables_, tables_.before_first, tables_.days()};
    Indices<Format> to{tables_, tables_.before_first, tables_.days()};
    if ((a_.column != nullptr && !from.read(*a_.column, begin, end)) ||
        (b_.column != nullptr && !to.read(*b_.column, begin, end))) {
      return false;
    }
    if (a_.column != nullptr && b_.column != nullptr) {
      for (std::size_t i = 0; i < end - begin; ++i) {
        out[begin + i] = rank[to[i]] - rank[from[i]];
      }
      return true;
    }
    const std::int64_t fixed = (a_.column == nullptr ? a_.day : b_.day) - tables_.before_first;
    if (fixed < 0 || fixed > tables_.days()) {
      return false;
    }
    const std::int32_t at_fixed = rank[fixed];
    for (std::size_t i = 0; i < end - begin; ++i) {
      out[begin + i] = a_.column == nullptr ? rank[to[i]] - at_fixed : at_fixed - rank[from[i]];
    }
    return true;
  }

  RowAnswer row(std::size_t i) const {
    const auto a = a_.day_at(context_, i);
    const auto b = b_.day_at(context_, i);
    if (!a || !b) {
      return {RowReason::null_input, 0};
    }
    const Counted counted = working_days_between(tables_, *a, *b);
    return {reason_of(counted.known), counted.known == Known::yes ? counted.counted : counted.day};
  }

  static Out write(std::size_t /*row*/, std::int64_t count) noexcept { return static_cast<Out>(count); }
  static Out null() noexcept { return 0; }

 private:
  const RowContext& context_;
  const CountingTables& tables_;
  End<Format> a_;
  End<Format> b_;
};

/// Whether a day is worked.
template <typename Format>
class IsWorked {
 public:
  using Out = std::uint8_t;
  static constexpr bool null_fits = false;

  IsWorked(const RowContext& context, const Column<typename Format::Raw>& column)
      : context_{context}, tables_{context.calendar().tables()}, column_{column} {}

  bool fast(std::size_t begin, std::size_t end, Out* out) const noexcept {
    Indices<Format> index{tables_, std::int64_t{tables_.before_first} + 1, tables_.days() - 1};
    if (!index.read(column_, begin, end)) {
      return false;
    }
    const std::uint8_t* const worked = tables_.worked.data() + 1;
    for (std::size_t i = 0; i < end - begin; ++i) {
      out[begin + i] = worked[index[i]];
    }
    return true;
  }

  RowAnswer row(std::size_t i) const {
    const auto day = day_of<Format>(context_, column_, i);
    if (!day) {
      return {RowReason::null_input, 0};
    }
    const std::int64_t index = *day - tables_.before_first;
    if (index < 1 || index > tables_.days()) {
      return {index < 1 ? RowReason::before_coverage : RowReason::after_coverage, *day};
    }
    return {RowReason::answered, tables_.worked[static_cast<std::size_t>(index)]};
  }

  static Out write(std::size_t /*row*/, std::int64_t worked) noexcept { return static_cast<Out>(worked); }
  static Out null() noexcept { return 0; }

 private:
  const RowContext& context_;
  const CountingTables& tables_;
  const Column<typename Format::Raw>& column_;
};

}  // namespace gongkai::detail
