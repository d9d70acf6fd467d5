# SPDX-License-Identifier: Apache-2.0
"""Reading reports from files and bytes."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from . import _core
from ._core import AnnualReport, Document, ReadLimits
from .documents import packages
from .errors import ParseError

__all__ = ["SUFFIXES", "ReadReport", "read", "read_document", "read_with_text"]

SUFFIXES = frozenset({".doc", ".docx", ".htm", ".html", ".md", ".txt", ".xls", ".xlsx"})
"""Of files that can be reports. What a file is, its bytes say: an old suffix often stands on a new file."""

CANNOT_OPEN = int(_core.ErrorCode.cannot_open)
TOO_LARGE = int(_core.ErrorCode.too_large)


def files_in(folder: str, recursive: bool, suffixes: frozenset[str] = SUFFIXES) -> list[str]:
    """Files of a folder with these endings, in the order of their names; not hidden ones, nor what Office leaves behind (~$…).
    OSError where it cannot be listed."""
    found: list[str] = []
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir(follow_symlinks=False):
            found += files_in(entry.path, recursive, suffixes) if recursive else []
        elif os.path.splitext(entry.name)[1].lower() in suffixes:
            found.append(entry.path)
    return found


class ReadReport(NamedTuple):
    """A report with the text that its places point into."""

    report: AnnualReport
    text: str


def read(source: bytes | str | os.PathLike[str] | Document, limits: ReadLimits | None = None) -> AnnualReport:
    """Read a published annual report of any generation.

    ``source`` is the path of a file (``str`` or ``os.PathLike``), the ``bytes`` of one, or a :class:`Document`. Text
    in UTF-8, UTF-16 with a byte order mark, or GB18030; HTML; Word (.docx) and Excel (.xlsx), recognised by their
    bytes, whatever the name ends in. A file whose name ends in ``.json`` is a report as :func:`to_json` writes it.

    A figure is placed in a slot only where the wording leaves no doubt; every other quantity is a mention.

    Raises :class:`ParseError`: 224 when the file cannot be opened, 221 when it is no text, page, Word or Excel file
    (the message says how to convert it), 222 beyond the limits, 223 when no annual report can be recognised.
    """
    if isinstance(source, Document):
        return _core.read(source, limits=limits or ReadLimits())
    return read_with_text(source, limits).report


def read_document(source: bytes | str | os.PathLike[str], limits: ReadLimits | None = None) -> Document:
    """A file as headings, paragraphs and tables, before anything is recognised in it. Errors as :func:`read`, 223 excepted."""
    data, name = _bytes_and_name(source, limits or ReadLimits())
    return _document(data, name, limits or ReadLimits())


def read_with_text(source: bytes | str | os.PathLike[str], limits: ReadLimits | None = None) -> ReadReport:
    """As :func:`read`, with the text that ``place.byte_offset`` counts in, in its UTF-8 form.

    A report that was stored as JSON has no text.
    """
    limits = limits or ReadLimits()
    data, name = _bytes_and_name(source, limits)
    if name.lower().endswith(".json"):
        return ReadReport(_core.from_json(data, name).report, "")
    document = _document(data, name, limits)
    return ReadReport(_core.read(document, name, limits), document.text)


def _document(data: bytes, name: str, limits: ReadLimits) -> Document:
    if packages.is_package(data):
        return packages.read(data, name, limits)
    packages.refuse_encrypted(data, name)
    return _core.read_any_document(data, name, limits)


def _bytes_and_name(source: bytes | str | os.PathLike[str], limits: ReadLimits) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, "document"
    path = os.fspath(source)
    name = os.fsencode(path).decode("utf-8", "replace")  # names need not be text on Linux
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                data = file.read(limits.max_bytes + 1)
            else:
                raise ParseError(CANNOT_OPEN, name, "", f"{name}: no regular file")
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        if isinstance(error, ParseError):
            raise
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise ParseError(CANNOT_OPEN, name, "", f"{name}: {reason}") from error
    if len(data) > limits.max_bytes:
        raise ParseError(
            TOO_LARGE, name, "", f"{name}: larger than {limits.max_bytes} bytes (ReadLimits.max_bytes): nothing was read"
        )
    return data, name


def _without_waiting(path: str, flags: int) -> int:
    """A pipe that nobody writes to must not hold a whole run."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
