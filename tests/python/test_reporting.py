# SPDX-License-Identifier: Apache-2.0
"""gongkai report: an office's own registers in, the annual report with its checks and rows out."""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Optional

import openpyxl
import pytest

import gongkai as gk
from gongkai.cli import main

HEADING = "编号,申请人,申请人类型,申请方式,收到日期,申请内容,答复日期,办理结果"
TOWN = "某镇人民政府"


def put(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def told(folder: Path, *rows: str, year: int = 2024, heading: str = HEADING, **options: Any) -> gk.OfficeReport:
    path = put(folder, "登记簿.csv", "\n".join([heading, *rows]) + "\n")
    return gk.report(path, agency=TOWN, year=year, **options)


def number(report: gk.OfficeReport, path: str) -> Optional[int]:
    cell = report.report.cell(path)
    return int(str(cell.value)) if cell.is_number else None


# ---- the town that it began with


def town(folder: Path) -> Path:
    """121 items, as its officer would list them: one on duties, 120 on what goes on; complaints from another office."""
    book = openpyxl.Workbook()
    items = book.active
    items.title = "主动公开"
    items.append(["索引号", "标题", "信息类别", "文种", "成文日期", "公开日期", "公开渠道", "全文电子化"])
    for n in range(121):
        formed = date(2013, 1, 7) + timedelta(days=n * 331 // 121)
        title, kind = ("不老屯镇人民政府行政职责", "行政职责类") if n == 0 else (f"工作动态第{n}期", "业务动态")
        items.append([None, title, kind, "动态", formed, formed + timedelta(days=14), "网站", "是"])
    requests = book.create_sheet("依申请公开")
    requests.append(HEADING.split(","))
    figures = book.create_sheet("其他数据")
    figures.append(["项目", "数值", "来源文件"])
    figures.append(["申诉", 0, "镇信访办统计"])
    path = folder / "不老屯镇2013.xlsx"
    book.save(path)
    return path


def test_the_town_of_2013_from_its_registers_cell_by_cell(tmp_path: Path, reports: Path) -> None:
    published = reports / "2013-bulaotun.txt"
    report = gk.report(town(tmp_path), agency="不老屯镇人民政府", year=2013, form=gk.Form.builtin("cn-narrative-2008"), published=published)
    assert report.problems == [] and report.findings == [] and report.is_fine
    # Of these the published text says nothing.
    assert {one.path: one.contradicts for one in report.differences} == dict.fromkeys(
        ("narrative.requests_answered", "narrative.litigations", "narrative.inquiries"), False
    )
    theirs = gk.read(published)
    assert len(theirs.narrative) > 5
    for slot, cell in theirs.narrative.items():
        assert report.report.figure(slot).value == cell.value, slot
    assert [(one.label, str(one.count.value), str(one.percent.value)) for one in report.report.classes] == [
        ("机构职能类", "0", "0"),
        ("法规文件类", "0", "0"),
        ("规划计划类", "0", "0"),
        ("行政职责类", "1", "0.83"),
        ("业务动态类", "120", "99.17"),
    ]
    (duties,) = report.rows("narrative.classes.行政职责类.count")
    assert [str(place) for place in duties.rows] == ["不老屯镇2013.xlsx, sheet 主动公开, row 2"]


def test_a_published_figure_that_differs_comes_with_its_rows(tmp_path: Path, reports: Path) -> None:
    text = (reports / "2013-bulaotun.txt").read_text(encoding="utf-8").replace("121条", "122条").replace("120条", "121条")
    published = put(tmp_path, "published.txt", text)
    report = gk.report(town(tmp_path), agency="不老屯镇人民政府", year=2013, form=gk.Form.builtin("cn-narrative-2008"), published=published)
    wrong = {one.path: one for one in report.differences if one.contradicts}
    assert set(wrong) == {"narrative.proactive_total", "narrative.classes.业务动态类.count"}
    assert len(report.rows("narrative.classes.业务动态类.count")) == 120
    assert not report.is_fine
    page = report.to_html()
    assert "与已公开报告不一致" in page and "等120行" in page


# ---- registers as offices keep them


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_register_in_any_encoding_and_any_way_of_writing_a_day(tmp_path: Path, encoding: str) -> None:
    path = put(tmp_path, "登记簿.csv", "\n".join([
        "某镇依申请公开登记簿,,,,,,,", "", HEADING,
        "1,张三,自然人,网上申请,2023/12/20,决算,2024/1/9,予以公开",
        "２, 李四 ,法人或其他组织—商业企业,当面,2024.3.4,名单,2024年3月25日,（三）不予公开-1.属于国家秘密", ",,,,,,,",
        "3,王五,公民,挂号信,２０２４-12-30,合同,,办理中", "4,赵六,律所,电子邮件,2024年6月5日,,2024-06-20, 重复申请 ",
        "合计,,,,,,,"]), encoding)  # fmt: skip
    report = gk.report(path, agency=TOWN, year=2024)
    assert report.problems == []
    assert number(report, "requests.carried_in.natural_person") == 1
    assert number(report, "requests.new_received.total") == 3
    assert number(report, "requests.granted.natural_person") == 1
    assert number(report, "requests.denied_state_secret.commercial_enterprise") == 1
    assert number(report, "requests.not_processed_repeat.legal_service_org") == 1
    assert number(report, "requests.carried_out.natural_person") == 1
    assert [finding for finding in report.findings if finding.severity is gk.Severity.error] == []
    (secret,) = report.rows("requests.denied_state_secret.commercial_enterprise")
    assert secret.source.fact == "2" and [place.row for place in secret.rows] == [5]


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ("予以公开", "granted"), ("（一）予以公开", "granted"), ("一、予以公开", "granted"), ("granted", "granted"),
        ("部分公开（区分处理的，只计这一情形，不计其他情形）", "partially_granted"), ("1.属于国家秘密", "denied_state_secret"),
        ("不予公开：6.属于四类过程性信息", "denied_process"), ("（三）不予公开/4.保护第三方合法权益", "denied_third_party"),
        ("不予公开（个人隐私）", "denied_third_party"), ("无法提供—信息不存在", "unable_not_held"),
        ("（四）无法提供 ２．没有现成信息需要另行制作", "unable_needs_creation"), ("五、不予处理 1、信访举报投诉类申请", "not_processed_petition"),
        ("（六）其他处理－３．其他", "other_misc"), ("其他", "other_misc"), ("危及“三安全一稳定”", "denied_security_stability"),
    ],
)  # fmt: skip
def test_outcomes_with_or_without_number_and_group(tmp_path: Path, outcome: str, code: str) -> None:
    report = told(tmp_path, f"1,张三,自然人,当面,2024-03-04,x,2024-03-25,{outcome}")
    assert report.problems == [] and number(report, f"requests.{code}.natural_person") == 1


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        ("予以公开；不予公开-4.保护第三方合法权益", "partially_granted"), ("信息不存在、6.属于四类过程性信息", "denied_process"),
        ("（一）予以公开\n（四）无法提供 1.本机关不掌握相关政府信息", "partially_granted"), ("重复申请/信访举报投诉类申请", "not_processed_petition"),
    ],
)  # fmt: skip
def test_several_outcomes_of_one_reply_are_one(tmp_path: Path, outcome: str, code: str) -> None:
    """R2019 art. 37; the order of the form."""
    report = told(tmp_path, f'1,张三,自然人,当面,2024-03-04,x,2024-03-25,"{outcome}"')
    assert report.problems == [] and number(report, f"requests.{code}.natural_person") == 1
    assert number(report, "requests.carried_out.total") == 0 and report.findings == []


