# SPDX-License-Identifier: Apache-2.0
"""An office's own register of requests (a CSV or Excel file) and what of it is due.

Columns by their English or Chinese names (`COLUMNS`), in any order; others are kept out of the way. Days are written
2024-03-04, 2024/3/4, 2024年3月4日 or 20240304, or are days of Excel. A row that cannot be read is a `Problem` with row,
field, value and rule, and the other rows go on.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, Optional

from . import _core
from ._core import Clock, ClockHistory, Deadline, DeadlineKind, DeadlineStatus
from .errors import GongkaiError, InvalidArgumentError, ParseError

__all__ = ["COLUMNS", "DueRow", "Mapped", "Problem", "Register", "due_rows", "read_mapping", "read_register"]

# Our name and the Chinese one.
COLUMNS = {
    "id": "编号",
    "handler": "经办人",
    "channel": "提交渠道",
    "submitted": "提交日期",
    "received": "收到日期",
    "acknowledged": "回执日期",
    "confirmed": "确认日期",
    "correction_noticed": "补正告知日期",
    "correction_delivered": "补正告知送达日期",
    "correction_days": "补正期限",
    "corrected": "收到补正日期",
    "third_party_consulted": "征求第三方意见日期",
    "third_party_delivered": "第三方收到日期",
    "third_party_answered": "第三方答复日期",
    "agency_consulted": "征求其他机关意见日期",
    "agency_delivered": "其他机关收到日期",
    "agency_answered": "其他机关答复日期",
    "extended": "延期告知日期",
    "extension_approved": "延期批准日期",
    "extension_days": "延期工作日",
    "fee_noticed": "收费通知日期",
    "fee_delivered": "收费通知送达日期",
    "fee_paid": "缴费日期",
    "deferred": "延迟答复告知日期",
    "deferred_until": "延迟答复至",
    "replied": "答复日期",
    "reply_service": "送达方式",
    "reply_posted": "交邮日期",
    "reply_delivered": "签收日期",
    "withdrawn": "撤回日期",
    "events": "其他经过",
}
SERVICES = {"直接送达": "direct", "委托送达": "entrusted", "邮寄": "china_post", "电子邮件": "email", "快递": "courier"}
NUMBERS = {"correction_days", "extension_days"}
TEXTS = {"id", "handler", "channel", "reply_service", "events"}


class Problem(NamedTuple):
    """What cannot be read, and why."""

    row: int
    """As the table program numbers it: the heading is row 1."""
    field: str
    value: str
    rule: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.field}: {self.value!r}: {self.rule}"


class Mapped(NamedTuple):
    """An office's own names."""

    columns: Mapping[str, str]
    """From the heading of the file to a name of `COLUMNS`."""
    values: Mapping[str, Mapping[str, str]]
    """For a name of `COLUMNS`: from what the file says to what we read."""


@dataclass(frozen=True)
class Register:
    """The rows that could be read."""

    cases: list[tuple[str, str, ClockHistory]]
    """Number, handler, history."""
    problems: list[Problem]


@dataclass(frozen=True)
class DueRow:
    """One case as it stands on a day."""

    id: str
    handler: str
    status: Optional[DeadlineStatus]
    due: Optional[date]
    earliest: Optional[date]
    latest: Optional[date]
    safe_due: Optional[date]
    remaining_working: Optional[int]
    overdue_working: Optional[int]
    days_used: Optional[int]
    waits_for: str
    """Why there is no certain due day; else empty."""
    findings: list[str]
    deadline: Deadline

    @property
    def is_open(self) -> bool:
        return self.status in (None, DeadlineStatus.running, DeadlineStatus.paused, DeadlineStatus.overdue)

    @property
    def light(self) -> str:
        """``red``: overdue or late, or due today; ``amber``: uncertain, paused, or safe due day within five working days;
        ``green``: the rest."""
        if self.status in (DeadlineStatus.overdue, DeadlineStatus.late):
            return "red"
        if not self.is_open:
            return "green"
        if self.status is DeadlineStatus.running and self.remaining_working == 0:
            return "red"
        near = self.remaining_working is not None and self.remaining_working <= 5
        return "amber" if self.due is None or self.status is DeadlineStatus.paused or near or self._safe_is_near else "green"

    @property
    def _safe_is_near(self) -> bool:
        as_of = self.deadline.as_of
        return self.safe_due is not None and as_of is not None and (self.safe_due - as_of).days <= 7


