# SPDX-License-Identifier: Apache-2.0
"""Tables of Word files: which cells are merged, and which tables only arrange the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Union

__all__ = ["Cell", "Laid", "Table", "Text", "lay_out"]

LONGEST_CELL = 1500
"""UTF-8 bytes; more is an article, and the table arranges the page (as for HTML)."""


class Text(NamedTuple):
    """A paragraph, or a heading with its level."""

    text: str
    level: int = 0
    residues: tuple[str, ...] = ()
    """What a word processor left in it."""


class Cell(NamedTuple):
    """A cell as the file has it; columns are of the grid, from 0."""

    content: "list[Text | Table]"
    column: int
    columns: int = 1
    continues: bool = False
    """The lower part of a cell above."""
    across: bool = False
    """The right part of a cell beside, as old files have it."""

    @property
    def text(self) -> str:
        out: list[str] = []
        for block in self.content:
            if isinstance(block, Text):
                out.append(block.text)
            else:
                out += ("".join(cell.text for cell in row) for row in block.rows)
        return "\n".join(out)


class Table(NamedTuple):
    rows: list[list[Cell]]
    residues: tuple[str, ...] = ()

    def inside(self) -> Iterator[str]:
        """Residues of its cells."""
        for row in self.rows:
            for cell in row:
                for block in cell.content:
                    if isinstance(block, Text):
                        yield from block.residues

    def arranges(self) -> bool:
        """A table that holds another one, a long text, or one cell a row only."""
        if all(len(row) <= 1 for row in self.rows):
            return True
        return any(
            any(isinstance(block, Table) for block in cell.content) or len(cell.text.encode()) > LONGEST_CELL
            for row in self.rows
            for cell in row
        )


class Laid(NamedTuple):
    """A cell as it is seen."""

    text: str
    rows: int
    columns: int


Part = Union[Text, Table]


def lay_out(table: Table) -> list[list[Laid]]:
    """The cells that begin in each row, with what they cover."""
    rows = [_joined_across(row) for row in table.rows]
    out: list[list[Laid]] = []
    # Of each column: the last row that a cell from above covers, and which columns that cell has.
    open_cells: dict[int, tuple[int, int]] = {}  # first column → columns, index of its row
    spans: dict[tuple[int, int], int] = {}
    for index, row in enumerate(rows):
        still: dict[int, tuple[int, int]] = {}
        for cell in row:
            above = open_cells.get(cell.column)
            if cell.continues and above is not None and above[0] == cell.columns:
                spans[(above[1], cell.column)] += 1
                still[cell.column] = above
            else:
                spans[(index, cell.column)] = 1
                still[cell.column] = (cell.columns, index)
        open_cells = still
    for index, row in enumerate(rows):
        line: list[Laid] = []
        at = 0
        for cell in row:
            if cell.column > at:
                line.append(Laid("", 1, cell.column - at))
            at = cell.column + cell.columns
            height = spans.get((index, cell.column))
            if height is not None:
                line.append(Laid(cell.text, height, cell.columns))
        out.append(line)
    return out


def _joined_across(row: list[Cell]) -> list[Cell]:
    out: list[Cell] = []
    for cell in row:
        if cell.across and out:
            out[-1] = out[-1]._replace(columns=out[-1].columns + cell.columns)
        else:
            out.append(cell)
    return out
