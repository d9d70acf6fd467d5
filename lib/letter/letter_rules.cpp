// SPDX-License-Identifier: Apache-2.0
#include <gongkai/letter/reply.hpp>
#include <gongkai/text/normalise.hpp>

#include "event/procedure_file.hpp"
#include "letter/letter_words.hpp"

namespace gongkai {
namespace {

using detail::JsonCursor;
using detail::LetterWords;
using detail::WordList;

// As letters are read: folded.
WordList words(const JsonCursor& list) {
  WordList out;
  for (const auto& word : list.strings()) {
    out.push_back(normalise(word).folded());
    if (out.back().empty()) {
      detail::refuse_procedure(list, "a word has characters");
    }
  }
  return out;
}

std::vector<detail::Basis> bases(const JsonCursor& list, std::string_view key) {
  std::vector<detail::Basis> out;
  for (const auto& entry : list.elements()) {
    entry.object({key, "from", "articles", "citation"}, {"instruments"});
    std::vector<detail::BasisArticle> articles;
    for (const auto& element : entry.at("articles").elements()) {
      element.object({"article"}, {"part"});
      const auto part = element.find("part");
      articles.push_back({static_cast<std::int32_t>(element.at("article").integer(1, 999)),
                          part ? std::optional{static_cast<std::int32_t>(part->integer(1, 99))} : std::nullopt});
    }
    const auto citation = entry.at("citation");
    citation.object({"instrument", "article"});
    const auto instruments = entry.find("instruments");
    out.push_back({entry.at(key).string(), entry.at("from").date(), std::move(articles),
                   instruments ? words(*instruments) : WordList{},
                   Citation{citation.at("instrument").string(), citation.at("article").string()}});
  }
  return out;
}

void read_words(const JsonCursor& list, LetterWords& out) {
  list.object({"title", "request", "fee", "first", "not", "after_reconsideration", "online", "court"});
  out.title = words(list.at("title"));
  out.request = words(list.at("request"));
  out.fee = words(list.at("fee"));
  out.first = words(list.at("first"));
  out.negation = words(list.at("not"));
  out.after_reconsideration = words(list.at("after_reconsideration"));
  out.online = words(list.at("online"));
  out.court = words(list.at("court"));
}

std::shared_ptr<const LetterWords> read(const JsonCursor& root, std::string_view bytes) {
  root.object({"schema", "letter", "country", "regulations", "articles_of_outcomes", "articles_of_grounds", "elements",
               "reconsideration_bodies", "acts", "online", "words", "decisions"});
  (void)root.at("schema").integer(1, 1);
  if (root.at("letter").string() != "reply") {
    detail::refuse_procedure(root.at("letter"), "only reply letters have rules");
  }
  auto out = std::make_shared<LetterWords>();
  out->identity = detail::content_identity(bytes);
  out->regulations = words(root.at("regulations"));
  out->outcomes = bases(root.at("articles_of_outcomes"), "outcome");
  out->grounds = bases(root.at("articles_of_grounds"), "ground");
  const auto elements = root.at("elements");
  elements.object({"from", "names"});
  out->elements_from = elements.at("from").date();
  for (const auto& entry : elements.at("names").elements()) {
    entry.object({"element", "zh"});
    out->elements.emplace_back(entry.at("element").string(), entry.at("zh").string());
  }
  for (const auto& entry : root.at("reconsideration_bodies").elements()) {
    entry.object({"kind", "zh", "from", "bodies"});
    for (const auto& body : entry.at("bodies").elements()) {
      if (body.string() != "government" && body.string() != "superior") {
        detail::refuse_procedure(body, "who reconsiders is the government or the superior");
      }
    }
    out->bodies.push_back({entry.at("kind").string(), entry.at("from").date(), entry.at("bodies").strings()});
  }
  for (const auto& entry : root.at("acts").elements()) {
    entry.object({"outcome", "act"});
    out->acts.emplace_back(entry.at("outcome").string(), entry.at("act").string());
  }
  const auto online = root.at("online");
  online.object({"from", "services"});
  out->online_from = online.at("from").date();
  out->online_services = online.at("services").strings();
  read_words(root.at("words"), *out);
  for (const auto& entry : root.at("decisions").elements()) {
    entry.object({"group", "words"});
    out->decisions.emplace_back(entry.at("group").string(), words(entry.at("words")));
  }
  return out;
}

}  // namespace

const detail::Basis* detail::basis_on(const std::vector<Basis>& all, std::string_view of, Date day) {
  const Basis* out = nullptr;
  for (const auto& basis : all) {
    if (basis.of == of && basis.from <= day && (out == nullptr || out->from < basis.from)) {
      out = &basis;
    }
  }
  return out;
}

LetterRules::LetterRules(std::shared_ptr<const detail::LetterWords> words) noexcept : words_{std::move(words)} {}
LetterRules::LetterRules(const LetterRules& other) noexcept = default;
LetterRules& LetterRules::operator=(const LetterRules& other) noexcept = default;
LetterRules::~LetterRules() = default;

LetterRules LetterRules::builtin(std::string_view country) {
  const std::string path = "letters/reply.json";
  return parse(detail::procedure_bytes(country, path), detail::country_folder(country) + "/" + path);
}

LetterRules LetterRules::parse(std::string_view json, const std::string& file) {
  return LetterRules{detail::read_procedure(json, file, [&](const JsonCursor& root) { return read(root, json); })};
}

std::vector<std::string> LetterRules::body_kinds() const {
  std::vector<std::string> out;
  for (const auto& body : words_->bodies) {
    out.push_back(body.kind);
  }
  return out;
}

const std::string& LetterRules::identity() const noexcept { return words_->identity; }

}  // namespace gongkai
