# SPDX-License-Identifier: Apache-2.0
"""From the bytes of a file to rows of cells: CSV in any usual encoding, Excel workbooks, JSON Lines."""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Optional

from .. import _core
from ..errors import InvalidArgumentError, ParseError
from .words import Rule, rule

__all__ = ["Grid", "Uncomputed", "grids", "separated"]

LIMIT = 1 << 30  # bytes of an opened workbook
CELLS = 50_000_000
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Uncomputed:
    """A formula whose value the file does not hold."""


@dataclass
class Grid:
    """One sheet."""

    name: str
    """Of the sheet; empty for a file that has none."""
    rows: list[list[Any]]
    """All of them, blank ones too, so that row n is what a table program numbers n + 1."""
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Merged cells: first row, first column, last row, last column, from 0; the value stands in the first."""
    keyed: bool = False
    """JSON Lines: the first row is the keys, and row n is line n."""
    broken: dict[int, Rule] = field(default_factory=dict)
    """Rows that could not be read at all, and why."""
    uncut: Optional[str] = None
    """Separated text, to be cut by `separated` once somebody knows what the headings may be; then there are no rows."""


def grids(data: bytes, file: str, sheet: Optional[str]) -> list[Grid]:
    """Every sheet, or the one that was asked for. ParseError 201, 221, 222, 231, InvalidArgumentError 107."""
    if data.startswith(b"PK\x03\x04"):
        return _workbook(data, file, sheet)
    if data.startswith(OLD_WORKBOOK):
        raise ParseError(
            int(_core.ErrorCode.not_text),
            file,
            "",
            f"{file}: an Excel file of before 2007 or one with a password; save it as .xlsx or .csv without one",
        )
    if file.lower().endswith((".xlsx", ".xlsm")):
        raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: no Excel workbook")
    if sheet is not None:
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option), "sheet", f"{file}: only a workbook has sheets; leave {sheet!r} out"
        )
    text = _decoded(data, file)
    if file.lower().endswith((".jsonl", ".ndjson")):
        return [_json_lines(text, file)]
    return [Grid("", [], uncut=text)]


def separated(text: str, file: str, delimiter: str, at_most: Optional[int] = None) -> list[list[Any]]:
    """Text cut at a delimiter. ParseError 231."""
    rows: list[list[Any]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            rows.append(list(row))
            if at_most is not None and len(rows) >= at_most:
                break
    except csv.Error as error:
        raise ParseError(
            int(_core.ErrorCode.csv_syntax),
            file,
            f"line {reader.line_num}",
            f"{file}: no CSV from row {len(rows) + 1} on (line {reader.line_num}): {error}",
        ) from None
    return rows


def _decoded(data: bytes, file: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return _text(data[len(mark) :].decode(encoding), file)
            except UnicodeDecodeError:
                raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: broken {encoding} text") from None
    for encoding in ("utf-8", "gb18030"):
        try:
            return _text(data.decode(encoding), file)
        except UnicodeDecodeError:
            continue
    raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: neither UTF-8 nor GB18030 text")


def _text(text: str, file: str) -> str:
    if "\0" in text:
        raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: no text")
    return text.lstrip("\ufeff")


def _json_lines(text: str, file: str) -> Grid:
    """One object a line. A line that is none is broken, the others are read."""
    lines = text.split("\n")
    keys: dict[str, int] = {}
    objects: list[dict[str, Any]] = []
    grid = Grid("", [], keyed=True)
    for number, line in enumerate(lines):
        value: Any = {}
        if line.strip():
            try:
                value = json.loads(line)
            except ValueError as error:
                grid.broken[number] = rule("no_json", error=error)
                value = {}
            if not isinstance(value, dict):
                grid.broken[number] = rule("no_object")
                value = {}
        for key in value:
            keys.setdefault(key, len(keys))
        objects.append(value)
    grid.rows = [list(keys), *([each.get(key) for key in keys] for each in objects)]
    return grid


def _workbook(data: bytes, file: str, sheet: Optional[str]) -> list[Grid]:
    try:
        import openpyxl
    except ImportError:
        raise ParseError(
            int(_core.ErrorCode.cannot_open), file, "", f"{file}: reading Excel needs openpyxl: pip install gongkai[office]"
        ) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LIMIT:
                raise ParseError(int(_core.ErrorCode.too_large), file, "", f"{file}: more than {LIMIT >> 20} MiB when opened")
            formulas = any(
                b"<f" in parts.read(part) for part in parts.infolist() if part.filename.startswith("xl/worksheets/")
            )
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        source = openpyxl.load_workbook(io.BytesIO(data)) if formulas else None
    except ParseError:
        raise
    except Exception as error:  # zipfile, XML and openpyxl have no common class
        raise ParseError(int(_core.ErrorCode.not_text), file, "", f"{file}: no Excel workbook: {error}") from None
    pages = {page.title: page for page in book.worksheets}
    if sheet is not None and sheet not in pages:
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option), "sheet", f"{file}: there is no sheet {sheet!r}; there are {', '.join(pages)}"
        )
    wanted = [pages[sheet]] if sheet is not None else [page for page in pages.values() if page.sheet_state == "visible"]
    out = []
    for page in wanted:
        if page.max_row * page.max_column > CELLS:
            raise ParseError(int(_core.ErrorCode.too_large), file, page.title, f"{file}: more than {CELLS} cells in one sheet")
        out.append(Grid(page.title, list(_rows(page, source[page.title] if source else None)), _spans(page)))
    return out


def _rows(page: Any, source: Any) -> Iterator[list[Any]]:
    for number, row in enumerate(page.iter_rows(values_only=True), start=1):
        values = list(row)
        if source is not None and None in values:
            for at, value in enumerate(values):
                if value is None and source.cell(number, at + 1).data_type == "f":
                    values[at] = Uncomputed()
        yield values


def _spans(page: Any) -> list[tuple[int, int, int, int]]:
    return [(each.min_row - 1, each.min_col - 1, each.max_row - 1, each.max_col - 1) for each in page.merged_cells.ranges]