@pytest.mark.parametrize(
    ("outcome", "detail", "code"),
    [("不予公开", "属于国家秘密", "denied_state_secret"), ("（三）不予公开", "6.属于四类过程性信息", "denied_process"),
     ("无法提供", "信息不存在", "unable_not_held"), ("其他处理", "3.其他", "other_misc"), ("不予公开", "信息不存在", ""), ("不予公开", "", "")],
)  # fmt: skip
def test_a_heading_and_its_line_in_two_columns(tmp_path: Path, outcome: str, detail: str, code: str) -> None:
    report = told(tmp_path, f"1,张三,自然人,当面,2024-03-04,x,2024-03-25,{outcome},{detail}", heading=HEADING + ",具体情形")
    if code:
        assert report.problems == [] and number(report, f"requests.{code}.natural_person") == 1
    else:
        assert [(each.problem.field, each.problem.value) for each in report.problems] == [("outcome", outcome)]


def test_a_granted_part_and_one_not_held_is_an_open_question(tmp_path: Path) -> None:
    row = "1,张三,自然人,当面,2024-03-04,x,2024-03-25,予以公开；信息不存在"
    clock = gk.Clock.builtin("cn").with_options({"granted_and_not_held": "granted"})
    assert number(told(tmp_path, row, clock=clock), "requests.granted.natural_person") == 1


