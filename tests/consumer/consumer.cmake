# SPDX-License-Identifier: Apache-2.0
# Included by both consumers after the target ${gongkai_target} is there: a program, and all public headers in one file, both
# compiled with include folders in which Boost and nlohmann-json are poison.
add_executable(due "${CMAKE_CURRENT_LIST_DIR}/due.cpp" "${CMAKE_CURRENT_BINARY_DIR}/all_headers.cpp")
target_link_libraries(due PRIVATE ${gongkai_target})
target_include_directories(due BEFORE PRIVATE "${CMAKE_CURRENT_LIST_DIR}/poison")

file(GLOB_RECURSE headers RELATIVE "${include_folder}" "${include_folder}/gongkai/*.hpp")
list(FILTER headers EXCLUDE REGEX "/interop/")
if(NOT headers)
  message(FATAL_ERROR "no headers in ${include_folder}")
endif()
list(TRANSFORM headers PREPEND "#include <")
list(TRANSFORM headers APPEND ">\n")
string(CONCAT text ${headers})
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/all_headers.cpp" CONTENT "${text}" @ONLY)
