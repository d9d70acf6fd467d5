// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gongkai/error.hpp>
#include <gongkai/io/load.hpp>
#include <iterator>
#include <vector>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_open(const std::string& path, const std::string& why) {
  throw ParseError{ErrorCode::cannot_open, path, "", "cannot be read: " + why};
}

// Where the content begins: behind a byte order mark and blanks.
std::string_view content(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) {
    bytes.remove_prefix(byte_order_mark.size());
  }
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{} : bytes.substr(begin);
}

bool is_icalendar(std::string_view bytes) {
  constexpr std::string_view opening = "BEGIN:VCALENDAR";
  const std::string_view text = content(bytes).substr(0, opening.size());
  return std::equal(text.begin(), text.end(), opening.begin(), opening.end(), [](char given, char wanted) {
    return (given >= 'a' && given <= 'z' ? static_cast<char>(given - 'a' + 'A') : given) == wanted;
  });
}

// Ours has "years" (and "schema"), theirs has "days" and "year"; the reader will look closer.
bool is_holiday_cn(std::string_view bytes) {
  return bytes.find("\"days\"") != std::string_view::npos && bytes.find("\"years\"") == std::string_view::npos;
}

bool is_year_file(const fs::path& path) {
  const std::string stem = path.stem().string();
  return path.extension() == ".json" && stem.size() == 4 &&
         std::all_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
}

WorkCalendar load_folder(const std::string& path, const ReadLimits& limits) {
  std::vector<fs::path> paths;
  std::error_code failed;
  for (fs::directory_iterator at{path, failed}, end; !failed && at != end; at.increment(failed)) {
    if (is_year_file(at->path())) {
      paths.push_back(at->path());
    }
  }
  if (failed) {
    cannot_open(path, failed.message());
  }
  if (paths.empty()) {
    cannot_open(path, "a folder without files named by year, e.g. 2024.json");
  }
  std::sort(paths.begin(), paths.end());
  std::vector<NamedBytes> files;
  files.reserve(paths.size());
  for (const auto& file : paths) {
    files.push_back(NamedBytes{file.string(), read_file(file.string(), limits)});
  }
  return WorkCalendar::from_holiday_cn(files, limits);
}

}  // namespace

std::string read_file(const std::string& path, const ReadLimits& limits) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (failed || !fs::exists(status)) {
    cannot_open(path, failed ? failed.message() : "no such file");
  }
  if (fs::is_directory(status)) {
    cannot_open(path, "it is a folder");
  }
  if (!fs::is_regular_file(status)) {
    cannot_open(path, "it is no regular file");
  }
  std::ifstream in{path, std::ios::binary};
  if (!in) {
    cannot_open(path, "permission denied");
  }
  // What grows while it is read is noticed too: one byte more than allowed is asked for.
  const auto too_large = [&] {
    throw ParseError{ErrorCode::too_large, path, "",
                     "larger than " + std::to_string(limits.max_bytes) + " bytes (ReadLimits::max_bytes)"};
  };
  const auto size = fs::file_size(path, failed);
  if (!failed && size > limits.max_bytes) {
    too_large();
  }
  std::string out;
  std::vector<char> piece(std::size_t{1} << 16);
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    out.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    if (out.size() > limits.max_bytes) {
      too_large();
    }
  }
  if (in.bad()) {
    cannot_open(path, "reading failed");
  }
  return out;
}

WorkCalendar load_calendar(const std::string& path, const ICalendarOptions& icalendar, const ReadLimits& limits) {
  std::error_code failed;
  if (fs::is_directory(path, failed)) {
    return load_folder(path, limits);
  }
  std::string bytes = read_file(path, limits);
  if (is_icalendar(bytes)) {
    return WorkCalendar::from_icalendar(bytes, path, icalendar, limits);
  }
  if (is_holiday_cn(bytes)) {
    return WorkCalendar::from_holiday_cn({NamedBytes{path, std::move(bytes)}}, limits);
  }
  return WorkCalendar::from_json(bytes, path, limits);
}

WorkCalendar calendar_in_force(std::string_view country) {
  const char* const data = std::getenv("GONGKAI_DATA");
  if (data == nullptr || *data == '\0') {
    return WorkCalendar::builtin(country);
  }
  std::string folder;
  for (const char c : country) {
    folder += static_cast<char>(c - 'A' + 'a');
  }
  if (country.size() != 2 ||
      !std::all_of(country.begin(), country.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
    throw NotFoundError{ErrorCode::unknown_country, std::string{country},
                        "\"" + std::string{country} + "\" is no country; two capital letters are expected, e.g. CN"};
  }
  const std::string path = (fs::path{data} / folder / "calendar" / "holidays.json").string();
  WorkCalendar calendar = WorkCalendar::from_json(read_file(path), path);
  if (calendar.country() != country) {
    throw RulebookError{
        ErrorCode::calendar_contradicts, path, "/country",
        "the calendar of " + calendar.country() + " stands where that of " + std::string{country} + " is expected"};
  }
  return calendar;
}

}  // namespace gongkai
