# SPDX-License-Identifier: Apache-2.0
"""gongkai due: what of an office's own register is due."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

import typer
from rich import box
from rich.table import Table
from rich.text import Text

import gongkai
from gongkai.due import DueRow, due_rows
from gongkai.due_out import OWN, STATUS_ZH, WAITS_ZH, to_icalendar, to_workbook
from gongkai.register import COLUMNS, Register, read_register
from gongkai.sheets import read_mapping

from .files import keep_inputs
from .kinds import chosen
from .options import CalendarFile, calendar_from, day
from .terminal import FINE, FOUND, complain, console, put_json, read_bytes, shown

HELP = f"""What of the office's own register of requests is due, overdue, paused or not yet certain on a day.

The register is a CSV, Excel or JSON Lines file with one request a row, as the office keeps it. Columns, by either name and in any
order: {", ".join(f"{column.zh} ({column.name})" for column in COLUMNS)}. Other columns are named and not used; a mapping file
gives the office's own headings and words: {{"columns": {{"收文日": "received"}}, "values": {{"channel": {{"网站": "online"}}}}}}.
docs/guide/deadlines.md says more.

A row that cannot be read is one line on standard error, and the exit code is 1; the other rows are answered.

[bold]Examples[/]

  gongkai due register.xlsx --as-of 2024-03-29
  gongkai due register.csv --as-of 2024-03-29 -o due.xlsx --ics due.ics
