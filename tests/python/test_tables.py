# SPDX-License-Identifier: Apache-2.0
"""Forms filled, added up, compared and opened as data frames from Python."""

from __future__ import annotations

import json
import math
import pickle
from datetime import date
from pathlib import Path

import pytest

import gongkai as gk
from gongkai import cli

FORM = gk.Form.builtin("cn-format-2021")


def town(name: str, granted: int, *, year: int = 2023, missing: gk.Missing = gk.Missing.zero) -> gk.AnnualReport:
    counts = {"requests.new_received.natural_person": granted, "requests.granted.natural_person": granted}
    return gk.fill(FORM, counts, organisation=name, year=year, missing=missing)


def test_reports_are_added_up_and_each_figure_can_be_traced() -> None:
    county = gk.Rollup(FORM)
    for name, granted in (("甲镇", 2), ("乙镇", 3)):
        county.add(town(name, granted))
    county.add(town("乙镇", 4))
    assert len(county) == 2 and county.bodies == ["乙镇", "甲镇"]
    assert [finding.code for finding in county.findings()] == ["N.DUPLICATE"]
    traced = {part.body: str(part.cell.value) for part in county.trace("requests.granted.total")}
    assert traced["甲镇"] == "2"
    total = county.report("某县").cell("requests.granted.total")
    assert total.value == gk.Decimal(2 + int(traced["乙镇"]))
    assert county.coverage("requests.granted.total").numbers == 2
    assert county.missing(["甲镇", "丙镇"]) == ["丙镇"]
    with pytest.raises(gk.InvalidArgumentError):
        county.add(town("丁镇", 1, year=2022))


def test_a_tree_of_bodies_gives_the_totals_of_each_government() -> None:
    tree = gk.AgencyTree.parse(
        "id,name,kind,level,parent\nc,某县人民政府,county,county,\na,甲镇,town,town,c\nb,乙镇,town,town,c\n".encode()
    )
    assert tree.children("c", date(2023, 12, 31)) == ["a", "b"]
    merged = gk.merge_tree(tree, [town("甲镇", 2), town("某县人民政府", 1)], FORM, 2023)
    (total,) = merged.totals
    assert total.missing == ["乙镇"]
    assert {finding.code for finding in total.findings} == {"AGG.SUM"}
    with pytest.raises(gk.ParseError) as caught:
        gk.AgencyTree.parse(b"id,name\n")
    assert caught.value.code == 231


def test_two_years_are_checked_and_compared() -> None:
    first, second = town("甲镇", 2, year=2022), town("甲镇", 2)
    assert [finding.code for finding in second.check(first)] == ["O.TABLES"]
    assert [finding.severity for finding in gk.check(second, first, severities={"O.TABLES": gk.Severity.note})] == [
        gk.Severity.note
    ]
    with pytest.raises(gk.InvalidArgumentError):
        gk.check(first, second)
    changed = [cell for cell in gk.compare(first, town("甲镇", 3)) if not cell.is_same]
    assert {cell.path for cell in changed} >= {"requests.granted.total"}
    assert all(cell.absolute == gk.Decimal(1) for cell in changed)
    assert str(changed[0].relative) == "50.00"


def test_a_report_goes_through_json_and_pickle() -> None:
    report = town("甲镇", 2)
    again = gk.from_json(gk.to_json(report, [], "a.html").encode())
    assert again.file == "a.html" and again.report == report
    assert pickle.loads(pickle.dumps(report)) == report
    with pytest.raises(gk.ParseError) as caught:
        gk.from_json(b'{"schema": 1, "file": "", "findings": [], "stile": ""}')
    assert caught.value.pointer == "/stile"


def test_tables_become_data_frames_in_which_blank_is_not_zero() -> None:
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    report = town("甲镇", 2, missing=gk.Missing.blank)
    requests = report.table("requests")
    assert requests is not None
    long = requests.to_pandas()
    assert list(long.columns) == ["table", "row", "column", "kind", "value", "printed"]
    assert len(long) == 175
    wide = requests.to_pandas("wide").set_index("row")
    assert wide.loc["granted", "natural_person"] == 2
    assert math.isnan(wide.loc["granted", "total"])
    assert isinstance(long, pandas.DataFrame)
    frame = requests.to_polars("wide")
    assert isinstance(frame, polars.DataFrame)
    assert frame.filter(polars.col("row") == "granted")["total"].to_list() == [None]
    assert report.to_arrow().num_rows == 200
    with pytest.raises(gk.InvalidArgumentError):
        report.to_pandas("wide")
    with pytest.raises(gk.InvalidArgumentError):
        requests.to_pandas("square")


def write(path: Path, report: gk.AnnualReport) -> str:
    path.write_text(gk.to_json(report, []), encoding="utf-8")
    return str(path)


def test_the_command_line_checks_stored_reports_against_the_year_before(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = write(tmp_path / "2022.json", gk.fill(FORM, {"requests.carried_out.total": 3}, year=2022))
    now = write(tmp_path / "2023.json", gk.fill(FORM, {"requests.carried_in.total": 2}, year=2023))
    assert cli.main(["check", now]) == 0
    capfd.readouterr()
    assert cli.main(["check", now, "--previous", before, "--json"]) == 1
    (finding,) = json.loads(capfd.readouterr().out)["findings"]
    assert (finding["code"], finding["left"], finding["right"]) == ("XY.CARRY", 3, 2)
    assert cli.main(["check", now, "--level", "village"]) == 2


def test_the_command_line_adds_reports_up(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = [write(tmp_path / f"{name}.json", town(name, granted)) for name, granted in (("甲镇", 2), ("乙镇", 3))]
    out = tmp_path / "out.json"
    assert cli.main(["rollup", *files, "--name", "某县", "-o", str(out)]) == 0
    assert "某县: 2 reports" in capfd.readouterr().err
    stored = gk.read(out)
    assert stored.organisation == "某县"
    assert stored.cell("requests.granted.total").value == gk.Decimal(5)
    page = tmp_path / "out.html"
    tree = tmp_path / "tree.csv"
    tree.write_text("编号,名称,类别,层级,上级\nc,某县,county,county,\na,甲镇,town,town,c\nb,乙镇,town,town,c\nd,丙镇,town,town,c\n")
    assert cli.main(["rollup", *files, "--tree", str(tree), "-o", str(page)]) == 0
    assert "missing: 丙镇" in capfd.readouterr().err
    assert "某县" in page.read_text(encoding="utf-8")
    old = write(tmp_path / "old.json", town("甲镇", 1, year=2022))
    assert cli.main(["rollup", files[0], old, "-o", str(out)]) == 2
