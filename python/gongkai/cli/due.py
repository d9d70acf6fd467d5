# SPDX-License-Identifier: Apache-2.0
"""gongkai due: what of an office's own register is due."""

from __future__ import annotations

from typing import Any, List, Optional

import typer
from rich import box
from rich.table import Table
from rich.text import Text

import gongkai
from gongkai.register import COLUMNS, DueRow, Register, due_rows, read_mapping, read_register
from gongkai.register_out import to_icalendar, to_workbook

from .kinds import chosen
from .options import CalendarFile, calendar_from, day
from .terminal import FINE, FOUND, complain, console, put_json, read_bytes, shown

HELP = f"""What of the office's own register of requests is due, overdue, paused or not yet certain on a day.

The register is a CSV or Excel file with one request a row. Columns, by either name and in any order:
{", ".join(f"{zh} ({en})" for en, zh in COLUMNS.items())}. Other columns are ignored; a mapping file gives the office's own
headings and words: {{"columns": {{"收文日期": "received"}}, "values": {{"channel": {{"网站": "online"}}}}}}.

A row that cannot be read is one line on standard error, and the exit code is 1; the other rows are answered.

[bold]Examples[/]

  gongkai due register.xlsx --as-of 2024-03-29
  gongkai due register.csv --as-of 2024-03-29 -o due.xlsx --ics due.ics
"""
COLOURS = {"red": "red", "amber": "yellow", "green": "green"}


def due(
    register: str = typer.Argument(..., metavar="REGISTER", help="CSV (UTF-8 or GB18030) or .xlsx.", show_default=False),
    as_of: str = typer.Option(..., "--as-of", metavar="DAY", help="The day on which to look, as 2024-03-29."),
    output: Optional[str] = typer.Option(None, "-o", "--output", metavar="OUT.xlsx", help="Write an Excel workbook."),
    ics: Optional[str] = typer.Option(None, "--ics", metavar="FILE", help="Write the due days as a calendar file."),
    mapping: Optional[str] = typer.Option(None, "--map", metavar="FILE", help="The office's own headings and words."),
    sheet: Optional[str] = typer.Option(None, "--sheet", metavar="NAME", help="Sheet of a workbook; else the first."),
    option: List[str] = typer.Option([], "--option", metavar="QUESTION=CHOICE", help="A choice on an open question."),
    regime: str = typer.Option("cn", "--regime", metavar="NAME", help="Rulebook: cn, or a place's, as cn-fj."),
    calendar: Optional[str] = CalendarFile,
    everything: bool = typer.Option(False, "--all", help="Closed cases, too."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object."),
) -> None:
    on = day("--as-of", as_of)
    clock = gongkai.Clock.builtin(regime).with_calendar(calendar_from(calendar)).with_options(chosen(option))
    mapped = read_mapping(read_bytes(mapping), shown(mapping)) if mapping is not None else None
    read = read_register(read_bytes(register), shown(register), clock=clock, mapped=mapped, sheet=sheet)
    rows = due_rows(read, on, clock=clock)
    if output is not None:
        _write(output, to_workbook(rows, on))
    if ics is not None:
        _write(ics, to_icalendar(rows, on))
    listed = rows if everything else [row for row in rows if row.is_open]
    if as_json:
        put_json({"as_of": on.isoformat(), "rows": [_object(row) for row in listed], "problems": _problems(read)})
    else:
        _show(listed, len(rows))
    for problem in read.problems:
        complain(f"{shown(register)}: {problem}")
    raise typer.Exit(FOUND if read.problems else FINE)


def _write(path: str, data: bytes) -> None:
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        raise gongkai.ParseError(
            int(gongkai.ErrorCode.cannot_open), shown(path), "", f"{shown(path)}: {error.strerror}"
        ) from error


def _iso(value: Any) -> Any:
    return value.isoformat() if value is not None else None


def _object(row: DueRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "handler": row.handler,
        "light": row.light,
        "status": row.status.name if row.status is not None else None,
        "due": _iso(row.due),
        "earliest": _iso(row.earliest),
        "latest": _iso(row.latest),
        "safe_due": _iso(row.safe_due),
        "remaining_working": row.remaining_working,
        "overdue_working": row.overdue_working,
        "days_used": row.days_used,
        "waits_for": row.waits_for,
        "findings": row.findings,
    }


def _problems(read: Register) -> list[dict[str, Any]]:
    return [problem._asdict() for problem in read.problems]


def _show(rows: list[DueRow], all_rows: int) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("No.", "status", "due", "safe", "left", "waits for", "findings"):
        table.add_column(heading, justify="right" if heading == "left" else "left")
    for row in rows:
        left = "" if row.remaining_working is None else str(row.remaining_working)
        if row.status is gongkai.DeadlineStatus.overdue and row.overdue_working is not None:
            left = f"-{row.overdue_working}"
        span = str(row.due or "") or (f"{row.earliest or '?'} … {row.latest or ''}" if row.earliest or row.latest else "")
        table.add_row(
            Text(row.id),
            Text(row.status.name if row.status is not None else "not begun", style=COLOURS[row.light]),
            span,
            str(row.safe_due or ""),
            left,
            Text(row.waits_for),
            " ".join(row.findings),
        )
    console().print(table)
    console().print(f"{len(rows)} of {all_rows} cases")


def add_commands(app: typer.Typer) -> None:
    app.command("due", help=HELP)(due)
