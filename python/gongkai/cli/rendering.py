# SPDX-License-Identifier: Apache-2.0
"""gongkai render."""

from __future__ import annotations

import os
from typing import Optional

import typer

import gongkai
from gongkai.reading import read_with_text

from .files import keep_inputs
from .terminal import FINE, complain, put_text, shown

RENDER_HELP = """Write a report anew: as a page for people, or as data.

The tables stand as on the official form. A narrative report is told in its own chapters; one without text, from its
figures alone. With --check what is wrong stands beside the figures.

[bold]Examples[/]

  gongkai render report.txt --to html -o report.html
  gongkai render report.html --to csv > cells.csv
  gongkai render report.txt --to md --check
  gongkai render report.html -o report.docx
"""
OFFICE = ("docx", "xlsx")
ENDINGS = {"html": "html", "htm": "html", "md": "markdown", "txt": "text", "csv": "csv", "json": "json"}


def render_format(to: Optional[str], output: Optional[str]) -> gongkai.RenderFormat:
    """As asked for, else by the ending of the output's name, else text."""
    wanted = to if to is not None else os.path.splitext(output or ".txt")[1].lstrip(".").lower()
    name = ENDINGS.get(wanted, wanted)
    if name not in gongkai.RenderFormat.__members__:
        known = ", ".join(ENDINGS)
        raise gongkai.InvalidArgumentError(
            int(gongkai.ErrorCode.invalid_option), "--to", f"--to: {wanted!r} is none of {known}"
        )
    return gongkai.RenderFormat[name]


def _write_office(report: gongkai.AnnualReport, wanted: str, output: Optional[str], *, with_findings: bool) -> None:
    from gongkai.documents import write_docx, write_xlsx

    if output is None or with_findings:
        what = "--check goes with html, md or txt" if with_findings else "it goes to a file: -o OUT"
        raise gongkai.InvalidArgumentError(int(gongkai.ErrorCode.invalid_option), "--to", f"--to: {wanted}: {what}")
    try:
        (write_docx if wanted == "docx" else write_xlsx)(report, output)
    except OSError as error:
        raise gongkai.ParseError(
            int(gongkai.ErrorCode.cannot_open), shown(output), "", f"{shown(output)}: {error.strerror}"
        ) from error
    complain(f"wrote {shown(output)}")


def render(
    file: str = typer.Argument(..., metavar="FILE", help="A report.", show_default=False),
    to: Optional[str] = typer.Option(None, "--to", metavar="FORMAT", help="html, docx, xlsx, md, txt, csv or json."),
    output: Optional[str] = typer.Option(None, "-o", "--output", metavar="OUT", help="A file; else standard output."),
    with_findings: bool = typer.Option(False, "--check", help="Show what is wrong beside the figures."),
    language: str = typer.Option("zh", "--language", metavar="zh|en", help="Of the findings."),
) -> None:
    wanted = to if to is not None else os.path.splitext(output or "")[1].lstrip(".").lower()
    format = None if wanted in OFFICE else render_format(to, output)
    if language not in gongkai.Language.__members__:
        raise gongkai.InvalidArgumentError(
            int(gongkai.ErrorCode.invalid_option), "--language", f"--language: {language!r} is neither zh nor en"
        )
    keep_inputs(output, [file])
    report = read_with_text(file).report
    if format is None:
        _write_office(report, wanted, output, with_findings=with_findings)
        raise typer.Exit(FINE)
    findings = report.check() if with_findings else []
    text = gongkai.render(report, format, findings, gongkai.Language[language])
    if output is None:
        put_text(text)
        raise typer.Exit(FINE)
    try:
        with open(output, "w", encoding="utf-8", newline="") as out:
            out.write(text)
    except OSError as error:
        raise gongkai.ParseError(
            int(gongkai.ErrorCode.cannot_open), shown(output), "", f"{shown(output)}: {error.strerror}"
        ) from error
    complain(f"wrote {shown(output)}")


def add_commands(app: typer.Typer) -> None:
    app.command("render", help=RENDER_HELP)(render)
