# SPDX-License-Identifier: Apache-2.0
"""What the READMEs and the guide show is what the programs print."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
SHOWN = re.compile(r"^```(python|cpp)\n(.*?)^```\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def shown(language: str) -> list[tuple[str, str, str]]:
    found = []
    for page in PAGES:
        for match in SHOWN.finditer(page.read_text(encoding="utf-8")):
            if match[1] == language:
                found.append((str(page.relative_to(ROOT)), match[2], match[3]))
    return found


@pytest.mark.parametrize(("page", "code", "output"), shown("python"), ids=lambda value: str(value)[:24])
def test_python_prints_what_is_shown(page: str, code: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, page, "exec"), {"__name__": "__main__"})
    assert printed.getvalue() == output


@pytest.mark.parametrize(("page", "code", "output"), shown("cpp"), ids=lambda value: str(value)[:24])
def test_cpp_is_an_example_that_ctest_runs(page: str, code: str, output: str) -> None:
    programs = {path.read_text(encoding="utf-8"): path for path in (ROOT / "examples").glob("*.cpp")}
    assert code in programs, f"{page} shows a program that is not in examples/"
    assert programs[code].with_suffix(".out").read_text(encoding="utf-8") == output


def test_the_readmes_show_both_languages() -> None:
    for language in ("python", "cpp"):
        assert {page for page, _, _ in shown(language)} >= {"README.md", "README.zh-CN.md"}
