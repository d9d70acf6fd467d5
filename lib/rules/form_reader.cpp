// SPDX-License-Identifier: Apache-2.0
// The strict reader of a form's file (rules/schema/form.schema.json).
#include <algorithm>
#include <gongkai/error.hpp>
#include <set>

#include "rules/form_data.hpp"

namespace gongkai {
namespace detail {

void refuse_form(const JsonCursor& at, const std::string& message) {
  throw RulebookError{ErrorCode::form_contradicts, at.file(), at.pointer(), message};
}

Citation read_citation(const JsonCursor& at) {
  at.object({"instrument"}, {"article"});
  if (at.at("instrument").string().empty()) {
    refuse_form(at.at("instrument"), "a citation names its instrument");
  }
  const auto article = at.find("article");
  return Citation{at.at("instrument").string(), article ? article->string() : std::string{}};
}

}  // namespace detail

namespace {

using detail::JsonCursor;
using detail::refuse_form;

void read_years(const JsonCursor& at, Form::Data& form) {
  at.object({"first_year", "last_year"});
  form.first_year = static_cast<int>(at.at("first_year").integer(1900, 2999));
  if (!at.at("last_year").is_null()) {
    form.last_year = static_cast<int>(at.at("last_year").integer(form.first_year, 2999));
  }
}

void read_chapters(const JsonCursor& at, Form::Data& form) {
  std::set<std::string> ids;
  for (const auto& element : at.elements()) {
    element.object({"id", "heading"}, {"variants", "words", "table"});
    FormChapter chapter;
    chapter.id = element.at("id").string();
    chapter.heading = element.at("heading").string();
    if (!ids.insert(chapter.id).second) {
      refuse_form(element.at("id"), "the chapter \"" + chapter.id + "\" stands twice");
    }
    if (const auto variants = element.find("variants")) {
      chapter.variants = variants->strings();
    }
    if (const auto words = element.find("words")) {
      chapter.words = words->strings();
    }
    if (const auto table = element.find("table")) {
      chapter.table = table->string();
    }
    form.chapters.push_back(std::move(chapter));
  }
}

void read_tables(const JsonCursor& at, Form::Data& form) {
  std::set<std::string> ids;
  for (const auto& element : at.elements()) {
    form.tables.push_back(detail::read_form_table(element));
    if (!ids.insert(form.tables.back().id).second) {
      refuse_form(element.at("id"), "the table \"" + form.tables.back().id + "\" stands twice");
    }
  }
}

// What one part of the file says about another.
void check_references(const JsonCursor& root, const Form::Data& form) {
  const auto has_table = [&](const std::string& id) {
    return std::any_of(form.tables.begin(), form.tables.end(), [&](const FormTable& table) { return table.id == id; });
  };
  const auto chapters = root.at("chapters").elements();
  for (std::size_t i = 0; i < form.chapters.size(); ++i) {
    if (!form.chapters[i].table.empty() && !has_table(form.chapters[i].table)) {
      refuse_form(chapters[i].at("table"), "the form has no table \"" + form.chapters[i].table + "\"");
    }
  }
  const auto tables = root.at("tables").elements();
  for (std::size_t i = 0; i < form.tables.size(); ++i) {
    for (const auto& column : form.tables[i].columns) {
      if (!column.histogram.empty() && !has_table(column.histogram)) {
        refuse_form(tables[i].at("columns"), "the form has no table \"" + column.histogram + "\" for the distribution");
      }
    }
  }
}

Form::Data read_form(const JsonCursor& root) {
  root.object({"schema", "id", "country", "status", "name", "name_en", "citation", "valid", "in_contract", "chapters",
               "sets", "tables", "checks"},
              {"note"});
  (void)root.at("schema").integer(1, 1);
  Form::Data form;
  form.id = root.at("id").string();
  form.country = root.at("country").string();
  form.status = detail::read_token<Form::Status>(
      root.at("status"),
      {{"in_force", Form::Status::in_force}, {"lapsed", Form::Status::lapsed}, {"draft", Form::Status::draft}});
  form.name = root.at("name").string();
  form.name_en = root.at("name_en").string();
  form.citation = detail::read_citation(root.at("citation"));
  read_years(root.at("valid"), form);
  form.in_contract = root.at("in_contract").boolean();
  read_chapters(root.at("chapters"), form);
  for (const auto& [name, members] : root.at("sets").members()) {
    form.sets.emplace(name, members.strings());
  }
  read_tables(root.at("tables"), form);
  check_references(root, form);
  for (const auto& element : root.at("checks").elements()) {
    form.checks.push_back(detail::read_form_check(element, form));
  }
  return form;
}

}  // namespace

Form Form::parse(std::string_view json, const std::string& file) {
  try {
    const auto parsed = detail::parse_json(json, file);
    auto data = read_form(JsonCursor{parsed, file});
    data.source = std::string{json};
    return Form{std::make_shared<const Data>(std::move(data))};
  } catch (const ParseError& error) {
    throw RulebookError{ErrorCode::form_contradicts, error.file(), error.pointer(), error.message()};
  }
}

}  // namespace gongkai
