# SPDX-License-Identifier: Apache-2.0
"""gongkai read, gongkai check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Optional

import typer

import gongkai
from gongkai.reading import read_with_text

from . import checkups, report_view
from .files import expand
from .options import day
from .terminal import FINE, FOUND, USAGE, complain, console, put_line, read_bytes, shown, with_progress

READ_HELP = """Read published annual reports and print their figures, each with its place.

Nothing is computed or corrected: what is not stated is not shown, and is not zero.

[bold]Examples[/]

  gongkai read report.txt
  gongkai read reports/*.txt --json > figures.jsonl
"""
CHECK_HELP = """Check published annual reports: sums, text against table, what is missing, slips of older reports.

With --previous, also against the report of the year before: what was carried over, documents in force, copied text. With
--published, whether it was in time for its kind of body (--level, where its name leaves that open).

With --output, the check-up of a county (年报核查): Word, Excel, HTML and text together; two years of one body are paired, texts
copied from each other found, and a folder is written: a list of problems (Excel and HTML), a notice to rectify for each body
(Word, --template for your own), the reports added up, and what is solved and new since the run before. --roster says who has to
report: a table with the columns 名称, and if you like 类别 and 发布日期, or the CSV of docs/guide/agencies.md.

Exit code 0: nothing wrong; 1: at least one finding of severity error; 2: a file could not be read.

[bold]Examples[/]

  gongkai check county/ --recursive -o results --roster roster.csv
  gongkai check report.txt
  gongkai check 2024.html --previous 2023.html
  gongkai check 2024.html --published 2025-02-03 --level town
  gongkai check reports --recursive
  gongkai check reports --recursive --json > findings.jsonl
"""

Files = typer.Argument(..., metavar="FILE…", help="Reports; of a folder all reports in it.", show_default=False)
AsJson = typer.Option(False, "--json", help="One JSON object a file, one a line.")
Recursive = typer.Option(False, "--recursive", "-r", help="Folders inside folders, too.")


@dataclass(frozen=True)
class Read:
    """One file that could be read, with its text for showing sentences."""

    file: str
    report: gongkai.AnnualReport
    findings: list[gongkai.Finding]
    text: str

    @property
    def has_error(self) -> bool:
        return any(finding.severity is gongkai.Severity.error for finding in self.findings)


def read_one(path: str, previous: Optional[gongkai.AnnualReport] = None, **options: Any) -> Read:
    """Read and checked; `options` are those of `AnnualReport.check`."""
    document = read_with_text(path)
    findings = document.report.check(previous, **options)
    return Read(shown(path), document.report, findings, document.text)


def read_all(
    arguments: list[str],
    *,
    recursive: bool,
    as_json: bool,
    previous: Optional[gongkai.AnnualReport] = None,
    options: Optional[dict[str, Any]] = None,
) -> tuple[list[Read], bool, bool]:
    """What could be read (nothing when printed as JSON already), whether all could, whether an error was found.

    A file that cannot be read is one line on standard error, and the others go on.
    """
    read: list[Read] = []
    everything = True
    found = False
    with with_progress(list(expand(arguments, recursive=recursive)), "Reading", lines_follow=as_json) as items:
        for item in items:
            try:
                if isinstance(item, gongkai.ParseError):
                    raise item
                one = read_one(item, previous, **(options or {}))
            except gongkai.GongkaiError as error:
                complain(f"{error.message} (error {error.code})")
                everything = False
                continue
            found = found or one.has_error
            if as_json:
                put_line(gongkai.to_json(one.report, one.findings, one.file))
            else:
                read.append(one)
    return read, everything, found


def read(files: List[str] = Files, as_json: bool = AsJson, recursive: bool = Recursive) -> None:
    results, everything, _ = read_all(files, recursive=recursive, as_json=as_json)
    out = console()
    for one in results:
        report_view.show(out, one.file, one.report, one.findings, one.text)
    raise typer.Exit(FINE if everything else USAGE)


LEVELS = ("town", "department", "county", "prefecture", "province", "ministry", "vertical")


def check_options(level: Optional[str], published: Optional[str], scoring: Optional[str]) -> dict[str, Any]:
    """The options of a check from those of the command line, which prevail over the file's."""
    options: dict[str, Any] = {}
    if scoring is not None:
        options = gongkai.check_options(read_bytes(scoring), scoring)
    if level is not None:
        if level not in LEVELS:
            raise gongkai.InvalidArgumentError(
                int(gongkai.ErrorCode.invalid_option), "--level", f"--level: {level!r} is none of {', '.join(LEVELS)}"
            )
        options["level"] = level
    if published is not None:
        options["published_on"] = day("--published", published)
    return options


def check(
    files: List[str] = Files,
    as_json: bool = AsJson,
    recursive: bool = Recursive,
    previous: Optional[str] = typer.Option(None, "--previous", metavar="FILE", help="The report of the year before."),
    level: Optional[str] = typer.Option(None, "--level", metavar="KIND", help=f"Kind of body: {', '.join(LEVELS)}."),
    published: Optional[str] = typer.Option(None, "--published", metavar="DAY", help="The day of publication."),
    scoring: Optional[str] = typer.Option(
        None, "--scoring", metavar="FILE", help="JSON with a place's own severities, limits, days and words."
    ),
    output: Optional[str] = typer.Option(None, "--output", "-o", metavar="FOLDER", help="Lists, notices and totals go there."),
    roster: Optional[str] = typer.Option(None, "--roster", metavar="FILE", help="Who has to report; with --output."),
    year: Optional[int] = typer.Option(None, "--year", metavar="YEAR", help="The report year; with --output."),
    template: Optional[str] = typer.Option(None, "--template", metavar="DOCX", help="Your own notice; with --output."),
) -> None:
    options = check_options(level, published, scoring)
    if output is not None:
        if previous is not None:
            raise gongkai.InvalidArgumentError(
                int(gongkai.ErrorCode.invalid_option), "--previous", "--previous: with --output years are paired by themselves"
            )
        raise typer.Exit(
            checkups.run(files, output, recursive=recursive, options=options, roster=roster, year=year, template=template, as_json=as_json)
        )
    for name, given in (("--roster", roster), ("--year", year), ("--template", template)):
        if given is not None:
            raise gongkai.InvalidArgumentError(int(gongkai.ErrorCode.invalid_option), name, f"{name} belongs to --output")
    before = None if previous is None else read_with_text(previous).report
    results, everything, found = read_all(
        files, recursive=recursive, as_json=as_json, previous=before, options=options
    )
    if not as_json:
        out = console()
        if len(results) == 1:
            one = results[0]
            report_view.show(out, one.file, one.report, one.findings, one.text)
        elif results:
            for one in results:
                if one.findings:
                    report_view.show_findings(out, one.file, one.findings, one.text)
            report_view.show_summary(out, [(one.file, one.report, one.findings) for one in results])
    raise typer.Exit(USAGE if not everything else FOUND if found else FINE)


def add_commands(app: typer.Typer) -> None:
    app.command("read", help=READ_HELP)(read)
    app.command("check", help=CHECK_HELP)(check)
