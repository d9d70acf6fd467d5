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
# A program, and what it prints where it prints something.
SHOWN = re.compile(r"^```(python|cpp)\n(.*?)^```$(?:\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)


def flat(program: str) -> str:
    """A part of `main` stands at the margin on a page."""
    return "\n".join(line.strip() for line in program.split("\n"))


def shown(language: str) -> dict[str, list[tuple[str, str]]]:
    """The programs of each page, in order."""
    found: dict[str, list[tuple[str, str]]] = {}
    for page in PAGES:
        for match in SHOWN.finditer(page.read_text(encoding="utf-8")):
            if match[1] == language:
                found.setdefault(str(page.relative_to(ROOT)), []).append((match[2], match[3] or ""))
    return found


@pytest.mark.parametrize("page", shown("python"))
def test_python_prints_what_is_shown(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is read from the top: what one program defines the next one uses."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": "__main__"}
    for code, output in shown("python")[page]:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, page, "exec"), names)
        assert printed.getvalue() == output


@pytest.mark.parametrize("page", shown("cpp"))
def test_cpp_is_an_example_that_ctest_runs(page: str) -> None:
    """Whole, with its output; or a part of one, then without."""
    programs = {path.read_text(encoding="utf-8"): path for path in (ROOT / "examples").glob("*.cpp")}
    for code, output in shown("cpp")[page]:
        if output:
            assert code in programs, f"{page} shows a program that is not in examples/"
            assert programs[code].with_suffix(".out").read_text(encoding="utf-8") == output
        else:
            assert any(flat(code) in flat(program) for program in programs), f"{page}: not in examples/: {code}"


def test_the_readmes_show_both_languages() -> None:
    for language in ("python", "cpp"):
        assert set(shown(language)) >= {"README.md", "README.zh-CN.md"}
