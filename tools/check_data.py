#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Refuses data that the library or its users could not rely on.

Every JSON file below rules/ is valid under its schema in rules/schema; every file belongs to a rulebook or to a reader
of its own; every rule has a value, every source is cited by somebody, every code can be a name in C++ and Python; and
what has not been verified is listed in docs/guide/open-questions.md. What a rulebook says about itself (codes that
exist, validity that does not overlap) is checked by the library when it reads it.

    tools/check_data.py [root]

Prints one line for each defect and exits with 1 if there is any.
"""

from __future__ import annotations

import json
import keyword
import re
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, Container, Iterator

import jsonschema
from referencing import Registry, Resource

QUESTIONS = "docs/guide/open-questions.md"
KINDS = ("taxonomy", "definitions", "instruments", "rules", "options")

# What would be no identifier in the generated constants. Alternative tokens (and, or, not) are among them.
CPP_KEYWORDS = frozenset(
    """alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const consteval
    constexpr const_cast continue co_await co_return co_yield decltype default delete do double dynamic_cast else enum
    explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq
    nullptr operator or or_eq private protected public register reinterpret_cast requires return short signed sizeof
    static static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename
    union unsigned using virtual void volatile wchar_t while xor xor_eq code_names""".split()
)


class Defects:
    """Collects lines; a line names the file below the root and the place in it."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, path: str, message: str) -> None:
        self.lines.append(f"{path}: {message}")


def strict(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out = dict(pairs)
    if len(out) != len(pairs):
        twice = sorted({key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1})
        raise ValueError(f"the key {twice[0]!r} stands twice in one object")
    return out


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=strict)


def schema_name(parts: tuple[str, ...], data: Any, known: Container[str]) -> str | None:
    """The schema of a file below rules/: its kind's, that of its name, or that of its folder."""
    kind = data.get("kind") if isinstance(data, dict) else None
    if kind in (*KINDS, "rulebook"):
        return str(kind)
    folder = parts[1] if len(parts) == 3 else ""
    stem = parts[-1].rsplit(".", 1)[0]
    named = {("lexicon", "narrative"): "lexicon", ("calendar", "holidays"): "calendar"}.get((folder, stem), stem)
    if named in known:
        return named
    return {"forms": "form"}.get(folder, folder) if folder not in ("lexicon", "calendar") else None


@lru_cache(maxsize=None)
def checked_schema(text: str) -> Any:
    schema = json.loads(text, object_pairs_hook=strict)
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


def validators(root: Path, defects: Defects) -> dict[str, Any]:
    """Name → validator of every schema that is one."""
    schemas: dict[str, Any] = {}
    for path in sorted((root / "rules/schema").glob("*.schema.json")):
        name = path.relative_to(root).as_posix()
        try:
            schemas[path.name] = checked_schema(path.read_text(encoding="utf-8"))
        except (ValueError, jsonschema.SchemaError) as error:
            defects.add(name, str(error).splitlines()[0])
    registry: Any = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    return {
        name[: -len(".schema.json")]: jsonschema.Draft202012Validator(
            schema, registry=registry, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        )
        for name, schema in schemas.items()
    }


def walk(data: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in a document with its JSON pointer."""
    if isinstance(data, dict):
        yield pointer, data
        for key, value in data.items():
            yield from walk(value, f"{pointer}/{key}")
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from walk(value, f"{pointer}/{index}")


def check_schemas(root: Path, files: dict[str, Any], defects: Defects) -> None:
    known = validators(root, defects)
    for name, data in files.items():
        parts = Path(name).parts[1:]
        wanted = schema_name(parts, data, known)
        if wanted is None or wanted not in known:
            defects.add(name, f"no schema for it (rules/schema/{wanted or Path(name).stem}.schema.json)")
            continue
        for error in known[wanted].iter_errors(data):
            pointer = "".join(f"/{step}" for step in error.absolute_path)
            defects.add(f"{name}#{pointer}", error.message[:300])


def check_tokens(name: str, data: Any, defects: Defects) -> None:
    words = [(f"/members/{i}/code", member.get("code")) for i, member in enumerate(data.get("members", []))]
    for pointer, word in [("/name", data.get("name")), *words]:
        if isinstance(word, str) and (word in CPP_KEYWORDS or keyword.iskeyword(word) or "__" in word):
            defects.add(f"{name}#{pointer}", f"{word!r} cannot be a name in C++ and Python")


def check_rulebook(country: str, files: dict[str, Any], questions: str, defects: Defects) -> None:
    manifest_name = f"rules/{country}/rulebook.json"
    manifest = files[manifest_name]
    listed = list(manifest.get("files", []))
    for overlay in manifest.get("overlays", {}).values():
        listed += overlay
    names = {f"rules/{country}/{name}" for name in listed}
    own = {
        name
        for name, data in files.items()
        if name.startswith(f"rules/{country}/") and isinstance(data, dict) and data.get("kind") in KINDS
    }
    for name in sorted(names - own):
        defects.add(manifest_name, f"names {name}, which is no file of a rulebook")
    for name in sorted(own - names):
        defects.add(name, f"{manifest_name} does not name it, so nobody reads it")

    cited: set[str] = set()
    instruments: dict[str, tuple[str, bool]] = {}
    defined: dict[str, str] = {}
    valued: set[str] = set()
    for name in sorted(own):
        data = files[name]
        if data["kind"] in ("taxonomy", "definitions"):
            check_tokens(name, data, defects)
        if data["kind"] == "taxonomy" and Path(name).stem != data.get("name"):
            defects.add(name, f"the file of the taxonomy {data.get('name')!r} is called {data.get('name')}.json")
        if data["kind"] == "definitions":
            defined |= {member["code"]: f"{name}#/members/{i}" for i, member in enumerate(data["members"])}
        for pointer, entry in walk(data):
            if "instrument" in entry:
                cited.add(str(entry["instrument"]))
            if "citation" in entry and "id" in entry:
                instruments[str(entry["id"])] = (f"{name}#{pointer}", entry.get("verified", True) is True)
            if "rule" in entry:
                valued.add(str(entry["rule"]))
            if entry.get("verified", True) is not True:
                subject = str(entry.get("rule") or entry.get("id") or entry.get("name") or entry.get("code"))
                if f"`{subject}`" not in questions:
                    defects.add(f"{name}#{pointer}", f"is not verified and {QUESTIONS} does not speak of `{subject}`")
    for code in sorted(defined.keys() - valued):
        defects.add(defined[code], f"the rule {code!r} has no value anywhere")
    for identity in sorted(instruments.keys() - cited):
        defects.add(instruments[identity][0], f"nobody cites the instrument {identity!r}")


def check(root: Path) -> list[str]:
    """One line for each defect."""
    defects = Defects()
    files: dict[str, Any] = {}
    for path in sorted((root / "rules").rglob("*.json")):
        name = path.relative_to(root).as_posix()
        if name.startswith("rules/schema/"):
            continue
        try:
            files[name] = load(path)
        except ValueError as error:
            defects.add(name, str(error))
    check_schemas(root, files, defects)
    page = root / QUESTIONS
    questions = page.read_text(encoding="utf-8") if page.is_file() else ""
    for name in list(files):
        found = re.fullmatch(r"rules/([a-z]+)/rulebook\.json", name)
        if found and not defects.lines:  # what the schemas refuse has no shape to look into
            check_rulebook(found[1], files, questions, defects)
    return defects.lines


def main(arguments: list[str]) -> int:
    root = Path(arguments[0] if arguments else ".").resolve()
    lines = check(root)
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
