# SPDX-License-Identifier: Apache-2.0
"""Two reports side by side: rows in words, pages, the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import gongkai as gk
from gongkai.comparing import compared, to_html, to_markdown
from gongkai.documents import write_docx

FORM = gk.Form.builtin("cn-format-2021")


def town(year: int, granted: int, name: str = "甲镇人民政府") -> gk.AnnualReport:
    counts = {"requests.new_received.natural_person": granted, "requests.granted.natural_person": granted}
    return gk.fill(FORM, counts, organisation=name, year=year, missing=gk.Missing.zero)


def test_rows_have_the_labels_of_the_form_and_both_differences() -> None:
    rows = {row.difference.path: row for row in compared(town(2022, 4), town(2023, 5))}
    row = rows["requests.granted.natural_person"]
    assert row.label == "（一）予以公开 · 自然人"
    assert (row.a, row.b, row.absolute, row.relative) == ("4", "5", "+1", "25.00%")
    assert set(rows) == {
        f"requests.{line}.{column}" for line in ("new_received", "granted", "handled_total") for column in ("natural_person", "total")
    }
    whole = compared(town(2022, 4), town(2023, 5), all_cells=True)
    assert len(whole) == 200 and sum(not each.difference.is_same for each in whole) == len(rows)
    assert not compared(town(2022, 4), town(2022, 4))
    from_nothing = {row.difference.path: row for row in compared(town(2022, 0), town(2023, 5))}
    assert from_nothing["requests.granted.total"].relative == "" and from_nothing["requests.granted.total"].absolute == "+5"
    empty = gk.fill(FORM, {}, organisation="乙镇", year=2023)
    assert {row.a for row in compared(empty, town(2023, 5))} == {""}  # blank is not zero


def test_pages_escape_what_reports_say() -> None:
    hostile = town(2023, 5, "<script>|甲镇")
    page = to_html(town(2022, 4), hostile)
    assert "<script>" not in page and "&lt;script&gt;" in page and page.count("<tr>") == page.count("</tr>")
    assert "\\|甲镇" in to_markdown(town(2022, 4), hostile)


def test_the_command(tmp_path: Path) -> None:
    write_docx(town(2022, 4), tmp_path / "a.docx")
    (tmp_path / "b.json").write_text(gk.to_json(town(2023, 5)), encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "gongkai", "compare", *arguments], capture_output=True, text=True, check=False)

    files = (str(tmp_path / "a.docx"), str(tmp_path / "b.json"))
    shown = run(*files)
    assert shown.returncode == 0 and "25.00" in shown.stdout and "6 cells" in shown.stdout
    value = json.loads(run(*files, "--json").stdout)
    assert value["a"]["year"] == 2022 and len(value["cells"]) == 6
    assert value["cells"][0]["relative_percent"] == "25.00"
    assert run(*files, "-o", str(tmp_path / "d.html")).returncode == 0
    assert "+1" in (tmp_path / "d.html").read_text(encoding="utf-8")
    assert run(*files, "-o", str(tmp_path / "d.pdf")).returncode == 2
    assert run(files[0], str(tmp_path / "none.html")).returncode == 2
