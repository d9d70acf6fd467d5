// SPDX-License-Identifier: Apache-2.0
#pragma once
// The fields of a register's lines, in the order of their members.

#include <gongkai/facts/register.hpp>

#include "catalogue/fields.hpp"
#include "event/fields.hpp"
#include "request/fields.hpp"

namespace gongkai::detail {

template <>
struct Fields<ConsultationLine> {
  static constexpr auto list =
      std::make_tuple(maybe("party", &ConsultationLine::party), maybe("consulted", &ConsultationLine::consulted),
                      maybe("delivered", &ConsultationLine::delivered), maybe("answered", &ConsultationLine::answered),
                      maybe("answer", &ConsultationLine::answer));
};
template <>
struct Fields<RequestLine> {
  static constexpr auto list = std::make_tuple(
      maybe("source", &RequestLine::source), maybe("number", &RequestLine::number),
      maybe("letter", &RequestLine::letter), maybe("applicant", &RequestLine::applicant),
      maybe("channel", &RequestLine::channel), maybe("title", &RequestLine::title),
      maybe("document_number", &RequestLine::document_number), maybe("submitted", &RequestLine::submitted),
      maybe("received", &RequestLine::received), maybe("acknowledged", &RequestLine::acknowledged),
      maybe("confirmed", &RequestLine::confirmed), maybe("correction_noticed", &RequestLine::correction_noticed),
      maybe("correction_delivered", &RequestLine::correction_delivered),
      maybe("correction_days", &RequestLine::correction_days), maybe("corrected", &RequestLine::corrected),
      maybe("third_parties", &RequestLine::third_parties), maybe("agencies", &RequestLine::agencies),
      maybe("extended", &RequestLine::extended), maybe("extension_days", &RequestLine::extension_days),
      maybe("fee_noticed", &RequestLine::fee_noticed), maybe("fee_delivered", &RequestLine::fee_delivered),
      maybe("fee_fen", &RequestLine::fee_fen), maybe("fee_paid", &RequestLine::fee_paid),
      maybe("deferred", &RequestLine::deferred), maybe("deferred_until", &RequestLine::deferred_until),
      maybe("replied", &RequestLine::replied), maybe("reply", &RequestLine::reply),
      maybe("outcome", &RequestLine::outcome), maybe("grounds", &RequestLine::grounds),
      maybe("article", &RequestLine::article), maybe("reason", &RequestLine::reason),
      maybe("reply_service", &RequestLine::reply_service), maybe("reply_posted", &RequestLine::reply_posted),
      maybe("reply_delivered", &RequestLine::reply_delivered), maybe("withdrawn", &RequestLine::withdrawn),
      maybe("closed", &RequestLine::closed));
};
template <>
struct Fields<RemedyLine> {
  static constexpr auto list =
      std::make_tuple(maybe("source", &RemedyLine::source), maybe("request", &RemedyLine::request),
                      maybe("remedy", &RemedyLine::remedy), maybe("kind", &RemedyLine::kind),
                      maybe("opened", &RemedyLine::opened), maybe("concluded", &RemedyLine::concluded),
                      maybe("result", &RemedyLine::result), maybe("ledger", &RemedyLine::ledger));
};
template <>
struct Fields<RecordLine> {
  static constexpr auto list =
      std::make_tuple(maybe("source", &RecordLine::source), maybe("id", &RecordLine::id),
                      maybe("index_number", &RecordLine::index_number), maybe("data", &RecordLine::data),
                      maybe("mode", &RecordLine::mode), maybe("published", &RecordLine::published),
                      maybe("channels", &RecordLine::channels), maybe("repealed", &RecordLine::repealed),
                      maybe("repealed_by", &RecordLine::repealed_by), maybe("clarifies", &RecordLine::clarifies));
};
template <>
struct Fields<FigureLine> {
  static constexpr auto list =
      std::make_tuple(maybe("source", &FigureLine::source), needed("year", &FigureLine::year),
                      needed("path", &FigureLine::path), needed("value", &FigureLine::value),
                      maybe("document", &FigureLine::document), maybe("opening", &FigureLine::opening));
};

}  // namespace gongkai::detail
