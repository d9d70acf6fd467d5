// SPDX-License-Identifier: Apache-2.0
#include <gongkai/letter/check.hpp>
#include <gongkai/rules/builtin.hpp>
#include <gongkai/text/normalise.hpp>

#include <algorithm>
#include <array>

#include "event/finding_texts.hpp"
#include "letter/letter_scan.hpp"
#include "request/words.hpp"
#include "text/utf32.hpp"

namespace gongkai {
namespace {

using detail::Basis;
using detail::BasisArticle;
using detail::LetterWords;

// Without blanks and punctuation: "附件2, 第3列" is 附件2第3列.
std::string bare(std::string_view text) {
  const auto folded = normalise(std::string{text}).folded();
  std::string out;
  for (const char32_t c : folded) {
    if (std::u32string_view{U" \n,、;:。·"}.find(c) == detail::nowhere) {
      detail::append_utf8(out, c);
    }
  }
  return out;
}
bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string to_text(std::int32_t article, std::optional<std::int32_t> part, Language language) {
  const auto number = std::to_string(article);
  const auto suffix = part ? '(' + std::to_string(*part) + ')' : std::string{};
  return language == Language::zh ? "第" + number + "条" + suffix : "art. " + number + suffix;
}
std::string joined(const std::vector<std::string>& parts, std::string_view none) {
  std::string out;
  for (const auto& part : parts) {
    out += (out.empty() ? "" : ", ") + part;
  }
  return out.empty() ? std::string{none} : out;
}
std::string yuan(const Money& money) {
  const auto cents = money.minor() % 100;
  return std::to_string(money.minor() / 100) + (cents < 10 ? ".0" : ".") + std::to_string(cents) + "元";
}

class Check {
 public:
  Check(const ReplyLetter& letter, const RequestState& request, const RequestRules& rules, const LetterRules& letters,
        const ReplyingBody& body)
      : letter_{letter},
        request_{request},
        rules_{rules},
        rulebook_{rules.clock.rulebook()},
        words_{letters.words()},
        body_{body},
        text_{bare(letter.text)} {
    const auto known = letters.body_kinds();
    if (!body.kind.empty() && std::find(known.begin(), known.end(), body.kind) == known.end()) {
      throw NotFoundError{ErrorCode::unknown_name, body.kind,
                          "no rule says who reconsiders for a body of the kind \"" + body.kind + "\""};
    }
    if (!request.decisions.empty()) {
      decision_ = &request.decisions.back();
    }
    day_ = letter.dated ? letter.dated : decision_ != nullptr ? std::optional{decision_->decided_on} : request.last_day;
  }

  std::vector<Finding> run() {
    if (!day_) {
      return {};  // neither the letter nor the request has a day: no law can be chosen
    }
    head();
    days();
    fee();
    if (decision_ == nullptr) {
      report("letter.undecided", {});
    } else if (const auto* outcome = rulebook_.taxonomy("outcome").find(decision_->outcome)) {
      outcome_ = outcome;
      decided();
      articles();
      parts();
      remedies();
    }
    std::sort(out_.begin(), out_.end());
    return std::move(out_);
  }

 private:
  Finding& report(std::string_view id, std::string left, std::string right, detail::FindingValues more = {}) {
    more.emplace_back("subject", request_.id);
    more.emplace_back("left", left);
    more.emplace_back("right", right);
    out_.push_back(detail::FindingTexts::builtin().make(id, *day_, request_.id, more));
    out_.back().left = std::move(left);
    out_.back().right = std::move(right);
    return out_.back();
  }
  Finding& report(std::string_view id, detail::FindingValues values) {
    values.emplace_back("subject", request_.id);
    out_.push_back(detail::FindingTexts::builtin().make(id, *day_, request_.id, values));
    return out_.back();
  }
  void missing(std::string_view element) {
    if (*day_ < words_.elements_from) {
      return;
    }
    for (const auto& [name, zh] : words_.elements) {
      if (name == element) {
        std::string plain{element};
        std::replace(plain.begin(), plain.end(), '_', ' ');
        report("letter.element", {{"element", "its " + plain}, {"element_zh", zh}});
      }
    }
  }

