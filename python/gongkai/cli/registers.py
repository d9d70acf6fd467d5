# SPDX-License-Identifier: Apache-2.0
"""gongkai report: the annual report from an office's own registers."""

from __future__ import annotations

import os
from contextlib import contextmanager
from collections.abc import Iterator
from typing import Any, List, Optional

import typer
from rich import box
from rich.table import Table
from rich.text import Text

import gongkai
from gongkai.documents.writing import cannot_write
from gongkai.reporting import OfficeReport, report as report_of
from gongkai.reporting.differences import said
from gongkai.reporting.page import rows_of

from . import report_view
from .files import keep_inputs
from .kinds import chosen
from .options import calendar_from
from .terminal import FINE, FOUND, complain, console, errors, put_text, shown

HELP = """The annual report of a year from the office's own registers, with its checks and the rows behind every cell.

REGISTER is a CSV, Excel or JSON Lines file as the office keeps it, UTF-8 or GB18030; a workbook may hold several registers, and
there may be several files:

  requests         编号, 收到日期, 申请人类型, 答复日期, 办理结果 … (as gongkai due reads them, and who asked, and what came of it)
  published items  索引号, 标题, 信息类别, 信息类型, 成文日期, 公开日期, 全文电子化 …
  remedies         申请编号, 救济类型, 受理日期, 审结日期, 审理结果; or columns of the register of requests
  figures          项目, 数值, 来源文件: licences, penalties, fees, and what is brought along (期初结转)

or events as the library writes them. Every column, by its Chinese or English name, is described in docs/guide/register.md; a mapping
file gives the office's own headings and words. Rows that cannot be used are one line each on standard error, with row, column, value
and rule; the others count.

With --previous it is checked against the report of the year before, with --published compared cell by cell with what was published,
each difference with the rows behind it.

Exit code 0: all is well; 1: rows not used, errors found, or cells that differ from what was published; 2: it could not be done.

[bold]Examples[/]

  gongkai report requests.xlsx --agency 不老屯镇人民政府 --year 2024 -o report.html
  gongkai report requests.csv published.csv --agency 不老屯镇人民政府 --year 2024 --previous 2023.html --published 2024.html
  gongkai report requests.csv --agency 不老屯镇人民政府 --year 2024 --json > report.json
"""
WRITERS = {".html": OfficeReport.to_html, ".htm": OfficeReport.to_html, ".md": OfficeReport.to_markdown, ".json": OfficeReport.to_json}
STEPS = {"previous": "Reading last year's report", "published": "Reading what was published", "reading": "Reading registers",
         "counting": "Replaying histories", "checking": "Checking"}  # fmt: skip


