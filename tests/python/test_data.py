# SPDX-License-Identifier: Apache-2.0
"""The data below rules/ is sound, and tools/check_data.py would say so if it were not."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any, Callable

import pytest


@pytest.fixture(scope="module")
def tool(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_data", root / "tools/check_data.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture()
def copy(root: Path, tmp_path: Path) -> Path:
    # The large files are checked once, in their own place.
    large = shutil.ignore_patterns("forms", "narrative.json", "quantities.json", "calendar")
    shutil.copytree(root / "rules", tmp_path / "rules", ignore=large)
    (tmp_path / "docs/guide").mkdir(parents=True)
    shutil.copy(root / "docs/guide/open-questions.md", tmp_path / "docs/guide")
    return tmp_path


def edit(root: Path, name: str, change: Callable[[Any], None]) -> None:
    path = root / "rules" / name
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_the_data_is_sound(tool: ModuleType, root: Path) -> None:
    assert tool.check(root) == []


def test_every_file_has_a_schema_of_its_own(tool: ModuleType, copy: Path) -> None:
    (copy / "rules/cn/lexicon/colours.json").write_text('{"schema": 1}', encoding="utf-8")
    (line,) = tool.check(copy)
    assert line.startswith("rules/cn/lexicon/colours.json: no schema")


@pytest.mark.parametrize(
    ("name", "change", "pointer"),
    [
        ("cn/regulation-2019.json", lambda d: d["values"][0].pop("citations"), "/values/0"),
        ("cn/regulation-2019.json", lambda d: d["values"][0].update(citations=[]), "/values/0/citations"),
        ("cn/regulation-2019.json", lambda d: d["values"][0].update(colour=1), "/values/0"),
        ("cn/regulation-2019.json", lambda d: d["values"][0].update(verified=False), "/values/0"),
        ("cn/regulation-2019.json", lambda d: d["values"][0].update({"from": "2019-02-30"}), "/values/0/from"),
        ("cn/regulation-2019.json", lambda d: d["values"][0].update(state="abolished"), "/values/0"),
        ("cn/regulation-2019.json", lambda d: d["values"][0]["value"].update(months=1), "/values/0/value"),
        ("cn/taxonomies/outcome.json", lambda d: d["members"][0]["label"].pop("zh"), "/members/0/label"),
        ("cn/rules.json", lambda d: d["members"][0].update(kind="limit"), "/members/0/kind"),
        ("cn/instruments.json", lambda d: d["instruments"][0].update(addresses=[]), "/instruments/0"),
        ("cn/options.json", lambda d: d["questions"][0].pop("default"), "/questions/0"),
        ("cn/lexicon/checks.json", lambda d: d["checks"][0].update(severity="bad"), "/checks/0/severity"),
    ],
)
def test_what_the_schema_refuses_is_named_with_its_place(
    tool: ModuleType, copy: Path, name: str, change: Callable[[Any], None], pointer: str
) -> None:
    edit(copy, name, change)
    lines = tool.check(copy)
    assert any(line.startswith(f"rules/{name}#{pointer}: ") for line in lines), lines


def test_a_key_that_stands_twice_is_refused(tool: ModuleType, copy: Path) -> None:
    path = copy / "rules/cn/secrecy.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"kind"', '"schema": 1, "kind"', 1), encoding="utf-8")
    assert any("stands twice" in line for line in tool.check(copy))


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("cn/rulebook.json", lambda d: d["files"].remove("secrecy.json"), "does not name it"),
        ("cn/rulebook.json", lambda d: d["files"].append("more.json"), "which is no file of a rulebook"),
        ("cn/taxonomies/channel.json", lambda d: d["members"][0].update(code="delete"), "cannot be a name"),
        ("cn/taxonomies/channel.json", lambda d: d["members"][0].update(code="lambda"), "cannot be a name"),
        ("cn/taxonomies/channel.json", lambda d: d.update(name="way"), "is called way.json"),
        ("cn/secrecy.json", lambda d: d["values"].pop(), "has no value anywhere"),
        (
            "cn/secrecy.json",
            lambda d: d["values"][0].update(verified=False, note={"en": "n", "zh": "n"}),
            "does not speak of `secrecy_period`",
        ),
        (
            "cn/instruments.json",
            lambda d: d["instruments"].append({**d["instruments"][0], "id": "NEW"}),
            "nobody cites the instrument 'NEW'",
        ),
    ],
)
def test_what_hangs_in_the_air_is_refused(
    tool: ModuleType, copy: Path, name: str, change: Callable[[Any], None], words: str
) -> None:
    edit(copy, name, change)
    lines = tool.check(copy)
    assert any(words in line for line in lines), lines
