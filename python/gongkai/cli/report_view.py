# SPDX-License-Identifier: Apache-2.0
"""A report and its findings for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import gongkai
from gongkai.quoting import position

from .quotation import quotations

STYLES = {
    gongkai.Severity.error: "bold red",
    gongkai.Severity.warning: "yellow",
    gongkai.Severity.note: "cyan",
}


def show(
    out: Console, file: str, report: gongkai.AnnualReport, findings: Sequence[gongkai.Finding], text: str
) -> None:
    """Everything about one report."""
    _show_face(out, file, report)
    if rows := _figures(report):
        marked = {cell: finding.severity for finding in reversed(findings) for cell in finding.cells}
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        table.add_column("figure", overflow="fold")
        table.add_column("as printed", justify="right", overflow="fold")
        table.add_column("line:column", justify="right", no_wrap=True)
        for path, label, cell in rows:
            style = STYLES.get(marked[path], "") if path in marked else ""
            table.add_row(Text(label, style), Text(_one_line(cell.printed), style), position(cell.place))
        out.print(table)
    for filled in report.tables:
        _show_table(out, filled, findings)
    if report.mentions:
        out.print(f"{len(report.mentions)} further quantities in the text fill no slot; --json lists them.", style="dim")
    if findings:
        show_findings(out, "", findings, text)
    else:
        out.print("No findings.", style="green")
    out.print()


def _show_table(out: Console, filled: gongkai.Table, findings: Sequence[gongkai.Finding]) -> None:
    """One table of the form: every row, every column; a cell that is not stated stays empty, as a blank one does."""
    definition = filled.definition
    labels = {row.id: row.label for row in definition.rows}
    worst = {cell: finding.severity for finding in reversed(findings) for cell in finding.cells}
    table = Table(title=definition.label, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("", overflow="fold", min_width=24)
    for column in definition.columns:
        table.add_column(_one_line(column.label), justify="right", overflow="fold")
    cells = {(row, column): cell for row, column, cell in filled.cells()}
    for row in filled.rows:
        line = [Text(labels.get(row, row))]
        for name in filled.columns:
            cell = cells.get((row, name))
            path = ".".join(part for part in (filled.id, row, name) if part)
            style = STYLES.get(worst[path], "") if path in worst else ""
            line.append(Text("" if cell is None else _cell(cell), style))
        table.add_row(*line)
    out.print(table)


def _cell(cell: gongkai.Cell) -> str:
    if cell.kind is gongkai.CellKind.number and cell.value is not None:
        return str(cell.value)
    return _one_line(cell.printed)


def show_findings(out: Console, file: str, findings: Sequence[gongkai.Finding], text: str) -> None:
    """Each finding with the sentences that it is about, the figure marked."""
    if file:
        out.print(Text(file, "bold"))
    encoded = text.encode("utf-8", "replace")
    for finding in findings:
        head = Text.assemble((finding.severity.name, STYLES[finding.severity]), " ", (finding.code, "bold"), " ")
        head.append(_one_line(finding.message))
        if finding.citation:
            head.append(f" ({finding.citation})", "dim")
        out.print(head)
        out.print(Padding(quotations(finding.where, encoded, STYLES[finding.severity]), (0, 0, 0, 4)))
        if finding.suggestion:
            out.print(Padding(Text(f"perhaps: {finding.suggestion}", "italic"), (0, 0, 0, 4)))


def show_summary(
    out: Console, results: Sequence[tuple[str, gongkai.AnnualReport, Sequence[gongkai.Finding]]]
) -> None:
    """One row a file."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("file", overflow="fold")
    table.add_column("organisation", overflow="fold")
    table.add_column("year", justify="right")
    table.add_column("figures", justify="right")
    for severity in gongkai.Severity:
        table.add_column(f"{severity.name}s", justify="right")
    totals = dict.fromkeys(gongkai.Severity, 0)
    for file, report, findings in results:
        counts = {severity: sum(f.severity is severity for f in findings) for severity in gongkai.Severity}
        table.add_row(
            escape(file),
            escape(report.organisation or "?"),
            str(report.year or "?"),
            str(len(_figures(report))),
            *(Text(str(counts[s]), STYLES[s] if counts[s] else "dim") for s in gongkai.Severity),
        )
        for severity, count in counts.items():
            totals[severity] += count
    out.print(table)
    words = ", ".join(f"{count} {severity.name}{'' if count == 1 else 's'}" for severity, count in totals.items())
    out.print(f"{len(results)} reports: {words}")


def _show_face(out: Console, file: str, report: gongkai.AnnualReport) -> None:
    out.print(Text(file, "bold"))
    face = Text.assemble((report.organisation or "organisation not stated", "bold"), ", ")
    face.append(f"report for {report.year}" if report.year else "year not stated")
    face.append(f", form {report.style}" if report.style else ", form not recognised")
    if not report.complete:
        face.append(", the document breaks off", "yellow")
    out.print(face)


def _figures(report: gongkai.AnnualReport) -> list[tuple[str, str, gongkai.Cell]]:
    """Path, label and cell of all figures that are stated."""
    rows = [(f"narrative.{slot}", slot, cell) for slot, cell in report.narrative.items()]
    for entry in report.classes:
        for part in ("count", "percent"):
            rows.append((f"narrative.classes.{entry.label}.{part}", f"{entry.label} {part}", getattr(entry, part)))
    for group, figures in (("channels", report.channels), ("outcomes", report.outcomes)):
        rows += [(f"narrative.{group}.{figure.label}.count", figure.label, figure.count) for figure in figures]
    return [row for row in rows if row[2].kind is not gongkai.CellKind.absent]


def _one_line(text: str) -> str:
    return " ".join(text.split())
