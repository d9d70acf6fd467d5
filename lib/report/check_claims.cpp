// SPDX-License-Identifier: Apache-2.0
#include "report/check_claims.hpp"

#include <algorithm>
#include <gongkai/text/normalise.hpp>
#include <set>

#include "report/claim_rules.hpp"
#include "report/share.hpp"

namespace gongkai::detail {
namespace {

constexpr std::int32_t lines_apart = 4;  // between results that one list gives

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}
bool holds_any(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

/// A base worked out over the tables of one report.
struct BaseValue {
  const ClaimBase* base = nullptr;
  std::int64_t sum = 0;
  bool may_be_more = false;  ///< a cell that is added is not stated
  bool may_be_less = false;
  std::vector<std::string> cells;
  std::vector<Place> places;
  std::string terms;

  [[nodiscard]] bool exact() const { return !may_be_more && !may_be_less; }
  [[nodiscard]] bool fits(std::int64_t value) const { return exact() && sum == value; }
  [[nodiscard]] bool may_fit(std::int64_t value) const {
    return sum == value || (value > sum && may_be_more) || (value < sum && may_be_less);
  }
};

class Claims {
 public:
  Claims(const AnnualReport& report, const AnnualReport* previous, const CheckCatalogue& catalogue,
         std::vector<Finding>& out)
      : report_{report}, previous_{previous}, catalogue_{catalogue}, rules_{ClaimRules::builtin()}, out_{out} {}

  void run() {
    if (report_.tables.empty()) {
      return;
    }
    const auto claims = all_claims();
    std::set<std::pair<std::string, std::int64_t>> told;
    for (const auto& claim : claims) {
      const auto* subject = rules_.find(claim.subject);
      const bool usable = claim.cell.is_number() && claim.cell.value.decimals == 0;
      if (subject != nullptr && usable && told.emplace(claim.subject, claim.cell.value.unscaled).second) {
        against_cells(*subject, claim);
      }
    }
    for (const auto& claim : claims) {
      const auto* subject = rules_.find(claim.subject);
      if (subject != nullptr && previous_ != nullptr && claim.growth.is_number() && claim.cell.is_number() &&
          claim.cell.value.decimals == 0 && !stated_in_full(claim)) {
        growth(*subject, claim);
      }
    }
    for (const auto& subject : rules_.subjects) {
      outcomes(subject);
    }
  }

 private:
  // What the reader found; of a report that comes from elsewhere, its slots.
  std::vector<Claim> all_claims() const {
    if (!report_.claims.empty()) {
      return report_.claims;
    }
    std::vector<Claim> out;
    const auto add = [&](const std::string& slot, const Cell& cell) {
      Claim claim;
      claim.subject = slot;
      claim.cell = cell;
      out.push_back(std::move(claim));
    };
    for (const auto& [slot, cell] : report_.narrative) {
      add(slot, cell);
    }
    for (const auto& [slot, cell] : report_.restatements) {
      add(slot, cell);
    }
    return out;
  }

  // Nothing where a form of the report lacks one of the cells.
  static std::optional<BaseValue> evaluate(const AnnualReport& report, const ClaimBase& base) {
    BaseValue out;
    out.base = &base;
    for (const auto& term : base.terms) {
      const auto table = std::find_if(report.tables.begin(), report.tables.end(), [&](const Table& candidate) {
        const auto at = candidate.form().cell(term.path);
        return at && at->table == candidate.table_index();
      });
      if (table == report.tables.end()) {
        return std::nullopt;
      }
      const Cell cell = report.cell(term.path);
      const bool number = cell.is_number() && cell.value.decimals == 0;
      if (!number) {
        (term.sign > 0 ? out.may_be_more : out.may_be_less) = true;
        continue;
      }
      out.sum += term.sign * cell.value.unscaled;
      out.cells.push_back(term.path);
      if (cell.place != Place{}) {
        out.places.push_back(cell.place);
      }
      if (cell.value.unscaled != 0) {
        out.terms += (out.terms.empty() ? (term.sign < 0 ? "−" : "") : term.sign < 0 ? " − " : " + ");
        out.terms += cell.value.to_string();
      }
    }
    return out.cells.empty() ? std::nullopt : std::optional{std::move(out)};
  }

  static std::vector<BaseValue> evaluate(const AnnualReport& report, const ClaimSubject& subject) {
    std::vector<BaseValue> out;
    for (const auto& base : subject.bases) {
      if (auto value = evaluate(report, base)) {
        out.push_back(*std::move(value));
      }
    }
    return out;
  }

  void against_cells(const ClaimSubject& subject, const Claim& claim) {
    const auto bases = evaluate(report_, subject);
    const std::int64_t value = claim.cell.value.unscaled;
    if (bases.empty()) {
      return;
    }
    const bool agrees = std::any_of(bases.begin(), bases.end(), [&](const BaseValue& base) {
      const bool meant = &base == &bases.front() || holds_any(claim.words, base.base->words);
      return meant && base.may_fit(value);
    });
    if (agrees) {
      return;
    }
    const auto other =
        std::find_if(bases.begin(), bases.end(), [&](const BaseValue& base) { return base.fits(value); });
    if (other != bases.end()) {
      add("cell_other_base", subject, claim, bases.front(), other->base->label_en, other->base->label);
      return;
    }
    if (std::any_of(bases.begin(), bases.end(), [&](const BaseValue& base) { return base.may_fit(value); })) {
      return;
    }
    const bool office = holds_any(claim.words, rules_.office_words) && is_government() && value < bases.front().sum;
    if (office) {
      add("cell_other_base", subject, claim, bases.front(), "the office alone", "仅本机关");
    } else if (value == 0 && claim.cell.in_words) {
      add("cell_zero", subject, claim, bases.front(), {}, {});
    } else {
      const bool firm = claim.firm && !holds_any(claim.words, subject.loose_words);
      add(firm ? "cell" : "cell_loose", subject, claim, bases.front(), {}, {});
    }
  }

  bool is_government() const {
    return report_.organisation &&
           std::any_of(rules_.government_ends.begin(), rules_.government_ends.end(),
                       [&](const std::string& end) { return ends_with(*report_.organisation, end); });
  }

  Finding& add(std::string_view id, const ClaimSubject& subject, const Claim& claim, const BaseValue& base,
               std::string_view other, std::string_view other_zh) {
    const std::string text = claim.cell.value.to_string();
    const std::string table = std::to_string(base.sum);
    auto finding = catalogue_.make_in_both(id, report_.style.value_or(std::string{}),
                                           {{"text", text, text},
                                            {"table", table, table},
                                            {"words", claim.cell.printed, claim.cell.printed},
                                            {"what", subject.label_en, subject.label},
                                            {"base", base.base->label_en, base.base->label},
                                            {"other", other, other_zh}});
    const bool text_first = base.places.empty() || !base.places.front().byte_offset || !claim.cell.place.byte_offset ||
                            *claim.cell.place.byte_offset < *base.places.front().byte_offset;
    finding.left = text_first ? text : table;
    finding.right = text_first ? table : text;
    finding.cells = base.cells;
    finding.where = base.places;
    finding.where.insert(text_first ? finding.where.begin() : finding.where.end(), claim.cell.place);
    out_.push_back(std::move(finding));
    return out_.back();
  }

  // The results that the text lists. One of several words for the same row may be all of it, or all together are.
  void outcomes(const ClaimSubject& subject) {
    std::vector<const OutcomeFigure*> figures;
    std::int64_t sum = 0;
    for (const auto& figure : report_.outcomes) {
      if (belongs(subject, figure) && figure.count.is_number() && figure.count.value.decimals == 0) {
        figures.push_back(&figure);
        sum += figure.count.value.unscaled;
      }
    }
    if (figures.empty()) {
      return;
    }
    const auto bases = evaluate(report_, subject);
    const auto fits = [&](std::int64_t value) {
      return std::any_of(bases.begin(), bases.end(), [&](const BaseValue& base) { return base.may_fit(value); });
    };
    const bool agrees = bases.empty() || fits(sum) ||
                        std::any_of(figures.begin(), figures.end(),
                                    [&](const OutcomeFigure* figure) { return fits(figure->count.value.unscaled); });
    if (agrees) {
      return;
    }
    Claim claim;
    claim.subject = subject.id;
    claim.cell = figures.front()->count;
    claim.cell.value.unscaled = sum;
    claim.firm = figures.size() == 1 && in_a_list(*figures.front());
    auto& finding = add(claim.firm ? "cell" : "cell_loose", subject, claim, bases.front(), {}, {});
    for (std::size_t i = 1; i < figures.size(); ++i) {
      finding.where.push_back(figures[i]->count.place);
    }
  }

  static bool belongs(const ClaimSubject& subject, const OutcomeFigure& figure) {
    const auto among = [](const std::vector<std::string>& all, const std::string& one) {
      return std::find(all.begin(), all.end(), one) != all.end();
    };
    return (!figure.code.empty() && among(subject.outcome_codes, figure.code)) ||
           among(subject.outcome_labels, fold_label(figure.label));
  }

  // Other results of the form stand beside it: the text tells how all requests ended.
  bool in_a_list(const OutcomeFigure& figure) const {
    std::set<std::string> subjects;
    for (const auto& other : report_.outcomes) {
      const auto& a = figure.count.place;
      const auto& b = other.count.place;
      if (!a.line || !b.line || (*a.line > *b.line ? *a.line - *b.line : *b.line - *a.line) > lines_apart) {
        continue;
      }
      for (const auto& subject : rules_.subjects) {
        if (belongs(subject, other)) {
          subjects.insert(subject.id);
        }
      }
    }
    return subjects.size() >= 3;
  }

  // The text itself states the earlier figure: check_wording.cpp.
  bool stated_in_full(const Claim& claim) const {
    return std::any_of(report_.growths.begin(), report_.growths.end(),
                       [&](const Growth& growth) { return growth.rate.place == claim.growth.place; });
  }

  void growth(const ClaimSubject& subject, const Claim& claim) {
    const auto now = evaluate(report_, subject);
    const auto before = evaluate(*previous_, subject);
    const std::int64_t value = claim.cell.value.unscaled;
    const Decimal stated = claim.growth.value;
    const BaseValue* shown = nullptr;
    for (const auto& base : before) {
      if (base.sum <= 0) {
        continue;
      }
      if (!base.exact() || change_in_percent(base.sum, value, stated.decimals) == stated) {
        return;
      }
      const bool same = std::any_of(
          now.begin(), now.end(), [&](const BaseValue& other) { return other.base == base.base && other.fits(value); });
      shown = same || shown == nullptr ? &base : shown;
    }
    if (shown == nullptr) {
      return;
    }
    const std::string left = change_in_percent(shown->sum, value, stated.decimals).to_string();
    const std::string right = stated.to_string();
    auto finding = catalogue_.make("growth", report_.style.value_or(std::string{}),
                                   {{"previous", std::to_string(shown->sum)},
                                    {"current", std::to_string(value)},
                                    {"left", left},
                                    {"right", right}});
    finding.left = left;
    finding.right = right;
    finding.cells = shown->cells;
    finding.where = {claim.growth.place, claim.cell.place};
    out_.push_back(std::move(finding));
  }

  const AnnualReport& report_;
  const AnnualReport* previous_;
  const CheckCatalogue& catalogue_;
  const ClaimRules& rules_;
  std::vector<Finding>& out_;
};

}  // namespace

void check_claims(const AnnualReport& report, const AnnualReport* previous, const CheckCatalogue& catalogue,
                  std::vector<Finding>& out) {
  Claims{report, previous, catalogue, out}.run();
}

}  // namespace gongkai::detail
