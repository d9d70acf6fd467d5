# SPDX-License-Identifier: Apache-2.0
"""What a register adds up to: how long answers took, what another limit would have made late, whom to remind of what.

>>> from datetime import date
>>> from gongkai.due import due_rows
>>> from gongkai.register import read_register
>>> register = read_register("编号,承办人,收到日期,答复日期\\n一,张,2024-03-04,2024-03-15\\n二,李,2024-03-04,2024-03-22\\n三,张,2024-03-04,\\n".encode(), "r.csv")
>>> answer_times(register, date(2024, 3, 29))[""]
<DayHistogram 2 cases, median 11.5, longest 14>
>>> with_limits(register, {"reply": 10}, date(2024, 3, 29))
<WhatIf 0 late, would be 2>
>>> print(reminder_text(reminders(due_rows(register, date(2024, 3, 29)))[0]))
张: 1 open, 0 red, 1 amber
  amber  三  due 2024-04-01  safe 2024-04-01
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Optional

from ._core import Clock, DayHistogram, DeadlineKind, DeadlineStatus, WhatIf, WorkingDays
from .due import DueRow
from .register import Case, Register

__all__ = ["GROUPS", "Reminder", "answer_times", "reminder_text", "reminders", "with_limits"]

NOBODY = ""


def _month(case: Case) -> str:
    day = case.row.values.get("received", case.row.values.get("submitted"))
    return f"{day:%Y-%m}" if isinstance(day, date) else ""


GROUPS: dict[str, Callable[[Case], str]] = {
    "handler": lambda case: case.handler,
    "channel": lambda case: str(case.row.values.get("channel", "")),
    "month": _month,
    "year": lambda case: _month(case)[:4],
}
"""What `answer_times` may group by: a case's handler, channel, month or year of receipt."""


def answer_times(
    register: Register, as_of: date, *, by: Optional[str] = None, calendar_days: bool = False, clock: Optional[Clock] = None
) -> dict[str, DayHistogram]:
    """How long the answers given by a day took, as exact histograms that can be added up over offices and years.

    Working days from the last start of the clock to the answer, consultations left out (`days_used`); with ``calendar_days`` all
    days from receipt to answer. ``by``: a name of `GROUPS`; the whole stands under the empty name.
    """
    used = clock if clock is not None else Clock.builtin("cn")
    out: dict[str, DayHistogram] = {"": DayHistogram()}
    for case in register.cases:
        deadline = used.deadline(DeadlineKind.reply, case.history, as_of)
        if deadline.status(as_of) not in (DeadlineStatus.met, DeadlineStatus.late):
            continue
        days = _days_between(case) if calendar_days else deadline.days_used(as_of)
        if days is None:
            continue
        count = days if isinstance(days, int) else days.count
        out[""].add(count)
        if by is not None:
            out.setdefault(GROUPS[by](case) or "?", DayHistogram()).add(count)
    return out


def _days_between(case: Case) -> Optional[int]:
    values = case.row.values
    begin = values.get("received", values.get("submitted"))
    end = values.get("replied", values.get("reply_posted", values.get("reply_delivered")))
    return (end - begin).days if isinstance(begin, date) and isinstance(end, date) and end >= begin else None


def with_limits(register: Register, limits: Mapping[str, int], as_of: date, *, clock: Optional[Clock] = None) -> WhatIf:
    """What another limit over a whole register would do: how many would have been late. Working days, by rule: ``{"reply": 15}``.

    A supposition: the rulebook of the answer says so. NotFoundError 402 for an unknown rule, InvalidArgumentError 103, 107.
    """
    used = clock if clock is not None else Clock.builtin("cn")
    other = used
    for rule, days in limits.items():
        other = other.with_limit(rule, WorkingDays(days))
    return used.what_if([(case.id, case.history) for case in register.cases], other, as_of)


class Reminder(NamedTuple):
    """What one person has to do."""

    handler: str
    """Empty: nobody is named."""
    rows: list[DueRow]
    """Open cases, red first."""

    def count(self, light: str) -> int:
        """Cases of a light."""
        return sum(row.light == light for row in self.rows)


def reminders(rows: Sequence[DueRow]) -> list[Reminder]:
    """The open cases by person, who has most red and amber ones first; cases of nobody last."""
    people: dict[str, list[DueRow]] = {}
    for row in rows:
        if row.is_open:
            people.setdefault(row.handler, []).append(row)
    found = [Reminder(handler, cases) for handler, cases in people.items()]
    return sorted(found, key=lambda each: (each.handler == NOBODY, -each.count("red"), -each.count("amber"), each.handler))


WORDS = {
    "en": ("(nobody)", "{handler}: {open} open, {red} red, {amber} amber", "due", "safe", "waits for", "until"),
    "zh": ("（未指定经办人）", "{handler}：待办{open}件，红{red}件，黄{amber}件", "到期", "稳妥到期", "待", "至"),
}
LIGHTS = {"en": {"red": "red", "amber": "amber", "green": "green"}, "zh": {"red": "红", "amber": "黄", "green": "绿"}}


def reminder_text(reminder: Reminder, *, language: str = "en") -> str:
    """A message for one person, as plain text."""
    from .due_out import WAITS_ZH

    nobody, head, due, safe, waits, until = WORDS[language]
    lines = [
        head.format(
            handler=reminder.handler or nobody,
            open=len(reminder.rows),
            red=reminder.count("red"),
            amber=reminder.count("amber"),
        )
    ]
    for row in reminder.rows:
        parts = [LIGHTS[language][row.light], row.id]
        if row.due is not None:
            parts.append(f"{due} {row.due}")
        elif row.earliest is not None:
            parts.append(f"{due} {row.earliest} …" + (f" {row.latest}" if row.latest is not None else ""))
        if row.safe_due is not None:
            parts.append(f"{safe} {row.safe_due}")
        if row.waits_for:
            what = WAITS_ZH.get(row.waits_for, row.waits_for) if language == "zh" else row.waits_for
            parts.append(f"{waits} {what}" + (f" {until} {row.waits_until}" if row.waits_until is not None else ""))
        lines.append("  " + "  ".join(parts))
    return "\n".join(lines)
