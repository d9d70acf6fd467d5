# SPDX-License-Identifier: Apache-2.0
"""gongkai compare."""

from __future__ import annotations

import os
from typing import Optional

import typer

import gongkai
from gongkai.comparing import ComparedRow, compared, to_html, to_markdown
from gongkai.documents.writing import cannot_write
from gongkai.reading import read

from .files import keep_inputs
from .terminal import FINE, complain, console, put_json, shown

HELP = """Two reports cell by cell: what stands in each, the difference, and the difference in percent.

Any files that can be read: pages, Word, Excel, text, or reports stored as JSON. Of one body's two years, or of two bodies.
Cells that are the same are left out; --all shows them.

[bold]Examples[/]

  gongkai compare 2022.html 2023.docx
  gongkai compare 2022.html 2023.docx -o difference.html
  gongkai compare a.json b.json --json
"""
WRITERS = {".html": to_html, ".htm": to_html, ".md": to_markdown}


def compare(
    a: str = typer.Argument(..., metavar="A", help="The first report.", show_default=False),
    b: str = typer.Argument(..., metavar="B", help="The second report.", show_default=False),
    output: Optional[str] = typer.Option(None, "--output", "-o", metavar="OUT", help="Write a page: html or md."),
    all_cells: bool = typer.Option(False, "--all", help="Cells that are the same, too."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object."),
) -> None:
    ending = os.path.splitext(output or "")[1].lower()
    if output is not None and ending not in WRITERS:
        raise gongkai.InvalidArgumentError(
            int(gongkai.ErrorCode.invalid_option), "--output", f"--output: {shown(output)}: write it as .html or .md"
        )
    keep_inputs(output, [a, b])
    first, second = read(a), read(b)
    if output is not None:
        try:
            with open(output, "w", encoding="utf-8", newline="") as out:
                out.write(WRITERS[ending](first, second, all_cells=all_cells))
        except OSError as error:
            raise cannot_write(shown(output), error) from error
        complain(f"wrote {shown(output)}")
    rows = compared(first, second, all_cells=all_cells)
    if as_json:
        put_json(
            {
                "schema": 1,
                "a": {"file": shown(a), "organisation": first.organisation, "year": first.year},
                "b": {"file": shown(b), "organisation": second.organisation, "year": second.year},
                "cells": [
                    {"path": row.difference.path, "a": row.a, "b": row.b, "absolute": row.absolute or None, "relative_percent": row.relative.rstrip("%") or None}
                    for row in rows
                ],
            }
        )  # fmt: skip
    elif output is None:
        _show(first, second, rows)
    raise typer.Exit(FINE)


def _show(first: gongkai.AnnualReport, second: gongkai.AnnualReport, rows: list[ComparedRow]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("", overflow="fold")
    for report in (first, second):
        table.add_column(f"{report.organisation or '?'} {report.year or '?'}", justify="right", overflow="fold")
    table.add_column("±", justify="right")
    table.add_column("%", justify="right")
    before = None
    for row in rows:
        if row.table != before:
            table.add_row(Text(row.table, "bold"))
            before = row.table
        table.add_row(*(Text(each) for each in (row.label, row.a, row.b, row.absolute, row.relative.rstrip("%"))))
    out = console()
    out.print(table)
    out.print(f"{len(rows)} {'cell' if len(rows) == 1 else 'cells'}")


def add_commands(app: typer.Typer) -> None:
    app.command("compare", help=HELP)(compare)