  void head() {
    if (letter_.title.empty()) {
      missing("title");
    }
    if (letter_.document_number.empty()) {
      missing("document_number");
    } else if (decision_ != nullptr && holds(decision_->document, "号") &&
               bare(decision_->document) != bare(letter_.document_number)) {
      report("letter.number", decision_->document, letter_.document_number);
    }
    if (letter_.addressee.empty()) {
      missing("addressee");
    } else if (!request_.applicant.name.empty() &&
               !holds(normalised_name(letter_.addressee), normalised_name(request_.applicant.name))) {
      report("letter.applicant", request_.applicant.name, letter_.addressee);
    }
    if (!letter_.tells_request) {
      missing("request");
    }
    if (letter_.signature.empty()) {
      missing("signature");
    } else if (!body_.name.empty() && !holds(bare(letter_.signature), bare(body_.name)) &&
               !holds(bare(body_.name), bare(letter_.signature))) {
      report("letter.signature", body_.name, letter_.signature);
    }
  }

  void days() {
    if (!letter_.dated) {
      missing("date");
      return;
    }
    const auto dated = letter_.dated->to_string();
    if (decision_ != nullptr && decision_->decided_on != *letter_.dated) {
      report("letter.date", decision_->decided_on.to_string(), dated);
    }
    // Where the due day is only known within bounds, a letter after the last of them is late for certain.
    const auto due = rules_.clock.due(DeadlineKind::reply, request_.history).latest;
    if (due && *due < *letter_.dated) {
      report("letter.late", due->to_string(), dated);
    }
  }

  void fee() {
    if (!letter_.fee) {
      return;
    }
    const bool owed = request_.fee && request_.fee->waived.empty();
    const auto expected = Money::from_minor(owed ? request_.fee->amount_fen : 0, Currency::cny());
    if (expected != *letter_.fee) {
      report("letter.fee", yuan(expected), yuan(*letter_.fee));
    }
  }

  // What the words of the letter decide.
  void decided() {
    if (letter_.decisions.empty()) {
      missing("decision");
      return;
    }
    const auto has = [&](std::string_view group) {
      return std::find(letter_.decisions.begin(), letter_.decisions.end(), group) != letter_.decisions.end();
    };
    const auto group = outcome_->group ? outcome_->group->token() : std::string_view{};
    const bool in_part =
        outcome_->code == cn::outcome::partially_granted && (has("granted") && (has("denied") || has("unable")));
    if (group.empty() || has(group) || in_part || outcome_->code == cn::outcome::other_misc) {
      return;
    }
    std::vector<std::string> said;
    const auto groups = rulebook_.taxonomy("outcome_group");
    for (const auto& name : letter_.decisions) {
      const auto* member = groups.find(name);
      said.push_back(member != nullptr ? member->label.zh : name);
    }
    report("letter.decision", outcome_->label.zh, joined(said, "—"));
  }

  [[nodiscard]] bool of_regulations(const CitedArticle& cited) const {
    if (cited.instrument.empty()) {
      return true;  // no title stands before it: it may well be theirs
    }
    const auto title = normalise(cited.instrument).folded();
    return title.find(words_.regulations.front()) != detail::nowhere ||
           std::find(words_.regulations.begin(), words_.regulations.end(), title) != words_.regulations.end();
  }
  // The regulations of the day on which the clock starts.
  [[nodiscard]] Date regime() const {
    return rules_.clock.due(DeadlineKind::reply, request_.history).start.value_or(*day_);
  }

  enum class Fit { none, article, part };
  [[nodiscard]] Fit fit(const Basis& basis) const {
    auto best = Fit::none;
    for (const auto& cited : letter_.articles) {
      if (detail::has_any(normalise(cited.instrument).folded(), basis.instruments)) {
        return Fit::part;
      }
      if (!of_regulations(cited)) {
        continue;
      }
      for (const auto& article : basis.articles) {
        if (article.article != cited.article) {
          continue;
        }
        if (!article.part || article.part == cited.part()) {
          return Fit::part;
        }
        best = cited.part() ? best : Fit::article;
      }
    }
    return best;
  }

  struct Sides {
    std::string left, left_zh, right, right_zh;
  };
  [[nodiscard]] Sides sides(const Basis& basis) const {
    std::vector<std::string> left, left_zh, right, right_zh;
    for (const auto& article : basis.articles) {
      left.push_back(to_text(article.article, article.part, Language::en));
      left_zh.push_back(to_text(article.article, article.part, Language::zh));
    }
    for (const auto& cited : letter_.articles) {
      if (of_regulations(cited)) {
        right.push_back(to_text(cited.article, cited.part(), Language::en));
        right_zh.push_back(to_text(cited.article, cited.part(), Language::zh));
      }
    }
    return {joined(left, "—"), joined(left_zh, "—"), joined(right, "none"), joined(right_zh, "无")};
  }
  void at_articles(Finding& finding, const Basis& basis) const {
    finding.citation = basis.citation.to_string();
    for (const auto& cited : letter_.articles) {
      if (of_regulations(cited)) {
        finding.where.push_back(cited.where);
      }
    }
  }

