# SPDX-License-Identifier: Apache-2.0
"""The list of problems as a page: one for a browser, one for paper."""

from __future__ import annotations

from html import escape
from typing import Optional

from ..pages import SEVERITY_ZH, page
from .changes import Changes
from .run import Checkup, Problem

__all__ = ["to_page"]

STYLE = """
td.error{background:#ffd7dc}td.warning{background:#fff0c2}td.note{background:#e2effa}
q{display:block;quotes:none;color:#333;border-left:3px solid #999;padding-left:.5em;margin:.2em 0}
.small{color:#555;font-size:.9em}
"""


def to_page(done: Checkup, changes: Optional[Changes] = None) -> str:
    """HTML; everything that comes from a report is escaped."""
    counts = done.counts()
    head = "，".join(f"{SEVERITY_ZH[severity]}{counts[severity.name]}个" for severity in SEVERITY_ZH)
    parts = [
        f"<h1>政府信息公开工作年度报告核查结果{f'（{done.year}年度）' if done.year else ''}</h1>",
        f"<p>共读取{len(done.units)}份报告，{len(done.unread)}个文件未能读取，{len(done.missing)}个单位未报送；{head}。</p>",
    ]
    if changes is not None:
        parts.append(f"<p>与上次核查相比：已整改{len(changes.solved)}个，新发现{len(changes.new)}个，未整改{len(changes.remaining)}个。</p>")
    if done.missing:
        parts.append("<h2>未报送单位</h2><ul>" + "".join(f"<li>{escape(name)}</li>" for name in done.missing) + "</ul>")
    if done.unread:
        rows = "".join(f"<tr><td>{escape(one.file)}</td><td>{escape(one.message)}</td></tr>" for one in done.unread)
        parts.append(
            '<h2>未能读取的文件</h2><table><thead><tr><th scope="col">文件</th><th scope="col">原因</th></tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )
    parts += [_unit(unit, problems) for unit, problems in done.by_unit().items()]
    if changes is not None and changes.solved:
        rows = "".join(f"<li>{escape(known.unit)}：{escape(known.code)} {escape(known.message)}</li>" for known in changes.solved)
        parts.append(f"<h2>已整改</h2><ul>{rows}</ul>")
    return page("年度报告核查结果", "".join(parts), STYLE)


def _unit(unit: str, problems: list[Problem]) -> str:
    rows = []
    for problem in problems:
        found = problem.finding
        quotes = "".join(f"<q>{escape(words)}</q>" for words in problem.sentences)
        hint = f'<div class="small">可能的更正：{escape(found.suggestion)}</div>' if found.suggestion else ""
        rows.append(
            f'<tr><td class="{found.severity.name}">{SEVERITY_ZH[found.severity]}</td><td>{problem.year or ""}</td><td>{escape(found.code)}</td>'
            f'<td>{escape(found.message_zh or found.message)}{quotes}{hint}<div class="small">{escape("、".join(found.cells))}</div></td>'
            f"<td>{escape(found.citation)}</td></tr>"
        )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("程度", "年度", "规则", "问题与原文", "依据"))
    return f"<h2>{escape(unit)}</h2><table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
