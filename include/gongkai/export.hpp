// SPDX-License-Identifier: Apache-2.0
#pragma once
/// \file
/// Which symbols leave the shared library. `GONGKAI_STATIC` is defined by the CMake target of a static build.

#if defined(GONGKAI_STATIC)
#define GONGKAI_EXPORT
#else
#define GONGKAI_EXPORT __attribute__((visibility("default")))
#endif
