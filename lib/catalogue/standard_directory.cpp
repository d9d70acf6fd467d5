// SPDX-License-Identifier: Apache-2.0
#include <gongkai/catalogue/standard_directory.hpp>

#include <algorithm>
#include <map>

#include "catalogue/public_record.hpp"
#include "event/procedure_file.hpp"

namespace gongkai {
namespace {

DisclosureMatter read_matter(const detail::JsonCursor& entry) {
  entry.object({"id", "content", "basis", "mode"},
               {"first_level", "second_level", "time", "working_days", "publisher", "channels", "audience", "level"});
  const auto text = [&](std::string_view key) {
    const auto found = entry.find(key);
    return found ? found->string() : std::string{};
  };
  DisclosureMatter out;
  out.id = entry.at("id").string();
  out.first_level = text("first_level");
  out.second_level = text("second_level");
  out.content = entry.at("content").string();
  out.basis = entry.at("basis").string();
  out.time = text("time");
  if (const auto days = entry.find("working_days")) {
    out.working_days = static_cast<std::int32_t>(days->integer(0, 365));
  }
  out.publisher = text("publisher");
  if (const auto channels = entry.find("channels")) {
    out.channels = channels->strings();
  }
  out.audience = text("audience");
  out.mode = entry.at("mode").string();
  // Another word would be neither published nor missed.
  if (out.mode != detail::mode_proactive && out.mode != detail::mode_on_request && out.mode != detail::mode_withheld) {
    detail::refuse_procedure(entry.at("mode"), "a mode is \"proactive\", \"on_request\" or \"withheld\"");
  }
  out.level = text("level");
  if (out.id.empty() || out.content.empty() || out.basis.empty()) {
    detail::refuse_procedure(entry, "a matter has an id, a content and a basis");
  }
  return out;
}

}  // namespace

StandardDirectory StandardDirectory::builtin(std::string_view country, std::string_view id) {
  const std::string path = "standard-directories/" + std::string{id} + ".json";
  return parse(detail::procedure_bytes(country, path), detail::country_folder(country) + "/" + path);
}

StandardDirectory StandardDirectory::parse(std::string_view bytes, const std::string& file) {
  return detail::read_procedure(bytes, file, [](const detail::JsonCursor& root) {
    root.object({"schema", "id", "title", "source", "matters"});
    (void)root.at("schema").integer(1, 1);
    StandardDirectory out;
    out.id = root.at("id").string();
    out.title = root.at("title").string();
    out.source = root.at("source").string();
    for (const auto& entry : root.at("matters").elements()) {
      out.matters.push_back(read_matter(entry));
      const auto twice = std::count_if(out.matters.begin(), out.matters.end(), [&](const DisclosureMatter& matter) {
        return matter.id == out.matters.back().id;
      });
      if (twice > 1) {
        detail::refuse_procedure(entry.at("id"), "this id stands twice");
      }
    }
    return out;
  });
}

RecordData draft_for(const DisclosureMatter& matter) {
  RecordData out;
  out.publisher = matter.publisher;
  out.disclosure_deadline = matter.time;
  out.disclosure_scope = matter.audience;
  out.limit_working_days = matter.working_days;
  out.matters = {matter.id};
  return out;
}

std::vector<MatterCoverage> coverage(const StandardDirectory& directory, const Catalogue& catalogue, Date as_of) {
  std::map<std::string, std::vector<std::string>> served;
  for (const auto& [id, record] : catalogue.records) {
    if (detail::is_public(record) && record.in_force(as_of).value_or(true)) {
      for (const auto& matter : record.public_data->matters) {
        served[matter].push_back(id);
      }
    }
  }
  std::vector<MatterCoverage> out;
  for (const auto& matter : directory.matters) {
    out.push_back({matter.id, served[matter.id]});
  }
  return out;
}

std::vector<DisclosureMatter> uncovered(const StandardDirectory& directory, const Catalogue& catalogue, Date as_of) {
  std::vector<DisclosureMatter> out;
  const auto covered = coverage(directory, catalogue, as_of);
  for (std::size_t i = 0; i < directory.matters.size(); ++i) {
    if (directory.matters[i].mode == detail::mode_proactive && covered[i].records.empty()) {
      out.push_back(directory.matters[i]);
    }
  }
  return out;
}

}  // namespace gongkai
