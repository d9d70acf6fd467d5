# SPDX-License-Identifier: Apache-2.0
# gongkai::core, gongkai::documents, gongkai::office (all compiled) and gongkai::gongkai (everything there is).

configure_file(include/gongkai/version.hpp.in generated/include/gongkai/version.hpp @ONLY)
file(GLOB_RECURSE GONGKAI_SOURCES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/*.cpp")
file(GLOB_RECURSE GONGKAI_HEADERS CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/gongkai/*.hpp")
set(GONGKAI_INTEROP_HEADERS "${GONGKAI_HEADERS}")
list(FILTER GONGKAI_HEADERS EXCLUDE REGEX "/include/gongkai/interop/")
list(FILTER GONGKAI_INTEROP_HEADERS INCLUDE REGEX "/include/gongkai/interop/")
gongkai_embed(GONGKAI_EMBEDDED "${PROJECT_SOURCE_DIR}/rules")
gongkai_constants("${PROJECT_BINARY_DIR}/generated/include/gongkai/rules/builtin.hpp" "${PROJECT_SOURCE_DIR}/rules")

# What needs a library of its own stands in a target of its own.
foreach(part IN ITEMS documents office)
  string(TOUPPER "${part}" name)
  foreach(kind IN ITEMS SOURCES HEADERS)
    set(GONGKAI_${name}_${kind} "${GONGKAI_${kind}}")
    list(FILTER GONGKAI_${name}_${kind} INCLUDE REGEX "/(lib|include/gongkai)/${part}/")
    list(FILTER GONGKAI_${kind} EXCLUDE REGEX "/(lib|include/gongkai)/${part}/")
  endforeach()
endforeach()

# gongkai_set_up_library(<target>): what all parts of the library have in common.
function(gongkai_set_up_library target)
  target_compile_features(${target} PUBLIC cxx_std_17)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/lib")
  set_target_properties(
    ${target}
    PROPERTIES CXX_EXTENSIONS OFF
               CXX_VISIBILITY_PRESET hidden
               VISIBILITY_INLINES_HIDDEN ON
               POSITION_INDEPENDENT_CODE ON
               VERSION ${PROJECT_VERSION}
               SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
               INTERFACE_HEADER_SETS_TO_VERIFY HEADERS)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "STATIC_LIBRARY")
    target_compile_definitions(${target} PUBLIC GONGKAI_STATIC)
  elseif(NOT APPLE)
    target_link_options(${target} PRIVATE "LINKER:--version-script=${PROJECT_SOURCE_DIR}/cmake/gongkai.map")
    set_property(TARGET ${target} PROPERTY LINK_DEPENDS "${PROJECT_SOURCE_DIR}/cmake/gongkai.map")
  endif()
  gongkai_set_warnings(${target})
endfunction()

function(gongkai_add_core target)
  add_library(${target} ${ARGN} ${GONGKAI_SOURCES} "${GONGKAI_EMBEDDED}")
  target_sources(
    ${target}
    PUBLIC FILE_SET HEADERS
           BASE_DIRS "${PROJECT_SOURCE_DIR}/include" "${PROJECT_BINARY_DIR}/generated/include"
           FILES ${GONGKAI_HEADERS} "${PROJECT_BINARY_DIR}/generated/include/gongkai/version.hpp"
                 "${PROJECT_BINARY_DIR}/generated/include/gongkai/rules/builtin.hpp"
           # Bridges to other people's types: installed, and usable only by those who have these libraries.
           FILE_SET interop TYPE HEADERS
           BASE_DIRS "${PROJECT_SOURCE_DIR}/include"
           FILES ${GONGKAI_INTEROP_HEADERS})
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:Boost::headers>
                                          $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>)
  gongkai_set_up_library(${target})
endfunction()

# gongkai_add_part(<DOCUMENTS|OFFICE> <target> <core target> <library of its own> [STATIC])
function(gongkai_add_part part target core library)
  add_library(${target} ${ARGN} ${GONGKAI_${part}_SOURCES})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/include"
                                  FILES ${GONGKAI_${part}_HEADERS})
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "STATIC_LIBRARY")
    target_link_libraries(${target} PUBLIC ${core} PRIVATE ${library})
  else()
    # The shared library carries its dependency itself: nobody who links it has to find that.
    target_link_libraries(${target} PUBLIC ${core} PRIVATE $<BUILD_INTERFACE:${library}>)
  endif()
  gongkai_set_up_library(${target})
endfunction()
function(gongkai_add_documents target core)
  gongkai_add_part(DOCUMENTS ${target} ${core} LibXml2::LibXml2 ${ARGN})
endfunction()
function(gongkai_add_office target core)
  gongkai_add_part(OFFICE ${target} ${core} OpenSSL::Crypto ${ARGN})
endfunction()

gongkai_add_core(gongkai_core)
set_target_properties(gongkai_core PROPERTIES EXPORT_NAME core VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL})
add_library(gongkai::core ALIAS gongkai_core)

add_library(gongkai_gongkai INTERFACE)
target_link_libraries(gongkai_gongkai INTERFACE gongkai_core)
set_target_properties(gongkai_gongkai PROPERTIES EXPORT_NAME gongkai)
add_library(gongkai::gongkai ALIAS gongkai_gongkai)

if(GONGKAI_DOCUMENTS)
  gongkai_add_documents(gongkai_documents gongkai_core)
  set_target_properties(gongkai_documents PROPERTIES EXPORT_NAME documents VERIFY_INTERFACE_HEADER_SETS
                                                                           ${PROJECT_IS_TOP_LEVEL})
  add_library(gongkai::documents ALIAS gongkai_documents)
  target_link_libraries(gongkai_gongkai INTERFACE gongkai_documents)
endif()
if(GONGKAI_OFFICE)
  gongkai_add_office(gongkai_office gongkai_core)
  set_target_properties(gongkai_office PROPERTIES EXPORT_NAME office VERIFY_INTERFACE_HEADER_SETS
                                                                     ${PROJECT_IS_TOP_LEVEL})
  add_library(gongkai::office ALIAS gongkai_office)
  target_link_libraries(gongkai_gongkai INTERFACE gongkai_office)
endif()
