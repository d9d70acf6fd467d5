// SPDX-License-Identifier: Apache-2.0
#include <gongkai/agency/agency.hpp>

#include <algorithm>
#include <array>
#include <gongkai/error.hpp>

#include "agency/agency_data.hpp"

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 7> kinds{"town",     "department", "county",  "prefecture",
                                                "province", "ministry",   "vertical"};
constexpr std::array<std::string_view, 5> levels{"town", "county", "prefecture", "province", "national"};

}  // namespace

bool AgencyPeriod::contains(Date day) const noexcept { return (!from || *from <= day) && (!to || day <= *to); }

Agency::Agency(std::string id, std::vector<AgencyPeriod> periods, std::vector<std::string> predecessors)
    : id_{std::move(id)}, periods_{std::move(periods)}, predecessors_{std::move(predecessors)} {}

const AgencyPeriod* Agency::on(Date day) const noexcept {
  const auto found =
      std::find_if(periods_.begin(), periods_.end(), [&](const AgencyPeriod& period) { return period.contains(day); });
  return found == periods_.end() ? nullptr : &*found;
}

std::optional<std::string> Agency::name(Date day) const {
  const auto* period = on(day);
  return period == nullptr ? std::nullopt : std::optional{period->name};
}

const std::vector<Agency>& AgencyTree::agencies() const noexcept { return data_->agencies; }

const Agency& AgencyTree::at(std::string_view id) const {
  const auto found = data_->by_id.find(std::string{id});
  if (found == data_->by_id.end()) {
    throw NotFoundError{ErrorCode::unknown_name, std::string{id},
                        "there is no body with the id \"" + std::string{id} + "\""};
  }
  return data_->agencies[found->second];
}

const Agency* AgencyTree::find(std::string_view name, Date day) const noexcept {
  const Agency* out = nullptr;
  const auto [first, last] = data_->by_name.equal_range(name);
  for (auto entry = first; entry != last; ++entry) {
    const auto& agency = data_->agencies[entry->second];
    const auto* period = agency.on(day);
    if (period == nullptr || period->name != name || out == &agency) {
      continue;
    }
    if (out != nullptr) {
      return nullptr;
    }
    out = &agency;
  }
  return out;
}

std::vector<std::string> AgencyTree::children(std::string_view id, Date day) const {
  (void)at(id);
  std::vector<std::string> out;
  const auto [first, last] = data_->by_parent.equal_range(id);
  std::vector<std::size_t> found;
  for (auto entry = first; entry != last; ++entry) {
    const auto* period = data_->agencies[entry->second].on(day);
    if (period != nullptr && period->parent == id) {
      found.push_back(entry->second);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const auto index : found) {
    out.push_back(data_->agencies[index].id());
  }
  return out;
}

std::vector<std::string> AgencyTree::descendants(std::string_view id, Date day) const {
  auto out = children(id, day);
  for (std::size_t i = 0; i < out.size(); ++i) {  // grows; there is no circle
    const auto more = children(out[i], day);
    out.insert(out.end(), more.begin(), more.end());
  }
  return out;
}

std::vector<std::string> AgencyTree::successors(std::string_view id) const {
  (void)at(id);
  std::vector<std::string> out;
  for (const auto& agency : data_->agencies) {
    const auto& from = agency.predecessors();
    if (std::find(from.begin(), from.end(), id) != from.end()) {
      out.push_back(agency.id());
    }
  }
  return out;
}

namespace detail {

std::optional<AgencyKind> parse_agency_kind(std::string_view text) noexcept {
  const auto found = std::find(kinds.begin(), kinds.end(), text);
  return found == kinds.end() ? std::nullopt : std::optional{static_cast<AgencyKind>(found - kinds.begin())};
}
std::optional<AgencyLevel> parse_agency_level(std::string_view text) noexcept {
  const auto found = std::find(levels.begin(), levels.end(), text);
  return found == levels.end() ? std::nullopt : std::optional{static_cast<AgencyLevel>(found - levels.begin())};
}

}  // namespace detail

std::string_view to_string(AgencyKind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(AgencyLevel level) noexcept { return levels[static_cast<std::size_t>(level)]; }

}  // namespace gongkai
