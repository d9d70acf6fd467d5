// SPDX-License-Identifier: Apache-2.0
#include <gongkai/office/digest.hpp>

#include <openssl/evp.h>
#include <array>
#include <filesystem>
#include <fstream>
#include <gongkai/error.hpp>

namespace gongkai {
namespace {

struct Freed {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
  void operator()(EVP_MD* algorithm) const noexcept { EVP_MD_free(algorithm); }
};

[[noreturn]] void fail(const char* what) { throw InternalError{std::string{"OpenSSL: "} + what + " failed"}; }

}  // namespace

struct Digester::Impl {
  DigestAlgorithm algorithm;
  std::unique_ptr<EVP_MD_CTX, Freed> context;
};

Digester::Digester(DigestAlgorithm algorithm) {
  const char* const name = algorithm == DigestAlgorithm::sm3 ? "SM3" : "SHA2-256";
  const std::unique_ptr<EVP_MD, Freed> method{EVP_MD_fetch(nullptr, name, nullptr)};
  if (method == nullptr) {
    const std::string word{to_string(algorithm)};
    throw NotFoundError{ErrorCode::unknown_name, word,
                        "the OpenSSL that is loaded has no " + word + "; another build or provider of it has"};
  }
  if (EVP_MD_get_size(method.get()) != static_cast<int>(ContentDigest::size)) {
    fail("EVP_MD_get_size");
  }
  std::unique_ptr<EVP_MD_CTX, Freed> context{EVP_MD_CTX_new()};
  if (context == nullptr || EVP_DigestInit_ex2(context.get(), method.get(), nullptr) != 1) {
    fail("EVP_DigestInit_ex2");
  }
  impl_ = std::make_unique<Impl>(Impl{algorithm, std::move(context)});
}

Digester::Digester(Digester&& other) noexcept = default;
Digester& Digester::operator=(Digester&& other) noexcept = default;
Digester::~Digester() = default;

void Digester::add(std::string_view bytes) {
  if (impl_ == nullptr) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "digester", "a digester that has finished takes no more"};
  }
  if (EVP_DigestUpdate(impl_->context.get(), bytes.data(), bytes.size()) != 1) {
    fail("EVP_DigestUpdate");
  }
}

ContentDigest Digester::finish() {
  if (impl_ == nullptr) {
    throw InvalidArgumentError{ErrorCode::invalid_option, "digester", "a digester finishes once"};
  }
  ContentDigest::Bytes bytes{};
  if (EVP_DigestFinal_ex(impl_->context.get(), bytes.data(), nullptr) != 1) {
    fail("EVP_DigestFinal_ex");
  }
  const auto algorithm = impl_->algorithm;
  impl_.reset();
  return {algorithm, bytes};
}

ContentDigest digest_of(std::string_view bytes, DigestAlgorithm algorithm) {
  Digester digester{algorithm};
  digester.add(bytes);
  return digester.finish();
}

ContentDigest digest_of_file(const std::string& path, DigestAlgorithm algorithm) {
  Digester digester{algorithm};
  const auto where = std::filesystem::u8path(path);
  std::error_code no_answer;
  std::ifstream in{where, std::ios::binary};
  // A folder opens and gives nothing, which would be the digest of an empty file.
  if (!in || std::filesystem::is_directory(where, no_answer)) {
    throw ParseError{ErrorCode::cannot_open, path, "", "it is missing, unreadable or a directory"};
  }
  std::array<char, 65536> piece{};
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    digester.add({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  if (!in.eof()) {
    throw ParseError{ErrorCode::cannot_open, path, "", "it could not be read to its end"};
  }
  return digester.finish();
}

}  // namespace gongkai
