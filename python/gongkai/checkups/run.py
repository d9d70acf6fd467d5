# SPDX-License-Identifier: Apache-2.0
"""Many files read, checked, paired and added up. Nothing is lost: what cannot be read is listed with the reason."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any, Optional

from .. import _core
from .._core import AnnualReport, Finding, Form, ReportRun, Rollup, Severity
from ..errors import GongkaiError
from ..quoting import sentences
from ..reading import SUFFIXES, files_in, read_with_text
from .roster import Roster

if TYPE_CHECKING:
    from .writing import Written

__all__ = ["SENT", "Checkup", "Problem", "Unit", "Unread", "checkup"]

SENT = SUFFIXES | {".pdf", ".jpg", ".jpeg", ".png", ".wps", ".rtf"}
"""Of files that a body may have sent, no reports among them: each of those is listed with what to do about it. A .json in a folder
is data, and read where it is named."""

WORST_FIRST = {Severity.error: 0, Severity.warning: 1, Severity.note: 2}


@dataclass(frozen=True)
class Unit:
    """One file that could be read."""

    file: str
    report: AnnualReport
    text: str

    @property
    def name(self) -> str:
        """Who reports; the file's name where the report does not say."""
        return self.report.organisation or os.path.basename(self.file)


@dataclass(frozen=True)
class Problem:
    """One finding with whose it is and where it stands."""

    unit: str
    year: Optional[int]
    file: str
    """Empty for a body without a report."""
    finding: Finding
    sentences: list[str]

    @property
    def key(self) -> str:
        """The same in the next run as long as the problem is: whose, which year, which rule, which cells, which figures."""
        found = self.finding
        return "|".join([self.unit, str(self.year or ""), found.code, ",".join(found.cells), found.left or "", found.right or ""])


@dataclass(frozen=True)
class Unread:
    """A file that is no report, or cannot be read."""

    file: str
    code: int
    message: str


