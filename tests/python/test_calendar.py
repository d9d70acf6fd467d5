# SPDX-License-Identifier: Apache-2.0
"""WorkCalendar for one day: what Python hands over and gets back. The counting itself is tested in C++."""

from __future__ import annotations

import datetime
import json
import os
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import gongkai as gk


@pytest.fixture(scope="module")
def cn() -> gk.WorkCalendar:
    return gk.WorkCalendar.builtin("CN")


def test_a_limit_counts_make_up_days_and_skips_holidays(cn: gk.WorkCalendar) -> None:
    due = cn.add(date(2024, 3, 4), gk.WorkingDays(20))
    assert due == date(2024, 4, 1)
    assert type(due) is date
    assert cn.add(due, gk.WorkingDays(-20)) == date(2024, 3, 4)
    assert cn.working_days_between(date(2024, 3, 4), due) == gk.WorkingDays(20)
    assert cn.working_days_between(due, date(2024, 3, 4)) == gk.WorkingDays(-20)


def test_published_days_that_calendars_get_wrong(cn: gk.WorkCalendar) -> None:
    # Notices 国办发明电〔2011〕45号 and 〔2018〕15号: December days listed under the next year.
    assert cn.is_working_day(date(2011, 12, 31))
    assert cn.is_working_day(date(2018, 12, 29))
    assert not cn.is_working_day(date(2018, 12, 31))


def test_every_day_says_why(cn: gk.WorkCalendar) -> None:
    make_up = cn.why(date(2024, 5, 11))
    assert make_up.kind is gk.DayKind.make_up_day and make_up.worked
    assert (make_up.name, make_up.notice) == ("劳动节", "国办发明电〔2023〕7号")
    assert cn.why(date(2024, 5, 12)).kind is gk.DayKind.weekend
    assert [reason.date for reason in cn.days(2024)][::365] == [date(2024, 1, 1), date(2024, 12, 31)]


def test_outside_of_the_notices_nothing_is_guessed(cn: gk.WorkCalendar) -> None:
    beyond = cn.last_day + datetime.timedelta(days=1)
    assert not cn.covers(beyond)
    with pytest.raises(gk.CalendarGapError) as caught:
        cn.add(cn.last_day, gk.WorkingDays(1))
    assert caught.value.first_unknown_day == beyond
    assert str(beyond.year) in caught.value.missing_notice
    assert pickle.loads(pickle.dumps(caught.value)).first_unknown_day == beyond
    gap = cn.try_add(date(2026, 12, 14), gk.WorkingDays(20))
    assert isinstance(gap, gk.CalendarGap)
    assert gap.first_unknown_day == date(2027, 1, 1)
    assert gap.counted == gk.WorkingDays(13)
    assert cn.try_add(date(2024, 3, 4), gk.WorkingDays(20)) == date(2024, 4, 1)


def test_a_year_as_it_was_known_before_it_was_amended() -> None:
    # 国办发明电〔2020〕1号 of 2020-01-26 made Friday 31 January a day off.
    before = gk.WorkCalendar.builtin("CN", known_on=date(2020, 1, 25))
    after = gk.WorkCalendar.builtin("CN", known_on=date(2020, 1, 26))
    assert before.is_working_day(date(2020, 1, 31))
    assert not after.is_working_day(date(2020, 1, 31))
    assert before.known_on == date(2020, 1, 25)
    assert gk.WorkCalendar.builtin("CN").known_on is None


def test_an_override_makes_a_new_calendar(cn: gk.WorkCalendar) -> None:
    day = date(2008, 8, 8)
    closed = cn.with_overrides([gk.DayOverride(day, gk.DayOverride.Kind.closure, "北京市人民政府通知", "开幕式")])
    assert cn.is_working_day(day) and not closed.is_working_day(day)
    assert closed.why(day).source == "北京市人民政府通知"
    assert closed != cn and closed.content_hash != cn.content_hash
    assert closed.overrides[0].name == "开幕式"
    with pytest.raises(gk.InvalidArgumentError) as caught:
        cn.with_overrides([gk.DayOverride(day, gk.DayOverride.Kind.closure, "")])
    assert caught.value.code == gk.ErrorCode.invalid_override


