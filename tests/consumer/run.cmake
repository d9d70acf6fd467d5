# SPDX-License-Identifier: Apache-2.0
# One consumer test: CASE is static, shared or add_subdirectory.
cmake_minimum_required(VERSION 3.24)
set(here "${CMAKE_CURRENT_LIST_DIR}")
get_filename_component(parent "${BINARY_DIR}" DIRECTORY)
get_filename_component(own_name "${BINARY_DIR}" NAME)
set(library "${parent}/${own_name}-consumer-${CASE}-library")
set(program "${parent}/${own_name}-consumer-${CASE}")
set(prefix "${program}/prefix")
set(toolchain "-DCMAKE_CXX_COMPILER=${COMPILER}" -G "${GENERATOR}")
string(REPLACE "|" ";" LAUNCHER "${LAUNCHER}")
set(ENV{CMAKE_CXX_COMPILER_LAUNCHER} "${LAUNCHER}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect_program file)
  run("${file}")
  if(NOT output STREQUAL "due 2024-04-01\ngongkai ${VERSION}\nno notice: 451\n")
    message(FATAL_ERROR "${file} prints\n${output}")
  endif()
  # What is missing on a user's machine must not be asked for either.
  find_program(readelf readelf)
  if(readelf)
    run("${readelf}" -d "${file}")
    if(output MATCHES "NEEDED[^\n]*(boost|json|xml|crypto)")
      message(FATAL_ERROR "${file} needs\n${output}")
    endif()
  endif()
endfunction()

# Which files the headers pull in: a proof that does not depend on which poison was thought of.
function(expect_no_foreign_headers)
  run("${COMPILER}" -std=c++17 -M ${ARGN} "${program}/all_headers.cpp")
  if(output MATCHES "[^ \n]*/(boost|nlohmann|pybind11|libxml|openssl)/[^ \n]*")
    message(FATAL_ERROR "the public headers include ${CMAKE_MATCH_0}")
  endif()
endfunction()

if(CASE STREQUAL "add_subdirectory")
  run("${CMAKE_COMMAND}" -S "${here}/add_subdirectory" -B "${program}" ${toolchain} "-DGONGKAI_SOURCE=${SOURCE_DIR}"
      -DBUILD_SHARED_LIBS=ON -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O0")
  run("${CMAKE_COMMAND}" --build "${program}")
  expect_program("${program}/due")
  return()
endif()

if(CASE STREQUAL "static" AND NOT BUILT_SHARED)
  set(library "${BINARY_DIR}")
else()
  set(shared OFF)
  if(CASE STREQUAL "shared")
    set(shared ON)
  endif()
  run("${CMAKE_COMMAND}" -S "${SOURCE_DIR}" -B "${library}" ${toolchain} -DBUILD_SHARED_LIBS=${shared}
      -DGONGKAI_BUILD_TESTS=OFF -DGONGKAI_WARNINGS=OFF -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=-O0")
  run("${CMAKE_COMMAND}" --build "${library}")
endif()

file(REMOVE_RECURSE "${prefix}")
run("${CMAKE_COMMAND}" --install "${library}" --prefix "${prefix}")
# Installed files name neither the sources, nor the build, nor a private dependency.
file(GLOB_RECURSE texts "${prefix}/*.cmake" "${prefix}/*.pc")
foreach(text IN LISTS texts)
  file(READ "${text}" content)
  string(TOLOWER "${content}" lower)
  string(REPLACE "interop/boost_date_time.hpp" "" lower "${lower}")  # a header that is for those who have Boost
  string(FIND "${content}" "${SOURCE_DIR}/" at)
  if(NOT at EQUAL -1 OR lower MATCHES "boost|nlohmann")
    message(FATAL_ERROR "${text} names what is not installed:\n${content}")
  endif()
endforeach()

run("${CMAKE_COMMAND}" -S "${here}/find_package" -B "${program}" ${toolchain} "-DCMAKE_PREFIX_PATH=${prefix}"
    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON -DCMAKE_DISABLE_FIND_PACKAGE_nlohmann_json=ON)
run("${CMAKE_COMMAND}" --build "${program}")
expect_program("${program}/due")
expect_no_foreign_headers("-I${prefix}/include")

# The core alone asks for nothing, libxml2 and OpenSSL neither.
run("${CMAKE_COMMAND}" -S "${here}/find_package" -B "${program}-core" ${toolchain} "-DCMAKE_PREFIX_PATH=${prefix}"
    -DPART=core -DCMAKE_BUILD_TYPE=Debug -DCMAKE_DISABLE_FIND_PACKAGE_LibXml2=ON
    -DCMAKE_DISABLE_FIND_PACKAGE_OpenSSL=ON)
run("${CMAKE_COMMAND}" --build "${program}-core")
expect_program("${program}-core/due")

if(CASE STREQUAL "shared")
  # Only what is exported on purpose is visible: names of ours, but none of detail.
  find_program(nm nm REQUIRED)
  file(GLOB shared_libraries "${prefix}/${LIBDIR}/libgongkai_*.so")
  foreach(shared_library IN LISTS shared_libraries)
    run("${nm}" -D --defined-only --format=posix "${shared_library}")
    string(REGEX MATCHALL "[^\n]+" symbols "${output}")
    list(TRANSFORM symbols REPLACE " .*" "")
    set(foreign "${symbols}")
    list(FILTER foreign EXCLUDE REGEX "^_Z(T[ISV]|GVZ|Z)?NK?7gongkai")
    list(FILTER symbols INCLUDE REGEX "^_ZNK?7gongkai6detail")
    if(foreign OR symbols)
      list(JOIN foreign "\n" foreign)
      list(JOIN symbols "\n" symbols)
      message(FATAL_ERROR "${shared_library} exports by mistake:\n${foreign}\n${symbols}")
    endif()
  endforeach()
endif()

find_program(pkg_config NAMES pkg-config pkgconf REQUIRED)
set(ENV{PKG_CONFIG_PATH} "${prefix}/${LIBDIR}/pkgconfig")
run("${pkg_config}" --cflags --libs gongkai)
separate_arguments(flags UNIX_COMMAND "${output}")
run(${LAUNCHER} "${COMPILER}" -std=c++17 "-I${here}/poison" -c "${here}/due.cpp" -o "${program}/due_by_pkg_config.o"
    ${flags})
run("${COMPILER}" "${program}/due_by_pkg_config.o" -o "${program}/due_by_pkg_config" ${flags}
    "-Wl,-rpath,${prefix}/${LIBDIR}")
expect_program("${program}/due_by_pkg_config")
