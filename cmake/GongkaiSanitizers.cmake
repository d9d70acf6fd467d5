# SPDX-License-Identifier: Apache-2.0
# GONGKAI_SANITIZE=address,undefined: for everything in the build, as sanitizers want it.
if(GONGKAI_SANITIZE)
  add_compile_options(-fsanitize=${GONGKAI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${GONGKAI_SANITIZE})
endif()
if(GONGKAI_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "GONGKAI_FUZZ needs clang: configure with -DCMAKE_CXX_COMPILER=clang++")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
