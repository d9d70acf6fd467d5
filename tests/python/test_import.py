# SPDX-License-Identifier: Apache-2.0
"""`import gongkai` is cheap and needs nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

import gongkai

OPTIONAL = ["numpy", "pandas", "polars", "pyarrow", "typer", "rich", "click", "docx", "openpyxl", "pdfplumber", "matplotlib"]


def test_importing_loads_no_optional_package() -> None:
    code = f"import gongkai, sys; print([name for name in {OPTIONAL!r} if name in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "[]"


def test_how_long_importing_takes_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    def seconds(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - start

    bare = statistics.median(seconds("pass") for _ in range(5))
    whole = statistics.median(seconds("import gongkai") for _ in range(5))
    with capsys.disabled():
        print(f"\nimport gongkai: {1000 * (whole - bare):.0f} ms over python -c pass (aim: at most 60)")


def test_the_version_is_that_of_the_build(root: Path) -> None:
    text = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    assert f"project(gongkai VERSION {gongkai.__version__} " in text


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(gongkai.__file__).parent / "py.typed").is_file()
    assert (Path(gongkai.__file__).parent / "_core.pyi").is_file()


def test_every_public_name_is_there() -> None:
    assert sorted(gongkai.__all__) == gongkai.__all__
    for name in gongkai.__all__:
        assert getattr(gongkai, name) is not None
    of_core = {name for name in vars(gongkai._core) if not name.startswith("_")}
    # What gongkai wraps in a function of its own, or hands out by methods only.
    assert of_core - set(gongkai.__all__) <= {"read_any_document", "read_bytes"}
