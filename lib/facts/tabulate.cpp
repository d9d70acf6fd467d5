// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <gongkai/facts/tabulate.hpp>
#include <gongkai/report/fill.hpp>

#include "event/finding_texts.hpp"

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
    figures();
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
    ++counts_.at(path).unscaled;
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

  // The row of an outcome; older forms have one row for all of its group （六）其他处理.
  [[nodiscard]] std::string row_of(const std::string& outcome) const {
    const auto list = rulebook_.taxonomy("outcome");
    const auto* member = list.find(outcome);
    if (member == nullptr) {
      return {};
    }
    const auto in_form = [&](const std::string& row) { return has("requests." + row + ".total"); };
    if (in_form(outcome)) {
      return outcome;
    }
    return member->group && member->group->token() == "other" && in_form("other_handling") ? "other_handling" : "";
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
    const bool closed_before = fact.closed_year && *fact.closed_year < year_;
    const bool closed_now = fact.closed_year == year_;
    // Counted once it was received, and until the year in which it was closed; a reply before any receipt closes the
    // year of the reply.
    if (!fact.received_year || *fact.received_year > year_ || closed_before) {
      return;
    }
    if (std::find(types.begin(), types.end(), fact.applicant_type) == types.end()) {
      report("facts.type", fact.request, {{"type", fact.applicant_type}});
      return;
    }
    const auto cell = [&](const char* row) { return cell_of(row, fact.applicant_type); };
    count(cell(*fact.received_year == year_ ? "new_received" : "carried_in"),
          {"request", fact.request, fact.received_events, false});
    if (!closed_now) {
      count(cell("carried_out"), {"request", fact.request, fact.received_events, false});
      return;
    }
    const auto row = row_of(fact.outcome);
    if (row.empty()) {
      report("facts.outcome", fact.request, {{"outcome", fact.outcome}});
      return;
    }
    count(cell_of(row, fact.applicant_type), {"request", fact.request, fact.closed_events, false});
  }

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
      const bool pending = fact.opened_year <= year_ && (!fact.concluded_year || *fact.concluded_year > year_);
      const bool concluded = fact.concluded_year == year_ && !fact.ledger_only;
      if (!pending && !concluded) {
        continue;
      }
      const auto path = "remedies." + fact.kind + "." + (pending ? "pending" : fact.result);
      if (!has(path)) {
        report("facts.outcome", fact.request, {{"outcome", fact.kind + " " + fact.result}});
        continue;
      }
      count(path, {"remedy", fact.remedy, fact.events, false});
    }
  }

  // ---- chapter two: from the register of documents alone

  void documents(const std::string& row) {
    const std::string kind = row == "rules" ? "rules" : "normative_document";
    const auto in_year = [&](const std::optional<Date>& day) { return day && day->year() == year_; };
    const auto path = [&](const char* column) { return "proactive." + row + "." + column; };
    for (const auto* column : {"issued", "repealed", "in_force", "newly_made", "newly_disclosed", "total_disclosed"}) {
      if (has(path(column))) {
        zero(path(column));
      }
    }
    for (const auto& fact : facts_.publications) {
      if (fact.kind != kind) {
        continue;
      }
      const auto put = [&](const char* column) {
        if (has(path(column))) {
          count(path(column), {"publication", fact.record, fact.events, false});
        }
      };
      const auto from = fact.in_force_from ? fact.in_force_from : fact.created_on;
      const bool lapsed_now = in_year(fact.in_force_to) && *fact.in_force_to < last_day_;
      // Lapsed on the last day of a year it is out of force from the first of the next.
      const bool lapsed_with_last_year = fact.in_force_to == Date{year_ - 1, 12, 31};
      if (in_year(fact.created_on)) {
        put("issued");
        put("newly_made");
      }
      if (in_year(fact.repealed_on) || (!fact.repealed_on && (lapsed_now || lapsed_with_last_year))) {
        put("repealed");
      }
      if (from && *from <= last_day_ && (!fact.repealed_on || *fact.repealed_on > last_day_) &&
          (!fact.in_force_to || *fact.in_force_to >= last_day_)) {
        put("in_force");
      }
      if (in_year(fact.first_published_on)) {
        put("newly_disclosed");
      }
      if (fact.first_published_on && fact.first_published_on->year() <= year_) {
        put("total_disclosed");
      }
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
      if (fact.received_year == year_) {
        count(slot("requests_received"), {"request", fact.request, fact.received_events, false});
      }
      if (fact.closed_year == year_ && fact.answered) {
        count(slot("requests_answered"), {"request", fact.request, fact.closed_events, false});
      }
    }
    for (const auto& fact : facts_.remedies) {
      if (fact.opened_year == year_) {
        count(slot(fact.kind == "reconsideration" ? "reconsiderations" : "litigations"),
              {"remedy", fact.remedy, fact.events, false});
      }
    }
    for (const auto& fact : facts_.inquiries) {
      if (fact.day.year() == year_) {
        count(slot("inquiries"), {"inquiry", fact.inquiry, {fact.event}, false});
      }
    }
    for (const auto& fact : facts_.publications) {
      for (const auto day : fact.clarified_on) {
        if (day.year() == year_) {
          count(slot("clarifications"), {"publication", fact.record, fact.events, false});
        }
      }
    }
  }

  void classes() {
    std::map<std::string, std::string> labels;  // code → label
    std::vector<std::string> names = rulebook_.taxonomies();
    if (std::find(names.begin(), names.end(), options_.class_scheme) != names.end()) {
      for (const auto& member : rulebook_.taxonomy(options_.class_scheme).members()) {
        const auto label = member.label.zh + "类";
        labels[std::string{member.code.token()}] = label;
        zero("narrative.classes." + label + ".count");  // a class without any is told with 0
      }
    }
    zero("narrative.proactive_total");
    std::int64_t with_text = 0;
    std::int64_t published = 0;
    bool known = true;
    for (const auto& fact : facts_.publications) {
      if (!fact.first_published_on || fact.first_published_on->year() != year_) {
        continue;
      }
      ++published;
      known = known && fact.full_text.has_value();
      with_text += fact.full_text.value_or(false) ? 1 : 0;
      count("narrative.proactive_total", {"publication", fact.record, fact.events, false});
      const auto mark = std::find_if(fact.classes.begin(), fact.classes.end(),
                                     [&](const RecordClass& entry) { return entry.scheme == options_.class_scheme; });
      if (mark == fact.classes.end()) {
        report("facts.class", fact.record, {{"scheme", options_.class_scheme}});
        continue;
      }
      const auto label = labels.find(mark->code);
      count("narrative.classes." + (label == labels.end() ? mark->code : label->second) + ".count",
            {"publication", fact.record, fact.events, false});
    }
    // Nothing published has no rate; where one record does not say, none can be told.
    if (published > 0 && known) {
      const auto hundredths = (with_text * 20000 + published) / (2 * published);
      counts_["narrative.fulltext_rate_percent"] =
          hundredths % 10000 == 0 ? Decimal{hundredths / 100, 0} : Decimal{hundredths, 2};
      order_.emplace_back("narrative.fulltext_rate_percent");
    }
  }

  // ---- what is declared, or brought along

  void figures() {
    for (const auto& figure : facts_.figures) {
      // A stock that was brought along stays; other figures are of their year.
      const bool stock =
          figure.opening && (ends_with(figure.path, ".in_force") || ends_with(figure.path, ".total_disclosed"));
      if ((stock ? figure.year > year_ : figure.year != year_) || !has(figure.path)) {
        continue;
      }
      const auto found = counts_.find(figure.path);
      if (found == counts_.end()) {
        counts_.emplace(figure.path, figure.value);
        order_.push_back(figure.path);
      } else if (figure.opening) {
        found->second.unscaled += figure.value.unscaled;
      } else {
        report("facts.declared", figure.path,
               {{"document", figure.document},
                {"value", figure.value.to_string()},
                {"counted", found->second.to_string()}});
        continue;
      }
      out_.sources[figure.path].push_back({"figure", figure.document, {figure.event}, figure.opening});
    }
  }
  static bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
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

const std::vector<CellSource>& Tabulation::trace(std::string_view path) const {
  static const std::vector<CellSource> none;
  const auto found = sources.find(std::string{path});
  return found == sources.end() ? none : found->second;
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
