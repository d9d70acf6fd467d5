# SPDX-License-Identifier: Apache-2.0
"""Checking and summing filled reports beside Polars and DuckDB, in one run with our own benchmark program.

python tests/bench/forms_peers.py build/release/tests/bench/forms_bench
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
import polars as pl

import gongkai as gk

EMPTY = gk.fill(gk.Form.builtin("cn-format-2021"), {})
PROACTIVE, REQUESTS, REMEDIES = (EMPTY.table(table) for table in ("proactive", "requests", "remedies"))
assert PROACTIVE is not None and REQUESTS is not None and REMEDIES is not None
OUTCOMES = [row for row in REQUESTS.rows if row not in {"new_received", "carried_in", "handled_total", "carried_out"}]
APPLICANTS = [column for column in REQUESTS.columns if column != "total"]
RESULTS = [column for column in REMEDIES.columns if column != "total"]
PROACTIVE_CELLS = [
    path
    for path in (f"proactive.{row}.{column}" for row in PROACTIVE.rows for column in PROACTIVE.columns)
    if EMPTY.cell(path).kind != gk.CellKind.absent
]
STOCKS = [path.split(".")[1] for path in PROACTIVE_CELLS if path.endswith(".in_force")]
CHECKED, SUMMED, GROUPS = 1_000_000, 300_000, 31


def best(question: Callable[[], Any], repeat: int = 3) -> float:
    """Processor time, so that what else the machine does counts little."""
    out = []
    for _ in range(repeat):
        start = time.process_time()
        question()
        out.append(time.process_time() - start)
    return min(out)


def sound_reports(rows: int) -> pl.DataFrame:
    """Reports in which every identity holds: one column a cell, named by its path; fees in hundredths."""
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
    for path in PROACTIVE_CELLS:
        cells[path] = generator.integers(0, 90, rows) + (100 if path.endswith(".in_force") else 0)
    return pl.DataFrame(cells)


def identities() -> list[tuple[str, list[str], list[str]]]:
    """T3.BAL, T3.SUM, T3.COL, T4.TOT, T2.FLOOR: how the sides compare, what is added left, what right."""
    out = []
    for column in (*APPLICANTS, "total"):
        r = "requests.{}." + column
        balance = [r.format("new_received"), r.format("carried_in")], [r.format("handled_total"), r.format("carried_out")]
        out.append(("!=", *balance))
        out.append(("!=", [r.format(o) for o in OUTCOMES], [r.format("handled_total")]))
    for row in ("new_received", "carried_in", *OUTCOMES, "handled_total", "carried_out"):
        out.append(("!=", [f"requests.{row}.{a}" for a in APPLICANTS], [f"requests.{row}.total"]))
    for remedy in REMEDIES.rows:
        out.append(("!=", [f"remedies.{remedy}.{r}" for r in RESULTS], [f"remedies.{remedy}.total"]))
    for row in STOCKS:
        out.append((">", [f"proactive.{row}.issued"], [f"proactive.{row}.repealed", f"proactive.{row}.in_force"]))
    return out


def polars_question(frame: pl.DataFrame, engine: str) -> Callable[[], int]:
    """How many checks some report fails: each equation over whole columns; L.NEG by the least value of each cell."""
    wrong = []
    for i, (how, left, right) in enumerate(identities()):
        a, b = pl.sum_horizontal(left), pl.sum_horizontal(right)
        wrong.append(((a != b) if how == "!=" else (a > b)).any().alias(str(i)))
    wrong += [(pl.col(cell).min() < 0).alias("negative " + cell) for cell in frame.columns]
    lazy = frame.lazy().select(wrong)
    return lambda: sum(lazy.collect(engine=engine).row(0))  # type: ignore[arg-type]


def duckdb_question(connection: duckdb.DuckDBPyConnection, table: str, cells: list[str]) -> Callable[[], int]:
    """How many reports fail some check."""

    def added(paths: list[str]) -> str:
        return " + ".join(f'"{path}"' for path in paths)

    wrong = [f"({added(left)} {'<>' if how == '!=' else '>'} {added(right)})" for how, left, right in identities()]
    wrong += [f'("{cell}" < 0)' for cell in cells]
    query = f"SELECT count(*) FROM {table} WHERE {' OR '.join(wrong)}"

    def question() -> int:
        row = connection.execute(query).fetchone()
        assert row is not None
        return int(row[0])

    return question


def checking_peers(frame: pl.DataFrame) -> dict[str, Callable[[], int]]:
    """The same checks, as well as each can: both widths in which no sum overflows, both engines."""
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    out = {}
    for bits, kind in (("64", pl.Int64), ("32", pl.Int32)):
        cells = frame.select(pl.all().cast(kind)).rechunk()
        for engine in ("in-memory", "streaming"):
            out[f"Polars, {bits} bits, {engine}"] = polars_question(cells, engine)
        connection.register("given", cells.to_arrow())
        connection.execute(f"CREATE TABLE reports{bits} AS SELECT * FROM given")
        connection.unregister("given")
        out[f"DuckDB, {bits} bits"] = duckdb_question(connection, f"reports{bits}", cells.columns)
    return out


def ours(program: str) -> dict[str, float]:
    """Seconds of processor time of each of our benchmarks."""
    done = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_filter=check_a_million|sum_into|read_the"],
        check=True,
        capture_output=True,
        text=True,
    )
    unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}
    return {b["name"]: b["cpu_time"] * unit[b["time_unit"]] for b in json.loads(done.stdout)["benchmarks"]}


def main(program: str) -> None:
    own = ours(program)
    frame = sound_reports(CHECKED)
    checked = own["check_a_million_reports"]
    print(f"check, {CHECKED:,} reports, one thread: ours {CHECKED / checked / 1e6:.2f} million a second")
    for name, question in checking_peers(frame).items():
        assert question() == 0
        seconds = best(question)
        print(f"  {name}: {CHECKED / seconds / 1e6:.2f} million a second; ours is {seconds / checked:.2f} times as fast")

    summed, in_order = own["sum_into_31_groups"], own["sum_into_31_sorted_groups"]
    print(
        f"sum into {GROUPS} groups, {SUMMED:,} reports of {frame.width} cells: ours {summed * 1000:.1f} ms, "
        f"province by province {in_order * 1000:.1f} ms"
    )
    groups = pl.Series("group", np.random.default_rng(31).integers(0, GROUPS, SUMMED))
    for bits, kind in (("64", pl.Int64), ("32", pl.Int32)):
        few = frame.head(SUMMED).select(pl.all().cast(kind)).with_columns(groups)
        seconds = best(lambda few=few: few.group_by("group").agg(pl.all().sum()))  # type: ignore[misc]
        print(f"  Polars, {bits} bits: {seconds * 1000:.1f} ms; ours is {seconds / summed:.2f} times as fast")
    for name, what in (("read_the_same_cells", "the same cells as eight bytes each"), ("read_the_packed_cells", "our packed bytes")):
        print(f"  reading {what} once: {own[name] * 1000:.1f} ms; ours takes {summed / own[name]:.2f} times as long")


if __name__ == "__main__":
    main(sys.argv[1])
