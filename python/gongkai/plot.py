# SPDX-License-Identifier: Apache-2.0
"""Pictures. Needs matplotlib (`pip install gongkai[plot]`), which is loaded when something is drawn.

>>> import gongkai as gk
>>> from gongkai.plot import clock
>>> axes = clock(gk.deadline("reply", received=date(2024, 3, 4)))   # doctest: +SKIP
>>> axes.figure.savefig("clock.png")                                # doctest: +SKIP
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, Optional

from ._core import Deadline, ExplainFormat, Language, Severity, StepKind
from .plot_facts import classes, requests_by_month, time_to_answer

if TYPE_CHECKING:
    from .checkups import Checkup

__all__ = ["Bar", "bars", "classes", "clock", "problems", "requests_by_month", "time_to_answer"]

COLOURS = {"counted": "#3b75af", "lapsed": "#a9c3dc", "paused": "#e8a33d", "waiting": "#d9d9d9", "skipped": "#ffffff"}
WORDS = {
    "en": {"counted": "counted", "lapsed": "counted, then begun anew", "paused": "not counted", "waiting": "waiting",
           "skipped": "no working day", "due": "due", "safe": "safe due day", "range": "due day not certain", "days": "working days",
           "events": "events", "clock": "clock"},
    "zh": {"counted": "计入", "lapsed": "计入后重新起算", "paused": "不计入", "waiting": "等待", "skipped": "非工作日", "due": "到期日",
           "safe": "稳妥到期日", "range": "到期日未定", "days": "个工作日", "events": "经过", "clock": "计时"},
}  # fmt: skip
FONTS = ["Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei",
         "PingFang SC", "DejaVu Sans"]  # fmt: skip
DAY = timedelta(days=1)


class Bar(NamedTuple):
    """A stretch of the clock."""

    kind: str
    """``counted``, ``lapsed`` (counted, then begun anew), ``paused`` (not counted), ``waiting`` (for a correction or payment)."""
    first: date
    last: date
    working_days: int
    """Counted or, of a pause, taken out; 0 of the others."""
    skipped: tuple[date, ...]
    """Days of it that are not worked."""


def bars(deadline: Deadline) -> list[Bar]:
    """What `clock` draws of the derivation, in order of days."""
    out: list[Bar] = []
    begun: Optional[date] = None
    waits: Optional[date] = None
    for step in deadline.steps:
        if step.kind is StepKind.start:
            begun = step.to
        elif step.kind is StepKind.wait:
            waits = step.to
            if begun is not None and begun < waits:
                out.append(Bar("lapsed", begun + DAY, waits, 0, ()))
        elif step.kind is StepKind.restart:
            if waits is not None and waits < step.to:
                out.append(Bar("waiting", waits + DAY, step.to, 0, ()))
            elif waits is None and begun is not None and begun < step.to:
                out.append(Bar("lapsed", begun + DAY, step.to, 0, ()))
            begun, waits = step.to, None
        elif step.kind in (StepKind.count, StepKind.pause) and step.from_ < step.to:
            kind = "counted" if step.kind is StepKind.count else "paused"
            skipped = tuple(day.date for day in step.skipped)
            out.append(Bar(kind, step.from_ + DAY, step.to, step.counted.count, skipped))
    if waits is not None and deadline.as_of is not None and waits < deadline.as_of:
        out.append(Bar("waiting", waits + DAY, deadline.as_of, 0, ()))
    return sorted(out, key=lambda bar: (bar.first, bar.last))


def clock(deadline: Deadline, *, axes: Optional[Any] = None, language: str = "en") -> Any:
    """One case's clock as a chart: what happened, what was counted, what was not, and by when to act.

    Blue: counted days, with their number; gaps in it are days that are not worked; amber: not counted; grey: waiting; red: the due
    day, or its range; green: the safe due day. Returns the matplotlib Axes that it drew on, new ones without ``axes``.
    ``language``: ``"en"`` or ``"zh"`` (needs a Chinese font).
    """
    import matplotlib
    import matplotlib.dates
    import matplotlib.pyplot

    words = WORDS[language]
    fonts = _fonts() if language == "zh" else []
    chosen: Any = {"font.sans-serif": fonts, "axes.unicode_minus": False} if fonts else {}
    with matplotlib.rc_context(chosen):
        if axes is None:
            axes = matplotlib.pyplot.subplots(figsize=(11, 3.6), layout="constrained")[1]
        _draw_bars(axes, bars(deadline), words)
        _draw_due(axes, deadline, words)
        _draw_events(axes, deadline, language)
        axes.set_yticks([0, 1], [words["clock"], words["events"]])
        axes.set_ylim(-0.8, 2.3)
        said = deadline.explain(ExplainFormat.text, Language.zh) if language == "zh" else str(deadline)
        axes.set_title(said.split("\n")[0])
        dates: Any = matplotlib.dates
        locator = dates.AutoDateLocator()
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.tick_params(left=False)
        if axes.get_legend_handles_labels()[0]:
            axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)
        if fonts:  # words are drawn later, when the fonts of now are no longer chosen
            legend: Any = axes.get_legend()
            words_in_legend = legend.get_texts() if legend is not None else []
            for text in (*axes.texts, axes.title, *axes.get_yticklabels(), *words_in_legend):
                text.set_fontfamily(fonts)
    return axes


SEVERITIES = {Severity.note: "#b9d4ee", Severity.warning: "#f0b429", Severity.error: "#c62828"}


def problems(done: Checkup, *, language: str = "en", axes: Any = None) -> Any:
    """What is wrong where: a row for each report with a finding, a column for each rule; the number how often, the colour how
    grave. Returns the axes."""
    import matplotlib
    import matplotlib.pyplot as plt
    from matplotlib.patches import Patch

    from .pages import SEVERITY_ZH

    units = list(dict.fromkeys(f"{problem.unit} {problem.year or ''}".strip() for problem in done.problems))
    codes = sorted({problem.finding.code for problem in done.problems})
    with matplotlib.rc_context({"font.family": _fonts() or ["sans-serif"]}):
        if axes is None:
            _, axes = plt.subplots(figsize=(2.5 + 0.55 * len(codes), 1.5 + 0.32 * len(units)), layout="constrained")
        counts: dict[tuple[int, int], list[Severity]] = {}
        for problem in done.problems:
            place = units.index(f"{problem.unit} {problem.year or ''}".strip()), codes.index(problem.finding.code)
            counts.setdefault(place, []).append(problem.finding.severity)
        for (row, column), found in counts.items():
            worst = max(found, key=list(SEVERITIES).index)
            axes.barh(row, 1, left=column, height=1, color=SEVERITIES[worst], edgecolor="white")
            dark = worst is Severity.error
            axes.text(column + 0.5, row, str(len(found)), ha="center", va="center", fontsize=8, color="white" if dark else "black")
        axes.set_xticks([column + 0.5 for column in range(len(codes))], codes, rotation=90)
        axes.set_yticks(range(len(units)), units)
        axes.set_xlim(0, max(len(codes), 1))
        axes.set_ylim(max(len(units), 1) - 0.5, -0.5)
        words = SEVERITY_ZH if language == "zh" else {severity: severity.name for severity in SEVERITIES}
        axes.legend(handles=[Patch(color=colour, label=words[severity]) for severity, colour in reversed(SEVERITIES.items())],
                    loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)  # fmt: skip
    return axes


def _draw_bars(axes: Any, all_bars: list[Bar], words: dict[str, str]) -> None:
    named: set[str] = set()
    for bar in all_bars:
        label = words[bar.kind] if bar.kind not in named else None
        named.add(bar.kind)
        width = (bar.last - bar.first).days + 1
        hatch = "//" if bar.kind in ("waiting", "lapsed") else None
        axes.barh(0, width, left=_place(bar.first), height=0.5, color=COLOURS[bar.kind], label=label, hatch=hatch, edgecolor="white",
                  linewidth=0.5)  # fmt: skip
        for first, length in _runs(bar.skipped):
            label = words["skipped"] if "skipped" not in named else None
            named.add("skipped")
            axes.barh(0, length, left=_place(first), height=0.5, color=COLOURS["skipped"], edgecolor=COLOURS[bar.kind],
                      linewidth=0.5, label=label)  # fmt: skip
        if bar.working_days:
            axes.text(_place(bar.first) + width / 2, -0.42, str(bar.working_days), ha="center", va="center", fontsize=9)


def _draw_due(axes: Any, deadline: Deadline, words: dict[str, str]) -> None:
    open_ = deadline.provisional
    if deadline.due is not None:
        axes.axvline(_place(deadline.due) + 0.5, color="#c62828", linewidth=2, label=f"{words['due']} {deadline.due}")
    elif open_ is not None and open_.earliest is not None:
        begin = _place(open_.earliest) + 0.5
        if open_.latest is not None:
            axes.axvspan(begin, _place(open_.latest) + 0.5, color="#c62828", alpha=0.18, linewidth=0,
                         label=f"{words['range']} {open_.earliest} … {open_.latest}")  # fmt: skip
        else:
            axes.axvline(begin, color="#c62828", linestyle=":", linewidth=2, label=f"{words['range']} {open_.earliest} …")
    safe = deadline.safe_due
    if safe is not None and safe.due != deadline.due:
        axes.axvline(_place(safe.due) + 0.5, color="#2e7d32", linestyle="--", linewidth=1.5, label=f"{words['safe']} {safe.due}")
    if deadline.as_of is not None:
        axes.axvline(_place(deadline.as_of) + 0.5, color="#555555", linestyle=":", linewidth=1)


def _draw_events(axes: Any, deadline: Deadline, language: str) -> None:
    """Marks with their words, in four heights so that they do not cover each other."""
    for at, (day, words) in enumerate(_events(deadline, language)):
        place, height = _place(day) + 0.5, 1.0 + 0.33 * (at % 4)
        axes.plot([place, place], [0.28, height - 0.08], color="#999999", linewidth=0.7)
        axes.plot([place], [height - 0.08], marker="v", markersize=4, color="#333333")
        axes.text(place, height, f"{day:%m-%d} {words}", ha="left", va="bottom", fontsize=8)


def _events(deadline: Deadline, language: str) -> Iterator[tuple[date, str]]:
    """What had happened, in the words of the page for the file, without its details."""
    said = Language.zh if language == "zh" else Language.en
    for event in json.loads(deadline.explain(ExplainFormat.json, said))["happened"]:
        yield date.fromisoformat(event["on"]), re.split("[:：]", event["text"])[0]


def _fonts() -> list[str]:
    """Those that are there; matplotlib complains of each that is not."""
    from matplotlib import font_manager

    there = {font.name for font in font_manager.fontManager.ttflist}
    return [name for name in FONTS if name in there]


def _place(day: date) -> float:
    """Days since 1970-01-01, as matplotlib counts."""
    return float((day - date(1970, 1, 1)).days)


def _runs(days: tuple[date, ...]) -> Iterator[tuple[date, int]]:
    """Days one after the other, as first day and length."""
    at = 0
    while at < len(days):
        end = at + 1
        while end < len(days) and days[end] == days[end - 1] + DAY:
            end += 1
        yield days[at], end - at
        at = end
