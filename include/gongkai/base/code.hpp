// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// A code: one member of a closed list (taxonomy) that a rulebook defines, such as an outcome (办理结果), a kind of
/// applicant (申请人类别) or a channel (提交渠道).
///
///     #include <gongkai/rules/builtin.hpp>
///     constexpr gongkai::Code granted = gongkai::cn::outcome::granted;   // generated from rules/cn/taxonomies
///     granted.taxonomy() == "cn.outcome" && granted.token() == "granted";
///     rulebook.taxonomy("outcome").at("granted").code == granted;
///
/// A `Code` is one pointer. C++, Python and JSON spell it alike: `cn::outcome::granted`, `cn.outcome.granted`,
/// `"granted"`. What it means (labels, articles, groups) is asked of a `Rulebook`.

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include <gongkai/export.hpp>

namespace gongkai {

/// Equal means: the same taxonomy and the same token, wherever the two came from (a constant, a rulebook, another
/// rulebook, another shared library).
class GONGKAI_EXPORT Code {
 public:
  /// The text behind a code. Must live as long as the program: a constant, or what `intern` keeps.
  struct Name {
    constexpr Name(std::string_view taxonomy_name, std::string_view member_token) noexcept
        : taxonomy{taxonomy_name}, token{member_token}, hash{hash_of(taxonomy_name, member_token)} {}

    std::string_view taxonomy;
    std::string_view token;
    std::uint64_t hash;
  };

  /// Of a constant. A temporary `Name` does not compile.
  explicit constexpr Code(const Name& name) noexcept : name_{&name} {}
  Code(const Name&&) = delete;

  /// The code of a taxonomy and a token. What is interned stays in memory until the program ends, so this is for
  /// those who read rulebooks; to look a word up that strangers sent, ask `Taxonomy::find`.
  /// `InvalidArgumentError` 103 unless `taxonomy` is lower-case words joined by dots and `token` a lower-case word
  /// (`[a-z][a-z0-9_]*`).
  [[nodiscard]] static Code intern(std::string_view taxonomy, std::string_view token);

  /// `cn.outcome`
  [[nodiscard]] constexpr std::string_view taxonomy() const noexcept { return name_->taxonomy; }
  /// `granted`
  [[nodiscard]] constexpr std::string_view token() const noexcept { return name_->token; }
  /// `cn.outcome.granted`
  [[nodiscard]] std::string qualified() const;
  /// The same in every process and on every machine.
  [[nodiscard]] constexpr std::uint64_t hash() const noexcept { return name_->hash; }

  friend constexpr bool operator==(Code a, Code b) noexcept {
    return a.name_ == b.name_ || (a.name_->hash == b.name_->hash && a.name_->token == b.name_->token &&
                                  a.name_->taxonomy == b.name_->taxonomy);
  }
  friend constexpr bool operator!=(Code a, Code b) noexcept { return !(a == b); }
  /// By taxonomy, then by token, as text. The order of a form is `Taxonomy::position`.
  friend constexpr bool operator<(Code a, Code b) noexcept {
    return a.taxonomy() != b.taxonomy() ? a.taxonomy() < b.taxonomy() : a.token() < b.token();
  }

 private:
  static constexpr std::uint64_t mix(std::uint64_t hash, std::string_view text) noexcept {
    for (const char c : text) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return hash;
  }
  static constexpr std::uint64_t hash_of(std::string_view taxonomy, std::string_view token) noexcept {
    return mix(mix(mix(14695981039346656037U, taxonomy), "."), token);
  }

  const Name* name_;
};

/// The token.
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, Code code);

}  // namespace gongkai

template <>
struct std::hash<gongkai::Code> {
  std::size_t operator()(gongkai::Code code) const noexcept { return static_cast<std::size_t>(code.hash()); }
};
