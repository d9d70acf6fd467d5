// SPDX-License-Identifier: Apache-2.0
// The page through libxml2's HTML parser, as a stream of events: no tree is built, and nothing here recurses.
#include <gongkai/documents/html.hpp>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <climits>
#include <cstring>
#include <exception>
#include <gongkai/error.hpp>
#include <memory>

#include "documents/encoding.hpp"
#include "documents/page.hpp"

namespace gongkai {
namespace {

using detail::Attributes;
using detail::Element;
using detail::ElementKind;

using Clock = std::chrono::steady_clock;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(text)};
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// As HTML reads it: leading digits; what is no number is 1, and 0 rows is "to the last row".
std::int32_t span_of(std::string_view text, std::int32_t at_most, std::int32_t of_zero) {
  std::int32_t value = 0;
  std::size_t i = text.find_first_not_of(" \t\r\n+");
  const std::size_t begin = i;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && value < at_most; ++i) {
    value = value * 10 + (text[i] - '0');
  }
  if (begin == std::string_view::npos || i == begin) {
    return 1;
  }
  return value == 0 ? of_zero : std::min(value, at_most);
}

bool leads_to_a_file(std::string_view address) {
  constexpr std::array<std::string_view, 11> endings{".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps",
                                                     ".et",  ".ofd",  ".zip", ".rar",  ".txt"};
  const std::string path = lowered(address.substr(0, address.find_first_of("?#")));
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return path.size() > ending.size() && path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
  });
}

bool hides(std::string_view style) {
  std::string text = lowered(style);
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n'; }),
             text.end());
  return text.find("display:none") != std::string::npos || text.find("mso-hide:all") != std::string::npos;
}

constexpr std::size_t longest_name = 200;  // bytes of what a picture is called

Attributes attributes_of(Element element, const xmlChar** list) {
  Attributes out;
  for (; list != nullptr && list[0] != nullptr; list += 2) {
    const auto name = view(list[0]);
    const auto value = view(list[1]);
    if (name == "style") {
      out.hidden = out.hidden || hides(value);
    } else if (name == "hidden") {
      out.hidden = true;
    } else if (element.kind == ElementKind::cell && name == "colspan") {
      out.span.columns = span_of(value, 1000, 1);
    } else if (element.kind == ElementKind::cell && name == "rowspan") {
      out.span.rows = span_of(value, 65534, 65534);
    } else if (element.kind == ElementKind::picture && (name == "alt" || name == "title" || name == "src")) {
      // Its name says more than where it comes from.
      if (!value.empty() && (out.picture.empty() || name != "src")) {
        out.picture = std::string{value.substr(0, longest_name)};
      }
    } else if (element.kind == ElementKind::link && name == "href") {
      out.link_to_page = !leads_to_a_file(value);
    }
  }
  return out;
}

struct ParserDeleter {
  void operator()(htmlParserCtxtPtr parser) const noexcept {
    if (parser->myDoc != nullptr) {
      xmlFreeDoc(parser->myDoc);
    }
    htmlFreeParserCtxt(parser);
  }
};

class PageParser {
 public:
  PageParser(const ReadOptions& options) : options_{options}, started_{Clock::now()} {}

  Document parse(const std::string& text) {
    if (text.size() > static_cast<std::size_t>(INT_MAX)) {
      throw ParseError{ErrorCode::too_large, options_.file, "", "larger than the HTML parser can take"};
    }
    parser_.reset(htmlNewParserCtxt());
    if (parser_ == nullptr) {
      throw std::bad_alloc{};
    }
    htmlSAXHandler& events = *parser_->sax;
    std::memset(&events, 0, sizeof events);
    events.startElement = &on_open;
    events.endElement = &on_close;
    events.characters = &on_text;
    events.ignorableWhitespace = &on_text;
    events.error = &on_error;
    parser_->userData = this;
    // The bytes are UTF-8 by now, whatever the page declares.
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    xmlDocPtr document =
        htmlCtxtReadMemory(parser_.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", options);
    if (document != nullptr) {
      xmlFreeDoc(document);
    }
    if (failure_ != nullptr) {
      std::rethrow_exception(failure_);
    }
    DocumentBuilder builder{options_.limits, options_.file};
    page_.finish(builder);
    return std::move(builder).build();
  }

 private:
  // No exception crosses a callback: it is kept, the parser is stopped, and it goes on from `parse`.
  template <typename Work>
  static void guarded(void* data, Work work) noexcept {
    auto& self = *static_cast<PageParser*>(data);
    if (self.failure_ != nullptr) {
      return;
    }
    try {
      self.watch_the_clock();
      work(self);
    } catch (...) {
      self.failure_ = std::current_exception();
      xmlStopParser(self.parser_.get());
    }
  }

  static void on_open(void* data, const xmlChar* name, const xmlChar** attributes) {
    guarded(data, [&](PageParser& self) {
      const Element element = detail::element_of(view(name));
      self.page_.open(element, attributes_of(element, attributes));
      if (self.page_.depth() > self.options_.limits.max_markup_depth) {
        throw ParseError{ErrorCode::too_large, self.options_.file, "",
                         "elements nested deeper than " + std::to_string(self.options_.limits.max_markup_depth) +
                             " (ReadLimits::max_markup_depth)"};
      }
      if (self.page_.cells() > self.options_.limits.max_cells) {
        throw ParseError{
            ErrorCode::too_large, self.options_.file, "",
            "more than " + std::to_string(self.options_.limits.max_cells) + " table cells (ReadLimits::max_cells)"};
      }
    });
  }
  static void on_close(void* data, const xmlChar* name) {
    guarded(data, [&](PageParser& self) { self.page_.close(detail::element_of(view(name))); });
  }
  static void on_text(void* data, const xmlChar* text, int length) {
    guarded(data, [&](PageParser& self) {
      self.page_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(std::max(length, 0))});
    });
  }
  // Pages are full of mistakes; each is only an occasion to look at the clock.
  static void on_error(void* data, const char* /*message*/, ...) {
    guarded(data, [](PageParser&) {});
  }

  void watch_the_clock() {
    if (++events_ % 256 == 0 &&
        std::chrono::duration<double>(Clock::now() - started_).count() > options_.limits.max_seconds) {
      throw ParseError{ErrorCode::too_large, options_.file, "",
                       "reading takes longer than " + std::to_string(options_.limits.max_seconds) +
                           " seconds (ReadLimits::max_seconds)"};
    }
  }

  const ReadOptions& options_;
  Clock::time_point started_;
  std::unique_ptr<htmlParserCtxt, ParserDeleter> parser_;
  detail::PageReader page_;
  std::exception_ptr failure_;
  unsigned events_ = 0;
};

}  // namespace

Document read_html_document(std::string_view bytes, const ReadOptions& options) {
  return PageParser{options}.parse(detail::decode_page(bytes, options.limits, options.file));
}

}  // namespace gongkai
