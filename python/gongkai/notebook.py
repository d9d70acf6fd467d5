# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows of a calendar: one year, with its days off and its make-up days."""

from __future__ import annotations

import calendar as months_of
from datetime import date, timedelta
from html import escape
from typing import Optional

from ._core import DayKind, DayReason, WorkCalendar

__all__ = ["year_html"]

STYLE = """<style>
.gongkai-year{font-family:sans-serif;font-size:13px;line-height:1.5}
.gongkai-year .months{display:flex;flex-wrap:wrap;gap:12px 24px}
.gongkai-year table{border-collapse:collapse;margin:0}
.gongkai-year caption{font-weight:bold;text-align:center;padding:2px}
.gongkai-year td,.gongkai-year th{width:2em;padding:1px 2px;text-align:center;font-weight:normal}
.gongkai-year .weekend{opacity:.45}
.gongkai-year .holiday,.gongkai-year .local_closure{background:#c62828;color:#fff}
.gongkai-year .make_up_day,.gongkai-year .local_working_day{background:#2e7d32;color:#fff}
</style>"""
# The first letter says what the colour says.
SIGNS = {
    DayKind.holiday: "休",
    DayKind.local_closure: "闭",
    DayKind.make_up_day: "班",
    DayKind.local_working_day: "班",
}
WEEKDAYS = "一二三四五六日"


def year_html(calendar: WorkCalendar, year: Optional[int] = None) -> str:
    """A year as an HTML fragment; without ``year`` the last one that the calendar knows."""
    year = calendar.last_day.year if year is None else year
    first, last = max(calendar.first_day, date(year, 1, 1)), min(calendar.last_day, date(year, 12, 31))
    days = [calendar.why(first + timedelta(days=n)) for n in range((last - first).days + 1)]
    worked = sum(reason.worked for reason in days)
    months = [_month(year, month, [day for day in days if day.date.month == month]) for month in range(1, 13)]
    return (
        f'{STYLE}<div class="gongkai-year"><p><b>{escape(calendar.country)} {year}</b>: {worked} working days'
        f" (工作日), {len(days) - worked} days off; knows {calendar.first_day} … {calendar.last_day}</p>"
        f'<div class="months">{"".join(months)}</div></div>'
    )


def _month(year: int, month: int, days: list[DayReason]) -> str:
    if not days:
        return ""
    cells = ["<td></td>"] * days[0].date.weekday() + [_day(reason) for reason in days]
    rows = ["".join(cells[at : at + 7]) for at in range(0, len(cells), 7)]
    head = "".join(f'<th scope="col">{name}</th>' for name in WEEKDAYS)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><caption>{months_of.month_name[month]}</caption><tr>{head}</tr>{body}</table>"


def _day(reason: DayReason) -> str:
    if reason.kind is DayKind.ordinary:
        return f"<td>{reason.date.day}</td>"
    words = " ".join(part for part in (reason.name, reason.notice or reason.source) if part)
    title = f' title="{escape(words, quote=True)}"' if words else ""
    sign = f"<sup>{SIGNS[reason.kind]}</sup>" if reason.kind in SIGNS else ""
    return f'<td class="{reason.kind.name}"{title}>{reason.date.day}{sign}</td>'
