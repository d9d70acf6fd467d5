# SPDX-License-Identifier: Apache-2.0
"""The numbers that Word puts before paragraphs of lists: 一、 （一） 1. They are printed, but stand nowhere in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .packages import integer, is_true

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Numbering", "counted"]

DIGITS = "零一二三四五六七八九"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "ideographDigital",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
LEVELS = 9


def chinese(number: int) -> str:
    """1 → 一, 21 → 二十一, 105 → 一百零五; numbers of lists are small."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    out = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        out += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        out += "零"
    return out + (DIGITS[ones] if ones else "")


def roman(number: int) -> str:
    out = ""
    pairs = "1000 M 900 CM 500 D 400 CD 100 C 90 XC 50 L 40 XL 10 X 9 IX 5 V 4 IV 1 I".split()
    for value, letters in zip(map(int, pairs[::2]), pairs[1::2]):
        while number >= value and len(out) < 20:
            out += letters
            number -= value
    return out


def counted(number: int, form: str) -> str:
    """A number as Word prints it in a list; nothing for bullets."""
    if form in CHINESE:
        return chinese(number)
    if form in ("bullet", "none"):
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < number <= 20:
        return chr(0x2460 + number - 1)
    if form == "decimalEnclosedParen" and 0 < number <= 20:
        return chr(0x2474 + number - 1)
    if form == "ideographTraditional" and 0 < number <= len(STEMS):
        return STEMS[number - 1]
    if form == "ideographZodiac" and 0 < number <= len(BRANCHES):
        return BRANCHES[number - 1]
    if form in ("upperLetter", "lowerLetter") and 0 < number <= 26:
        return chr((65 if form == "upperLetter" else 97) + number - 1)
    if form in ("upperRoman", "lowerRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    return str(number)


class Level(NamedTuple):
    start: int
    form: str
    text: str
    all_decimal: bool
    behind: str
    restarts: int


class Numbering:
    """Counts the paragraphs of every list on the way through a document."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._started: set[str] = set()
        if root is None:
            return
        for abstract in root.iter("abstractNum"):
            self._levels[abstract.get("abstractNumId", "")] = _levels(abstract)
        for one in root.iter("num"):
            target = one.find("abstractNumId")
            abstract_id = "" if target is None else target.get("val", "")
            levels = dict(self._levels.get(abstract_id, {}))
            starts: dict[int, int] = {}
            for override in one.findall("lvlOverride"):
                depth = integer(override.get("ilvl"), 0)
                levels.update(_levels(override))
                start = override.find("startOverride")
                if start is not None:
                    starts[depth] = integer(start.get("val"), 1)
            self._lists[one.get("numId", "")] = (abstract_id, levels, starts)

    def next(self, list_id: str, depth: int) -> str:
        """What is printed before the next paragraph of a list; empty for bullets and lists that are not defined."""
        if list_id not in self._lists or not 0 <= depth < LEVELS:
            return ""
        abstract_id, levels, starts = self._lists[list_id]
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(abstract_id, [0] * LEVELS)
        if list_id not in self._started:
            self._started.add(list_id)
            for deep, start in starts.items():
                if 0 <= deep < LEVELS:
                    counts[deep] = start - 1
        level = levels[depth]
        counts[depth] = counts[depth] + 1 if counts[depth] else starts.get(depth, level.start)
        for deeper in range(depth + 1, LEVELS):
            if deeper not in levels or levels[deeper].restarts != 0:
                counts[deeper] = 0
        for above in range(depth):
            if not counts[above]:  # a list that begins inside
                counts[above] = levels[above].start if above in levels else 1
        text = level.text
        for above in range(depth + 1):
            form = levels[above].form if above in levels else "decimal"
            text = text.replace(f"%{above + 1}", counted(counts[above], "decimal" if level.all_decimal else form))
        if level.form == "bullet":
            return ""
        return text + level.behind if text else ""


def _levels(parent: Element) -> dict[int, Level]:
    out: dict[int, Level] = {}
    for level in parent.findall("lvl"):
        values = {child.tag: child.get("val") for child in level}
        all_decimal = "isLgl" in values and is_true(values["isLgl"])
        text = values.get("lvlText") or ""
        # A tab or blank behind the number would part 一、 from its heading: only Latin numbers keep one.
        behind = " " if text[-1:].isalnum() and values.get("suff") != "nothing" else ""
        restarts = integer(values.get("lvlRestart"), -1)
        out[integer(level.get("ilvl"), 0)] = Level(
            integer(values.get("start"), 1), values.get("numFmt") or "decimal", text, all_decimal, behind, restarts
        )
    return out
