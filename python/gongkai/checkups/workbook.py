# SPDX-License-Identifier: Apache-2.0
"""The list of problems as a workbook, with sheets of what could not be read, who has not reported, and what is solved."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Optional

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from .._core import Severity
from ..documents.excel_writer import put_text
from ..pages import SEVERITY_ZH
from .changes import Changes
from .run import Checkup

__all__ = ["to_workbook"]

COLUMNS = {"程度": 8, "单位": 26, "年度": 8, "规则": 14, "问题": 60, "左边": 10, "右边": 10, "单元格": 30, "原文": 60, "依据": 30,
           "可能的更正": 30, "文件": 40, "与上次相比": 12}  # fmt: skip
"""Headings and their widths."""
FILLS = {Severity.error: "FFC7CE", Severity.warning: "FFEB9C", Severity.note: "DDEBF7"}


def to_workbook(done: Checkup, changes: Optional[Changes]) -> bytes:
    """The bytes of an .xlsx file. Whatever a report says stays text, never a formula."""
    book = Workbook()
    _problems(book.active, done, changes)
    if done.unread:
        _put(book.create_sheet("未能读取"), {"文件": 60, "原因": 80}, [[one.file, one.message] for one in done.unread])
    if done.missing:
        _put(book.create_sheet("未报送单位"), {"单位": 40}, [[name] for name in done.missing])
    if changes is not None and changes.solved:
        solved = [[known.unit, known.year, known.code, known.message] for known in changes.solved]
        _put(book.create_sheet("已整改"), {"单位": 26, "年度": 8, "规则": 14, "问题": 80}, solved)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _problems(sheet: Any, done: Checkup, changes: Optional[Changes]) -> None:
    sheet.title = "问题清单"
    new = set() if changes is None else {id(problem) for problem in changes.new}
    rows = []
    for problem in done.problems:
        found = problem.finding
        state = "" if changes is None else "新发现" if id(problem) in new else "未整改"
        rows.append(
            [SEVERITY_ZH[found.severity], problem.unit, problem.year, found.code, found.message_zh or found.message, found.left,
             found.right, "\n".join(found.cells), "\n".join(problem.sentences), found.citation, found.suggestion, problem.file, state]
        )  # fmt: skip
    _put(sheet, COLUMNS, rows)
    for number, problem in enumerate(done.problems, start=2):
        sheet.cell(number, 1).fill = PatternFill("solid", fgColor=FILLS[problem.finding.severity])


def _put(sheet: Any, columns: dict[str, int], rows: Sequence[Sequence[str | int | None]]) -> None:
    for column, (heading, width) in enumerate(columns.items(), start=1):
        sheet.cell(1, column, heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, int):
                cell.value = value
            elif value:
                put_text(cell, value)
    sheet.freeze_panes = "A2"
    if rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
