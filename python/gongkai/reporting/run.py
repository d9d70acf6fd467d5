# SPDX-License-Identifier: Apache-2.0
"""An office's registers in, the annual report of a year out: with its checks, and every cell with the rows behind it."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Optional, Union

from .._core import (
    AnnualReport,
    CatalogueRules,
    CellSource,
    Clock,
    ErrorCode,
    Facts,
    Finding,
    Form,
    RecordDrafted,
    RecordEvent,
    RegisterEvents,
    RequestEvent,
    RequestRules,
    RuleMaking,
    Severity,
    Tabulation,
    check,
    derive,
    events_of,
    import_again,
    replay,
    tabulate,
)
from ..errors import InvalidArgumentError, ParseError
from ..reading import read
from ..sheets import Mapped, read_mapping, read_tables
from .columns import kinds
from .differences import Difference, differences_between
from .event_files import holds_events, read_events
from .from_row import LOCAL
from .lines import FileProblem, Place, RegisterRows, order_of

__all__ = ["OfficeReport", "Traced", "report"]

File = Union[str, "os.PathLike[str]"]
Step = Callable[[str, int, int], None]
"""What is being done, how much of it is done, and of how much."""


@dataclass(frozen=True)
class Traced:
    """A fact that counts in a cell, and the rows that it was read from."""

    source: CellSource
    rows: list[Place]


@dataclass(frozen=True)
class OfficeReport:
    """The annual report from an office's registers, and what has to be said of it."""

    tabulation: Tabulation
    findings: list[Finding]
    """What the report says against itself, and against the one before."""
    history: list[Finding]
    """What is irregular about the histories, and what no cell counts."""
    problems: list[FileProblem]
    """Rows that were not used."""
    differences: list[Difference]
    """Cells in which the published report says something else."""
    events: RegisterEvents
    places: dict[tuple[str, int], Place] = field(repr=False)
    """From the list (``requests``, ``records``) and number of an event to its row."""
    not_used: dict[str, list[str]]
    """By file: headings that mean nothing to us."""
    files: list[str]
    clock: Clock = field(repr=False)
    """Rulebook, calendar and options that it was made with."""

    @property
    def report(self) -> AnnualReport:
        return self.tabulation.report

    @functools.cached_property
    def facts(self) -> Facts:
        """What the histories come to at the end of the year: one flat row each."""
        year = self.report.year
        assert year is not None  # the report was filled for it
        end = date(year, 12, 31)
        rules = RequestRules.builtin("CN").with_clock(self.clock)
        requests = replay(self.events.requests, end, end, rules).requests
        return derive(requests, replay(self.events.records, end, end, CatalogueRules.builtin("CN")).catalogue, {}, rules)

    @property
    def is_fine(self) -> bool:
        """Every row was used and counted, no check found an error, and nothing that is published differs. How the office went
        about it (`history` beside FCT) is another matter: registers rarely tell all of it."""
        uncounted = [finding for finding in self.history if finding.code.startswith("FCT.")]
        errors = any(finding.severity is Severity.error for finding in (*self.findings, *uncounted))
        return not (errors or self.problems or any(each.contradicts for each in self.differences))

    def rows(self, path: str) -> list[Traced]:
        """What counts in a cell, each with its rows: ``rows("requests.granted.natural_person")``."""
        return [Traced(source, self._rows_of(source)) for source in self.tabulation.trace(path)]

    def _rows_of(self, source: CellSource) -> list[Place]:
        of = "records" if source.kind == "publication" else "requests"
        found = (self.places.get((of, number)) for number in source.events)
        return list(dict.fromkeys(place for place in found if place is not None))

    def to_html(self) -> str:
        from .page import to_html

        return to_html(self)

    def to_markdown(self) -> str:
        from .page import to_markdown

        return to_markdown(self)

    def to_json(self) -> str:
        from .data import to_json

        return to_json(self)

    def _repr_html_(self) -> str:
        from .page import to_fragment

        return to_fragment(self)


def report(
    *files: File,
    agency: str,
    year: int,
    form: Optional[Form] = None,
    previous: Optional[File] = None,
    published: Optional[File] = None,
    mapping: Optional[File] = None,
    clock: Optional[Clock] = None,
    rule_making: RuleMaking = RuleMaking.unknown,
    on_step: Optional[Step] = None,
) -> OfficeReport:
    """The annual report of ``agency`` for ``year`` from its registers.

    ``files``: registers of requests, of published items, of remedies, of figures, as CSV, Excel or JSON Lines, or events as
    `to_json_lines` writes them; which a sheet is, its heading says (docs/guide/register.md). ``form``: else the one in force
    for the year. ``previous``: the report of the year before, to be checked against. ``published``: what was published, to be
    compared with. ``mapping``: the office's own headings and words. ``clock``: rulebook, calendar and options.

    A row that cannot be used is a problem of the answer, the others count. ParseError 201, 221, 222, 224, 231 for a file that is
    no register; InvalidArgumentError 103 for a year without a form and for reports of other years, 105 when no heading is understood.
    """
    tell = on_step or (lambda what, done, of: None)
    used = clock if clock is not None else Clock.builtin("cn")
    wanted = form if form is not None else form_of(year)
    if not files:
        raise InvalidArgumentError(int(ErrorCode.invalid_option), "files", "name at least one register")
    last = published_report = None
    if previous is not None:
        tell("previous", 0, 1)
        last = read(previous)
    if published is not None:
        tell("published", 0, 1)
        published_report = read(published)
        if published_report.year not in (None, year):
            raise InvalidArgumentError(
                int(ErrorCode.out_of_range),
                "published",
                f"{os.fspath(published)}: the report of {published_report.year}, not of {year}",
            )
    gathered = _Gathered(RegisterRows(used, wanted, year))
    mapped = _mapping(mapping, used)
    for at, (file, name) in enumerate(zip(files, _names(files))):
        tell("reading", at, len(files))
        _read_one(file, name, gathered, mapped)
    tell("counting", 0, 1)
    rules = RequestRules.builtin("CN").with_clock(used)
    events, places = _events(gathered, rules, date(year, 12, 31))
    told = tabulate(
        wanted, events, rules, CatalogueRules.builtin("CN"), year,
        organisation=agency, class_scheme=_scheme(events), rule_making=rule_making,
    )  # fmt: skip
    tell("checking", 0, 1)
    return OfficeReport(
        tabulation=told,
        findings=check(told.report, last),
        history=told.findings,
        problems=order_of(gathered.rows.problems),
        differences=differences_between(told, published_report, used.rulebook) if published_report is not None else [],
        events=events,
        places=places,
        not_used=gathered.not_used,
        files=[os.fspath(file) for file in files],
        clock=used,
    )


