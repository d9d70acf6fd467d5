# SPDX-License-Identifier: Apache-2.0
"""docs/guide/limits.md is what tools/write_limits_guide.py makes of the rulebook."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import gongkai as gk


def test_the_page_is_up_to_date(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, root / "tools/write_limits_guide.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_rule_is_on_the_page_with_each_of_its_values(root: Path) -> None:
    rulebook = gk.Rulebook.builtin("cn")
    page = (root / "docs/guide/limits.md").read_text(encoding="utf-8")
    sections = re.split(r"^### `(\w+)`", page, flags=re.MULTILINE)
    found: dict[str, str] = {}
    for name, text in zip(sections[1::2], sections[2::2], strict=True):
        found[name] = found.get(name, "") + text  # what a place says otherwise is told again
    assert set(found) == {definition.code.token for definition in rulebook.definitions}
    for definition in rulebook.definitions:
        name = definition.code.token
        values = re.findall(r"^ +((?:from \d{4}-|\d{4}-\d\d-\d\d to )[^(\n]*)", rulebook.explain(name), re.MULTILINE)
        assert values or "\n- no rule\n" in found[name], name
        for value in values:
            assert value.strip() in found[name].replace("\\", ""), (name, value)


def test_every_citation_leads_to_a_source_on_the_page(root: Path) -> None:
    page = (root / "docs/guide/limits.md").read_text(encoding="utf-8")
    targets = set(re.findall(r'<a id="([^"]+)">', page))
    links = set(re.findall(r"\]\(#([^)]+)\)", page))
    assert links and links <= targets
