# SPDX-License-Identifier: Apache-2.0
# Headers, library, package configuration (`find_package(gongkai)`) and `pkg-config gongkai`.
include(CMakePackageConfigHelpers)

set(GONGKAI_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/gongkai")
# Two export sets: whoever asks for the component core only is not asked for libxml2 and OpenSSL.
install(
  TARGETS gongkai_core
  EXPORT gongkaiCoreTargets
  FILE_SET HEADERS
  FILE_SET interop)
install(EXPORT gongkaiCoreTargets NAMESPACE gongkai:: DESTINATION "${GONGKAI_CMAKE_DIR}")
if(GONGKAI_DOCUMENTS)
  install(TARGETS gongkai_documents EXPORT gongkaiAllTargets FILE_SET HEADERS)
endif()
if(GONGKAI_OFFICE)
  install(TARGETS gongkai_office EXPORT gongkaiAllTargets FILE_SET HEADERS)
endif()
install(TARGETS gongkai_gongkai EXPORT gongkaiAllTargets)
install(EXPORT gongkaiAllTargets NAMESPACE gongkai:: DESTINATION "${GONGKAI_CMAKE_DIR}")

set(GONGKAI_PACKAGE_DEPENDENCIES "")
set(GONGKAI_PC_LIBS "-lgongkai_core")
set(GONGKAI_PC_MODULES "")
if(GONGKAI_DOCUMENTS)
  string(PREPEND GONGKAI_PC_LIBS "-lgongkai_documents ")
  string(APPEND GONGKAI_PACKAGE_DEPENDENCIES "find_dependency(LibXml2)\n  ")
  list(APPEND GONGKAI_PC_MODULES libxml-2.0)
endif()
if(GONGKAI_OFFICE)
  string(PREPEND GONGKAI_PC_LIBS "-lgongkai_office ")
  string(APPEND GONGKAI_PACKAGE_DEPENDENCIES "find_dependency(OpenSSL 3.0 COMPONENTS Crypto)\n  ")
  list(APPEND GONGKAI_PC_MODULES libcrypto)
endif()
# A shared library carries its dependencies itself.
set(GONGKAI_PC_REQUIRES "")
if(BUILD_SHARED_LIBS)
  set(GONGKAI_PACKAGE_DEPENDENCIES "")
elseif(GONGKAI_PC_MODULES)
  list(JOIN GONGKAI_PC_MODULES ", " GONGKAI_PC_REQUIRES)
  set(GONGKAI_PC_REQUIRES "Requires: ${GONGKAI_PC_REQUIRES}\n")
endif()

configure_package_config_file(cmake/gongkaiConfig.cmake.in "${PROJECT_BINARY_DIR}/gongkaiConfig.cmake"
                              INSTALL_DESTINATION "${GONGKAI_CMAKE_DIR}")
# Before 1.0 a new minor version may break callers.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/gongkaiConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/gongkaiConfig.cmake" "${PROJECT_BINARY_DIR}/gongkaiConfigVersion.cmake"
        DESTINATION "${GONGKAI_CMAKE_DIR}")

set(GONGKAI_PC_CFLAGS "")
if(NOT BUILD_SHARED_LIBS)
  set(GONGKAI_PC_CFLAGS " -DGONGKAI_STATIC")
endif()
# The prefix is found from where the .pc file stands, so that an installation can be moved.
file(RELATIVE_PATH GONGKAI_PC_PREFIX "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
string(REGEX REPLACE "/$" "" GONGKAI_PC_PREFIX "${GONGKAI_PC_PREFIX}")
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(GONGKAI_PC_PREFIX_LINE "${CMAKE_INSTALL_PREFIX}")
else()
  set(GONGKAI_PC_PREFIX_LINE "\${pcfiledir}/${GONGKAI_PC_PREFIX}")
endif()
configure_file(cmake/gongkai.pc.in gongkai.pc @ONLY)
set(GONGKAI_PC_LIBS "-lgongkai_core")
set(GONGKAI_PC_REQUIRES "")
configure_file(cmake/gongkai.pc.in gongkai-core.pc @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/gongkai.pc" "${PROJECT_BINARY_DIR}/gongkai-core.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
install(FILES LICENSE NOTICE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