def test_the_form_of_2019_has_one_row_for_all_other_ends(tmp_path: Path) -> None:
    report = told(tmp_path, "1,张三,自然人,当面,2020-03-04,x,2020-03-25,其他处理", year=2020)
    assert report.report.style == "cn-trial-2019" and report.problems == []
    assert number(report, "requests.other_handling.natural_person") == 1
    later = told(tmp_path, "1,张三,自然人,当面,2024-03-04,x,2024-03-25,其他处理")
    assert [each.problem.field for each in later.problems] == ["outcome"]


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ("4,赵六,自然人,网上,2024-05-05,,2024-05-20,不予公开", "outcome", "不予公开"),
        ("4,赵六,自然人,网上,2024-05-05,,2024-05-20,不予公开-信息不存在", "outcome", "不予公开-信息不存在"),
        ("4,赵六,法人,网上,2024-05-05,,2024-05-20,予以公开", "applicant_type", "法人"),
        ("5,钱七,自然人,网上,2024-05-05,,2024-13-20,予以公开", "replied", "2024-13-20"),
        ("5,钱七,自然人,网上,5月5日,,2024-06-20,予以公开", "received", "5月5日"),
        ("6,孙八,自然人,网上,2024-06-05,,2024-05-20,予以公开", "replied", "2024-05-20"),
        ("7,孙八,自然人,网上,2024-06-05,,2024-06-20,", "outcome", ""),
        ("7,孙八,自然人,网上,2024-06-05,,,予以公开", "replied", ""),
        (",孙八,自然人,网上,2024-06-05,,2024-06-20,予以公开", "id", ""),
        ("1,孙八,自然人,网上,2024-06-05,,2024-06-20,予以公开", "id", "1"),
        ("8,孙八,自然人,心电感应,2024-06-05,,2024-06-20,予以公开", "channel", "心电感应"),
        ("8,孙八,自然人,网上,,,2024-06-20,予以公开", "received", ""),
        ("8,孙八,自然人,邮件,2024-06-05,,2024-06-20,予以公开", "channel", "邮件"),
        ("8,孙八,自然人,网上,2024-06-05,,2024-06-20,告知通过其他途径办理", "outcome", "告知通过其他途径办理"),
    ],
)
def test_a_bad_row_is_told_and_the_others_count(tmp_path: Path, row: str, field: str, value: str) -> None:
    report = told(tmp_path, "1,张三,自然人,当面,2024-03-04,x,2024-03-25,予以公开", row)
    (problem,) = report.problems
    assert (problem.problem.row, problem.problem.field, problem.problem.value) == (3, field, value)
    assert problem.problem.rule and problem.problem.rule_zh and "row 3" in str(problem)
    assert number(report, "requests.new_received.total") == 1 and not report.is_fine


