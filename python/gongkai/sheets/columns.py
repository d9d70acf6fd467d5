# SPDX-License-Identifier: Apache-2.0
"""What the columns of a table mean, and an office's own names for them."""

from __future__ import annotations

import enum
import functools
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

from .. import _core
from ..errors import ParseError
from .words import Rule

__all__ = ["Column", "Kind", "Mapped", "fold", "headings", "read_mapping"]


class Kind(enum.Enum):
    """What the cells of a column hold, and as what they are read."""

    TEXT = "text"
    """str"""
    DAY = "day"
    """datetime.date"""
    COUNT = "count"
    """int, not negative"""
    AMOUNT = "amount"
    """decimal.Decimal, of money"""
    YES_NO = "yes or no"
    """bool"""
    CHOICE = "choice"
    """str: one of `Column.choices`"""


@dataclass(frozen=True)
class Column:
    """One column that we know."""

    name: str
    """Ours, as in the answers."""
    zh: str
    """The Chinese name."""
    kind: Kind = Kind.TEXT
    also: tuple[str, ...] = ()
    """Other headings with this meaning only."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """For `Kind.CHOICE`: what each word is read as."""
    hints: Mapping[str, Rule] = field(default_factory=dict)
    """For `Kind.CHOICE`: words with several readings, and what to do about each."""
    repeated: bool = False
    """May come several times, the heading followed by 2, 3, …: read as `name_2`, `name_3`."""

    def meant(self, text: str) -> Optional[str]:
        """For `Kind.CHOICE`: what a word is read as."""
        return self._folded.get(fold(text))

    def hint(self, text: str) -> Optional[Rule]:
        """What to do about a word with several readings."""
        return next((hint for word, hint in self.hints.items() if fold(word) == fold(text)), None)

    @functools.cached_property
    def _folded(self) -> dict[str, str]:
        return {fold(word): meant for word, meant in self.choices.items()}


@dataclass(frozen=True)
class Mapped:
    """An office's own names. Compared as headings and words are: without blanks, width and case."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """From the heading of the file to the name of a column."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For the name of a column: from what the file says to what is meant."""

    def value(self, name: str, text: str) -> str:
        """What is meant by `text`."""
        words = self._folded.get(name)
        return words.get(fold(text), text) if words else text

    @functools.cached_property
    def _folded(self) -> dict[str, dict[str, str]]:
        return {name: {fold(word): meant for word, meant in words.items()} for name, words in self.values.items()}


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Half width, simplified, lower case, no blanks or control characters."""
    folded = _core.fold_label(unicodedata.normalize("NFKC", text)).lower()
    return "".join(character for character in folded if not unicodedata.category(character).startswith(("Z", "C")))


def _spellings(heading: str) -> Iterable[str]:
    """A heading as it may be known, the closest first: 收到日期（必填）, * 收到时间：, Received day."""
    plain = fold(heading).strip("*:：#·")
    bare = re.sub(r"[(\[【〔<].*?[)\]】〕>]", "", plain)
    for each in dict.fromkeys((plain, bare)):
        yield each
        if each.endswith("时间"):
            yield each[:-2] + "日期"
    english = re.sub(r"[\s\-]+", "_", unicodedata.normalize("NFKC", heading).strip().lower())
    yield english
    yield re.sub(r"^(?:date|day)_(?:of_)?|_(?:date|day|on)$", "", english)


def _numbered(spelling: str) -> tuple[str, int]:
    """征求第三方意见日期2 → (征求第三方意见日期, 2)."""
    found = re.fullmatch(r"(.*?)[_(]?([2-9]|[1-9]\d)\)?", spelling)
    return (found.group(1), int(found.group(2))) if found else (spelling, 1)


class headings:  # noqa: N801 - a function with memory
    """Which column a heading means, and how near it is: ``headings(columns, mapped)("收到日期") == ("received", 1)``, or None.

    0: the mapping file says so; 1: our names; 2, 3, …: the other usual ones, in their order. Of two headings of one column
    the nearer one counts.
    """

    def __init__(self, columns: Sequence[Column], mapped: Optional[Mapped]) -> None:
        self._known: dict[str, tuple[str, int]] = {}
        for column in columns:
            for rank, label in enumerate((column.zh, *column.also), start=1):
                self._known.setdefault(fold(label), (column.name, rank))
            self._known.setdefault(fold(column.name), (column.name, 1))
        self._own = {fold(label): name for label, name in (mapped.columns if mapped else {}).items()}
        self._repeated = {column.name for column in columns if column.repeated}

    def __call__(self, heading: str) -> Optional[tuple[str, int]]:
        own = self._own.get(fold(heading))
        if own is not None:
            return own, 0
        spellings = list(_spellings(heading))
        if spellings[0] in self._known:
            return self._known[spellings[0]]
        for spelling in spellings:
            label, number = _numbered(spelling)
            name, rank = self._known.get(label) or self._known.get(re.sub("时间$", "日期", label)) or ("", 0)
            if number > 1 and name in self._repeated:
                return f"{name}_{number}", rank
        return next((self._known[spelling] for spelling in spellings if spelling in self._known), None)


def read_mapping(data: bytes, file: str, columns: Sequence[Column]) -> Mapped:
    """``{"columns": {"收文日期": "received"}, "values": {"channel": {"网站": "online"}}}``; either may be left out.

    ParseError 201, 202, 204, 206.
    """
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise ParseError(int(_core.ErrorCode.json_syntax), file, "", f"{file}: no JSON: {error}") from None
    if not isinstance(value, dict) or set(value) - {"columns", "values"}:
        raise ParseError(
            int(_core.ErrorCode.json_unknown_key), file, "", f'{file}: an object with "columns" and "values" is wanted'
        )
    own, words = value.get("columns", {}), value.get("values", {})
    _words(file, "/columns", own)
    if not isinstance(words, dict):
        raise _wrong_type(file, "/values", "an object for each column is wanted")
    for name, each in words.items():
        _words(file, f"/values/{name}", each)
    names = {column.name: column.repeated for column in columns}
    for place, used in (("columns", own.values()), ("values", words)):
        for name in used:
            base, _, number = name.rpartition("_")
            if name not in names and not (names.get(base) and number.isdecimal()):
                raise ParseError(
                    int(_core.ErrorCode.json_bad_value),
                    file,
                    f"/{place}",
                    f"{file}: there is no column {name!r}; there are {', '.join(names)}",
                )
    return Mapped(own, words)


def _words(file: str, place: str, value: object) -> None:
    if not isinstance(value, dict) or not all(isinstance(word, str) for word in value.values()):
        raise _wrong_type(file, place, "an object of words is wanted")


def _wrong_type(file: str, place: str, wanted: str) -> ParseError:
    return ParseError(int(_core.ErrorCode.json_wrong_type), file, place, f"{file}#{place}: {wanted}")
