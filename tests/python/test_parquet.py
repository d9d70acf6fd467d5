# SPDX-License-Identifier: Apache-2.0
"""Many reports in one Parquet file, read back by polars and pyarrow."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import polars
import pyarrow.parquet
import pytest
from filled import CHINESE_FORMS, random_report

import gongkai as gk


def test_a_wide_file_has_a_line_a_report_and_a_column_a_cell(tmp_path: Path) -> None:
    reports = [random_report("cn-format-2021", seed, f"第{seed}镇人民政府") for seed in range(20)]
    gk.write_parquet(reports, tmp_path / "towns.parquet")
    frame = polars.read_parquet(tmp_path / "towns.parquet")
    assert frame.height == 20
    assert frame["organisation"].to_list() == [report.organisation for report in reports]
    assert frame["form"].unique().to_list() == ["cn-format-2021"] and frame["year"].unique().to_list() == [2024]
    blanks = 0
    for line, report in zip(frame.iter_rows(named=True), reports):
        for path in frame.columns[3:]:
            cell = report.cell(path)
            if cell.kind is gk.CellKind.number:
                assert line[path] == float(str(cell.value)), path
            else:
                assert line[path] is None, path
                blanks += 1
    assert blanks > 0 and len(frame.columns) == 203


def test_forms_of_all_years_meet_in_one_file() -> None:
    out = io.BytesIO()
    reports = [random_report(form, 1) for form in CHINESE_FORMS]
    gk.write_parquet(reports, out)
    table = pyarrow.parquet.read_table(io.BytesIO(out.getvalue()))
    assert table.column("form").to_pylist() == CHINESE_FORMS
    # A cell that only one form has is null in the others, and the cells of both tabular forms share a column.
    assert table.column("requests.granted.natural_person").null_count == 2


def test_a_long_file_says_what_stands_in_each_cell() -> None:
    out = io.BytesIO()
    report = gk.fill(gk.Form.builtin("cn-format-2021"), {"requests.granted.natural_person": 3}, organisation="甲", year=2023)
    gk.write_parquet(report, out, layout="long")
    table = pyarrow.parquet.read_table(io.BytesIO(out.getvalue()))
    single = report.to_arrow()
    assert table.select(single.column_names).equals(single)
    assert table.column_names[:3] == ["organisation", "year", "form"]
    assert set(table.column("organisation").to_pylist()) == {"甲"} and "blank" in table.column("kind").to_pylist()


def test_no_reports_are_a_file_without_lines() -> None:
    out = io.BytesIO()
    gk.write_parquet([], out)
    table = pyarrow.parquet.read_table(io.BytesIO(out.getvalue()))
    assert table.num_rows == 0 and table.column_names == ["organisation", "year", "form"]


def test_another_layout_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(gk.InvalidArgumentError, match="neither 'wide' nor 'long'"):
        gk.write_parquet([], tmp_path / "x.parquet", layout="tall")
    assert not (tmp_path / "x.parquet").exists()


def test_nothing_of_arrow_is_imported_before_a_file_is_written() -> None:
    code = "import sys, gongkai; gongkai.write_parquet; assert 'pyarrow' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
