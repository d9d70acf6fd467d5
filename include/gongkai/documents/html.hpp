// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Published pages: HTML as portals write it.
///
///     const auto document = gongkai::read_html_document(bytes);
///     document.tables().size()                       // 3
///     const auto report = gongkai::read_html(bytes); // the same as read(document)
///
/// Scripts, styles, forms' controls, hidden elements and lists of links are left out. Tables that only arrange the page
/// are unfolded into what they hold. The encoding is the one that the bytes have, whatever the page declares.

#include <string_view>

#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/document.hpp>
#include <gongkai/report/read.hpp>

namespace gongkai {

/// `ParseError` 221 when the bytes are no text in UTF-8, UTF-16, GB18030 or Big5, 222 beyond the limits (bytes,
/// nesting, cells, seconds). A page that is cut off or badly formed is read as far as it goes. Linear in the length of
/// the page.
[[nodiscard]] GONGKAI_EXPORT Document read_html_document(std::string_view bytes, const ReadOptions& options = {});

/// As `read`; also 223 when the page holds no report, a login page for instance.
[[nodiscard]] GONGKAI_EXPORT AnnualReport read_html(std::string_view bytes, const ReadOptions& options = {});

/// A page or a text as a document, whichever the bytes are; errors as `read_any`, 223 excepted.
[[nodiscard]] GONGKAI_EXPORT Document read_any_document(std::string_view bytes, const ReadOptions& options = {});

/// A page or a text, whichever the bytes are. Files that must be read by other means (Word, Excel, PDF, pictures) are
/// `ParseError` 221 with a message that says by which.
[[nodiscard]] GONGKAI_EXPORT AnnualReport read_any(std::string_view bytes, const ReadOptions& options = {});

}  // namespace gongkai
