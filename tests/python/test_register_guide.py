# SPDX-License-Identifier: Apache-2.0
"""docs/guide/register-columns.md is what tools/write_register_guide.py makes of the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import gongkai as gk
from gongkai.reporting.columns import kinds


def test_the_page_is_up_to_date(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, root / "tools/write_register_guide.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_no_heading_means_two_columns_of_one_register() -> None:
    for name, wanted in kinds(gk.Clock.builtin("cn")).items():
        labels = [label for column in wanted.columns for label in (column.zh, *column.also)]
        assert len(labels) == len(set(labels)), (name, sorted(label for label in labels if labels.count(label) > 1))
