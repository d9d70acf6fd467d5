# SPDX-License-Identifier: Apache-2.0
# ccache when it is there. Paths below the source tree are made relative, so that the build directories
# (build/dev, build/python, …: all of the same depth) share what they compile.
if(PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(GONGKAI_CCACHE ccache)
  mark_as_advanced(GONGKAI_CCACHE)
  if(GONGKAI_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${GONGKAI_CCACHE}")
  endif()
endif()
