#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Refuses includes that the architecture forbids.

The table below is the law: a module includes itself and what is below it. Public headers show the standard library and
each other, nothing else. Boost, nlohmann-json and the opening of files have their places.

    tools/check_layers.py [root]

Prints one line for each violation and exits with 1 if there is any.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Iterator, NamedTuple

# What each module names as its lower neighbours; what these may include, it may include too.
NEIGHBOURS: dict[str, tuple[str, ...]] = {
    "base": (),
    "detail": ("base",),
    "text": ("base",),
    "scan": ("text",),
    "calendar": ("base",),
    "rules": ("calendar",),
    "clock": ("rules",),
    "agency": ("rules",),
    "report": ("rules", "text", "agency", "clock"),
    "documents": ("report",),
    "event": ("clock", "agency"),
    "catalogue": ("event",),
    "request": ("event",),
    "review": ("event",),
    "facts": ("catalogue", "request", "review", "report"),
    "letter": ("request", "report"),
    "store": ("facts",),
    "office": ("store",),
    "io": ("report", "facts"),
    "interop": ("base",),
}
# Headers that belong to no folder. They are as low as `base` (errors carry days); the umbrella stands above all.
TOP = {"error.hpp": "base", "export.hpp": "base", "fwd.hpp": "base", "version.hpp": "base"}
UMBRELLA = "gongkai.hpp"

# Foreign headers below lib/ and include/, and who may include them.
FOREIGN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"boost/", "Boost", ("lib/base/date.cpp", "include/gongkai/interop/", "lib/interop/")),
    (r"nlohmann/", "nlohmann-json", ("lib/detail/json_reader.cpp",)),
    (r"libxml/", "libxml2", ("lib/documents/",)),
    (r"openssl/", "OpenSSL", ("lib/office/",)),
    (r"(pybind11/|Python\.h$)", "Python", ()),
    (r"(fstream|filesystem)$", "files", ("io", "store", "office")),
    (r"iostream$", "the standard streams", ()),
)

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


class Violation(NamedTuple):
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def reach(module: str) -> frozenset[str]:
    """The module and everything that it may include."""
    found = {module}
    for neighbour in NEIGHBOURS[module]:
        found |= reach(neighbour)
    return frozenset(found)


def without_comments(text: str) -> str:
    """Comments become blanks; the lines stay where they are."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match.group())

    return re.sub(r"/\*.*?\*/|//[^\n]*", blank, text, flags=re.DOTALL)


def includes(path: Path) -> Iterator[tuple[int, bool, str]]:
    """Line, whether in quotes, and name of each include."""
    text = without_comments(path.read_text(encoding="utf-8"))
    for match in INCLUDE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match.group(1) == '"', match.group(2)


def module_of(parts: tuple[str, ...]) -> str | None:
    """Of a path below include/gongkai or lib: the folder, or what a file without a folder counts as."""
    if len(parts) > 1:
        return parts[0]
    stem = parts[0].rsplit(".", 1)[0]
    return TOP.get(f"{stem}.hpp")


def complaint(module: str, target: str) -> str | None:
    """Why `module` may not include `target` (a path below include/gongkai or lib)."""
    if target == UMBRELLA:
        return f"nothing in the library includes {UMBRELLA}"
    other = module_of(tuple(target.split("/")))
    if other is None or other not in NEIGHBOURS:
        return f"{target} belongs to no module of the architecture"
    if other == "interop" and module != "interop":
        return "interop/ is for users; the library does not include it"
    if other not in reach(module):
        return f"{module} may not include {other} (may: {', '.join(sorted(reach(module) - {module})) or 'nothing'})"
    return None


def check_library_file(root: Path, path: Path, public: bool) -> Iterator[Violation]:
    name = path.relative_to(root).as_posix()
    inside = path.relative_to(root / ("include/gongkai" if public else "lib")).parts
    umbrella = public and inside == (UMBRELLA,)
    module = module_of(inside)
    if not umbrella and (module is None or module not in NEIGHBOURS or (public and module == "detail")):
        yield Violation(name, 1, f"{'/'.join(inside)} belongs to no {'public ' if public else ''}module of the architecture")
        return
    for line, quoted, target in includes(path):
        if quoted and public:
            yield Violation(name, line, f'public headers are included as <gongkai/…>, not "{target}"')
            continue
        if quoted and target.startswith("gongkai/"):
            yield Violation(name, line, f"public headers are included as <{target}>")
            continue
        if quoted or target.startswith("gongkai/"):
            below = target if quoted else target[len("gongkai/") :]
            if umbrella:
                if below.startswith("interop/"):
                    yield Violation(name, line, "interop/ stands outside gongkai.hpp")
                continue
            # The private half of the library may read JSON and embedded data wherever it is.
            if quoted and below.startswith("detail/"):
                continue
            assert module is not None
            if reason := complaint(module, below):
                yield Violation(name, line, reason)
            continue
        for pattern, what, places in FOREIGN:
            if re.match(pattern, target) and not any(
                name == place or module == place or (place.endswith("/") and name.startswith(place)) for place in places
            ):
                only = ", ".join(places) if places else "nobody here"
                yield Violation(name, line, f"<{target}>: {what} may be included by {only} only")


# Where bindings look behind the public headers: the lists of fields of events and of registers' lines.
FIELD_LISTS = re.compile(r"(event|catalogue|request|review|facts)/fields\.hpp$")


def check_binding(root: Path, path: Path) -> Iterator[Violation]:
    name = path.relative_to(root).as_posix()
    for line, quoted, target in includes(path):
        if name in ("bindings/actions.hpp", "bindings/register.cpp") and quoted and FIELD_LISTS.match(target):
            continue
        if quoted and not (path.parent / target).is_file() and not (root / "bindings" / target).is_file():
            yield Violation(name, line, f'bindings use public headers only, not "{target}"')
        elif re.match(r"(boost|nlohmann)/|gongkai/(interop|detail)/", target):
            yield Violation(name, line, f"bindings do not include <{target}>")


def check(root: Path) -> list[Violation]:
    """All violations below `root`, sorted."""
    found: list[Violation] = []
    for folder, public in ((root / "include/gongkai", True), (root / "lib", False)):
        for path in folder.rglob("*"):
            if path.suffix in {".hpp", ".cpp", ".h"} and path.is_file():
                found.extend(check_library_file(root, path, public))
    for path in (root / "bindings").rglob("*"):
        if path.suffix in {".hpp", ".cpp", ".h"} and path.is_file():
            found.extend(check_binding(root, path))
    # Nothing of the library includes the bindings: lib/ and include/ cannot see that folder, so a quoted name from there
    # has already been refused as belonging to no module.
    return sorted(found)


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent
    if not (root / "include/gongkai").is_dir():
        print(f"{root} has no include/gongkai", file=sys.stderr)
        return 2
    found = check(root)
    for violation in found:
        print(violation)
    if found:
        print(f"{len(found)} includes that the architecture forbids", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
