// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/citation.hpp>

#include <ostream>
#include <utility>

#include <gongkai/error.hpp>

namespace gongkai {

Citation::Citation(std::string instrument, std::string article)
    : instrument_{std::move(instrument)}, article_{std::move(article)} {
  if (instrument_.empty()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "instrument", "a citation names its instrument; it is empty"};
  }
}

std::string Citation::to_string() const { return article_.empty() ? instrument_ : instrument_ + ", " + article_; }

std::ostream& operator<<(std::ostream& out, const Citation& citation) { return out << citation.to_string(); }

}  // namespace gongkai
