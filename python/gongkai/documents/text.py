# SPDX-License-Identifier: Apache-2.0
"""Text that XML can hold."""

from __future__ import annotations

import re

__all__ = ["printable"]

FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Without the characters that no XML file may hold."""
    return FORBIDDEN.sub("", text)
