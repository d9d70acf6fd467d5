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
        start = time.perf_counter()
        question()
        out.append(time.perf_counter() - start)
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
    print(f"fill 14,000 forms with carry-over from the same rows: ours {ROWS / filled / 1e6:.0f} million rows a second")
    print(f"replay and derive an office of 50,000 requests: {own['replay_and_derive'] * 1000:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1])
