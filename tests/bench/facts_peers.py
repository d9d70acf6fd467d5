# SPDX-License-Identifier: Apache-2.0
"""Twenty million requests counted by agency, year, applicant and outcome: beside DuckDB, pandas, Polars and numpy, in
one run with our own benchmark program, all held to one thread.

python tests/bench/facts_peers.py build/release/tests/bench/facts_bench
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import duckdb
import numpy as np
import pandas as pd
import polars as pl

ROWS = 20_000_000
SHAPE = {"agency": 2000, "year": 7, "applicant_type": 6, "outcome": 22}
KEYS = list(SHAPE)


def best(question: Callable[[], Any], repeat: int = 3) -> float:
    out = []
    for _ in range(repeat):
        start = time.process_time()  # as ours: others may be at work on the machine
        question()
        out.append(time.process_time() - start)
    return min(out)


def columns() -> dict[str, np.ndarray[Any, Any]]:
    """In no order, as narrow as ours."""
    generator = np.random.default_rng(2013)
    return {
        name: generator.integers(0, size, ROWS).astype(np.uint16 if name == "agency" else np.uint8)
        for name, size in SHAPE.items()
    }


def bincount(rows: dict[str, np.ndarray[Any, Any]]) -> np.ndarray[Any, Any]:
    """What a careful hand writes: one key of 32 bits, counted into a table."""
    key = rows["agency"].astype(np.int32)
    for name in KEYS[1:]:
        key *= SHAPE[name]
        key += rows[name]
    return np.bincount(key, minlength=int(np.prod(list(SHAPE.values()))))


def with_closing(rows: dict[str, np.ndarray[Any, Any]]) -> dict[str, np.ndarray[Any, Any]]:
    """The rows with the year of closing: an eighth a year later, a sixteenth, and what would end behind the last, none."""
    generator = np.random.default_rng(2014)
    bits = generator.integers(0, 16, ROWS).astype(np.uint8)
    closed = rows["year"] + (bits % 8 == 0)
    closed[(bits == 1) | (closed == SHAPE["year"])] = 255
    return {**rows, "closed": closed.astype(np.uint8)}


Sums = dict[str, np.ndarray[Any, Any]]


def balance(received: np.ndarray[Any, Any], closed: np.ndarray[Any, Any]) -> Sums:
    """The rows of table T3 by agency, year and applicant, and of `closed` by outcome: what each year hands on."""
    handled = closed.sum(axis=3)
    out = np.cumsum(received - handled, axis=1)
    carried_in = np.concatenate([np.zeros_like(out[:, :1]), out[:, :-1]], axis=1)
    sums = {"new": received, "in": carried_in, "handled": handled, "out": out, "outcomes": closed}
    # The columns with their total, as the form has them.
    return {name: np.concatenate([cells, cells.sum(axis=2, keepdims=True)], axis=2) for name, cells in sums.items()}


def fill_by_bincount(rows: dict[str, np.ndarray[Any, Any]]) -> Sums:
    agencies, years, types, outcomes = SHAPE.values()
    key = (rows["agency"].astype(np.int32) * years + rows["year"]) * types + rows["applicant_type"]
    received = np.bincount(key, minlength=agencies * years * types)
    done = rows["closed"] != 255
    key = (rows["agency"].astype(np.int32) * years + rows["closed"]) * types + rows["applicant_type"]
    key = (key * outcomes + rows["outcome"])[done]
    closed = np.bincount(key, minlength=agencies * years * types * outcomes)
    return balance(received.reshape(agencies, years, types), closed.reshape(agencies, years, types, outcomes))


def fill_by_duckdb(connection: duckdb.DuckDBPyConnection) -> Sums:
    agencies, years, types, outcomes = SHAPE.values()

    def table(query: str, shape: tuple[int, ...]) -> np.ndarray[Any, Any]:
        out = np.zeros(shape, np.int64)
        *at, number = connection.execute(query).fetchnumpy().values()
        out[tuple(at)] = number
        return out

    received = table(
        "SELECT agency, year, applicant_type, count(*) FROM cases GROUP BY ALL", (agencies, years, types)
    )
    closed = table(
        "SELECT agency, closed, applicant_type, outcome, count(*) FROM cases WHERE closed <> 255 GROUP BY ALL",
        (agencies, years, types, outcomes),
    )
    return balance(received, closed)


def ours(program: str) -> dict[str, float]:
    """Seconds of each of our benchmarks, the median of three."""
    done = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_repetitions=3", "--benchmark_report_aggregates_only=true"],
        check=True,
        capture_output=True,
        text=True,
    )
    unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}
    return {
        b["run_name"]: b["cpu_time"] * unit[b["time_unit"]]
        for b in json.loads(done.stdout)["benchmarks"]
        if b["aggregate_name"] == "median"
    }


def main(program: str) -> None:
    own = ours(program)
    rows = columns()
    counted = own["count_twenty_million"]
    frame, table = pd.DataFrame(rows), pl.DataFrame(rows)
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    connection.register("view", table.to_arrow())
    connection.execute("CREATE TABLE rows AS SELECT * FROM view")
    names = ", ".join(KEYS)
    peers: dict[str, Callable[[], Any]] = {
        "numpy bincount": lambda: bincount(rows),
        "DuckDB": lambda: connection.execute(f"SELECT {names}, count(*) FROM rows GROUP BY {names}").fetchnumpy(),
        "Polars": lambda: table.group_by(KEYS).len(),
        "pandas": lambda: frame.groupby(KEYS, sort=False).size(),
    }
    groups = int((bincount(rows) > 0).sum())
    assert len(peers["DuckDB"]()["agency"]) == groups and peers["Polars"]().height == groups
    print(f"count {ROWS:,} requests, one thread: ours {ROWS / counted / 1e6:.0f} million rows a second")
    for name, question in peers.items():
        seconds = best(question, 2)
        print(f"  {name}: {ROWS / seconds / 1e6:.1f} million; ours is {seconds / counted:.1f} times as fast")
    filled = own["fill_the_forms_of_all_agencies"]
    cases = with_closing(rows)
    connection.register("closing", pl.DataFrame(cases).to_arrow())
    connection.execute("CREATE TABLE cases AS SELECT * FROM closing")
    by_hand, by_query = fill_by_bincount(cases), fill_by_duckdb(connection)
    for name, cells in by_hand.items():
        assert np.array_equal(cells, by_query[name]), name
    assert np.array_equal(by_hand["new"] + by_hand["in"], by_hand["handled"] + by_hand["out"])
    reports = SHAPE["agency"] * SHAPE["year"]
    print(f"fill {reports:,} forms with carry-over from as many rows: ours {reports / filled:,.0f} reports a second")
    fillers: dict[str, Callable[[], Any]] = {
        "numpy bincount": lambda: fill_by_bincount(cases),
        "DuckDB": lambda: fill_by_duckdb(connection),
    }
    for name, question in fillers.items():
        seconds = best(question, 2)
        print(f"  {name}: {reports / seconds:,.0f}; ours is {seconds / filled:.1f} times as fast")
    print(f"replay and derive an office of 50,000 requests: {own['replay_and_derive'] * 1000:.0f} ms")
    print(f"stream the same in order: {own['stream_in_order'] * 1000:.0f} ms")
    print(f"stream as many of 100 agencies, one after the other: {own['stream_by_agency'] * 1000:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1])
