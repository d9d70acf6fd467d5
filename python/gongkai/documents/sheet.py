# SPDX-License-Identifier: Apache-2.0
"""A sheet of an Excel file: which of its lines are a table, and which are text."""

from __future__ import annotations

import re
from typing import NamedTuple

from .._core import DocumentBuilder

__all__ = ["Merge", "Sheet"]

CHAPTER = re.compile(r"\s*(?:[一二三四五六七八九十]+\s*[、.．]|第[一二三四五六七八九十]+(?:章|部分))")
LONGEST_LABEL = 60
"""Characters; a longer single cell of a line is a sentence, not a heading inside a table."""


class Merge(NamedTuple):
    """A merged area; all counts from 1, both corners included."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet:
    def __init__(self) -> None:
        self.values: dict[tuple[int, int], str] = {}
        self.merges: list[Merge] = []
        self.bordered: dict[int, set[int]] = {}
        """Of each row the columns with a line around or beside them."""
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []

    def covered(self) -> int:
        """Cells that merged areas cover, as far as there is anything in the sheet."""
        last_row = max((row for row, _ in self.values), default=0)
        last_column = max((column for _, column in self.values), default=0) + LONGEST_LABEL
        return sum(
            max(min(merge.bottom, last_row) - merge.top + 1, 0) * max(min(merge.right, last_column) - merge.left + 1, 0)
            for merge in self.merges
        )

    def in_hidden_rows(self) -> list[str]:
        return [value for (row, _), value in sorted(self.values.items()) if row in self.hidden_rows]

    def in_hidden_columns(self) -> list[str]:
        return [value for (_, column), value in sorted(self.values.items()) if self._is_hidden(column)]

    def _is_hidden(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.hidden_columns)

    def put(self, builder: DocumentBuilder) -> None:
        """Adds the sheet's lines to a document."""
        values = {
            at: value for at, value in self.values.items() if at[0] not in self.hidden_rows and not self._is_hidden(at[1])
        }
        by_row: dict[int, dict[int, str]] = {}
        for (row, column), value in sorted(values.items()):
            by_row.setdefault(row, {})[column] = value
        # A merged area belongs to its first visible cell; what it covers counts as filled.
        covered = _Covered(self.merges, self.hidden_rows, by_row)
        group: list[int] = []
        before = 0
        for row in sorted(covered.rows | set(by_row)):
            if group and any(between not in self.hidden_rows for between in range(before + 1, row)):
                self._put_group(group, by_row, covered, builder)
                group = []
            group.append(row)
            before = row
        if group:
            self._put_group(group, by_row, covered, builder)

    def _put_group(
        self, rows: list[int], by_row: dict[int, dict[int, str]], covered: _Covered, builder: DocumentBuilder
    ) -> None:
        """Lines without a blank one between them: text at the top and the bottom, a table between."""
        single = [self._is_single(row, by_row.get(row, {})) and not covered.from_above(row) for row in rows]
        text = list(single)
        for i, row in enumerate(rows):
            if single[i]:
                words = next(iter(by_row.get(row, {}).values()), "")
                outside = all(single[:i]) or all(single[i:])
                text[i] = outside or bool(CHAPTER.match(words)) or len(words) > LONGEST_LABEL
        start = 0
        for i in range(len(rows) + 1):
            if i < len(rows) and not text[i]:
                continue
            if i > start:
                self._put_table(rows[start:i], by_row, builder)
            if i < len(rows):
                for words in by_row.get(rows[i], {}).values():
                    for line in words.split("\n"):
                        builder.add_paragraph(line)
            start = i + 1

    def _is_single(self, row: int, filled: dict[int, str]) -> bool:
        """Whether a line is one cell: with lines drawn around others beside it, it is a row whose cells are blank."""
        if len(filled) != 1:
            return not filled
        ((column, _),) = filled.items()
        right = max((merge.right for merge in self.merges if merge.top <= row <= merge.bottom and merge.left == column), default=column)
        return not any(not column <= other <= right for other in self.bordered.get(row, ()))

    def _put_table(self, rows: list[int], by_row: dict[int, dict[int, str]], builder: DocumentBuilder) -> None:
        used = [column for row in rows for column in by_row.get(row, {})]
        first, last = min(used), max(used)
        merges = [merge for merge in self.merges if merge.top <= rows[-1] and merge.bottom >= rows[0]]
        for merge in merges:  # a merged last cell reaches beyond what is written in it
            if any(merge.left == column for row in rows for column in by_row.get(row, {})) and merge.right - last < LONGEST_LABEL:
                last = max(last, merge.right)
        columns = [column for column in range(first, last + 1) if not self._is_hidden(column)]
        inside: dict[tuple[int, int], tuple[int, int, int, int]] = {}  # covered cell → its area, in visible ones
        for merge in merges:
            area_rows = [row for row in rows if merge.top <= row <= merge.bottom]
            area_columns = [column for column in columns if merge.left <= column <= merge.right]
            if area_rows and area_columns:
                area = (area_rows[0], area_columns[0], len(area_rows), len(area_columns))
                for row in area_rows:
                    for column in area_columns:
                        inside.setdefault((row, column), area)
        builder.begin_table()
        for row in rows:
            builder.begin_row()
            for column in columns:
                top, left, height, width = inside.get((row, column), (row, column, 1, 1))
                if (top, left) == (row, column):
                    words = by_row.get(row, {}).get(column, "")
                    if not words and (height, width) != (1, 1):  # its first cell is hidden
                        words = self._of_area(row, column)
                    builder.add_cell(words, height, width)
        builder.end_table()

    def _of_area(self, row: int, column: int) -> str:
        for merge in self.merges:
            if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right:
                return self.values.get((merge.top, merge.left), "")
        return ""


class _Covered:
    """Rows that merged cells from above reach into."""

    def __init__(self, merges: list[Merge], hidden: set[int], by_row: dict[int, dict[int, str]]) -> None:
        last = max(by_row, default=0)
        self._above: set[int] = set()
        for merge in merges:
            if merge.left in by_row.get(merge.top, {}):
                self._above |= set(range(merge.top + 1, min(merge.bottom, last) + 1)) - hidden
        self.rows = set(self._above)

    def from_above(self, row: int) -> bool:
        return row in self._above
