# SPDX-License-Identifier: Apache-2.0
"""Filled tables as data frames of pandas and polars, and as Arrow tables; nothing is imported before it is asked for.

Two layouts. ``long``: one line for each cell that the form has, with the columns ``table``, ``row``, ``column``, ``kind``,
``value`` and ``printed``. ``wide``: one line for each row of the table, its columns as columns. ``value`` is a float, or null
where no number is stated: blank is not zero; ``kind`` and ``printed`` say what stands there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import _core
from ._core import AnnualReport, CellKind, Table
from .errors import InvalidArgumentError

__all__ = ["to_arrow", "to_pandas", "to_polars"]

COLUMNS = ("table", "row", "column", "kind", "value", "printed")


def _tables(source: Table | AnnualReport) -> list[Table]:
    return [source] if isinstance(source, Table) else list(source.tables)


def _number(cell: _core.Cell) -> float | None:
    return float(str(cell.value)) if cell.kind is CellKind.number and cell.value is not None else None


def _long(tables: Iterable[Table]) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    for table in tables:
        for row, column, cell in table.cells():
            line = (table.id, row, column, cell.kind.name, _number(cell), cell.printed)
            for name, value in zip(COLUMNS, line):
                out[name].append(value)
    return out


def _wide(source: Table | AnnualReport) -> dict[str, list[Any]]:
    if not isinstance(source, Table):
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option),
            "layout",
            'the tables of a report have different columns: take one (report.table("requests")), or layout="long"',
        )
    out: dict[str, list[Any]] = {"row": list(source.rows)}
    cells = {(row, column): _number(cell) for row, column, cell in source.cells()}
    for column in source.columns:
        out[column or "value"] = [cells.get((row, column)) for row in source.rows]
    return out


def _columns(source: Table | AnnualReport, layout: str) -> dict[str, list[Any]]:
    if layout == "long":
        return _long(_tables(source))
    if layout == "wide":
        return _wide(source)
    raise InvalidArgumentError(
        int(_core.ErrorCode.invalid_option), "layout", f"layout: {layout!r} is neither 'long' nor 'wide'"
    )


def to_pandas(source: Table | AnnualReport, layout: str = "long") -> Any:
    """A pandas data frame. Numbers are float64 with NaN where none is stated."""
    import pandas

    columns = _columns(source, layout)
    texts = {"table", "row", "column", "kind", "printed"} if layout == "long" else {"row"}
    return pandas.DataFrame(
        {name: pandas.Series(values, dtype="object" if name in texts else "float64") for name, values in columns.items()}
    )


def to_polars(source: Table | AnnualReport, layout: str = "long") -> Any:
    """A polars data frame. Numbers are Float64 with null where none is stated."""
    import polars

    columns = _columns(source, layout)
    texts = {"table", "row", "column", "kind", "printed"} if layout == "long" else {"row"}
    schema = {name: polars.String if name in texts else polars.Float64 for name in columns}
    return polars.DataFrame(columns, schema=schema)


def to_arrow(source: Table | AnnualReport, layout: str = "long") -> Any:
    """A pyarrow table. Numbers are float64 with null where none is stated."""
    import pyarrow

    columns = _columns(source, layout)
    texts = {"table", "row", "column", "kind", "printed"} if layout == "long" else {"row"}
    return pyarrow.table(
        {
            name: pyarrow.array(values, pyarrow.string() if name in texts else pyarrow.float64())
            for name, values in columns.items()
        }
    )
