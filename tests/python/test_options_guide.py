# SPDX-License-Identifier: Apache-2.0
"""docs/guide/options.md is what tools/write_options_guide.py makes of rules/cn/options.json."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def test_the_page_is_up_to_date(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, root / "tools/write_options_guide.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_question_and_every_silent_case_of_a_clock_is_on_the_page(root: Path) -> None:
    data = json.loads((root / "rules/cn/options.json").read_text(encoding="utf-8"))
    page = (root / "docs/guide/options.md").read_text(encoding="utf-8")
    for question in data["questions"]:
        assert f"### `{question['name']}`" in page
        for choice in question["choices"]:
            assert f"| `{choice['name']}` |" in page
    for situation in data["situations"]:
        assert situation["answer"]["en"].replace("|", "\\|") in page
