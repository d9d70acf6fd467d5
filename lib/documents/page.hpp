// SPDX-License-Identifier: Apache-2.0
#pragma once
// Turns the elements of a page, as they open and close, into paragraphs, headings and tables.

#include <gongkai/report/document.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "documents/elements.hpp"

namespace gongkai::detail {

/// What reading needs to know of an element's attributes.
struct Attributes {
  CellSpan span;
  bool hidden = false;
  bool link_to_page = false;  ///< of `a`: leads to another place, not to a file to download
  std::string picture;        ///< of `img`: what it is called, else where it comes from
};

class PageReader {
 public:
  PageReader();
  ~PageReader();
  PageReader(const PageReader&) = delete;
  PageReader& operator=(const PageReader&) = delete;

  /// Elements open at this moment.
  [[nodiscard]] std::size_t depth() const noexcept { return open_.size(); }
  /// Cells seen so far.
  [[nodiscard]] std::size_t cells() const noexcept { return cells_; }

  void open(Element element, const Attributes& attributes);
  void close(Element element);
  void text(std::string_view utf8);
  /// Hands everything to the builder. Only once.
  void finish(DocumentBuilder& builder);

 private:
  struct Item;
  struct TableItem;
  struct Cell;
  using Flow = std::vector<Item>;

  struct OpenElement {
    ElementKind kind;
    bool skipping;  ///< it and all in it
  };
  struct OpenTable;

  [[nodiscard]] Flow& flow();
  [[nodiscard]] bool skipping() const noexcept { return !open_.empty() && open_.back().skipping; }
  void flush();
  void open_table();
  void close_table();
  void close_cell();
  void open_cell(const Attributes& attributes);
  void close_element();

  std::vector<OpenElement> open_;
  std::vector<OpenTable> tables_;
  std::unique_ptr<Flow> root_;
  std::size_t cells_ = 0;
  // The line that is being read.
  std::string line_;
  std::size_t own_bytes_ = 0;  // of line_, outside links, separators not counted
  int links_ = 0;              // open
  int links_in_line_ = 0;
  int preformatted_ = 0;
  int heading_ = 0;  // level, 0 outside
  bool titled_ = false;
};

}  // namespace gongkai::detail