def report(
    registers: List[str] = typer.Argument(..., metavar="REGISTER…", help="CSV, .xlsx or .jsonl.", show_default=False),
    agency: str = typer.Option(..., "--agency", metavar="NAME", help="Whose report it is."),
    year: int = typer.Option(..., "--year", metavar="YEAR", help="The report year."),
    form: Optional[str] = typer.Option(None, "--form", metavar="FORM", help="Else the one in force for the year."),
    previous: Optional[str] = typer.Option(None, "--previous", metavar="FILE", help="The report of the year before."),
    published: Optional[str] = typer.Option(None, "--published", metavar="FILE", help="What was published for this year."),
    output: Optional[str] = typer.Option(None, "-o", "--output", metavar="OUT", help="Write a page or data: html, md or json."),
    mapping: Optional[str] = typer.Option(None, "--map", metavar="FILE", help="The office's own headings and words."),
    option: List[str] = typer.Option([], "--option", metavar="QUESTION=CHOICE", help="A choice on an open question."),
    regime: str = typer.Option("cn", "--regime", metavar="NAME", help="Rulebook: cn, or a place's, as cn-fj."),
    no_rules: bool = typer.Option(False, "--no-rules", help="The body makes no rules (规章): their row is 0."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object, with the rows behind every cell."),
    chinese: bool = typer.Option(False, "--zh", help="What is wrong with rows in Chinese."),
) -> None:
    ending = os.path.splitext(output or "")[1].lower()
    if output is not None and ending not in WRITERS:
        raise gongkai.InvalidArgumentError(
            int(gongkai.ErrorCode.invalid_option), "--output", f"--output: {shown(output)}: write it as .html, .md or .json"
        )
    keep_inputs(output, [*registers, previous, published, mapping])
    clock = gongkai.Clock.builtin(regime).with_calendar(calendar_from(None)).with_options(chosen(option))
    with _progress() as step:
        told = report_of(
            *registers,
            agency=agency,
            year=year,
            form=_form(form),
            previous=previous,
            published=published,
            mapping=mapping,
            clock=clock,
            rule_making=gongkai.RuleMaking.none if no_rules else gongkai.RuleMaking.unknown,
            on_step=step,
        )
    if output is not None:
        try:
            with open(output, "w", encoding="utf-8", newline="") as file:
                file.write(WRITERS[ending](told))
        except OSError as error:
            raise cannot_write(shown(output), error) from error
        complain(f"wrote {shown(output)}")
    if as_json:
        put_text(told.to_json())
    else:
        _show(told, with_tables=output is None, chinese=chinese)
    _complain_of(told, chinese)
    raise typer.Exit(FINE if told.is_fine else FOUND)


def _form(name: Optional[str]) -> Optional[gongkai.Form]:
    if name is None:
        return None
    if name not in gongkai.Form.builtin_ids():
        raise gongkai.InvalidArgumentError(
            int(gongkai.ErrorCode.invalid_option), "--form", f"--form: {name!r} is none of {', '.join(gongkai.Form.builtin_ids())}"
        )
    return gongkai.Form.builtin(name)


@contextmanager
def _progress() -> Iterator[Any]:
    """One line on standard error while somebody looks."""
    if not errors.is_terminal:
        yield None
        return
    with errors.status("") as status:
        yield lambda what, done, of: status.update(f"{STEPS[what]}{f' ({done + 1} of {of})' if of > 1 else ''} …")


def _show(told: OfficeReport, *, with_tables: bool, chinese: bool) -> None:
    out = console()
    if with_tables:
        report_view.show(out, ", ".join(shown(os.path.basename(file)) for file in told.files), told.report, told.findings, "")
    elif told.findings:
        report_view.show_findings(out, "", told.findings, "")
    contradictions = [one for one in told.differences if one.contradicts]
    if contradictions:
        table = Table(title="differs from what was published", title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
        for heading, justify in (("", "left"), ("registers", "right"), ("published", "right"), ("rows", "left")):
            table.add_column(heading, justify=justify, overflow="fold")  # type: ignore[arg-type]
        for one in contradictions:
            table.add_row(*(Text(each) for each in (one.label, said(one.ours), said(one.published), rows_of(told.rows(one.path)))))
        out.print(table)
    silent = len(told.differences) - len(contradictions)
    if silent:
        out.print(f"{silent} cells are stated by one side only; the page and the JSON list them.", style="dim")
    counts: dict[str, int] = {}
    for finding in told.history:
        counts[finding.code] = counts.get(finding.code, 0) + 1
    for finding in told.history:
        if finding.code in counts:
            words = finding.message_zh if chinese else finding.message
            more = f" (and {counts[finding.code] - 1} more)" if counts[finding.code] > 1 else ""
            out.print(Text(f"{finding.severity.name} {finding.code}: {words}{more}"), soft_wrap=True)
            del counts[finding.code]
    bad = len({(one.file, one.problem.sheet, one.problem.row) for one in told.problems})
    used = len({place for place in told.places.values()})
    out.print(f"{used} rows used, {bad} not used")


def _complain_of(told: OfficeReport, chinese: bool) -> None:
    for file, columns in told.not_used.items():
        complain(f"{shown(file)}: {'未使用的列：' if chinese else 'columns not used: '}{', '.join(columns)}")
    for one in told.problems:
        complain(f"{shown(one.file)}: {one.problem.say('zh' if chinese else 'en')}")


def add_commands(app: typer.Typer) -> None:
    app.command("report", help=HELP)(report)
