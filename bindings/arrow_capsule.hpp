// SPDX-License-Identifier: Apache-2.0
#pragma once
// Structs of the Arrow interface in capsules, as the Arrow PyCapsule interface passes them between libraries.

#include <memory>
#include <string>

#include "common.hpp"

namespace gongkai::bindings {

// A struct of the interface that has been moved to us: released once, when nobody needs it any more.
template <typename Struct>
std::shared_ptr<Struct> taken(Struct& source) {
  auto* own = new Struct(source);
  source.release = nullptr;
  return std::shared_ptr<Struct>{own, [](Struct* held) {
                                   if (held->release != nullptr) {
                                     held->release(held);
                                   }
                                   delete held;
                                 }};
}

template <typename Struct>
Struct& pointed_to(const py::handle& capsule, const char* name) {
  auto* pointer = static_cast<Struct*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (pointer == nullptr) {
    throw py::error_already_set();
  }
  if (pointer->release == nullptr) {
    throw py::value_error(std::string{name} + ": already consumed");
  }
  return *pointer;
}

// A capsule that releases what nobody has taken out of it.
template <typename Struct, typename Fill>
py::capsule capsule_of(const char* name, Fill fill) {
  auto held = std::make_unique<Struct>();
  fill(*held);
  const auto capsule = py::reinterpret_steal<py::object>(PyCapsule_New(held.get(), name, [](PyObject* self) {
    auto* pointer = static_cast<Struct*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
    if (pointer->release != nullptr) {
      pointer->release(pointer);
    }
    delete pointer;
  }));
  if (!capsule) {
    held->release(held.get());
    throw py::error_already_set();
  }
  static_cast<void>(held.release());  // the capsule has it
  return py::reinterpret_borrow<py::capsule>(capsule);
}

}  // namespace gongkai::bindings
