// SPDX-License-Identifier: Apache-2.0
#include <gongkai/base/code.hpp>

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <ostream>
#include <unordered_map>

#include <gongkai/error.hpp>

namespace gongkai {
namespace {

bool is_word(std::string_view text) noexcept {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

bool is_dotted(std::string_view text) noexcept {
  for (;;) {
    const auto dot = text.find('.');
    if (!is_word(text.substr(0, dot))) {
      return false;
    }
    if (dot == std::string_view::npos) {
      return true;
    }
    text.remove_prefix(dot + 1);
  }
}

// Grows and never shrinks: a Code is a bare pointer into it. Only the text is shared, no meaning, so nobody can
// notice which rulebook came first.
class Names {
 public:
  const Code::Name& find_or_add(std::string_view taxonomy, std::string_view token) {
    std::string text{taxonomy};
    text += '.';
    text += token;
    const std::lock_guard<std::mutex> lock{mutex_};
    const auto found = index_.find(text);
    if (found != index_.end()) {
      return *found->second;
    }
    texts_.push_back(std::move(text));
    const std::string_view kept = texts_.back();
    names_.emplace_back(kept.substr(0, taxonomy.size()), kept.substr(taxonomy.size() + 1));
    index_.emplace(kept, &names_.back());
    return names_.back();
  }

 private:
  std::mutex mutex_;
  std::deque<std::string> texts_;
  std::deque<Code::Name> names_;
  std::unordered_map<std::string_view, const Code::Name*> index_;
};

// Never destroyed: codes may be printed by destructors of static objects.
Names& names() {
  static Names* const kept = std::make_unique<Names>().release();
  return *kept;
}

}  // namespace

Code Code::intern(std::string_view taxonomy, std::string_view token) {
  if (!is_dotted(taxonomy)) {
    throw InvalidArgumentError{
        ErrorCode::out_of_range, "taxonomy",
        "\"" + std::string{taxonomy} + "\" is no name of a taxonomy: lower-case words joined by dots"};
  }
  if (!is_word(token)) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "token",
                               "\"" + std::string{token} + "\" is no token: a letter a-z, then a-z, 0-9 and _"};
  }
  return Code{names().find_or_add(taxonomy, token)};
}

std::string Code::qualified() const {
  std::string out{taxonomy()};
  out += '.';
  out += token();
  return out;
}

std::ostream& operator<<(std::ostream& out, Code code) { return out << code.token(); }

}  // namespace gongkai