def form_of(year: int) -> Form:
    """The form in force for a report year. InvalidArgumentError 103 where there is none."""
    forms = Form.of_year("cn", year)
    if not forms:
        known = ", ".join(id for id in Form.builtin_ids() if id.startswith("cn-"))
        raise InvalidArgumentError(
            int(ErrorCode.out_of_range), "year", f"no form is in force for {year}; name one: {known}"
        )
    return forms[0]


@dataclass
class _Gathered:
    """What the files hold."""

    rows: RegisterRows
    requests: list[RequestEvent] = field(default_factory=list)
    records: list[RecordEvent] = field(default_factory=list)
    places: dict[tuple[str, int], Place] = field(default_factory=dict)
    """Of events that were read as such: from list and number to line."""
    not_used: dict[str, list[str]] = field(default_factory=dict)


def _mapping(mapping: Optional[File], clock: Clock) -> Optional[Mapped]:
    if mapping is None:
        return None
    columns = {column.name: column for wanted in kinds(clock).values() for column in wanted.columns}
    return read_mapping(_bytes(mapping), os.fspath(mapping), list(columns.values()))


def _bytes(file: File) -> bytes:
    try:
        return Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise ParseError(int(ErrorCode.cannot_open), os.fspath(file), "", f"{os.fspath(file)}: {reason}") from error


def _names(files: Sequence[File]) -> list[str]:
    """What each file is called in the answer: without its folders, unless two are called the same."""
    short = [os.path.basename(os.fspath(file)) for file in files]
    return [name if short.count(name) == 1 else os.fspath(file) for name, file in zip(short, files)]


def _read_one(file: File, name: str, gathered: _Gathered, mapped: Optional[Mapped]) -> None:
    data = _bytes(file)
    if holds_events(data, name):
        told = read_events(data, name)
        gathered.requests += told.requests
        gathered.records += told.records
        gathered.places |= told.places
        gathered.rows.problems += told.problems
        return
    wanted = kinds(gathered.rows.clock, gathered.rows.form, mapped)
    tables = read_tables(data, name, wanted)
    if not tables:
        needed = "; ".join(
            "、".join(column.zh for column in each.columns if column.name in each.needs) for each in wanted.values()
        )
        raise InvalidArgumentError(
            int(ErrorCode.unsupported_column),
            name,
            f"{name}: no row is a heading that we understand; a register has at least one of: {needed}; or give a mapping file",
        )
    for kind, table in tables.items():
        gathered.rows.add(kind, name, table)
        if table.unknown:
            gathered.not_used.setdefault(name, []).extend(table.unknown)


def _events(gathered: _Gathered, rules: RequestRules, last_day: date) -> tuple[RegisterEvents, dict[tuple[str, int], Place]]:
    """All events, and where each stands."""
    told = events_of(gathered.rows.lines, rules)
    for problem in told.problems:
        gathered.rows.refuse(problem)
    requests: list[RequestEvent] = told.requests
    records: list[RecordEvent] = told.records
    if gathered.requests or gathered.records:  # rows that the events were made from change nothing
        requests = [*gathered.requests, *import_again(gathered.requests, told.requests, last_day).append]
        records = [*gathered.records, *import_again(gathered.records, told.records, last_day).append]
    places = dict(gathered.places)
    envelopes = [("requests", event.envelope) for event in requests]
    envelopes += [("records", event.envelope) for event in records]
    for name, envelope in envelopes:
        place = gathered.rows.places.get((envelope.source.document, envelope.source.row))
        if place is not None:
            places[name, envelope.sequence] = place
    return RegisterEvents(requests=requests, records=records), places


def _scheme(events: RegisterEvents) -> str:
    """The classification to tell by: the statutory one, unless the office uses its own alone."""
    drafted = [event.action.data for event in events.records if isinstance(event.action, RecordDrafted)]
    schemes = {mark.scheme for data in drafted for mark in data.classes}
    return LOCAL if schemes == {LOCAL} else "catalogue_class"
