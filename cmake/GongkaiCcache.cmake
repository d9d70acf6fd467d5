# SPDX-License-Identifier: Apache-2.0
# ccache when it is there. Paths below the source tree are made relative, so that all build directories and checkouts
# share what they compile; the last setting lets it cache what uses a precompiled header.
if(PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(GONGKAI_CCACHE ccache)
  mark_as_advanced(GONGKAI_CCACHE)
  if(GONGKAI_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros "${GONGKAI_CCACHE}")
  endif()
endif()
