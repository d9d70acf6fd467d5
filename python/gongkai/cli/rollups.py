# SPDX-License-Identifier: Apache-2.0
"""gongkai rollup."""

from __future__ import annotations

import os
from collections import Counter
from typing import List, Optional

import typer

import gongkai
from gongkai.reading import read

from .files import expand, keep_inputs
from .rendering import render_format
from .terminal import FINE, FOUND, USAGE, complain, read_bytes, shown, with_progress

ROLLUP_HELP = """Add the reports of many bodies up to one, cell by cell.

With --tree, a CSV of bodies (id, name, from, to, kind, level, parent, succeeds), there is one total for each body that
has others below it, and its own consolidated report, if there is one, is compared with the sum. Missing reports, second
reports of a body and differences are told; nothing is counted twice.

Exit code 0: fine; 1: a finding of severity error; 2: a file could not be read.

[bold]Examples[/]

  gongkai rollup towns/ -o county.html --name 某县人民政府
  gongkai rollup towns/ --tree agencies.csv -o totals.jsonl
"""
LINES = (".json", ".jsonl")


def read_all(found: list[str | gongkai.ParseError]) -> tuple[list[gongkai.AnnualReport], bool]:
    reports: list[gongkai.AnnualReport] = []
    everything = True
    with with_progress(found, "Reading", lines_follow=False) as items:
        for item in items:
            try:
                if isinstance(item, gongkai.ParseError):
                    raise item
                reports.append(read(item))
            except gongkai.GongkaiError as error:
                complain(f"{error.message} (error {error.code})")
                everything = False
    return reports, everything


def _form_and_year(reports: list[gongkai.AnnualReport], form: Optional[str]) -> tuple[gongkai.Form, int]:
    """The form asked for, else the one that most tables have; the year of all."""
    years = {report.year for report in reports if report.year is not None}
    if len(years) != 1:
        said = ", ".join(map(str, sorted(years))) or "none"
        raise gongkai.InvalidArgumentError(
            int(gongkai.ErrorCode.out_of_range), "FILE", f"reports of one year are added up; these state: {said}"
        )
    forms = Counter(table.form.id for report in reports for table in report.tables)
    if not forms:  # figures of the running text alone
        forms = Counter(report.style for report in reports if report.narrative and report.style in gongkai.Form.builtin_ids())
    if form is None and not forms:
        raise gongkai.InvalidArgumentError(
            int(gongkai.ErrorCode.out_of_range), "FILE", "none of the reports has a table to add up"
        )
    return gongkai.Form.builtin(form or forms.most_common(1)[0][0]), years.pop()


def _tell(name: str, count: int, missing: List[str], findings: List[gongkai.Finding]) -> None:
    complain(f"{name}: {count} {'report' if count == 1 else 'reports'}" + (f"; missing: {', '.join(missing)}" if missing else ""))
    for finding in findings:
        complain(f"  {finding.severity.name} {finding.code}: {finding.message}")


def _write(output: str, text: str) -> None:
    try:
        with open(output, "w", encoding="utf-8", newline="") as out:
            out.write(text)
    except OSError as error:
        raise gongkai.ParseError(
            int(gongkai.ErrorCode.cannot_open), shown(output), "", f"{shown(output)}: {error.strerror}"
        ) from error


def rollup(
    files: List[str] = typer.Argument(..., metavar="FILE…", help="Reports; of a folder all in it.", show_default=False),
    output: str = typer.Option(..., "-o", "--output", metavar="OUT", help="html, md, txt, csv, json or jsonl."),
    tree: Optional[str] = typer.Option(None, "--tree", metavar="CSV", help="The bodies and what belongs to what."),
    name: Optional[str] = typer.Option(None, "--name", metavar="BODY", help="Who the total is of, without a tree."),
    form: Optional[str] = typer.Option(None, "--form", metavar="ID", help="The form; else that of most tables."),
    recursive: bool = typer.Option(False, "--recursive", "-r", help="Folders inside folders, too."),
) -> None:
    ending = os.path.splitext(output)[1].lower()
    wanted = None if ending in LINES else render_format(None, output)
    found = list(expand(files, recursive=recursive))
    keep_inputs(output, [tree, *(each for each in found if isinstance(each, str))])
    reports, everything = read_all(found)
    if not reports:
        raise typer.Exit(USAGE)
    chosen, year = _form_and_year(reports, form)
    totals: list[tuple[gongkai.AnnualReport, list[gongkai.Finding]]] = []
    if tree is None:
        one = gongkai.Rollup(chosen)
        for report in reports:
            one.add(report)
        findings = one.findings()
        _tell(name or "total", len(one), [], findings)
        totals.append((one.report(name), findings))
    else:
        merged = gongkai.merge_tree(gongkai.AgencyTree.parse(read_bytes(tree), shown(tree)), reports, chosen, year)
        for body in merged.unknown_bodies:
            complain(f"not in {shown(tree)}: {body or '(no name)'}")
        for total in merged.totals:
            _tell(total.name, len(total.rollup), total.missing, total.findings)
            totals.append((total.rollup.report(total.name), total.findings))
    if not totals:
        raise gongkai.InvalidArgumentError(
            int(gongkai.ErrorCode.out_of_range), "--tree", "no body of the tree has others below it"
        )
    if wanted is None:
        _write(output, "".join(gongkai.to_json(report, findings) + "\n" for report, findings in totals))
    else:
        # A page shows one report: the total of the body that stands first in the tree.
        _write(output, gongkai.render(totals[0][0], wanted, totals[0][1]))
    complain(f"wrote {shown(output)}")
    errors = any(one.severity is gongkai.Severity.error for _, findings in totals for one in findings)
    raise typer.Exit(USAGE if not everything else FOUND if errors else FINE)


def add_commands(app: typer.Typer) -> None:
    app.command("rollup", help=ROLLUP_HELP)(rollup)
