# SPDX-License-Identifier: Apache-2.0
"""A report from registers for people: the report itself, what was published otherwise, what could not be used, and the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from .. import _core
from .._core import Language, RenderFormat
from ..comparing import labels_of
from ..pages import SEVERITY_ZH
from .differences import said
from .run import OfficeReport, Traced

__all__ = ["to_fragment", "to_html", "to_markdown"]

SHOWN = 20  # rows behind one cell that a page names; the JSON has all


class Section(NamedTuple):
    """A table of the page."""

    title: str
    heading: Sequence[str]
    rows: Sequence[Sequence[str]]


def rows_of(traced: Iterable[Traced], shown: int = SHOWN) -> str:
    """The rows of several facts: 登记簿.xlsx第3、5、9行."""
    found: dict[tuple[str, str], list[int]] = {}
    unplaced = []
    for one in traced:
        if not one.rows:
            unplaced.append(one.source.fact)
        for place in one.rows:
            numbers = found.setdefault((place.file, place.sheet), [])
            if place.row not in numbers:
                numbers.append(place.row)
    words = []
    left = shown
    for (file, sheet), numbers in found.items():
        some = sorted(numbers)[: max(left, 0)]
        left -= len(some)
        more = f"等{len(numbers)}行" if len(some) < len(numbers) else "行"
        words.append(f"{file}{f'工作表{sheet}' if sheet else ''}第{'、'.join(map(str, some))}{more}" if some else f"{file}{len(numbers)}行")
    return "；".join([*words, *dict.fromkeys(unplaced)])


def sections(told: OfficeReport) -> list[Section]:
    """What stands below the report; those without rows are left out."""
    labels = labels_of(told.report.tables)

    def label(path: str) -> str:
        return " ".join(part for part in labels.get(path, ("", path.removeprefix("narrative."))) if part)

    found = [
        Section("与已公开报告不一致", ("单元格", "按登记簿", "已公开", "所依据的行"),
                [(one.label, said(one.ours), said(one.published), rows_of(told.rows(one.path))) for one in told.differences if one.contradicts]),
        Section("仅一方载明", ("单元格", "按登记簿", "已公开", "所依据的行"),
                [(one.label, said(one.ours), said(one.published), rows_of(told.rows(one.path))) for one in told.differences if not one.contradicts]),
        Section("核对发现的问题", ("程度", "规则", "问题", "左边", "右边", "依据"),
                [(SEVERITY_ZH[one.severity], one.code, one.message_zh or one.message, one.left or "", one.right or "", one.citation) for one in told.findings]),
        Section("未采用的行", ("文件", "工作表", "行", "列", "内容", "要求"),
                [(one.file, one.problem.sheet, str(one.problem.row), one.problem.heading or one.problem.field, one.problem.value,
                  one.problem.rule_zh or one.problem.rule) for one in told.problems]),
        Section("办理过程提示", ("程度", "规则", "件数", "例"), _history(told)),
        Section("数据来源", ("单元格", "数值", "所依据的行"),
                [(label(path), said(told.report.cell(path)), rows_of(told.rows(path))) for path in in_order(told)]),
    ]  # fmt: skip
    return [section for section in found if section.rows]


def in_order(told: OfficeReport) -> list[str]:
    """The cells that count something, as they stand in the report."""
    cells = (".".join(part for part in (table.id, row, column) if part) for table in told.report.tables for row, column, _ in table.cells())
    place = {path: at for at, path in enumerate(cells)}
    return sorted(told.tabulation.sources, key=lambda path: (place.get(path, len(place)), path))


def _history(told: OfficeReport) -> list[tuple[str, str, str, str]]:
    counts = Counter((finding.severity, finding.code) for finding in told.history)
    first = {(finding.severity, finding.code): finding for finding in reversed(told.history)}
    return [
        (SEVERITY_ZH[severity], code, str(count), first[severity, code].message_zh or first[severity, code].message)
        for (severity, code), count in sorted(counts.items(), key=lambda each: (list(SEVERITY_ZH).index(each[0][0]), each[0][1]))
    ]


def to_html(told: OfficeReport) -> str:
    """One page: everything that comes from a file is escaped."""
    page = _core.render(told.report, RenderFormat.html, told.findings, Language.zh)
    below = "".join(_table(section) for section in sections(told))
    head, main, tail = page.rpartition("</main>")
    return f"{head}{below}{main}{tail}"


def _table(section: Section) -> str:
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in section.heading)
    body = "".join("<tr>" + "".join(f"<td>{escape(each)}</td>" for each in row) + "</tr>" for row in section.rows)
    title = escape(section.title)
    return (
        f'<h2>{title}</h2><div class="wide" tabindex="0" role="region" aria-label="{title}"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def to_fragment(told: OfficeReport) -> str:
    """For a notebook: the sections below the report, and its tables."""
    tables = "".join(table._repr_html_() for table in told.report.tables)
    return tables + "".join(_table(section) for section in sections(told) if section.title != "数据来源")


def to_markdown(told: OfficeReport) -> str:
    parts = [_core.render(told.report, RenderFormat.markdown, told.findings, Language.zh)]
    for section in sections(told):
        lines = ["", f"## {section.title}", "", "| " + " | ".join(section.heading) + " |", "|" + " --- |" * len(section.heading)]
        lines += ["| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in row) + " |" for row in section.rows]
        parts.append("\n".join(lines) + "\n")
    return "".join(parts)
