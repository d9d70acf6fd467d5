# SPDX-License-Identifier: Apache-2.0
# The extension module gongkai._core. scikit-build-core configures with GONGKAI_BUILD_PYTHON=ON.
set(PYBIND11_FINDPYTHON ON)
find_package(Python 3.9 REQUIRED COMPONENTS Interpreter Development.Module)
find_package(pybind11 3.0 CONFIG REQUIRED)

file(GLOB GONGKAI_BINDINGS CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bindings/*.cpp")
# NO_EXTRAS: link-time optimisation costs minutes and gains nothing measurable here.
pybind11_add_module(gongkai_python MODULE NO_EXTRAS ${GONGKAI_BINDINGS})
# Everything there is; libxml2 stays the shared library of the system.
target_link_libraries(gongkai_python PRIVATE gongkai::gongkai)
target_include_directories(gongkai_python PRIVATE "${PROJECT_SOURCE_DIR}/bindings" "${PROJECT_SOURCE_DIR}/lib")
target_compile_definitions(gongkai_python PRIVATE "GONGKAI_PYTHON_VERSION=\"${PROJECT_VERSION}\"")
set_target_properties(gongkai_python PROPERTIES OUTPUT_NAME _core CXX_EXTENSIONS OFF CXX_VISIBILITY_PRESET hidden
                                                VISIBILITY_INLINES_HIDDEN ON)
# pybind11 and Python are most of what a binding file compiles: once is enough.
target_precompile_headers(gongkai_python PRIVATE <pybind11/pybind11.h> <pybind11/stl.h>)
# Bindings only pass on; what is fast is in the library. -O1 takes half the time of -O3 to compile.
target_compile_options(gongkai_python PRIVATE -O1 $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
gongkai_set_warnings(gongkai_python)
install(TARGETS gongkai_python LIBRARY DESTINATION gongkai COMPONENT python)
