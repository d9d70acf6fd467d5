// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// What a catalogue knows of one piece of government information (R2019 art. 12(3): 索引, 名称, 内容概述, 生成日期 at
/// the least; the other fields as met on offices' pages). Words of closed lists are the tokens of the rulebook's
/// taxonomies.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gongkai/base/date.hpp>
#include <gongkai/event/digest.hpp>
#include <gongkai/export.hpp>

namespace gongkai {

/// A place in one classification. A record may stand in several at once.
struct RecordClass {
  std::string scheme;  ///< `catalogue_class` (Beijing's five), `statutory_item` (R2019 art. 20), or a local one
  std::string code;    ///< a token where the scheme is a taxonomy of the rulebook, else the office's own word

  friend bool operator==(const RecordClass& a, const RecordClass& b) {
    return a.scheme == b.scheme && a.code == b.code;
  }
};

/// Metadata. Empty text and absent values are unknown. What the public never sees is marked *internal*.
struct RecordData {
  std::string title;               ///< 名称, 标题
  std::string summary;             ///< 内容概述
  std::optional<Date> created_on;  ///< 生成日期, 成文日期
  std::string publisher;           ///< 发布机构
  std::string document_number;     ///< 文号
  std::string kind;  ///< `record_kind`: normative_document 行政规范性文件, office_rule 制度, draft, …
  std::vector<RecordClass> classes;
  std::string subject_class;      ///< 主题分类, its levels parted by "\\": 卫生、体育\\医药管理
  std::string genre_class;        ///< 体裁分类, 公文种类
  std::string arrangement_class;  ///< 组配分类
  std::vector<std::string> keywords;
  std::optional<Date> in_force_from;               ///< 生效日期
  std::optional<Date> in_force_to;                 ///< 有效期至, that day included
  std::string disclosure_deadline;                 ///< 公开时限, as printed
  std::string disclosure_scope;                    ///< 公开范围, 公开对象
  std::string carrier;                             ///< 载体: paper, electronic, …
  std::string format;                              ///< 信息格式
  std::string language;                            ///< 语种
  std::string url;                                 ///< 在线链接地址
  std::vector<std::string> attachments;            ///< 附件, their names
  std::optional<bool> full_text;                   ///< the text itself is there electronically (全文电子化)
  std::vector<std::string> matters;                ///< ids of the standard directory that it serves
  std::optional<std::int32_t> limit_working_days;  ///< *internal*: a stricter limit of the office's own
  std::string responsible_unit;                    ///< *internal*: 责任部门
  std::string secrecy_state;                       ///< *internal*: `none`, or a level of the rulebook
  std::optional<ContentDigest> digest;             ///< *internal*: of the content as it stands

  GONGKAI_EXPORT friend bool operator==(const RecordData& a, const RecordData& b);
  friend bool operator!=(const RecordData& a, const RecordData& b) { return !(a == b); }
};

/// From one record to another, or to something outside (a rumour, a document of another body).
struct RecordLink {
  std::string kind;     ///< `record_link`: interprets, responds_to, clarifies, replaces, quotes, …
  std::string record;   ///< the other record's id; empty: outside
  std::string outside;  ///< in words, when it is no record

  friend bool operator==(const RecordLink& a, const RecordLink& b) {
    return a.kind == b.kind && a.record == b.record && a.outside == b.outside;
  }
  friend bool operator!=(const RecordLink& a, const RecordLink& b) { return !(a == b); }
};

}  // namespace gongkai
