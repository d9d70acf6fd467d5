# SPDX-License-Identifier: Apache-2.0
"""What of a register is due, as an Excel workbook or a calendar file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, timedelta

from .register import DueRow

__all__ = ["to_icalendar", "to_workbook"]

HEADINGS = {
    "en": ["No.", "Handler", "Status", "Due day", "Earliest", "Latest", "Safe due day", "Remaining working days",
           "Overdue working days", "Working days used", "Waits for", "Findings"],
    "zh": ["编号", "经办人", "状态", "到期日", "最早", "最晚", "稳妥到期日", "剩余工作日", "逾期工作日", "已用工作日", "待定事项",
           "问题"],
}  # fmt: skip
STATUS_ZH = {
    "running": "办理中",
    "paused": "中止",
    "overdue": "逾期未办",
    "met": "按期",
    "late": "逾期办结",
    "abandoned": "视为放弃",
    "withdrawn": "撤回",
}
FILLS = {"red": "FFC7CE", "amber": "FFEB9C", "green": "C6EFCE"}


def to_workbook(rows: Sequence[DueRow], as_of: date, *, language: str = "zh") -> bytes:
    """An .xlsx workbook with red, amber and green rows. Needs openpyxl (`pip install gongkai[office]`)."""
    import openpyxl
    from openpyxl.styles import Font, PatternFill

    book = openpyxl.Workbook()
    page = book.active
    page.title = as_of.isoformat()
    page.append(HEADINGS[language])
    for cell in page[1]:
        cell.font = Font(bold=True)
    for row in rows:
        status = row.status.name if row.status else ""
        page.append(
            [_text(row.id), _text(row.handler), STATUS_ZH.get(status, status) if language == "zh" else status, row.due,
             row.earliest, row.latest, row.safe_due, row.remaining_working, row.overdue_working, row.days_used,
             _text(row.waits_for), ", ".join(row.findings)]
        )  # fmt: skip
        fill = PatternFill("solid", start_color=FILLS[row.light], end_color=FILLS[row.light])
        for cell in page[page.max_row]:
            cell.fill = fill
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words of a register are never a formula
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    for letter, width in zip("ABCDEFGHIJKL", (16, 10, 10, 12, 12, 12, 12, 10, 10, 10, 24, 40)):
        page.column_dimensions[letter].width = width
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def to_icalendar(rows: Sequence[DueRow], as_of: date) -> bytes:
    """Open cases with a day by which to act, as whole-day events (RFC 5545). The same rows give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongkai//deadlines//EN", "CALSCALE:GREGORIAN"]
    for row in rows:
        day = row.due or row.earliest
        if not row.is_open or day is None:
            continue
        title = f"答复到期 {row.id}" if row.due else f"答复最早到期 {row.id}"
        safe = f"稳妥到期日 {row.safe_due.isoformat()}" if row.safe_due else ""
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(row.id)}@gongkai",
            f"DTSTAMP:{as_of:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(title)}",
            f"DESCRIPTION:{_escaped('; '.join(part for part in (safe, row.waits_for, row.handler) if part))}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _text(value: str) -> str:
    """Without the control characters that a workbook cannot hold."""
    return "".join(character for character in value if character >= " " or character == "\t")


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