def test_calendars_are_values(cn: gk.WorkCalendar) -> None:
    amended = cn.as_known_on(date(2019, 1, 1))
    special = cn.with_overrides([gk.DayOverride(date(2014, 11, 7), gk.DayOverride.Kind.closure, "APEC")])
    for calendar in (cn, amended, special):
        twin = pickle.loads(pickle.dumps(calendar))
        assert twin == calendar and hash(twin) == hash(calendar) and twin.content_hash == calendar.content_hash
        assert (twin.known_on, twin.overrides) == (calendar.known_on, calendar.overrides)
        assert len(repr(calendar).splitlines()) == 1
    assert len({cn, amended, special}) == 3
    assert cn != "CN" and cn.__eq__(3) is NotImplemented
    values: list[Any] = [cn.why(date(2024, 5, 11)), cn.notices[0], special.overrides[0]]
    values += [cn.try_add(cn.last_day, gk.WorkingDays(1)), gk.ICalendarOptions(country="CN")]
    for value in values:
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)
        assert len(repr(value).splitlines()) == 1


def test_an_unknown_country_and_a_datetime_are_refused(cn: gk.WorkCalendar) -> None:
    with pytest.raises(LookupError):
        gk.WorkCalendar.builtin("XX")
    with pytest.raises(gk.InvalidArgumentError) as caught:
        cn.add(datetime.datetime(2024, 3, 4, 12), gk.WorkingDays(1))
    assert caught.value.code == gk.ErrorCode.date_has_time
    with pytest.raises(TypeError):
        cn.add(date(2024, 3, 4), gk.CalendarDays(20))
    with pytest.raises(TypeError, match="WorkingDays"):
        cn.add(date(2024, 3, 4), 20)


def test_from_files_of_all_formats(cn: gk.WorkCalendar, tmp_path: Path) -> None:
    ours = tmp_path / "日历.json"
    ours.write_text(cn.to_json(), encoding="utf-8")
    assert gk.WorkCalendar.from_file(ours) == cn
    assert gk.WorkCalendar.from_file(str(ours)) == cn
    assert gk.WorkCalendar.from_json(ours.read_bytes()) == cn
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{reason.date}\r\nDTSTART;VALUE=DATE:{reason.date:%Y%m%d}\r\n"
        f"SUMMARY:{reason.name} {'班' if reason.worked else '休'}\r\nEND:VEVENT\r\n"
        for reason in cn.special_days()
        if reason.date.year == 2024
    )
    ics = tmp_path / "2024.ics"
    ics.write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n", encoding="utf-8", newline="")
    options = gk.ICalendarOptions(country="CN", covers=(date(2024, 1, 1), date(2024, 12, 31)))
    year = gk.WorkCalendar.from_file(ics, icalendar=options)
    assert year.off_days() == [day for day in cn.off_days() if day.year == 2024]
    with pytest.raises(gk.ParseError) as caught:
        gk.WorkCalendar.from_file(tmp_path / "missing.json")
    assert caught.value.code == gk.ErrorCode.cannot_open


def test_the_environment_names_newer_data(cn: gk.WorkCalendar, tmp_path: Path) -> None:
    changed = cn.with_overrides([gk.DayOverride(date(2024, 3, 4), gk.DayOverride.Kind.closure, "test")])
    (tmp_path / "cn" / "calendar").mkdir(parents=True)
    (tmp_path / "cn" / "calendar" / "holidays.json").write_text(changed.to_json(), encoding="utf-8")
    code = "import gongkai as gk; print(gk.WorkCalendar.in_force('CN').content_hash)"
    for data, expected in ((str(tmp_path), changed), ("", cn)):
        done = subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "GONGKAI_DATA": data}, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == expected.content_hash


def test_defects_of_data_are_found_and_refused(cn: gk.WorkCalendar) -> None:
    assert [f for f in gk.check_calendar(cn) if f.severity is gk.Severity.error] == []
    data = json.loads(cn.to_json())
    data["years"]["2024"]["work"].append({"date": "2024-12-30", "name": "元旦"})  # a Monday
    broken = json.dumps(data, ensure_ascii=False).encode()
    findings = gk.check_calendar(broken, "mine.json")
    assert findings[0].severity is gk.Severity.error
    assert any("2024" in cell for finding in findings for cell in finding.cells)
    with pytest.raises(gk.RulebookError) as caught:
        gk.WorkCalendar.from_json(broken, "mine.json")
    assert caught.value.file == "mine.json" and "2024" in caught.value.pointer


def test_a_notebook_shows_a_year_with_everything_escaped(cn: gk.WorkCalendar) -> None:
    html: str = cn._repr_html_()
    assert str(cn.last_day.year) in html
    assert html.count("<table>") == html.count("</table>") == 12
    off = sum(reason.kind is gk.DayKind.holiday for reason in cn.days(cn.last_day.year))
    assert html.count('class="holiday"') == off
    bad = gk.DayOverride(date(2026, 3, 4), gk.DayOverride.Kind.closure, '<script>"&', "<b>")
    hostile = cn.with_overrides([bad])._repr_html_()
    assert "<script>" not in hostile and "&lt;script&gt;&quot;&amp;" in hostile