@dataclass
class Checkup:
    """What a check-up found."""

    units: list[Unit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """The worst first; within a severity by unit."""
    unread: list[Unread] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Those on the roster without a report of the year."""
    year: Optional[int] = None
    """The report year looked at: the one asked for, else that of most reports."""
    totals: dict[str, Rollup] = field(default_factory=dict)
    """By form: the reports of the year added up, one for each body."""

    @property
    def has_error(self) -> bool:
        return any(problem.finding.severity is Severity.error for problem in self.problems)

    def by_unit(self) -> dict[str, list[Problem]]:
        """The problems of each body that has any, in their order."""
        out: dict[str, list[Problem]] = {}
        for problem in self.problems:
            out.setdefault(problem.unit, []).append(problem)
        return out

    def of(self, unit: str) -> list[Problem]:
        """The problems of one body."""
        return self.by_unit().get(unit, [])

    def counts(self) -> Counter[str]:
        """How many problems of each severity."""
        return Counter(problem.finding.severity.name for problem in self.problems)

    def write(self, folder: str | os.PathLike[str], *, template: Optional[bytes] = None) -> Written:
        """Lists, notices and totals, as files in a folder. See `gongkai.checkups.writing`."""
        from .writing import write

        return write(self, folder, template)

    def __repr__(self) -> str:
        counts = self.counts()
        words = ", ".join(f"{counts[severity.name]} {severity.name}s" for severity in WORST_FIRST)
        return f"<Checkup {self.year or '?'}: {len(self.units)} reports, {len(self.unread)} not read, {len(self.missing)} missing; {words}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(problem.finding.severity.name)}</td><td>{escape(problem.unit)}</td><td>{problem.year or ''}</td>"
            f"<td>{escape(problem.finding.code)}</td><td>{escape(problem.finding.message_zh or problem.finding.message)}</td></tr>"
            for problem in self.problems[:50]
        )
        more = f"<p>… {len(self.problems) - 50} more</p>" if len(self.problems) > 50 else ""
        return f"<p>{escape(repr(self)[1:-1])}</p><table><tbody>{rows}</tbody></table>{more}"


def checkup(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    recursive: bool = False,
    roster: Optional[Roster] = None,
    year: Optional[int] = None,
    options: Optional[Mapping[str, Any]] = None,
    progress: Callable[[list[str]], Iterable[str]] = lambda files: files,
) -> Checkup:
    """Reads and checks all reports of a folder, or those named: Word, Excel, HTML and text alike.

    Two years of one body are paired, and the later one is checked against the earlier. Texts that bodies have copied from
    each other are found, and two files of one body and year, of which one is counted. ``roster``: who has to report, of which
    kind each is and when it published; without it nobody is missed. ``options``: those of `AnnualReport.check`.
    ``progress``: wraps the list of files while they are read.

    A file that cannot be read never stops the others: it is in `Checkup.unread` with its error.
    """
    if isinstance(source, (str, os.PathLike)):
        path = os.fsdecode(source)
        files = files_in(path, recursive, SENT) if os.path.isdir(path) else [path]
    else:
        files = [os.fsdecode(each) for each in source]
    done = Checkup()
    for file in progress(files):
        try:
            read = read_with_text(file)
        except GongkaiError as error:
            done.unread.append(Unread(file, error.code, error.message))
            continue
        done.units.append(Unit(file, read.report, read.text))
    years = Counter(unit.report.year for unit in done.units if unit.report.year is not None)
    done.year = year if year is not None else max(years, key=lambda each: (years[each], each), default=None)
    _check_each(done, roster or Roster([]), dict(options or {}))
    _check_together(done, dict(options or {}))
    if roster is not None and done.year is not None:
        _check_roster(done, roster, done.year)
    _add_up(done)
    done.problems.sort(key=lambda problem: (WORST_FIRST[problem.finding.severity], problem.unit, problem.year or 0, problem.file))
    return done


def _check_each(done: Checkup, roster: Roster, options: dict[str, Any]) -> None:
    by_year = {(unit.report.organisation, unit.report.year): unit.report for unit in done.units if unit.report.organisation}
    for unit in done.units:
        report = unit.report
        own = dict(options)
        if body := roster.find(report.organisation):
            if body.name in roster.kinds:
                own.setdefault("level", roster.kinds[body.name])
            # A day is that of the report of one year, the one that is looked at.
            if body.name in roster.published and report.year == done.year:
                own["published_on"] = roster.published[body.name]
        before = by_year.get((report.organisation, report.year - 1)) if report.organisation and report.year else None
        _add(done, unit, report.check(before, **own))


def _check_together(done: Checkup, options: dict[str, Any]) -> None:
    run = ReportRun(**{name: options[name] for name in ("severities", "limits") if name in options})
    for unit in done.units:
        run.add(unit.report, unit.file)
    for found in run.findings():
        unit = done.units[found.report]
        shared = [shared.here.text for shared in found.shared if shared.here.text]
        _add(done, unit, [found.finding], shared)


def _check_roster(done: Checkup, roster: Roster, year: int) -> None:
    present = [unit.report for unit in done.units]
    for body in roster.bodies:
        for finding in _core.check_roster([body], present, year):
            done.missing.append(body.name)
            done.problems.append(Problem(body.name, year, "", finding, []))


def _add_up(done: Checkup) -> None:
    for unit in done.units:
        forms = dict.fromkeys(table.form.id for table in unit.report.tables)
        if unit.report.narrative and not forms and unit.report.style in Form.builtin_ids():
            forms[unit.report.style] = None  # figures of the running text add up too
        for form in forms:
            if unit.report.year == done.year:
                total = done.totals.setdefault(form, Rollup(Form.builtin(form)))
                total.add(unit.report, unit.name)


def _add(done: Checkup, unit: Unit, findings: list[Finding], quoted: Iterable[str] = ()) -> None:
    encoded = unit.text.encode("utf-8", "replace")
    for finding in findings:
        words = list(quoted) or sentences(finding.where, encoded)
        done.problems.append(Problem(unit.name, unit.report.year, unit.file, finding, words))
