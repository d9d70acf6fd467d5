// SPDX-License-Identifier: Apache-2.0
// The forms of many agencies and years from one pass over the requests.
#include <algorithm>
#include <array>
#include <gongkai/error.hpp>
#include <gongkai/facts/count.hpp>
#include <gongkai/report/table.hpp>
#include <string>

#include "facts/outcome_row.hpp"
#include "facts/tally.hpp"

namespace gongkai {
namespace {

// Received and closed requests in two tables; a spare counter behind each takes what counts in neither.
class Balances {
 public:
  Balances(const RequestRows& rows, const CountShape& shape)
      : shape_{shape},
        received_(shape.agencies * (shape.years + 1) * shape.applicant_types + 1, 0),
        closed_(RequestCounts{shape}.values().size() + 1, 0) {
    require(rows);
    detail::Tally received{received_.size()};
    detail::Tally closed{closed_.size()};
    const auto size = rows.agency.size();
    std::array<std::uint32_t, detail::tally_block> in;   // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::array<std::uint32_t, detail::tally_block> out;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    const auto years = static_cast<std::uint32_t>(shape.years);
    const auto types = static_cast<std::uint32_t>(shape.applicant_types);
    const auto outcomes = static_cast<std::uint32_t>(shape.outcomes);
    const auto nowhere_in = static_cast<std::uint32_t>(received_.size() - 1);
    const auto nowhere_out = static_cast<std::uint32_t>(closed_.size() - 1);
    for (std::size_t begin = 0; begin < size; begin += in.size()) {
      const auto block = std::min(in.size(), size - begin);
      const std::uint16_t* agency = rows.agency.data() + begin;
      const std::uint8_t* from = rows.received_year.data() + begin;
      const std::uint8_t* to = rows.closed_year.data() + begin;
      const std::uint8_t* type = rows.applicant_type.data() + begin;
      const std::uint8_t* outcome = rows.outcome.data() + begin;
      for (std::size_t i = 0; i < block; ++i) {
        // Year 0 of the first table is what came before.
        const std::uint32_t since = static_cast<std::uint8_t>(from[i] + 1U);
        const bool pending = to[i] == RequestRows::no_year;
        const bool counts = pending || since <= to[i] + 1U;
        in[i] = counts ? (agency[i] * (years + 1U) + since) * types + type[i] : nowhere_in;
        out[i] =
            counts && !pending ? ((agency[i] * years + to[i]) * types + type[i]) * outcomes + outcome[i] : nowhere_out;
      }
      received.add(in.data(), block);
      closed.add(out.data(), block);
    }
    received.flush(received_.data());
    closed.flush(closed_.data());
  }

  /// `year` −1: before the first.
  [[nodiscard]] std::int64_t received(std::size_t agency, int year, std::size_t type) const {
    return received_[(agency * (shape_.years + 1) + static_cast<std::size_t>(year + 1)) * shape_.applicant_types +
                     type];
  }
  [[nodiscard]] const std::int64_t* closed(std::size_t agency, std::size_t year, std::size_t type) const {
    return &closed_[((agency * shape_.years + year) * shape_.applicant_types + type) * shape_.outcomes];
  }

 private:
  void require(const RequestRows& rows) const {
    const auto size = rows.agency.size();
    for (const auto other :
         {rows.received_year.size(), rows.closed_year.size(), rows.applicant_type.size(), rows.outcome.size()}) {
      if (other != size) {
        throw InvalidArgumentError{ErrorCode::length_mismatch, "rows", "the columns have different lengths"};
      }
    }
    const auto below = [&](auto column, std::size_t limit, bool may_have_none, const char* what) {
      unsigned wrong = 0;
      for (const auto value : column) {
        wrong |= static_cast<unsigned>(value >= limit && !(may_have_none && value == RequestRows::no_year));
      }
      for (std::size_t i = 0; wrong != 0 && i < column.size(); ++i) {
        if (column[i] >= limit && !(may_have_none && column[i] == RequestRows::no_year)) {
          throw InvalidArgumentError{ErrorCode::out_of_range, what,
                                     std::string{what} + " " + std::to_string(column[i]) + " of row " +
                                         std::to_string(i) + " lies outside the shape, which has " +
                                         std::to_string(limit)};
        }
      }
    };
    below(rows.agency, shape_.agencies, false, "agency");
    below(rows.received_year, shape_.years, true, "year of receipt");
    below(rows.closed_year, shape_.years, true, "year of closing");
    below(rows.applicant_type, shape_.applicant_types, false, "applicant type");
    below(rows.outcome, shape_.outcomes, false, "outcome");
  }

