# SPDX-License-Identifier: Apache-2.0
"""The rules that a cell or a row can break, in English and Chinese: one line each, for whoever has to repair the row."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["RULES", "Rule", "rule"]


class Rule(NamedTuple):
    """What is wanted, in both languages."""

    en: str
    zh: str


RULES = {
    "day": Rule("a day is wanted, as 2024-03-04, 2024/3/4, 2024.3.4 or 2024年3月4日", "应为日期，如2024-03-04、2024/3/4、2024.3.4或2024年3月4日"),
    "no_such_day": Rule("there is no such day", "没有这一天"),
    "time_of_day": Rule("a day is wanted, not a time of day", "应为日期，而非时刻"),
    "month": Rule("a day is wanted, not a month", "应为日期，而非月份"),
    "no_year": Rule("a day is wanted, with the four digits of its year: 2024-03-04", "日期应写明四位年份，如2024-03-04"),
    "either_way_round": Rule(
        "day and month could be either way round; write 2024-03-04", "日、月次序不明，请写作2024-03-04"
    ),
    "several_days": Rule(
        "one day is wanted, not several; more of them belong into columns of their own", "一格只能写一个日期，多个日期请分列填写"
    ),
    "weekday": Rule("the day and the day of the week contradict each other", "日期与星期不一致"),
    "uncomputed": Rule(
        "a formula that was never computed; open the file in Excel or WPS and save it", "公式未计算，请用Excel或WPS打开后保存"
    ),
    "formula_error": Rule("an error of a formula", "公式出错"),
    "number": Rule("a whole number is wanted", "应为整数"),
    "amount": Rule("an amount in yuan is wanted", "应为以元计的金额"),
    "yes_no": Rule("是 or 否 is wanted", "应填是或者否"),
    "choice": Rule("none of {choices}", "应为以下之一：{labels}"),
    "cell_too_many": Rule("the heading has only {count} cells", "表头只有{count}列，本行多出单元格"),
    "no_json": Rule("no JSON: {error}", "不是JSON：{error}"),
    "no_object": Rule("an object is wanted", "应为JSON对象"),
}


def rule(name: str, **values: object) -> Rule:
    """A rule with its details."""
    words = RULES[name]
    return Rule(words.en.format(**values), words.zh.format(**values)) if values else words
