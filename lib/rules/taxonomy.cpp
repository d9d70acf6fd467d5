// SPDX-License-Identifier: Apache-2.0
#include <gongkai/rules/taxonomy.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

#include <gongkai/error.hpp>

#include "rules/taxonomy_data.hpp"

namespace gongkai {
namespace {

[[noreturn]] void refuse(const detail::TaxonomyImpl& taxonomy, std::string_view what) {
  std::string tokens;
  for (const auto& member : taxonomy.members) {
    tokens += tokens.empty() ? "" : ", ";
    tokens += member.code.token();
  }
  throw NotFoundError{ErrorCode::unknown_name, std::string{what},
                      "there is no \"" + std::string{what} + "\" in the taxonomy " + taxonomy.qualified_name +
                          "; its members are " + tokens};
}

}  // namespace

Taxonomy::Taxonomy(std::shared_ptr<const detail::TaxonomyImpl> impl) noexcept : impl_{std::move(impl)} {}
Taxonomy::Taxonomy(const Taxonomy&) noexcept = default;
Taxonomy& Taxonomy::operator=(const Taxonomy&) noexcept = default;
Taxonomy::~Taxonomy() = default;

const std::string& Taxonomy::name() const noexcept { return impl_->name; }
const std::string& Taxonomy::qualified_name() const noexcept { return impl_->qualified_name; }
const LocalText& Taxonomy::label() const noexcept { return impl_->label; }
const std::string& Taxonomy::place() const noexcept { return impl_->place; }
const LocalText& Taxonomy::note() const noexcept { return impl_->note; }
const std::vector<Citation>& Taxonomy::citations() const noexcept { return impl_->citations; }
const std::string& Taxonomy::groups() const noexcept { return impl_->groups; }
const std::vector<TaxonomyMember>& Taxonomy::members() const noexcept { return impl_->members; }

std::vector<TaxonomyMember> Taxonomy::in_group(Code group) const {
  std::vector<TaxonomyMember> out;
  std::copy_if(impl_->members.begin(), impl_->members.end(), std::back_inserter(out),
               [group](const TaxonomyMember& member) { return member.group == group; });
  return out;
}

bool Taxonomy::contains(Code code) const noexcept {
  return code.taxonomy() == impl_->qualified_name && find(code.token()) != nullptr;
}

const TaxonomyMember* Taxonomy::find(std::string_view token) const noexcept {
  const auto found = impl_->by_token.find(token);
  return found == impl_->by_token.end() ? nullptr : &impl_->members[found->second];
}

const TaxonomyMember& Taxonomy::at(std::string_view token) const {
  const auto* found = find(token);
  if (found == nullptr) {
    refuse(*impl_, token);
  }
  return *found;
}

const TaxonomyMember& Taxonomy::at(Code code) const {
  if (!contains(code)) {
    refuse(*impl_, code.qualified());
  }
  return *find(code.token());
}

const TaxonomyMember* Taxonomy::find_label(std::string_view label_zh) const noexcept {
  const auto found = impl_->by_label.find(label_zh);
  return found == impl_->by_label.end() ? nullptr : &impl_->members[found->second];
}

std::size_t Taxonomy::position(Code code) const { return static_cast<std::size_t>(&at(code) - impl_->members.data()); }

std::ostream& operator<<(std::ostream& out, const Taxonomy& taxonomy) {
  return out << taxonomy.qualified_name() << " (" << taxonomy.size() << " members)";
}

}  // namespace gongkai