  CountShape shape_;
  std::vector<std::int64_t> received_;
  std::vector<std::int64_t> closed_;
};

// Where each number goes among the cells of a report.
struct Cells {
  struct Column {
    std::size_t new_received, carried_in, handled_total, carried_out;
    std::vector<std::size_t> outcomes;  // by position in the taxonomy
  };
  std::vector<Column> columns;  // the types, then the total

  Cells(const ReportBatch& batch, const CountShape& shape, const Rulebook& rulebook) {
    const auto types = rulebook.taxonomy("applicant_type");
    const auto outcomes = rulebook.taxonomy("outcome");
    if (types.size() != shape.applicant_types || outcomes.size() + 1 != shape.outcomes) {
      throw InvalidArgumentError{ErrorCode::length_mismatch, "shape",
                                 "the rulebook has " + std::to_string(types.size()) + " types of applicants and " +
                                     std::to_string(outcomes.size()) + " outcomes, and one more for pending"};
    }
    std::vector<std::string> names;
    for (const auto& member : types.members()) {
      names.emplace_back(member.code.token());
    }
    names.emplace_back("total");
    for (const auto& name : names) {
      const auto at = [&](const std::string& row) { return batch.cell("requests." + row + "." + name); };
      Column column{at("new_received"), at("carried_in"), at("handled_total"), at("carried_out"), {}};
      for (const auto& member : outcomes.members()) {
        column.outcomes.push_back(at(detail::outcome_row(batch.form(), rulebook, member.code.token())));
      }
      columns.push_back(std::move(column));
    }
  }
};

}  // namespace

ReportBatch fill_requests(const Form& form, const RequestRows& rows, const CountShape& shape,
                          const Rulebook& rulebook) {
  ReportBatch out{form};
  const Cells cells{out, shape, rulebook};
  const Balances balances{rows, shape};
  std::vector<std::uint8_t> states(out.cells(), cell_state(CellKind::blank));
  for (const auto& column : cells.columns) {
    for (const auto cell : {column.new_received, column.carried_in, column.handled_total, column.carried_out}) {
      states[cell] = cell_state(CellKind::number);
    }
    for (const auto cell : column.outcomes) {
      states[cell] = cell_state(CellKind::number);
    }
  }
  out.reserve(shape.agencies * shape.years);
  std::vector<std::int64_t> values(out.cells(), 0);
  const auto& total = cells.columns.back();
  for (std::size_t agency = 0; agency < shape.agencies; ++agency) {
    std::vector<std::int64_t> open(shape.applicant_types);
    for (std::size_t type = 0; type < open.size(); ++type) {
      open[type] = balances.received(agency, -1, type);
    }
    for (std::size_t year = 0; year < shape.years; ++year) {
      std::fill(values.begin(), values.end(), 0);
      for (std::size_t type = 0; type < open.size(); ++type) {
        const auto& column = cells.columns[type];
        const auto put = [&](std::size_t cell, std::size_t total_cell, std::int64_t number) {
          values[cell] += number;
          values[total_cell] += number;
        };
        const auto received = balances.received(agency, static_cast<int>(year), type);
        put(column.new_received, total.new_received, received);
        put(column.carried_in, total.carried_in, open[type]);
        const auto* closed = balances.closed(agency, year, type);
        std::int64_t handled = 0;
        for (std::size_t outcome = 0; outcome < column.outcomes.size(); ++outcome) {
          put(column.outcomes[outcome], total.outcomes[outcome], closed[outcome]);
          handled += closed[outcome];
        }
        put(column.handled_total, total.handled_total, handled);
        open[type] += received - handled;
        put(column.carried_out, total.carried_out, open[type]);
      }
      out.add(Span<const std::int64_t>{values.data(), values.size()},
              Span<const std::uint8_t>{states.data(), states.size()});
    }
  }
  return out;
}

}  // namespace gongkai
