// SPDX-License-Identifier: Apache-2.0
#pragma once
// The columns of facts, named once for out and in.

#include <gongkai/facts/fact.hpp>
#include <gongkai/io/arrow.hpp>
#include <type_traits>

#include "catalogue/fields.hpp"
#include "event/fields.hpp"

namespace gongkai::detail {

template <>
struct Fields<RequestFact> {
  static constexpr auto list = std::make_tuple(
      needed("request", &RequestFact::request), maybe("applicant", &RequestFact::applicant),
      maybe("applicant_type", &RequestFact::applicant_type), maybe("channel", &RequestFact::channel),
      maybe("received_on", &RequestFact::received_on), maybe("closed_on", &RequestFact::closed_on),
      maybe("outcome", &RequestFact::outcome), needed("answered", &RequestFact::answered),
      needed("brought_along", &RequestFact::brought_along), needed("received_events", &RequestFact::received_events),
      needed("closed_events", &RequestFact::closed_events));
};
template <>
struct Fields<RemedyFact> {
  static constexpr auto list = std::make_tuple(
      needed("request", &RemedyFact::request), needed("remedy", &RemedyFact::remedy), needed("kind", &RemedyFact::kind),
      needed("opened_on", &RemedyFact::opened_on), maybe("concluded_on", &RemedyFact::concluded_on),
      maybe("result", &RemedyFact::result), needed("ledger_only", &RemedyFact::ledger_only),
      needed("opened_events", &RemedyFact::opened_events), needed("concluded_events", &RemedyFact::concluded_events));
};
template <>
struct Fields<PublicationFact> {
  static constexpr auto list = std::make_tuple(
      needed("record", &PublicationFact::record), needed("version", &PublicationFact::version),
      maybe("kind", &PublicationFact::kind), maybe("mode", &PublicationFact::mode),
      needed("classes", &PublicationFact::classes), maybe("created_on", &PublicationFact::created_on),
      maybe("published_on", &PublicationFact::published_on), needed("was_public", &PublicationFact::was_public),
      maybe("in_force_from", &PublicationFact::in_force_from), maybe("in_force_to", &PublicationFact::in_force_to),
      maybe("repealed_on", &PublicationFact::repealed_on), maybe("full_text", &PublicationFact::full_text),
      needed("clarified_on", &PublicationFact::clarified_on), needed("formed_events", &PublicationFact::formed_events),
      needed("published_events", &PublicationFact::published_events),
      needed("repealed_events", &PublicationFact::repealed_events),
      needed("clarified_events", &PublicationFact::clarified_events));
};
template <>
struct Fields<ReviewFact> {
  static constexpr auto list = std::make_tuple(
      needed("review", &ReviewFact::review), maybe("about", &ReviewFact::about), maybe("policy", &ReviewFact::policy),
      needed("rounds", &ReviewFact::rounds), maybe("completed_on", &ReviewFact::completed_on),
      maybe("conclusion", &ReviewFact::conclusion), needed("events", &ReviewFact::events));
};
template <>
struct Fields<FeeFact> {
  static constexpr auto list =
      std::make_tuple(needed("request", &FeeFact::request), needed("paid_on", &FeeFact::paid_on),
                      needed("fen", &FeeFact::fen), needed("events", &FeeFact::events));
};

/// A figure with its value at nine decimals, and how many were printed in a column of their own.
struct FigureRow {
  std::int32_t year = 0;
  std::string path;
  Decimal value;
  std::int32_t decimals = 0;
  std::string document;
  bool opening = false;
  EventIds events;
};
template <>
struct Fields<FigureRow> {
  static constexpr auto list = std::make_tuple(
      needed("year", &FigureRow::year), needed("path", &FigureRow::path), needed("value", &FigureRow::value),
      needed("decimals", &FigureRow::decimals), needed("document", &FigureRow::document),
      needed("opening", &FigureRow::opening), needed("events", &FigureRow::events));
};
template <>
struct Fields<InquiryFact> {
  static constexpr auto list =
      std::make_tuple(needed("inquiry", &InquiryFact::inquiry), maybe("channel", &InquiryFact::channel),
                      needed("day", &InquiryFact::day), needed("events", &InquiryFact::events));
};

/// What a row of the table of a fact is; the fact itself but for figures.
template <typename Fact>
struct RowOf {
  using type = Fact;
};
template <>
struct RowOf<FigureFact> {
  using type = FigureRow;
};

template <typename Fact>
[[nodiscard]] decltype(auto) to_row(const Fact& fact) {
  if constexpr (std::is_same_v<Fact, FigureFact>) {
    return FigureRow{fact.year, fact.path, fact.value, fact.value.decimals, fact.document, fact.opening, fact.events};
  } else {
    return (fact);
  }
}

/// Calls `visit` with the list of the table, const or not.
template <typename AnyFacts, typename Visit>
decltype(auto) with_list(AnyFacts& facts, FactTable table, Visit visit) {
  switch (table) {
    case FactTable::requests:
      return visit(facts.requests);
    case FactTable::remedies:
      return visit(facts.remedies);
    case FactTable::publications:
      return visit(facts.publications);
    case FactTable::reviews:
      return visit(facts.reviews);
    case FactTable::fees:
      return visit(facts.fees);
    case FactTable::figures:
      return visit(facts.figures);
    default:
      return visit(facts.inquiries);
  }
}

}  // namespace gongkai::detail
