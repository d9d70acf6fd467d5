# SPDX-License-Identifier: Apache-2.0
# gongkai_embed(<variable> <directory>): a generated .cpp with the bytes of every .json below <directory> (but its
# schema/), for lib/detail/embedded.hpp. Written again when one of the files changes, appears or disappears.
# Run with `cmake -P` this file is also the generator.

if(CMAKE_SCRIPT_MODE_FILE)
  file(STRINGS "${LIST_FILE}" names)
  set(arrays "")
  set(entries "")
  set(index 0)
  foreach(name IN LISTS names)
    file(READ "${DIRECTORY}/${name}" hex HEX)
    string(LENGTH "${hex}" size)
    math(EXPR size "${size} / 2")
    # Escapes of two digits each, 32 bytes to a literal: no byte can be misread whatever the file holds.
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" text "${hex}")
    string(REPEAT "...." 32 line)
    string(REGEX REPLACE "(${line})" "\\1\"\n    \"" text "${text}")
    string(APPEND arrays "constexpr char file_${index}[] =  // ${name}\n    \"${text}\";\n\n")
    string(APPEND entries "    EmbeddedFile{\"${name}\", {file_${index}, ${size}}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(
    WRITE "${OUTPUT_FILE}"
    "// Written by cmake/GongkaiEmbed.cmake from rules/.
#include \"detail/embedded.hpp\"

#include <array>

namespace gongkai::detail {
namespace {

${arrays}constexpr std::array<EmbeddedFile, ${index}> files{{
${entries}}};

}  // namespace

std::optional<std::string_view> embedded_file(std::string_view path) noexcept {
  for (const EmbeddedFile& file : files) {
    if (file.path == path) {
      return file.bytes;
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> embedded_files_below(std::string_view folder) {
  std::vector<std::string_view> out;
  for (const EmbeddedFile& file : files) {
    if (file.path.substr(0, folder.size()) == folder) {
      out.push_back(file.path);
    }
  }
  return out;
}

}  // namespace gongkai::detail
")
  return()
endif()

set(GONGKAI_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(gongkai_embed variable directory)
  file(GLOB_RECURSE names CONFIGURE_DEPENDS RELATIVE "${directory}" "${directory}/*.json")
  list(FILTER names EXCLUDE REGEX "^schema/")
  list(SORT names)
  set(paths "${names}")
  list(TRANSFORM paths PREPEND "${directory}/")
  list(JOIN names "\n" lines)
  set(list_file "${PROJECT_BINARY_DIR}/generated/embedded_files.txt")
  set(output "${PROJECT_BINARY_DIR}/generated/embedded_files.cpp")
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "${lines}\n" @ONLY)
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DDIRECTORY=${directory}" "-DLIST_FILE=${list_file}" "-DOUTPUT_FILE=${output}" -P
            "${GONGKAI_EMBED_SCRIPT}"
    DEPENDS ${paths} "${list_file}" "${GONGKAI_EMBED_SCRIPT}"
    COMMENT "Embedding rules/"
    VERBATIM)
  # Longer than the standard's minimum for a literal, and meant to be.
  set_source_files_properties("${output}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  set(${variable} "${output}" PARENT_SCOPE)
endfunction()