"""
COLOURS = {"red": "red", "amber": "yellow", "green": "green"}


RegisterFile = typer.Argument(..., metavar="REGISTER", help="CSV (UTF-8, UTF-16, GB18030), .xlsx or .jsonl.", show_default=False)


def opened(
    register: str, mapping: Optional[str], sheet: Optional[str], regime: str, calendar: Optional[str], option: List[str]
) -> Tuple[gongkai.Clock, Register]:
    """The clock that was asked for, and the register."""
    clock = gongkai.Clock.builtin(regime).with_calendar(calendar_from(calendar)).with_options(chosen(option))
    mapped = read_mapping(_bytes(mapping), shown(mapping), COLUMNS) if mapping is not None else None
    return clock, read_register(_bytes(register), shown(register), clock=clock, mapped=mapped, sheet=sheet)


def complain_of(register: str, read: Register, chinese: bool = False) -> List[str]:
    """One line for what was not used and for each row that could not be read. The columns not used."""
    unknown = [label for label in read.table.unknown if label not in OWN]
    if unknown:
        said = f"未使用的列：{'、'.join(unknown)}" if chinese else f"columns not used: {', '.join(unknown)}"
        complain(f"{shown(register)}: {said}")
    for problem in read.problems:
        complain(f"{shown(register)}: {problem.say('zh' if chinese else 'en')}")
    return unknown


def due(
    register: str = RegisterFile,
    as_of: str = typer.Option(..., "--as-of", metavar="DAY", help="The day on which to look, as 2024-03-29."),
    output: Optional[str] = typer.Option(None, "-o", "--output", metavar="OUT.xlsx", help="Write an Excel workbook."),
    ics: Optional[str] = typer.Option(None, "--ics", metavar="FILE", help="Write the due days as a calendar file."),
    mapping: Optional[str] = typer.Option(None, "--map", metavar="FILE", help="The office's own headings and words."),
    sheet: Optional[str] = typer.Option(None, "--sheet", metavar="NAME", help="One sheet of a workbook; else all that fit."),
    option: List[str] = typer.Option([], "--option", metavar="QUESTION=CHOICE", help="A choice on an open question."),
    regime: str = typer.Option("cn", "--regime", metavar="NAME", help="Rulebook: cn, or a place's, as cn-fj."),
    calendar: Optional[str] = CalendarFile,
    everything: bool = typer.Option(False, "--all", help="Closed cases, too."),
    chinese: bool = typer.Option(False, "--zh", help="The list in Chinese."),
    english: bool = typer.Option(False, "--en", help="The workbook in English."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object."),
) -> None:
    on = day("--as-of", as_of)
    for written in (output, ics):
        keep_inputs(written, [register, mapping, calendar])
    clock, read = opened(register, mapping, sheet, regime, calendar, option)
    rows = due_rows(read, on, clock=clock)
    if output is not None:
        _write(output, to_workbook(rows, read, on, clock, language="en" if english else "zh"))
    if ics is not None:
        _write(ics, to_icalendar(rows, on))
    listed = rows if everything else [row for row in rows if row.is_open]
    unknown = [label for label in read.table.unknown if label not in OWN]
    if as_json:
        put_json({"schema": 1, "as_of": on.isoformat(), "rows": [_object(row) for row in listed],
                  "problems": [problem._asdict() for problem in read.problems],
                  "columns": read.table.columns, "not_used": unknown,
                  "skipped": [{"sheet": sheet, "row": row, "value": value} for sheet, row, value in read.table.skipped]})  # fmt: skip
    else:
        _show(listed, rows, read, chinese)
    complain_of(register, read, chinese)
    raise typer.Exit(FOUND if read.problems else FINE)


def _bytes(path: str) -> bytes:
    try:
        return read_bytes(path)
    except IsADirectoryError:
        raise gongkai.ParseError(
            int(gongkai.ErrorCode.cannot_open), shown(path), "", f"{shown(path)}: a folder; name the file"
        ) from None


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
        "sheet": row.row.sheet,
        "row": row.row.number,
        "light": row.light,
        "status": row.status.name if row.status is not None else None,
        "due": _iso(row.due),
        "earliest": _iso(row.earliest),
        "latest": _iso(row.latest),
        "safe_due": _iso(row.safe_due),
        "remaining_working": row.remaining_working,
        "remaining_calendar": row.remaining_calendar,
        "safe_remaining_working": row.safe_remaining_working,
        "overdue_working": row.overdue_working,
        "overdue_calendar": row.overdue_calendar,
        "days_used": row.days_used,
        "waits_for": row.waits_for,
        "waits_until": _iso(row.waits_until),
        "findings": row.findings,
    }


HEADINGS = {
    "en": ("No.", "handler", "status", "due", "safe", "left", "waits for"),
    "zh": ("编号", "经办人", "状态", "到期日", "稳妥到期日", "剩余", "待定事项"),
}


def _show(rows: list[DueRow], every: list[DueRow], read: Register, chinese: bool) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    handlers = any(row.handler for row in rows)
    for at, heading in enumerate(HEADINGS["zh" if chinese else "en"]):
        if at != 1 or handlers:
            table.add_column(heading, justify="right" if at == 5 else "left", no_wrap=at in (2, 3, 4, 5), overflow="fold")
    for row in rows:
        left = "" if row.remaining_working is None else str(row.remaining_working)
        if row.status is gongkai.DeadlineStatus.overdue and row.overdue_working is not None:
            left = f"-{row.overdue_working}"
        span = str(row.due or "") or (f"{row.earliest or '?'} …\n{row.latest or ''}" if row.earliest or row.latest else "")
        status = row.status.name if row.status is not None else ""
        waits = WAITS_ZH.get(row.waits_for, row.waits_for) if chinese else row.waits_for
        table.add_row(
            Text(row.id),
            *([Text(row.handler)] if handlers else []),
            Text(STATUS_ZH[status] if chinese else status or "not begun", style=COLOURS[row.light]),
            span,
            str(row.safe_due or ""),
            left,
            Text(f"{waits}\n→ {row.waits_until}" if row.waits_until else waits),
        )
    console().print(table)
    for row in rows:
        for finding in row.deadline.findings:
            words = finding.message_zh if chinese else finding.message
            console().print(Text(f"{row.id}: {finding.code}: {words}"), soft_wrap=True)
    bad = len({(problem.sheet, problem.row) for problem in read.problems})
    skipped = len(read.table.skipped)
    if chinese:
        console().print(f"{len(rows)} 件（共 {len(every)} 件），未能读取 {bad} 行，非申请行 {skipped} 行")
    else:
        console().print(f"{len(rows)} of {len(every)} cases, {bad} rows not read, {skipped} rows that are no requests")


def add_commands(app: typer.Typer) -> None:
    app.command("due", help=HELP)(due)
