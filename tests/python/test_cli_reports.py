# SPDX-License-Identifier: Apache-2.0
"""gongkai read, gongkai check: the contract of their JSON, their exit codes, what people see."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gongkai import cli

RIGHT = """某某镇人民政府2013年政府信息公开工作年度报告

    二、主动公开政府信息情况
    2013年，本镇共主动公开政府信息120条。其中，机构职能类信息1条，占总数的0.83%；业务动态类信息119条，占总数的99.17%。
    三、依申请公开情况
    2013年，本镇未收到政府信息公开申请。
    四、行政复议、诉讼情况
    没有发生针对本机关有关政府信息公开事务的行政复议案。
"""
WRONG = RIGHT.replace("120条", "121条")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="gb18030")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "notes.log").write_text("no report", encoding="utf-8")
    (tmp_path / "more" / "deeper").mkdir(parents=True)
    (tmp_path / "more" / "deeper" / "a.txt").write_text(RIGHT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    out, err = capfd.readouterr()
    return code, out, err


def objects(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    ("command", "files", "code", "good", "bad"),
    [
        ("read", ["right.txt"], 0, 1, 0),
        ("read", ["wrong.txt"], 0, 1, 0),
        ("check", ["right.txt"], 0, 1, 0),
        ("check", ["wrong.txt"], 1, 1, 0),
        ("check", ["right.txt", "wrong.txt"], 1, 2, 0),
        ("read", ["right.txt", "missing.txt"], 2, 1, 1),
        ("read", ["missing.txt", "empty.txt", "right.txt"], 2, 1, 2),
        ("check", ["missing.txt", "wrong.txt", "right.txt"], 2, 2, 1),
    ],
)
def test_exit_codes_and_lines(
    folder: Path, capfd: pytest.CaptureFixture[str], command: str, files: list[str], code: int, good: int, bad: int
) -> None:
    for flags in ([], ["--json"]):
        got, out, err = run(capfd, command, *files, *flags)
        assert got == code
        assert len(err.splitlines()) == bad
        assert all(line.startswith("gongkai: ") for line in err.splitlines())
        if flags:
            assert [value["file"] for value in objects(out)] == [f for f in files if f in ("right.txt", "wrong.txt")]
            assert len(objects(out)) == good


def test_the_json_of_every_report_keeps_the_contract(
    reports: Path, contracts: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((contracts / "read-output.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted(str(path) for path in reports.iterdir() if path.suffix in (".txt", ".html"))
    _, out, err = run(capfd, "check", "--json", *files)
    values = objects(out)
    for value in values:
        assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)] == []
    # Every file is an object or a line of complaint.
    assert len(values) + len(err.splitlines()) == len(files)
    assert len(values) >= 8
    # The two commands print the same.
    _, again, _ = run(capfd, "read", "--json", *files)
    assert again == out


def test_the_truth_of_the_report_of_2013(reports: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "check", "--json", str(reports / "2013-bulaotun.txt"))
    (value,) = objects(out)
    assert code == 0
    assert value["narrative"]["proactive_total"] == 121
    assert [entry["count"] for entry in value["narrative"]["classes"]] == [0, 0, 0, 1, 120]


def test_a_folder_is_its_reports_in_the_order_of_names(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").unlink()
    _, out, _ = run(capfd, "check", ".", "--json")
    assert [value["file"] for value in objects(out)] == ["./right.txt", "./wrong.txt"]
    _, out, _ = run(capfd, "check", ".", "--recursive", "--json")
    assert [value["file"] for value in objects(out)] == ["./more/deeper/a.txt", "./right.txt", "./wrong.txt"]


def test_a_folder_without_reports_is_an_error(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "check", "more")
    assert (code, out) == (2, "")
    assert "--recursive" in err and len(err.splitlines()) == 1


def test_people_see_figures_places_and_sentences(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "check", "wrong.txt")
    assert (code, err) == (1, "")
    assert "某某镇人民政府" in out and "report for 2013" in out
    assert "121条" in out and "4:22" in out
    assert "X.PARTS" in out
    assert "2013年,本镇共主动公开政府信息121条" in out.replace("，", ",")


def test_of_many_files_people_see_a_summary(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "check", "right.txt", "wrong.txt")
    assert "2 reports: 2 errors, 0 warnings, 0 notes" in out
    assert out.index("X.PARTS") < out.index("right.txt")


def test_output_is_utf_8_whatever_the_locale(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gongkai", "check", "right.txt", "wrong.txt", "--json"],
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 1 and done.stderr == b""
    assert [value["organisation"] for value in objects(done.stdout.decode("utf-8"))] == ["某某镇人民政府"] * 2
    human = subprocess.run(
        [sys.executable, "-m", "gongkai", "read", "right.txt"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert (human.returncode, human.stderr) == (0, b"")


def test_file_names_need_not_be_text(folder: Path) -> None:
    name = os.fsencode(folder) + b"/\xff\n.txt"
    with open(name, "wb") as file:
        file.write(RIGHT.encode())
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"gongkai", b"read", name, name + b"x", b"--json"], capture_output=True, check=False
    )
    assert done.returncode == 2
    (value,) = objects(done.stdout.decode())
    assert value["file"].endswith("\ufffd\n.txt")
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_traceback(folder: Path) -> None:
    # The pipe is closed before anything is written.
    code = "import os, sys; os.close(0); from gongkai.cli import main; sys.exit(main(sys.argv[1:]))"
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-c", code, "read", "right.txt", "--json"], stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert done.returncode == 141
    assert done.stderr == b""


def test_nothing_that_is_read_is_written_over(tmp_path: Path, root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = (root / "examples/sample-report-2013.txt").read_bytes()
    for command in (["render", "F", "-o", "F"], ["compare", "F", "F", "-o", "F"], ["rollup", "F", "-o", "F"]):
        for ending in ("md", "html"):
            path = tmp_path / f"report.{ending}"
            path.write_bytes(source)
            assert cli.main([str(path) if word == "F" else word for word in command]) == 2
            assert "is read; write to another file" in capfd.readouterr().err
            assert path.read_bytes() == source
