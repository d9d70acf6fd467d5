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

__all__ = ["ListedColumn"]

# As `fold` leaves it: half width, no blanks.
NUMBER = re.compile(r"(?:[(\[]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)\].、,:](?:\d{1,2}[.、])?)+")
BETWEEN = re.compile(r"[-—–─~:;,、/\\|>›»→·.()\[\]【】《》“”\"']+")


@dataclasses.dataclass(frozen=True)
class ListedColumn(Column):
    """A column whose words are members of a taxonomy."""

    groups: tuple[str, ...] = ()
    """Headings of the form above the members, folded: they may stand before a word and mean nothing alone."""

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
    ) -> ListedColumn:
        """``more``: further words for a member, as offices use them, or for a code of its own."""
        words: dict[str, str] = {}
        above = list(groups)
        for member in rulebook.taxonomy(taxonomy).members:
            for word in (member.label.zh, member.code.token, member.printed, member.label.en, *member.aliases):
                if word:
                    words.setdefault(word, member.code.token)
        for code, further in (more or {}).items():
            for word in further:
                words.setdefault(word, code)
        of_groups = taxonomy.removesuffix("_type") + "_group"
        if of_groups in rulebook.taxonomies:
            above += [member.label.zh for member in rulebook.taxonomy(of_groups).members]
        return cls(name, zh, Kind.CHOICE, also, words, hints or {}, groups=tuple(_plain(each) for each in above))

    def meant(self, text: str) -> Optional[str]:
        words = self._plain_words
        for candidate in _readings(_plain(text), self.groups):
            if candidate in words:
                return words[candidate]
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


def _readings(plain: str, groups: Iterable[str]) -> Iterable[str]:
    """The words themselves, then without the groups that stand before them."""
    yield plain
    rest = plain
    while True:
        before = max((group for group in groups if group and rest.startswith(group) and rest != group), key=len, default="")
        if not before:
            return
        rest = rest[len(before) :]
        yield rest
