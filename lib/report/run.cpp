// SPDX-License-Identifier: Apache-2.0
#include <gongkai/report/run.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "report/body_levels.hpp"
#include "report/body_name.hpp"
#include "report/check_originality.hpp"
#include "report/check_parts.hpp"
#include "report/likeness.hpp"

namespace gongkai {
namespace {

// Candidates for near-identical texts: signatures of least hashes, in bands. Two texts that share four fifths of their
// pieces agree in at least one band but for one time in ten thousand.
constexpr std::size_t bands = 24;
constexpr std::size_t rows = 4;
constexpr std::size_t most_candidates = 24;  // of one text: of very many copies the first ones stand for all
constexpr std::size_t shown = 8;             // shared sentences in a finding

struct Member {
  std::string body;
  std::string plain;  // its name, for comparing
  std::string file;
  std::optional<int> year;
  std::string style;
  ReportStanding standing = ReportStanding::unstated;
  detail::LikeText text;
  bool town = false;
};

std::uint64_t mix(std::uint64_t value, std::uint64_t seed) noexcept {
  value ^= seed * 0x9E3779B97F4A7C15U;
  value ^= value >> 32U;
  value *= 0xD6E8FEB86659FD93U;
  value ^= value >> 32U;
  value *= 0xD6E8FEB86659FD93U;
  return value ^ (value >> 32U);
}

std::vector<std::uint64_t> bands_of(const detail::LikeText& text) {
  std::vector<std::uint64_t> out;
  for (std::size_t band = 0; band < bands; ++band) {
    std::uint64_t key = band;
    for (std::size_t row = 0; row < rows; ++row) {
      std::uint64_t least = ~std::uint64_t{0};
      for (const auto print : text.prints) {
        least = std::min(least, mix(print, band * rows + row + 1));
      }
      key = mix(key ^ least, row + 101);
    }
    out.push_back(key);
  }
  return out;
}

}  // namespace

struct ReportRun::State {
  CheckOptions options;
  std::vector<Member> members;

  void duplicates(std::vector<RunFinding>& out) const;
  void peers(std::vector<RunFinding>& out) const;
  void names(std::vector<RunFinding>& out) const;
  void like(std::size_t a, const std::vector<std::size_t>& candidates, int limit, std::vector<RunFinding>& out) const;
};

ReportRun::ReportRun(CheckOptions options) : state_{std::make_unique<State>()} { state_->options = std::move(options); }
ReportRun::ReportRun(ReportRun&&) noexcept = default;
ReportRun& ReportRun::operator=(ReportRun&&) noexcept = default;
ReportRun::~ReportRun() = default;

std::size_t ReportRun::add(const AnnualReport& report, std::string_view file, ReportStanding standing) {
  Member member;
  member.body = report.organisation.value_or(std::string{});
  member.plain = detail::plain_name(member.body);
  member.file = std::string{file};
  member.year = report.year;
  member.style = report.style.value_or(std::string{});
  member.standing = standing;
  member.text = detail::own_words(report);
  member.town = detail::possible_levels(report, std::nullopt) == std::vector<std::string>{"town"};
  state_->members.push_back(std::move(member));
  return state_->members.size() - 1;
}

std::size_t ReportRun::size() const noexcept { return state_->members.size(); }

// All of one body and year but the one that counts: the final one, else the first.
void ReportRun::State::duplicates(std::vector<RunFinding>& out) const {
  std::map<std::pair<std::string, int>, std::vector<std::size_t>> same;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].plain.empty() && members[i].year) {
      same[{members[i].plain, *members[i].year}].push_back(i);
    }
  }
  for (const auto& [key, all] : same) {
    if (all.size() < 2) {
      continue;
    }
    const auto named = std::find_if(all.begin(), all.end(),
                                    [&](std::size_t i) { return members[i].standing == ReportStanding::final; });
    const std::size_t counted = named == all.end() ? all.front() : *named;
    for (const auto i : all) {
      if (i == counted) {
        continue;
      }
      auto finding = detail::CheckCatalogue::builtin().make(
          "duplicate", members[i].style,
          {{"body", members[i].body}, {"number", std::to_string(all.size())}, {"year", std::to_string(key.second)}});
      finding.citation.clear();
      out.push_back({i, counted, std::move(finding), {}});
    }
  }
}

