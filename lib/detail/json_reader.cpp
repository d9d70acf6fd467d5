// SPDX-License-Identifier: Apache-2.0
#include "detail/json_reader.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "detail/utf8.hpp"

namespace gongkai::detail {
namespace {

std::string escape_pointer(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string line_and_column(std::string_view bytes, std::size_t position) {
  const auto before = bytes.substr(0, std::min(position, bytes.size()));
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const auto last = before.rfind('\n');
  const auto column = before.size() - (last == std::string_view::npos ? 0 : last + 1);
  return std::to_string(lines + 1) + ":" + std::to_string(std::max<std::size_t>(column, 1));
}

// A message quotes the bytes around a mistake, which need not be text: what is none becomes U+FFFD.
std::string as_text(std::string_view quoted) {
  std::string out;
  for (std::size_t position = 0; position < quoted.size();) {
    const std::size_t begin = position;
    const auto c = next_code_point(quoted, position);
    const auto bytes = quoted.substr(begin, position - begin);
    out += c == 0xFFFD && bytes.size() == 1 ? std::string_view{"\xEF\xBF\xBD"} : bytes;
  }
  return out;
}

// Builds a Json and refuses what a DOM parser would silently accept: a key that stands twice.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view bytes, const std::string& file, const ReadLimits& limits)
      : bytes_{bytes}, file_{file}, limits_{limits} {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(std::int64_t{value}); }
  bool number_unsigned(number_unsigned_t value) override {
    if (value > static_cast<number_unsigned_t>(INT64_MAX)) {
      throw ParseError{ErrorCode::json_bad_value, file_, pointer(), "the whole number is too large"};
    }
    return add(static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t value, const string_t& /*text*/) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return open(Json{Json::Object{}}); }
  bool key(string_t& name) override {
    const auto& members = std::get<Json::Object>(stack_.back().value.value());
    const bool twice =
        std::any_of(members.begin(), members.end(), [&](const Json::Member& member) { return member.first == name; });
    stack_.back().key = std::move(name);
    if (twice) {
      throw ParseError{ErrorCode::json_duplicate_key, file_, pointer() + "/" + escape_pointer(stack_.back().key),
                       "the key \"" + stack_.back().key + "\" stands twice in this object"};
    }
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(Json{Json::Array{}}); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    const std::string text = error.what();
    const auto detail = text.rfind(": ");
    throw ParseError{ErrorCode::json_syntax, file_, line_and_column(bytes_, position),
                     "not valid JSON: " + as_text(detail == std::string::npos ? text : text.substr(detail + 2))};
  }

  Json take() { return std::move(root_); }

 private:
  struct Frame {
    Json value;
    std::string key;  // of the member being read, in an object
  };

  std::string pointer() const {
    std::string out;
    for (std::size_t i = 0; i + 1 < stack_.size(); ++i) {
      out += "/" + step(stack_[i]);
    }
    return out;
  }
  static std::string step(const Frame& frame) {
    if (const auto* array = std::get_if<Json::Array>(&frame.value.value())) {
      return std::to_string(array->size());
    }
    return escape_pointer(frame.key);
  }

  bool add(Json value) {
    if (stack_.empty()) {
      root_ = std::move(value);
    } else if (auto* array = std::get_if<Json::Array>(&stack_.back().value.value())) {
      array->push_back(std::move(value));
    } else {
      std::get<Json::Object>(stack_.back().value.value()).emplace_back(std::move(stack_.back().key), std::move(value));
    }
    return true;
  }
  bool open(Json value) {
    if (stack_.size() >= limits_.max_depth) {
      throw ParseError{ErrorCode::too_large, file_, pointer(),
                       "nested deeper than " + std::to_string(limits_.max_depth) + " levels"};
    }
    stack_.push_back(Frame{std::move(value), {}});
    return true;
  }
  bool close() {
    Json value = std::move(stack_.back().value);
    stack_.pop_back();
    return add(std::move(value));
  }

  std::string_view bytes_;
  const std::string& file_;
  const ReadLimits& limits_;
  std::vector<Frame> stack_;
  Json root_;
};

// The printer of the JSON library now and then gives 11.640930000000001 for 11.64093; a figure has its own digits.
std::string number_text(double value) {
  std::string text = nlohmann::json(value).dump();
  if (text.size() <= 16 || std::abs(value) >= 1e15) {
    return text;
  }
  double unit = 1;
  for (int decimals = 0; decimals <= 9; ++decimals, unit *= 10) {
    const double digits = std::round(value * unit);
    // Both are exact whole numbers: the quotient is the double nearest to what will be printed.
    if (std::abs(digits) < 9e15 && !(digits / unit < value) && !(digits / unit > value)) {
      const auto whole = static_cast<std::int64_t>(digits);
      std::string out = std::to_string(whole < 0 ? -whole : whole);
      const auto places = static_cast<std::size_t>(decimals);
      if (out.size() <= places) {
        out.insert(0, places + 1 - out.size(), '0');
      }
      if (places == 0) {
        out += ".0";
      } else {
        out.insert(out.size() - places, 1, '.');
      }
      return whole < 0 ? "-" + out : out;
    }
  }
  return text;
}

std::string string_text(const std::string& text) {
  // Text that came from outside may hold broken UTF-8; output must not.
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void write(const Json& json, std::string& out) {
  std::visit(
      [&](const auto& value) {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, Json::Array>) {
          out += '[';
          const char* separator = "";
          for (const auto& element : value) {
            out += separator;
            write(element, out);
            separator = ",";
          }
          out += ']';
        } else if constexpr (std::is_same_v<T, Json::Object>) {
          out += '{';
          const char* separator = "";
          for (const auto& [key, member] : value) {
            out += separator + string_text(key) + ":";
            write(member, out);
            separator = ",";
          }
          out += '}';
        } else if constexpr (std::is_same_v<T, std::string>) {
          out += string_text(value);
        } else if constexpr (std::is_same_v<T, double>) {
          out += number_text(value);
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          out += std::to_string(value);
        } else if constexpr (std::is_same_v<T, bool>) {
          out += value ? "true" : "false";
        } else {
          out += "null";
        }
      },
      json.value());
}

}  // namespace

std::string Json::dump() const {
  std::string out;
  write(*this, out);
  return out;
}

Json parse_json(std::string_view bytes, const std::string& file, const ReadLimits& limits) {
  if (bytes.size() > limits.max_bytes) {
    throw ParseError{ErrorCode::too_large, file, "",
                     "larger than " + std::to_string(limits.max_bytes) + " bytes (ReadLimits::max_bytes)"};
  }
  Builder builder{bytes, file, limits};
  nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder);
  return builder.take();
}

