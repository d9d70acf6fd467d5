# SPDX-License-Identifier: Apache-2.0
"""gongkai deadline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, List, Optional

import typer
from rich import box
from rich.table import Table
from rich.text import Text

import gongkai
from gongkai import DayKind, DayReason, DeadlineKind

from . import kinds
from .calendar_view import reason_object, words
from .options import CalendarFile, calendar_from, calendar_object, day
from .terminal import FINE, USAGE, complain, console, put_json

HELP = """A deadline: of the law, from a KIND and the events of a case; or the last day of a limit of N working days.

With a KIND the limit, the start and what pauses or extends it come from the rulebook; the answer has its safe due day
(稳妥到期日) and findings. docs/guide/deadlines.md lists the events. Without one: the N-th working day after the day of receipt,
which is not counted.

Make-up days (调休上班) count, holidays do not. Beyond the published holiday notices nothing is guessed: exit code 2.

[bold]Examples[/]

  gongkai deadline reply --received 2024-03-04 --channel in_person --explain
  gongkai deadline reply --received 2024-03-04 --event "extended 2024-03-25 days=20" --as-of 2024-04-10
  gongkai deadline annual_report --event "report_year year=2023 body=department"
  gongkai deadline --received 2024-03-04 --days 20
  gongkai deadline --received 2024-01-29 --days 20 --explain
  gongkai deadline --received 2024-04-22 --days 15 --json
"""
KINDS = [each.name for each in DeadlineKind]
STYLES = {
    DayKind.weekend: "dim",
    DayKind.holiday: "red",
    DayKind.local_closure: "red",
    DayKind.ordinary: "",
    DayKind.make_up_day: "green",
    DayKind.local_working_day: "green",
}
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def deadline(
    kind: Optional[str] = typer.Argument(None, metavar="KIND", help="A deadline of the law: " + ", ".join(KINDS) + "."),
    received: Optional[str] = typer.Option(None, "--received", metavar="DAY", help="Day of receipt, as 2024-03-04."),
    days: Optional[int] = typer.Option(
        None, "--days", metavar="N", min=1, max=100000, help="Working days (工作日), for a limit without a kind."
    ),
    channel: Optional[str] = typer.Option(None, "--channel", metavar="CHANNEL", help="How the request came: in_person, …"),
    event: List[str] = typer.Option([], "--event", metavar="EVENT", help='What else happened: "extended 2024-03-25 days=20".'),
    as_of: Optional[str] = typer.Option(None, "--as-of", metavar="DAY", help="Only what had happened by that day."),
    option: List[str] = typer.Option([], "--option", metavar="QUESTION=CHOICE", help="A choice on an open question."),
    regime: str = typer.Option("cn", "--regime", metavar="NAME", help="Regulations of 2008 or 2019; or the rulebook: cn, or a place's, as cn-fj."),
    chinese: bool = typer.Option(False, "--zh", help="Explain in Chinese."),
    calendar: Optional[str] = CalendarFile,
    explain: bool = typer.Option(False, "--explain", help="Every day counted and every day skipped, with its reason."),
    markdown: bool = typer.Option(False, "--markdown", help="Of a KIND: the explanation as a page in Markdown."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object."),
) -> None:
    if kind is not None:
        if days is not None:
            raise typer.BadParameter("a KIND has its limit from the law; leave one of the two out", param_hint="--days")
        code = kinds.answer(
            kind,
            received=received,
            channel=channel,
            events=event,
            as_of=as_of,
            options=option,
            regime=regime,
            calendar=calendar,
            explain=explain,
            markdown=markdown,
            chinese=chinese,
            as_json=as_json,
        )
        raise typer.Exit(code)
    if received is None or days is None:
        raise typer.BadParameter("a KIND is wanted, or both --received and --days", param_hint="KIND")
    start = day("--received", received)
    found = calendar_from(calendar)
    answer = found.try_add(start, gongkai.WorkingDays(days))
    gap = answer if isinstance(answer, gongkai.CalendarGap) else None
    due = answer if isinstance(answer, date) else None
    steps = _steps(found, start, due, gap) if explain else []
    if as_json:
        put_json(_object(found, start, days, due, gap, steps if explain else None))
    else:
        _say(start, days, due, steps)
    if gap is not None:
        complain(
            f"{days} working days after {start} are beyond the published days: {gap.counted.count} are certain, the rest"
            f" needs {gap.missing_notice} (first unknown day {gap.first_unknown_day}, error 451)"
        )
    raise typer.Exit(FINE if gap is None else USAGE)


def _steps(
    calendar: gongkai.WorkCalendar, start: date, due: Optional[date], gap: Optional[gongkai.CalendarGap]
) -> list[DayReason]:
    """All days after the day of receipt that were looked at."""
    last = due if due is not None else gap.first_unknown_day - timedelta(days=1) if gap is not None else start
    return [calendar.why(start + timedelta(days=n)) for n in range(1, (last - start).days + 1)]


def _object(
    calendar: gongkai.WorkCalendar,
    start: date,
    days: int,
    due: Optional[date],
    gap: Optional[gongkai.CalendarGap],
    steps: Optional[list[DayReason]],
) -> dict[str, Any]:
    value: dict[str, Any] = {
        "schema": 1,
        "received": start.isoformat(),
        "days": days,
        "due": due.isoformat() if due else None,
        "calendar": calendar_object(calendar),
    }
    if gap is not None:
        value["gap"] = {
            "first_unknown_day": gap.first_unknown_day.isoformat(),
            "missing_notice": gap.missing_notice,
            "counted": gap.counted.count,
        }
    if steps is not None:
        counted = 0
        value["steps"] = []
        for reason in steps:
            counted += reason.worked
            value["steps"].append({**reason_object(reason), "counted": counted if reason.worked else None})
    return value


def _say(start: date, days: int, due: Optional[date], steps: list[DayReason]) -> None:
    out = console()
    if steps:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        table.add_column("day", no_wrap=True)
        table.add_column("")
        table.add_column("counted", justify="right")
        table.add_column("reason", overflow="fold")
        table.add_column("notice", overflow="fold")
        table.add_row(str(start), WEEKDAYS[start.weekday()], "–", "day of receipt, not counted", style="dim")
        counted = 0
        for reason in steps:
            counted += reason.worked
            table.add_row(
                str(reason.date),
                WEEKDAYS[reason.date.weekday()],
                str(counted) if reason.worked else "–",
                Text(words(reason)),
                Text(reason.notice or reason.source),
                style=STYLES[reason.kind],
            )
        out.print(table)
    if due is not None:
        plural = "" if days == 1 else "s"
        out.print(f"received {start}, {days} working day{plural}: due [bold]{due}[/] ({WEEKDAYS[due.weekday()]})")


def add_commands(app: typer.Typer) -> None:
    app.command("deadline", help=HELP)(deadline)
