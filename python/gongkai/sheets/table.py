# SPDX-License-Identifier: Apache-2.0
"""A table with its headings found and its cells read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Optional

from .. import _core
from ..errors import InvalidArgumentError, ParseError
from .columns import Column, Kind, Mapped, fold, headings
from .grid import Grid, grids, separated
from .values import Unreadable, Value, printed, read_value
from .words import Rule, rule

__all__ = ["Problem", "Row", "Table", "Wanted", "read_table", "read_tables"]

DELIMITERS = ",\t;，；|"
SEARCHED = 40  # rows among which the heading is looked for
FOOTER = re.compile(r"(合计|总计|小计|共计)([:\d].*)?|(备注|说明|注|填表人?|填报人?|填[表报]单位|制表人?|审核人?|单位负责人|负责人):.*")


class Problem(NamedTuple):
    """What cannot be read, and why."""

    row: int
    """As a table program numbers it: the first row of the file is 1."""
    field: str
    """Name of the column, or its heading."""
    value: str
    rule: str
    sheet: str = ""
    heading: str = ""
    """As the file has it."""
    rule_zh: str = ""
    """The rule in Chinese; may be empty."""

    @classmethod
    def of(cls, row: int, field: str, value: str, rule: Rule, sheet: str, heading: str = "") -> Problem:
        """With a rule in both languages."""
        return cls(row, field, value, rule.en, sheet, heading, rule.zh)

    def say(self, language: str = "en") -> str:
        """In one line, in English or Chinese."""
        zh = language == "zh"
        name = f"{self.heading} ({self.field})" if self.heading not in ("", self.field) and not zh else self.heading or self.field
        where = (f"工作表{self.sheet}，" if zh else f"sheet {self.sheet}, ") if self.sheet else ""
        if zh:
            return f"{where}第{self.row}行，{name}：“{self.value}”：{self.rule_zh or self.rule}"
        return f"{where}row {self.row}, {name}: {self.value!r}: {self.rule}"

    def __str__(self) -> str:
        return self.say()


class Row(NamedTuple):
    """One row below the heading."""

    sheet: str
    number: int
    values: Mapping[str, Value]
    """By column name. A cell that says nothing is not there."""
    cells: Mapping[str, Any]
    """As they were, by heading, the columns that we do not know too."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Table:
    """What a file holds."""

    rows: list[Row]
    columns: dict[str, str]
    """From each heading that was understood to its column, in the order of the file."""
    unknown: list[str]
    """Headings that mean nothing to us."""
    skipped: list[tuple[str, int, str]] = field(default_factory=list)
    """Rows that are no data (totals, remarks, the heading again): sheet, number, first words."""

    @property
    def problems(self) -> list[Problem]:
        """Of all rows."""
        return [problem for row in self.rows for problem in row.problems]


@dataclass(frozen=True)
class _Heading:
    first: int
    last: int
    labels: list[str]
    names: dict[int, str]


def read_table(
    data: bytes,
    file: str,
    columns: Sequence[Column],
    *,
    mapped: Optional[Mapped] = None,
    sheet: Optional[str] = None,
    needs: Iterable[str] = (),
) -> Table:
    """The table in the bytes of a file. What it is, its first bytes say; JSON Lines by the name ``*.jsonl``.

    CSV: UTF-8, UTF-16 or GB18030, with or without byte order mark, cut at comma, tab, semicolon or bar. Excel: all visible
    sheets that have a heading, or ``sheet``; a merged cell is the value of all its rows. The heading is the row, or the two
    rows, that name most of our columns; what stands above is a title. ``needs``: at least one of these columns must be there.

    ParseError 201, 221, 222, 224, 231 when it is no such file; InvalidArgumentError 105 when no heading is found or two
    columns mean the same, 107 for an unknown sheet.
    """
    table = read_tables(data, file, {"": Wanted(columns, tuple(needs), mapped)}, sheet=sheet).get("")
    if table is None:
        known = {column.name: column for column in columns}
        raise InvalidArgumentError(int(_core.ErrorCode.unsupported_column), file, _no_heading(file, known, tuple(needs)))
    return table


class Wanted(NamedTuple):
    """A kind of table that a sheet may be."""

    columns: Sequence[Column]
    needs: Sequence[str]
    """At least one of these columns must be there."""
    mapped: Optional[Mapped] = None


