# SPDX-License-Identifier: Apache-2.0
"""Reading reports from files and bytes."""

from __future__ import annotations

import os
from typing import NamedTuple

from . import _core
from ._core import AnnualReport
from .errors import ParseError

__all__ = ["SUFFIXES", "Document", "read", "read_document"]

SUFFIXES = frozenset({".htm", ".html", ".txt"})
"""Of files that can be reports."""


class Document(NamedTuple):
    """A report with the text that its places point into."""

    report: AnnualReport
    text: str


def read(source: bytes | str | os.PathLike[str]) -> AnnualReport:
    """Read a published annual report of any generation.

    ``source`` is the path of a file (``str`` or ``os.PathLike``) or the ``bytes`` of a document; text in UTF-8, UTF-16
    with a byte order mark, or GB18030. A file whose name ends in ``.json`` is a report as :func:`to_json` writes it.

    A figure is placed in a slot only where the wording leaves no doubt; every other quantity is a mention.

    Raises :class:`ParseError`: 224 when the file cannot be opened, 221 when the bytes are no text, 222 beyond the
    limits, 223 when no annual report can be recognised.
    """
    return _report(*_bytes_and_name(source))


def read_document(source: bytes | str | os.PathLike[str]) -> Document:
    """As :func:`read`, with the text as decoded: ``place.byte_offset`` counts in its UTF-8 form.

    A report that was stored as JSON has no text.
    """
    data, name = _bytes_and_name(source)
    return Document(_report(data, name), "" if _is_json(name) else _core.decode(data, name))


def _is_json(name: str) -> bool:
    return name.lower().endswith(".json")


def _report(data: bytes, name: str) -> AnnualReport:
    return _core.from_json(data, name).report if _is_json(name) else _core.read_bytes(data, name)


def _bytes_and_name(source: bytes | str | os.PathLike[str]) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, "document"
    path = os.fspath(source)
    name = os.fsencode(path).decode("utf-8", "replace")  # names need not be text on Linux
    try:
        with open(path, "rb") as file:
            return file.read(), name
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise ParseError(int(_core.ErrorCode.cannot_open), name, "", f"{name}: {reason}") from error