def test_a_workbook_as_offices_make_them(tmp_path: Path) -> None:
    """A title, a heading of two rows, one reply merged over two requests, serial numbers that begin anew on each sheet."""
    book = openpyxl.Workbook()
    for year in (2023, 2024):
        sheet = book.create_sheet(f"{year}年")
        sheet.append([f"某局{year}年依申请公开登记表"])
        sheet.append(["序号", "申请人情况", "", "申请时间", "答复情况", "", ""])
        sheet.append(["", "申请人", "类型", "", "答复时间", "答复类型", "答复文号"])
        sheet.append([1, "张三", "自然人", datetime(year, 3, 4), datetime(year, 3, 20), "予以公开", "1号"])
        sheet.append([2, "张三", "自然人", datetime(year, 3, 4)])
        sheet.append([3, "李四", "商业企业", date(year, 3, 4), date(year, 3, 20), "信息不存在", "2号"])
        sheet.append(["合计", 3])
        for merged in ("A1:G1", "B2:C2", "E2:G2", "E4:E5", "F4:F5", "G4:G5"):
            sheet.merge_cells(merged)
    del book["Sheet"]
    path = tmp_path / "登记表.xlsx"
    book.save(path)
    for year in (2023, 2024):
        report = gk.report(path, agency=TOWN, year=year)
        assert report.problems == [] and report.not_used == {}
        assert number(report, "requests.new_received.total") == 3 and number(report, "requests.carried_out.total") == 0
        assert number(report, "requests.granted.natural_person") == 2
        assert {(place.sheet, place.row) for fact in report.rows("requests.granted.natural_person") for place in fact.rows} == {
            (f"{year}年", 4),
            (f"{year}年", 5),
        }


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    paths = []
    for year in (2023, 2024):
        (tmp_path / str(year)).mkdir()
        heading = HEADING.replace("编号", "序号")
        paths.append(put(tmp_path / str(year), "登记簿.csv", f"{heading}\n1,张三,自然人,当面,{year}-03-04,x,{year}-03-25,予以公开\n"))
    report = gk.report(*paths, agency=TOWN, year=2024)
    assert report.problems == [] and number(report, "requests.new_received.total") == 1
    (fact,) = report.rows("requests.granted.total")
    assert fact.rows[0].file == str(paths[1])


def test_withdrawn_lapsed_and_one_reply_for_several(tmp_path: Path) -> None:
    heading = HEADING + ",答复文号,补正告知日期,办结日期,撤回日期"
    report = told(
        tmp_path,
        "1,张三,自然人,当面,2024-03-04,x,2024-03-25,予以公开,答〔2024〕3号,,,",
        "2,张三,自然人,当面,2024-03-04,x,2024-03-25,予以公开,答〔2024〕3号,,,",
        "3,张三,自然人,当面,2024-03-04,x,,逾期不补正,,2024-03-06,2024-04-15,",
        "4,张三,自然人,当面,2024-03-04,x,,,,,,2024-03-08",
        "5,张三,自然人,当面,2024-03-04,x,2024-03-09,申请人撤回,,,,",
        heading=heading,
    )
    assert report.problems == []
    assert number(report, "requests.granted.total") == 2
    assert number(report, "requests.other_correction_overdue.total") == 1
    assert number(report, "requests.other_misc.total") == 2
    assert number(report, "requests.carried_out.total") == 0


def test_carried_over_from_year_to_year(tmp_path: Path) -> None:
    rows = [f"{n},张三,自然人,当面,{date(2019, 6, 3) + timedelta(days=9 * n)},x,{date(2019, 6, 3) + timedelta(days=9 * n + 17)},予以公开" for n in range(1, 220)]
    before: Optional[gk.OfficeReport] = None
    for year in range(2021, 2025):
        report = told(tmp_path, *rows, year=year)
        assert report.problems == [] and number(report, "requests.new_received.total")
        if before is not None:
            assert number(report, "requests.carried_in.total") == number(before, "requests.carried_out.total")
            last = put(tmp_path, "last.json", gk.to_json(before.report))
            checked = told(tmp_path, *rows, year=year, previous=last)
            assert [finding for finding in checked.findings if finding.severity is gk.Severity.error] == []
        before = report


