// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// One annual report on the disclosure of government information (政府信息公开工作年度报告), published or filled from
/// our own facts: figures as stated, each with its place where it has one. Nothing is computed, corrected or filled in
/// by the type itself.
///
///     report.figure("requests_received").kind == CellKind::absent    // not stated, which is not zero
///     report.cell("requests.granted.natural_person").value           // any figure by its path

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/base/place.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/cell.hpp>
#include <gongkai/report/table.hpp>
#include <gongkai/text/mention.hpp>

namespace gongkai {

/// One class of proactively disclosed information, which bodies name as they like.
struct ClassFigure {
  std::string label;  ///< as printed: 机构职能类的信息
  Cell count;
  Cell percent;
};

/// One channel (政府网站, 政府公报, 政务微博) with what was published through it.
struct ChannelFigure {
  std::string label;  ///< as printed
  Cell count;
};

/// One result of requests (同意公开, 信息不存在) with its number.
struct OutcomeFigure {
  std::string label;  ///< as printed
  std::string code;   ///< the outcome of the 2021 form; empty where the wording fits no single one
  Cell count;
};

/// A figure of a slot that the document states once more.
struct Restatement {
  std::string slot;
  Cell cell;
};

/// One part of a total.
struct Part {
  std::string label;
  Cell count;
};

/// A total that the text divides, other than into `classes`: 征集33期（市级10期、县级23期）.
struct Division {
  std::string path;  ///< of the total: `narrative.requests_received`; empty when it is a mention
  std::string what;  ///< the words of the total, as printed
  Cell total;
  std::vector<Part> parts;
  bool whole = false;  ///< the text says or shows that these are all parts; without it nothing follows from the sum
};

/// A rate of growth and the figures of both years, where the text states all three: X.GROWTH.
struct Growth {
  std::string path;  ///< of the current figure; empty when it is a mention
  Cell rate;         ///< percent, negative for a decrease
  Cell current;
  Cell previous;
};

/// A figure of the running text that a table of the forms states too: X.CELL.
struct Claim {
  std::string subject;  ///< `requests_received`, `carried_out`, `granted` …: an id of rules/cn/lexicon/claims.json
  Cell cell;
  Cell growth;        ///< the rate of growth that the text gives for it, in percent; absent: none
  std::string words;  ///< the clause it stands in, folded
  bool firm = true;   ///< false where the wording may mean another count
};

/// What contradicts the report's own face.
enum class SlipKind : std::uint8_t {
  year,  ///< another year where the report's own must stand, or a year that does not exist (202020年)
  name,  ///< the signature names another body than the title
  self   ///< a body speaks of itself as of another kind: 我局 in a town's report
};

struct Slip {
  SlipKind kind{};
  bool impossible = false;  ///< of a year: no year at all
  std::string expected;     ///< the year, the name, the body
  Place place;
};

/// A chapter with its text, tables left out.
struct Chapter {
  std::string heading;  ///< as printed; empty for what stands between the title and the first heading
  std::string text;
  Place place;
};

/// A note of the report that explains a difference ("the county took over two offices this year").
struct Explanation {
  std::string text;
  std::vector<std::string> cells;  ///< paths it speaks of; empty: of the report as a whole
  Place place;
};

/// A row of a published table that the form does not have.
struct OtherRow {
  std::string table;
  std::string label;                                 ///< as printed
  std::vector<std::pair<std::string, Cell>> values;  ///< column id → figure
};

/// One report.
struct AnnualReport {
  std::optional<std::string> organisation;  ///< as printed most fully, in Simplified characters
  std::optional<int> year;                  ///< the year reported on
  /// The form of the report year's own tables: `cn-narrative-2008`, `cn-statistics-2014`, `cn-trial-2019`,
  /// `cn-format-2021`, or another form's id. Each table carries its own form, which may differ.
  std::optional<std::string> style;
  bool complete = false;             ///< false when the document breaks off
  std::optional<Date> published_on;  ///< when the document or the caller states it
  std::optional<Date> signed_on;     ///< the day under the signature
  /// Kind of body: `town`, `department`, `county`, `prefecture`, `province`, `ministry`.
  std::optional<std::string> level;

  /// Slot → figure, in the order of the lexicon; slots that are not stated are not in it.
  std::vector<std::pair<std::string, Cell>> narrative;
  std::vector<ClassFigure> classes;
  std::vector<ChannelFigure> channels;
  std::vector<OutcomeFigure> outcomes;
  std::vector<Division> divisions;        ///< in document order
  std::vector<Growth> growths;            ///< in document order
  std::vector<Claim> claims;              ///< in document order
  std::vector<Restatement> restatements;  ///< further statements of slots, in document order
  std::vector<Mention> mentions;          ///< every quantity that fills no slot, in document order
  std::vector<Place> residues;            ///< what a template or a word processor left behind
  std::vector<Place> pictures;            ///< pictures among the text, in document order
  std::vector<Slip> slips;                ///< in document order
  /// Subjects that the law requires and a whole narrative report does not touch: ids of the lexicon, e.g. `remedies`.
  std::vector<std::string> missing_subjects;

  std::vector<Table> tables;          ///< at most one of each id
  std::vector<OtherRow> other_rows;   ///< rows that the forms do not have
  std::vector<std::string> inferred;  ///< paths of cells that only the form's identities could place
  std::vector<Place> unplaced;        ///< figures in or between the tables for which no cell was found
  std::vector<Chapter> chapters;      ///< in document order
  std::vector<Explanation> explanations;

  /// `absent` for a slot that is not stated or does not exist.
  [[nodiscard]] GONGKAI_EXPORT const Cell& figure(std::string_view slot) const noexcept;
  /// `nullptr` when the report has no such table.
  [[nodiscard]] GONGKAI_EXPORT const Table* table(std::string_view id) const noexcept;
  [[nodiscard]] GONGKAI_EXPORT Table* table(std::string_view id) noexcept;
  /// Any figure by its path (`requests.granted.total`, `narrative.proactive_total`,
  /// `narrative.classes.业务动态类.percent`); `absent` when it is not stated or does not exist.
  [[nodiscard]] GONGKAI_EXPORT Cell cell(std::string_view path) const;
};

}  // namespace gongkai
