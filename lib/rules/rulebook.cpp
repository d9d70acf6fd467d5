// SPDX-License-Identifier: Apache-2.0
#include <gongkai/rules/rulebook.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

#include <gongkai/error.hpp>

#include "rules/rulebook_data.hpp"

namespace gongkai {
namespace {

[[noreturn]] void unknown(std::string_view what, std::string_view name, const std::string& known) {
  throw NotFoundError{ErrorCode::unknown_name, std::string{name},
                      "the rulebook has no " + std::string{what} + " \"" + std::string{name} + "\"" +
                          (known.empty() ? std::string{} : "; there are: " + known)};
}

template <typename List, typename NameOf>
std::string names_of(const List& list, NameOf name_of) {
  std::string out;
  for (const auto& element : list) {
    out += out.empty() ? "" : ", ";
    out += name_of(element);
  }
  return out;
}

// A rule that no file says anything about.
const detail::TimeLine& silence() {
  static const detail::TimeLine line{detail::Segment{}};
  return line;
}

RuleAnswer answer(std::shared_ptr<const detail::RulebookImpl> book, const RuleDefinition& definition,
                  std::optional<Code> of, Date day) {
  const auto found = book->time_lines.find({definition.code, of});
  const auto& line = found == book->time_lines.end() ? silence() : found->second;
  const auto after = std::upper_bound(line.begin(), line.end(), day, [](Date wanted, const detail::Segment& segment) {
    return segment.from && wanted < *segment.from;
  });
  const detail::Segment* segment = &*std::prev(after);
  return RuleAnswer{std::make_shared<const detail::RuleAnswerImpl>(
      detail::RuleAnswerImpl{std::move(book), &definition, of, day, segment})};
}

void need_none(const RuleDefinition& definition) {
  if (!definition.by.empty()) {
    throw InvalidArgumentError{
        ErrorCode::out_of_range, "of",
        "the rule \"" + std::string{definition.code.token()} + "\" differs by " + definition.by + "; say which one"};
  }
}

[[noreturn]] void refuse_of(const RuleDefinition& definition, std::string_view of) {
  throw InvalidArgumentError{ErrorCode::out_of_range, "of",
                             "the rule \"" + std::string{definition.code.token()} + "\" has one value for all; \"" +
                                 std::string{of} + "\" cannot select one"};
}

}  // namespace

Rulebook::Rulebook(std::shared_ptr<const detail::RulebookImpl> impl) noexcept : impl_{std::move(impl)} {}
Rulebook::Rulebook(const Rulebook&) noexcept = default;
Rulebook& Rulebook::operator=(const Rulebook&) noexcept = default;
Rulebook::~Rulebook() = default;

const std::string& Rulebook::country() const noexcept { return impl_->country; }
const std::string& Rulebook::content_hash() const noexcept { return impl_->hash; }
const std::vector<RuleFile>& Rulebook::files() const noexcept { return impl_->files; }
const std::vector<RuleDefinition>& Rulebook::definitions() const noexcept { return impl_->definitions; }
const std::vector<Instrument>& Rulebook::instruments() const noexcept { return impl_->instruments; }
const std::vector<OpenQuestion>& Rulebook::questions() const noexcept { return impl_->questions; }
const std::vector<Situation>& Rulebook::situations() const noexcept { return impl_->situations; }

const RuleDefinition& Rulebook::definition(std::string_view rule) const {
  const auto found = impl_->definition_index.find(rule);
  if (found == impl_->definition_index.end()) {
    unknown("rule", rule, names_of(impl_->definitions, [](const auto& entry) { return entry.code.token(); }));
  }
  return impl_->definitions[found->second];
}

RuleAnswer Rulebook::at(std::string_view rule, Date day) const {
  const auto& found = definition(rule);
  need_none(found);
  return answer(impl_, found, std::nullopt, day);
}

RuleAnswer Rulebook::at(std::string_view rule, std::string_view of, Date day) const {
  const auto& found = definition(rule);
  if (found.by.empty()) {
    refuse_of(found, of);
  }
  return answer(impl_, found, code(found.by, of), day);
}

RuleAnswer Rulebook::at(Code rule, Date day) const {
  (void)taxonomy("rule").at(rule);
  return at(rule.token(), day);
}

RuleAnswer Rulebook::at(Code rule, Code of, Date day) const {
  (void)taxonomy("rule").at(rule);
  const auto& found = definition(rule.token());
  if (found.by.empty()) {
    refuse_of(found, of.qualified());
  }
  return answer(impl_, found, taxonomy(found.by).at(of).code, day);
}

std::vector<DatedValue> Rulebook::history(Code rule, std::optional<Code> of) const {
  (void)taxonomy("rule").at(rule);
  const auto& found = definition(rule.token());
  if (of) {
    if (found.by.empty()) {
      refuse_of(found, of->qualified());
    }
    (void)taxonomy(found.by).at(*of);
  } else {
    need_none(found);
  }
  std::vector<const detail::ValueRecord*> records;
  for (const auto& record : impl_->values) {
    if (record.rule == rule && record.of == of) {
      records.push_back(&record);
    }
  }
  std::stable_sort(records.begin(), records.end(), [](const auto* a, const auto* b) {
    return a->layer != b->layer ? a->layer < b->layer : a->value.from < b->value.from;
  });
  std::vector<DatedValue> out;
  out.reserve(records.size());
  for (const auto* record : records) {
    out.push_back(record->value);
  }
  return out;
}

Taxonomy Rulebook::taxonomy(std::string_view name) const {
  const auto found = impl_->taxonomies.find(name);
  if (found == impl_->taxonomies.end()) {
    unknown("taxonomy", name, names_of(impl_->taxonomies, [](const auto& entry) { return entry.first; }));
  }
  return found->second;
}

std::vector<std::string> Rulebook::taxonomies() const {
  std::vector<std::string> out;
  for (const auto& entry : impl_->taxonomies) {
    out.push_back(entry.first);
  }
  return out;
}

Code Rulebook::code(std::string_view taxonomy_name, std::string_view token) const {
  return taxonomy(taxonomy_name).at(token).code;
}

const std::string& Rulebook::label(Code code, Language language) const {
  const auto qualified = code.taxonomy();
  const auto prefix = impl_->country.size() + 1;
  if (qualified.size() <= prefix || qualified.substr(0, prefix) != impl_->country + ".") {
    unknown("code", code.qualified(), {});
  }
  const auto found = impl_->taxonomies.find(qualified.substr(prefix));
  if (found == impl_->taxonomies.end()) {
    unknown("code", code.qualified(), {});
  }
  return found->second.at(code).label.in(language);
}

const Instrument& Rulebook::instrument(std::string_view id) const {
  for (const auto& entry : impl_->instruments) {
    if (entry.id == id) {
      return entry;
    }
  }
  unknown("instrument", id, names_of(impl_->instruments, [](const auto& entry) { return entry.id; }));
}

const OpenQuestion& Rulebook::question(std::string_view name) const {
  for (const auto& entry : impl_->questions) {
    if (entry.name == name) {
      return entry;
    }
  }
  unknown("open question", name, names_of(impl_->questions, [](const auto& entry) { return entry.name; }));
}

std::ostream& operator<<(std::ostream& out, const Rulebook& rulebook) {
  return out << rulebook.country() << " rulebook " << rulebook.content_hash() << " (" << rulebook.files().size()
             << " files)";
}

}  // namespace gongkai
