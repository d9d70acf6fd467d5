// SPDX-License-Identifier: Apache-2.0
#include <gongkai/event/stage_rules.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include "event/procedure_file.hpp"

namespace gongkai {

struct StageRules::Impl {
  struct Use {
    std::string action;
    std::vector<std::string> roles;
    std::vector<detail::DatedCitation> citations;
  };
  std::string graph;
  std::string identity;
  std::vector<std::pair<std::string, std::string>> roles;  // id, label
  std::vector<Use> uses;

  [[nodiscard]] const Use* find(std::string_view action) const noexcept {
    const auto found = std::find_if(uses.begin(), uses.end(), [&](const Use& use) { return use.action == action; });
    return found == uses.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool knows_role(std::string_view role) const {
    return std::any_of(roles.begin(), roles.end(), [&](const auto& entry) { return entry.first == role; });
  }
};

StageRules::StageRules(std::shared_ptr<const Impl> impl) : impl_{std::move(impl)} {}

StageRules StageRules::builtin(std::string_view country, std::string_view graph) {
  const std::string path = "stages/" + std::string{graph} + ".json";
  return parse(detail::procedure_bytes(country, path), detail::country_folder(country) + "/" + path);
}

StageRules StageRules::parse(std::string_view bytes, const std::string& file) {
  return detail::read_procedure(bytes, file, [&](const detail::JsonCursor& root) {
    root.object({"schema", "graph", "roles", "actions"});
    (void)root.at("schema").integer(1, 1);
    auto impl = std::make_shared<Impl>();
    impl->graph = root.at("graph").string();
    impl->identity = detail::content_identity(bytes);
    for (const auto& entry : root.at("roles").elements()) {
      entry.object({"role", "zh"});
      if (impl->knows_role(entry.at("role").string())) {
        detail::refuse_procedure(entry.at("role"), "this role stands twice");
      }
      impl->roles.emplace_back(entry.at("role").string(), entry.at("zh").string());
    }
    for (const auto& entry : root.at("actions").elements()) {
      entry.object({"action", "roles", "citations"});
      Impl::Use use{entry.at("action").string(), {}, detail::read_citations(entry.at("citations"))};
      if (impl->find(use.action) != nullptr) {
        detail::refuse_procedure(entry.at("action"), "this action stands twice");
      }
      for (const auto& role : entry.at("roles").elements()) {
        if (!impl->knows_role(role.string())) {
          detail::refuse_procedure(role, "the role \"" + role.string() + "\" is not in the list of roles");
        }
        use.roles.push_back(role.string());
      }
      impl->uses.push_back(std::move(use));
    }
    return StageRules{std::move(impl)};
  });
}

const std::string& StageRules::graph() const noexcept { return impl_->graph; }
const std::string& StageRules::identity() const noexcept { return impl_->identity; }
bool StageRules::uses(std::string_view action) const noexcept { return impl_->find(action) != nullptr; }

const std::vector<std::string>& StageRules::roles(std::string_view action) const {
  static const std::vector<std::string> none;
  const auto* use = impl_->find(action);
  return use == nullptr ? none : use->roles;
}

std::optional<Citation> StageRules::article(std::string_view action, Date day) const {
  const auto* use = impl_->find(action);
  return use == nullptr ? std::nullopt : detail::citation_on(use->citations, day);
}

std::string StageRules::role_label_zh(std::string_view role) const {
  for (const auto& [id, label] : impl_->roles) {
    if (id == role) {
      return label;
    }
  }
  return std::string{role};
}

std::vector<std::string> StageRules::role_names() const {
  std::vector<std::string> out;
  for (const auto& role : impl_->roles) {
    out.push_back(role.first);
  }
  return out;
}

std::string StageRules::to_markdown(const StageGraph& graph) const {
  std::string out = "| action | who | rests on |\n|---|---|---|\n";
  for (const auto& action : graph.actions()) {
    const auto* use = impl_->find(action.name);
    if (use == nullptr) {
      continue;
    }
    std::string roles;
    for (const auto& role : use->roles) {
      roles += (roles.empty() ? "" : ", ") + role + " " + role_label_zh(role);
    }
    std::string citations;
    for (const auto& entry : use->citations) {
      citations +=
          (citations.empty() ? "" : "<br>") + entry.citation.to_string() + " (from " + entry.from.to_string() + ")";
    }
    out += "| " + use->action + " | " + (roles.empty() ? "no role prescribed" : roles) + " | " +
           (citations.empty() ? "practice" : citations) + " |\n";
  }
  return out;
}

}  // namespace gongkai
