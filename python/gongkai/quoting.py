# SPDX-License-Identifier: Apache-2.0
"""Where a finding stands in its document, and the sentence there."""

from __future__ import annotations

from collections.abc import Iterable

from ._core import Place

__all__ = ["position", "sentence_around", "sentences"]

ENDS = "。！？\n"


def position(place: Place) -> str:
    """``21:41`` in running text, ``table 2, row 4, cell 5`` in tables."""
    if place.line is not None:
        return f"{place.line}:{place.column or 1}"
    return ", ".join(f"{name} {value}" for name in ("table", "row", "cell") if (value := getattr(place, name)))


def sentence_around(place: Place, encoded: bytes) -> tuple[int, int] | None:
    """First and last byte; None when the place does not point into the text."""
    begin, length = place.byte_offset, place.byte_length
    if begin is None or length is None or encoded[begin : begin + length] != place.text.encode("utf-8", "replace"):
        return None
    starts = [at + len(mark.encode()) for mark in ENDS if (at := encoded.rfind(mark.encode(), 0, begin)) >= 0]
    ends = [at + len(mark.encode()) for mark in ENDS if (at := encoded.find(mark.encode(), begin + length)) >= 0]
    return max(starts, default=0), min(ends, default=len(encoded))


def sentences(places: Iterable[Place], encoded: bytes) -> list[str]:
    """The sentences that the places are in, each once; of a place outside running text what stands there."""
    found: dict[str, None] = {}
    for place in places:
        around = sentence_around(place, encoded)
        words = place.text if around is None else encoded[slice(*around)].decode("utf-8", "replace")
        words = " ".join(words.split())
        if words:
            found.setdefault(words if around is not None or place.line is not None else f"{position(place)}: {words}")
    return list(found)