void ReportRun::State::peers(std::vector<RunFinding>& out) const {
  std::vector<std::vector<std::uint64_t>> keys(members.size());
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].text.comparable()) {
      continue;
    }
    keys[i] = bands_of(members[i].text);
    for (const auto key : keys[i]) {
      auto& bucket = buckets[key];
      if (bucket.size() < most_candidates) {
        bucket.push_back(i);
      }
    }
  }
  const int limit = detail::likeness_limit(options, "O.PEER");
  for (std::size_t i = 0; i < members.size(); ++i) {
    std::vector<std::size_t> candidates;
    for (const auto key : keys[i]) {
      for (const auto other : buckets[key]) {
        const bool known = std::find(candidates.begin(), candidates.end(), other) != candidates.end();
        const bool another = members[other].plain != members[i].plain && members[other].year == members[i].year;
        if (!known && another && candidates.size() < most_candidates) {
          candidates.push_back(other);
        }
      }
    }
    like(i, candidates, limit, out);
  }
}

// The one that is most alike, the first of several.
void ReportRun::State::like(std::size_t a, const std::vector<std::size_t>& candidates, int limit,
                            std::vector<RunFinding>& out) const {
  int most = limit - 1;
  std::optional<std::size_t> best;
  for (const auto other : candidates) {
    const int share = detail::share_in(members[a].text, members[other].text);
    if (share > most || (best && share == most && other < *best)) {
      most = share;
      best = other;
    }
  }
  if (!best) {
    return;
  }
  const auto& other = members[*best];
  RunFinding found{a, *best, {}, detail::shared_sentences(members[a].text, other.text, limit)};
  found.finding = detail::CheckCatalogue::builtin().make(
      "like_peer", members[a].style,
      {{"share", std::to_string(most)}, {"other", other.body.empty() ? other.file : other.body}, {"file", other.file}});
  for (std::size_t i = 0; i < std::min(shown, found.shared.size()); ++i) {
    found.finding.where.push_back(found.shared[i].here);
  }
  out.push_back(std::move(found));
}

// Only between towns: departments and governments speak of each other all the time.
void ReportRun::State::names(std::vector<RunFinding>& out) const {
  std::unordered_map<std::string, std::vector<std::size_t>> by_name;
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].town || members[i].plain.size() < 9) {
      continue;
    }
    by_name[members[i].plain].push_back(i);
    if (std::find(lengths.begin(), lengths.end(), members[i].plain.size()) == lengths.end()) {
      lengths.push_back(members[i].plain.size());
    }
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].town) {
      continue;
    }
    std::vector<std::string> told;
    for (const auto& sentence : members[i].text.sentences) {
      const auto& text = sentence.place.text;
      for (std::size_t at = 0; at < text.size(); ++at) {
        for (const auto length : lengths) {
          const auto found = at + length <= text.size() ? by_name.find(text.substr(at, length)) : by_name.end();
          if (found == by_name.end() || detail::one_ends_with_other(found->first, members[i].plain) ||
              std::find(told.begin(), told.end(), found->first) != told.end()) {
            continue;
          }
          told.push_back(found->first);
          auto finding = detail::CheckCatalogue::builtin().make(
              "peer_name", members[i].style, {{"expected", members[i].body}, {"words", found->first}});
          finding.citation.clear();
          finding.left = members[i].body;
          finding.right = found->first;
          finding.where = {sentence.place};
          out.push_back({i, found->second.front(), std::move(finding), {}});
        }
      }
    }
  }
}

std::vector<RunFinding> ReportRun::findings() const {
  std::vector<RunFinding> out;
  state_->duplicates(out);
  state_->peers(out);
  state_->names(out);
  std::vector<Finding> one(1);
  for (auto& each : out) {
    one.front() = std::move(each.finding);
    detail::reset_severities(one, state_->options);
    each.finding = std::move(one.front());
  }
  std::stable_sort(out.begin(), out.end(), [](const RunFinding& a, const RunFinding& b) {
    return a.report != b.report ? a.report < b.report : a.finding < b.finding;
  });
  return out;
}

}  // namespace gongkai
