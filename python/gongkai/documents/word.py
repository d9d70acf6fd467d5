# SPDX-License-Identifier: Apache-2.0
"""Word files as documents.

What is printed is read, and nothing else: insertions that are still tracked are there, deletions and hidden text are
not, and both are residues, as are comments. Numbers of lists are printed, so they are text. Text boxes follow the
paragraph that they hang on; footnotes follow the text. Tables that only arrange the page are unfolded, as in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .. import _core
from .._core import Document, DocumentBuilder, ReadLimits
from ..errors import ParseError
from .numbering import Numbering
from .packages import Package, integer, is_true
from .styles import Styles
from .wordtable import Cell, Table, Text, lay_out

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["read_word"]

DEEPEST = 60
"""Tables, text boxes and wrappers inside each other."""
QUOTED = 60
"""Characters of a tracked change or comment that a residue quotes."""
WRAPPERS = {
    "body", "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "txbxContent",
    "footnote", "endnote", "dir", "bdo", "oMath", "oMathPara",
}  # fmt: skip
REMOVED = {"del", "moveFrom"}
SKIPPED = {"instrText", "delText", "delInstrText", "rt", "pPr", "rPr", "sdtPr", "fldChar", "tblPr", "tblGrid"}


class Piece(NamedTuple):
    """What a paragraph becomes: itself, then the text boxes that hang on it."""

    text: Text
    boxes: list[list[Text | Table]]


def read_word(package: Package, main: str, limits: ReadLimits) -> Document:
    """ParseError 221 when the file is broken, 222 beyond the limits."""
    return _Reader(package, main, limits).read()


class _Reader:
    def __init__(self, package: Package, main: str, limits: ReadLimits) -> None:
        self._package = package
        self._main = main
        self._limits = limits
        self._styles = Styles(package.related(main, "styles"))
        self._numbering = Numbering(package.related(main, "numbering"))
        self._comments = _comments(package.related(main, "comments"))
        self._residues: list[str] = []
        self._notes: list[str] = []

    def read(self) -> Document:
        root = self._package.xml(self._main)
        body = root.find("body")
        content = list(self._blocks(body, 0)) if body is not None else []
        for kind in ("footnotes", "endnotes"):
            wanted = [identity for identity in self._notes if identity.startswith(kind)]
            notes = self._package.related(self._main, kind) if wanted else None
            for note in notes if notes is not None else ():
                if f"{kind}:{note.get('id')}" in wanted:
                    content += self._blocks(note, 0)
        builder = DocumentBuilder(self._limits, self._package.name)
        _put(content, builder)
        for words in self._residues:
            builder.add_residue(words)
        return builder.build()

    # ---------------------------------------------------------------------------------------------- blocks

    def _blocks(self, parent: Element, depth: int) -> Iterator[Text | Table]:
        self._check(depth)
        for child in parent:
            tag = child.tag
            if tag == "p":
                piece = self._paragraph(child, depth + 1)
                if piece.text.text.strip() or piece.text.residues:
                    yield piece.text
                for box in piece.boxes:
                    yield from box
            elif tag == "tbl":
                yield self._table(child, depth + 1)
            elif tag == "AlternateContent":
                if (chosen := _chosen(child)) is not None:
                    yield from self._blocks(chosen, depth + 1)
            elif tag in REMOVED:
                self._residue("修订（删除）", "".join(child.itertext()))
            elif tag in WRAPPERS:
                yield from self._blocks(child, depth + 1)

    def _check(self, depth: int) -> None:
        if depth > DEEPEST:
            raise ParseError(
                int(_core.ErrorCode.too_large), self._package.name, "",
                f"{self._package.name}: its tables and text boxes stand in each other more than {DEEPEST} deep",
            )  # fmt: skip

    # ---------------------------------------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: Element, depth: int) -> Piece:
        properties = paragraph.find("pPr")
        number, level = "", 0
        before = len(self._residues)
        if properties is not None or self._styles.has_default:
            style = self._styles.of(properties)
            level = style.level
            if style.list_id:
                number = self._numbering.next(style.list_id, style.depth)
            if properties is not None and properties.find("pPrChange") is not None:
                self._residue("修订（格式）", "".join(_plain(paragraph)))
        words: list[str] = []
        boxes: list[list[Text | Table]] = []
        self._runs(paragraph, words, boxes, depth)
        residues = tuple(self._residues[before:])
        del self._residues[before:]
        text = "".join(words)
        if text.strip() and number:
            text = number + text.lstrip()
        return Piece(Text(text, level, residues), boxes)

    def _runs(self, parent: Element, words: list[str], boxes: list[list[Text | Table]], depth: int) -> None:
        self._check(depth)
        inserted: list[str] = []
        for child in parent:
            tag = child.tag
            if tag in ("ins", "moveTo"):
                start = len(words)
                self._runs(child, words, boxes, depth + 1)
                inserted += words[start:]
                continue
            if inserted and (tag == "r" or tag in REMOVED):  # insertions beside each other are one
                self._residue("修订（插入）", "".join(inserted))
                inserted = []
            if tag == "r":
                self._run(child, words, boxes, depth + 1)
            elif tag in REMOVED:
                self._residue("修订（删除）", "".join(_removed(child)))
            elif tag == "AlternateContent":
                if (chosen := _chosen(child)) is not None:
                    self._runs(chosen, words, boxes, depth + 1)
            elif tag == "p":
                words.append("\n")
                self._runs(child, words, boxes, depth + 1)
            elif tag in WRAPPERS:
                self._runs(child, words, boxes, depth + 1)
        if inserted:
            self._residue("修订（插入）", "".join(inserted))

    def _run(self, run: Element, words: list[str], boxes: list[list[Text | Table]], depth: int) -> None:
        properties = run.find("rPr")
        if properties is not None:
            hidden = properties.find("vanish")
            if hidden is not None and is_true(hidden.get("val")):
                self._residue("隐藏文字", "".join(_plain(run)))
                return
        for child in run:
            tag = child.tag
            if tag == "t":
                words.append(child.text or "")
            elif tag == "tab" or tag == "ptab":
                words.append(" ")
            elif tag == "br" or tag == "cr":
                if child.get("type", "textWrapping") == "textWrapping":
                    words.append("\n")
            elif tag == "noBreakHyphen":
                words.append("-")
            elif tag == "sym":
                words.append(_symbol(child))
            elif tag == "commentReference":
                self._residue("批注", self._comments.get(child.get("id", ""), ""))
            elif tag in ("footnoteReference", "endnoteReference"):
                self._notes.append(f"{tag[:-9]}s:{child.get('id')}")
            elif tag == "ruby":
                base = child.find("rubyBase")
                if base is not None:
                    self._runs(base, words, boxes, depth + 1)
            elif tag == "AlternateContent":
                if (chosen := _chosen(child)) is not None:
                    self._boxes(chosen, boxes, depth + 1)
            elif tag in ("drawing", "pict", "object"):
                self._boxes(child, boxes, depth + 1)
            elif tag not in SKIPPED and len(child):
                self._run(child, words, boxes, depth + 1)

    def _boxes(self, parent: Element, boxes: list[list[Text | Table]], depth: int) -> None:
        """The text boxes of a drawing; one inside another is read with it."""
        self._check(depth)
        pending = [parent]
        while pending:
            element = pending.pop()
            if element.tag == "txbxContent":
                boxes.append(list(self._blocks(element, depth + 1)))
            elif element.tag == "AlternateContent":
                chosen = _chosen(element)
                pending += [] if chosen is None else [chosen]
            else:
                pending += reversed(list(element))

    def _residue(self, kind: str, words: str) -> None:
        text = " ".join(words.split())
        if text:
            self._residues.append(f"{kind}：{text if len(text) <= QUOTED else text[:QUOTED] + '…'}")

    # ---------------------------------------------------------------------------------------------- tables

    def _table(self, table: Element, depth: int) -> Table:
        self._check(depth)
        rows: list[list[Cell]] = []
        before = len(self._residues)
        for row in _inside(table, "tr"):
            properties = row.find("trPr")
            column = 0
            cells: list[Cell] = []
            if properties is not None:
                if properties.find("del") is not None:
                    self._residue("修订（删除行）", "".join(row.itertext()))
                    continue
                hidden = properties.find("hidden")
                if hidden is not None and is_true(hidden.get("val")):
                    self._residue("隐藏的行", "".join(_plain(row)))
                    continue
                if properties.find("ins") is not None:
                    self._residue("修订（插入行）", "".join(_plain(row)))
                skipped = properties.find("gridBefore")
                column = 0 if skipped is None else min(max(integer(skipped.get("val"), 0), 0), 63)
            for cell in _inside(row, "tc"):
                cells.append(self._cell(cell, column, depth + 1))
                column += cells[-1].columns
            rows.append(cells)
        residues = tuple(self._residues[before:])
        del self._residues[before:]
        return Table(rows, residues)

    def _cell(self, cell: Element, column: int, depth: int) -> Cell:
        columns, continues = 1, False
        properties = cell.find("tcPr")
        if properties is not None:
            span = properties.find("gridSpan")
            if span is not None:
                columns = min(max(integer(span.get("val"), 1), 1), 16384)
            merge = properties.find("vMerge")
            continues = merge is not None and merge.get("val", "continue") != "restart"
            across = properties.find("hMerge")
            if across is not None and across.get("val", "continue") != "restart":
                return Cell([], column, columns, across=True)
        return Cell(list(self._blocks(cell, depth)), column, columns, continues=continues)


def _put(content: list[Text | Table], builder: DocumentBuilder) -> None:
    for block in content:
        if isinstance(block, Text):
            if block.level:
                builder.add_heading(block.text, block.level)
            else:
                builder.add_paragraph(block.text)
            _put_residues(block.residues, builder)
            continue
        if block.arranges():
            for row in block.rows:
                for cell in row:
                    _put(cell.content, builder)
            _put_residues(block.residues, builder)
            continue
        builder.begin_table()
        for line in lay_out(block):
            builder.begin_row()
            for laid in line:
                builder.add_cell(laid.text, laid.rows, laid.columns)
        builder.end_table()
        _put_residues((*block.inside(), *block.residues), builder)


def _put_residues(residues: tuple[str, ...], builder: DocumentBuilder) -> None:
    for words in residues:
        builder.add_residue(words)


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table, cells of a row: also those in content controls, but not those of tables inside."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, wanted)


def _chosen(alternatives: Element) -> Element | None:
    """Word writes drawings twice, for new programs and for old ones."""
    choice = alternatives.find("Choice")
    return choice if choice is not None else alternatives.find("Fallback")


def _plain(element: Element) -> Iterator[str]:
    return (text.text or "" for text in element.iter("t"))


def _removed(element: Element) -> Iterator[str]:
    return (text.text or "" for text in element.iter() if text.tag in ("delText", "t"))


def _symbol(element: Element) -> str:
    """A character of a symbol font: only those that stand in ordinary fonts, too, can be read."""
    code = element.get("char", "")
    if not re.fullmatch(r"[0-9A-Fa-f]{4}", code):
        return ""
    number = int(code, 16)
    return "" if 0xE000 <= number <= 0xF8FF or 0xD800 <= number <= 0xDFFF else chr(number)


def _comments(root: Element | None) -> dict[str, str]:
    if root is None:
        return {}
    out = {}
    for comment in root.iter("comment"):
        author = comment.get("author", "")
        words = " ".join("".join(_plain(paragraph)) for paragraph in comment.iter("p"))
        out[comment.get("id", "")] = f"{author}：{words}" if author else words
    return out
