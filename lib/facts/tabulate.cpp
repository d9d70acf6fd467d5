// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/report/fill.hpp>

#include "event/finding_texts.hpp"
#include "facts/opening.hpp"
#include "facts/outcome_row.hpp"
#include "report/operand.hpp"

namespace gongkai {
namespace {

const FormTable* table_of(const Form& form, std::string_view id) {
  for (const auto& table : form.tables()) {
    if (table.id == id) {
      return &table;
    }
  }
  return nullptr;
}

class Tabulator {
 public:
  Tabulator(const Form& form, const Facts& facts, const Rulebook& rulebook, int year, const TabulateOptions& options)
      : form_{form}, facts_{facts}, rulebook_{rulebook}, year_{year}, options_{options}, last_day_{year, 12, 31} {}

  Tabulation run() {
    if (table_of(form_, "requests") != nullptr) {
      requests();
    }
    if (table_of(form_, "remedies") != nullptr) {
      remedies();
    }
    if (table_of(form_, "proactive") != nullptr) {
      documents("rules");
      documents("normative_documents");
    }
    if (table_of(form_, "narrative") != nullptr) {
      narrative();
    }
    openings();
    declared();
    FillOptions filling;
    filling.year = year_;
    if (!options_.organisation.empty()) {
      filling.organisation = options_.organisation;
    }
    Counts counts;
    for (const auto& path : order_) {
      counts.emplace_back(path, counts_.at(path));
    }
    out_.report = fill(form_, counts, filling);
    totals();
    std::sort(out_.findings.begin(), out_.findings.end());
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool has(const std::string& path) const { return form_.cell(path).has_value(); }

  void zero(const std::string& path) {
    if (counts_.emplace(path, Decimal{}).second) {
      order_.push_back(path);
    }
  }
  void count(const std::string& path, CellSource source) {
    zero(path);
    auto& value = counts_.at(path);
    value = detail::added(value, source.amount);
    out_.sources[path].push_back(std::move(source));
  }
  void report(std::string_view id, const std::string& subject, detail::FindingValues values) {
    values.emplace_back("subject", subject);
    out_.findings.push_back(detail::FindingTexts::builtin().make(id, last_day_, subject, values));
  }

  // ---- chapter three

  static std::string cell_of(const std::string& row, const std::string& type) {
    std::string out = "requests.";
    out.append(row).append(".").append(type);
    return out;
  }

  [[nodiscard]] std::string row_of(const std::string& outcome) const {
    return detail::outcome_row(form_, rulebook_, outcome);
  }

  void requests() {
    std::vector<std::string> types;
    for (const auto& member : rulebook_.taxonomy("applicant_type").members()) {
      types.emplace_back(member.code.token());
    }
    std::vector<std::string> rows{"new_received", "carried_in", "carried_out"};
    for (const auto& member : rulebook_.taxonomy("outcome").members()) {
      rows.push_back(row_of(std::string{member.code.token()}));
    }
    for (const auto& row : rows) {
      for (const auto& type : types) {
        const auto path = cell_of(row, type);
        if (!row.empty() && has(path)) {
          zero(path);
        }
      }
    }
    for (const auto& fact : facts_.requests) {
      request(fact, types);
    }
  }

  void request(const RequestFact& fact, const std::vector<std::string>& types) {
    const bool closed_before = fact.closed_on && fact.closed_on->year() < year_;
    const bool closed_now = in_year(fact.closed_on);
    // Counted once it was received, and until the year in which it was closed; what was brought along came in by an
    // opening balance and is counted where it ends.
    const bool here = fact.brought_along ? closed_now : fact.received_on && fact.received_on->year() <= year_;
    if (!here || closed_before) {
      return;
    }
    if (std::find(types.begin(), types.end(), fact.applicant_type) == types.end()) {
      report("facts.type", fact.request, {{"type", fact.applicant_type}});
      return;
    }
    const auto cell = [&](const char* row) { return cell_of(row, fact.applicant_type); };
    if (!fact.brought_along) {
      count(cell(in_year(fact.received_on) ? "new_received" : "carried_in"),
            {"request", fact.request, fact.received_events});
    }
    if (!closed_now) {
      count(cell("carried_out"), {"request", fact.request, fact.received_events});
      return;
    }
    const auto row = row_of(fact.outcome);
    if (row.empty()) {
      report("facts.outcome", fact.request, {{"outcome", fact.outcome}});
      return;
    }
    count(cell_of(row, fact.applicant_type), {"request", fact.request, fact.closed_events});
  }
  [[nodiscard]] bool in_year(const std::optional<Date>& day) const { return day && day->year() == year_; }

  // ---- chapter four

  void remedies() {
    for (const auto& kind : rulebook_.taxonomy("remedy").members()) {
      for (const auto& result : rulebook_.taxonomy("remedy_result").members()) {
        const auto path = "remedies." + std::string{kind.code.token()} + "." + std::string{result.code.token()};
        if (has(path)) {
          zero(path);
        }
      }
    }
    for (const auto& fact : facts_.remedies) {
      const bool pending = fact.opened_on <= last_day_ && (!fact.concluded_on || *fact.concluded_on > last_day_);
      const bool concluded = in_year(fact.concluded_on) && !fact.ledger_only;
      if (!pending && !concluded) {
        continue;
      }
      const auto path = "remedies." + fact.kind + "." + (pending ? "pending" : fact.result);
      if (!has(path)) {
        report("facts.outcome", fact.request, {{"outcome", fact.kind + " " + fact.result}});
        continue;
      }
      count(path, {"remedy", fact.remedy, pending ? fact.opened_events : fact.concluded_events});
    }
  }

  // ---- chapter two: from the register of documents alone

  void documents(const std::string& row) {
    const std::string kind = row == "rules" ? "rules" : "normative_document";
    const auto path = [&](const char* column) { return "proactive." + row + "." + column; };
    // Without any catalogue nobody knows; a body that may not make rules has none.
    const bool known = !facts_.publications.empty() || (row == "rules" && options_.rule_making == RuleMaking::none);
    for (const auto* column : {"issued", "repealed", "in_force", "newly_made", "newly_disclosed", "total_disclosed"}) {
      if (known && has(path(column))) {
        zero(path(column));
      }
    }
    for (const auto& fact : facts_.publications) {
      if (fact.kind == kind) {
        document(fact, path);
      }
    }
  }

  template <typename Path>
  void document(const PublicationFact& fact, Path path) {
    const auto put = [&](const char* column, const EventIds& events) {
      if (has(path(column))) {
        count(path(column), {"publication", fact.record, events});
      }
    };
    const auto from = fact.in_force_from ? fact.in_force_from : fact.created_on;
    // Lapsed on the last day of a year it is out of force from the first of the next.
    const bool lapsed = fact.in_force_to && (*fact.in_force_to + CalendarDays{1}).year() == year_;
    const bool repealed_first = fact.repealed_on && (!fact.in_force_to || *fact.repealed_on <= *fact.in_force_to);
    if (in_year(fact.created_on)) {
      put("issued", fact.formed_events);
      put("newly_made", fact.formed_events);
    }
    if (repealed_first ? in_year(fact.repealed_on) : lapsed) {
      put("repealed", repealed_first ? fact.repealed_events : fact.formed_events);
    }
    if (from && *from <= last_day_ && (!fact.repealed_on || *fact.repealed_on > last_day_) &&
        (!fact.in_force_to || *fact.in_force_to >= last_day_)) {
      put("in_force", fact.formed_events);
    }
    if (in_year(fact.published_on)) {
      put("newly_disclosed", fact.published_events);
    }
    if (fact.published_on && *fact.published_on <= last_day_) {
      put("total_disclosed", fact.published_events);
    }
  }

  // ---- the narrative chapter

  void narrative() {
    classes();
    const auto slot = [&](const char* name) { return std::string{"narrative."} + name; };
    for (const auto* name :
         {"requests_received", "requests_answered", "reconsiderations", "litigations", "clarifications", "inquiries"}) {
      zero(slot(name));
    }
    for (const auto& fact : facts_.requests) {
      if (in_year(fact.received_on) && !(fact.closed_on && fact.closed_on->year() < year_)) {
        count(slot("requests_received"), {"request", fact.request, fact.received_events});
      }
      if (in_year(fact.closed_on) && fact.answered && (fact.brought_along || received_by_then(fact))) {
        count(slot("requests_answered"), {"request", fact.request, fact.closed_events});
      }
    }
    for (const auto& fact : facts_.remedies) {
      if (fact.opened_on.year() == year_) {
        count(slot(fact.kind == "reconsideration" ? "reconsiderations" : "litigations"),
              {"remedy", fact.remedy, fact.opened_events});
      }
    }
    for (const auto& fact : facts_.inquiries) {
      if (fact.day.year() == year_) {
        count(slot("inquiries"), {"inquiry", fact.inquiry, fact.events});
      }
    }
    for (const auto& fact : facts_.publications) {
      for (std::size_t i = 0; i < fact.clarified_on.size(); ++i) {
        if (fact.clarified_on[i].year() == year_) {
          count(slot("clarifications"), {"publication", fact.record, {fact.clarified_events[i]}});
        }
      }
    }
  }

  void classes() {
    std::map<std::string, std::string> labels;  // code → label
    std::vector<std::string> names = rulebook_.taxonomies();
    if (std::find(names.begin(), names.end(), options_.class_scheme) != names.end()) {
      for (const auto& member : rulebook_.taxonomy(options_.class_scheme).members()) {
        const auto label = member.aliases.empty() ? member.label.zh : member.aliases.front();
        labels[std::string{member.code.token()}] = label;
        zero("narrative.classes." + label + ".count");  // a class without any is told with 0
      }
    }
    zero("narrative.proactive_total");
    std::int64_t with_text = 0;
    std::int64_t published = 0;
    bool known = true;
    for (const auto& fact : facts_.publications) {
      if (!in_year(fact.published_on) || fact.was_public) {
        continue;
      }
      ++published;
      known = known && fact.full_text.has_value();
      with_text += fact.full_text.value_or(false) ? 1 : 0;
      count("narrative.proactive_total", {"publication", fact.record, fact.published_events});
      const auto mark = std::find_if(fact.classes.begin(), fact.classes.end(),
                                     [&](const RecordClass& entry) { return entry.scheme == options_.class_scheme; });
      if (mark == fact.classes.end()) {
        report("facts.class", fact.record, {{"scheme", options_.class_scheme}});
        continue;
      }
      const auto label = labels.find(mark->code);
      count("narrative.classes." + (label == labels.end() ? mark->code : label->second) + ".count",
            {"publication", fact.record, fact.published_events});
    }
    // Nothing published has no rate; where one record does not say, none can be told.
    if (published > 0 && known) {
      const auto hundredths = (with_text * 20000 + published) / (2 * published);
      counts_["narrative.fulltext_rate_percent"] =
          hundredths % 10000 == 0 ? Decimal{hundredths / 100, 0} : Decimal{hundredths, 2};
      order_.emplace_back("narrative.fulltext_rate_percent");
    }
  }

  [[nodiscard]] static bool received_by_then(const RequestFact& fact) {
    return fact.received_on && fact.received_on->year() <= fact.closed_on->year();
  }

  // ---- what is brought along, or declared

  void no_cell(const std::string& path, const std::string& document, const Decimal& value) {
    report("facts.no_cell", path, {{"document", document}, {"value", value.to_string()}});
  }

  void openings() {
    for (auto& brought : detail::brought_along(facts_, year_)) {
      if (has(brought.path)) {
        count(brought.path, std::move(brought.source));
      } else {
        no_cell(brought.path, brought.source.fact, brought.source.amount);
      }
    }
    for (const auto& [path, value] : counts_) {
      if (value.unscaled < 0) {
        report("facts.opening", path, {{"value", value.to_string()}});
      }
    }
  }

  void declared() {
    std::map<std::string, std::map<std::string, const FigureFact*>> by_cell;  // path → document → figure
    for (const auto& figure : facts_.figures) {
      if (figure.opening || figure.year != year_) {
        continue;
      }
      if (!has(figure.path)) {
        no_cell(figure.path, figure.document, figure.value);
        continue;
      }
      auto& told = by_cell[figure.path][figure.document];
      if (told != nullptr) {
        report(
            "facts.declared_twice", figure.path,
            {{"document", figure.document}, {"value", figure.value.to_string()}, {"before", told->value.to_string()}});
      }
      told = &figure;
    }
    for (const auto& [path, documents] : by_cell) {
      Decimal sum;
      std::string names;
      for (const auto& [document, figure] : documents) {
        sum = detail::added(sum, figure->value);
        names += (names.empty() ? "" : ", ") + document;
      }
      if (out_.sources.count(path) != 0) {
        if (!same_value(counts_.at(path), sum)) {
          report("facts.declared", path,
                 {{"document", names}, {"value", sum.to_string()}, {"counted", counts_.at(path).to_string()}});
        }
        continue;
      }
      zero(path);
      counts_.at(path) = sum;
      for (const auto& [document, figure] : documents) {
        out_.sources[path].push_back({"figure", document, figure->events, false, figure->value});
      }
    }
  }

  // Which cells a total adds up, for those who ask what stands behind it.
  void totals() {
    const detail::Operands operands{form_, out_.report, nullptr};
    for (const auto& check : form_.checks()) {
      if (check.kind != CheckKind::sum || check.operands[0].size() != 1) {
        continue;
      }
      for (const auto& binding : operands.bindings(check)) {
        const auto total = operands.cells(check.operands[0].front(), binding);
        if (total.size() != 1 || total.front().table == nullptr) {
          continue;
        }
        const auto path = total.front().table->path(total.front().index);
        if (out_.sources.count(path) != 0 || out_.parts.count(path) != 0) {
          continue;
        }
        std::vector<std::string> parts;
        for (const auto& cell : operands.evaluate(check.operands[1], binding).cells) {
          if (cell.table != nullptr) {
            parts.push_back(cell.table->path(cell.index));
          }
        }
        out_.parts.emplace(path, std::move(parts));
      }
    }
  }

  const Form& form_;
  const Facts& facts_;
  const Rulebook& rulebook_;
  int year_;
  const TabulateOptions& options_;
  Date last_day_;
  std::map<std::string, Decimal> counts_;
  std::vector<std::string> order_;
  Tabulation out_;
};

}  // namespace

std::vector<CellSource> Tabulation::trace(std::string_view path) const {
  const auto found = sources.find(std::string{path});
  if (found != sources.end()) {
    return found->second;
  }
  std::vector<CellSource> out;
  const auto total = parts.find(std::string{path});
  if (total != parts.end()) {
    for (const auto& part : total->second) {
      const auto below = trace(part);
      out.insert(out.end(), below.begin(), below.end());
    }
  }
  return out;
}

std::vector<std::string> Tabulation::cells_of(std::int64_t event) const {
  std::vector<std::string> out;
  for (const auto& [path, list] : sources) {
    if (std::any_of(list.begin(), list.end(), [&](const CellSource& source) {
          return std::find(source.events.begin(), source.events.end(), event) != source.events.end();
        })) {
      out.push_back(path);
    }
  }
  return out;
}

Tabulation tabulate(const Form& form, const Facts& facts, const Rulebook& rulebook, int year,
                    const TabulateOptions& options) {
  return Tabulator{form, facts, rulebook, year, options}.run();
}

}  // namespace gongkai
