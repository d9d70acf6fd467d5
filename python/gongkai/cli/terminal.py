# SPDX-License-Identifier: Apache-2.0
"""What all commands print with: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

import gongkai

FINE = 0
FOUND = 1
USAGE = 2
INTERRUPTED = 130

Item = TypeVar("Item")

errors = Console(stderr=True, highlight=False)


class ReaderGone(Exception):
    """Whoever read our output has had enough (``| head``). Not an OSError: Typer has its own idea of those."""


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise ReaderGone


def console() -> Console:
    """For people. Made when it is used, so that it sees the width of now."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # a terminal that cannot show a character shows a question mark
    return _Console(highlight=False)


def complain(message: str) -> None:
    """One line on standard error."""
    print("gongkai:", " ".join(message.split()), file=sys.stderr, flush=True)


def put_text(text: str) -> None:
    """For programs: UTF-8 whatever the locale, and there before the next one is worked on."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise ReaderGone from None


def put_line(text: str) -> None:
    put_text(text + "\n")


def put_json(value: dict[str, Any]) -> None:
    put_line(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def shown(path: str) -> str:
    """A path as text: names need not be text on Linux."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_bytes(path: str) -> bytes:
    """ParseError 224 when it cannot be opened; IsADirectoryError for a folder."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except IsADirectoryError:
        raise
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise gongkai.ParseError(
            int(gongkai.ErrorCode.cannot_open), shown(path), "", f"{shown(path)}: {reason}"
        ) from error


@contextmanager
def _no_progress(items: list[Item]) -> Iterator[Iterable[Item]]:
    yield items


@contextmanager
def _progress(items: list[Item], what: str) -> Iterator[Iterable[Item]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as bar:
        yield bar.track(items, description=what)


def with_progress(items: list[Item], what: str, *, lines_follow: bool) -> Any:
    """The items, with a bar on standard error when there are many and somebody looks.

    ``lines_follow``: results go to standard output meanwhile; a bar in the same terminal would tear them.
    """
    if len(items) < 2 or not errors.is_terminal or (lines_follow and sys.stdout.isatty()):
        return _no_progress(items)
    return _progress(items, what)
