// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Who asks (申请人), and who is the same applicant: the id given by the caller; else derived from type, normalised
/// name and a keyed hash of the number of the proof of identity, which the caller computes, so that no number ever
/// comes here. Without that hash two people of one name cannot be told apart: such matches are proposals, never made
/// silently.
///
///     applicant_id("natural_person", "张三", hmac)   // "applicant-…", the same for 张 三 and ZHANG/Zhang alike

#include <string>
#include <string_view>

#include <gongkai/export.hpp>

namespace gongkai {

/// The applicant of a request; of several in one letter the first named.
struct Applicant {
  std::string id;            ///< given, or derived; empty: not known yet
  std::string type;          ///< `applicant_type`
  std::string name;          ///< personal data
  std::string identity_key;  ///< keyed hash of the number of the proof of identity

  friend bool operator==(const Applicant& a, const Applicant& b) {
    return a.id == b.id && a.type == b.type && a.name == b.name && a.identity_key == b.identity_key;
  }
  friend bool operator!=(const Applicant& a, const Applicant& b) { return !(a == b); }
};

/// Without blanks, full-width letters and digits as half-width, ASCII letters small.
[[nodiscard]] GONGKAI_EXPORT std::string normalised_name(std::string_view name);
/// `InvalidArgumentError` 103 when one of the three is empty: then nothing certain can be derived.
[[nodiscard]] GONGKAI_EXPORT std::string applicant_id(std::string_view type, std::string_view name,
                                                      std::string_view identity_key);

}  // namespace gongkai