def read_mapping(data: bytes, file: str) -> Mapped:
    """``{"columns": {"收文日期": "received"}, "values": {"channel": {"网站": "online"}}}``. ParseError 201-206."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise ParseError(int(_core.ErrorCode.json_syntax), file, "", f"{file}: no JSON: {error}") from None
    if not isinstance(value, dict) or set(value) - {"columns", "values"}:
        raise ParseError(
            int(_core.ErrorCode.json_unknown_key), file, "", f"{file}: an object with \"columns\" and \"values\" is wanted"
        )
    columns, values = value.get("columns", {}), value.get("values", {})
    for place, names in (("columns", columns.values()), ("values", values)):
        for name in names:
            if name not in COLUMNS:
                raise ParseError(
                    int(_core.ErrorCode.json_bad_value),
                    file,
                    f"/{place}",
                    f"{file}: there is no column {name!r}; there are {', '.join(COLUMNS)}",
                )
    return Mapped(columns, values)


def read_register(
    data: bytes, file: str, *, clock: Optional[Clock] = None, mapped: Optional[Mapped] = None, sheet: Optional[str] = None
) -> Register:
    """A register from the bytes of a CSV file (UTF-8 or GB18030) or, when the name ends in .xlsx, of a workbook.

    ParseError 221 when it is no such file, InvalidArgumentError 105 when it has no column of a day of receipt.
    """
    rows = _workbook_rows(data, file, sheet) if file.lower().endswith(".xlsx") else _csv_rows(data, file)
    used = clock if clock is not None else Clock.builtin("cn")
    heading = next(iter(rows), [])
    names = _names(heading, mapped)
    if not {"submitted", "received", "confirmed", "events"} & set(names.values()):
        raise InvalidArgumentError(
            int(_core.ErrorCode.unsupported_column),
            file,
            f"{file}: no column says when a request came; one of 收到日期 (received), 提交日期 (submitted), 确认日期 (confirmed) is"
            " wanted, or a mapping file",
        )
    register = Register([], [])
    for number, row in enumerate(rows[1:], start=2):
        cells = {name: row[at] for at, name in names.items() if at < len(row) and row[at] not in (None, "")}
        if cells:
            _read_row(used, number, cells, mapped, register)
    return register


def due_rows(register: Register, as_of: date, *, clock: Optional[Clock] = None) -> list[DueRow]:
    """Every case on a day: red first, then amber, then green, each by the day by which to act; closed cases last."""
    used = clock if clock is not None else Clock.builtin("cn")
    rows = [
        _due_row(number, handler, used.deadline(DeadlineKind.reply, history, as_of), as_of)
        for number, handler, history in register.cases
    ]
    order = {"red": 0, "amber": 1, "green": 2}
    return sorted(rows, key=lambda row: (not row.is_open, order[row.light], row.safe_due or row.earliest or date.max, row.id))


# ---------------------------------------------------------------------------------------------------- reading


def _csv_rows(data: bytes, file: str) -> list[list[Any]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: neither UTF-8 nor GB18030 text")
    if "\0" in text:
        raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: no text")
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    except csv.Error as error:
        raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: no CSV: {error}") from None


def _workbook_rows(data: bytes, file: str, sheet: Optional[str]) -> list[list[Any]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # zipfile, XML and openpyxl have no common class
        raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: no Excel workbook: {error}") from None
    try:
        if sheet is not None and sheet not in book.sheetnames:
            raise InvalidArgumentError(
                int(_core.ErrorCode.invalid_option),
                "sheet",
                f"{file}: there is no sheet {sheet!r}; there are {', '.join(book.sheetnames)}",
            )
        page = book[sheet] if sheet is not None else book.worksheets[0]
        return [list(row) for row in page.iter_rows(values_only=True)]
    finally:
        book.close()


def _names(heading: Sequence[Any], mapped: Optional[Mapped]) -> dict[int, str]:
    known = {**{name: name for name in COLUMNS}, **{zh: name for name, zh in COLUMNS.items()}}
    if mapped is not None:
        known.update(mapped.columns)
    names: dict[int, str] = {}
    for at, label in enumerate(heading):
        name = known.get(str(label).strip() if label is not None else "")
        if name is not None and name not in names.values():
            names[at] = name
    return names


def _day(value: Any) -> Optional[date]:
    if isinstance(value, datetime):
        return value.date() if value.time() == datetime.min.time() else None
    if isinstance(value, date):
        return value
    text = str(value).strip()
    found = re.fullmatch(r"(\d{4})(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?", text, re.ASCII)
    parts = [part for part in found.groups() if part is not None] if found else []
    if not found and re.fullmatch(r"\d{8}", text, re.ASCII):
        parts = [text[:4], text[4:6], text[6:]]
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2])) if parts else None
    except ValueError:
        return None


def _read_row(clock: Clock, number: int, cells: dict[str, Any], mapped: Optional[Mapped], register: Register) -> None:
    read: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value in cells.items():
        text = str(value).strip()
        if mapped is not None:
            text = mapped.values.get(name, {}).get(text, text)
        if name in TEXTS:
            read[name] = SERVICES.get(text, text) if name == "reply_service" else text
        elif name in NUMBERS:
            digits = re.fullmatch(r"(\d{1,4})(?:\.0)?", text, re.ASCII)
            if digits:
                read[name] = digits.group(1)
            else:
                problems.append(Problem(number, name, text, "a number of working days is wanted"))
        else:
            found = _day(value) if mapped is None or text == str(value).strip() else _day(text)
            if found is not None:
                read[name] = found.isoformat()
            elif text not in ("/", "—", "-", "无"):
                problems.append(Problem(number, name, text, "a day is wanted, written 2024-03-04"))
    words = [(name, event) for name, event in _words(read)]
    history: list[str] = []
    for name, event in words:
        try:
            clock.history([event])
            history.append(event)
        except GongkaiError as error:
            problems.append(Problem(number, name, read.get(name, event), _rule(error)))
    if not history and not problems:
        problems.append(Problem(number, "received", "", "no day says when the request came"))
    if problems:
        register.problems.extend(problems)
        return
    register.cases.append((read.get("id", str(number)), read.get("handler", ""), clock.history(history)))


def _rule(error: GongkaiError) -> str:
    """The message without the place, which the row says better."""
    place = f"{error.file}#{error.pointer}: " if isinstance(error, ParseError) else ""
    return error.message[len(place) :] if place and error.message.startswith(place) else error.message


def _words(read: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The events of a row, each with the column to blame."""

    def more(**keys: str) -> str:
        return "".join(f" {key}={read[name]}" for key, name in keys.items() if name in read)

    def said(name: str, text: str) -> Iterable[tuple[str, str]]:
        return [(name, text)] if name in read else []

    first = "submitted" if "submitted" in read else "received"
    for name in ("submitted", "received", "acknowledged", "confirmed"):
        channel = more(channel="channel") if name == first else ""
        if name in read:
            yield ("channel" if channel else name), f"{name} {read[name]}{channel}"
    for name, text in (
        ("correction_noticed", more(delivered="correction_delivered", days="correction_days")),
        ("corrected", ""),
        ("third_party_consulted", more(delivered="third_party_delivered")),
        ("third_party_answered", ""),
        ("agency_consulted", more(delivered="agency_delivered")),
        ("agency_answered", ""),
        ("extended", more(days="extension_days", decided="extension_approved")),
        ("fee_noticed", more(delivered="fee_delivered")),
        ("fee_paid", ""),
        ("deferred", more(until="deferred_until")),
        ("withdrawn", ""),
    ):
        yield from said(name, f"{name} {read.get(name, '')}{text}")
    if {"replied", "reply_posted", "reply_delivered"} & set(read):
        on = f" {read['replied']}" if "replied" in read else ""
        service = more(service="reply_service", posted="reply_posted", delivered="reply_delivered")
        yield ("reply_service" if "reply_service" in read else "replied"), f"replied{on}{service}"
    for text in re.split(r"[;；\n]", read.get("events", "")):
        if text.strip():
            yield "events", text.strip()


def _due_row(number: str, handler: str, deadline: Deadline, as_of: date) -> DueRow:
    open_ = deadline.provisional
    safe = deadline.safe_due
    left, over, used = deadline.remaining(as_of), deadline.overdue_by(as_of), deadline.days_used(as_of)
    return DueRow(
        id=number,
        handler=handler,
        status=deadline.status(as_of),
        due=deadline.due,
        earliest=open_.earliest if open_ else deadline.due,
        latest=open_.latest if open_ else deadline.due,
        safe_due=safe.due if safe else None,
        remaining_working=left.working.count if left and left.working else None,
        overdue_working=over.working.count if over and over.working else None,
        days_used=used.count if used else None,
        waits_for=(open_.missing or open_.reason.name) if open_ else "",
        findings=[finding.code for finding in deadline.findings],
        deadline=deadline,
    )
