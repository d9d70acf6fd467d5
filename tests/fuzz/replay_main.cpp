// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target without libFuzzer: on every file of a folder, and on mutations of each that are the same
// on every machine and every day.  Usage: <program> <folder> <mutations per file>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

class Random {
 public:
  explicit Random(const std::string& seed) {
    for (const char c : seed) {
      state_ = (state_ ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
  }
  std::size_t below(std::size_t limit) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ % limit);
  }

 private:
  std::uint64_t state_ = 14695981039346656037U;
};

// What breaks readers: structure characters, borders of UTF-8, long numbers, NUL.
const std::vector<std::string>& dictionary() {
  static const std::vector<std::string> words{"{",
                                              "}",
                                              "[",
                                              "]",
                                              "\"",
                                              "\\",
                                              ":",
                                              ",",
                                              "-",
                                              "0",
                                              "99999999999999999999",
                                              "1e999",
                                              "-0",
                                              "null",
                                              "true",
                                              "\\ud800",
                                              "\n",
                                              "\xEF\xBB\xBF",
                                              "\xFF",
                                              "\xE5\xB9",
                                              "\xED\xA0\x80",
                                              "\xF0\x9F\x98\x80",
                                              "年",
                                              "件",
                                              "万",
                                              "，",
                                              "．",
                                              std::string(1, '\0'),
                                              "<td>",
                                              "&#0;",
                                              "2024-02-30"};
  return words;
}

std::string mutate(std::string bytes, Random& random) {
  for (std::size_t changes = 1 + random.below(4); changes > 0; --changes) {
    const std::size_t at = random.below(bytes.size() + 1);
    switch (random.below(6)) {
      case 0:  // another byte
        if (at < bytes.size()) {
          bytes[at] = static_cast<char>(random.below(256));
        }
        break;
      case 1:  // a piece is lost
        bytes.erase(at, 1 + random.below(16));
        break;
      case 2:  // a word from the dictionary
        bytes.insert(at, dictionary()[random.below(dictionary().size())]);
        break;
      case 3:  // a piece stands twice
        bytes.insert(random.below(bytes.size() + 1), bytes.substr(at, 1 + random.below(32)));
        break;
      case 4:  // cut short
        bytes.resize(at);
        break;
      default:  // one bit
        if (at < bytes.size()) {
          bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << random.below(8)));
        }
    }
  }
  return bytes;
}

void run(const std::string& bytes) {
  // A copy of exactly this size, so that reading one byte too far is seen by AddressSanitizer.
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " <folder> <mutations per file>\n";
    return 2;
  }
  std::vector<std::filesystem::path> files;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator{argv[1], missing}) {
    if (entry.is_regular_file()) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  const int mutations = std::atoi(argv[2]);
  run("");
  for (const auto& file : files) {
    std::ifstream in{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    run(bytes);
    for (int i = 0; i < mutations; ++i) {
      Random random{file.filename().string() + "#" + std::to_string(i)};
      const std::string mutant = mutate(bytes, random);
      // Left behind by a crash: the input that caused it.
      if (const char* keep = std::getenv("GONGKAI_FUZZ_KEEP")) {
        std::ofstream{keep, std::ios::binary} << mutant;
      }
      run(mutant);
    }
  }
  std::cout << files.size() << " files, " << mutations << " mutations of each\n";
  return files.empty() ? 1 : 0;
}
