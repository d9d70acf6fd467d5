# SPDX-License-Identifier: Apache-2.0
"""tools/check_layers.py refuses what the architecture forbids, and nothing else."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def layers() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_layers", ROOT / "tools/check_layers.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["check_layers"] = module
    spec.loader.exec_module(module)
    return module


def write(root: Path, name: str, *lines: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_this_tree_keeps_the_layers(layers: ModuleType) -> None:
    assert [str(violation) for violation in layers.check(ROOT)] == []


def test_what_is_allowed(layers: ModuleType, tmp_path: Path) -> None:
    write(tmp_path, "include/gongkai/error.hpp", "#include <gongkai/base/date.hpp>", "#include <string>")
    write(tmp_path, "include/gongkai/base/date.hpp", "#include <gongkai/export.hpp>", "#include <cstdint>")
    write(tmp_path, "include/gongkai/report/read.hpp", "#include <gongkai/text/mention.hpp>")
    write(tmp_path, "include/gongkai/interop/boost_date_time.hpp", "#include <boost/date_time/gregorian/gregorian.hpp>")
    write(tmp_path, "include/gongkai/gongkai.hpp", "#include <gongkai/report/read.hpp>")
    write(tmp_path, "lib/base/date.cpp", "#include <boost/date_time/gregorian_calendar.hpp>")
    write(tmp_path, "lib/detail/json_reader.cpp", "#include <nlohmann/json.hpp>", "#include <gongkai/error.hpp>")
    write(tmp_path, "lib/calendar/work_calendar.cpp", '#include "detail/json_reader.hpp"')
    write(tmp_path, "lib/report/read.cpp", '#include "text/folding.hpp"', '#include "report/page.hpp"')
    write(tmp_path, "lib/facts/derive.cpp", "#include <gongkai/base/date.hpp>", "#include <gongkai/request/state.hpp>")
    write(tmp_path, "lib/io/load.cpp", "#include <fstream>", "#include <gongkai/calendar/work_calendar.hpp>")
    write(tmp_path, "bindings/common.hpp", "#include <pybind11/pybind11.h>")
    write(tmp_path, "bindings/base.cpp", '#include "common.hpp"', "#include <gongkai/base/date.hpp>")
    # Comments are no includes.
    write(tmp_path, "lib/base/code.cpp", "// #include <nlohmann/json.hpp>", "/*", '#include "report/page.hpp"', "*/")
    assert [str(violation) for violation in layers.check(tmp_path)] == []
    assert layers.main([str(tmp_path)]) == 0


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("include/gongkai/base/date.hpp", "#include <gongkai/calendar/work_calendar.hpp>"),
        ("include/gongkai/text/mention.hpp", "#include <gongkai/calendar/work_calendar.hpp>"),
        ("include/gongkai/calendar/work_calendar.hpp", "#include <gongkai/text/mention.hpp>"),
        ("include/gongkai/report/read.hpp", "#include <gongkai/io/load.hpp>"),
        ("include/gongkai/request/event.hpp", "#include <gongkai/review/event.hpp>"),
        ("include/gongkai/request/event.hpp", "#include <gongkai/report/table.hpp>"),
        ("include/gongkai/error.hpp", "#include <gongkai/rules/rulebook.hpp>"),
        ("include/gongkai/base/date.hpp", "#include <boost/date_time/gregorian/gregorian.hpp>"),
        ("include/gongkai/base/date.hpp", "  #  include <nlohmann/json.hpp>"),
        ("include/gongkai/base/date.hpp", '#include "detail/json_reader.hpp"'),
        ("include/gongkai/base/date.hpp", "#include <gongkai/gongkai.hpp>"),
        ("include/gongkai/base/date.hpp", "#include <gongkai/interop/boost_date_time.hpp>"),
        ("include/gongkai/gongkai.hpp", "#include <gongkai/interop/boost_date_time.hpp>"),
        ("include/gongkai/detail/json.hpp", "#include <string>"),
        ("include/gongkai/helpers/strings.hpp", "#include <string>"),
        ("lib/calendar/work_calendar.cpp", "#include <boost/date_time/gregorian/gregorian.hpp>"),
        ("lib/calendar/work_calendar.cpp", "#include <nlohmann/json.hpp>"),
        ("lib/calendar/work_calendar.cpp", "#include <fstream>"),
        ("lib/report/read.cpp", "#include <iostream>"),
        ("lib/text/decode.cpp", '#include "report/page.hpp"'),
        ("lib/text/decode.cpp", '#include "common.hpp"'),
        ("lib/text/decode.cpp", '#include "gongkai/text/normalise.hpp"'),
        ("lib/detail/utf8.cpp", "#include <gongkai/text/normalise.hpp>"),
        ("lib/base/date.cpp", "#include <pybind11/pybind11.h>"),
        ("bindings/base.cpp", '#include "detail/json_reader.hpp"'),
        ("bindings/base.cpp", "#include <nlohmann/json.hpp>"),
        ("bindings/base.cpp", "#include <gongkai/interop/boost_date_time.hpp>"),
    ],
)
def test_what_is_refused(layers: ModuleType, tmp_path: Path, name: str, line: str) -> None:
    write(tmp_path, "include/gongkai/export.hpp", "#pragma once")
    write(tmp_path, name, "#include <vector>", line)
    found = layers.check(tmp_path)
    assert len(found) == 1, found
    assert found[0].path == name
    assert found[0].line in (1, 2)
    assert layers.main([str(tmp_path)]) == 1


def test_no_module_includes_itself_through_others(layers: ModuleType) -> None:
    for module, neighbours in layers.NEIGHBOURS.items():
        for neighbour in neighbours:
            assert module not in layers.reach(neighbour)
    assert not {"request", "review"} & layers.reach("catalogue")
