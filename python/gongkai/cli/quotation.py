# SPDX-License-Identifier: Apache-2.0
"""What a document says at some places: its sentences, with the figures marked."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

import gongkai
from gongkai.quoting import position, sentence_around

AROUND = 36  # characters shown on each side of a figure
SHORTEST_GAP = 8  # fewer than that are not worth an ellipsis


def quotations(places: Iterable[gongkai.Place], encoded: bytes, style: str) -> Table:
    """A line for every sentence that one of the places is in, in the order of the places.

    ``encoded`` is the UTF-8 text that their offsets count in. Of a place outside running text, what stands there.
    """
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    sentences: dict[tuple[int, int], list[gongkai.Place]] = {}
    elsewhere = []
    for place in places:
        if (around := sentence_around(place, encoded)) is None:
            elsewhere.append(place)
        else:
            sentences.setdefault(around, []).append(place)
    for (begin, end), inside in sentences.items():
        inside.sort(key=lambda place: place.byte_offset or 0)
        grid.add_row(position(inside[0]), _marked(encoded, begin, end, inside, style))
    for place in elsewhere:
        grid.add_row(position(place), Text(" ".join(place.text.split()), f"{style} reverse"))
    return grid


def _marked(encoded: bytes, begin: int, end: int, places: list[gongkai.Place], style: str) -> Text:
    out = Text()
    at = begin
    for place in places:
        first = place.byte_offset or 0
        last = first + (place.byte_length or 0)
        if last <= at:
            continue
        first = max(first, at)
        out.append(_shortened(encoded[at:first], before=at > begin, after=True))
        out.append(_clean(encoded[first:last]), f"{style} reverse")
        at = last
    out.append(_shortened(encoded[at:end], before=True, after=False).rstrip())
    return out


def _clean(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _shortened(raw: bytes, *, before: bool, after: bool) -> str:
    """What stands beside figures, without what is far from them."""
    text = _clean(raw)
    text = text if before else text.lstrip(" \u3000")
    kept = AROUND * (before + after)
    if len(text) <= kept + SHORTEST_GAP:
        return text
    return (text[:AROUND] if before else "") + "…" + (text[-AROUND:] if after else "")
