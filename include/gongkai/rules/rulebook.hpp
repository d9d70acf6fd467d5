// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The law as data: every limit, rule, tariff, taxonomy and open question of a country, each with its days and its
/// sources (政府信息公开条例: 国务院令第492号 from 2008-05-01, 国务院令第711号 from 2019-05-15).
///
///     const auto rulebook = gongkai::Rulebook::builtin("cn");
///     rulebook.at("reply", Date{2019, 5, 14}).working_days() == WorkingDays{15};
///     rulebook.at("reply", Date{2019, 5, 15}).working_days() == WorkingDays{20};
///     rulebook.at("clock_start", "email", Date{2024, 3, 4}).choice() == cn::start_rule::mutual_confirmation;
///     std::cout << rulebook.explain("reply");   // the value, its history, its sources
///
/// A province's own rule is a file over the base, and every answer knows which file it comes from:
///
///     const auto local = rulebook.with_overlay(bytes, "our-city.json");
///     local.at("reply", day).entry().file == "our-city.json";

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/code.hpp>
#include <gongkai/base/date.hpp>
#include <gongkai/base/language.hpp>
#include <gongkai/export.hpp>
#include <gongkai/rules/question.hpp>
#include <gongkai/rules/rule.hpp>
#include <gongkai/rules/taxonomy.hpp>

namespace gongkai {

namespace detail {
struct RulebookImpl;
}

/// The bytes of one file of a rulebook. `name` is only a name for messages and provenance.
struct RuleFile {
  std::string name;
  std::string bytes;
};

/// A cheap handle on an immutable rulebook: copying costs nothing, threads may share it. Equal means the same content.
class GONGKAI_EXPORT Rulebook {
 public:
  /// A built-in one: `cn`, or with a place's own rules over it `cn-fj` (Fujian), `cn-sh` (Shanghai).
  /// `NotFoundError` 401 for another name.
  [[nodiscard]] static Rulebook builtin(std::string_view name);
  /// The names that `builtin` knows, the countries first.
  [[nodiscard]] static std::vector<std::string> builtin_names();

  /// Reads files of one country (`rules/schema` says what may stand in them): taxonomies, definitions, instruments,
  /// rules of the base, open questions, in any order, then overlays in the order given.
  /// `RulebookError` 303 with file and JSON pointer for everything that is not exactly as it must be: unknown or
  /// duplicate keys, unknown codes, numbers that do not fit, a value without citation, overlapping validity, …
  [[nodiscard]] static Rulebook from_files(const std::vector<RuleFile>& files);
  /// This rulebook with one more overlay on top. `RulebookError` 303 as above, and when the file is no overlay or of
  /// another country.
  [[nodiscard]] Rulebook with_overlay(std::string_view bytes, const std::string& file) const;

  /// `cn`
  [[nodiscard]] const std::string& country() const noexcept;
  /// 32 hexadecimal digits over the bytes of all files, whatever their names and the order of the base's. Identity, not
  /// evidence.
  [[nodiscard]] const std::string& content_hash() const noexcept;
  /// The files, overlays last and topmost last: `from_files(r.files()) == r`.
  [[nodiscard]] const std::vector<RuleFile>& files() const noexcept;

  /// What the rule says on the day, by the day's kind (`RuleDefinition::selected_by`). Always an answer; whether there
  /// is a value says its state. `NotFoundError` 402 for an unknown rule; `InvalidArgumentError` 103 when the rule
  /// differs by channel, body, … and none is named, or one is named and it does not.
  [[nodiscard]] RuleAnswer at(Code rule, Date day) const;
  [[nodiscard]] RuleAnswer at(Code rule, Code of, Date day) const;
  [[nodiscard]] RuleAnswer at(std::string_view rule, Date day) const;
  [[nodiscard]] RuleAnswer at(std::string_view rule, std::string_view of, Date day) const;

  /// All values that files state for a rule, the base before overlays, each by first day. 402, 103 as above.
  [[nodiscard]] std::vector<DatedValue> history(Code rule, std::optional<Code> of = std::nullopt) const;

  /// In the order of the definitions.
  [[nodiscard]] const std::vector<RuleDefinition>& definitions() const noexcept;
  /// 402
  [[nodiscard]] const RuleDefinition& definition(std::string_view rule) const;

  /// `taxonomy("outcome")`. 402
  [[nodiscard]] Taxonomy taxonomy(std::string_view name) const;
  /// Names, sorted.
  [[nodiscard]] std::vector<std::string> taxonomies() const;
  /// `code("outcome", "granted")`. 402 when there is no such taxonomy or member.
  [[nodiscard]] Code code(std::string_view taxonomy, std::string_view token) const;
  /// The label of a code of this rulebook. 402
  [[nodiscard]] const std::string& label(Code code, Language language) const;

  /// Sorted by id.
  [[nodiscard]] const std::vector<Instrument>& instruments() const noexcept;
  /// By id (`R2019`). 402
  [[nodiscard]] const Instrument& instrument(std::string_view id) const;

  [[nodiscard]] const std::vector<OpenQuestion>& questions() const noexcept;
  /// 402
  [[nodiscard]] const OpenQuestion& question(std::string_view name) const;
  [[nodiscard]] const std::vector<Situation>& situations() const noexcept;

  /// The value on the last day that files know, its history and its sources as text. 402.
  [[nodiscard]] std::string explain(std::string_view rule, Language language = Language::en) const;

  Rulebook(const Rulebook& other) noexcept;  // moving copies: no rulebook is ever empty
  Rulebook& operator=(const Rulebook& other) noexcept;
  ~Rulebook();
  /// For the library.
  explicit Rulebook(std::shared_ptr<const detail::RulebookImpl> impl) noexcept;

  friend bool operator==(const Rulebook& a, const Rulebook& b) noexcept { return a.content_hash() == b.content_hash(); }
  friend bool operator!=(const Rulebook& a, const Rulebook& b) noexcept { return !(a == b); }

 private:
  std::shared_ptr<const detail::RulebookImpl> impl_;
};

/// `cn rulebook 0123456789abcdef0123456789abcdef (23 files)`
GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Rulebook& rulebook);

}  // namespace gongkai
