# SPDX-License-Identifier: Apache-2.0
"""What of a register is due, as an Excel workbook or a calendar file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from ._core import Clock
from .due import NEAR, DueRow
from .register import Register
from .sheets.values import printed

__all__ = ["STATUS_ZH", "WAITS_ZH", "to_icalendar", "to_workbook"]

HEADINGS = {
    "en": ["Light", "Status", "Due day", "Safe due day", "Remaining working days", "Remaining calendar days",
           "Overdue working days", "Working days used", "Earliest", "Latest", "Waits for", "Waits until", "Findings",
           "Sheet and row"],
    "zh": ["提示", "办理状态", "到期日", "稳妥到期日", "剩余工作日", "剩余自然日", "逾期工作日", "已用工作日", "最早到期日", "最晚到期日",
           "待定事项", "等待至", "提示事项", "原表位置"],
}  # fmt: skip
STATUS_ZH = {
    "": "未起算",
    "running": "办理中",
    "paused": "暂停计时",
    "overdue": "逾期未办",
    "met": "按期",
    "late": "逾期办结",
    "abandoned": "视为放弃",
    "withdrawn": "撤回",
}
WAITS_ZH = {
    "calendar": "放假安排",
    "opinion": "第三方或其他机关意见",
    "start": "确认或者收到日期",
    "delivery": "送达日期",
    "correction": "申请人补正",
    "payment": "申请人缴费",
    "reasons": "申请人说明理由",
    "remedies": "告知救济途径",
    "stated_limit": "文书载明的期限",
}
LIGHT_ZH = {"red": "红", "amber": "黄", "green": "绿"}
FILLS = {"red": "FFC7CE", "amber": "FFEB9C", "green": "C6EFCE"}
OWN = {*HEADINGS["en"], *HEADINGS["zh"]}


def to_workbook(rows: Sequence[DueRow], register: Register, as_of: date, clock: Clock, *, language: str = "zh") -> bytes:
    """An .xlsx workbook: the rows, red, amber and green, with what we say in front and the office's own columns behind; the rows
    that could not be read; how the days were counted. Needs openpyxl (`pip install gongkai[office]`).

    It can be filled in and read again: our columns are not the register's.
    """
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    page.title = as_of.isoformat()
    theirs = list(dict.fromkeys(label for row in rows for label in row.row.cells if label and label not in OWN))
    page.append([*HEADINGS[language], *(_cell(label) for label in theirs)])
    _plain(page)
    _bold(page)
    for row in rows:
        page.append([*_ours(row, language), *(_cell(row.row.cells.get(label)) for label in theirs)])
        _plain(page, FILLS[row.light])
    page.freeze_panes = "B2"
    page.auto_filter.ref = page.dimensions
    for at, width in enumerate((6, 10, 12, 12, 8, 8, 8, 8, 12, 12, 20, 12, 30, 12, *(14 for _ in theirs)), start=1):
        page.column_dimensions[openpyxl.utils.get_column_letter(at)].width = width
    _problems(book, register, language)
    _basis(book, rows, as_of, clock, language)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ours(row: DueRow, language: str) -> list[Any]:
    zh = language == "zh"
    status = row.status.name if row.status else ""
    return [
        LIGHT_ZH[row.light] if zh else row.light,
        STATUS_ZH[status] if zh else status or "not begun",
        row.due,
        row.safe_due,
        row.remaining_working,
        row.remaining_calendar,
        row.overdue_working,
        row.days_used,
        row.earliest if row.due is None else None,
        row.latest if row.due is None else None,
        _cell(WAITS_ZH.get(row.waits_for, row.waits_for) if zh else row.waits_for),
        row.waits_until,
        "\n".join((finding.message_zh if zh else finding.message) or finding.code for finding in row.deadline.findings),
        f"{row.row.sheet} {row.row.number}".strip(),
    ]


def _problems(book: Any, register: Register, language: str) -> None:
    if not register.problems:
        return
    zh = language == "zh"
    page = book.create_sheet("未能读取的行" if zh else "Rows not read")
    page.append(["工作表", "行", "列", "内容", "规则"] if zh else ["Sheet", "Row", "Column", "Value", "Rule"])
    _bold(page)
    for problem in register.problems:
        name = problem.heading or problem.field
        rule = (problem.rule_zh if zh else "") or problem.rule
        page.append([_cell(each) for each in (problem.sheet, problem.row, name, problem.value, rule)])
        _plain(page, FILLS["red"])
    for letter, width in zip("ABCDE", (14, 8, 22, 30, 80)):
        page.column_dimensions[letter].width = width


def _basis(book: Any, rows: Sequence[DueRow], as_of: date, clock: Clock, language: str) -> None:
    """How the days were counted: whoever gets the file must be able to ask again."""
    zh = language == "zh"
    page = book.create_sheet("说明" if zh else "How it was counted")
    lights = {"red": ("逾期、可能逾期，或者今日到期", "overdue, perhaps overdue, or due today"),
              "amber": (f"暂停计时、到期日未定，或者距到期日、稳妥到期日不足{NEAR + 1}个工作日",
                        f"paused, not certain, or {NEAR} working days or fewer to the due day or the safe due day"),
              "green": ("其他", "the rest")}  # fmt: skip
    page.append(["截至" if zh else "As of", as_of])
    page.append(["件数" if zh else "Cases", len(rows)])
    page.append(["工作日历" if zh else "Calendar", f"{clock.calendar.country} {clock.calendar.content_hash}"])
    page.append(["日历截止" if zh else "Calendar known to", clock.calendar.last_day])
    for light, words in lights.items():
        page.append([LIGHT_ZH[light] if zh else light, words[0 if zh else 1]])
        _plain(page, FILLS[light])
    options = rows[0].deadline.options if rows else {}
    for question, choice in options.items():
        page.append([question, choice])
    page.column_dimensions["A"].width = 24
    page.column_dimensions["B"].width = 60


def _bold(page: Any) -> None:
    from openpyxl.styles import Font

    for cell in page[page.max_row]:
        cell.font = Font(bold=True)


def _plain(page: Any, fill: str = "") -> None:
    """Words of a register are never a formula; a colour for the row."""
    from openpyxl.styles import PatternFill

    colour = PatternFill("solid", start_color=fill, end_color=fill) if fill else None
    for cell in page[page.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"
        if colour is not None:
            cell.fill = colour


def _cell(value: Any) -> Any:
    """What a workbook can hold, without control characters."""
    if value is None or isinstance(value, (bool, int, float, Decimal, datetime, date, time, timedelta)):
        return value
    text = "".join(character for character in printed(value) if character >= " " or character in "\t\n")
    return text[:32767]


def to_icalendar(rows: Sequence[DueRow], as_of: date) -> bytes:
    """Open cases with a day by which to act, as whole-day events (RFC 5545). The same rows give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongkai//deadlines//EN", "CALSCALE:GREGORIAN"]
    used: dict[str, int] = {}
    for row in rows:
        day = row.due or row.earliest
        if not row.is_open or day is None:
            continue
        used[row.id] = used.get(row.id, 0) + 1
        name = row.id if used[row.id] == 1 else f"{row.id}-{used[row.id]}"
        title = f"答复到期 {row.id}" if row.due else f"答复最早到期 {row.id}"
        safe = f"稳妥到期日 {row.safe_due.isoformat()}" if row.safe_due else ""
        waits = WAITS_ZH.get(row.waits_for, row.waits_for)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(name)}@gongkai",
            f"DTSTAMP:{as_of:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(title)}",
            f"DESCRIPTION:{_escaped('; '.join(part for part in (safe, waits, row.handler) if part))}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(character for character in text.replace("\r", "").replace("\n", "\\n") if character >= " ")


def _folded(line: str) -> bytes:
    """At most 75 bytes a line, no character torn."""
    out = b""
    length = 0
    for character in line:
        encoded = character.encode("utf-8")
        if length + len(encoded) > 75:
            out += b"\r\n "
            length = 1
        out += encoded
        length += len(encoded)
    return out + b"\r\n"
