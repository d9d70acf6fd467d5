// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A taxonomy: a closed list of codes with their labels, groups and articles, such as the 21 outcomes of a request.
///
///     const Taxonomy outcomes = rulebook.taxonomy("outcome");
///     outcomes.at("granted").label.zh == "予以公开";
///     outcomes.at("denied_process").group == cn::outcome_group::denied;
///     outcomes.find_label("信息不存在")->code == cn::outcome::unable_not_held;   // a label of an older form

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/citation.hpp>
#include <gongkai/base/code.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/dated_value.hpp>

namespace gongkai {

namespace detail {
struct TaxonomyImpl;
}

/// One member of a taxonomy.
struct TaxonomyMember {
  explicit TaxonomyMember(Code member_code) noexcept : code{member_code} {}

  Code code;
  LocalText label;
  std::string printed;               ///< as an official form prints it, number included; empty where none does
  std::optional<Code> group;         ///< of the taxonomy `Taxonomy::groups`
  std::vector<std::string> aliases;  ///< other labels met in practice that can mean only this one
  std::vector<Citation> citations;
  Verification verification = Verification::verified;
  LocalText note;  ///< may be empty
};

/// A cheap handle on an immutable list. Equal handles show the same list.
class GONGKAI_EXPORT Taxonomy {
 public:
  /// `outcome`
  [[nodiscard]] const std::string& name() const noexcept;
  /// `cn.outcome`, as `Code::taxonomy` says it
  [[nodiscard]] const std::string& qualified_name() const noexcept;
  [[nodiscard]] const LocalText& label() const noexcept;
  /// Where the list is used: `CN` for the whole country, `CN-BJ` for Beijing's five catalogue classes.
  [[nodiscard]] const std::string& place() const noexcept;
  [[nodiscard]] const LocalText& note() const noexcept;
  [[nodiscard]] const std::vector<Citation>& citations() const noexcept;
  /// Name of the taxonomy of the groups; empty when the members have none.
  [[nodiscard]] const std::string& groups() const noexcept;

  /// In the order of the file, which is the order of the official form where there is one.
  [[nodiscard]] const std::vector<TaxonomyMember>& members() const noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return members().size(); }
  /// Of one group, in order.
  [[nodiscard]] std::vector<TaxonomyMember> in_group(Code group) const;

  [[nodiscard]] bool contains(Code code) const noexcept;
  /// `nullptr` when there is no such token. Valid as long as a handle of this list lives.
  [[nodiscard]] const TaxonomyMember* find(std::string_view token) const noexcept;
  /// `NotFoundError` 402
  [[nodiscard]] const TaxonomyMember& at(std::string_view token) const;
  [[nodiscard]] const TaxonomyMember& at(Code code) const;
  /// The member whose Chinese label, printed label or alias this is, exactly; `nullptr` for none.
  [[nodiscard]] const TaxonomyMember* find_label(std::string_view label_zh) const noexcept;
  /// Place in `members()`, from 0. `NotFoundError` 402
  [[nodiscard]] std::size_t position(Code code) const;

  Taxonomy(const Taxonomy& other) noexcept;  // moving copies: no taxonomy is ever empty
  Taxonomy& operator=(const Taxonomy& other) noexcept;
  ~Taxonomy();
  /// For the library.
  explicit Taxonomy(std::shared_ptr<const detail::TaxonomyImpl> impl) noexcept;

  friend bool operator==(const Taxonomy& a, const Taxonomy& b) noexcept { return a.impl_ == b.impl_; }
  friend bool operator!=(const Taxonomy& a, const Taxonomy& b) noexcept { return a.impl_ != b.impl_; }

 private:
  std::shared_ptr<const detail::TaxonomyImpl> impl_;
};

/// `cn.outcome (21 members)`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Taxonomy& taxonomy);

}  // namespace gongkai