const JsonCursor& JsonCursor::object(std::initializer_list<std::string_view> required,
                                     std::initializer_list<std::string_view> optional) const {
  const auto* members = std::get_if<Json::Object>(&value_->value());
  if (members == nullptr) {
    fail(ErrorCode::json_wrong_type, "an object is expected here");
  }
  const auto in = [](std::initializer_list<std::string_view> keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  for (const auto& member : *members) {
    if (!in(required, member.first) && !in(optional, member.first)) {
      JsonCursor{member.second, *file_, pointer_ + "/" + escape_pointer(member.first)}.fail(
          ErrorCode::json_unknown_key, "unknown key \"" + member.first + "\"");
    }
  }
  for (const auto key : required) {
    if (!find(key)) {
      fail(ErrorCode::json_missing_key, "the key \"" + std::string{key} + "\" is missing");
    }
  }
  return *this;
}

std::vector<std::pair<std::string, JsonCursor>> JsonCursor::members() const {
  const auto* members = std::get_if<Json::Object>(&value_->value());
  if (members == nullptr) {
    fail(ErrorCode::json_wrong_type, "an object is expected here");
  }
  std::vector<std::pair<std::string, JsonCursor>> out;
  out.reserve(members->size());
  for (const auto& [key, value] : *members) {
    out.emplace_back(key, JsonCursor{value, *file_, pointer_ + "/" + escape_pointer(key)});
  }
  return out;
}

std::vector<JsonCursor> JsonCursor::elements() const {
  const auto* array = std::get_if<Json::Array>(&value_->value());
  if (array == nullptr) {
    fail(ErrorCode::json_wrong_type, "an array is expected here");
  }
  std::vector<JsonCursor> out;
  out.reserve(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    out.emplace_back((*array)[i], *file_, pointer_ + "/" + std::to_string(i));
  }
  return out;
}

JsonCursor JsonCursor::at(std::string_view key) const {
  auto found = find(key);
  if (!found) {
    fail(ErrorCode::json_missing_key, "the key \"" + std::string{key} + "\" is missing");
  }
  return *std::move(found);
}

std::optional<JsonCursor> JsonCursor::find(std::string_view key) const {
  if (const auto* members = std::get_if<Json::Object>(&value_->value())) {
    for (const auto& [name, value] : *members) {
      if (name == key) {
        return JsonCursor{value, *file_, pointer_ + "/" + escape_pointer(name)};
      }
    }
  }
  return std::nullopt;
}

bool JsonCursor::is_null() const noexcept { return std::holds_alternative<std::nullptr_t>(value_->value()); }
bool JsonCursor::is_object() const noexcept { return std::holds_alternative<Json::Object>(value_->value()); }
bool JsonCursor::is_array() const noexcept { return std::holds_alternative<Json::Array>(value_->value()); }
bool JsonCursor::is_string() const noexcept { return std::holds_alternative<std::string>(value_->value()); }

const std::string& JsonCursor::string() const {
  if (const auto* text = std::get_if<std::string>(&value_->value())) {
    return *text;
  }
  fail(ErrorCode::json_wrong_type, "a string is expected here");
}

bool JsonCursor::boolean() const {
  if (const auto* value = std::get_if<bool>(&value_->value())) {
    return *value;
  }
  fail(ErrorCode::json_wrong_type, "true or false is expected here");
}

std::int64_t JsonCursor::integer(std::int64_t low, std::int64_t high) const {
  const auto* value = std::get_if<std::int64_t>(&value_->value());
  if (value == nullptr) {
    fail(ErrorCode::json_wrong_type, "a whole number is expected here");
  }
  if (*value < low || *value > high) {
    fail(ErrorCode::json_bad_value, "a whole number from " + std::to_string(low) + " to " + std::to_string(high) +
                                        " is expected here, found " + std::to_string(*value));
  }
  return *value;
}

double JsonCursor::number() const {
  if (const auto* whole = std::get_if<std::int64_t>(&value_->value())) {
    return static_cast<double>(*whole);
  }
  if (const auto* value = std::get_if<double>(&value_->value())) {
    return *value;
  }
  fail(ErrorCode::json_wrong_type, "a number is expected here");
}

std::vector<std::string> JsonCursor::strings() const {
  std::vector<std::string> out;
  for (const auto& element : elements()) {
    out.push_back(element.string());
  }
  return out;
}

Date JsonCursor::date() const {
  const auto& text = string();
  if (const auto date = Date::try_parse(text)) {
    return *date;
  }
  fail(ErrorCode::json_bad_value, "\"" + text + "\" is no day; days are written YYYY-MM-DD");
}

void JsonCursor::fail(ErrorCode code, const std::string& message) const {
  throw ParseError{code, *file_, pointer_, message};
}

}  // namespace gongkai::detail