@pytest.mark.parametrize("seed", range(4))
def test_every_cell_is_what_a_naive_recount_of_the_rows_comes_to(tmp_path: Path, seed: int) -> None:
    source = random.Random(seed)
    outcomes = {member.label.zh: member.code.token for member in gk.Rulebook.builtin("cn").taxonomy("outcome").members}
    types = {member.printed: member.code.token for member in gk.Rulebook.builtin("cn").taxonomy("applicant_type").members}
    rows, facts = [], []
    for n in range(300):
        received = date(2021, 6, 1) + timedelta(days=source.randrange(1400))
        closed = received + timedelta(days=source.randrange(45)) if source.random() < 0.95 else None
        outcome, kind = source.choice(list(outcomes)), source.choice(list(types))
        style = source.choice(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"])
        ended = f"{closed.strftime(style)},{outcome}" if closed else ","
        rows.append(f"{n},某,{kind},当面,{received.strftime(style)},x,{ended}")
        facts.append((str(n), types[kind], received, closed, outcomes[outcome]))
    for year in (2022, 2023, 2024):
        expected: Counter[str] = Counter()
        behind: dict[str, set[str]] = {}
        for id, kind, received, closed, outcome in facts:
            if received.year > year or (closed is not None and closed.year < year):
                continue
            cells = ["new_received" if received.year == year else "carried_in"]
            cells.append(outcome if closed is not None and closed.year == year else "carried_out")
            for row in cells:
                expected[f"requests.{row}.{kind}"] += 1
                expected[f"requests.{row}.total"] += 1
                behind.setdefault(f"requests.{row}.{kind}", set()).add(id)
        report = told(tmp_path, *rows, year=year)
        assert report.problems == [] and report.findings == []
        table = report.report.table("requests")
        assert table is not None
        for row, column, cell in table.cells():
            path = f"requests.{row}.{column}"
            if row not in ("handled_total", "total"):
                assert number(report, path) == expected[path], (year, path)
                if column != "total":
                    assert {fact.source.fact for fact in report.rows(path)} == behind.get(path, set())


def test_last_year_is_checked_against(tmp_path: Path) -> None:
    last = told(tmp_path, "1,张三,自然人,当面,2023-12-04,x,,", year=2023)
    assert number(last, "requests.carried_out.total") == 1
    stored = put(tmp_path, "2023.json", gk.to_json(last.report))
    report = told(tmp_path, "2,张三,自然人,当面,2024-03-04,x,2024-03-25,予以公开", previous=stored)
    assert any(f.severity is gk.Severity.error and "carried" in f.message for f in report.findings)
    opening = put(tmp_path, "期初.csv", "项目,数值,来源文件,期初结转\nrequests.carried_in.natural_person,1,2023年年报,是\n")
    register = tmp_path / "登记簿.csv"
    with_opening = gk.report(register, opening, agency=TOWN, year=2024, previous=stored)
    assert number(with_opening, "requests.carried_in.natural_person") == 1
    assert [f for f in with_opening.findings if f.severity is gk.Severity.error] == []
    (brought,) = with_opening.rows("requests.carried_in.natural_person")
    assert brought.source.opening and brought.rows[0].file == "期初.csv"


def test_remedies_in_the_row_or_in_a_register_of_their_own(tmp_path: Path) -> None:
    heading = HEADING + ",复议受理日期,复议审结日期,复议结果,起诉日期,判决日期,诉讼结果"
    report = told(
        tmp_path,
        "1,张三,自然人,当面,2024-03-04,x,2024-03-25,过程性信息,2024-04-20,2024-06-01,维持,2024-06-20,2024-11-01,驳回诉讼请求",
        "2,李四,自然人,当面,2024-03-04,x,2024-03-25,过程性信息,,,,2024-06-20,2024-11-01,驳回起诉",
        "3,李四,自然人,当面,2024-03-04,x,2024-03-25,过程性信息,2024-12-20,,尚未审结,,,",
        heading=heading,
    )
    assert report.problems == []
    assert number(report, "remedies.reconsideration.upheld") == 1
    assert number(report, "remedies.reconsideration.pending") == 1
    assert number(report, "remedies.litigation_after_reconsideration.upheld") == 1
    assert number(report, "remedies.litigation_direct.total") == 0
    own = put(tmp_path, "台账.csv", "申请编号,案号,救济类型,受理日期,审结日期,审理结果\n2,复1,行政复议,2024-05-01,2024-06-01,确认违法\n9,复2,行政复议,2024-05-01,,\n2,诉1,行政诉讼,2024-07-01,,\n")
    both = gk.report(tmp_path / "登记簿.csv", own, agency=TOWN, year=2024)
    assert number(both, "remedies.reconsideration.corrected") == 1
    assert [(each.problem.row, each.problem.field) for each in both.problems] == [(3, "request"), (4, "kind")]


def test_documents_of_chapter_two_and_declared_figures(tmp_path: Path) -> None:
    records = put(tmp_path, "公开.csv", "\n".join([
        "索引号,标题,信息类别,文种,成文日期,公开日期,公开渠道,废止日期",
        "A-1,管理办法,法规文件,规范性文件,2024-02-01,2024-02-20,网站、公示栏,",
        "A-2,旧办法,法规文件,规范性文件,2010-02-01,2010-02-20,网站,2024-05-01",
        "A-2,重号,法规文件,规范性文件,2010-02-01,2010-02-20,网站,",
        "A-3,动态,业务动态,动态,2024-02-01,2024-02-02,火星,"]))  # fmt: skip
    figures = put(tmp_path, "数据.csv", "项目,数值,来源\n行政许可,321,行政审批局\n行政事业性收费,1.25,财政局\n行政罚款,1,不知道\n")
    report = gk.report(records, figures, agency=TOWN, year=2024, rule_making=gk.RuleMaking.none)
    assert [number(report, f"proactive.normative_documents.{column}") for column in ("issued", "repealed", "in_force")] == [1, 1, 1]
    assert number(report, "proactive.administrative_licenses.decisions") == 321
    assert str(report.report.cell("proactive.administrative_fees.amount_wan_yuan").value) == "1.25"
    assert number(report, "proactive.rules.issued") == 0
    assert [(one.problem.row, one.problem.field) for one in report.problems] == [(4, "index_number"), (5, "channel")]
    assert "FCT.CELL" in {finding.code for finding in report.history}
    (declared,) = report.rows("proactive.administrative_licenses.decisions")
    assert declared.source.kind == "figure" and declared.rows[0].row == 2


def test_events_are_a_register_too_and_rows_again_change_nothing(tmp_path: Path) -> None:
    rows = ["1,张三,自然人,当面,2024-03-04,x,2024-03-25,予以公开", "2,张三,自然人,当面,2024-05-04,x,,"]
    first = told(tmp_path, *rows)
    stored = put(tmp_path, "events.jsonl", gk.to_json_lines(first.events.requests) + "{broken\n")
    again = gk.report(stored, tmp_path / "登记簿.csv", agency=TOWN, year=2024)
    assert len(again.events.requests) == len(first.events.requests)
    assert number(again, "requests.new_received.total") == 2
    assert [(one.file, one.problem.row) for one in again.problems] == [("events.jsonl", len(first.events.requests) + 1)]
    told(tmp_path, rows[0], "2,张三,自然人,当面,2024-05-04,x,2024-05-20,信息不存在")
    changed = gk.report(stored, tmp_path / "登记簿.csv", agency=TOWN, year=2024)
    assert number(changed, "requests.unable_not_held.total") == 1 and number(changed, "requests.carried_out.total") == 0
    alone = gk.report(stored, agency=TOWN, year=2024)
    (fact,) = alone.rows("requests.granted.natural_person")
    assert fact.rows[0].file == "events.jsonl"


def test_a_mapping_file_and_json_lines(tmp_path: Path) -> None:
    mapping = put(tmp_path, "map.json", json.dumps({"columns": {"受理日": "received", "怎么样了": "outcome"}, "values": {"outcome": {"给了": "granted"}}}))
    register = put(tmp_path, "r.jsonl", '{"id": "1", "applicant_type": "natural_person", "受理日": "2024-03-04", "replied": "2024-03-25", "怎么样了": "给了"}\n')
    report = gk.report(register, agency=TOWN, year=2024, mapping=mapping)
    assert report.problems == [] and number(report, "requests.granted.natural_person") == 1


def test_an_open_question_is_an_option(tmp_path: Path) -> None:
    row = "1,张三,个体工商户,当面,2024-03-04,x,2024-03-25,予以公开"
    assert number(told(tmp_path, row), "requests.granted.natural_person") == 1
    clock = gk.Clock.builtin("cn").with_options({"self_employed": "commercial_enterprise"})
    assert number(told(tmp_path, row, clock=clock), "requests.granted.commercial_enterprise") == 1
    late = "2,张三,自然人,当面,2024-12-20,x,2024-12-31,予以公开,2025-01-03"
    heading = HEADING + ",交邮日期"
    assert number(told(tmp_path, late, heading=heading), "requests.carried_out.total") == 0
    sent = gk.Clock.builtin("cn").with_options({"year_of_outcome": "sent"})
    assert number(told(tmp_path, late, heading=heading, clock=sent), "requests.carried_out.total") == 1


def test_what_is_no_register_and_what_is_no_year(tmp_path: Path) -> None:
    with pytest.raises(gk.InvalidArgumentError, match="收到日期"):
        gk.report(put(tmp_path, "x.csv", "a,b\n1,2\n"), agency=TOWN, year=2024)
    with pytest.raises(gk.ParseError):
        gk.report(tmp_path / "missing.csv", agency=TOWN, year=2024)
    with pytest.raises(gk.InvalidArgumentError, match="1999"):
        gk.report(put(tmp_path, "y.csv", HEADING), agency=TOWN, year=1999)
    with pytest.raises(gk.InvalidArgumentError):
        gk.report(agency=TOWN, year=2024)
    other = put(tmp_path, "2023.json", gk.to_json(told(tmp_path, year=2023).report))
    with pytest.raises(gk.InvalidArgumentError, match="the report of 2023, not of 2024"):
        told(tmp_path, published=other)


# ---- the page and the command


def test_nothing_of_a_file_is_markup(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    report = told(tmp_path, f"1,张三,{evil},当面,2024-03-04,{evil},2024-03-25,予以公开", f"{evil},张三,自然人,当面,2024-03-04,x,,")
    for text in (report.to_html(), report._repr_html_()):
        assert "<script>" not in text and "&lt;script&gt;" in text
    data = json.loads(report.to_json())
    assert data["problems"][0]["value"] == evil and data["trace"]["requests.carried_out.natural_person"][0]["fact"] == evil


def test_the_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    register = put(tmp_path, "登记簿.csv", "\n".join([HEADING + ",备注", "1,张三,自然人,当面,2024-03-04,x,2024-03-25,予以公开,好"]))
    common = ["report", str(register), "--agency", TOWN, "--year", "2024"]
    for ending, wanted in (("html", "<!DOCTYPE html>"), ("md", "# 某镇人民政府2024年"), ("json", '{"schema":1')):
        out = tmp_path / f"out.{ending}"
        assert main([*common, "-o", str(out)]) == 0
        assert out.read_text(encoding="utf-8").startswith(wanted)
    assert "columns not used: 备注" in capfd.readouterr().err
    assert main([*common, "--json"]) == 0
    data = json.loads(capfd.readouterr().out)
    assert data["report"]["organisation"] == TOWN
    assert data["trace"]["requests.granted.natural_person"][0]["rows"] == [{"file": "登记簿.csv", "sheet": "", "row": 2}]
    assert main(common) == 0 and "1 rows used, 0 not used" in capfd.readouterr().out
    assert main([*common, "--published", str(tmp_path / "out.json"), "-o", str(tmp_path / "x.pdf")]) == 2
    assert main([*common, "-o", str(register)]) == 2  # nothing that is read is written over
    assert main([*common, "--form", "nonsense"]) == 2
    register.write_text(HEADING + "\n1,张三,自然人,当面,2024-03-04,x,2024-03-25,不知道\n", encoding="utf-8")
    assert main([*common, "--zh"]) == 1
    assert "第2行，办理结果" in capfd.readouterr().err


def test_the_published_report_as_json_and_as_a_page(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = ["1,张三,自然人,当面,2024-03-04,x,2024-03-25,予以公开", "2,张三,自然人,当面,2024-05-04,x,2024-05-20,信息不存在"]
    report = told(tmp_path, *rows)
    page = put(tmp_path, "page.html", gk.render(report.report, gk.RenderFormat.html))
    stored = put(tmp_path, "stored.json", gk.to_json(report.report))
    for published in (page, stored):
        again = told(tmp_path, *rows, published=published)
        assert [one for one in again.differences if one.contradicts] == []
    fewer = told(tmp_path, rows[0], published=page)
    wrong = {one.path: one for one in fewer.differences if one.contradicts}
    assert "requests.unable_not_held.natural_person" in wrong and "requests.new_received.total" in wrong
    code = main(["report", str(tmp_path / "登记簿.csv"), "--agency", TOWN, "--year", "2024", "--published", str(page)])
    assert code == 1 and "differs from what was published" in capfd.readouterr().out
