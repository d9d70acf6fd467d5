// SPDX-License-Identifier: Apache-2.0
#include <gongkai/catalogue/public_view.hpp>

#include <algorithm>
#include <tuple>

#include "catalogue/public_record.hpp"
#include "detail/html.hpp"
#include "detail/json_reader.hpp"
#include "event/words.hpp"

namespace gongkai {
namespace {

constexpr std::array<detail::Word, 5> validities{
    {{"in_force", "有效"}, {"not_yet", "尚未生效"}, {"expired", "失效"}, {"repealed", "废止"}, {"not_stated", ""}}};

Validity validity_of(const RecordState& record, const RecordData& data, Date day) {
  if (record.repealed_on && *record.repealed_on <= day) {
    return Validity::repealed;
  }
  // A draft holds nothing yet, whatever day it bears.
  if (record.stage == RecordStage::open_for_comment) {
    return Validity::not_yet;
  }
  if (data.in_force_to && *data.in_force_to < day) {
    return Validity::expired;
  }
  if (data.in_force_from && day < *data.in_force_from) {
    return Validity::not_yet;
  }
  return data.in_force_from || data.created_on ? Validity::in_force : Validity::not_stated;
}

PublicRecord shown(const Catalogue& catalogue, const RecordState& record, Date as_of) {
  const auto& data = *record.public_data;
  PublicRecord out;
  out.index_number = record.index_number;
  out.title = data.title;
  out.summary = data.summary;
  out.created_on = data.created_on;
  out.publisher = data.publisher;
  out.document_number = data.document_number;
  out.kind = data.kind;
  out.classes = data.classes;
  out.subject_class = data.subject_class;
  out.genre_class = data.genre_class;
  out.arrangement_class = data.arrangement_class;
  out.keywords = data.keywords;
  out.published_on = record.first_published_on;
  for (const auto& act : record.acts) {
    if (std::find(out.channels.begin(), out.channels.end(), act.channel) == out.channels.end()) {
      out.channels.push_back(act.channel);
    }
  }
  out.validity = validity_of(record, data, as_of);
  if (record.stage == RecordStage::open_for_comment && !record.comments.empty()) {
    out.comments_until = record.comments.back().until;
    if (!out.published_on) {
      out.published_on = record.comments.back().opened_on;
    }
  }
  out.disclosure_scope = data.disclosure_scope;
  out.carrier = data.carrier;
  out.format = data.format;
  out.language = data.language;
  out.url = data.url;
  out.attachments = data.attachments;
  for (const auto& link : record.links) {
    // Which request it came of is the office's own affair, and its applicant's.
    if (link.kind == detail::link_released_on_request) {
      continue;
    }
    if (link.record.empty()) {
      out.links.push_back({link.kind, {}, link.outside});
      continue;
    }
    // A link to what is not public would tell of it.
    const auto* other = catalogue.find(link.record);
    if (other != nullptr && detail::is_public(*other)) {
      out.links.push_back(
          {link.kind, other->index_number.empty() ? other->public_data->title : other->index_number, {}});
    }
  }
  return out;
}

bool fits(const PublicRecord& record, const PublicFilter& filter) {
  const auto holds = [&](const std::string& text) { return text.find(filter.text) != std::string::npos; };
  if ((!filter.scheme.empty() || !filter.code.empty()) &&
      std::none_of(record.classes.begin(), record.classes.end(), [&](const RecordClass& mark) {
        return (filter.scheme.empty() || mark.scheme == filter.scheme) &&
               (filter.code.empty() || mark.code == filter.code);
      })) {
    return false;
  }
  if (!filter.subject_class.empty() && record.subject_class != filter.subject_class &&
      record.subject_class.rfind(filter.subject_class + '\\', 0) != 0) {
    return false;
  }
  if (!filter.kind.empty() && filter.kind != record.kind) {
    return false;
  }
  if (!filter.text.empty() && !holds(record.title) && !holds(record.summary) && !holds(record.document_number) &&
      !holds(record.index_number) && std::none_of(record.keywords.begin(), record.keywords.end(), holds)) {
    return false;
  }
  if ((filter.published_from && (!record.published_on || *record.published_on < *filter.published_from)) ||
      (filter.published_to && (!record.published_on || *record.published_on > *filter.published_to))) {
    return false;
  }
  return !filter.validity || *filter.validity == record.validity;
}

std::string printed(const std::optional<Date>& day) { return day ? day->to_string() : std::string{}; }

constexpr std::array<std::string_view, 9> headings{"索引号", "名称",     "内容概述", "生成日期", "发布机构",
                                                   "文号",   "发布日期", "有效性",   "链接"};

std::array<std::string, 9> cells(const PublicRecord& record) {
  return {record.index_number,
          record.title,
          record.summary,
          printed(record.created_on),
          record.publisher,
          record.document_number,
          printed(record.published_on),
          std::string{label_zh(record.validity)},
          record.url};
}

// What spreadsheets take for a formula, the full-width signs that some of them fold included.
bool begins_a_formula(const std::string& text) {
  static constexpr std::string_view signs[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
  return std::any_of(std::begin(signs), std::end(signs),
                     [&](std::string_view sign) { return text.compare(0, sign.size(), sign) == 0; });
}

std::string csv_cell(std::string text) {
  if (begins_a_formula(text)) {
    text.insert(text.begin(), '\'');
  }
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

std::vector<PublicRecord> public_view(const Catalogue& catalogue, Date as_of, const PublicFilter& filter) {
  std::vector<PublicRecord> out;
  for (const auto& [id, record] : catalogue.records) {
    if (detail::is_public(record)) {
      auto candidate = shown(catalogue, record, as_of);
      if (fits(candidate, filter)) {
        out.push_back(std::move(candidate));
      }
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const PublicRecord& a, const PublicRecord& b) {
    return std::tie(b.published_on, a.index_number, a.title) < std::tie(a.published_on, b.index_number, b.title);
  });
  return out;
}

std::string to_html(const std::vector<PublicRecord>& view) {
  std::string out = "<table>\n<thead><tr>";
  for (const auto heading : headings) {
    out += "<th scope=\"col\">" + std::string{heading} + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& record : view) {
    out += "<tr>";
    const auto values = cells(record);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto text = detail::escape(values[i]);
      // Only what a browser fetches; a stored address may be anything.
      const bool link = i + 1 == values.size() && (text.rfind("https://", 0) == 0 || text.rfind("http://", 0) == 0);
      out += "<td>";
      if (link) {
        out += "<a href=\"";
        out += text;
        out += "\">";
      }
      out += text;
      out += link ? "</a></td>" : "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string to_csv(const std::vector<PublicRecord>& view) {
  std::string out;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    out += (i == 0 ? "" : ",") + std::string{headings[i]};
  }
  out += "\r\n";
  for (const auto& record : view) {
    const auto values = cells(record);
    for (std::size_t i = 0; i < values.size(); ++i) {
      out += (i == 0 ? "" : ",") + csv_cell(values[i]);
    }
    out += "\r\n";
  }
  return out;
}

std::string to_json(const std::vector<PublicRecord>& view) {
  using detail::Json;
  Json::Array out;
  for (const auto& record : view) {
    Json::Object entry;
    const auto put = [&](const char* key, const std::string& value) {
      if (!value.empty()) {
        entry.emplace_back(key, value);
      }
    };
    const auto put_list = [&](const char* key, const std::vector<std::string>& values) {
      if (!values.empty()) {
        entry.emplace_back(key, Json::Array(values.begin(), values.end()));
      }
    };
    put("index_number", record.index_number);
    put("title", record.title);
    put("summary", record.summary);
    put("created_on", printed(record.created_on));
    put("publisher", record.publisher);
    put("document_number", record.document_number);
    put("kind", record.kind);
    Json::Array classes;
    for (const auto& mark : record.classes) {
      classes.emplace_back(Json::Object{{"scheme", mark.scheme}, {"code", mark.code}});
    }
    if (!classes.empty()) {
      entry.emplace_back("classes", std::move(classes));
    }
    put("subject_class", record.subject_class);
    put("genre_class", record.genre_class);
    put("arrangement_class", record.arrangement_class);
    put_list("keywords", record.keywords);
    put("published_on", printed(record.published_on));
    put_list("channels", record.channels);
    if (record.validity != Validity::not_stated) {
      put("validity", std::string{to_string(record.validity)});
    }
    put("comments_until", printed(record.comments_until));
    put("disclosure_scope", record.disclosure_scope);
    put("carrier", record.carrier);
    put("format", record.format);
    put("language", record.language);
    put("url", record.url);
    put_list("attachments", record.attachments);
    Json::Array links;
    for (const auto& link : record.links) {
      Json::Object target{{"kind", link.kind}};
      target.emplace_back(link.record.empty() ? "outside" : "record", link.record.empty() ? link.outside : link.record);
      links.emplace_back(std::move(target));
    }
    if (!links.empty()) {
      entry.emplace_back("links", std::move(links));
    }
    out.emplace_back(std::move(entry));
  }
  return Json{std::move(out)}.dump();
}

std::string_view to_string(Validity validity) noexcept { return detail::word_of(validities, validity).word; }
std::string_view label_zh(Validity validity) noexcept { return detail::word_of(validities, validity).label_zh; }

}  // namespace gongkai
