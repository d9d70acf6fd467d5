# SPDX-License-Identifier: Apache-2.0
"""Checking and summing filled reports beside Polars and DuckDB, in one run with our own benchmark program.

python tests/bench/forms_peers.py build/release/tests/bench/forms_bench
"""

from __future__ import annotations

import functools
import json
import operator
import os
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import duckdb
import numpy as np
import polars as pl

import gongkai as gk

EMPTY = gk.fill(gk.Form.builtin("cn-format-2021"), {})
REQUESTS, REMEDIES = EMPTY.table("requests"), EMPTY.table("remedies")
assert REQUESTS is not None and REMEDIES is not None
OUTCOMES = [row for row in REQUESTS.rows if row not in {"new_received", "carried_in", "handled_total", "carried_out"}]
APPLICANTS = [column for column in REQUESTS.columns if column != "total"]
RESULTS = [column for column in REMEDIES.columns if column != "total"]
STOCK = ("rules", "normative_documents")
CHECKED, SUMMED, GROUPS = 1_000_000, 300_000, 31


def best(question: Callable[[], Any], repeat: int = 3) -> float:
    out = []
    for _ in range(repeat):
        start = time.perf_counter()
        question()
        out.append(time.perf_counter() - start)
    return min(out)


def sound_reports(rows: int) -> pl.DataFrame:
    """Reports in which every identity holds: one column a cell, named by its path."""
    generator = np.random.default_rng(2021)
    outcomes, applicants = OUTCOMES, APPLICANTS
    cells: dict[str, np.ndarray[Any, Any]] = {}
    for applicant in applicants:
        total = np.zeros(rows, dtype=np.int64)
        for outcome in outcomes:
            cells[f"requests.{outcome}.{applicant}"] = generator.integers(0, 30, rows)
            total += cells[f"requests.{outcome}.{applicant}"]
        cells[f"requests.handled_total.{applicant}"] = total
        cells[f"requests.carried_in.{applicant}"] = generator.integers(0, 5, rows)
        cells[f"requests.carried_out.{applicant}"] = generator.integers(0, 5, rows)
        cells[f"requests.new_received.{applicant}"] = (
            total + cells[f"requests.carried_out.{applicant}"] - cells[f"requests.carried_in.{applicant}"]
        )
    for row in ("new_received", "carried_in", *outcomes, "handled_total", "carried_out"):
        cells[f"requests.{row}.total"] = sum(cells[f"requests.{row}.{a}"] for a in applicants)  # type: ignore[assignment]
    for remedy in REMEDIES.rows:
        for result in RESULTS:
            cells[f"remedies.{remedy}.{result}"] = generator.integers(0, 9, rows)
        cells[f"remedies.{remedy}.total"] = sum(cells[f"remedies.{remedy}.{r}"] for r in RESULTS)  # type: ignore[assignment]
    for row in STOCK:
        issued, repealed = generator.integers(0, 9, rows), generator.integers(0, 9, rows)
        cells[f"proactive.{row}.issued"], cells[f"proactive.{row}.repealed"] = issued, repealed
        cells[f"proactive.{row}.in_force"] = issued + generator.integers(0, 900, rows)
    for row in ("administrative_licenses", "administrative_penalties", "administrative_coercion"):
        cells[f"proactive.{row}.decisions"] = generator.integers(0, 900, rows)
    cells["proactive.administrative_fees.amount_wan_yuan"] = generator.integers(0, 900000, rows)
    # Four bytes a cell: what a peer reckons with fastest.
    return pl.DataFrame(cells).cast(pl.Int32)


def identities() -> list[tuple[str, list[str], list[str]]]:
    """T3.BAL, T3.SUM, T3.COL, T4.TOT: code, what is added on the left, what on the right."""
    outcomes, applicants = OUTCOMES, APPLICANTS
    out = []
    for column in (*applicants, "total"):
        r = "requests.{}." + column
        out.append(("T3.BAL", [r.format("new_received"), r.format("carried_in")], [r.format("handled_total"), r.format("carried_out")]))
        out.append(("T3.SUM", [r.format(o) for o in outcomes], [r.format("handled_total")]))
    for row in ("new_received", "carried_in", *outcomes, "handled_total", "carried_out"):
        out.append(("T3.COL", [f"requests.{row}.{a}" for a in applicants], [f"requests.{row}.total"]))
    for remedy in REMEDIES.rows:
        out.append(("T4.TOT", [f"remedies.{remedy}.{r}" for r in RESULTS], [f"remedies.{remedy}.total"]))
    return out


