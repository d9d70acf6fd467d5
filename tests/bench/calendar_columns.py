# SPDX-License-Identifier: Apache-2.0
"""Columns of days beside their peers, in one run: what `make bench` prints and docs/guide/performance.md shows.

python tests/bench/calendar_columns.py [--rows N] [--markdown]
"""

from __future__ import annotations

import argparse
import platform
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

import gongkai as gk

LIMIT = 20


def best(question: Callable[[], Any], repeat: int = 5) -> float:
    """Seconds of the fastest run: what the code takes when nothing else does."""
    out = []
    for _ in range(repeat):
        start = time.perf_counter()
        question()
        out.append(time.perf_counter() - start)
    return min(out)


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def questions(rows: int) -> list[tuple[str, str, float, float, str]]:
    """Question, peer, seconds of ours, seconds of the peer, aim."""
    calendar = gk.WorkCalendar.builtin("CN")
    first, last = np.datetime64(calendar.first_day), np.datetime64(calendar.last_day)
    generator = np.random.default_rng(20130101)
    days = first + generator.integers(0, (last - first).astype(int) - 60, rows)
    others = first + generator.integers(0, (last - first).astype(int), rows)

    # numpy's own business days, with make-up days right: every day is a weekday, all days off are holidays.
    off = np.array(calendar.off_days(), dtype="datetime64[D]")
    business = np.busdaycalendar(weekmask="1111111", holidays=off)
    limit = gk.WorkingDays(LIMIT)

    # A look-up by hand: working days up to each day, and the day of each of them.
    every = np.arange(first, last + 1)
    worked = ~np.isin(every, off)
    rank = np.cumsum(worked)
    of_rank = every[worked]

    def gather_add() -> Any:
        return of_rank[rank[(days - first).astype(np.int64)] + LIMIT - 1]

    def gather_between() -> Any:
        return rank[(others - first).astype(np.int64)] - rank[(days - first).astype(np.int64)]

    added = calendar.add(days, limit)
    between = calendar.working_days_between(days, others)
    assert (added == gather_add()).all() and (added == np.busday_offset(days, LIMIT, "backward", busdaycal=business)).all()
    assert (np.asarray(between) == gather_between()).all()
    assert added[0] == np.datetime64(calendar.add(date.fromisoformat(str(days[0])), limit))

    add = best(lambda: calendar.add(days, limit))
    count = best(lambda: calendar.working_days_between(days, others))
    busday_offset = best(lambda: np.busday_offset(days, LIMIT, "backward", busdaycal=business), 1)
    busday_count = best(lambda: np.busday_count(days + 1, others + 1, busdaycal=business), 1)
    return [
        (f"`add`, {LIMIT} working days", "a plain copy into new memory", add, best(days.copy), "at most 3 times its time"),
        (f"`add`, {LIMIT} working days", "`numpy.busday_offset`", add, busday_offset, "at least 80 times as fast"),
        (f"`add`, {LIMIT} working days", "numpy look-up by hand", add, best(gather_add), "at most its time"),
        ("`working_days_between`", "`numpy.busday_count`", count, busday_count, "at least 25 times as fast"),
        ("`working_days_between`", "numpy look-up by hand", count, best(gather_between), "at most its time"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--markdown", action="store_true", help="the table of docs/guide/performance.md")
    arguments = parser.parse_args()
    results = questions(arguments.rows)
    if arguments.markdown:
        print(f"{arguments.rows:,} rows, one thread, {date.today()}, {processor()}, numpy {np.__version__}:\n")
        print("| question | ns a row | peer | ns a row | peer ÷ ours | aim |\n|---|---|---|---|---|---|")
    for question, peer, ours, theirs, aim in results:
        a, b = ours / arguments.rows * 1e9, theirs / arguments.rows * 1e9
        if arguments.markdown:
            print(f"| {question} | {a:.2f} | {peer} | {b:.2f} | {theirs / ours:.2f} | {aim} |")
        else:
            print(f"{question:28} {a:6.2f} ns  {peer:30} {b:8.2f} ns  peer/ours {theirs / ours:7.2f}  (aim: {aim})")


if __name__ == "__main__":
    main()
