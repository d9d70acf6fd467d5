# SPDX-License-Identifier: Apache-2.0
"""gongkai calendar show, gongkai calendar check."""

from __future__ import annotations

import json
from typing import Any, List, Optional

import typer
from rich.markup import escape
from rich.text import Text

import gongkai

from . import calendar_view
from .options import CalendarFile, calendar_from, calendar_object, day, finding_object
from .terminal import FINE, FOUND, USAGE, complain, console, put_json, read_bytes, shown

HELP = "The working-day calendar: a year drawn, new data checked."
SHOW_HELP = """Draw a year with its days off and its make-up days (调休上班), and the notices that made them.

Marks tell the kinds of days apart without colours, too. A year whose notice is not out is unknown: exit code 2.

[bold]Examples[/]

  gongkai calendar show 2024
  gongkai calendar show 2020 --known-on 2020-01-20
  gongkai calendar show 2026 --json
"""
CHECK_HELP = """Check calendar data before anybody counts with it: a new notice, a file of your own.

Weekdays, order, names, and in every year the weekdays off less the make-up days against the statutory number of days.
Our own format, holiday-cn's JSON and iCalendar are told apart by their content.

Exit code 0: in order; 1: at least one finding of severity error; 2: a file could not be read.

[bold]Examples[/]

  gongkai calendar check holidays.json
  gongkai calendar check 2027.ics --country CN
"""

app = typer.Typer(help=HELP, rich_markup_mode="rich")


@app.command("show", help=SHOW_HELP)
def show(
    year: int = typer.Argument(..., help="The year.", show_default=False),
    calendar: Optional[str] = CalendarFile,
    known_on: Optional[str] = typer.Option(
        None, "--known-on", metavar="DAY", help="As the notices published by the end of this day (YYYY-MM-DD) made it."
    ),
    as_json: bool = typer.Option(False, "--json", help="One JSON object with every day."),
) -> None:
    found = calendar_from(calendar)
    if known_on is not None:
        found = found.as_known_on(day("--known-on", known_on))
    days = found.days(year)
    if as_json:
        put_json(
            {
                "schema": 1,
                "year": year,
                "calendar": calendar_object(found),
                "working_days": sum(reason.worked for reason in days),
                "days": [calendar_view.reason_object(reason) for reason in days],
            }
        )
    else:
        calendar_view.show_year(console(), found, year, days)


@app.command("check", help=CHECK_HELP)
def check(
    files: List[str] = typer.Argument(..., metavar="FILE…", help="Calendar data.", show_default=False),
    country: str = typer.Option("CN", "--country", help="Of an iCalendar file, which does not say it."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object a file, one a line."),
) -> None:
    everything, found = True, False
    for file in files:
        try:
            calendar, findings = _checked(file, country)
        except gongkai.GongkaiError as error:
            complain(f"{error.message} (error {error.code})")
            everything = False
            continue
        found = found or any(finding.severity is gongkai.Severity.error for finding in findings)
        if as_json:
            put_json(
                {
                    "schema": 1,
                    "file": shown(file),
                    "calendar": None if calendar is None else calendar_object(calendar),
                    "findings": [finding_object(finding) for finding in findings],
                }
            )
        else:
            _say(shown(file), calendar, findings)
    raise typer.Exit(USAGE if not everything else FOUND if found else FINE)


def _checked(file: str, country: str) -> tuple[Optional[gongkai.WorkCalendar], list[gongkai.Finding]]:
    """The calendar, if it is fit to be one, and what is wrong with its data."""
    options = gongkai.ICalendarOptions(country=country)
    try:
        data = read_bytes(file)
    except IsADirectoryError:
        calendar = gongkai.WorkCalendar.from_file(file, icalendar=options)
        return calendar, gongkai.check_calendar(calendar)
    if not _is_ours(data):
        calendar = gongkai.WorkCalendar.from_file(file, icalendar=options)
        return calendar, gongkai.check_calendar(calendar)
    findings = gongkai.check_calendar(data, shown(file))
    try:
        return gongkai.WorkCalendar.from_json(data, shown(file)), findings
    except gongkai.RulebookError:
        return None, findings  # which say why


def _is_ours(data: bytes) -> bool:
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError):
        return not data.lstrip().startswith((b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR"))
    return not (isinstance(value, dict) and "days" in value and "years" not in value)


def _say(file: str, calendar: Optional[gongkai.WorkCalendar], findings: list[gongkai.Finding]) -> None:
    out = console()
    words = "cannot be used" if calendar is None else f"{calendar}, {len(calendar.notices)} notices"
    out.print(f"[bold]{escape(file)}[/] {words}")
    for finding in findings:
        line = Text.assemble((finding.severity.name, calendar_view.SEVERITIES[finding.severity]), " ", finding.code, " ")
        out.print(line.append(finding.message).append(f" ({', '.join(finding.cells)})" if finding.cells else "", "dim"))
    if not findings:
        out.print("In order.", style="green")
