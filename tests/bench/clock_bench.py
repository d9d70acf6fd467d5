# SPDX-License-Identifier: Apache-2.0
"""Replies without pauses for a register of four million rows: gongkai beside the same in numpy, in one thread.

The numpy version knows one regime, one limit, no channel and no irregular row; it looks days up in two tables, which is the
fastest that numpy can do. Prints both and their ratio.

    python tests/bench/clock_bench.py [rows]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy

import gongkai as gk
from gongkai.registers import STATUSES, reply_columns


def best(run: Callable[[], Any], times: int = 3) -> float:
    """Seconds of processor time of the fastest run."""
    spent = []
    for _ in range(times):
        begun = time.process_time()
        run()
        spent.append(time.process_time() - begun)
    return min(spent)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000_000
    clock = gk.Clock.builtin("cn")
    calendar = clock.calendar
    first = calendar.first_day
    off = numpy.array([day.toordinal() - first.toordinal() for day in calendar.off_days()])
    worked = numpy.ones((calendar.last_day - first).days + 1, dtype=bool)
    worked[off] = False
    rank = numpy.cumsum(worked).astype(numpy.int32)
    nth = numpy.flatnonzero(worked).astype(numpy.int32)

    random = numpy.random.default_rng(711)
    start = numpy.datetime64("2019-05-15") + random.integers(0, 2500, rows)
    answered = start + random.integers(0, 45, rows)
    base = numpy.datetime64(first)
    met, late = (numpy.int8(STATUSES.index(name)) for name in ("met", "late"))

    def in_numpy() -> tuple[Any, Any, Any]:
        from_first = (start - base).astype(numpy.int32)
        to = (answered - base).astype(numpy.int32)
        due = nth[rank[from_first] + 19]
        return base + due, numpy.where(to > due, late, met), rank[to] - rank[from_first]

    def in_gongkai() -> Any:
        return reply_columns(start, as_of=date(2026, 6, 30), channel="in_person", answered=answered, clock=clock)

    ours, theirs = in_gongkai(), in_numpy()
    assert (ours.due == theirs[0]).all() and (ours.status == theirs[1]).all() and (ours.days_used == theirs[2]).all()
    seconds, peer = best(in_gongkai), best(in_numpy)
    print(f"gongkai {rows / seconds / 1e6:6.1f} million rows a second (arrays in, arrays out)")
    print(f"numpy   {rows / peer / 1e6:6.1f} million rows a second (one regime, one limit)")
    print(f"ratio   {peer / seconds:6.2f}")


if __name__ == "__main__":
    main()
