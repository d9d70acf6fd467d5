// SPDX-License-Identifier: Apache-2.0
#include "detail/csv.hpp"

#include <gongkai/error.hpp>

namespace gongkai::detail {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view bytes, const std::string& file) : bytes_{bytes}, file_{file} {
    if (bytes_.compare(0, 3, "\xEF\xBB\xBF") == 0) {
      bytes_.remove_prefix(3);
    }
  }

  std::vector<CsvLine> run() {
    while (at_ < bytes_.size()) {
      CsvLine line = read_line();
      if (line.size() > 1 || !line.front().text.empty()) {
        out_.push_back(std::move(line));
      }
    }
    return std::move(out_);
  }

 private:
  CsvLine read_line() {
    CsvLine out;
    for (;;) {
      out.push_back(read_field());
      if (at_ < bytes_.size() && bytes_[at_] == ',') {
        advance();
        continue;
      }
      if (at_ < bytes_.size() && bytes_[at_] == '\r') {
        advance();
      }
      if (at_ < bytes_.size()) {
        advance();  // the line feed
      }
      return out;
    }
  }

  CsvField read_field() {
    CsvField out;
    out.line = line_;
    out.column = column_;
    if (at_ < bytes_.size() && bytes_[at_] == '"') {
      quoted(out);
      return out;
    }
    while (at_ < bytes_.size() && bytes_[at_] != ',' && bytes_[at_] != '\n' && bytes_[at_] != '\r') {
      if (bytes_[at_] == '"') {
        refuse("a quote within a field; put the whole field in quotes and write \"\" for one");
      }
      out.text += bytes_[at_];
      advance();
    }
    return out;
  }

  void quoted(CsvField& out) {
    advance();
    for (;;) {
      if (at_ >= bytes_.size()) {
        refuse("the quote that opened the last field does not close");
      }
      if (bytes_[at_] != '"') {
        out.text += bytes_[at_];
        advance();
        continue;
      }
      advance();
      if (at_ >= bytes_.size() || bytes_[at_] == ',' || bytes_[at_] == '\n' || bytes_[at_] == '\r') {
        return;
      }
      if (bytes_[at_] != '"') {
        refuse("text after the closing quote of a field");
      }
      out.text += '"';
      advance();
    }
  }

  void advance() {
    const bool feed = bytes_[at_] == '\n';
    ++at_;
    line_ += feed ? 1U : 0U;
    column_ = feed ? 1 : column_ + 1;
  }

  [[noreturn]] void refuse(const std::string& message) const {
    throw ParseError{ErrorCode::csv_syntax, file_, std::to_string(line_) + ":" + std::to_string(column_), message};
  }

  std::string_view bytes_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
  std::vector<CsvLine> out_;
};

}  // namespace

std::vector<CsvLine> parse_csv(std::string_view bytes, const std::string& file) { return CsvReader{bytes, file}.run(); }

}  // namespace gongkai::detail
