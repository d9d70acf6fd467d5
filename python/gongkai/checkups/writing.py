# SPDX-License-Identifier: Apache-2.0
"""A check-up as files in a folder.

    问题清单.xlsx, 问题清单.html   every problem with its sentence or cell, the worst first
    通知书/<unit>.docx            a notice to rectify for each body with an error or a warning
    汇总-<form>.xlsx, .html, .json the reports of the year added up, as one report
    findings.json                 the same for programs, and what the next run is compared with
"""

from __future__ import annotations

import os
import re
from datetime import date
from typing import Any, Optional

from .. import _core
from .._core import RenderFormat, Severity
from ..documents.writing import cannot_write, need, write_xlsx
from .changes import Changes, compare_runs, read_state, to_state
from .page import to_page
from .run import Checkup, Problem

__all__ = ["SEVERITY_ZH", "write"]

STATE = "findings.json"
SEVERITY_ZH = {Severity.error: "错误", Severity.warning: "警告", Severity.note: "提示"}
FILLS = {Severity.error: "FFC7CE", Severity.warning: "FFEB9C", Severity.note: "DDEBF7"}
HEADINGS = ["程度", "单位", "年度", "规则", "问题", "左边", "右边", "单元格", "原文", "依据", "可能的更正", "文件", "与上次相比"]
WIDTHS = [8, 26, 8, 14, 60, 10, 10, 30, 60, 30, 30, 40, 12]


def write(done: Checkup, folder: str | os.PathLike[str], template: Optional[bytes] = None, today: Optional[date] = None) -> list[str]:
    """Into ``folder``, which is made where it is not there. Names of the files written, relative to it. A findings.json that lies
    there is that of the run before: what is solved and what is new is said against it.

    ParseError 224 where a file cannot be written; needs ``pip install gongkai[office]``.
    """
    out = os.fsdecode(folder)
    try:
        os.makedirs(os.path.join(out, "通知书"), exist_ok=True)
        changes = _changes(done, os.path.join(out, STATE))
        files: dict[str, bytes] = {"问题清单.xlsx": _workbook(done, changes), "问题清单.html": to_page(done, changes).encode()}
        names: set[str] = set()
        for unit in dict.fromkeys(problem.unit for problem in done.problems):
            serious = [problem for problem in done.of(unit) if problem.finding.severity is not Severity.note]
            if serious:
                name = _file_name(unit, names)
                files[os.path.join("通知书", f"{name}.docx")] = _notice(unit, serious, template, today or date.today())
        for form, total in done.totals.items():
            report = total.report("汇总")
            files[f"汇总-{form}.html"] = _core.render(report, RenderFormat.html, total.findings()).encode()
            files[f"汇总-{form}.json"] = (_core.to_json(report, total.findings()) + "\n").encode()
            files[f"汇总-{form}.xlsx"] = _as_bytes(report)
        # Last: a run that was torn off has not been.
        files[STATE] = (to_state(done) + "\n").encode()
        for file, data in files.items():
            with open(os.path.join(out, file), "wb") as handle:
                handle.write(data)
    except OSError as error:
        raise cannot_write(os.fsencode(error.filename or out).decode("utf-8", "replace"), error) from error
    return list(files)


def _changes(done: Checkup, path: str) -> Optional[Changes]:
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return compare_runs(read_state(file.read(), path), done)


def _as_bytes(report: _core.AnnualReport) -> bytes:
    import io

    out = io.BytesIO()
    write_xlsx(report, out)
    return out.getvalue()


def _file_name(unit: str, taken: set[str]) -> str:
    """What every file system takes, and no name twice."""
    base = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", unit).strip(". ")[:60] or "_"
    name, count = base, 2
    while name in taken:
        name, count = f"{base}-{count}", count + 1
    taken.add(name)
    return name


def _notice(unit: str, problems: list[Problem], template: Optional[bytes], today: date) -> bytes:
    try:
        from .notice import to_notice
    except ImportError:
        need("python-docx")
    return to_notice(unit, problems, template, today)


def _workbook(done: Checkup, changes: Optional[Changes]) -> bytes:
    try:
        import openpyxl
        from openpyxl.styles import Alignment, Font, PatternFill
        from openpyxl.utils import get_column_letter

        from ..documents.excel_writer import put_text
    except ImportError:
        need("openpyxl")
    import io

    book: Any = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "问题清单"
    new = list(changes.new) if changes else []
    rows: list[list[Any]] = []
    for problem in done.problems:
        found = problem.finding
        state = ""
        if changes is not None:
            state = "新发现" if problem.key in new else "未整改"
            if problem.key in new:
                new.remove(problem.key)
        rows.append(
            [SEVERITY_ZH[found.severity], problem.unit, problem.year, found.code, found.message_zh or found.message, found.left or "",
             found.right or "", "\n".join(found.cells), "\n".join(problem.sentences), found.citation, found.suggestion, problem.file, state]
        )  # fmt: skip
    fills = [FILLS[problem.finding.severity] for problem in done.problems]
    _put(sheet, HEADINGS, WIDTHS, rows, fills, put_text, Font, Alignment, PatternFill, get_column_letter)
    plain = (put_text, Font, Alignment, PatternFill, get_column_letter)
    if done.unread:
        _put(book.create_sheet("未能读取"), ["文件", "原因"], [60, 80], [[one.file, one.message] for one in done.unread], None, *plain)
    if done.missing:
        _put(book.create_sheet("未报送单位"), ["单位"], [40], [[name] for name in done.missing], None, *plain)
    if changes is not None and changes.solved:
        solved = [[known.unit, known.year, known.code, known.message] for known in changes.solved]
        _put(book.create_sheet("已整改"), ["单位", "年度", "规则", "问题"], [26, 8, 14, 80], solved, None, *plain)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(
    sheet: Any, headings: list[str], widths: list[int], rows: list[list[Any]], fills: Optional[list[str]],
    put_text: Any, font: Any, alignment: Any, fill: Any, letter: Any,
) -> None:  # fmt: skip
    for column, (heading, width) in enumerate(zip(headings, widths), start=1):
        sheet.cell(1, column, heading).font = font(bold=True)
        sheet.column_dimensions[letter(column)].width = width
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            if isinstance(value, int):
                cell.value = value
            elif value:
                put_text(cell, str(value))
            cell.alignment = alignment(wrap_text=True, vertical="top")
        if fills is not None:
            sheet.cell(number, 1).fill = fill("solid", fgColor=fills[number - 2])
    sheet.freeze_panes = "A2"
    if rows:
        sheet.auto_filter.ref = f"A1:{letter(len(headings))}{len(rows) + 1}"
