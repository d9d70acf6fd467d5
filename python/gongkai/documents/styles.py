# SPDX-License-Identifier: Apache-2.0
"""What a paragraph of a Word file has from its style: its level as a heading, and its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .packages import integer

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["ParagraphStyle", "Styles"]

NAMED = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
LONGEST_CHAIN = 20
BODY_TEXT = 9
"""The outline level that says: no heading."""


class ParagraphStyle(NamedTuple):
    level: int = 0
    """Of a heading: 1 to 9."""
    list_id: str = ""
    depth: int = 0


class _Own(NamedTuple):
    based_on: str
    level: int | None
    list_id: str | None
    depth: int | None


class Styles:
    def __init__(self, root: Element | None) -> None:
        self._own: dict[str, _Own] = {}
        self._default = ""
        for style in root.iter("style") if root is not None else ():
            if style.get("type", "paragraph") != "paragraph":
                continue
            identity = style.get("styleId", "")
            based_on = style.find("basedOn")
            level, list_id, depth = _numbers(style.find("pPr"))
            name = style.find("name")
            printed = "" if name is None else name.get("val", "")
            if level is None and (match := NAMED.fullmatch(printed.strip())):
                level = int(match[1])
            if level is None and printed.strip().lower() in ("title", "标题"):
                level = 1
            self._own[identity] = _Own("" if based_on is None else based_on.get("val", ""), level, list_id, depth)
            if style.get("default") in ("1", "true"):
                self._default = identity

    @property
    def has_default(self) -> bool:
        return bool(self._default)

    def of(self, properties: Element | None) -> ParagraphStyle:
        """What a paragraph says itself, else its style, else what that is based on."""
        level, list_id, depth = _numbers(properties)
        named = None if properties is None else properties.find("pStyle")
        identity = self._default if named is None else named.get("val", "")
        for _ in range(LONGEST_CHAIN):
            own = self._own.get(identity)
            if own is None:
                break
            level = own.level if level is None else level
            if list_id is None:
                list_id = own.list_id
            depth = own.depth if depth is None else depth
            identity = own.based_on
        return ParagraphStyle(level or 0, "" if list_id in (None, "0") else list_id or "", depth or 0)


def _numbers(properties: Element | None) -> tuple[int | None, str | None, int | None]:
    level = list_id = depth = None
    if properties is not None:
        outline = properties.find("outlineLvl")
        if outline is not None:
            value = integer(outline.get("val"), BODY_TEXT)
            level = value + 1 if 0 <= value < BODY_TEXT else 0
        numbers = properties.find("numPr")
        if numbers is not None:
            found, deep = numbers.find("numId"), numbers.find("ilvl")
            list_id = None if found is None else found.get("val")
            depth = None if deep is None else integer(deep.get("val"), 0)
    return level, list_id, depth
