# SPDX-License-Identifier: Apache-2.0
"""A document as a Word file with the looks of official papers (GB/T 9704: Song type, headings in black type, A4)."""

from __future__ import annotations

import os
from typing import Any, BinaryIO

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from .._core import BlockKind, Document, DocumentTable
from .text import printable

__all__ = ["add_table", "new_document", "write_word"]

SONG = "宋体"
BLACK = "黑体"
IMITATION = "仿宋"
NARROW = 9
"""Columns; a table with more stands on pages turned sideways."""


def new_document() -> Any:
    """An empty A4 paper with the styles of ours."""
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.left_margin = section.right_margin = Cm(2.6)
    _font(paper.styles["Normal"], IMITATION, 14)
    _font(paper.styles["Title"], SONG, 20)
    _font(paper.styles["Heading 1"], SONG, 20)
    _font(paper.styles["Heading 2"], BLACK, 15)
    _font(paper.styles["Heading 3"], BLACK, 14)
    paper.styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paper


def write_word(document: Document, out: str | os.PathLike[str] | BinaryIO) -> None:
    paper = new_document()
    tables = document.tables
    if any(table.columns > NARROW for table in tables):
        section = paper.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for block in document.blocks:
        if block.kind is BlockKind.table:
            assert block.table is not None
            add_table(paper, tables[block.table])
            continue
        words = printable(document.text_of(block))
        if block.kind is BlockKind.heading:
            paper.add_heading(words, block.level)
        else:
            paper.add_paragraph(words).paragraph_format.first_line_indent = Pt(28)
    paper.save(os.fspath(out) if isinstance(out, os.PathLike) else out)


def add_table(paper: Any, table: DocumentTable) -> Any:
    """A table with its merged cells, all lines drawn."""
    made = paper.add_table(table.rows, table.columns)
    made.style = "Table Grid"
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid = [list(row.cells) for row in made.rows]
    for cell in table.cells:
        first = grid[cell.row - 1][cell.column - 1]
        last = grid[cell.row + cell.row_span - 2][cell.column + cell.column_span - 2]
        target = first if first is last else first.merge(last)
        paragraph = target.paragraphs[0]
        run = paragraph.add_run(printable(cell.text))
        run.font.size = Pt(10.5 if table.columns <= NARROW else 9)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
    for row in made.rows:  # a row is not torn apart by the end of a page
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return made


def _font(style: Any, name: str, size: float) -> None:
    style.font.name = name
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), name)
