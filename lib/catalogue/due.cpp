// SPDX-License-Identifier: Apache-2.0
// What is due, and what is wrong between records.
#include <algorithm>
#include <gongkai/catalogue/public_view.hpp>
#include <gongkai/catalogue/transitions.hpp>
#include <unordered_map>

#include "catalogue/circle.hpp"
#include "catalogue/public_record.hpp"
#include "catalogue/words.hpp"
#include "event/finding_texts.hpp"

namespace gongkai {
namespace {

bool oldest_first(const DueRecord& a, const DueRecord& b) {
  return a.due != b.due ? a.due < b.due : a.record < b.record;
}

// It is to be published and has not gone out as it stands.
bool waits(const RecordState& record) {
  return (record.stage == RecordStage::to_publish || record.stage == RecordStage::published) &&
         !record.published_since_formed && !record.repealed_on;
}

// The brackets of document numbers as people type them, as GB/T 9704 has them.
std::string with_official_brackets(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> pairs[] = {
      {"[", "〔"}, {"]", "〕"}, {"﹝", "〔"}, {"﹞", "〕"}, {"［", "〔"}, {"］", "〕"}, {"【", "〔"}, {"】", "〕"}};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    bool replaced = false;
    for (const auto& [from, to] : pairs) {
      if (text.compare(i, from.size(), from) == 0) {
        out += to;
        i += from.size();
        replaced = true;
        break;
      }
    }
    if (!replaced) {
      out += text[i++];
    }
  }
  return out;
}

// Titles within 《》 and every text that ends in 号, of at most as many bytes as a document number has.
std::vector<std::string> quotations(const std::string& text) {
  static constexpr std::string_view open = "《";
  static constexpr std::string_view close = "》";
  static constexpr std::string_view number_end = "号";
  static constexpr std::size_t longest_number = 90;
  std::vector<std::string> out;
  for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at + 1)) {
    const auto end = text.find(close, at);
    if (end != std::string::npos) {
      out.push_back(text.substr(at + open.size(), end - at - open.size()));
    }
  }
  for (auto at = text.find(number_end); at != std::string::npos; at = text.find(number_end, at + 1)) {
    const auto end = at + number_end.size();
    for (std::size_t begin = at > longest_number ? at - longest_number : 0; begin < at; ++begin) {
      if ((static_cast<unsigned char>(text[begin]) & 0xC0U) != 0x80U) {
        out.push_back(text.substr(begin, end - begin));
      }
    }
  }
  return out;
}

class Checks {
 public:
  Checks(const Catalogue& catalogue, Date as_of, const CatalogueRules& rules)
      : catalogue_{catalogue}, as_of_{as_of}, rules_{rules} {}

  std::vector<Finding> run() {
    for (const auto& late : overdue(catalogue_, as_of_, rules_)) {
      add("catalogue.overdue", late.record, {{"due", late.due.to_string()}, {"day", as_of_.to_string()}});
    }
    untold();
    for (const auto& due : cleanup_due(catalogue_, as_of_)) {
      add("catalogue.cleanup", due.record, {{"due", due.due.to_string()}});
    }
    quotes();
    standing();
    interpretations();
    std::sort(out_.begin(), out_.end());
    return std::move(out_);
  }

 private:
  void add(std::string_view id, const std::string& record, detail::FindingValues values) {
    values.emplace_back("subject", record);
    out_.push_back(detail::FindingTexts::builtin().make(id, as_of_, record, values));
  }

  // Whether a record is overdue cannot be told where the calendar ends; that is no "no".
  void untold() {
    for (const auto& [id, record] : catalogue_.records) {
      if (!waits(record)) {
        continue;
      }
      const auto due = publication_due(record, rules_);
      const auto* gap = due ? due->due.gap() : nullptr;
      if (gap != nullptr && gap->first_unknown_day <= as_of_) {
        add("catalogue.calendar", id, {{"day", as_of_.to_string()}, {"notice", gap->missing_notice}});
      }
    }
  }

  // A non-public document may not be quoted by title or number in a public one.
  void quotes() {
    std::unordered_map<std::string, std::string> hidden;
    for (const auto& [id, record] : catalogue_.records) {
      if (record.stage == RecordStage::held) {
        for (const auto& name : {record.data.title, record.data.document_number}) {
          if (!name.empty()) {
            hidden.emplace(with_official_brackets(name), id);
          }
        }
      }
    }
    for (const auto& [id, record] : catalogue_.records) {
      if (!detail::is_public(record)) {
        continue;
      }
      std::vector<std::string> named;
      for (const auto& link : record.links) {
        const auto* other = catalogue_.find(link.record);
        if (link.kind == detail::link_quotes && other != nullptr && other->stage == RecordStage::held) {
          named.push_back(other->id);
        }
      }
      for (const auto& text : shown_texts(record)) {
        for (const auto& quotation : quotations(text)) {
          const auto found = hidden.find(quotation);
          if (found != hidden.end()) {
            named.push_back(found->second);
          }
        }
      }
      std::sort(named.begin(), named.end());
      named.erase(std::unique(named.begin(), named.end()), named.end());
      for (const auto& other : named) {
        add("catalogue.quotes", id, {{"other", other}});
      }
    }
  }

