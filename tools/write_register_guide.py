#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/guide/register-columns.md: every column that `gongkai report` and `gongkai due` know, and the words in it.

    tools/write_register_guide.py            writes the page
    tools/write_register_guide.py --check    exits with 1 when the page is not what would be written
"""

from __future__ import annotations

import sys

import gongkai as gk
from gongkai.reporting.columns import HEADING, LEDGER, kinds
from gongkai.sheets import Column, Kind

from guide_page import ROOT, write_or_check

PAGE = ROOT / "docs/guide/register-columns.md"

HEAD = """\
# The columns of an office's registers

Generated from the program by `tools/write_register_guide.py`; do not edit. How they are read and what comes of them:
[From a register to the report](register.md).

A heading is understood as the name, the Chinese name or one of the others, whatever its case, width and blanks; 时间 for 日期;
what stands in brackets behind it does not matter. A sheet is the register of which its heading names most columns, and must
have one of those marked \N{BLACK STAR}. Columns that are not listed are named and not used. Columns marked 1, 2, 3 … may come several times,
numbered: 征求第三方意见日期2.
"""
TITLES = {
    "requests": "Requests (依申请公开登记簿)",
    "records": "Published items (主动公开信息登记表)",
    "remedies": "Reconsideration and litigation (复议诉讼台账)",
    "figures": "Figures from elsewhere (填报数据)",
}
HOLDS = {Kind.TEXT: "text", Kind.DAY: "day", Kind.COUNT: "number", Kind.AMOUNT: "amount", Kind.YES_NO: "是/否", Kind.CHOICE: "word"}


def plain(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def words(column: Column) -> str:
    """Each meaning with the Chinese words for it."""
    found: dict[str, list[str]] = {}
    for word, code in column.choices.items():
        if not word.isascii() or word == code:
            found.setdefault(code, []).append(word)
    out, headings = [], []
    for code, said in found.items():
        shown = "、".join(word for word in said if word != code)
        if code.startswith(HEADING):
            headings.append(shown)
        else:
            out.append(f"not counted: {shown}" if code.startswith(LEDGER) else f"`{code}` {shown}")
    if headings:
        out.append(f"with 具体情形 or 理由 beside it: {'、'.join(headings)}")
    return "; ".join(out)


def main() -> int:
    lines = [HEAD]
    for kind, wanted in kinds(gk.Clock.builtin("cn")).items():
        lines += [f"## {TITLES[kind]}", "", "| name | Chinese name | also | holds |", "|---|---|---|---|"]
        for column in wanted.columns:
            star = " \N{BLACK STAR}" if column.name in wanted.needs else " 1, 2, 3 …" if column.repeated else ""
            also = "、".join(column.also)
            lines.append(f"| `{column.name}`{star} | {plain(column.zh)} | {plain(also)} | {HOLDS[column.kind]} |")
        lines.append("")
        for column in wanted.columns:
            if column.choices:
                lines += [f"Words of {column.zh} (`{column.name}`): {plain(words(column))}.", ""]
    text = "\n".join(lines).rstrip() + "\n"
    return write_or_check(PAGE, text)


if __name__ == "__main__":
    sys.exit(main())
