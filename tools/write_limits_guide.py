#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/guide/limits.md from the rulebook: every limit, rule and fee with its history, articles and links.

    tools/write_limits_guide.py            writes the page
    tools/write_limits_guide.py --check    exits with 1 when the page is not what would be written

The words are those of ``Rulebook.explain``: the page says what the library answers.
"""

from __future__ import annotations

import re
import sys

import gongkai as gk

from guide_page import ROOT, write_or_check

PAGE = ROOT / "docs/guide/limits.md"

HEAD = """\
# Every limit, rule and fee, with its source

Generated from `rules/cn` by `tools/write_limits_guide.py`; do not edit. Each rule is asked by its name:

```python
from datetime import date

import gongkai as gk

gk.Rulebook.builtin("cn").at("reply", date(2024, 3, 4))
```

The latest value stands first. `unverified` marks what nobody has compared with its source yet
([open-questions.md](open-questions.md)). What an office may choose where the law is silent is in [options.md](options.md).
"""

KINDS = {
    gk.RuleKind.time_limit: "Limits",
    gk.RuleKind.day_of_year: "Days of the year",
    gk.RuleKind.count: "Numbers",
    gk.RuleKind.tariff: "Fees",
    gk.RuleKind.choice: "Rules",
    gk.RuleKind.set: "Rules with several answers",
}


def plain(text: str) -> str:
    """Text that Markdown leaves alone."""
    return re.sub(r"([\\`*_<>\[\]|#])", r"\\\1", text)


def address(text: str) -> str:
    """An address as a link, where it is one; what stands behind it as it is."""
    found = re.match(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s,()]*)?", text)
    if found is None:
        return plain(text)
    return f"[{plain(found.group())}](https://{found.group()}){plain(text[found.end() :])}"


def anchor(instrument: gk.Instrument) -> str:
    return "source-" + instrument.id.lower()


def linked(line: str, instruments: list[gk.Instrument]) -> str:
    """The line with its instruments as links; of two names that begin alike the longer one is meant."""
    names = {plain(one.citation): anchor(one) for one in instruments}
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(pattern, lambda found: f"[{found.group()}](#{names[found.group()]})", plain(line))


def body(explained: str, instruments: list[gk.Instrument]) -> list[str]:
    """What ``explain`` says, as a list: everything between the heading and the sources."""
    out = []
    for line in explained.splitlines()[1:]:
        if line == "sources:":
            break
        text = line.strip()
        depth = (len(line) - len(line.lstrip())) // 2
        if depth == 0:
            if text:
                out += [linked(text[0].upper() + text[1:], instruments) + ".", ""]
        elif found := re.fullmatch(r"(.+), (\S+\.json)", text):
            out.append("    " * (depth - 1) + f"- {plain(found.group(1))}, `rules/{found.group(2)}`")
        else:
            out.append("    " * (depth - 1) + f"- {linked(text, instruments)}")
    return out


def rule(rulebook: gk.Rulebook, definition: gk.RuleDefinition) -> list[str]:
    name = definition.code.token
    title = f"### `{name}`: {plain(definition.label.en)} {plain(definition.label.zh)}"
    return [title, "", *body(rulebook.explain(name), rulebook.instruments), ""]


def places(base: gk.Rulebook, overlays: dict[str, gk.Rulebook]) -> list[str]:
    """What the built-in overlays say otherwise."""
    lines = []
    for name, rulebook in overlays.items():
        lines += [f'## In a place: `Rulebook.builtin("{name}")`', ""]
        for definition in rulebook.definitions:
            if rulebook.explain(definition.code.token) != base.explain(definition.code.token):
                lines += rule(rulebook, definition)
    return lines


def page(rulebook: gk.Rulebook, overlays: dict[str, gk.Rulebook]) -> str:
    lines = [HEAD]
    for kind, title in KINDS.items():
        lines += [f"## {title}", ""]
        for definition in rulebook.definitions:
            if definition.kind == kind:
                lines += rule(rulebook, definition)
    lines += places(rulebook, overlays)
    lines += ["## Sources", ""]
    instruments = {one.id: one for book in (rulebook, *overlays.values()) for one in book.instruments}
    for _, one in sorted(instruments.items()):
        until = f" to {one.last_day}" if one.last_day else ""
        days = f", from {one.first_day}{until}" if one.first_day else ""
        lines.append(f'- <a id="{anchor(one)}"></a>{plain(one.citation)}: {plain(one.title.en)} {plain(one.title.zh)}{days}')
        lines += [f"    - {address(text)}" for text in one.addresses]
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    overlays = {name: gk.Rulebook.builtin(name) for name in gk.Rulebook.builtin_names() if name.startswith("cn-")}
    text = page(gk.Rulebook.builtin("cn"), overlays)
    return write_or_check(PAGE, text)


if __name__ == "__main__":
    sys.exit(main())
