// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The evidence bundle (证据目录) of a request, for a reconsideration or a lawsuit: what the decision needs by its
/// grounds (法释〔2025〕8号 art. 5: the agency bears the burden of proof), which documents of the file fulfil it, what
/// is missing, and every document with its digest.
///
///     const auto bundle = evidence_bundle(state, events, EvidenceRules::builtin("CN"));
///     for (const auto& item : bundle.items) {
///       if (item.documents.empty()) { missing(item.label_zh, item.citation); }     // 检索记录
///     }
///
/// A manifest names; the files themselves stay where they are.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/event/digest.hpp>
#include <gongkai/export.hpp>
#include <gongkai/request/event.hpp>
#include <gongkai/request/state.hpp>

namespace gongkai {

namespace detail {
struct EvidenceData;
}

/// Which evidence which decision needs: `rules/<country>/evidence/bundle.json`. Cheap to copy, immutable.
class GONGKAI_EXPORT EvidenceRules {
 public:
  /// `NotFoundError` 401.
  [[nodiscard]] static EvidenceRules builtin(std::string_view country);
  /// `RulebookError` 304 with file and pointer.
  [[nodiscard]] static EvidenceRules parse(std::string_view json, const std::string& file);

  [[nodiscard]] const std::string& identity() const noexcept;

  EvidenceRules(const EvidenceRules& other) noexcept;  // moving copies: no rules are ever empty
  EvidenceRules& operator=(const EvidenceRules& other) noexcept;
  ~EvidenceRules();
  /// For the library.
  explicit EvidenceRules(std::shared_ptr<const detail::EvidenceData> data) noexcept;
  [[nodiscard]] const detail::EvidenceData& data() const noexcept { return *data_; }

 private:
  std::shared_ptr<const detail::EvidenceData> data_;
};

/// A document of the file, or a note of it in the register.
struct BundleDocument {
  std::string name;                     ///< its id, or what the register calls it
  std::string action;                   ///< of the event that names it: `extended`, `decided`, …
  std::int64_t event = 0;               ///< its sequence
  Date day;                             ///< legal day of that event
  std::optional<ContentDigest> digest;  ///< absent: the file was not given

  friend bool operator==(const BundleDocument& a, const BundleDocument& b) {
    return a.name == b.name && a.action == b.action && a.event == b.event && a.day == b.day && a.digest == b.digest;
  }
};

/// One kind of evidence that the decision needs.
struct BundleItem {
  std::string kind;                       ///< `search_record`, `risk_assessment`, …
  std::string label_zh;                   ///< 检索记录
  std::vector<std::string> needed_by;     ///< grounds, outcome or circumstance, in the order of the rules
  std::string citation;                   ///< of the first of them
  std::vector<BundleDocument> documents;  ///< what fulfils it; empty: missing
};

struct EvidenceBundle {
  std::string request;
  std::string outcome;  ///< of the decision that stands; empty: none
  std::optional<Date> decided_on;
  std::string rules;                      ///< identity of the evidence rules
  std::vector<BundleItem> items;          ///< in the order of the kinds of the rules
  std::vector<BundleDocument> documents;  ///< every document that the history names, by event

  /// Kinds without a document.
  [[nodiscard]] GONGKAI_EXPORT std::vector<std::string> missing() const;
};

/// The bundle of the decision that stands. `events` is the register that `request` was replayed from; only those that
/// `request.events` counts are looked at, so that what was corrected or retracted is not in it. `digests` by name of
/// document; what is handed over has its digest in the register.
///
/// What a note in the register is, is told by the words of the rules; what fits none is in `documents` all the same.
/// Grounds of which the sources say nothing (state secrets, registry matters) need nothing here. Before a decision no
/// item is needed.
[[nodiscard]] GONGKAI_EXPORT EvidenceBundle evidence_bundle(const RequestState& request,
                                                            const std::vector<RequestEvent>& events,
                                                            const EvidenceRules& rules,
                                                            const std::map<std::string, ContentDigest>& digests = {});

/// `"schema": 1`, one line, byte-stable.
[[nodiscard]] GONGKAI_EXPORT std::string to_json(const EvidenceBundle& bundle);
/// Two tables, escaped, without scripts: what is needed, and every document.
[[nodiscard]] GONGKAI_EXPORT std::string to_html(const EvidenceBundle& bundle);

}  // namespace gongkai
