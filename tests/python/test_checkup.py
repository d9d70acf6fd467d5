# SPDX-License-Identifier: Apache-2.0
"""Many bodies at once: mixed files, pairs of years, copies, a roster, notices, and what is solved the next time."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

import gongkai as gk
from gongkai.checkups import read_roster
from gongkai.checkups.changes import compare_runs, read_state, to_state
from gongkai.checkups.notice import default_template
from gongkai.documents import write_docx, write_xlsx

FORM = gk.Form.builtin("cn-format-2021")


def filled(name: str, year: int, granted: int, *, carried_in: int = 0, total: int | None = None) -> gk.AnnualReport:
    counts = {
        "requests.new_received.natural_person": granted,
        "requests.carried_in.natural_person": carried_in,
        "requests.granted.natural_person": granted,
        "requests.carried_out.natural_person": carried_in,
    }
    if total is not None:
        counts["requests.handled_total.natural_person"] = total
    return gk.fill(FORM, counts, organisation=name, year=year, missing=gk.Missing.zero)


def county(folder: Path) -> Path:
    """A town in Word with a wrong sum, one in Excel, one in HTML with two years, one as text twice, and what is no report."""
    (folder / "下属").mkdir(parents=True)
    write_docx(filled("甲镇人民政府", 2023, 5, total=6), folder / "甲镇.docx")
    write_xlsx(filled("乙镇人民政府", 2023, 3), folder / "下属" / "乙镇.xlsx")
    for year, carried in ((2022, 2), (2023, 7)):
        page = gk.render(filled("丙镇人民政府", year, 4, carried_in=carried), gk.RenderFormat.html)
        (folder / f"丙镇{year}.html").write_text(page, encoding="utf-8")
    for name in ("丁镇.txt", "丁镇（终稿）.txt"):
        text = gk.render(filled("丁镇人民政府", 2023, 9), gk.RenderFormat.text)
        (folder / name).write_bytes(text.encode("gb18030"))
    (folder / "登录.html").write_text("<html><body><form>用户名 密码</form></body></html>", encoding="utf-8")
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "坏.docx").write_bytes(b"PK\x03\x04" + bytes(50))
    (folder / "扫描.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "空.txt").write_bytes(b"")
    (folder / "深.html").write_bytes("<div>".encode() * 100_000)
    (folder / "断.html").write_bytes("<html><body><table><tr><td".encode())
    (folder / "~$甲镇.docx").write_bytes(b"lock")
    (folder / "data.json").write_text("{}", encoding="utf-8")
    return folder


def test_a_mixed_folder_is_read_checked_paired_and_added_up(tmp_path: Path) -> None:
    folder = county(tmp_path / "county")
    roster = read_roster("名称,类别,发布日期\n甲镇人民政府,镇,2024-01-20\n乙镇人民政府,镇,2024年2月9日\n戊镇人民政府,镇,\n".encode("gb18030"))
    done = gk.checkup(folder, recursive=True, roster=roster)
    assert done.year == 2023 and len(done.units) == 6 and done.missing == ["戊镇人民政府"]
    assert len(done.unread) == 7 and all(one.message for one in done.unread)
    codes = {unit: {problem.finding.code for problem in done.of(unit)} for unit in {problem.unit for problem in done.problems}}
    assert "T3.SUM" in codes["甲镇人民政府"]
    assert "XY.CARRY" in codes["丙镇人民政府"]  # two carried out in 2022, seven carried in in 2023
    assert "N.DUPLICATE" in codes["丁镇人民政府"]
    assert any(code.startswith("D.") for code in codes["乙镇人民政府"])  # nine days late
    assert "D.ABSENT" in codes["戊镇人民政府"]
    severities = [problem.finding.severity.name for problem in done.problems]
    assert severities == sorted(severities, key=["error", "warning", "note"].index) and len(set(severities)) > 1
    # One report a body: 5 + 3 + 4 + 9.
    total = done.totals["cn-format-2021"]
    assert total.report("x").cell("requests.granted.total").value == gk.Decimal(21) and len(total) == 4
    assert repr(done).startswith("<Checkup 2023: 6 reports, 7 not read, 1 missing")
    assert "甲镇人民政府" in done._repr_html_()


def test_the_folder_of_results_and_the_next_run(tmp_path: Path) -> None:
    folder, out = county(tmp_path / "county"), tmp_path / "out"
    done = gk.checkup(folder, recursive=True)
    written = done.write(out)
    assert {"findings.json", "问题清单.html", "问题清单.xlsx"} <= set(written.files) and written.changes is None
    sheet = openpyxl.load_workbook(out / "问题清单.xlsx")["问题清单"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:5] == ("程度", "单位", "年度", "规则", "问题") and len(rows) == 1 + len(done.problems)
    assert rows[1][0] == "错误"
    notice = docx.Document(str(out / "通知书" / "甲镇人民政府.docx"))
    words = "\n".join(paragraph.text for paragraph in notice.paragraphs)
    assert "甲镇人民政府：" in words and "T3.SUM" in words and "{{" not in words
    assert not (out / "通知书" / "登录.docx").exists()
    total = gk.read(out / "汇总-cn-format-2021.xlsx")
    assert total.cell("requests.granted.total").value == gk.Decimal(21)
    state = read_state((out / "findings.json").read_bytes(), "findings.json")
    assert len(state) == len(done.problems) and not compare_runs(state, done).new

    # The town corrects its sum, and makes another mistake.
    corrected = filled("甲镇人民政府", 2023, 5)
    write_docx(corrected, folder / "甲镇.docx")
    again = gk.checkup(folder, recursive=True)
    changes = compare_runs(state, again)
    assert {known.code for known in changes.solved} == {"T3.SUM", "T3.BAL"} and not changes.new
    again.write(out)
    book = openpyxl.load_workbook(out / "问题清单.xlsx")
    assert {row[2] for row in book["已整改"].iter_rows(min_row=2, values_only=True)} == {"T3.SUM", "T3.BAL"}
    assert not json.loads(to_state(again)) == json.loads(to_state(done))
    (out / "findings.json").write_text("{}", encoding="utf-8")
    with pytest.raises(gk.ParseError) as caught:
        again.write(out)
    assert caught.value.code == 206


def test_ones_own_notice_keeps_its_looks(tmp_path: Path) -> None:
    paper = docx.Document()
    cut = paper.add_paragraph()
    for piece in ("致：{{un", "it}}", "（{{count}}项）"):
        cut.add_run(piece).bold = True
    paper.add_table(1, 1).rows[0].cells[0].text = "{{date}}"
    paper.add_paragraph("问题{{problems}}", style="List Bullet")
    template = io.BytesIO()
    paper.save(template)
    done = gk.checkup(county(tmp_path / "county"), recursive=True)
    done.write(tmp_path / "out", template=template.getvalue())
    made = docx.Document(str(tmp_path / "out" / "通知书" / "甲镇人民政府.docx"))
    assert made.paragraphs[0].text.startswith("致：甲镇人民政府（") and made.paragraphs[0].runs[0].bold
    listed = [paragraph for paragraph in made.paragraphs if paragraph.style.name == "List Bullet"]
    assert listed[0].text.startswith("问题1. （") and len(listed) == len([p for p in done.of("甲镇人民政府") if p.finding.severity is not gk.Severity.note])
    assert "{{" not in made.tables[0].rows[0].cells[0].text
    for broken in (b"no file", zip_of_nothing(), without_list()):
        with pytest.raises(gk.ParseError) as caught:
            done.write(tmp_path / "out", template=broken)
        assert caught.value.code == 221


def zip_of_nothing() -> bytes:
    out = io.BytesIO()
    zipfile.ZipFile(out, "w").close()
    return out.getvalue()


def without_list() -> bytes:
    out = io.BytesIO()
    paper = default_template()
    for paragraph in paper.paragraphs:
        if "problems" in paragraph.text:
            paragraph.text = ""
    paper.save(out)
    return out.getvalue()


def test_what_a_report_says_cannot_become_markup_or_a_formula(tmp_path: Path) -> None:
    name = '=HYPERLINK("x")<script>&镇人民政府'
    report = filled(name, 2023, 5, total=6)
    (tmp_path / "a.json").write_text(gk.to_json(report), encoding="utf-8")
    done = gk.checkup([tmp_path / "a.json"])
    assert done.problems
    done.write(tmp_path / "out")
    assert "<script>" not in (tmp_path / "out" / "问题清单.html").read_text(encoding="utf-8")
    cell = openpyxl.load_workbook(tmp_path / "out" / "问题清单.xlsx")["问题清单"]["B2"]
    assert cell.data_type == "s" and cell.value == name


def test_a_roster_that_cannot_be_read_is_refused_and_one_of_periods_needs_a_year() -> None:
    with pytest.raises(gk.ParseError) as caught:
        read_roster("名称,类别\n甲镇,星球\n".encode())
    assert "row 2" in caught.value.message
    with pytest.raises(gk.InvalidArgumentError):
        read_roster("编码,电话\n1,2\n".encode())
    tree = "id,name,from,to,kind,level,parent\nc,某县人民政府,,,county,county,\na,甲乡人民政府,,2022-06-30,town,town,c\na,甲镇人民政府,2022-07-01,,town,town,c\n"
    with pytest.raises(gk.InvalidArgumentError):
        read_roster(tree.encode())
    roster = read_roster(tree.encode(), year=2023)
    assert [body.name for body in roster.bodies] == ["甲镇人民政府"] and roster.kinds == {"甲镇人民政府": "town"}
    assert roster.find("甲乡人民政府") is not None and roster.find("某县人民政府") is None


def test_the_command(tmp_path: Path) -> None:
    folder, out = county(tmp_path / "county"), tmp_path / "out"
    roster = tmp_path / "roster.csv"
    roster.write_text("名称\n戊镇人民政府\n", encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "gongkai", *arguments], capture_output=True, text=True, check=False)

    first = run("check", str(folder), "--recursive", "-o", str(out), "--roster", str(roster))
    assert first.returncode == 2 and first.stderr.count("(error ") == 7  # seven files that are no reports
    assert "戊镇人民政府" in first.stdout and (out / "findings.json").exists()
    second = run("check", str(folder), "--recursive", "-o", str(out), "--roster", str(roster))
    assert "0 solved, 0 new" in " ".join(second.stdout.split())
    for file in list(folder.iterdir()):
        if file.suffix in {".html", ".doc", ".pdf"} and "丙镇" not in file.name or file.name in {"坏.docx", "空.txt"}:
            file.unlink()
    assert run("check", str(folder), "-r", "-o", str(out)).returncode == 1
    as_json = run("check", str(folder / "下属"), "-o", str(tmp_path / "fine"), "--json")
    assert as_json.returncode == 0 and json.loads(as_json.stdout)["schema"] == 1
    assert run("check", str(folder), "--roster", str(roster)).returncode == 2
    assert run("check", str(folder), "-o", str(out), "--template", str(roster)).returncode == 2


def test_figures_of_the_running_text_are_added_up_too(tmp_path: Path) -> None:
    for town, total in (("甲镇", 121), ("乙镇", 79)):
        text = f"{town}人民政府2013年政府信息公开工作年度报告\n一、概述\n二、主动公开情况\n2013年，本镇主动公开政府信息{total}条。\n三、依申请公开情况\n未收到申请。\n四、行政复议\n无。\n"
        (tmp_path / f"{town}.txt").write_text(text, encoding="utf-8")
    done = gk.checkup(tmp_path)
    total = done.totals["cn-narrative-2008"]
    assert total.report("某县").figure("proactive_total").value == gk.Decimal(200)
    assert {part.body: str(part.cell.value) for part in total.trace("narrative.proactive_total")} == {"甲镇人民政府": "121", "乙镇人民政府": "79"}
    done.write(tmp_path / "out")
    assert "200" in (tmp_path / "out" / "汇总-cn-narrative-2008.html").read_text(encoding="utf-8")
