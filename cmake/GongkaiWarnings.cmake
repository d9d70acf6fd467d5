# SPDX-License-Identifier: Apache-2.0
# gongkai_set_warnings(<target>): the warnings that our own code is free of. Never inherited by users.
function(gongkai_set_warnings target)
  if(NOT GONGKAI_WARNINGS AND NOT GONGKAI_WERROR)
    return()
  endif()
  set(warnings
      -Wall
      -Wextra
      -Wpedantic
      -Wcast-align
      -Wcast-qual
      -Wconversion
      -Wdouble-promotion
      -Wextra-semi
      -Wformat=2
      -Wimplicit-fallthrough
      -Wnon-virtual-dtor
      -Wold-style-cast
      -Woverloaded-virtual
      -Wshadow
      -Wsign-conversion
      -Wundef
      -Wunused)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    list(APPEND warnings -Wduplicated-branches -Wduplicated-cond -Wlogical-op)
  endif()
  if(GONGKAI_WERROR)
    list(APPEND warnings -Werror)
  endif()
  target_compile_options(${target} PRIVATE ${warnings})
endfunction()
