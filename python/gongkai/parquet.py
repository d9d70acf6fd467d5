# SPDX-License-Identifier: Apache-2.0
"""Many reports in one Parquet file, for analysts. pyarrow (the extra ``dataframes``) is imported when a file is written.

``wide``: one line for each report with ``organisation``, ``year``, ``form``, and a column for each cell that one of the
reports has, named by its path, in the order of the forms. ``long``: one line for each cell with ``organisation``, ``year``,
``form`` and the columns of ``AnnualReport.to_arrow()``. Numbers are float64, null where none is stated: blank is not zero.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, BinaryIO

from . import _core
from ._core import AnnualReport, CellKind
from .errors import InvalidArgumentError
from .tables import COLUMNS, _long, _number

__all__ = ["write_parquet"]

WHO = ("organisation", "year", "form")


def write_parquet(
    reports: AnnualReport | Iterable[AnnualReport],
    out: str | os.PathLike[str] | BinaryIO,
    layout: str = "wide",
) -> None:
    """Writes reports of any forms to a path or an open binary file; see the module for the two layouts.

    InvalidArgumentError 107 for another layout, or without pyarrow; OSError where the file cannot be written.
    """
    if layout not in ("wide", "long"):
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option), "layout", f"layout: {layout!r} is neither 'wide' nor 'long'"
        )
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option), "pyarrow", "pyarrow is missing: pip install gongkai[dataframes]"
        ) from None
    many = [reports] if isinstance(reports, AnnualReport) else list(reports)
    columns = _wide(many) if layout == "wide" else _all_long(many)
    texts = {"organisation", "form", "table", "row", "column", "kind", "printed"}
    types = {
        name: pyarrow.string() if name in texts else pyarrow.int32() if name == "year" else pyarrow.float64()
        for name in columns
    }
    arrays = {name: pyarrow.array(values, types[name]) for name, values in columns.items()}
    pyarrow.parquet.write_table(pyarrow.table(arrays), out if hasattr(out, "write") else os.fspath(out))


def _who(report: AnnualReport) -> tuple[Any, ...]:
    return report.organisation, report.year, report.style


def _wide(reports: list[AnnualReport]) -> dict[str, list[Any]]:
    lines: list[dict[str, float | None]] = []
    paths: dict[str, None] = {}
    for report in reports:
        line = {
            ".".join(part for part in (table.id, row, column) if part): _number(cell)
            for table in report.tables
            for row, column, cell in table.cells()
            if cell.kind is not CellKind.absent
        }
        paths.update(dict.fromkeys(line))
        lines.append(line)
    out: dict[str, list[Any]] = {name: [_who(report)[i] for report in reports] for i, name in enumerate(WHO)}
    for path in paths:
        out[path] = [line.get(path) for line in lines]
    return out


def _all_long(reports: list[AnnualReport]) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = {name: [] for name in (*WHO, *COLUMNS)}
    for report in reports:
        cells = _long(report.tables)
        for name in COLUMNS:
            out[name] += cells[name]
        for name, value in zip(WHO, _who(report)):
            out[name] += [value] * len(cells["table"])
    return out
