// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Reads a published annual report of any generation from its text.
///
///     const auto report = gongkai::read(bytes);
///     report.figure("proactive_total").value.unscaled == 121

#include <string>
#include <string_view>

#include <gongkai/base/limits.hpp>
#include <gongkai/export.hpp>
#include <gongkai/report/annual_report.hpp>
#include <gongkai/report/document.hpp>

namespace gongkai {

struct ReadOptions {
  ReadLimits limits;
  std::string file = "document";  ///< only a name for messages
};

/// Reads. A figure is placed in a slot only where the wording leaves no doubt: its period, its body and what it
/// counts; every other quantity is a mention. `ParseError` 221 when the bytes are no text or empty, 222 beyond the
/// limits, 223 when it is text but no annual report can be recognised in it. An HTML page is no text: see
/// gongkai/documents/html.hpp.
[[nodiscard]] GONGKAI_EXPORT AnnualReport read(std::string_view bytes, const ReadOptions& options = {});

/// The same from a document of any origin.
[[nodiscard]] GONGKAI_EXPORT AnnualReport read(const Document& document, const ReadOptions& options = {});

}  // namespace gongkai
