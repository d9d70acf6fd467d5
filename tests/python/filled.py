# SPDX-License-Identifier: Apache-2.0
"""Reports filled with random figures, for tests of what is written and read back."""

from __future__ import annotations

import random
from typing import Any

import gongkai as gk

CHINESE_FORMS = ["cn-narrative-2008", "cn-statistics-2014", "cn-trial-2019", "cn-format-2021"]
YEARS = {"cn-narrative-2008": 2012, "cn-statistics-2014": 2016, "cn-trial-2019": 2020, "cn-format-2021": 2024}


def random_report(form_id: str, seed: int, organisation: str = "柳溪县人民政府") -> gk.AnnualReport:
    """Every cell a number or, one in ten of those that no balance needs, blank; sums as they should be."""
    source = random.Random(f"{form_id} {seed}")
    form = gk.Form.builtin(form_id)
    counts: dict[str, Any] = {}
    for table in gk.fill(form, {}, organisation=organisation, year=YEARS[form_id]).tables:
        kinds = {column.id: column for column in table.definition.columns}
        for row, column, _ in table.cells():
            path = ".".join(part for part in (table.id, row, column) if part)
            if {row, column} & {"total", "handled_total", "carried_out", "new_received"}:
                continue
            if table.id != "requests" and source.random() < 0.1:
                continue
            if kinds[column].kind is gk.ValueKind.decimal:
                counts[path] = gk.Decimal(source.randrange(10**6), 2)
            elif kinds[column].is_signed:
                counts[path] = source.randrange(-20, 20)
            else:
                counts[path] = source.choice([0, 0, 1, 7, 40, 1234])
        if table.id == "requests":  # 一 + 二 = （七）总计 + 四
            for column in [column for column in table.columns if column != "total"]:
                rows = [row for row in table.rows if f"requests.{row}.{column}" in counts and row != "carried_in"]
                handled = sum(counts[f"requests.{row}.{column}"] for row in rows)
                left = max(counts[f"requests.carried_in.{column}"] - handled, 0) + source.choice([0, 0, 2])
                counts[f"requests.carried_out.{column}"] = left
                counts[f"requests.new_received.{column}"] = handled + left - counts[f"requests.carried_in.{column}"]
    return gk.fill(form, counts, organisation=organisation, year=YEARS[form_id])


def figures(report: gk.AnnualReport) -> dict[str, tuple[str, str]]:
    """Path to kind and number of every cell of the tables; a figure that is not stated is as one that is blank."""
    out = {}
    for table in report.tables:
        for row, column, cell in table.cells():
            if cell.kind not in (gk.CellKind.absent, gk.CellKind.blank):
                path = ".".join(part for part in (table.id, row, column) if part)
                out[path] = (cell.kind.name, str(cell.value))
    for slot, cell in report.narrative.items():
        out[f"narrative.{slot}"] = (cell.kind.name, str(cell.value))
    return out
