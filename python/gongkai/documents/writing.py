# SPDX-License-Identifier: Apache-2.0
"""Reports as files: Word and Excel in the official layout, and what :func:`gongkai.render` writes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from .. import _core
from .._core import AnnualReport, Document, RenderFormat, Table
from ..errors import InvalidArgumentError, ParseError

if TYPE_CHECKING:
    from ..errors import GongkaiError

__all__ = ["FORMATS", "need", "write", "write_docx", "write_xlsx"]

FORMATS = {
    "csv": RenderFormat.csv,
    "htm": RenderFormat.html,
    "html": RenderFormat.html,
    "json": RenderFormat.json,
    "md": RenderFormat.markdown,
    "txt": RenderFormat.text,
}


def need(package: str) -> NoReturn:
    """Says what to install; for the missing library's except clause."""
    raise InvalidArgumentError(
        int(_core.ErrorCode.invalid_option), package, f"{package} is missing: pip install gongkai[office]"
    )


def write(value: AnnualReport | Table, path: str | os.PathLike[str]) -> None:
    """Writes a report or one table as the file's ending says: docx, xlsx, html, md, txt, csv or json.

    Word and Excel files stand in the official layout, with its merged cells, and numbers are numbers; :func:`read`
    reads them back equal. They need ``pip install gongkai[office]``. InvalidArgumentError 107 for another ending,
    ParseError 224 when the file cannot be written.
    """
    name = os.fsencode(os.fspath(path)).decode("utf-8", "replace")
    ending = os.path.splitext(name)[1].lstrip(".").lower()
    writer: Any = {"docx": write_docx, "xlsx": write_xlsx}.get(ending)
    if writer is None and ending not in FORMATS:
        known = ", ".join(sorted([*FORMATS, "docx", "xlsx"]))
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option), "path", f"{name}: no file ending that a report is written as ({known})"
        )
    try:
        if writer is not None:
            writer(value, path)
        else:
            with open(path, "w", encoding="utf-8", newline="") as out:
                out.write(_core.render(value, FORMATS[ending]))
    except OSError as error:
        raise cannot_write(name, error) from error


def cannot_write(name: str, error: OSError) -> GongkaiError:
    return ParseError(int(_core.ErrorCode.cannot_open), name, "", f"{name}: {error.strerror or error}")


def write_docx(value: AnnualReport | Table | Document, out: str | os.PathLike[str] | BinaryIO) -> None:
    """A Word file, to a path or an open binary file."""
    try:
        from .word_writer import write_word
    except ImportError:
        need("python-docx")
    write_word(_document(value), out)


def write_xlsx(value: AnnualReport | Table | Document, out: str | os.PathLike[str] | BinaryIO) -> None:
    """An Excel file with one sheet for each chapter, to a path or an open binary file."""
    try:
        from .excel_writer import write_excel
    except ImportError:
        need("openpyxl")
    write_excel(_document(value), out)


def _document(value: AnnualReport | Table | Document) -> Document:
    if isinstance(value, Document):
        return value
    return _core.to_document(value)
