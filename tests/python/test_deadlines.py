# SPDX-License-Identifier: Apache-2.0
"""Deadlines in Python: one call, the same answers as C++, and registers."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime

import pytest

import gongkai as gk


def test_the_court_dates() -> None:
    assert gk.deadline("reply", received=date(2022, 9, 30), channel="registered_mail").due == date(2022, 11, 2)
    assert gk.deadline("reply", received=date(2011, 6, 1), channel="online").due == date(2011, 6, 23)
    sunday = gk.deadline("reply", received=date(2017, 6, 18), channel="email")
    assert sunday.due == date(2017, 7, 7)
    monday = gk.deadline(
        "reply", received=date(2017, 6, 18), channel="email", options={"receipt_on_rest_day": "next_working_day"}
    )
    assert monday.due == date(2017, 7, 10)
    assert monday.safe_due is not None and monday.safe_due.due == date(2017, 7, 7)


def test_an_answer_with_everything() -> None:
    reply = gk.deadline(
        "reply",
        received=date(2024, 3, 4),
        channel="当面提交",
        events=["third_party_consulted 2024-03-11 delivered=2024-03-13 party=A", "third_party_answered 2024-03-20 party=A"],
        as_of=date(2024, 3, 22),
    )
    assert (reply.start, reply.due) == (date(2024, 3, 4), date(2024, 4, 11))
    assert reply.status(date(2024, 3, 22)) is gk.DeadlineStatus.running
    assert reply.status(date(2024, 3, 15)) is gk.DeadlineStatus.paused
    left = reply.remaining(date(2024, 3, 22))
    assert left is not None and left.working == gk.WorkingDays(13) and left.calendar == gk.CalendarDays(20)
    safe = reply.safe_due
    assert safe is not None and safe.due == date(2024, 4, 9)
    assert [(each.question, each.choice) for each in safe.choices] == [("consultation_interval", "after_receipt")]
    assert [step.kind.name for step in reply.steps] == ["start", "count", "pause", "count"]
    assert reply.steps[-1].skipped[-1].notice == "国办发明电〔2023〕7号"
    assert reply.options["fee_payment"] == "restart"
    assert "33(2)" in reply.explain()
    assert reply.explain(gk.ExplainFormat.markdown, gk.Language.zh).startswith("# 期限：答复")
    assert json.loads(reply.explain(gk.ExplainFormat.json))["due"] == "2024-04-11"
    assert repr(reply) == "<Deadline reply due 2024-04-11>"
    assert reply._repr_html_() == reply.explain(gk.ExplainFormat.html) and "2024-04-11 (Thursday)" in reply._repr_html_()


def test_the_safe_choices_together() -> None:
    events = ["fee_noticed 2024-03-11 delivered=2024-03-12", "fee_paid 2024-03-20"]
    safe = gk.deadline("reply", events=events, options="safe", received=date(2024, 3, 4), channel="in_person")
    assert safe.options["fee_payment"] == "pause_only" and safe.due == date(2024, 4, 10)
    assert gk.deadline("reply", events=events, received=date(2024, 3, 4), channel="in_person").safe_due.due == safe.due  # type: ignore[union-attr]


def test_mistakes_are_refused_and_irregular_histories_are_not() -> None:
    with pytest.raises(gk.InvalidArgumentError, match="no deadline 'answer'"):
        gk.deadline("answer", received=date(2024, 3, 4))
    with pytest.raises(gk.InvalidArgumentError):
        gk.deadline("reply", received=datetime(2024, 3, 4, 12))
    with pytest.raises(gk.InvalidArgumentError):
        gk.deadline("reply", channel="in_person")
    with pytest.raises(gk.NotFoundError):
        gk.deadline("reply", received=date(2024, 3, 4), options={"free_lunch": "yes"})
    with pytest.raises(gk.ParseError):
        gk.deadline("reply", received=date(2024, 3, 4), events=["vanished 2024-03-05"])
    late = gk.deadline("reply", received=date(2024, 3, 4), events=["extended 2024-04-03 days=20"])
    assert [finding.code for finding in late.findings] == ["CLK.EXTENSION_LATE"]


def test_what_a_new_notice_does() -> None:
    clock = gk.Clock.builtin("cn")
    before = clock.with_calendar(clock.calendar.as_known_on(date(2019, 3, 21)))
    cases = [
        ("a", clock.history(["submitted 2019-04-10 channel=in_person"])),
        ("b", clock.history(["submitted 2019-04-10 channel=in_person", "replied 2019-04-29"])),
    ]
    result = before.recompute(cases, clock)
    assert [change.id for change in result.open] == ["a"]
    assert [change.id for change in result.answered] == ["b"]
    change = result.open[0]
    assert (change.before.latest, change.after.latest) == (date(2019, 5, 2), date(2019, 4, 30))
    assert change.cause is gk.ChangeCause.calendar
    assert [str(day.date) for day in change.days] == ["2019-04-28", "2019-05-02"]


def test_columns_are_the_answers_case_by_case() -> None:
    numpy = pytest.importorskip("numpy")
    from gongkai.registers import Consultations, reply_columns

    received = numpy.array(["2024-03-04", "2019-05-14", "NaT", "2024-03-04", "2026-12-14"], dtype="datetime64[D]")
    sent = numpy.array(["2024-03-11", "NaT", "NaT", "NaT", "NaT"], dtype="datetime64[D]")
    opinion = numpy.array(["2024-03-20", "NaT", "NaT", "NaT", "NaT"], dtype="datetime64[D]")
    answered = numpy.array(["NaT", "2019-06-20", "NaT", "NaT", "NaT"], dtype="datetime64[D]")
    out = reply_columns(
        received,
        as_of=date(2024, 4, 8),
        channel="in_person",
        pauses=[Consultations(sent, sent, opinion)],
        extension=numpy.array([0, 0, 0, 20, 0]),
        answered=answered,
    )
    assert [str(day) for day in out.due] == ["2024-04-11", "2019-06-04", "NaT", "2024-04-29", "NaT"]
    assert list(out.status_names) == ["running", "late", "", "running", ""]
    assert list(out.status) == [0, 4, -1, 0, -1]
    assert list(out.days_used)[:2] == [17, 26] and out.days_used[2] == -1
    mixed = reply_columns(received, as_of=date(2024, 4, 8), channel=["in_person", None, "", "ordinary_mail", "online"])
    assert [str(day) for day in mixed.due] == ["2024-04-01", "2019-06-04", "NaT", "NaT", "NaT"]
    pandas = pytest.importorskip("pandas")
    series = pandas.Series(received.astype("datetime64[ns]"))
    assert (reply_columns(series, as_of=date(2024, 4, 8)).days_used == reply_columns(received, as_of=date(2024, 4, 8)).days_used).all()
    with pytest.raises(gk.InvalidArgumentError, match="pigeon"):
        reply_columns(received, as_of=date(2024, 4, 8), channel="pigeon")
    with pytest.raises(gk.InvalidArgumentError, match="datetime64"):
        reply_columns(numpy.array([1, 2]), as_of=date(2024, 4, 8))
    with pytest.raises(gk.InvalidArgumentError, match="times of day"):
        reply_columns(numpy.array(["2024-03-04T12"], dtype="datetime64[h]"), as_of=date(2024, 4, 8))
    with pytest.raises(gk.InvalidArgumentError):
        reply_columns(received, as_of=date(2024, 4, 8), answered=answered[:2])


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "gongkai", *arguments], capture_output=True, text=True, check=False)


def test_the_command_knows_the_kinds_of_the_law() -> None:
    done = run("deadline", "reply", "--received", "2022-09-30", "--channel", "registered_mail")
    assert (done.returncode, done.stdout) == (0, "2022-11-02 Wednesday\n")
    late = run(
        "deadline", "reply", "--received", "2024-03-04", "--event", "extended 2024-04-01 days=20", "--as-of", "2024-04-03"
    )
    assert late.stdout.splitlines()[:2] == ["2024-04-01 Monday", "on 2024-04-03: overdue, 2 working and 2 calendar days over"]
    assert "CLK.EXTENSION_LATE" in late.stdout
    report = run("deadline", "annual_report", "--event", "report_year year=2023 body=department")
    assert report.stdout == "2024-01-31 Wednesday\n"
    both = run("deadline", "reply", "--received", "2017-06-18", "--channel", "email", "--json",
               "--option", "receipt_on_rest_day=next_working_day")  # fmt: skip
    assert json.loads(both.stdout)["due"] == "2017-07-10"
    assert run("deadline", "reply", "--received", "2024-03-04", "--explain", "--zh").stdout.startswith("期限：答复")
    assert run("deadline", "reply", "--received", "2024-03-04", "--markdown", "--zh").stdout.startswith("# 期限：答复\n")
    old = ["deadline", "reply", "--received", "2019-05-13", "--channel", "ordinary_mail", "--event", "confirmed 2019-05-16"]
    assert run(*old).stdout.splitlines()[0] == "2019-06-14 Friday"
    assert run(*old, "--regime", "2008").stdout.splitlines()[0] == "2019-06-06 Thursday"
    refused = run("deadline", "reply", "--received", "2024-03-04", "--regime", "R2008")
    assert refused.returncode == 2 and "国务院令第492号 (2008-05-01 … 2019-05-14) sets no limit" in refused.stderr
    plain = run("deadline", "--received", "2024-03-04", "--days", "20")
    assert plain.returncode == 0 and "2024-04-01" in plain.stdout


def test_the_command_refuses_in_one_line() -> None:
    for arguments in (
        ["deadline"],
        ["deadline", "reply", "--received", "2024-03-04", "--days", "20"],
        ["deadline", "answer", "--received", "2024-03-04"],
        ["deadline", "reply", "--received", "2024-03-04", "--channel", "pigeon"],
        ["deadline", "reply", "--received", "2024-03-04", "--option", "fee_payment"],
        ["deadline", "reply", "--received", "2026-12-14"],
        ["due", "nowhere.csv", "--as-of", "2024-03-28"],
    ):
        done = run(*arguments)
        assert done.returncode == 2, arguments
        assert len(done.stderr.splitlines()) == 1, done.stderr
