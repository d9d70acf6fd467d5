# SPDX-License-Identifier: Apache-2.0
"""What the tools that write a page of the guide share."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_or_check(page: Path, text: str) -> int:
    """The exit code of a tool: writes the page, or with ``--check`` says whether it is what would be written."""
    if "--check" not in sys.argv[1:]:
        page.write_text(text, encoding="utf-8")
        return 0
    if page.exists() and page.read_text(encoding="utf-8") == text:
        return 0
    print(f"{page.relative_to(ROOT)} is not up to date: run tools/{Path(sys.argv[0]).name}", file=sys.stderr)
    return 1
