# SPDX-License-Identifier: Apache-2.0
# gongkai_constants(<output> <rules directory>): the public header <gongkai/rules/builtin.hpp> with one constant for
# each member of each taxonomy of a built-in rulebook, so that `cn::outcome::granted` and the data cannot differ.
# Written while configuring, from the files that rules/<country>/rulebook.json names; configures again when one changes.

function(gongkai_constants_of_file path country result)
  file(READ "${path}" json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
  string(JSON kind GET "${json}" kind)
  if(NOT kind STREQUAL "taxonomy" AND NOT kind STREQUAL "definitions")
    set(${result} "" PARENT_SCOPE)
    return()
  endif()
  string(JSON taxonomy GET "${json}" name)
  string(JSON label GET "${json}" label zh)
  string(JSON members GET "${json}" members)
  string(JSON count LENGTH "${members}")
  math(EXPR last "${count} - 1")
  set(names "")
  set(constants "")
  foreach(index RANGE ${last})
    string(JSON token GET "${members}" ${index} code)
    string(JSON zh GET "${members}" ${index} label zh)
    string(JSON en GET "${members}" ${index} label en)
    string(APPEND names "inline constexpr Code::Name ${token}{\"${country}.${taxonomy}\", \"${token}\"};\n")
    string(APPEND constants "inline constexpr Code ${token}{code_names::${token}};  ///< ${zh}: ${en}\n")
  endforeach()
  string(CONCAT text "/// ${label}\nnamespace ${taxonomy} {\nnamespace code_names {\n${names}}  // namespace code_names\n"
                "${constants}}  // namespace ${taxonomy}\n\n")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

function(gongkai_constants output directory)
  set(body "")
  file(GLOB manifests CONFIGURE_DEPENDS RELATIVE "${directory}" "${directory}/*/rulebook.json")
  list(SORT manifests)
  foreach(manifest IN LISTS manifests)
    get_filename_component(country "${manifest}" DIRECTORY)
    file(READ "${directory}/${manifest}" json)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${directory}/${manifest}")
    string(JSON count LENGTH "${json}" files)
    math(EXPR last "${count} - 1")
    string(APPEND body "namespace ${country} {\n\n")
    foreach(index RANGE ${last})
      string(JSON name GET "${json}" files ${index})
      gongkai_constants_of_file("${directory}/${country}/${name}" "${country}" text)
      string(APPEND body "${text}")
    endforeach()
    string(APPEND body "}  // namespace ${country}\n")
  endforeach()
  file(
    CONFIGURE
    OUTPUT "${output}"
    CONTENT "// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \\file
/// The codes of the built-in rulebooks as constants. Written by cmake/GongkaiConstants.cmake from rules/; do not edit.
///
///     gongkai::cn::outcome::granted == rulebook.code(\"outcome\", \"granted\")

#include <gongkai/base/code.hpp>

namespace gongkai {

@body@
}  // namespace gongkai
"
    @ONLY)
endfunction()
