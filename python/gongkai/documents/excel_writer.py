# SPDX-License-Identifier: Apache-2.0
"""A document as an Excel file: a sheet for each chapter, cells merged as on the form, numbers as numbers.

What is text stays text: a cell never becomes a formula, whatever it begins with.
"""

from __future__ import annotations

import os
import re
from decimal import Decimal
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from .._core import BlockKind, Document, DocumentTable
from .text import printable

__all__ = ["put_table", "put_text", "sheet_name", "write_excel"]

NUMBER = re.compile(r"(\+?)(-?(?:0|[1-9][0-9]{0,14}))(?:\.([0-9]{1,10}))?(%?)")
THIN = Side(style="thin")
LINES = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
WIDEST = 40
LONGEST_NAME = 31


def write_excel(document: Document, out: str | os.PathLike[str] | BinaryIO) -> None:
    book = Workbook()
    sheet: Any = None
    tables = document.tables
    row = 1
    names: set[str] = set()
    for block in document.blocks:
        words = "" if block.kind is BlockKind.table else document.text_of(block)
        if sheet is None or (block.kind is BlockKind.heading and block.level > 1):
            title = sheet_name(words if block.kind is BlockKind.heading and words else "报告", names)
            sheet = book.active if sheet is None else book.create_sheet()
            sheet.title = title
            row = 1
        if block.kind is BlockKind.table:
            assert block.table is not None
            row = put_table(sheet, tables[block.table], row) + 1
            continue
        cell = put_text(sheet.cell(row, 1), words)
        cell.font = Font(bold=block.kind is BlockKind.heading)
        # A blank line parts text from tables.
        row += 2 if block.kind is BlockKind.heading else 1
    if sheet is None:
        book.active.title = "报告"
    book.save(out)


def put_table(sheet: Any, table: DocumentTable, top: int) -> int:
    """The first free row below it."""
    widths = [0] * (table.columns + 1)
    for cell in table.cells:
        row, column = top + cell.row - 1, cell.column
        target = put_value(sheet.cell(row, column), cell.text)
        target.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        if cell.column_span == 1:
            longest = max((_width(line) for line in cell.text.split("\n")), default=0)
            widths[column] = max(widths[column], longest)
        for covered in range(cell.row_span):
            for beside in range(cell.column_span):
                sheet.cell(row + covered, column + beside).border = LINES
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_cells(
                start_row=row, start_column=column, end_row=row + cell.row_span - 1, end_column=column + cell.column_span - 1
            )
    for column in range(1, table.columns + 1):
        letter = get_column_letter(column)
        wanted = min(max(widths[column] + 2, 8), WIDEST)
        sheet.column_dimensions[letter].width = max(sheet.column_dimensions[letter].width or 0, wanted)
    sheet.page_setup.orientation = "landscape" if table.columns > 9 else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return top + table.rows


def put_value(cell: Any, text: str) -> Any:
    """A number where the text is one and nothing else, shown as it was printed; else text."""
    match = NUMBER.fullmatch(text)
    if match is None:
        return put_text(cell, text)
    plus, whole, fraction, percent = match.groups()
    fraction = fraction or ""
    if len(whole) + len(fraction) > 15:  # Excel would round it
        return put_text(cell, text)
    number = Decimal(f"{whole}.{fraction}" if fraction else whole)
    if percent:
        number = number.scaleb(-2)
    cell.value = int(number) if not fraction and not percent else float(number)
    shown = "0" + ("." + "0" * len(fraction) if fraction else "") + percent
    cell.number_format = f"+{shown};-{shown};+{shown}" if plus else shown
    return cell


def put_text(cell: Any, text: str) -> Any:
    cell.value = printable(text)
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True
    return cell


def sheet_name(wanted: str, taken: set[str]) -> str:
    """What Excel allows: at most 31 characters, none of []:*?/\\, no name twice."""
    base = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", wanted).strip().strip("'")[:LONGEST_NAME] or "报告"
    name = base
    count = 2
    while name.lower() in taken:
        ending = f" {count}"
        name = base[: LONGEST_NAME - len(ending)] + ending
        count += 1
    taken.add(name.lower())
    return name


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
