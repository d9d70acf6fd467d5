# SPDX-License-Identifier: Apache-2.0
"""What a cell says. Each reader gives a value, None for a cell that says nothing, or raises `Unreadable` with the rule."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Optional, Union

from .columns import Column, Kind, Mapped, fold
from .grid import Uncomputed
from .words import Rule, rule

__all__ = ["Unreadable", "Value", "printed", "read_value"]

Value = Union[str, int, bool, date, Decimal]

NOTHING = {"", "/", "//", "\\", "-", "--", "—", "——", "–", "－", "无", "n/a", "na", "null", "none", "nan", "nat", "暂无", "空"}
YES = {"是", "y", "yes", "true", "1", "√", "✓", "✔", "有", "对"}
NO = {"否", "n", "no", "false", "0", "×", "x", "✗", "✘", "无", "未"}
NOT_YET = re.compile(r"尚?未\w{0,6}|待\w{0,4}|办理中|不适用")
ERRORS = re.compile(r"#(REF|N/A|VALUE|NAME\?|DIV/0|NULL|NUM|GETTING_DATA|SPILL|CALC)!?", re.ASCII)
DIGITS = {"〇": "0", "○": "0", "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8",
          "九": "9"}  # fmt: skip
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
TIME = r"(?:t|上午|下午|早上|晚上)?(?:\d{1,2}(?:[:时点]\d{0,2}分?(?::\d{1,2}(?:\.\d+)?)?秒?)(?:am|pm)?)?(?:\+08:?00)?"
WEEKDAY = r"[(\[]?(?:(?:星期|礼拜|周)([一二三四五六日天]))?[)\]]?"
DAY = re.compile(
    r"(?:公元)?(\d{4})(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})[日号.]?" + WEEKDAY + TIME + WEEKDAY, re.ASCII
)
FIRST_SERIAL, LAST_SERIAL = 36526, 73050  # Excel's numbers of 2000-01-01 and 2099-12-31


class Unreadable(Exception):
    """The rule that a cell breaks."""

    def __init__(self, broken: Rule) -> None:
        super().__init__(broken.en)
        self.rule = broken


def printed(cell: Any) -> str:
    """A cell as text, as a person sees it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def read_value(column: Column, cell: Any, mapped: Optional[Mapped]) -> Optional[Value]:
    """The cell as what the column holds."""
    if isinstance(cell, Uncomputed):
        raise Unreadable(rule("uncomputed"))
    text = printed(cell)
    if ERRORS.fullmatch(text):
        raise Unreadable(rule("formula_error"))
    if mapped is not None:
        meant = mapped.value(re.sub(r"_\d+$", "", column.name), mapped.value(column.name, text))
        if meant != text:
            cell = text = meant
    if column.kind is Kind.YES_NO:
        return _yes_no(text)
    if column.kind is Kind.TEXT:
        return text or None
    if fold(text) in NOTHING:
        return None
    if column.kind is Kind.DAY:
        return None if NOT_YET.fullmatch(text) else _day(cell)
    if column.kind is Kind.COUNT:
        return _count(text)
    if column.kind is Kind.AMOUNT:
        return _amount(text)
    return _choice(column, text)


def _day(cell: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (time, timedelta, bool)):
        raise Unreadable(rule("time_of_day"))
    text = re.sub(r"[‒–—―−－]", "-", unicodedata.normalize("NFKC", printed(cell)))
    text = re.sub(r"(?<=\d)\s+(?=\d)", "t", text)  # before a time of day
    text = re.sub(r"\s+", "", text).replace("。", ".").rstrip("-/").lower()
    if re.fullmatch(r"\d{8}", text, re.ASCII):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    serial = re.fullmatch(r"(\d{5})(?:\.\d+)?", text, re.ASCII)
    if serial and FIRST_SERIAL <= int(serial.group(1)) <= LAST_SERIAL:
        return date(1899, 12, 30) + timedelta(days=int(serial.group(1)))
    found = DAY.fullmatch(_arabic(text))
    if not found:
        raise Unreadable(rule(_what_is_wrong(text)))
    year, *months, day, weekday, later_weekday = found.groups()
    month = next(each for each in months if each is not None)
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        raise Unreadable(rule("no_such_day")) from None
    said = weekday or later_weekday
    if said and WEEKDAYS[said] != value.weekday():
        raise Unreadable(rule("weekday"))
    return value


def _arabic(text: str) -> str:
    """二〇二四年三月四日 → 2024年3月4日."""
    found = re.fullmatch(r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})([日号].*)", text)
    if not found:
        return text

    def number(words: str) -> str:
        tens, ten, ones = words.partition("十")
        if not ten:
            return DIGITS.get(words, words)
        return (DIGITS[tens] if tens else "1") + (DIGITS[ones] if ones else "0")

    try:
        year = "".join(DIGITS[character] for character in found.group(1))
        return f"{year}年{number(found.group(2))}月{number(found.group(3))}{found.group(4)}"
    except KeyError:
        return text


def _what_is_wrong(text: str) -> str:
    """The rule nearest to a day that is none."""
    if len(re.findall(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}", text, re.ASCII)) > 1:
        return "several_days"
    if re.fullmatch(r"\d{4}[-/.年]\d{1,2}月?", text, re.ASCII):
        return "month"
    if re.fullmatch(r"\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?", text, re.ASCII):
        return "no_year"
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", text, re.ASCII):
        return "either_way_round"
    return "day"


def _count(text: str) -> int:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "")
    found = re.fullmatch(r"(\d{1,9})(?:\.0+)?(?:个?工作日|日|天|件|条|次|份|页|个|人次?)?", plain, re.ASCII)
    if not found:
        raise Unreadable(rule("number"))
    return int(found.group(1))


def _amount(text: str) -> Decimal:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "").lstrip("¥￥")
    plain = plain[:-1] if plain.endswith("元") else plain
    try:
        amount = Decimal(plain)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        raise Unreadable(rule("amount"))
    return amount


def _yes_no(text: str) -> Optional[bool]:
    plain = fold(text)
    if plain in YES or plain in NO:
        return plain in YES
    if plain in NOTHING:
        return None
    raise Unreadable(rule("yes_no"))


def _choice(column: Column, text: str) -> str:
    meant = column.meant(text)
    if meant is not None:
        return meant
    # "网上申请（政府网站）": what stands in brackets only says it again, or adds what we do not read.
    parts = [column.meant(part) for part in re.split(r"[()（）]", text) if part.strip()]
    said = {part for part in parts if part is not None}
    if len(parts) > 1 and len(said) == 1:
        return said.pop()
    hint = column.hint(text)
    if hint is not None:
        raise Unreadable(hint)
    codes = dict.fromkeys(column.choices.values())
    labels = {code: word for word, code in list(column.choices.items())[::-1] if word != code}
    raise Unreadable(rule("choice", choices=", ".join(codes), labels="、".join(labels.get(code, code) for code in codes)))
