# SPDX-License-Identifier: Apache-2.0
"""Reading reports from files and bytes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from . import _core
from .errors import ParseError

if TYPE_CHECKING:
    from ._core import AnnualReport

__all__ = ["read"]


def read(source: bytes | str | os.PathLike[str]) -> AnnualReport:
    """Read a published annual report of any generation.

    ``source`` is the path of a file (``str`` or ``os.PathLike``) or the ``bytes`` of a document; text in UTF-8, UTF-16
    with a byte order mark, or GB18030.

    A figure is placed in a slot only where the wording leaves no doubt; every other quantity is a mention.

    Raises :class:`ParseError`: 224 when the file cannot be opened, 221 when the bytes are no text, 222 beyond the
    limits, 223 when no annual report can be recognised.
    """
    if isinstance(source, bytes):
        return _core.read_bytes(source)
    path = os.fspath(source)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise ParseError(int(_core.ErrorCode.cannot_open), path, "", f"{path}: {reason}") from error
    return _core.read_bytes(data, path)
