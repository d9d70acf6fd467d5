# SPDX-License-Identifier: Apache-2.0

# gongkai_test_target(<target>): what all our test programs share.
function(gongkai_test_target target)
  if(GONGKAI_DOCUMENTS)
    target_link_libraries(${target} PRIVATE gongkai_documents_for_tests)
  endif()
  if(GONGKAI_OFFICE)
    target_link_libraries(${target} PRIVATE gongkai_office_for_tests)
  endif()
  # Boost: what our dates are compared with, and interop/.
  target_link_libraries(${target} PRIVATE gongkai_core_for_tests Boost::headers)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/lib" "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(
    ${target} PRIVATE GONGKAI_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                      GONGKAI_DEFAULT_CORPUS="${PROJECT_SOURCE_DIR}/../shared/corpus")
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  gongkai_set_warnings(${target})
endfunction()

# gongkai_add_tests(<folder> [NOT_BELOW]): a program of all *_test.cpp in the folder (and, unless NOT_BELOW, below it),
# every test of which is a test of ctest.
function(gongkai_add_tests folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NOT_BELOW" "" "")
  set(glob GLOB_RECURSE)
  if(arg_NOT_BELOW)
    set(glob GLOB)
  endif()
  file(${glob} sources CONFIGURE_DEPENDS "${folder}/*_test.cpp")
  if(NOT sources)
    return()
  endif()
  file(RELATIVE_PATH name "${PROJECT_SOURCE_DIR}/tests" "${folder}")
  string(REPLACE "/" "_" target "gongkai_${name}_tests")
  add_executable(${target} ${sources})
  gongkai_test_target(${target})
  target_link_libraries(${target} PRIVATE GTest::gtest_main)
  gtest_discover_tests(
    ${target}
    DISCOVERY_MODE PRE_TEST
    DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS "${name}")
endfunction()

# gongkai_add_examples(<folder>): every .cpp is a program that must run; if <name>.out stands beside it, the output
# must be exactly that.
function(gongkai_add_examples folder)
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(gongkai_example_${name} "${source}")
    target_link_libraries(gongkai_example_${name} PRIVATE gongkai::gongkai)
    gongkai_set_warnings(gongkai_example_${name})
    add_test(
      NAME example.${name}
      COMMAND "${CMAKE_COMMAND}" -DPROGRAM=$<TARGET_FILE:gongkai_example_${name}> "-DEXPECTED=${folder}/${name}.out" -P
              "${PROJECT_SOURCE_DIR}/cmake/GongkaiRunExample.cmake"
      WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  endforeach()
endfunction()
