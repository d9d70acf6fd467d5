# SPDX-License-Identifier: Apache-2.0
"""The command line. Needs ``pip install gongkai[cli]``; the library does not."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

__all__ = ["main"]

USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Never raises; what goes wrong is one line on standard error."""
    try:
        import typer  # noqa: F401
        from rich.console import Console  # noqa: F401
    except ImportError as error:
        return _say(f"{(error.name or 'a library').split('.')[0]} is missing: pip install gongkai[cli]")
    from .app import run
    from .terminal import ReaderGone

    try:
        return run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return _say("interrupted", INTERRUPTED)
    except (BrokenPipeError, ReaderGone):
        # Python would complain once more when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


def _say(message: str, code: int = USAGE) -> int:
    print(f"gongkai: {message}", file=sys.stderr)
    return code
