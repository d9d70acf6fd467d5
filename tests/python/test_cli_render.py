# SPDX-License-Identifier: Apache-2.0
"""gongkai render: what goes out comes in again."""

from __future__ import annotations

from pathlib import Path

import pytest

import gongkai as gk
from gongkai import cli


@pytest.fixture
def sample(root: Path) -> Path:
    return root / "examples/sample-report-2013.txt"


def figures(report: gk.AnnualReport) -> tuple[object, ...]:
    slots = {slot: cell.value for slot, cell in report.narrative.items()}
    return slots, [(c.label, c.count.value, c.percent.value) for c in report.classes]


@pytest.mark.parametrize("ending", ["txt", "md", "html", "docx", "xlsx"])
def test_a_report_is_written_and_read_back(ending: str, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / f"again.{ending}"
    assert cli.main(["render", str(sample), "-o", str(out)]) == 0
    assert figures(gk.read(out.read_bytes())) == figures(gk.read(sample))


def test_without_output_it_is_printed(sample: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["render", str(sample), "--to", "csv"]) == 0
    lines = capfdbinary.readouterr().out.decode().split("\r\n")
    assert lines[0] == "path,row,column,kind,value,printed"
    assert "narrative.proactive_total,proactive_total,,number,121,121条" in lines


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "docx"],
        ["--check", "-o", "a.docx"],
        ["-o", "no-such-folder/a.xlsx"],
        ["-o", "no-such-folder/a.html"],
        ["--language", "fr"],
        ["--to", "html", "-o", "."],
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: list[str], sample: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["render", str(sample), *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("gongkai: ")
