// SPDX-License-Identifier: Apache-2.0
#include <gongkai/request/applicant.hpp>

#include <gongkai/error.hpp>

#include "detail/content_hash.hpp"
#include "event/plain_text.hpp"

namespace gongkai {

std::string normalised_name(std::string_view name) { return detail::narrow_text(name); }

std::string applicant_id(std::string_view type, std::string_view name, std::string_view identity_key) {
  const auto plain = normalised_name(name);
  if (type.empty() || plain.empty() || identity_key.empty()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "applicant",
                               "an applicant's id is derived from type, name and the keyed hash of the proof of "
                               "identity; one of them is missing"};
  }
  detail::ContentHash hash;
  hash.add(type);
  hash.add(plain);
  hash.add(identity_key);
  return "applicant-" + hash.digits();
}

}  // namespace gongkai