  // What the public reads of a record. A keyword, an attachment or a link to something outside is a title itself.
  static std::vector<std::string> shown_texts(const RecordState& record) {
    const auto& data = *record.public_data;
    std::vector<std::string> out{data.title, data.summary};
    const auto add_whole = [&](const std::string& text) { out.push_back("《" + text + "》" + text); };
    std::for_each(data.keywords.begin(), data.keywords.end(), add_whole);
    std::for_each(data.attachments.begin(), data.attachments.end(), add_whole);
    for (const auto& link : record.links) {
      if (link.record.empty()) {
        add_whole(link.outside);
      }
    }
    for (auto& text : out) {
      text = with_official_brackets(text);
    }
    return out;
  }

  // A record that is public and by now classified; a link to nothing; circles; two versions that hold at once.
  void standing() {
    for (const auto& [id, record] : catalogue_.records) {
      const bool out = record.stage == RecordStage::published || record.stage == RecordStage::repealed ||
                       record.stage == RecordStage::open_for_comment;
      if (out && record.public_data && detail::is_classified(record.public_data->secrecy_state)) {
        add("catalogue.classified", id, {{"level", record.public_data->secrecy_state}, {"day", as_of_.to_string()}});
      }
      for (const auto& link : record.links) {
        const auto* other = catalogue_.find(link.record);
        if (other == nullptr) {
          if (!link.record.empty()) {
            add("catalogue.link_to_nothing", id, {{"other", link.record}, {"kind", link.kind}});
          }
          continue;
        }
        if (detail::closes_a_circle(catalogue_, id, link)) {
          add("catalogue.circle", id, {{"other", link.record}, {"kind", link.kind}});
        } else if (link.kind == detail::link_replaces && detail::is_public(record) &&
                   record.in_force(as_of_).value_or(false) && other->stage == RecordStage::published &&
                   other->in_force(as_of_).value_or(false)) {
          add("catalogue.replaced", link.record, {{"other", id}, {"day", as_of_.to_string()}});
        }
      }
    }
  }

  void interpretations() {
    std::vector<std::string> interpreted;
    for (const auto& [id, record] : catalogue_.records) {
      for (const auto& link : record.links) {
        if (link.kind == detail::link_interprets && detail::is_public(record)) {
          interpreted.push_back(link.record);
        }
      }
    }
    for (const auto& [id, record] : catalogue_.records) {
      if (record.stage == RecordStage::published && record.data.kind == detail::kind_normative_document &&
          record.in_force(as_of_).value_or(true) &&
          std::find(interpreted.begin(), interpreted.end(), id) == interpreted.end()) {
        add("catalogue.interpretation", id, {});
      }
    }
  }

  const Catalogue& catalogue_;
  Date as_of_;
  const CatalogueRules& rules_;
  std::vector<Finding> out_;
};

}  // namespace

std::optional<PublicationDue> publication_due(const RecordState& record, const CatalogueRules& rules) {
  if (record.mode != detail::mode_proactive || !record.formed_on) {
    return std::nullopt;
  }
  const auto rule = rules.rulebook.at("proactive_disclosure", *record.formed_on);
  if (!rule.in_force()) {
    return std::nullopt;
  }
  auto limit = rule.working_days();
  if (record.data.limit_working_days) {
    limit = std::min(limit, WorkingDays{*record.data.limit_working_days});
  }
  return PublicationDue{*record.formed_on, limit, rules.calendar.try_add(*record.formed_on, limit),
                        rule.entry().citations.front(), record.published_since_formed};
}

std::vector<DueRecord> overdue(const Catalogue& catalogue, Date as_of, const CatalogueRules& rules) {
  std::vector<DueRecord> out;
  for (const auto& [id, record] : catalogue.records) {
    if (!waits(record)) {
      continue;
    }
    const auto due = publication_due(record, rules);
    if (due && due->due.day() && *due->due.day() < as_of) {
      out.push_back({id, *due->due.day()});
    }
  }
  std::sort(out.begin(), out.end(), oldest_first);
  return out;
}

std::vector<DueRecord> cleanup_due(const Catalogue& catalogue, Date as_of) {
  std::vector<DueRecord> out;
  for (const auto& [id, record] : catalogue.records) {
    if (record.stage == RecordStage::held && record.decide_again_on && *record.decide_again_on <= as_of) {
      out.push_back({id, *record.decide_again_on});
    }
  }
  std::sort(out.begin(), out.end(), oldest_first);
  return out;
}

std::vector<Finding> check(const Catalogue& catalogue, Date as_of, const CatalogueRules& rules) {
  return Checks{catalogue, as_of, rules}.run();
}

std::vector<const RecordState*> office_rules(const Catalogue& catalogue, Date day) {
  std::vector<const RecordState*> out;
  for (const auto& entry : catalogue.records) {
    if (entry.second.data.kind == detail::kind_office_rule && entry.second.in_force(day).value_or(false)) {
      out.push_back(&entry.second);
    }
  }
  return out;
}

}  // namespace gongkai
