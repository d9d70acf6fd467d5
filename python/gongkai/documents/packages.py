# SPDX-License-Identifier: Apache-2.0
"""Office files as packed folders of XML, opened with bounds: what a stranger sends is not trusted.

They are read with the standard library alone (docs/decisions/0004-office-files-without-libraries.md).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from .. import _core
from .._core import Document, ReadLimits
from ..errors import ParseError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Package", "integer", "is_package", "is_true", "read", "refuse_encrypted"]

NOT_TEXT = int(_core.ErrorCode.not_text)
TOO_LARGE = int(_core.ErrorCode.too_large)
SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
MOST_ENTRIES = 20000
"""Files in a package; an office file has some dozens."""


def is_package(data: bytes) -> bool:
    """Whether the bytes are packed, as .docx and .xlsx are, whatever the name of the file says."""
    return data.startswith(SIGNATURES)


def refuse_encrypted(data: bytes, name: str) -> None:
    """A protected .docx or .xlsx looks like an old office file, but converting it does not help."""
    if data.startswith(OLD_OFFICE) and "EncryptedPackage".encode("utf-16-le") in data:
        _refuse(name, "protected with a password: open it in Word, Excel or WPS and save it without one")


def read(data: bytes, name: str, limits: ReadLimits) -> Document:
    """A .docx or .xlsx file as a document. ParseError 221 for other packages and broken ones, 222 beyond the limits."""
    package = Package(data, name, limits)
    main = package.main_part()
    if main is not None and package.root_of(main) == "document":
        from .word import read_word

        return read_word(package, main, limits)
    if main is not None and package.root_of(main) == "workbook":
        from .excel import read_excel

        return read_excel(package, main, limits)
    names = package.names
    if "OFD.xml" in names:
        _refuse(name, "an OFD file: print or export it as text, Word or HTML first")
    if "content.xml" in names:
        _refuse(name, "an OpenDocument file: save it as .docx or .xlsx, for instance with soffice --headless --convert-to docx")
    if any(part.startswith("ppt/") for part in names):
        _refuse(name, "slides, not a report: save the text as .docx")
    if any(part.lower().endswith(".bin") and "workbook" in part for part in names):
        _refuse(name, "a binary Excel file (.xlsb): save it as .xlsx")
    _refuse(name, "a packed file (.zip) that is neither Word nor Excel: unpack it and give the files in it")


def _refuse(name: str, message: str, code: int = NOT_TEXT) -> NoReturn:
    raise ParseError(code, name, "", f"{name}: {message}")


class Package:
    """The parts of one file. No part larger than the limit is ever unpacked, nor all of them together."""

    def __init__(self, data: bytes, name: str, limits: ReadLimits) -> None:
        import io
        import zipfile

        self.name = name
        self._left = 2 * limits.max_bytes
        self._limit = limits.max_bytes
        if len(data) > limits.max_bytes:
            _refuse(name, f"larger than {limits.max_bytes} bytes (ReadLimits.max_bytes)", TOO_LARGE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:  # zipfile lets errors of many kinds through
            self._broken(error)
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            _refuse(name, f"a package of more than {MOST_ENTRIES} files", TOO_LARGE)
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}
        self.names = [entry.filename.replace("\\", "/").lstrip("/") for entry in entries]

    def _broken(self, error: Exception) -> NoReturn:
        _refuse(self.name, f"a broken or cut off office file ({error}): open and save it again, or ask for it anew")

    def has(self, part: str) -> bool:
        return part.lower() in self._entries

    def bytes_of(self, part: str) -> bytes:
        entry = self._entries[part.lower()]
        if entry.flag_bits & 1:
            _refuse(self.name, "protected with a password: save it without one")
        if entry.file_size > self._limit:
            self._too_large(part)
        try:
            with self._zip.open(entry) as file:
                data = file.read(self._limit + 1)  # the size that the package states may be wrong
        except Exception as error:
            self._broken(error)
        if len(data) > self._limit or len(data) > self._left:
            self._too_large(part)
        self._left -= len(data)
        return data

    def _too_large(self, part: str) -> NoReturn:
        _refuse(self.name, f"{part} unpacks to more than {self._limit} bytes (ReadLimits.max_bytes)", TOO_LARGE)

    def xml(self, part: str) -> Element:
        """The root of a part; tags and attributes without their namespaces, which differ between editions."""
        from xml.etree import ElementTree

        data = self.bytes_of(part)
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            data = re.sub(rb"^<\?xml[^>]*\?>", b"", data.decode("utf-16", "replace").lstrip("\ufeff").encode())
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            _refuse(self.name, f"{part} declares entities, which no office program writes")
        try:
            root = ElementTree.fromstring(data)
        except (ElementTree.ParseError, LookupError, ValueError) as error:
            self._broken(error)
        for element in root.iter():
            if isinstance(element.tag, str):
                element.tag = element.tag.rpartition("}")[2]
            if any("}" in key for key in element.attrib):
                element.attrib = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
        return root

    def root_of(self, part: str) -> str:
        """The name of the root element, without reading the rest."""
        found = re.search(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)[\s>/]", self.bytes_of(part)[:4096].replace(b"\0", b""))
        return found[1].decode() if found else ""

    def main_part(self) -> str | None:
        for kind, target in self.relations(""):
            if kind == "officeDocument" and self.has(target):
                return target
        return next((part for part in ("word/document.xml", "xl/workbook.xml") if self.has(part)), None)

    def relations(self, part: str) -> Iterator[tuple[str, str]]:
        """Kind and target of what a part points to inside the package."""
        return ((kind, target) for _, kind, target in self.identified_relations(part))

    def identified_relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        from urllib.parse import unquote

        folder, _, leaf = part.rpartition("/")
        listing = f"{folder}/_rels/{leaf}.rels".lstrip("/")
        if not self.has(listing):
            return
        for relation in self.xml(listing).iter("Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = unquote(relation.get("Target", ""))
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], target

    def related(self, part: str, kind: str) -> Element | None:
        """The first part of a kind that a part points to."""
        for found, target in self.relations(part):
            if found == kind and self.has(target):
                return self.xml(target)
        return None


def integer(text: str | None, otherwise: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return otherwise


def is_true(text: str | None) -> bool:
    """Of an attribute that may be missing where it is true."""
    return text not in ("0", "false", "off", "none")