def read_tables(data: bytes, file: str, kinds: Mapping[str, Wanted], *, sheet: Optional[str] = None) -> dict[str, Table]:
    """As `read_table`, where a sheet may be one of several kinds: it is the one of which its heading names most columns, the
    first of several. Kinds that no sheet is are not there.

    The same errors, but for a file without any heading that is understood: that is an empty answer.
    """
    meanings = {name: headings(wanted.columns, wanted.mapped) for name, wanted in kinds.items()}
    tables: dict[str, Table] = {}
    for grid in grids(data, file, sheet):
        best: Optional[tuple[str, str, _Heading]] = None
        for name, wanted in kinds.items():
            delimiter, heading = _heading_of(grid, file, meanings[name])
            if heading is None or (wanted.needs and not set(wanted.needs) & {_base(each) for each in heading.names.values()}):
                continue
            if best is None or len(heading.names) > len(best[2].names):
                best = name, delimiter, heading
        if best is None:
            continue
        name, delimiter, heading = best
        if grid.uncut is not None:
            grid = Grid("", separated(grid.uncut, file, delimiter))
        _no_twins(file, grid, heading)
        table = tables.setdefault(name, Table([], {}, []))
        _read(grid, heading, {column.name: column for column in kinds[name].columns}, kinds[name].mapped, table)
    return {name: replace(table, unknown=list(dict.fromkeys(table.unknown))) for name, table in tables.items()}


def _no_heading(file: str, known: Mapping[str, Column], needs: Sequence[str]) -> str:
    wanted = ", ".join(f"{known[name].zh} ({name})" for name in needs if name in known)
    return f"{file}: no row is a heading that we understand; " + (
        f"one of {wanted} is wanted, or a mapping file" if wanted else "give a mapping file"
    )


def _base(name: str) -> str:
    return re.sub(r"_\d+$", "", name)


def _heading_of(grid: Grid, file: str, meaning: headings) -> tuple[str, Optional[_Heading]]:
    """The heading; of a text that is not yet cut, at the delimiter that makes most of its first rows."""
    if grid.uncut is None:
        return "", _find(grid, meaning)
    best: tuple[str, Optional[_Heading]] = ",", None
    for delimiter in DELIMITERS:
        try:
            found = _find(Grid("", separated(grid.uncut, file, delimiter, SEARCHED)), meaning)
        except ParseError:
            continue
        if found is not None and (best[1] is None or len(found.names) > len(best[1].names)):
            best = delimiter, found
    if best[1] is None:
        separated(grid.uncut, file, best[0])  # says what is wrong with it where it is no CSV
    return best


def _find(grid: Grid, meaning: headings) -> Optional[_Heading]:
    """The row that names most columns; two rows only when they name more than one of them alone."""
    if grid.keyed:
        candidates = [_heading(grid, 0, 0, meaning)]
    else:
        rows = [at for at, row in enumerate(grid.rows[: SEARCHED + 1]) if any(printed(cell) for cell in row)]
        candidates = [_heading(grid, at, at, meaning) for at in rows]
        candidates += [_heading(grid, at, at + 1, meaning) for at in rows if at + 1 in rows]
    best = max(candidates, key=lambda each: len(each.names), default=None)
    return best if best is not None and best.names else None


def _heading(grid: Grid, first: int, last: int, meaning: headings) -> _Heading:
    upper = [printed(cell) for cell in grid.rows[first]]
    for top, left, bottom, right in grid.spans:
        if top == first and left < len(upper):  # the words of a merged cell stand over all its columns
            for at in range(left, min(right + 1, len(upper))):
                upper[at] = upper[left]
    lower = [printed(cell) for cell in grid.rows[last]] if last > first else []
    labels: list[str] = []
    names: dict[int, str] = {}
    nearest: dict[str, int] = {}
    for at in range(max(len(upper), len(lower))):
        over = upper[at] if at < len(upper) else ""
        under = lower[at] if at < len(lower) else ""
        spellings = [over + under, under, over] if over and under else [over or under]
        found = next(((label, *meant) for label in spellings if label and (meant := meaning(label))), None)
        labels.append(found[0] if found else spellings[0])
        if found is None or found[2] > nearest.get(found[1], found[2]):
            continue
        if found[2] < nearest.get(found[1], found[2]):
            names = {place: name for place, name in names.items() if name != found[1]}
        names[at], nearest[found[1]] = found[1], found[2]
    return _Heading(first, last, labels, names)


