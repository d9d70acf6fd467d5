#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/guide/options.md from rules/cn/options.json: the open legal questions and the silent cases.

    tools/write_options_guide.py            writes the page
    tools/write_options_guide.py --check    exits with 1 when the page is not what would be written
"""

from __future__ import annotations

import json
import sys
from typing import Any

from guide_page import ROOT, write_or_check

SOURCE = ROOT / "rules/cn/options.json"
PAGE = ROOT / "docs/guide/options.md"

HEAD = """\
# Open legal questions

Generated from `rules/cn/options.json` by `tools/write_options_guide.py`; do not edit.

The law is silent on what follows, or courts differ. Every question is a field of `Options` with a default; every answer
says which choices it depended on, and any of them can be made otherwise:

```python
from datetime import date

import gongkai as gk

gk.deadline("reply", received=date(2024, 3, 4), channel="in_person", options={"fee_payment": "pause_only"})
```

*Safe* marks the choice that gives the earliest due day. The *safe due day* of an answer is the earliest over all defaults
and safe choices: who acts by it is in time whatever a court decides. It leaves a choice out when its due day had already
passed before the event that it ignores came, and says so (`CLK.SAFE_LEFT_OUT`).
"""

TOPICS = {"clock": "Questions of the clock", "request": "Questions of requests", "report": "Questions of reports"}
SILENT = {"clock": "What the clock does where the law is silent", "report": "What a report counts where the forms are silent"}


def cell(text: str) -> str:
    """Text as a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ")


def question(entry: dict[str, Any]) -> list[str]:
    lines = [f"### `{entry['name']}`", "", f"{entry['question']['en']} {entry['question']['zh']}", ""]
    lines += ["| choice | | meaning | 含义 |", "|---|---|---|---|"]
    for choice in entry["choices"]:
        marks = [word for word, key in (("default", "default"), ("safe", "safe")) if entry.get(key) == choice["name"]]
        lines.append(
            f"| `{choice['name']}` | {', '.join(marks)} | {cell(choice['meaning']['en'])} | {cell(choice['meaning']['zh'])} |"
        )
    unverified = "" if entry.get("verified", True) else " (The source has not been read.)"
    return [*lines, "", f"Basis: {entry['basis']['en']}{unverified}", ""]


def page(data: dict[str, Any]) -> str:
    lines = [HEAD]
    for topic, title in TOPICS.items():
        lines += [f"## {title}", ""]
        for entry in data["questions"]:
            if entry["topic"] == topic:
                lines += question(entry)
    for topic, title in SILENT.items():
        lines += [f"## {title}", "", "Each is done as stated, with a finding where it says so, and never an exception.", ""]
        lines += ["| situation | answer | 情形 | 处理 |", "|---|---|---|---|"]
        for entry in data["situations"]:
            if entry["topic"] == topic:
                texts = [entry[part][language] for language in ("en", "zh") for part in ("situation", "answer")]
                lines.append("| " + " | ".join(cell(text) for text in texts) + " |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    text = page(json.loads(SOURCE.read_text(encoding="utf-8")))
    return write_or_check(PAGE, text)


if __name__ == "__main__":
    sys.exit(main())
