# SPDX-License-Identifier: Apache-2.0
"""gongkai remind, times, what-if: what an office's register of requests adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, List, Optional

import typer
from rich import box
from rich.table import Table
from rich.text import Text

import gongkai
from gongkai.due import due_rows
from gongkai.register import Register
from gongkai.statistics import GROUPS, answer_times, reminder_text, reminders, with_limits

from .due import RegisterFile, complain_of, opened
from .options import CalendarFile, day
from .terminal import FINE, FOUND, console, put_json, put_text

AsOf = typer.Option(..., "--as-of", metavar="DAY", help="The day on which to look, as 2024-03-29.")
Map = typer.Option(None, "--map", metavar="FILE", help="The office's own headings and words.")
Sheet = typer.Option(None, "--sheet", metavar="NAME", help="One sheet of a workbook; else all that fit.")
Regime = typer.Option("cn", "--regime", metavar="NAME", help="Rulebook: cn, or a place's, as cn-fj.")
Json = typer.Option(False, "--json", help="One JSON object.")


def remind(
    register: str = RegisterFile,
    as_of: str = AsOf,
    mapping: Optional[str] = Map,
    sheet: Optional[str] = Sheet,
    regime: str = Regime,
    calendar: Optional[str] = CalendarFile,
    chinese: bool = typer.Option(False, "--zh", help="In Chinese."),
    as_json: bool = Json,
) -> None:
    """Whom to remind of what: the open cases of a register by person, the most urgent first.

    The register is that of [bold]gongkai due[/]; the person is its column 经办人 (handler).

    [bold]Example[/]

      gongkai remind register.xlsx --as-of 2024-03-29 --zh
    """
    on = day("--as-of", as_of)
    clock, read = opened(register, mapping, sheet, regime, calendar, [])
    found = reminders(due_rows(read, on, clock=clock))
    if as_json:
        people = [
            {
                "handler": each.handler,
                "red": each.count("red"),
                "amber": each.count("amber"),
                "rows": [{"id": row.id, "light": row.light, "due": str(row.due or "") or None,
                          "safe_due": str(row.safe_due or "") or None} for row in each.rows],
            }
            for each in found
        ]  # fmt: skip
        put_json({"schema": 1, "as_of": on.isoformat(), "people": people})
    elif found:
        put_text("\n\n".join(reminder_text(each, language="zh" if chinese else "en") for each in found) + "\n")
    _end(register, read, chinese)


def times(
    register: str = RegisterFile,
    as_of: str = AsOf,
    by: Optional[str] = typer.Option(None, "--by", metavar="WHAT", help="Group by " + ", ".join(GROUPS) + "."),
    calendar_days: bool = typer.Option(False, "--calendar-days", help="All days from receipt, not working days."),
    mapping: Optional[str] = Map,
    sheet: Optional[str] = Sheet,
    regime: str = Regime,
    calendar: Optional[str] = CalendarFile,
    as_json: bool = Json,
) -> None:
    """How long answers took: cases, median, ninth decile and longest, from exact counts.

    Working days from the last start of the clock, consultations left out. --json has the whole histogram of each group; histograms
    of several offices may be added up.

    [bold]Example[/]

      gongkai times register.xlsx --as-of 2024-12-31 --by handler
    """
    on = day("--as-of", as_of)
    if by is not None and by not in GROUPS:
        raise typer.BadParameter(f"there are {', '.join(GROUPS)}", param_hint="--by")
    clock, read = opened(register, mapping, sheet, regime, calendar, [])
    found = answer_times(read, on, by=by, calendar_days=calendar_days, clock=clock)
    if as_json:
        put_json(
            {
                "schema": 1,
                "as_of": on.isoformat(),
                "unit": "calendar_days" if calendar_days else "working_days",
                "by": by,
                "groups": [_times_object(name, each) for name, each in found.items()],
            }
        )
    else:
        _show_times(found, by)
    _end(register, read)


def _times_object(name: str, each: gongkai.DayHistogram) -> dict[str, Any]:
    median, mean = each.median, each.mean()
    return {
        "group": name,
        "cases": each.total,
        "median": str(median) if median is not None else None,
        "mean": str(mean) if mean is not None else None,
        "ninth_decile": each.quantile(9, 10),
        "longest": each.longest,
        "days": {str(days): cases for days, cases in each.counts.items()},
    }


def _show_times(found: Mapping[str, gongkai.DayHistogram], by: Optional[str]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for at, heading in enumerate((by or "", "cases", "median", "mean", "9 of 10 within", "longest")):
        table.add_column(heading, justify="left" if at == 0 else "right")
    for name, each in found.items():
        cells = (each.median, each.mean(), each.quantile(9, 10), each.longest)
        table.add_row(Text(name or "all"), str(each.total), *("" if cell is None else str(cell) for cell in cells))
    console().print(table)


def what_if(
    register: str = RegisterFile,
    as_of: str = AsOf,
    limit: List[str] = typer.Option(..., "--limit", metavar="RULE=DAYS", help="Working days supposed: reply=15, extension=10."),
    mapping: Optional[str] = Map,
    sheet: Optional[str] = Sheet,
    regime: str = Regime,
    calendar: Optional[str] = CalendarFile,
    as_json: bool = Json,
) -> None:
    """Another limit over a whole register: how many would have been late. A supposition; nothing is changed.

    [bold]Example[/]

      gongkai what-if register.xlsx --as-of 2024-12-31 --limit reply=15
    """
    on = day("--as-of", as_of)
    clock, read = opened(register, mapping, sheet, regime, calendar, [])
    found = with_limits(read, _limits(limit), on, clock=clock)
    if as_json:
        changes = [
            {
                "id": each.id,
                "before": each.before.name if each.before is not None else None,
                "after": each.after.name if each.after is not None else None,
                "due_before": str(each.due_before.latest or "") or None,
                "due_after": str(each.due_after.latest or "") or None,
            }
            for each in found.changes
        ]
        put_json({"schema": 1, "as_of": on.isoformat(), "late_before": found.late_before, "late_after": found.late_after,
                  "before": found.before, "after": found.after, "changes": changes})  # fmt: skip
    else:
        out = console()
        out.print(f"{len(read.cases)} cases; late or overdue: {found.late_before}, would be [bold]{found.late_after}[/]")
        for each in found.changes:
            was, would = ("not begun" if status is None else status.name for status in (each.before, each.after))
            out.print(Text(f"  {each.id}: {was} → {would} (due {each.due_before.latest} → {each.due_after.latest})"))
    _end(register, read)


def _limits(limit: List[str]) -> dict[str, int]:
    limits: dict[str, int] = {}
    for text in limit:
        rule, equals, days = text.partition("=")
        if not equals or not (days.isascii() and days.isdigit() and len(days) < 6):
            raise gongkai.InvalidArgumentError(
                int(gongkai.ErrorCode.invalid_option), "--limit", f"--limit: {text} is no RULE=DAYS, as reply=15"
            )
        limits[rule] = int(days)
    return limits


def _end(register: str, read: Register, chinese: bool = False) -> None:
    complain_of(register, read, chinese)
    raise typer.Exit(FOUND if read.problems else FINE)


def add_commands(app: typer.Typer) -> None:
    app.command("remind")(remind)
    app.command("times")(times)
    app.command("what-if")(what_if)