def _no_twins(file: str, grid: Grid, heading: _Heading) -> None:
    places: dict[str, list[str]] = {}
    for at, name in heading.names.items():
        places.setdefault(name, []).append(heading.labels[at])
    for name, labels in places.items():
        if len(labels) > 1:
            where = f"{file}, sheet {grid.name}" if grid.name else file
            raise InvalidArgumentError(
                int(_core.ErrorCode.unsupported_column),
                name,
                f"{where}: the columns {' and '.join(labels)} both mean {name}; rename one or say by a mapping file which it is",
            )


def _read(grid: Grid, heading: _Heading, known: Mapping[str, Column], mapped: Optional[Mapped], table: Table) -> None:
    by_column = {at: _named(known, name) for at, name in heading.names.items()}
    labels = _distinct(heading.labels)
    for at, label in enumerate(heading.labels):
        if at in heading.names:
            table.columns.setdefault(label, heading.names[at])
        elif label:
            table.unknown.append(label)
    merged = {
        (row, column): (top, left)
        for top, left, bottom, right in grid.spans
        if top > heading.last and right == left
        for row in range(top + 1, bottom + 1)
        for column in (left,)
    }
    for at in range(heading.last + 1, len(grid.rows)):
        number = at if grid.keyed else at + 1
        if (at - 1 if grid.keyed else at) in grid.broken:
            problem = Problem.of(number, "", "", grid.broken[at - 1 if grid.keyed else at], grid.name)
            table.rows.append(Row(grid.name, number, {}, {}, (problem,)))
            continue
        row = grid.rows[at]
        if not any(printed(cell) for cell in row):
            continue
        cells = [grid.rows[merged[at, i][0]][merged[at, i][1]] if (at, i) in merged else cell for i, cell in enumerate(row)]
        first = next(printed(cell) for cell in row if printed(cell))
        if [fold(printed(cell)) for cell in row if printed(cell)] == [fold(label) for label in heading.labels if label]:
            table.skipped.append((grid.name, number, first))
            continue
        values, problems = _values(grid, number, cells, by_column, labels, mapped)
        days = any(by_column[i].kind is Kind.DAY and printed(cells[i]) for i in by_column if i < len(cells))
        if FOOTER.fullmatch(fold(first)) and not days:
            table.skipped.append((grid.name, number, first))
            continue
        table.rows.append(
            Row(grid.name, number, values, {labels[i]: cell for i, cell in enumerate(cells) if i < len(labels)}, problems)
        )


def _values(
    grid: Grid, number: int, cells: Sequence[Any], by_column: Mapping[int, Column], labels: Sequence[str], mapped: Optional[Mapped]
) -> tuple[dict[str, Value], tuple[Problem, ...]]:
    values: dict[str, Value] = {}
    problems = []
    for at, cell in enumerate(cells):
        column = by_column.get(at)
        if column is None:
            if at >= len(labels) and printed(cell):
                problems.append(
                    Problem.of(number, f"cell {at + 1}", printed(cell), rule("cell_too_many", count=len(labels)), grid.name)
                )
            continue
        try:
            value = read_value(column, cell, mapped)
        except Unreadable as broken:
            problems.append(Problem.of(number, column.name, _short(cell), broken.rule, grid.name, labels[at]))
            continue
        if value is not None:
            values[column.name] = value
    return values, tuple(problems)


def _short(cell: Any) -> str:
    text = printed(cell) if not type(cell).__name__ == "Uncomputed" else ""
    return text if len(text) <= 80 else text[:79] + "…"


def _named(known: Mapping[str, Column], name: str) -> Column:
    """The column of a name; of a numbered one, the same under that name."""
    return known[name] if name in known else replace(known[_base(name)], name=name)


def _distinct(labels: Sequence[str]) -> list[str]:
    """Headings as keys: a second one of the same words is numbered."""
    out: list[str] = []
    for label in labels:
        name, more = label, 1
        while name in out:
            more += 1
            name = f"{label} ({more})"
        out.append(name)
    return out