  void articles() {
    const auto* basis = detail::basis_on(words_.outcomes, decision_->outcome, regime());
    if (basis == nullptr) {  // the sources name no article
      if (letter_.articles.empty()) {
        missing("article");
      }
      return;
    }
    const auto found = fit(*basis);
    if (found == Fit::part) {
      return;
    }
    const auto say = sides(*basis);
    auto& finding = report(found == Fit::article ? "letter.part" : "letter.article", say.left, say.right,
                           {{"left_zh", say.left_zh},
                            {"right_zh", say.right_zh},
                            {"outcome", outcome_->label.en},
                            {"outcome_zh", outcome_->label.zh}});
    at_articles(finding, *basis);
  }

  void parts() {
    if (outcome_->code != cn::outcome::partially_granted) {
      return;
    }
    const auto law = regime();
    if (decision_->withheld.empty()) {
      const bool any = !letter_.withheld.empty() ||
                       std::any_of(words_.grounds.begin(), words_.grounds.end(), [&](const Basis& basis) {
                         return detail::basis_on(words_.grounds, basis.of, law) == &basis && fit(basis) != Fit::none;
                       });
      if (!any) {
        report("letter.no_parts", {});
      }
    }
    for (const auto& part : decision_->withheld) {
      const bool stated = std::any_of(letter_.withheld.begin(), letter_.withheld.end(),
                                      [&](const WithheldPart& other) { return bare(other.part) == bare(part.part); });
      if (!stated && !holds(text_, bare(part.part))) {
        report("letter.withheld", {{"part", part.part}});
      }
      const auto* basis = detail::basis_on(words_.grounds, part.ground, law);
      if (basis == nullptr || fit(*basis) != Fit::none) {
        continue;
      }
      const auto say = sides(*basis);
      const auto* ground = rulebook_.taxonomy("ground").find(part.ground);
      auto& finding = report("letter.ground", say.left, say.right,
                             {{"left_zh", say.left_zh},
                              {"right_zh", say.right_zh},
                              {"part", part.part},
                              {"ground", ground != nullptr ? ground->label.en : part.ground},
                              {"ground_zh", ground != nullptr ? ground->label.zh : part.ground}});
      at_articles(finding, *basis);
    }
  }

  // Reconsideration comes first against this outcome; of a partial disclosure, against what is withheld.
  [[nodiscard]] bool mandatory() const {
    const auto rule = rulebook_.at("mandatory_reconsideration", *day_);
    if (!rule.in_force() || !rule.holds(outcome_->code)) {
      return false;
    }
    if (outcome_->code != cn::outcome::partially_granted || decision_->withheld.empty()) {
      return true;
    }
    return std::any_of(decision_->withheld.begin(), decision_->withheld.end(), [&](const WithheldPart& part) {
      const auto* ground = rulebook_.taxonomy("ground").find(part.ground);
      return ground == nullptr || !ground->group || rule.holds(*ground->group);
    });
  }

  void remedies() {
    const bool first = mandatory();
    const ToldRemedy* reconsideration = nullptr;
    const ToldRemedy* lawsuit = nullptr;
    for (const auto& told : letter_.remedies) {
      reconsideration = told.kind == cn::remedy::reconsideration.token() ? &told : reconsideration;
      lawsuit = told.kind == cn::remedy::litigation_direct.token() ? &told : lawsuit;
      limit(told);
    }
    const detail::FindingValues names{{"outcome", outcome_->label.en}, {"outcome_zh", outcome_->label.zh}};
    if (first && reconsideration == nullptr) {
      report("letter.reconsideration", names);
    } else if (first && lawsuit == nullptr && !letter_.reconsideration_first) {
      report("letter.first", names).where.push_back(reconsideration->where);
    } else if (letter_.remedies.empty()) {
      missing("remedy");
    }
    if (lawsuit != nullptr) {
      if (first) {
        report("letter.direct", names).where.push_back(lawsuit->where);
      } else if (not_actionable()) {
        report("letter.not_actionable", names).where.push_back(lawsuit->where);
      }
    }
    for (const auto& told : letter_.remedies) {
      if (told.body.empty() && told.kind != cn::remedy::litigation_after_reconsideration.token() &&
          *day_ >= words_.elements_from) {
        const auto& label = rulebook_.taxonomy("remedy").at(told.kind).label;
        report("letter.no_body", {{"remedy", label.en}, {"remedy_zh", label.zh}}).where.push_back(told.where);
      } else if (told.kind == cn::remedy::reconsideration.token()) {
        body(told);
      }
    }
    const bool by_net = std::find(words_.online_services.begin(), words_.online_services.end(), decision_->service) !=
                        words_.online_services.end();
    if (reconsideration != nullptr && by_net && *day_ >= words_.online_from && !letter_.online_channel) {
      report("letter.online", {}).where.push_back(reconsideration->where);
    }
  }

