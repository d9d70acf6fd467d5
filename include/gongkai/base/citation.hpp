// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Where a rule stands: the instrument and, where it has one, the article.
///
///     Citation{"国务院令第711号", "art. 33(2)"}.to_string() == "国务院令第711号, art. 33(2)"

#include <iosfwd>
#include <string>

#include <gongkai/export.hpp>

namespace gongkai {

/// A reference to a legal source. Both parts as the source prints them.
class GONGKAI_EXPORT Citation {
 public:
  /// `InvalidArgumentError` 103 for an empty instrument: a rule without a source is no rule.
  explicit Citation(std::string instrument, std::string article = {});

  [[nodiscard]] const std::string& instrument() const noexcept { return instrument_; }
  /// Empty when the instrument is cited as a whole.
  [[nodiscard]] const std::string& article() const noexcept { return article_; }
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const Citation& a, const Citation& b) noexcept {
    return a.instrument_ == b.instrument_ && a.article_ == b.article_;
  }
  friend bool operator!=(const Citation& a, const Citation& b) noexcept { return !(a == b); }

 private:
  std::string instrument_;
  std::string article_;
};

GONGKAI_EXPORT std::ostream& operator<<(std::ostream& out, const Citation& citation);

}  // namespace gongkai
