# SPDX-License-Identifier: Apache-2.0
"""What Excel shows for a number: 0.9917 with the format 0.00% is 99.17%, 45321 with a date format a day."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

__all__ = ["BUILT_IN", "shown"]

# Formats that files refer to by number only (ECMA-376, 18.8.30); the days are written as ours are.
BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy-m-d", 15: "yyyy-m-d", 16: "m-d", 17: "yyyy-m", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy-m-d h:mm", 27: "yyyy-m", 28: "m-d", 29: "m-d", 30: "m-d", 31: "yyyy-m-d", 32: "h:mm",
    33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: "yyyy-m", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 48: "0.0E+0", 49: "@", 50: "yyyy-m", 51: "m-d", 52: "yyyy-m", 53: "m-d",
    54: "m-d", 55: "yyyy-m", 56: "m-d", 57: "yyyy-m", 58: "m-d",
}  # fmt: skip
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
PLACEHOLDERS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?")
CONDITION = re.compile(r"\[[<>=]")
FIRST_DAY = datetime.datetime(1899, 12, 30)
FIRST_DAY_1904 = datetime.datetime(1904, 1, 1)
LAST_DAY = 2958466  # the year 10000


def shown(text: str, code: str, *, since_1904: bool = False) -> str:
    """A number as the file holds it, as its format shows it. Formats that are not understood show the plain number."""
    try:
        value = Decimal(text)
    except ArithmeticError:
        return text
    if not value.is_finite():
        return text
    section, negated = _section(code, value)
    bare = LITERAL.sub("", section)
    if re.search(r"[yYdD]|[mM]|[hH]|[sS]", bare.replace("General", "")):
        return _moment(value, bare, since_1904=since_1904) or _general(value)
    if CONDITION.search(code) or "E" in bare or "/" in bare or "General" in section or "@" in bare:
        return _general(value)
    match = PLACEHOLDERS.search(bare)
    if match is None:
        # Only words, as in "无";"无": shown instead of the number.
        words = _words(section)
        return words if section else _general(value)
    return _formatted(abs(value) if negated else value, section)


def _section(code: str, value: Decimal) -> tuple[str, bool]:
    """The part of the format for the sign of the value, and whether it writes the sign itself."""
    sections = [""]
    for piece in re.findall(r'"[^"]*"|\\.|.', code):
        if piece == ";":
            sections.append("")
        else:
            sections[-1] += piece
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _words(section: str) -> str:
    def literal(match: re.Match[str]) -> str:
        found = match[0]
        return found[1:-1] if found[0] == '"' else found[1:] if found[0] == "\\" else ""

    return LITERAL.sub(literal, section)


def _formatted(value: Decimal, section: str) -> str:
    """Digits in the place of the placeholders, words around them as they are."""
    pieces = re.split(r'("[^"]*"|\\.|_.|\*.|\[[^\]]*\])', section)
    at = next(i for i, piece in enumerate(pieces) if i % 2 == 0 and PLACEHOLDERS.search(piece))
    match = PLACEHOLDERS.search(pieces[at])
    assert match is not None
    if "%" in LITERAL.sub("", section):
        value *= 100
    fraction = match[1] or ""
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    whole, _, digits = f"{abs(rounded):f}".partition(".")
    optional = len(fraction) - len(fraction.rstrip("#?"))
    while optional and digits.endswith("0"):
        digits = digits[:-1]
        optional -= 1
    integer = match[0].partition(".")[0]
    whole = whole.zfill(integer.count("0"))
    if "," in integer.rstrip(","):
        whole = f"{int(whole):,}"
    number = ("-" if rounded < 0 else "") + whole + ("." + digits if digits else "")
    pieces[at] = pieces[at][: match.start()] + number + pieces[at][match.end() :]
    return "".join(piece if i % 2 == 0 else _words(piece) for i, piece in enumerate(pieces)).strip()


def _general(value: Decimal) -> str:
    """At most 15 digits, which is what Excel reckons with: no 0.30000000000000004."""
    rounded = Decimal(f"{value:.15g}")
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _moment(value: Decimal, bare: str, *, since_1904: bool) -> str:
    """A day as 2024年1月5日, with the time behind it where the format shows one."""
    if not 0 <= value < LAST_DAY:
        return ""
    moment = (FIRST_DAY_1904 if since_1904 else FIRST_DAY) + datetime.timedelta(seconds=round(float(value) * 86400))
    lower = bare.lower()
    out = ""
    if "y" in lower:
        out += f"{moment.year}年"
    if "m" in lower and ("y" in lower or "d" in lower):
        out += f"{moment.month}月"
    if "d" in lower:
        out += f"{moment.day}日"
    if "h" in lower:
        out += (" " if out else "") + f"{moment.hour}:{moment.minute:02}"
    return out or f"{moment.hour}:{moment.minute:02}"
