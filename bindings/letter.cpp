// SPDX-License-Identifier: Apache-2.0
// Module letter: reply letters, read and checked.
#include <gongkai/letter/check.hpp>

#include "common.hpp"
#include "value.hpp"

namespace gongkai::bindings {
namespace {

void bind_parts(py::module_& module) {
  py::class_<CitedArticle>(module, "CitedArticle", "An article as a letter cites it.")
      .def(py::init([](std::string instrument, std::int32_t article, std::optional<std::int32_t> clause,
                       std::optional<std::int32_t> item) {
             return CitedArticle{std::move(instrument), article, clause, item, {}};
           }),
           py::arg("instrument"), py::arg("article"), py::arg("clause") = py::none(), py::arg("item") = py::none())
      .def_readonly("instrument", &CitedArticle::instrument, "The title before it; empty: none stands before it.")
      .def_readonly("article", &CitedArticle::article, "条.")
      .def_readonly("clause", &CitedArticle::clause, "款.")
      .def_readonly("item", &CitedArticle::item, "项.")
      .def_readonly("where", &CitedArticle::where, "Its place in the letter.")
      .def("__repr__", [](const CitedArticle& it) {
        return one_line("CitedArticle", it.instrument + " 第" + std::to_string(it.article) + "条" +
                                            (it.part() ? '(' + std::to_string(*it.part()) + ')' : std::string{}));
      });
  py::class_<ToldRemedy>(module, "ToldRemedy", "A remedy that a letter tells of.")
      .def(py::init([](std::string kind, std::optional<TimeLimit> limit, std::string body) {
             return ToldRemedy{std::move(kind), limit, std::move(body), {}};
           }),
           py::arg("kind"), py::arg("limit") = py::none(), py::arg("body") = "")
      .def_readonly("kind", &ToldRemedy::kind, "A word of the taxonomy `remedy`.")
      .def_readonly("limit", &ToldRemedy::limit, "As printed: 六十日 are 60 calendar days.")
      .def_readonly("body", &ToldRemedy::body, "To whom, as printed; empty: to nobody in particular.")
      .def_readonly("where", &ToldRemedy::where, "Its place in the letter.")
      .def("__repr__", [](const ToldRemedy& it) {
        return one_line("ToldRemedy",
                        it.kind + (it.limit ? ", " + to_string(*it.limit) : std::string{}) + ' ' + it.body);
      });
}

void bind_letters(py::module_& module) {
  py::class_<LetterRules>(module, "LetterRules", "What letters must say and how they say it, as data.")
      .def_static("builtin", &LetterRules::builtin, py::arg("country"), "NotFoundError 401.")
      .def_static("parse", &LetterRules::parse, py::arg("json"), py::arg("file"), "RulebookError 304.")
      .def_property_readonly("body_kinds", &LetterRules::body_kinds,
                             "Kinds of body for which it is known who reconsiders (行政复议法 arts 24, 27, 28).")
      .def_property_readonly("identity", &LetterRules::identity, "Content hash of the data.")
      .def("__repr__", [](const LetterRules& it) { return one_line("LetterRules", it.identity()); });

  py::class_<ReplyLetter>(module, "ReplyLetter",
                          "A reply letter (答复书, 告知书): what it says, read or stated. Empty and None: not found.")
      .def(py::init([](std::string title, std::string document_number, std::string addressee, std::string signature,
                       std::optional<Date> dated, std::vector<CitedArticle> articles,
                       std::vector<std::string> decisions, std::vector<ToldRemedy> remedies, bool tells_request,
                       bool reconsideration_first, bool online_channel, std::optional<Money> fee,
                       std::vector<WithheldPart> withheld, std::string text) {
             return ReplyLetter{std::move(title),
                                std::move(document_number),
                                std::move(addressee),
                                std::move(signature),
                                dated,
                                std::move(articles),
                                std::move(decisions),
                                std::move(remedies),
                                tells_request,
                                reconsideration_first,
                                online_channel,
                                fee,
                                std::move(withheld),
                                std::move(text)};
           }),
           py::kw_only(), py::arg("title") = "", py::arg("document_number") = "", py::arg("addressee") = "",
           py::arg("signature") = "", py::arg("dated") = py::none(), py::arg("articles") = py::tuple(),
           py::arg("decisions") = py::tuple(), py::arg("remedies") = py::tuple(), py::arg("tells_request") = false,
           py::arg("reconsideration_first") = false, py::arg("online_channel") = false, py::arg("fee") = py::none(),
           py::arg("withheld") = py::tuple(), py::arg("text") = "")
      .def_readonly("title", &ReplyLetter::title, "标题.")
      .def_readonly("document_number", &ReplyLetter::document_number, "文号.")
      .def_readonly("addressee", &ReplyLetter::addressee, "The line that ends in a colon.")
      .def_readonly("signature", &ReplyLetter::signature, "落款.")
      .def_readonly("dated", &ReplyLetter::dated, "成文日期.")
      .def_property_readonly(
          "articles", [](const ReplyLetter& it) { return frozen(it.articles); }, "In order.")
      .def_property_readonly(
          "decisions", [](const ReplyLetter& it) { return frozen(it.decisions); }, "Groups of outcomes it speaks of.")
      .def_property_readonly(
          "remedies", [](const ReplyLetter& it) { return frozen(it.remedies); }, "In order.")
      .def_readonly("tells_request", &ReplyLetter::tells_request, "It says what was asked for.")
      .def_readonly("reconsideration_first", &ReplyLetter::reconsideration_first, "复议前置 is told.")
      .def_readonly("online_channel", &ReplyLetter::online_channel, "An online channel for reconsideration is named.")
      .def_readonly("fee", &ReplyLetter::fee, "信息处理费 that it states.")
      .def_property_readonly(
          "withheld", [](const ReplyLetter& it) { return frozen(it.withheld); }, "As stated; never read.")
      .def_readonly("text", &ReplyLetter::text, "All of it; empty for a letter that was stated.")
      .def("__repr__", [](const ReplyLetter& it) {
        return one_line("ReplyLetter",
                        it.document_number + ' ' + it.title + (it.dated ? ' ' + it.dated->to_string() : std::string{}));
      });

  py::class_<ReplyingBody>(module, "ReplyingBody", "Who answers. What is empty is unknown, and not compared.")
      .def(py::init([](std::string name, std::string kind, std::string government, std::string superior) {
             return ReplyingBody{std::move(name), std::move(kind), std::move(government), std::move(superior)};
           }),
           py::arg("name") = "", py::arg("kind") = "", py::arg("government") = "", py::arg("superior") = "")
      .def_readonly("name", &ReplyingBody::name, "As it signs.")
      .def_readonly("kind", &ReplyingBody::kind, "One of LetterRules.body_kinds.")
      .def_readonly("government", &ReplyingBody::government, "Of a department its own level's, of a town the county's.")
      .def_readonly("superior", &ReplyingBody::superior, "The body above, of a vertically managed one.")
      .def("__repr__", [](const ReplyingBody& it) { return one_line("ReplyingBody", it.name + ' ' + it.kind); });
}

}  // namespace

void bind_letter(py::module_& module) {
  bind_parts(module);
  bind_letters(module);
  module.def(
      "read_reply_letter",
      [](const Document& document, const LetterRules& rules) {
        const py::gil_scoped_release unlocked;
        return read_reply_letter(document, rules);
      },
      py::arg("document"), py::arg("rules"), "What a reply letter says. Never throws: what is not found is absent.");
  module.def(
      "read_reply_letter",
      [](const std::string& text, const LetterRules& rules) {
        const py::gil_scoped_release unlocked;
        return read_reply_letter(text, rules);
      },
      py::arg("text"), py::arg("rules"), "The same of text as it was found. ParseError 221, 222.");
  module.def(
      "check_letter",
      [](const ReplyLetter& letter, const RequestState& request, const RequestRules& rules,
         const LetterRules& letter_rules, const ReplyingBody& body) {
        const py::gil_scoped_release unlocked;
        return check_letter(letter, request, rules, letter_rules, body);
      },
      py::arg("letter"), py::arg("request"), py::arg("rules"), py::arg("letter_rules"),
      py::arg("body") = ReplyingBody{},
      "What is wrong with the letter: LTR.* findings, sorted; left is what file and law say, right what the letter "
      "says (R2019 arts 14-16, 30, 33, 35-39; 行政复议法 arts 20, 22-24; 法释〔2025〕8号). NotFoundError 402 for an "
      "unknown kind of body.");
}

}  // namespace gongkai::bindings
