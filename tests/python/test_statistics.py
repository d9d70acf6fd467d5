# SPDX-License-Identifier: Apache-2.0
"""What a register adds up to."""

from __future__ import annotations

import doctest
import json
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import gongkai as gk
import gongkai.deadlines
import gongkai.register
import gongkai.sheets
import gongkai.statistics
from gongkai.due import due_rows
from gongkai.register import read_register
from gongkai.statistics import answer_times, reminder_text, reminders, with_limits

REGISTER = """编号,承办人,提交渠道,收到日期,征求第三方意见日期,第三方收到日期,第三方答复日期,答复日期
一,张,当面,2024-03-04,,,,2024-03-15
二,李,EMS,2024-03-04,2024-03-11,2024-03-13,2024-03-20,2024-03-29
三,张,当面,2024-03-04,,,,2024-04-02
四,王,当面,2024-03-04,,,,
五,,当面,2024-03-20,,,,
六,李,当面,2024-04-30,,,,
七,李,当面,坏,,,,
"""
ON = date(2024, 4, 8)
READ = read_register(REGISTER.encode(), "register.csv")


@pytest.mark.parametrize("module", [gongkai.statistics, gongkai.sheets, gongkai.register, gongkai.deadlines])
def test_examples_in_docstrings(module: object) -> None:
    names = {name: getattr(gongkai.statistics, name) for name in gongkai.statistics.__all__}
    assert doctest.testmod(module, extraglobs=names).failed == 0  # type: ignore[arg-type]


def test_times_to_answer_are_exact_and_add_up() -> None:
    found = answer_times(READ, ON, by="handler")
    assert found[""].counts == {9: 1, 12: 1, 21: 1}
    assert str(found[""].median) == "12.0" and found[""].quantile(9, 10) == 21 and str(found[""].mean()) == "14.0"
    assert found["张"].counts == {9: 1, 21: 1} and found["李"].counts == {12: 1}
    together = gk.DayHistogram()
    for name, each in found.items():
        if name:
            together.merge(each)
    assert together == found[""]
    assert answer_times(READ, ON, calendar_days=True)[""].counts == {11: 1, 25: 1, 29: 1}
    assert answer_times(READ, ON, by="month").keys() == {"", "2024-03"}
    assert answer_times(READ, ON, by="channel")["registered_mail"].counts == {12: 1}
    assert answer_times(READ, date(2024, 3, 14))[""].total == 0


def test_a_histogram_is_a_value() -> None:
    histogram = gk.DayHistogram.of([3, None, 5])
    assert histogram == gk.DayHistogram.from_json(histogram.to_json()) == pickle.loads(pickle.dumps(histogram))
    assert repr(histogram) == "<DayHistogram 2 cases, median 4.0, longest 5>"
    assert histogram != gk.DayHistogram() and histogram != 3
    with pytest.raises(gk.InvalidArgumentError):
        histogram.add(-1)
    with pytest.raises(TypeError):
        hash(histogram)
    assert gk.DayHistogram().median is None


def test_another_limit_over_a_register() -> None:
    answer = with_limits(READ, {"reply": 10}, ON)
    assert (answer.late_before, answer.late_after) == (2, 4)  # 三 and 四; 二 took twelve, 五 is over
    assert [(each.id, each.before, each.after) for each in answer.changes] == [
        ("二", gk.DeadlineStatus.met, gk.DeadlineStatus.late),
        ("五", gk.DeadlineStatus.running, gk.DeadlineStatus.overdue),
    ]
    assert answer.changes[0].due_after.latest == date(2024, 3, 27)
    assert answer.before["not_begun"] == 1 and sum(answer.after.values()) == 6
    assert with_limits(READ, {"reply": 30, "extension": 5}, ON).late_after == 0
    with pytest.raises(gk.NotFoundError):
        with_limits(READ, {"replies": 10}, ON)
    with pytest.raises(gk.InvalidArgumentError):
        with_limits(READ, {"reply": 0}, ON)


def test_a_supposed_limit_says_so() -> None:
    clock = gk.Clock.builtin("cn").with_limit("reply", gk.WorkingDays(10))
    assert "what if reply were 10 working days" in clock.rulebook.files
    assert clock.deadline(gk.DeadlineKind.reply, clock.history(["submitted 2024-03-04 channel=in_person"])).due == date(2024, 3, 18)


def test_everybody_is_reminded_of_their_own() -> None:
    found = reminders(due_rows(READ, ON))
    assert [(each.handler, [row.id for row in each.rows]) for each in found] == [("王", ["四"]), ("李", ["六"]), ("", ["五"])]
    assert [(each.count("red"), each.count("amber")) for each in found] == [(1, 0), (0, 1), (0, 0)]
    assert reminder_text(found[0]) == "王: 1 open, 1 red, 0 amber\n  red  四  due 2024-04-01  safe 2024-04-01"
    assert reminder_text(found[2], language="zh").startswith("（未指定经办人）：待办1件，红0件，黄0件\n  绿  五  到期 ")


def test_recompute_takes_words_and_what_would_be_new() -> None:
    calendar = gk.WorkCalendar.builtin("CN")
    old = gk.Clock.builtin("cn").with_calendar(calendar.as_known_on(date(2019, 3, 21)))
    cases = [("a", ["submitted 2019-04-10 channel=in_person"]), ("b", ["submitted 2019-04-10 channel=in_person", "replied 2019-04-29"])]
    result = gk.recompute(cases, calendar=calendar, clock=old)
    assert [change.id for change in result.open] == ["a"] and [change.id for change in result.answered] == ["b"]
    chosen = gk.recompute([("f", ["submitted 2024-03-04", "fee_noticed 2024-03-11 delivered=2024-03-12", "fee_paid 2024-03-20"])],
                          options={"fee_payment": "pause_only"})  # fmt: skip
    assert chosen.open[0].cause is gk.ChangeCause.options and chosen.open[0].after.latest == date(2024, 4, 10)
    assert gk.recompute(cases, rulebook=gk.Rulebook.builtin("cn")).unchanged == 2
    assert gk.recompute([("p", ["formed 2019-04-03"])], calendar=calendar, clock=old, kind="proactive_publication").unchanged == 0


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "gongkai", *arguments], capture_output=True, text=True, check=False)


def test_the_commands(tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_bytes(REGISTER.encode("gb18030"))
    common = [str(register), "--as-of", "2024-04-08"]
    remind = run("remind", *common, "--zh")
    assert remind.returncode == 1 and "第8行，收到日期：“坏”：应为日期" in remind.stderr
    assert remind.stdout.startswith("王：待办1件，红1件，黄0件\n  红  四  到期 2024-04-01")
    assert [each["handler"] for each in json.loads(run("remind", *common, "--json").stdout)["people"]] == ["王", "李", ""]
    value = json.loads(run("times", *common, "--by", "handler", "--json").stdout)
    assert value["groups"][0]["days"] == {"9": 1, "12": 1, "21": 1} and value["groups"][0]["median"] == "12.0"
    assert "12.0" in run("times", *common).stdout
    text = run("what-if", *common, "--limit", "reply=10").stdout
    assert text.splitlines()[0] == "6 cases; late or overdue: 2, would be 4" and "二: met → late (due 2024-04-11 → 2024-03-27)" in text
    assert json.loads(run("what-if", *common, "--limit", "reply=10", "--json").stdout)["late_after"] == 4
    for wrong in (["times", *common, "--by", "moon"], ["what-if", *common, "--limit", "reply"], ["what-if", *common, "--limit", "x=3"],
                  ["what-if", *common]):  # fmt: skip
        done = run(*wrong)
        assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, done.stderr
