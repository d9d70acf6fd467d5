# SPDX-License-Identifier: Apache-2.0
"""gongkai deadline, gongkai calendar show, gongkai calendar check."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import gongkai as gk
from gongkai import cli


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("GONGKAI_DATA", raising=False)


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    out, err = capfd.readouterr()
    return code, out, err


def value_of(out: str) -> Any:
    assert len(out.splitlines()) == 1
    return json.loads(out)


def test_a_deadline(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "deadline", "--received", "2024-03-04", "--days", "20")
    assert (code, err) == (0, "")
    assert out == "received 2024-03-04, 20 working days: due 2024-04-01 (Mon)\n"


def test_a_deadline_as_json_names_its_calendar(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "deadline", "--received", "2024-03-04", "--days", "20", "--json")
    value = value_of(out)
    assert (value["due"], value["days"], value["received"]) == ("2024-04-01", 20, "2024-03-04")
    assert value["calendar"]["content_hash"] == gk.WorkCalendar.builtin("CN").content_hash
    assert "steps" not in value


def test_the_explanation_lists_every_day_once(capfd: pytest.CaptureFixture[str]) -> None:
    # Over Spring Festival: nine days off, two make-up Sundays (4 and 18 February).
    arguments = ["deadline", "--received", "2024-01-29", "--days", "20", "--explain"]
    _, out, _ = run(capfd, *arguments, "--json")
    value = value_of(out)
    days = [step["date"] for step in value["steps"]]
    first, last = date(2024, 1, 30), date.fromisoformat(value["due"])
    assert days == [str(first + timedelta(days=n)) for n in range((last - first).days + 1)]
    counted = [step["counted"] for step in value["steps"] if step["worked"]]
    assert counted == list(range(1, 21))
    assert all(step["counted"] is None for step in value["steps"] if not step["worked"])
    make_up = [step for step in value["steps"] if step["kind"] == "make_up_day"]
    assert [step["date"] for step in make_up] == ["2024-02-04", "2024-02-18"]
    assert all(step["name"] == "春节" and step["notice"] == "国办发明电〔2023〕7号" for step in make_up)
    _, text, _ = run(capfd, *arguments)
    for step in value["steps"]:
        assert step["date"] in text
    assert "make-up day for 春节" in text and "国办发明电〔2023〕7号" in text and "not counted" in text


def test_a_deadline_beyond_the_notices_is_an_error_that_says_what_is_missing(capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["deadline", "--received", "2026-12-14", "--days", "20"]
    code, out, err = run(capfd, *arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "2027-01-01" in err and "2027" in err and "13 are certain" in err
    code, out, err = run(capfd, *arguments, "--json", "--explain")
    value = value_of(out)
    assert (code, value["due"]) == (2, None)
    assert value["gap"] == {"first_unknown_day": "2027-01-01", "missing_notice": value["gap"]["missing_notice"], "counted": 13}
    assert value["steps"][-1]["date"] == "2026-12-31"
    assert [step["counted"] for step in value["steps"]][-1] == 13


def test_a_deadline_of_another_calendar(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    closure = gk.DayOverride(date(2024, 3, 5), gk.DayOverride.Kind.closure, "令")
    path = tmp_path / "ours.json"
    path.write_text(gk.WorkCalendar.builtin("CN").with_overrides([closure]).to_json(), encoding="utf-8")
    _, out, _ = run(capfd, "deadline", "--received", "2024-03-04", "--days", "1", "--calendar", str(path))
    assert "due 2024-03-06" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--received", "2024-02-30", "--days", "20"],
        ["--received", "4 March", "--days", "20"],
        ["--received", "20240304", "--days", "20"],
        ["--received", "2024-03-04", "--days", "0"],
        ["--received", "2024-03-04", "--days", "x"],
        ["--received", "2024-03-04"],
        ["--received", "1999-03-04", "--days", "20"],
        ["--received", "2024-03-04", "--days", "20", "--calendar", "no such file"],
    ],
    ids=" ".join,
)
def test_a_bad_question_is_one_line(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "deadline", *arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1 and err.startswith("gongkai: ")


def test_a_year_is_drawn(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "calendar", "show", "2024")
    assert code == 0
    assert "251 working days" in out  # 366 days, 104 weekend days, 11 statutory days
    for month in ("January", "December"):
        assert month in out
    assert "[11]" in out and "(1)" in out  # 11 May is a make-up day; 1 January is off
    assert "劳动节" in out and "1–5 May" in out and "28 Apr, 11 May" in out
    assert "国办发明电〔2023〕7号" in out


def test_a_year_as_json_has_every_day(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "calendar", "show", "2020", "--json")
    value = value_of(out)
    assert len(value["days"]) == 366
    assert value["working_days"] == sum(day["worked"] for day in value["days"])
    by_date = {day["date"]: day for day in value["days"]}
    assert by_date["2020-01-31"]["kind"] == "holiday" and by_date["2020-01-31"]["amends"]
    _, out, _ = run(capfd, "calendar", "show", "2020", "--json", "--known-on", "2020-01-20")
    value = value_of(out)
    assert {day["date"]: day for day in value["days"]}["2020-01-31"]["kind"] == "ordinary"
    assert value["calendar"]["known_on"] == "2020-01-20"


@pytest.mark.parametrize("year", ["2006", "2027", "0", "x"])
def test_a_year_without_notice_is_one_line(year: str, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "calendar", "show", year)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_data_are_checked(capfd: pytest.CaptureFixture[str], root: Path, tmp_path: Path) -> None:
    shipped = root / "rules/cn/calendar/holidays.json"
    code, out, err = run(capfd, "calendar", "check", str(shipped))
    assert (code, err) == (0, "")
    assert "2007-01-01 … 2026-12-31" in out
    data = json.loads(shipped.read_text(encoding="utf-8"))
    data["years"]["2024"]["off"][0]["date"] = "2024-01-02"
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    del data["years"]["2024"]["off"][0]
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    code, out, err = run(capfd, "calendar", "check", str(shipped), str(wrong), "--json")
    assert (code, err) == (1, "")
    first, second = (json.loads(line) for line in out.splitlines())
    assert not [finding for finding in first["findings"] if finding["severity"] == "error"]
    assert "CAL.BALANCE" in [finding["code"] for finding in second["findings"]]
    code, out, err = run(capfd, "calendar", "check", str(wrong), "missing.json")
    assert code == 2
    assert "CAL.BALANCE" in out and "missing.json" in err


def test_foreign_data_are_told_by_content(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    days = [
        {"name": reason.name, "date": str(reason.date), "isOffDay": not reason.worked}
        for reason in gk.WorkCalendar.builtin("CN").special_days()
        if reason.date.year == 2024
    ]
    path = tmp_path / "2024.json"
    path.write_text(json.dumps({"year": 2024, "papers": [], "days": days}, ensure_ascii=False), encoding="utf-8")
    code, out, err = run(capfd, "calendar", "check", str(path), "--json")
    value = value_of(out)
    assert err == ""
    assert value["calendar"]["first_day"] == "2024-01-01"
    assert code == 0, value["findings"]
    (tmp_path / "text.json").write_text("not a calendar", encoding="utf-8")
    code, out, err = run(capfd, "calendar", "check", str(tmp_path / "text.json"))
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
