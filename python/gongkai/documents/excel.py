# SPDX-License-Identifier: Apache-2.0
"""Excel files as documents: each visible sheet in its order, values as they are shown.

Formulas give the value that was stored with them; one that stores none is a residue, as are comments, hidden sheets and
what stands in hidden rows and columns, which are not read. Lines of a single cell between or around tables are
paragraphs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from .. import _core
from .._core import Document, DocumentBuilder, ReadLimits
from ..errors import ParseError
from .numberformat import BUILT_IN, shown
from .packages import Package, integer, is_true
from .sheet import Merge, Sheet

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["read_excel"]

REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
LISTED = 3
"""Hidden cells that a residue quotes."""


def read_excel(package: Package, main: str, limits: ReadLimits) -> Document:
    """ParseError 221 when the file is broken, 222 beyond the limits."""
    return _Reader(package, main, limits).read()


class _Reader:
    def __init__(self, package: Package, main: str, limits: ReadLimits) -> None:
        self._package = package
        self._main = main
        self._limits = limits
        strings = package.related(main, "sharedStrings")
        self._strings = [] if strings is None else [_words(item) for item in strings.iter("si")]
        styles = package.related(main, "styles")
        self._formats = _formats(styles)
        self._bordered = _bordered(styles)
        self._cells_left = limits.max_cells
        self._residues: list[str] = []
        self._since_1904 = False

    def read(self) -> Document:
        builder = DocumentBuilder(self._limits, self._package.name)
        workbook = self._package.xml(self._main)
        properties = workbook.find("workbookPr")
        self._since_1904 = properties is not None and is_true(properties.get("date1904", "0"))
        parts = {identity: (kind, part) for identity, kind, part in self._package.identified_relations(self._main)}
        for entry in workbook.iter("sheet"):
            kind, part = parts.get(entry.get("id", ""), ("", ""))
            if kind != "worksheet" or not self._package.has(part):
                continue  # a sheet that is a chart
            sheet = self._sheet(part)
            name = entry.get("name", "")
            if entry.get("state", "visible") != "visible":
                if sheet.values:
                    self._residues.append(f"隐藏的工作表：{name}")
                continue
            self._tell_hidden(name, sheet)
            self._tell_comments(part)
            sheet.put(builder)
            for words in self._residues:
                builder.add_residue(words)
            self._residues.clear()
        for words in self._residues:
            builder.add_residue(words)
        return builder.build()

    def _sheet(self, part: str) -> Sheet:
        root = self._package.xml(part)
        sheet = Sheet()
        for columns in root.iter("col"):
            if is_true(columns.get("hidden", "0")):
                first, last = integer(columns.get("min"), 1), integer(columns.get("max"), 0)
                sheet.hidden_columns.append((first, last))
        number = 0
        for row in root.iter("row"):
            number = integer(row.get("r"), number + 1)
            if is_true(row.get("hidden", "0")):
                sheet.hidden_rows.add(number)
            column = 0
            for cell in row.iter("c"):
                match = REFERENCE.fullmatch(cell.get("r", ""))
                column = _column(match[1]) if match else column + 1
                self._cells_left -= 1
                if self._cells_left < 0:
                    self._too_many()
                value = self._value(cell)
                if integer(cell.get("s"), 0) in self._bordered:
                    sheet.bordered.setdefault(number, set()).add(column)
                if value.strip():
                    sheet.values[(number, column)] = value
        for merge in root.iter("mergeCell"):
            corners = REFERENCE.findall(merge.get("ref", ""))
            if len(corners) == 2:
                (left, top), (right, bottom) = corners
                area = Merge(int(top), _column(left), int(bottom), _column(right))
                if area.top <= area.bottom and area.left <= area.right:
                    sheet.merges.append(area)
        if sheet.covered() > self._limits.max_cells:
            self._too_many()
        return sheet

    def _too_many(self) -> NoReturn:
        message = f"{self._package.name}: more than {self._limits.max_cells} cells (ReadLimits.max_cells)"
        raise ParseError(int(_core.ErrorCode.too_large), self._package.name, "", message)

    def _value(self, cell: Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find("is")
            return "" if inline is None else _words(inline)
        stored = cell.find("v")
        text = "" if stored is None else stored.text or ""
        if not text:
            formula = cell.find("f")
            if formula is not None and kind != "str":
                self._residues.append(f"没有计算结果的公式：{cell.get('r', '')} ={formula.text or ''}")
            return ""
        if kind == "s":
            index = integer(text, -1)
            return self._strings[index] if 0 <= index < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        if kind != "n":
            return _unescaped(text)
        style = integer(cell.get("s"), 0)
        code = self._formats[style] if 0 <= style < len(self._formats) else "General"
        return shown(text, code, since_1904=self._since_1904)

    def _tell_hidden(self, name: str, sheet: Sheet) -> None:
        for kind, values in (("行", sheet.in_hidden_rows()), ("列", sheet.in_hidden_columns())):
            if values:
                more = "…" if len(values) > LISTED else ""
                self._residues.append(f"工作表“{name}”隐藏的{kind}：{'、'.join(values[:LISTED])}{more}")

    def _tell_comments(self, part: str) -> None:
        comments = self._package.related(part, "comments")
        for comment in comments.iter("comment") if comments is not None else ():
            words = " ".join(_words(comment).split())
            if words:
                self._residues.append(f"批注：{comment.get('ref', '')} {words[:60]}")


def _words(item: Element) -> str:
    """Plain or in runs of different fonts; without the readings that Japanese files have above."""
    out: list[str] = []
    for child in item:
        if child.tag == "t":
            out.append(child.text or "")
        elif child.tag in ("r", "text"):
            out += [child.findtext("t") or ""] if child.tag == "r" else [_words(child)]
    return _unescaped("".join(out))


def _unescaped(text: str) -> str:
    text = ESCAPED.sub(lambda match: "" if match[1].upper() == "000D" else chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").encode("utf-8", "ignore").decode()


def _formats(root: Element | None) -> list[str]:
    """The format of each style that cells refer to."""
    if root is None:
        return []
    own = {integer(one.get("numFmtId"), -1): one.get("formatCode", "General") for one in root.iter("numFmt")}
    styles = root.find("cellXfs")
    numbers = [integer(one.get("numFmtId"), 0) for one in styles.iter("xf")] if styles is not None else []
    return [own.get(number) or BUILT_IN.get(number, "General") for number in numbers]


def _bordered(root: Element | None) -> set[int]:
    """The styles of cells that are drawn with a line at one side at least."""
    if root is None:
        return set()
    borders = root.find("borders")
    drawn = {
        index
        for index, border in enumerate(borders.findall("border") if borders is not None else ())
        if any(side.get("style", "none") != "none" for side in border)
    }
    styles = root.find("cellXfs")
    numbered = enumerate(styles.iter("xf")) if styles is not None else ()
    return {index for index, style in numbered if integer(style.get("borderId"), 0) in drawn}


def _column(letters: str) -> int:
    out = 0
    for letter in letters.upper():
        out = 26 * out + ord(letter) - 64
    return out
