// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// The catalogue as the public may see it (R2019 arts 12(3), 24), and no more: what is not to be disclosed, and fields
/// for the office's own use, have no place in the type.
///
///     const auto view = public_view(catalogue, {2013, 12, 31}, {});
///     write(path, to_html(view));   // or to_csv, to_json

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/catalogue/state.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// 有效性.
enum class Validity : std::uint8_t {
  in_force,   ///< 有效
  not_yet,    ///< 尚未生效
  expired,    ///< 失效
  repealed,   ///< 废止
  not_stated  ///< no day is known
};

/// A record to be seen. Unknown is empty.
struct PublicRecord {
  std::string index_number;
  std::string title;
  std::string summary;
  std::optional<Date> created_on;
  std::string publisher;
  std::string document_number;
  std::string kind;
  std::vector<RecordClass> classes;
  std::string subject_class;
  std::string genre_class;
  std::string arrangement_class;
  std::vector<std::string> keywords;
  std::optional<Date> published_on;  ///< first act
  std::vector<std::string> channels;
  Validity validity = Validity::not_stated;
  std::optional<Date> comments_until;  ///< of a draft that is open
  std::string disclosure_scope;
  std::string carrier;
  std::string format;
  std::string language;
  std::string url;
  std::vector<std::string> attachments;
  std::vector<RecordLink> links;  ///< to what is itself public, by index number or, without one, title; and outside
};

/// Which records are asked for. Every condition given must hold.
struct PublicFilter {
  std::string scheme;         ///< with `code`: a place in a classification; alone: any place in it
  std::string code;           ///< alone: this place in whichever classification
  std::string subject_class;  ///< 主题分类: itself and what lies below it
  std::string kind;
  std::string text;  ///< stands in title, summary, number or keywords
  std::optional<Date> published_from;
  std::optional<Date> published_to;
  std::optional<Validity> validity;
};

/// By day of publication, the latest first, then by index number and title. `catalogue` is the state as of `as_of`.
[[nodiscard]] GONGKAI_EXPORT std::vector<PublicRecord> public_view(const Catalogue& catalogue, Date as_of,
                                                                   const PublicFilter& filter = {});

/// Byte-stable; everything is escaped. The columns: 索引号, 名称, 内容概述, 生成日期, 发布机构, 文号, 发布日期, 有效性,
/// 链接.
[[nodiscard]] GONGKAI_EXPORT std::string to_html(const std::vector<PublicRecord>& view);
/// RFC 4180 with a heading line. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] GONGKAI_EXPORT std::string to_csv(const std::vector<PublicRecord>& view);
/// An array of objects; absent is left out.
[[nodiscard]] GONGKAI_EXPORT std::string to_json(const std::vector<PublicRecord>& view);

/// `in_force`, `not_yet`, …
[[nodiscard]] GONGKAI_EXPORT std::string_view to_string(Validity validity) noexcept;
/// 有效, 尚未生效, …
[[nodiscard]] GONGKAI_EXPORT std::string_view label_zh(Validity validity) noexcept;

}  // namespace gongkai
