# SPDX-License-Identifier: Apache-2.0
"""Published pages read and checked from Python, beside pandas.read_html with the same sums checked by position.

python tests/bench/html_peers.py build/release/tests/bench/html_bench

The program in C++ compares with libxml2's own parse of the same bytes; both are printed.
"""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable

import pandas as pd

import gongkai as gk

PAGES, SIZE = 100, 111_000
FORM = gk.Form.builtin("cn-format-2021")
APPLICANTS = ["natural_person", "commercial_enterprise", "research_institution", "public_welfare_org", "legal_service_org", "other_org"]


def page(seed: int) -> str:
    """A sound report of our own rendering, padded to the size of a published page."""
    dice = random.Random(seed)
    counts: dict[str, int | gk.Decimal] = {}
    table = FORM.table("requests")
    outcomes = [row.id for row in table.rows if row.id not in {"new_received", "carried_in", "handled_total", "carried_out"}]
    for applicant in APPLICANTS:
        handled = 0
        for outcome in outcomes:
            number = dice.choice((0, 0, 0, dice.randrange(40)))
            counts[f"requests.{outcome}.{applicant}"] = number
            handled += number
        counts[f"requests.new_received.{applicant}"] = handled
    report = gk.fill(FORM, counts, organisation="某县人民政府", year=2023, missing=gk.Missing.zero)
    text = gk.render(report, gk.RenderFormat.html)
    menu = "".join(f'<li><a href="/col/{n}/index.html" title="政务公开">政务公开</a></li>\n' for n in range((SIZE - len(text.encode())) // 75))
    return text.replace("<body>", f"<body><ul>{menu}</ul>", 1)


def with_pandas(text: str) -> int:
    """T3.BAL, T3.SUM, T3.COL, T4.TOT. The places of rows and columns are those of this page: nothing is recognised."""
    tables = pd.read_html(io.StringIO(text))
    requests = next(table for table in tables if table.shape[0] > 20).iloc[:, -7:]
    numbers = requests.apply(pd.to_numeric, errors="coerce").dropna().astype(int).reset_index(drop=True)
    new, carried_in, *outcomes, total, carried_out = (numbers.loc[i] for i in range(len(numbers)))
    wrong = int(((new + carried_in) != (total + carried_out)).sum()) + int((sum(outcomes) != total).sum())
    wrong += int((numbers.iloc[:, :-1].sum(axis=1) != numbers.iloc[:, -1]).sum())
    remedies = pd.to_numeric(tables[-1].iloc[-1], errors="coerce").to_numpy()
    return wrong + sum(int(remedies[i : i + 4].sum() != remedies[i + 4]) for i in (0, 5, 10))


def with_us(text: str) -> int:
    findings = gk.read(text.encode()).check()
    return sum(finding.code.startswith(("T3.", "T4.")) for finding in findings)


def seconds(question: Callable[[str], int], pages: list[str]) -> float:
    start = time.perf_counter()
    assert sum(question(text) for text in pages) == 0
    return time.perf_counter() - start


def main(program: str) -> None:
    done = subprocess.run([program, "--benchmark_format=json"], check=True, capture_output=True, text=True)
    times = {each["name"]: each["cpu_time"] for each in json.loads(done.stdout)["benchmarks"] if "error_message" not in each}
    for which in ("generated", "published"):
        if f"read_and_check/{which}" in times:
            ours, parse = times[f"read_and_check/{which}"], times[f"bare_parse/{which}"]
            print(f"{which}: read and check {ours:.1f} ms, libxml2's bare parse {parse:.1f} ms: {ours / parse:.2f} times as long")
    pages = [page(seed) for seed in range(PAGES)]
    ours, theirs = seconds(with_us, pages), seconds(with_pandas, pages)
    print(f"{PAGES} pages from Python: ours {1000 * ours / PAGES:.2f} ms a page, pandas.read_html and the sums {1000 * theirs / PAGES:.2f} ms: {theirs / ours:.1f} times as long")


if __name__ == "__main__":
    main(sys.argv[1])
