# SPDX-License-Identifier: Apache-2.0
"""A check-up as files in a folder.

    问题清单.xlsx, 问题清单.html   every problem with its sentence or cell, the worst first
    通知书/<unit>.docx            a notice to rectify for each body with an error or a warning
    汇总-<form>.xlsx, .html, .json the reports of the year added up, as one report
    findings.json                 the same for programs, and what the next run is compared with
"""

from __future__ import annotations

import io
import os
import re
from datetime import date
from typing import NamedTuple, Optional

from .. import _core
from .._core import RenderFormat, Severity
from ..documents.writing import cannot_write, need, write_xlsx
from .changes import Changes, compare_runs, read_state, to_state
from .page import to_page
from .run import Checkup, Problem

__all__ = ["STATE", "Written", "write"]

STATE = "findings.json"


class Written(NamedTuple):
    """What was written."""

    files: list[str]
    """Names, relative to the folder."""
    changes: Optional[Changes]
    """Against the run before; None where there was none."""


def write(done: Checkup, folder: str | os.PathLike[str], template: Optional[bytes] = None, today: Optional[date] = None) -> Written:
    """Into ``folder``, which is made where it is not there. A findings.json that lies there is that of the run before: what is solved and what is new is said against it.

    ParseError 224 where a file cannot be written; needs ``pip install gongkai[office]``.
    """
    out = os.fsdecode(folder)
    try:
        os.makedirs(os.path.join(out, "通知书"), exist_ok=True)
        changes = _changes(done, os.path.join(out, STATE))
        files: dict[str, bytes] = {"问题清单.xlsx": _workbook(done, changes), "问题清单.html": to_page(done, changes).encode()}
        names: set[str] = set()
        for unit, problems in done.by_unit().items():
            serious = [problem for problem in problems if problem.finding.severity is not Severity.note]
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
    return Written(list(files), changes)


def _changes(done: Checkup, path: str) -> Optional[Changes]:
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return compare_runs(read_state(file.read(), path), done)


def _as_bytes(report: _core.AnnualReport) -> bytes:
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
        from .workbook import to_workbook
    except ImportError:
        need("openpyxl")
    return to_workbook(done, changes)
