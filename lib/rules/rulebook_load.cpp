// SPDX-License-Identifier: Apache-2.0
// From files to a rulebook.

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "detail/content_hash.hpp"
#include "detail/embedded.hpp"
#include "rules/rule_file.hpp"

namespace gongkai {
namespace {

using detail::OpenFile;
using detail::RulebookImpl;

std::string digits_of(std::string_view bytes) {
  detail::ContentHash hash;
  hash.add(bytes);
  return hash.digits();
}

std::string identity(const RulebookImpl& book) {
  detail::ContentHash hash;
  hash.add("rulebook 1");
  hash.add(book.country);
  for (const auto& file : book.base_hashes) {
    hash.add(file);
  }
  for (const auto& overlay : book.overlay_hashes) {
    hash.add("overlay");
    hash.add(overlay);
  }
  return hash.digits();
}

void need_country(const OpenFile& file, const std::string& country) {
  if (file.country != country) {
    detail::refuse_rule(file.root().at("country"),
                        "a file of \"" + file.country + "\" does not belong to a rulebook of \"" + country + "\"");
  }
}

template <typename Use>
void for_each(const std::vector<OpenFile>& files, std::string_view kind, Use use) {
  for (const auto& file : files) {
    if (file.kind == kind && !file.overlay) {
      use(file.root());
    }
  }
}

void read_base(const std::vector<OpenFile>& files, RulebookImpl& book) {
  for_each(files, "instruments", [&](const detail::JsonCursor& root) {
    root.object({"schema", "kind", "country", "instruments"});
    detail::read_instruments(root.at("instruments"), book);
  });
  for_each(files, "taxonomy", [&](const detail::JsonCursor& root) {
    auto taxonomy = detail::read_taxonomy(root, book);
    const std::string name = taxonomy.name();
    if (!book.taxonomies.emplace(name, std::move(taxonomy)).second) {
      detail::refuse_rule(root.at("name"), "the taxonomy \"" + name + "\" stands in two files");
    }
  });
  for_each(files, "taxonomy", [&](const detail::JsonCursor& root) { detail::check_groups(root, book); });
  for_each(files, "definitions", [&](const detail::JsonCursor& root) { detail::read_definitions(root, book); });
  for_each(files, "rules", [&](const detail::JsonCursor& root) { detail::read_values(root, 0, book); });
  for_each(files, "options", [&](const detail::JsonCursor& root) { detail::read_options(root, book); });
}

void add_overlay(const OpenFile& file, std::string_view bytes, RulebookImpl& book) {
  if (!file.overlay) {
    detail::refuse_rule(file.root(), "a file of kind \"rules\" and layer \"overlay\" is expected");
  }
  need_country(file, book.country);
  detail::read_values(file.root(), book.layers, book);
  ++book.layers;
  book.files.push_back({file.name, std::string{bytes}});
  book.overlay_hashes.push_back(digits_of(bytes));
}

// rules/<country>/rulebook.json: which files make the built-in rulebook, and which lie over it for a place.
struct Manifest {
  std::vector<std::string> files;
  std::vector<std::pair<std::string, std::vector<std::string>>> overlays;
};

std::string_view embedded(const std::string& path) {
  const auto bytes = detail::embedded_file(path);
  if (!bytes) {
    throw InternalError{"the built-in file " + path + " is missing"};
  }
  return *bytes;
}

std::optional<Manifest> manifest_of(std::string_view country) {
  const std::string path = std::string{country} + "/rulebook.json";
  const auto bytes = detail::embedded_file(path);
  if (!bytes) {
    return std::nullopt;
  }
  return detail::reading_rules([&] {
    const auto file = detail::open_rule_file(*bytes, path);
    const auto root = file.root();
    root.object({"schema", "kind", "country", "files", "overlays"});
    Manifest out;
    out.files = root.at("files").strings();
    for (const auto& [name, list] : root.at("overlays").members()) {
      out.overlays.emplace_back(name, list.strings());
    }
    return out;
  });
}

std::vector<RuleFile> embedded_files(std::string_view country, const std::vector<std::string>& names) {
  std::vector<RuleFile> out;
  for (const auto& name : names) {
    const std::string path = std::string{country} + "/" + name;
    out.push_back({path, std::string{embedded(path)}});
  }
  return out;
}

// The folders that have a list of files.
std::vector<std::string> countries() {
  constexpr std::string_view list = "/rulebook.json";
  std::vector<std::string> out;
  for (const auto path : detail::embedded_files_below("")) {
    if (path.size() > list.size() && path.substr(path.size() - list.size()) == list) {
      out.emplace_back(path.substr(0, path.size() - list.size()));
    }
  }
  return out;
}

Rulebook read_builtin(std::string_view name) {
  const auto country = name.substr(0, name.find('-'));
  if (const auto manifest = manifest_of(country)) {
    if (country == name) {
      return Rulebook::from_files(embedded_files(country, manifest->files));
    }
    for (const auto& [place, overlays] : manifest->overlays) {
      if (place == name) {
        auto names = manifest->files;
        names.insert(names.end(), overlays.begin(), overlays.end());
        return Rulebook::from_files(embedded_files(country, names));
      }
    }
  }
  std::string known;
  for (const auto& candidate : Rulebook::builtin_names()) {
    known += (known.empty() ? "" : ", ") + candidate;
  }
  throw NotFoundError{ErrorCode::unknown_country, std::string{name},
                      "there is no built-in rulebook \"" + std::string{name} + "\"; there are: " + known};
}

}  // namespace

Rulebook Rulebook::from_files(const std::vector<RuleFile>& files) {
  std::vector<OpenFile> open;
  open.reserve(files.size());
  for (const auto& file : files) {
    open.push_back(detail::open_rule_file(file.bytes, file.name));
    if (open.back().kind == "rulebook") {
      detail::refuse_rule(open.back().root(), "this is the list of built-in files; give the files that it names");
    }
  }
  if (open.empty()) {
    throw InvalidArgumentError{ErrorCode::out_of_range, "files", "a rulebook has at least one file; none was given"};
  }
  auto book = std::make_shared<RulebookImpl>();
  book->country = open.front().country;
  for (std::size_t i = 0; i < open.size(); ++i) {
    need_country(open[i], book->country);
    if (!open[i].overlay) {
      book->files.push_back(files[i]);
      book->base_hashes.push_back(digits_of(files[i].bytes));
    }
  }
  std::sort(book->base_hashes.begin(), book->base_hashes.end());
  return detail::reading_rules([&] {
    read_base(open, *book);
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i].overlay) {
        add_overlay(open[i], files[i].bytes, *book);
      }
    }
    book->build();
    book->hash = identity(*book);
    return Rulebook{std::move(book)};
  });
}

Rulebook Rulebook::with_overlay(std::string_view bytes, const std::string& file) const {
  const auto open = detail::open_rule_file(bytes, file);
  auto book = std::make_shared<RulebookImpl>(*impl_);
  return detail::reading_rules([&] {
    add_overlay(open, bytes, *book);
    book->build();
    book->hash = identity(*book);
    return Rulebook{std::move(book)};
  });
}

Rulebook Rulebook::builtin(std::string_view name) {
  // Immutable, so that everybody may have the same; reading one takes milliseconds.
  static std::mutex mutex;
  static std::map<std::string, Rulebook, std::less<>> kept;
  const std::lock_guard<std::mutex> lock{mutex};
  const auto found = kept.find(name);
  return found != kept.end() ? found->second : kept.emplace(name, read_builtin(name)).first->second;
}

std::vector<std::string> Rulebook::builtin_names() {
  std::vector<std::string> out;
  std::vector<std::string> places;
  for (const auto& country : countries()) {
    out.push_back(country);
    if (const auto manifest = manifest_of(country)) {
      for (const auto& overlay : manifest->overlays) {
        places.push_back(overlay.first);
      }
    }
  }
  out.insert(out.end(), places.begin(), places.end());
  return out;
}

}  // namespace gongkai
