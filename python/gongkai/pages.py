# SPDX-License-Identifier: Apache-2.0
"""A page of its own: for a browser and for paper, with Chinese fonts."""

from __future__ import annotations

from html import escape

from ._core import Severity

__all__ = ["SEVERITY_ZH", "page"]

SEVERITY_ZH = {Severity.error: "错误", Severity.warning: "警告", Severity.note: "提示"}

STYLE = """
body{font-family:"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif;line-height:1.6;
margin:2em auto;max-width:76em;padding:0 1em;color:#1a1a1a;background:#fff}
h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #999}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}
thead th,th[colspan]{background:#eee}
@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}
"""


def page(title: str, body: str, style: str = "") -> str:
    """HTML; the title is escaped, the body is HTML already."""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}{style}</style></head><body><main>{body}</main></body></html>\n"
    )
