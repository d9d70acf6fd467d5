# SPDX-License-Identifier: Apache-2.0
"""Tables as offices keep them: encodings, headings, days, and what is wrong in a row."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Optional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gongkai as gk
from gongkai.sheets import Column, Kind, Mapped, Rule, Table, read_mapping, read_table
from gongkai.sheets.values import printed

COLUMNS = [
    Column("id", "编号", also=("序号",)),
    Column("received", "收到日期", Kind.DAY, also=("收件日期",)),
    Column("asked", "征求日期", Kind.DAY, repeated=True),
    Column("days", "工作日", Kind.COUNT),
    Column("fee", "金额", Kind.AMOUNT),
    Column("open", "是否公开", Kind.YES_NO),
    Column("way", "方式", Kind.CHOICE, choices={"当面": "in_person", "网上": "online"}, hints={"邮件": Rule("which?", "哪一种？")}),
]


def read(text: str, encoding: str = "utf-8", name: str = "t.csv", mapped: Optional[Mapped] = None) -> Table:
    return read_table(text.encode(encoding), name, COLUMNS, mapped=mapped)


def one(cell: str, heading: str = "收到日期") -> Any:
    """What one cell is read as, or the rule that it breaks."""
    quoted = '"' + cell.replace('"', '""') + '"'
    row = read(f"编号,{heading}\n一,{quoted}\n").rows[0]
    if row.problems:
        return row.problems[0].rule
    return [value for name, value in row.values.items() if name != "id"][0] if len(row.values) > 1 else None


def workbook(*pages: Any, merge: str = "") -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in pages:
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
        if merge:
            for span in merge.split():
                page.merge_cells(span)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "written",
    ["2024-03-04", "2024-3-4", "2024/3/4", "2024/03/04", "2024.3.4", "2024.03.04", "2024年3月4日", "2024年03月04日", "2024年3月4号",
     " 2024 年 3 月 4 日 ", "２０２４／３／４", "２０２４年３月４日", "2024。3。4", "2024－3－4", "2024—03—04", "20240304", "2024-03-04 09:30",
     "2024/3/4 9:30:15", "2024-03-04T09:30:15", "2024-03-04T09:30:15+08:00", "2024年3月4日上午", "2024年3月4日9时30分", "2024-03-04（周一）",
     "2024年3月4日 星期一", "二〇二四年三月四日", "二○二四年三月四日", "45355", "2024-03-04 00:00:00"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert one(written) == date(2024, 3, 4)


def test_days_in_chinese_numerals() -> None:
    assert one("二〇二三年十二月三十一日") == date(2023, 12, 31)
    assert one("二〇二三年十月二十日") == date(2023, 10, 20)
    assert one("二〇二三年十一月十一日") == date(2023, 11, 11)


@pytest.mark.parametrize(
    ("written", "rule"),
    [("3月4日", "with the four digits of its year"), ("24-03-04", "with the four digits"), ("24.3.4", "with the four digits"),
     ("04/03/2024", "either way round"), ("2024-02-30", "no such day"), ("2023年2月29日", "no such day"), ("2024-13-04", "no such day"),
     ("2024年3月", "not a month"), ("2024-03", "not a month"), ("2024-03-04、2024-03-05", "not several"), ("昨天", "a day is wanted"),
     ("2024-03-04 星期二", "contradict"), ("#REF!", "error of a formula"), ("2024-03-04T16:00:00Z", "a day is wanted"),
     ("2024-3/4", "a day is wanted"), ("12345678901", "a day is wanted"), ("99999", "a day is wanted")],
)  # fmt: skip
def test_what_is_no_day_is_a_problem_with_its_rule(written: str, rule: str) -> None:
    assert rule in one(written)


@pytest.mark.parametrize("written", ["", " ", "　", "/", "—", "——", "-", "无", "N/A", "未答复", "尚未收到", "办理中", "待定", "不适用"])
def test_a_cell_that_says_nothing_is_not_there(written: str) -> None:
    assert one(written) is None


def test_other_kinds() -> None:
    assert one("２０个工作日", "工作日") == 20
    assert one("15", "工作日") == 15 and one("15.0", "工作日") == 15 and one("1,200", "工作日") == 1200
    assert "whole number" in one("15.5", "工作日") and "whole number" in one("-1", "工作日") and "whole number" in one("约20", "工作日")
    assert one("1,200.50元", "金额") == Decimal("1200.50") and one("¥10", "金额") == Decimal(10)
    assert one("NaN", "金额") is None
    assert "amount" in one("Infinity", "金额") and "amount" in one("-3", "金额")
    assert one("是", "是否公开") is True and one("否", "是否公开") is False and one("√", "是否公开") is True and one("", "是否公开") is None
    assert one("当面", "方式") == "in_person" and one("IN_PERSON", "方式") != "in_person"
    assert one("邮件", "方式") == "which?" and one("信鸽", "方式") == "none of in_person, online"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，"])
def test_encodings_and_delimiters(encoding: str, delimiter: str) -> None:
    table = read(f"编号{delimiter}收到日期{delimiter}备注\n一{delimiter}2024/3/4{delimiter}好\n", encoding)
    assert table.rows[0].values == {"id": "一", "received": date(2024, 3, 4)}
    assert table.rows[0].cells["备注"] == "好" and table.unknown == ["备注"]


def test_line_ends_blank_lines_and_quoted_line_breaks_keep_the_row_numbers() -> None:
    table = read('编号,收到日期\r\n\r\n"一\n二",2024-03-04\r\n,,\r\n 三 ,坏\r\n')
    assert [(row.number, row.values.get("id")) for row in table.rows] == [(3, "一\n二"), (5, "三")]
    assert [(p.row, p.field, p.value) for p in table.problems] == [(5, "received", "坏")]


@pytest.mark.parametrize(
    "heading", ["收到日期", " 收 到 日 期 ", "收到时间", "收件日期", "收件时间", "*收到日期（必填）", "收到日期：", "Received", "RECEIVED", "Received date", "Date received", "收到\n日期", "收到日期(年月日)"]
)
def test_headings_are_known_by_their_usual_spellings(heading: str) -> None:
    table = read(f'序号,"{heading}"\n一,2024-03-04\n')
    assert table.rows[0].values == {"id": "一", "received": date(2024, 3, 4)}


def test_titles_above_two_rows_of_headings_totals_below() -> None:
    table = read(
        "××县政府信息公开申请登记表,,,\n填报单位：××局,,,2024年\n编号,收到,征求,\n,日期,日期,备注\n一,2024-03-04,2024-03-05,x\n编号,收到,征求,\n合 计,,,3\n填表人：张某,,,\n"
    )
    assert table.columns == {"编号": "id", "收到日期": "received", "征求日期": "asked"}
    assert [row.values for row in table.rows if not row.problems] == [
        {"id": "一", "received": date(2024, 3, 4), "asked": date(2024, 3, 5)}
    ]
    assert [skipped[1:] for skipped in table.skipped] == [(7, "合 计"), (8, "填表人：张某")]


def test_the_heading_again_on_each_page_is_no_row() -> None:
    table = read("编号,收到日期\n一,2024-03-04\n编号,收到日期\n二,2024-03-05\n")
    assert [row.values["id"] for row in table.rows] == ["一", "二"] and table.skipped == [("", 3, "编号")]


def test_the_nearest_heading_wins_and_twins_are_refused() -> None:
    table = read("序号,编号,收到日期,收件日期\n1,〔2024〕5号,2024-03-04,2024-03-05\n")
    assert table.rows[0].values == {"id": "〔2024〕5号", "received": date(2024, 3, 4)}
    assert table.unknown == ["序号", "收件日期"]
    with pytest.raises(gk.InvalidArgumentError, match="both mean received"):
        read("收到日期,收到日期\n2024-03-04,2024-03-05\n")


def test_numbered_columns() -> None:
    table = read("编号,征求日期,征求日期2,征求时间（3）\n一,2024-03-04,2024-03-05,2024-03-06\n")
    assert table.rows[0].values == {"id": "一", "asked": date(2024, 3, 4), "asked_2": date(2024, 3, 5), "asked_3": date(2024, 3, 6)}


def test_a_cell_too_many_is_a_shifted_row() -> None:
    table = read("编号,收到日期\n一,2024-03-04,x\n二,2024-03-04,,\n三\n")
    assert [(p.row, p.field) for p in table.problems] == [(2, "cell 3")]
    assert table.rows[2].values == {"id": "三"}


def test_an_office_has_its_own_names() -> None:
    mapped = read_mapping(
        '{"columns": {"收文 日": "received", "第二次征求": "asked_2"}, "values": {"way": {"大厅": "当面"}, "received": {"元旦": "2024-01-01"}}}'.encode(),
        "map", COLUMNS,
    )  # fmt: skip
    table = read("收文日,方式,第二次征求\n元旦,大 厅,2024-03-04\n", mapped=mapped)
    assert table.rows[0].values == {"received": date(2024, 1, 1), "way": "in_person", "asked_2": date(2024, 3, 4)}
    for broken in (b"[]", b"{", b'{"column": {}}', b'{"columns": {"a": "recieved"}}', b'{"columns": {"a": 1}}', b'{"values": {"way": []}}',
                   b'{"values": {"no": {}}}', b'{"columns": {"a": "id_2"}}'):  # fmt: skip
        with pytest.raises(gk.ParseError):
            read_mapping(broken, "map", COLUMNS)


def test_a_workbook_as_excel_has_it() -> None:
    rows = [["登记表"], [], ["编号", "收到日期", "工作日", "是否公开"], [7, datetime(2024, 3, 4), 20, True],
            [20240001.0, datetime(2024, 3, 4, 9, 30), "２０", "否"], ["三", 45355, None, None], ["四", time(9, 30), 1.5, "或"]]  # fmt: skip
    table = read_table(workbook(("一月", rows)), "t.xlsx", COLUMNS)
    assert [row.values for row in table.rows[:3]] == [
        {"id": "7", "received": date(2024, 3, 4), "days": 20, "open": True},
        {"id": "20240001", "received": date(2024, 3, 4), "days": 20, "open": False},
        {"id": "三", "received": date(2024, 3, 4)},
    ]
    assert [(p.sheet, p.row, p.field) for p in table.problems] == [("一月", 7, "received"), ("一月", 7, "days"), ("一月", 7, "open")]


def test_all_sheets_that_fit_are_read_and_one_may_be_asked_for() -> None:
    data = workbook(("说明", [["怎样填"]]), ("一月", [["编号", "收到日期"], ["一", "2024-01-04"]]), ("二月", [["编号", "收到日期"], ["二", "坏"]]))
    table = read_table(data, "anything", COLUMNS, needs=["received"])
    assert [(row.sheet, row.number, row.values.get("id")) for row in table.rows] == [("一月", 2, "一"), ("二月", 2, "二")]
    assert str(table.problems[0]).startswith("sheet 二月, row 2, 收到日期 (received): '坏': ")
    assert len(read_table(data, "t.xlsx", COLUMNS, sheet="一月").rows) == 1
    with pytest.raises(gk.InvalidArgumentError, match="there are 说明, 一月, 二月"):
        read_table(data, "t.xlsx", COLUMNS, sheet="三月")
    with pytest.raises(gk.InvalidArgumentError, match="no row is a heading"):
        read_table(data, "t.xlsx", COLUMNS, sheet="说明")


def test_a_merged_cell_is_the_value_of_all_its_rows() -> None:
    rows = [["编号", "收到日期"], ["一", date(2024, 3, 4)], ["二", None], ["三", None], ["四", None]]
    table = read_table(workbook(("页", rows), merge="B2:B4"), "t.xlsx", COLUMNS)
    assert [row.values.get("received") for row in table.rows] == [date(2024, 3, 4)] * 3 + [None]


def test_a_formula_without_a_value_is_a_problem_and_not_a_blank() -> None:
    table = read_table(workbook(("页", [["编号", "收到日期"], ["一", "=TODAY()"]])), "t.xlsx", COLUMNS)
    assert [(p.row, p.field, "never computed" in p.rule) for p in table.problems] == [(2, "received", True)]


def test_json_lines() -> None:
    lines = [json.dumps({"编号": "一", "received": "2024-03-04"}, ensure_ascii=False), "", "{", "[]", json.dumps({"received": "坏", "x": 1})]
    table = read("\n".join(lines) + "\n", name="t.jsonl")
    assert table.rows[0].values == {"id": "一", "received": date(2024, 3, 4)}
    assert [(p.row, p.field) for p in table.problems] == [(3, ""), (4, ""), (5, "received")]
    assert table.unknown == ["x"]


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [(b"a,b\n1,2\n", "t.csv", gk.InvalidArgumentError), (b"", "t.csv", gk.InvalidArgumentError), (b"\xff\xff\xff", "t.csv", gk.ParseError),
     ("编号,收到日期\n一,\0".encode(), "t.csv", gk.ParseError), ('编号,收到日期\n"一"x,2024-03-04\n'.encode(), "t.csv", gk.ParseError),
     (b"PK\x03\x04 no workbook", "t.xlsx", gk.ParseError), (b"no workbook", "t.xlsx", gk.ParseError),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "t.xls", gk.ParseError), (b"\xef\xbb\xbf\xff", "t.csv", gk.ParseError)],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_one_sentence(data: bytes, name: str, error: type[gk.GongkaiError]) -> None:
    with pytest.raises(error) as caught:
        read_table(data, name, COLUMNS)
    assert name in caught.value.message and "\n" not in caught.value.message


def test_only_a_workbook_has_sheets() -> None:
    with pytest.raises(gk.InvalidArgumentError, match="only a workbook has sheets"):
        read_table("编号\n一\n".encode(), "t.csv", COLUMNS, sheet="一")


def test_every_rule_is_said_in_both_languages() -> None:
    from gongkai.sheets.words import RULES

    assert all(rule.en and rule.zh for rule in RULES.values())
    problem = read("编号,收件时间,方式\n一,3月4日,信鸽\n").problems
    assert problem[0].say("zh") == "第2行，收件时间：“3月4日”：日期应写明四位年份，如2024-03-04"
    assert problem[1].say("zh") == "第2行，方式：“信鸽”：应为以下之一：当面、网上"
    assert str(problem[0]).startswith("row 2, 收件时间 (received): '3月4日': ")


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("gb18030", "replace"))), st.sampled_from(["t.csv", "t.jsonl", "t.xlsx", "t"]))
@settings(max_examples=150, deadline=None)
def test_no_bytes_break_it(data: bytes, name: str) -> None:
    """Whatever comes in, it is a table or one of our errors."""
    for start in (b"", "编号,收到日期\n".encode(), b"PK\x03\x04"):
        try:
            table = read_table(start + data, name, COLUMNS)
        except gk.GongkaiError as error:
            assert error.message
        else:
            assert all(str(problem) and problem.say("zh") for problem in table.problems)


@given(st.lists(st.tuples(st.text(max_size=12), st.text("0123456789年月日/-.. 时一二三四五六七八九十〇：:", max_size=16)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_every_row_is_there_or_has_its_problem(rows: list[tuple[str, str]]) -> None:
    """A row is never lost: its number is among the rows or the skipped ones; a day that is read is written in the cell."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["编号", "收到日期"])
    writer.writerows(rows)
    text = out.getvalue()
    if "\0" in text or "\ud800" <= max(text) <= "\udfff":
        return
    table = read(text)
    numbers = [row.number for row in table.rows] + [number for _, number, _ in table.skipped]
    wanted = [at for at, row in enumerate(rows, start=2) if any(printed(cell) for cell in row)]
    assert sorted(numbers) == wanted
    for row in table.rows:
        day = row.values.get("received")
        if isinstance(day, date):
            digits = unicodedata.normalize("NFKC", str(row.cells["收到日期"]))
            assert str(day.year) in digits or "年" in digits or digits.strip().split(".")[0].isdigit()
