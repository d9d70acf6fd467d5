# SPDX-License-Identifier: Apache-2.0
"""Which files a command is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from gongkai.errors import ParseError
from gongkai.reading import SUFFIXES, files_in

from .terminal import shown

CANNOT_OPEN = 224


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
