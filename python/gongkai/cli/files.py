# SPDX-License-Identifier: Apache-2.0
"""Which files a command is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Optional

from gongkai.errors import InvalidArgumentError, ParseError
from gongkai.reading import SUFFIXES, files_in

from .terminal import shown

CANNOT_OPEN = 224
INVALID_OPTION = 107


def keep_inputs(output: Optional[str], inputs: Iterable[Optional[str]]) -> None:
    """InvalidArgumentError 107 when the output is one of the files that are read: nothing that is read is written over."""
    for each in inputs:
        if output and each and os.path.exists(output) and os.path.exists(each) and os.path.samefile(output, each):
            raise InvalidArgumentError(INVALID_OPTION, "--output", f"--output: {shown(output)} is read; write to another file")


def expand(arguments: Iterable[str], *, recursive: bool) -> Iterator[str | ParseError]:
    """The arguments, folders replaced by the reports in them in the order of their names.

    A file that is named is always taken; in a folder those whose suffix can be a report. What cannot be listed is
    an error in its place.
    """
    for argument in arguments:
        if not os.path.isdir(argument):
            yield argument
            continue
        try:
            found = files_in(argument, recursive)
        except OSError as error:
            yield ParseError(CANNOT_OPEN, shown(argument), "", f"{shown(argument)}: {error.strerror}")
            continue
        if not found:
            where = "in or below it" if recursive else "in it (below it: --recursive)"
            suffixes = ", ".join(sorted(SUFFIXES))
            yield ParseError(CANNOT_OPEN, shown(argument), "", f"{shown(argument)}: no {suffixes} {where}")
        yield from found
