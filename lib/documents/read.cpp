// SPDX-License-Identifier: Apache-2.0
#include <gongkai/documents/html.hpp>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

struct ForeignFormat {
  std::string_view begins_with;
  const char* message;
};

using namespace std::string_view_literals;  // two of the signatures could end in a NUL

constexpr ForeignFormat foreign_formats[] = {
    {"PK\x03\x04"sv, "a packed office file (.docx, .xlsx, .ofd, .zip); gongkai.read in Python reads .docx and .xlsx"},
    {"\xD0\xCF\x11\xE0"sv,
     "an old office file (.doc, .xls, .wps); save it as .docx or .xlsx, for instance with "
     "soffice --headless --convert-to docx"},
    {"%PDF"sv, "a PDF file; save its text as .docx or .txt first, for instance with Word or WPS"},
    {"{\\rtf"sv, "a Rich Text file; save it as .docx"},
    {"\x89PNG"sv, "a picture; its text has to be recognised or typed first"},
    {"\xFF\xD8\xFF"sv, "a picture; its text has to be recognised or typed first"},
    {"GIF8"sv, "a picture; its text has to be recognised or typed first"},
    {"II*\x00"sv, "a picture; its text has to be recognised or typed first"},
    {"MM\x00*"sv, "a picture; its text has to be recognised or typed first"},
};

}  // namespace

AnnualReport read_html(std::string_view bytes, const ReadOptions& options) {
  return read(read_html_document(bytes, options), options);
}

Document read_any_document(std::string_view bytes, const ReadOptions& options) {
  for (const auto& format : foreign_formats) {
    if (bytes.substr(0, format.begins_with.size()) == format.begins_with) {
      throw ParseError{ErrorCode::not_text, options.file, "", format.message};
    }
  }
  return looks_like_html(bytes) ? read_html_document(bytes, options)
                                : read_text_document(bytes, options.limits, options.file);
}

AnnualReport read_any(std::string_view bytes, const ReadOptions& options) {
  return read(read_any_document(bytes, options), options);
}

}  // namespace gongkai