def polars_check(frame: pl.DataFrame) -> int:
    """T3.BAL, T3.SUM, T3.COL, T4.TOT, T2.FLOOR, L.NEG: all that a report without its text and its year before can break."""
    wrong = [(added(left) != added(right)).sum() for _, left, right in identities()]
    wrong += [
        (pl.col(f"proactive.{row}.issued") - pl.col(f"proactive.{row}.repealed") > pl.col(f"proactive.{row}.in_force")).sum()
        for row in STOCK
    ]
    wrong += [(pl.col(name) < 0).sum() for name in frame.columns]
    return int(frame.select(expression.alias(str(i)) for i, expression in enumerate(wrong)).sum_horizontal().item())


def added(paths: list[str]) -> pl.Expr:
    """Faster than sum_horizontal."""
    return functools.reduce(operator.add, (pl.col(path) for path in paths))


def duckdb_check(connection: duckdb.DuckDBPyConnection) -> int:
    def sum_of(paths: list[str]) -> str:
        return " + ".join(f'"{path}"' for path in paths)

    wrong = [f"{sum_of(left)} <> {sum_of(right)}" for _, left, right in identities()]
    wrong += [
        f'"proactive.{row}.issued" - "proactive.{row}.repealed" > "proactive.{row}.in_force"' for row in STOCK
    ]
    wrong += [f'"{name}" < 0' for (name,) in connection.execute("SELECT column_name FROM (DESCRIBE frame)").fetchall()]
    conditions = " + ".join(f"sum(({condition})::INT)" for condition in wrong)
    row = connection.execute(f"SELECT {conditions} FROM frame").fetchone()
    assert row is not None
    return int(row[0])


def ours(program: str) -> dict[str, float]:
    """Seconds of each of our benchmarks."""
    done = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_filter=check_a_million|sum_into|read_the_same"],
        check=True,
        capture_output=True,
        text=True,
    )
    unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}
    return {b["name"]: b["real_time"] * unit[b["time_unit"]] for b in json.loads(done.stdout)["benchmarks"]}


def main(program: str) -> None:
    own = ours(program)
    frame = sound_reports(CHECKED)
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    connection.register("frame", frame.to_arrow())
    connection.execute("CREATE TABLE stored AS SELECT * FROM frame")
    connection.unregister("frame")
    connection.execute("ALTER TABLE stored RENAME TO frame")
    assert polars_check(frame) == 0 and duckdb_check(connection) == 0
    checked = own["check_a_million_reports"]
    peers = {"Polars": best(lambda: polars_check(frame)), "DuckDB": best(lambda: duckdb_check(connection))}
    print(f"check, {CHECKED:,} reports, one thread: ours {CHECKED / checked / 1e6:.2f} million a second")
    for name, seconds in peers.items():
        print(f"  {name}: {CHECKED / seconds / 1e6:.2f} million a second; ours is {seconds / checked:.2f} times as fast")

    few = frame.head(SUMMED)
    shuffled = np.random.default_rng(31).integers(0, GROUPS, SUMMED)
    own_of = {"shuffled": own["sum_into_31_groups/shuffled"], "group by group": own["sum_into_31_groups/group_by_group"]}
    read = own["read_the_same_memory"]
    for order, groups in (("shuffled", shuffled), ("group by group", np.sort(shuffled))):
        table = few.with_columns(pl.Series("group", groups))
        summed = best(lambda table=table: table.group_by("group").agg(pl.all().sum()))  # type: ignore[misc]
        print(
            f"sum into {GROUPS} groups, {SUMMED:,} reports of {frame.width} cells, {order}: ours {own_of[order] * 1000:.1f} ms\n"
            f"  Polars: {summed * 1000:.0f} ms; ours is {summed / own_of[order]:.1f} times as fast\n"
            f"  reading our memory once: {read * 1000:.1f} ms; ours takes {own_of[order] / read:.2f} times as long"
        )


if __name__ == "__main__":
    main(sys.argv[1])