  void limit(const ToldRemedy& told) {
    const auto rule = rulebook_.at(told.kind, *day_);
    if (!rule.in_force()) {
      return;
    }
    const auto& label = rulebook_.taxonomy("remedy").at(told.kind).label;
    const auto due = rule.time_limit();
    const detail::FindingValues names{{"remedy", label.en}, {"remedy_zh", label.zh}};
    auto values = names;
    const auto left_zh = to_string(due, Language::zh);
    const auto right_zh = told.limit ? to_string(*told.limit, Language::zh) : std::string{};
    values.emplace_back("left_zh", left_zh);
    values.emplace_back("right_zh", right_zh);
    if (told.limit && *told.limit != due) {
      auto& finding = report("letter.limit", to_string(due), to_string(*told.limit), values);
      finding.citation = rule.entry().citations.front().to_string();
      finding.where.push_back(told.where);
    } else if (!told.limit && *day_ >= words_.elements_from &&
               told.kind != cn::remedy::litigation_after_reconsideration.token()) {
      // The period after a reconsideration is for its decision to tell.
      report("letter.no_limit", to_string(due), "", values).where.push_back(told.where);
    }
  }

  // Each of the bodies that the letter names must be one of those that the law names.
  void body(const ToldRemedy& told) {
    std::vector<std::string> allowed;
    for (const auto& entry : words_.bodies) {
      if (entry.kind == body_.kind && entry.from <= *day_) {
        for (const auto& which : entry.bodies) {
          allowed.push_back(which == "government" ? body_.government : body_.superior);
        }
      }
    }
    allowed.erase(std::remove(allowed.begin(), allowed.end(), std::string{}), allowed.end());
    if (allowed.empty()) {
      return;
    }
    auto rest = normalise(told.body).folded();
    while (!rest.empty()) {
      const auto cut = rest.find_first_of(U"或、");
      const auto one = bare(detail::to_utf8(std::u32string_view{rest}.substr(0, cut)));
      rest = cut == detail::nowhere ? std::u32string{} : rest.substr(cut + 1);
      if (!rest.empty() && rest.front() == U'者') {
        rest.erase(0, 1);
      }
      const bool fits = std::any_of(allowed.begin(), allowed.end(), [&](const std::string& name) {
        const auto full = bare(name);
        const bool tail = one.size() <= full.size() && full.compare(full.size() - one.size(), one.size(), one) == 0;
        return holds(one, full) || (tail && one != "人民政府");
      });
      if (!one.empty() && !fits) {
        report("letter.body", joined(allowed, "—"), told.body).where.push_back(told.where);
        return;
      }
    }
  }

  [[nodiscard]] bool not_actionable() const {
    const auto rule = rulebook_.at("not_actionable", *day_);
    if (!rule.in_force()) {
      return false;
    }
    return std::any_of(words_.acts.begin(), words_.acts.end(), [&](const auto& act) {
      return act.first == decision_->outcome && rule.holds(rulebook_.code("agency_act", act.second));
    });
  }

  const ReplyLetter& letter_;
  const RequestState& request_;
  const RequestRules& rules_;
  const Rulebook& rulebook_;
  const LetterWords& words_;
  const ReplyingBody& body_;
  const RequestDecision* decision_ = nullptr;
  const TaxonomyMember* outcome_ = nullptr;
  std::optional<Date> day_;
  std::string text_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> check_letter(const ReplyLetter& letter, const RequestState& request, const RequestRules& rules,
                                  const LetterRules& letter_rules, const ReplyingBody& body) {
  return Check{letter, request, rules, letter_rules, body}.run();
}

}  // namespace gongkai
