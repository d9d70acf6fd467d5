# SPDX-License-Identifier: Apache-2.0
# What the library is compiled with. Boost and json are header-only and private: users of the library need neither.
# libxml2 belongs to gongkai::documents and OpenSSL to gongkai::office; only who links these statically needs them.
if(POLICY CMP0167)
  cmake_policy(SET CMP0167 NEW)  # the configuration that Boost itself installs
endif()
find_package(Boost 1.71 QUIET)
if(NOT Boost_FOUND OR NOT TARGET Boost::headers)
  message(FATAL_ERROR "The headers of Boost (1.71 or newer) are missing. On Debian and Ubuntu:\n"
                      "  sudo apt-get install libboost-dev\n")
endif()
find_package(nlohmann_json 3.9 QUIET)
if(NOT nlohmann_json_FOUND)
  message(FATAL_ERROR "The headers of nlohmann-json (3.9 or newer) are missing. On Debian and Ubuntu:\n"
                      "  sudo apt-get install nlohmann-json3-dev\n")
endif()
if(GONGKAI_DOCUMENTS)
  find_package(LibXml2 2.9 QUIET)
  if(NOT LibXml2_FOUND OR NOT TARGET LibXml2::LibXml2)
    message(FATAL_ERROR "libxml2 (2.9 or newer) is missing. On Debian and Ubuntu:\n"
                        "  sudo apt-get install libxml2-dev\n"
                        "(or configure with -DGONGKAI_DOCUMENTS=OFF for the part without HTML pages)\n")
  endif()
endif()
if(GONGKAI_OFFICE)
  find_package(OpenSSL 3.0 QUIET COMPONENTS Crypto)
  if(NOT OpenSSL_FOUND OR NOT TARGET OpenSSL::Crypto)
    message(FATAL_ERROR "OpenSSL (3.0 or newer) is missing. On Debian and Ubuntu:\n"
                        "  sudo apt-get install libssl-dev\n"
                        "(or configure with -DGONGKAI_OFFICE=OFF for the part that computes no digests)\n")
  endif()
endif()
