# SPDX-License-Identifier: Apache-2.0
"""The list of problems as a page: one for a browser, one for paper."""

from __future__ import annotations

from html import escape
from typing import Optional

from .._core import Severity
from .changes import Changes
from .run import Checkup, Problem

__all__ = ["to_page"]

WORDS = {Severity.error: "错误", Severity.warning: "警告", Severity.note: "提示"}
STYLE = """
body{font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif;line-height:1.6;
margin:2em auto;max-width:76em;padding:0 1em;color:#1a1a1a;background:#fff}
h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #999}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.3em 0}
th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}thead th{background:#eee}
td.error{background:#ffd7dc}td.warning{background:#fff0c2}td.note{background:#e2effa}
q{display:block;quotes:none;color:#333;border-left:3px solid #999;padding-left:.5em;margin:.2em 0}
.small{color:#555;font-size:.9em}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}
"""


def to_page(done: Checkup, changes: Optional[Changes] = None) -> str:
    """HTML; everything that comes from a report is escaped."""
    counts = done.counts()
    head = "，".join(f"{WORDS[severity]}{counts[severity.name]}个" for severity in WORDS)
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
    for unit in dict.fromkeys(problem.unit for problem in done.problems):
        parts.append(_unit(unit, done.of(unit)))
    if changes is not None and changes.solved:
        rows = "".join(f"<li>{escape(known.unit)}：{escape(known.code)} {escape(known.message)}</li>" for known in changes.solved)
        parts.append(f"<h2>已整改</h2><ul>{rows}</ul>")
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>年度报告核查结果</title><style>{STYLE}</style></head><body><main>{''.join(parts)}</main></body></html>\n"
    )


def _unit(unit: str, problems: list[Problem]) -> str:
    rows = []
    for problem in problems:
        found = problem.finding
        quotes = "".join(f"<q>{escape(words)}</q>" for words in problem.sentences)
        hint = f'<div class="small">可能的更正：{escape(found.suggestion)}</div>' if found.suggestion else ""
        rows.append(
            f'<tr><td class="{found.severity.name}">{WORDS[found.severity]}</td><td>{problem.year or ""}</td><td>{escape(found.code)}</td>'
            f'<td>{escape(found.message_zh or found.message)}{quotes}{hint}<div class="small">{escape("、".join(found.cells))}</div></td>'
            f"<td>{escape(found.citation)}</td></tr>"
        )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("程度", "年度", "规则", "问题与原文", "依据"))
    return f"<h2>{escape(unit)}</h2><table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
