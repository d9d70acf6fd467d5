# SPDX-License-Identifier: Apache-2.0
"""Pictures of what an office's histories come to; `gongkai.plot` offers them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Optional

from ._core import AnnualReport, Facts, Rulebook, WorkCalendar, WorkingDays
from .errors import CalendarGapError

__all__ = ["classes", "requests_by_month", "time_to_answer"]

GROUPS = {"granted": "#3b75af", "partially_granted": "#a9c3dc", "denied": "#c0504d", "unable": "#e8a33d",
          "not_processed": "#8c6bb1", "other": "#7f7f7f", "pending": "#d9d9d9"}  # fmt: skip
WORDS = {
    "en": {"month": "month of receipt", "requests": "requests", "pending": "pending", "days": "working days from receipt to reply",
           "limit": "20 working days", "items": "items"},
    "zh": {"month": "收到月份", "requests": "件", "pending": "办理中", "days": "收到至答复的工作日", "limit": "20个工作日", "items": "条"},
}  # fmt: skip


def requests_by_month(facts: Facts, year: int, *, rulebook: Optional[Rulebook] = None, language: str = "en", axes: Any = None) -> Any:
    """The requests received in each month of a year, by what became of them (the groups of the form). Returns the axes."""
    book = rulebook if rulebook is not None else Rulebook.builtin("cn")
    groups = {member.code.token: member.group.token for member in book.taxonomy("outcome").members if member.group is not None}
    counts: Counter[tuple[str, int]] = Counter()
    for fact in facts.requests:
        if fact.received_on is not None and fact.received_on.year == year:
            counts[groups.get(fact.outcome, "pending") if fact.closed_on else "pending", fact.received_on.month] += 1
    words = WORDS[language]
    labels = {member.code.token: getattr(member.label, language) for member in book.taxonomy("outcome_group").members}
    axes = _axes(axes)
    months = range(1, 13)
    below = [0] * 12
    for group, colour in GROUPS.items():
        heights = [counts[group, month] for month in months]
        if any(heights):
            axes.bar(months, heights, bottom=below, color=colour, edgecolor="white", label=labels.get(group, words["pending"]))
            below = [a + b for a, b in zip(below, heights)]
    axes.set_xticks(list(months))
    axes.set_xlabel(words["month"])
    axes.set_ylabel(words["requests"])
    if any(below):
        axes.legend(fontsize="small")
    return _with_fonts(axes)


def time_to_answer(facts: Facts, year: int, *, calendar: Optional[WorkCalendar] = None, language: str = "en", axes: Any = None) -> Any:
    """How many working days the replies of a year took from receipt, pauses not taken out; the line is the limit without
    them (R2019 art. 33(2)). Requests of days without a holiday notice are left out. Returns the axes."""
    days = _working_days(facts, year, calendar if calendar is not None else WorkCalendar.builtin("CN"))
    counts = Counter(days)
    words = WORDS[language]
    axes = _axes(axes)
    axes.bar(list(counts), list(counts.values()), color=["#3b75af" if day <= 20 else "#c0504d" for day in counts], width=0.9)
    axes.axvline(20.5, color="#c62828", linewidth=1.5, label=words["limit"])
    axes.set_xlabel(words["days"])
    axes.set_ylabel(words["requests"])
    axes.legend(fontsize="small")
    return _with_fonts(axes)


def _working_days(facts: Facts, year: int, calendar: WorkCalendar) -> list[int]:
    found = []
    for fact in facts.requests:
        if not (fact.answered and fact.received_on and fact.closed_on and fact.closed_on.year == year):
            continue
        try:
            days: WorkingDays = calendar.working_days_between(fact.received_on, fact.closed_on)
        except CalendarGapError:
            continue
        found.append(days.count)
    return found


def classes(report: AnnualReport, *, language: str = "en", axes: Any = None) -> Any:
    """The published items of a narrative report by class, with the share that is printed. Returns the axes."""
    rows: Sequence[Any] = [one for one in report.classes if one.count.is_number]
    axes = _axes(axes)
    counts = [float(str(one.count.value)) for one in rows]
    bars = axes.barh([one.label for one in rows], counts, color="#3b75af")
    axes.bar_label(bars, [f"{one.count.value} ({one.percent.printed})" if one.percent.printed else str(one.count.value) for one in rows], padding=3, fontsize="small")
    axes.invert_yaxis()
    axes.set_xlabel(WORDS[language]["items"])
    axes.margins(x=0.2)
    return _with_fonts(axes)


def _axes(axes: Any) -> Any:
    """Those given, or new ones."""
    import matplotlib.pyplot

    return axes if axes is not None else matplotlib.pyplot.subplots(figsize=(8, 3.6), layout="constrained")[1]


def _with_fonts(axes: Any) -> Any:
    """Every word of it in fonts that have Chinese, where there are some."""
    from matplotlib.text import Text

    from .plot import _fonts

    fonts = _fonts()
    for text in axes.findobj(Text) if fonts else []:
        text.set_fontfamily(fonts)
    return axes
