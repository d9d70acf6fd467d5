# SPDX-License-Identifier: Apache-2.0
"""A year of a calendar in the terminal."""

from __future__ import annotations

import calendar as months_of
from datetime import date, timedelta
from typing import Any

from rich import box
from rich.columns import Columns
from rich.console import Console
from rich.table import Table
from rich.text import Text

import gongkai
from gongkai import DayKind, DayReason, Severity

SEVERITIES = {Severity.error: "bold red", Severity.warning: "yellow", Severity.note: "cyan"}

# Told apart without colours too.
MARKS = {
    DayKind.weekend: (" ", " ", "dim"),
    DayKind.holiday: ("(", ")", "bold red"),
    DayKind.local_closure: ("{", "}", "bold red"),
    DayKind.ordinary: (" ", " ", ""),
    DayKind.make_up_day: ("[", "]", "bold green"),
    DayKind.local_working_day: ("<", ">", "bold green"),
}
MEANINGS = {
    DayKind.holiday: "off by notice (放假)",
    DayKind.make_up_day: "make-up day, worked (调休上班)",
    DayKind.local_closure: "closed by a local order",
    DayKind.local_working_day: "worked by a local order",
}
WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
WORDS = {
    DayKind.weekend: "weekend",
    DayKind.holiday: "{name}",
    DayKind.local_closure: "closed: {name}",
    DayKind.ordinary: "working day",
    DayKind.make_up_day: "make-up day for {name}",
    DayKind.local_working_day: "worked: {name}",
}


def words(reason: DayReason) -> str:
    """What a day is, in a few words."""
    return WORDS[reason.kind].format(name=reason.name or reason.source or reason.kind.name)


def reason_object(reason: DayReason) -> dict[str, Any]:
    """A day for programs: names, notices and sources only where there are some."""
    value: dict[str, Any] = {"date": reason.date.isoformat(), "kind": reason.kind.name, "worked": reason.worked}
    for name in ("name", "notice", "amends", "source"):
        if text := getattr(reason, name):
            value[name] = text
    return value


def show_year(out: Console, calendar: gongkai.WorkCalendar, year: int, days: list[DayReason]) -> None:
    """Twelve months, what the marks mean, and the holidays with their notices."""
    known = f", as known on {calendar.known_on}" if calendar.known_on else ""
    worked = sum(reason.worked for reason in days)
    out.print(f"[bold]{calendar.country} {year}[/]{known}: {worked} working days, {len(days) - worked} days off")
    out.print()
    out.print(Columns([_month(month, days) for month in range(1, 13)], padding=(0, 2)))
    kinds = {reason.kind for reason in days}
    for kind, meaning in MEANINGS.items():
        if kind in kinds:
            left, right, style = MARKS[kind]
            out.print(Text.assemble((f"{left}n{right}", style), f"  {meaning}"))
    if legend := _holidays([reason for reason in days if reason.kind in MEANINGS]):
        out.print(legend)


def _month(month: int, days: list[DayReason]) -> Table:
    inside = [reason for reason in days if reason.date.month == month]
    table = Table(box=None, pad_edge=False, padding=0, title=months_of.month_name[month], title_style="bold")
    for name in WEEKDAYS:
        table.add_column(f"{name} ", justify="right", width=4, header_style="dim")
    row = [Text()] * inside[0].date.weekday()
    for reason in inside:
        left, right, style = MARKS[reason.kind]
        row.append(Text(f"{left}{reason.date.day}{right}", style))
        if len(row) == 7:
            table.add_row(*row)
            row = []
    table.add_row(*row, *[Text()] * (7 - len(row)))
    while table.row_count < 6:  # of one height, so that the months stand in rows
        table.add_row()
    return table


def _holidays(special: list[DayReason]) -> Table | None:
    if not special:
        return None
    # Holidays in the order of their first day; one heading may stand for two notices, where one was changed.
    groups: dict[tuple[str, str], list[DayReason]] = {}
    for reason in special:
        groups.setdefault((reason.name, reason.notice or reason.source), []).append(reason)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("holiday", "off", "worked", "notice"):
        table.add_column(heading, overflow="fold")
    for (name, notice), reasons in groups.items():
        off = _spans([reason.date for reason in reasons if not reason.worked])
        worked = _spans([reason.date for reason in reasons if reason.worked])
        amends = next((f", changes {reason.amends}" for reason in reasons if reason.amends), "")
        table.add_row(Text(name), Text(off, "red"), Text(worked, "green"), Text(notice + amends))
    return table


def _spans(days: list[date]) -> str:
    """``1–3 May, 5 May``: days in a row as one span."""
    spans: list[list[date]] = []
    for day in days:
        if spans and day - spans[-1][-1] == timedelta(days=1):
            spans[-1].append(day)
        else:
            spans.append([day])
    return ", ".join(_span(span[0], span[-1]) for span in spans)


def _span(first: date, last: date) -> str:
    def name(day: date) -> str:
        return f"{day.day} {months_of.month_abbr[day.month]}"

    if first == last:
        return name(first)
    return f"{first.day}–{name(last)}" if first.month == last.month else f"{name(first)} – {name(last)}"
