# SPDX-License-Identifier: Apache-2.0
"""Errors of C++ are classes of Python, with the same numbers, and every number has its entry in docs/errors.md."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
import re
from pathlib import Path

import pytest

import gongkai
from gongkai import _core, errors

CLASSES = [name for name in errors.__all__ if name != "GongkaiError"]


def header(root: Path) -> str:
    return (root / "include/gongkai/error.hpp").read_text(encoding="utf-8")


def numbers(root: Path) -> dict[str, int]:
    body = re.search(r"enum class ErrorCode : int \{(.*?)\n\};", header(root), re.DOTALL)
    assert body
    return {name: int(number) for name, number in re.findall(r"^\s*(\w+) = (\d+),", body[1], re.MULTILINE)}


def test_every_class_of_the_header_is_there(root: Path) -> None:
    in_header = re.findall(r"class GONGKAI_EXPORT (\w+) final : public Error", header(root))
    assert sorted(in_header) == sorted(CLASSES)


def test_every_number_of_the_header_is_there(root: Path) -> None:
    assert {code.name: code.value for code in gongkai.ErrorCode} == numbers(root)


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_is_translated_with_its_attributes_and_can_be_pickled(name: str) -> None:
    with pytest.raises(gongkai.GongkaiError) as caught:
        _core._throw_for_test(name)
    error = caught.value
    assert type(error) is getattr(errors, name)
    assert error.message and error.subject
    assert str(error) == f"[gongkai {error.code}] {error.message}"
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)


@pytest.mark.parametrize(
    ("name", "builtin"),
    [
        ("InvalidArgumentError", ValueError),
        ("ParseError", ValueError),
        ("RulebookError", ValueError),
        ("NotFoundError", LookupError),
        ("CalendarGapError", LookupError),
        ("InternalError", RuntimeError),
    ],
)
def test_the_natural_builtin_catches_it(name: str, builtin: type[Exception]) -> None:
    with pytest.raises(builtin):
        _core._throw_for_test(name)


def test_what_is_special_about_some() -> None:
    with pytest.raises(gongkai.ParseError) as parse:
        _core._throw_for_test("ParseError")
    assert (parse.value.code, parse.value.file, parse.value.pointer) == (202, "a.json", "/b")
    assert "a.json#/b" in str(parse.value)
    with pytest.raises(gongkai.CalendarGapError) as gap:
        _core._throw_for_test("CalendarGapError")
    assert gap.value.first_unknown_day == datetime.date(2027, 1, 1)
    assert gap.value.missing_notice == "the notice for 2027"
    assert gap.value.code == gongkai.ErrorCode.calendar_gap


def test_every_number_has_one_entry_in_the_documentation(root: Path) -> None:
    text = (root / "docs/errors.md").read_text(encoding="utf-8")
    entries = re.findall(r"^### (\d+) `(\w+)`$", text, re.MULTILINE)
    assert [(int(number), name) for number, name in entries] == [(n, name) for name, n in numbers(root).items()]


def test_every_entry_names_an_existing_class_and_says_what_to_do(root: Path) -> None:
    text = (root / "docs/errors.md").read_text(encoding="utf-8")
    for entry in re.split(r"^### (?=\d)", text, flags=re.MULTILINE)[1:]:
        entry = re.split(r"^## ", entry, flags=re.MULTILINE)[0]
        named = re.search(r"^Class: (.+)$", entry, re.MULTILINE)
        assert named, entry
        for name in re.findall(r"`(\w+)`", named[1]):
            assert hasattr(errors, name), entry
        assert re.search(r"^When: \S", entry, re.MULTILINE), entry
        assert re.search(r"^What to do: \S", entry, re.MULTILINE), entry


def codes_in(value: object) -> set[str]:
    """The `code` of every object of a file of checks."""
    found: set[str] = set()
    if isinstance(value, dict):
        if isinstance(value.get("code"), str) and "severity" in value:
            found.add(value["code"])
        for inner in value.values():
            found |= codes_in(inner)
    elif isinstance(value, list):
        for inner in value:
            found |= codes_in(inner)
    return found


def test_every_finding_has_one_entry_in_the_documentation(root: Path) -> None:
    in_rules: set[str] = set()
    for path in (root / "rules").rglob("*.json"):
        if "schema" not in path.parts:
            in_rules |= codes_in(json.loads(path.read_text(encoding="utf-8")))
    text = (root / "docs/errors.md").read_text(encoding="utf-8").partition("\n## Findings\n")[2]
    entries = re.findall(r"^### `(.+)`$", text, re.MULTILINE)
    assert len(entries) == len(set(entries))
    assert in_rules
    assert set(entries) == in_rules
