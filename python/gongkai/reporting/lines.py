# SPDX-License-Identifier: Apache-2.0
"""The rows of an office's files as the lines of its registers; every line remembers its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .._core import (
    Clock,
    FigureLine,
    Form,
    LineProblem,
    RecordLine,
    RegisterKind,
    RegisterLines,
    RemedyLine,
    RequestLine,
    Source,
    fill,
)
from ..sheets import Problem, Row, Rule, Table
from ..sheets.columns import fold
from ..sheets.values import printed
from .columns import SERIALS, outcome_column
from .from_row import RecordWords, RowRefused, figure_line, number_of, record_line, remedies_of_request, remedy_line, request_line

__all__ = ["FileProblem", "Place", "RegisterRows", "order_of"]


class Place(NamedTuple):
    """A row of a file."""

    file: str
    sheet: str
    row: int

    def __str__(self) -> str:
        return f"{self.file}, sheet {self.sheet}, row {self.row}" if self.sheet else f"{self.file}, row {self.row}"


class FileProblem(NamedTuple):
    """A row that was not used, and why."""

    file: str
    problem: Problem

    def __str__(self) -> str:
        return f"{self.file}: {self.problem.say()}"


class _Read(NamedTuple):
    """Where a line comes from."""

    file: str
    row: Row
    headings: Mapping[str, str]
    """From our names to those of the file."""

    def problem(self, name: str, value: str, rule: Rule) -> FileProblem:
        said = value or printed(self.row.values.get(name, ""))
        return FileProblem(self.file, Problem.of(self.row.number, name, said, rule, self.row.sheet, self.headings.get(name, "")))


# Where the columns of a file have other names than the fields of a line.
COLUMN_OF = {"number": "id", "grounds": "reason"}


@dataclass
class RegisterRows:
    """Lines as they are found."""

    clock: Clock
    form: Form
    year: int
    requests: list[RequestLine] = field(default_factory=list)
    remedies: list[RemedyLine] = field(default_factory=list)
    records: list[RecordLine] = field(default_factory=list)
    figures: list[FigureLine] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    """From a line's source to its row."""

    def __post_init__(self) -> None:
        self._read: dict[str, list[_Read]] = {name: [] for name in RegisterKind.__members__}
        self._serials: dict[str, tuple[str, str]] = {}  # whose a serial number is: file and sheet
        self._outcomes = outcome_column(self.clock, self.form)
        self._words = RecordWords(self.clock.rulebook)
        self._paths = _paths_of(self.form)

    @property
    def lines(self) -> RegisterLines:
        return RegisterLines(requests=self.requests, remedies=self.remedies, records=self.records, figures=self.figures)

    def add(self, kind: str, file: str, table: Table) -> None:
        """Every row of a table, as the kind of line that it is. Rows with problems are no lines."""
        headings = {name: label for label, name in table.columns.items()}
        for row in table.rows:
            read = _Read(file, row, headings)
            if row.problems:
                self.problems += [FileProblem(file, problem) for problem in row.problems]
                continue
            try:
                self._add(kind, read)
            except RowRefused as refused:
                self.problems.append(read.problem(refused.column, refused.value, refused.rule))

    def _add(self, kind: str, read: _Read) -> None:
        values, row = read.row.values, read.row
        if kind == "requests":
            number = self._number(read)
            source = self._source(read, number)
            self.requests.append(request_line(values, source, number, self.clock, self._outcomes))
            for remedy in remedies_of_request(values, source, number):
                self.remedies.append(remedy)
                self._read["remedies"].append(read)
        elif kind == "remedies":
            key = f"{number_of(values, 'request')} {number_of(values, 'remedy') or row.number}"
            self.remedies.append(remedy_line(values, self._source(read, key)))
        elif kind == "records":
            self.records.append(record_line(values, self._source(read, number_of(values, "index_number")), self._words))
        else:
            said = str(values.get("path", ""))
            path = self._paths.get(fold(said), said)
            source = self._source(read, f"{values.get('year', self.year)} {path} {values.get('document', '')}")
            self.figures.append(figure_line(values, source, path=path, year=self.year, file=read.file))
        self._read[kind].append(read)

    def _number(self, read: _Read) -> str:
        """A serial number (序号) is one of its sheet: where it was taken by another sheet, the sheet's name stands before it."""
        number = number_of(read.row.values, "id")
        where = read.file, read.row.sheet
        if fold(read.headings.get("id", "")) in SERIALS and self._serials.setdefault(number, where) != where:
            return f"{read.row.sheet or read.file}-{number}"
        return number

    def refuse(self, problem: LineProblem) -> None:
        """A problem of a line as one of its row."""
        read = self._read[problem.kind.name][problem.line]
        name = COLUMN_OF.get(problem.field, problem.field)
        if problem.kind is RegisterKind.remedies and name not in read.headings:
            columns = self.remedies[problem.line].kind.partition("_")[0]
            name = f"{columns}_{name}"
        if name == "replied" and name not in read.headings and "closed" in read.headings:
            name = "closed"
        first = self.places.get((read.file, problem.value))
        where = f": row {first.row}" if problem.field in ("number", "index_number") and first else ""
        self.problems.append(read.problem(name, problem.value, Rule(f"{problem.rule}{where}", problem.rule_zh)))

    def _source(self, read: _Read, key: str) -> Source:
        row = read.row
        source = Source(read.file, key or (f"{row.sheet}!{row.number}" if row.sheet else str(row.number)))
        self.places.setdefault((source.document, source.row), Place(read.file, row.sheet, row.number))
        return source


def _paths_of(form: Form) -> dict[str, str]:
    """How a cell may be called: by its path, or by the labels of its row and column; a label that names several, not."""
    found: dict[str, list[str]] = {}
    cells = {(table.id, row, column) for table in fill(form, {}).tables for row, column, _ in table.cells()}
    for table in form.tables:
        for row in table.rows:
            for column in table.columns:
                if column.id and (table.id, row.id, column.id) not in cells:
                    continue
                path = ".".join(part for part in (table.id, row.id, column.id) if part)
                for name in {fold(each) for each in (path, row.label, f"{row.label}{column.label}")}:
                    found.setdefault(name, []).append(path)
    return {name: paths[0] for name, paths in found.items() if len(paths) == 1}


def order_of(problems: Sequence[FileProblem]) -> list[FileProblem]:
    """By file, sheet and row."""
    files = list(dict.fromkeys(problem.file for problem in problems))
    return sorted(problems, key=lambda each: (files.index(each.file), each.problem.sheet, each.problem.row))
