# SPDX-License-Identifier: Apache-2.0
"""Words of a closed list as offices write them: with or without their number, with or without their group before them.

>>> import gongkai as gk
>>> outcome = ListedColumn.of("outcome", "办理结果", gk.Rulebook.builtin("cn"), "outcome")
>>> [outcome.meant(text) for text in ("属于国家秘密", "（三）不予公开-1.属于国家秘密", "三、本年度办理结果（四）无法提供：信息不存在")]
['denied_state_secret', 'denied_state_secret', 'unable_not_held']
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Mapping
from typing import Optional

from .._core import Rulebook
from ..sheets import Column, Kind, Rule
from ..sheets.columns import fold

__all__ = ["JOINED", "ListedColumn"]

# As `fold` leaves it: half width, no blanks.
NUMBER = re.compile(r"(?:[(\[]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)\].、,:](?:\d{1,2}[.、])?)+")
BETWEEN = re.compile(r"[-—–─~:;,、/\\|>›»→·.()\[\]【】《》“”\"']+")

BREAKS = re.compile(r"[;；、,，/+＋&\n]|以及|并且|同时")
JOINED = "+"


@dataclasses.dataclass(frozen=True)
class ListedColumn(Column):
    """A column whose words are members of a taxonomy."""

    groups: Mapping[str, frozenset[str]] = dataclasses.field(default_factory=dict)
    """Headings of the form above the members, as `_plain` has them, with the members below: they may stand before one of those
    and mean nothing alone."""
    several: bool = False
    """Whether a cell may say several of them; they are read as one word, joined by `JOINED`."""

    @classmethod
    def of(
        cls,
        name: str,
        zh: str,
        rulebook: Rulebook,
        taxonomy: str,
        also: tuple[str, ...] = (),
        *,
        more: Mapping[str, Iterable[str]] | None = None,
        hints: Mapping[str, Rule] | None = None,
        groups: Iterable[str] = (),
        several: bool = False,
    ) -> ListedColumn:
        """``more``: further words for a member, as offices use them, or for a code of its own."""
        words: dict[str, str] = {}
        for member in rulebook.taxonomy(taxonomy).members:
            for word in (member.label.zh, member.code.token, member.printed, member.label.en, *member.aliases):
                if word:
                    words.setdefault(word, member.code.token)
        for code, further in (more or {}).items():
            for word in further:
                words.setdefault(word, code)
        codes = frozenset(words.values())
        above = {_plain(each): codes for each in groups}
        of_groups = taxonomy.removesuffix("_type") + "_group"
        if of_groups in rulebook.taxonomies:
            for group in rulebook.taxonomy(of_groups).members:
                below = [each.code.token for each in rulebook.taxonomy(taxonomy).members if each.group == group.code]
                above[_plain(group.label.zh)] = frozenset(below)
        members = {member.code.token for member in rulebook.taxonomy(taxonomy).members}
        alone = {_plain(word) for word, code in words.items() if code in members}  # 予以公开 is a heading and a word
        above = {label: below for label, below in above.items() if label not in alone}
        return cls(name, zh, Kind.CHOICE, also, words, hints or {}, groups=above, several=several)

    def meant(self, text: str) -> Optional[str]:
        one = self._one(text)
        if one is not None or not self.several:
            return one
        parts = [self._one(part) for part in BREAKS.split(text) if part.strip()]
        codes = list(dict.fromkeys(part for part in parts if part is not None))
        return JOINED.join(codes) if None not in parts and codes else None

    def _one(self, text: str) -> Optional[str]:
        rest, allowed = _plain(text), None
        while rest:
            code = self._plain_words.get(rest)
            if code is not None:
                return code if allowed is None or code in allowed else None
            before = max((group for group in self.groups if rest.startswith(group)), key=len, default="")
            if not before:
                return None
            below = self.groups[before]
            allowed = below if allowed is None else allowed & below
            rest = rest[len(before) :]
        return None

    def hint(self, text: str) -> Optional[Rule]:
        plain = _plain(text)
        return next((hint for word, hint in self.hints.items() if _plain(word) == plain), None)

    @functools.cached_property
    def _plain_words(self) -> dict[str, str]:
        out: dict[str, str] = {}
        for word, code in self.choices.items():
            out.setdefault(_plain(word), code)
        return out


def _plain(text: str) -> str:
    """Without numbers and what separates: （三）不予公开—1.属于国家秘密 → 不予公开属于国家秘密."""
    folded = fold(text)
    parts = []
    for part in BETWEEN.split(NUMBER.sub("、", folded)):
        if part:
            parts.append(part)
    return "".join(parts)

