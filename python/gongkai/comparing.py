# SPDX-License-Identifier: Apache-2.0
"""Two reports side by side, as a page: `compare` cell by cell, with the labels of the form."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from ._core import AnnualReport, Cell, CellDifference, CellKind, Table, compare
from .pages import page

__all__ = ["ComparedRow", "compared", "labels_of", "to_html", "to_markdown"]


class ComparedRow(NamedTuple):
    """One cell of two reports, in words."""

    table: str
    label: str
    """Row and column as the form prints them."""
    a: str
    b: str
    absolute: str
    """Empty where one of the two is no number."""
    relative: str
    """In percent; empty from 0."""
    difference: CellDifference


def compared(a: AnnualReport, b: AnnualReport, *, all_cells: bool = False) -> list[ComparedRow]:
    """The cells that differ, or all that one of the reports states; in the order of the form."""
    labels = labels_of([*a.tables, *b.tables])
    rows = []
    for difference in compare(a, b):
        if difference.is_same and not all_cells:
            continue
        table, label = labels.get(difference.path, ("", difference.path))
        absolute = "" if difference.absolute is None else f"{difference.absolute}"
        absolute = f"+{absolute}" if absolute and not absolute.startswith("-") and absolute.strip("0.") else absolute
        relative = "" if difference.relative is None else f"{difference.relative}%"
        rows.append(ComparedRow(table, label, _said(difference.a), _said(difference.b), absolute, relative, difference))
    return rows


def _said(cell: Cell) -> str:
    """What stands in the cell; — where the report has no such cell."""
    if cell.kind is CellKind.absent:
        return "—"
    return str(cell.value) if cell.kind is CellKind.number and not cell.printed else cell.printed


def labels_of(tables: Sequence[Table]) -> dict[str, tuple[str, str]]:
    """By path: the label of the table, and those of row and column."""
    found: dict[str, tuple[str, str]] = {}
    for form in {table.form.id: table.form for table in tables}.values():
        for table in form.tables:
            columns = {column.id: column.label for column in table.columns}
            for row in table.rows:
                for name, column in columns.items():
                    path = ".".join(part for part in (table.id, row.id, name) if part)
                    found[path] = (table.label, f"{row.label} · {column}" if column else row.label)
    return found


def _face(report: AnnualReport) -> str:
    return f"{report.organisation or '?'} {report.year or '?'}"


def to_markdown(a: AnnualReport, b: AnnualReport, *, all_cells: bool = False) -> str:
    """A table with a line for each cell."""

    def plain(text: str) -> str:
        return " ".join(text.split()).replace("|", "\\|")

    lines = [f"# {plain(_face(a))} / {plain(_face(b))}", "", f"| | {plain(_face(a))} | {plain(_face(b))} | ± | % |", "|---|--:|--:|--:|--:|"]
    for row in compared(a, b, all_cells=all_cells):
        lines.append(f"| {plain(row.label)} | {plain(row.a)} | {plain(row.b)} | {row.absolute} | {row.relative} |")
    return "\n".join(lines) + "\n"


def to_html(a: AnnualReport, b: AnnualReport, *, all_cells: bool = False) -> str:
    """A page for a browser and for paper; everything that comes from a report is escaped."""
    body = []
    before = None
    for row in compared(a, b, all_cells=all_cells):
        if row.table != before:
            body.append(f'<tr><th colspan="5" scope="colgroup">{escape(row.table or "—")}</th></tr>')
            before = row.table
        numbers = "".join(f'<td class="n">{escape(each)}</td>' for each in (row.a, row.b, row.absolute, row.relative))
        body.append(f'<tr><th scope="row">{escape(row.label)}</th>{numbers}</tr>')
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in ("", _face(a), _face(b), "增减", "增减率"))
    title = f"{_face(a)} / {_face(b)}"
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    return page(title, f"<h1>{escape(title)}</h1>{table}", STYLE)


STYLE = "tbody th[scope=row]{font-weight:normal}td.n{text-align:right;font-variant-numeric:tabular-nums}"
