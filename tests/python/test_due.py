# SPDX-License-Identifier: Apache-2.0
"""An office's register of requests, and what of it is due."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

import gongkai as gk
from gongkai.due import due_rows
from gongkai.due_out import to_icalendar, to_workbook
from gongkai.register import COLUMNS, Register, read_register
from gongkai.sheets import read_mapping

REGISTER = """编号,申请人,提交渠道,收到日期,征求第三方意见日期,第三方收到日期,延期告知日期,延期工作日,答复日期
一,张某,当面提交,2024/3/4,,,,,
二,李某,in_person,2024年3月4日,2024-03-25,2024-03-26,,,
三,王某,当面提交,20240201,,,,,
四,赵某,当面,2024.3.4,,,２０２４-03-25,20个工作日,未答复
五,钱某,当面提交,2024-03-04 09:15,,,,,2024-03-20
六,孙某,信鸽,2024-13-04,,,,,
"""
CLOCK = gk.Clock.builtin("cn")


def due_of(text: str, as_of: date = date(2024, 3, 28)) -> dict[str, gk.Deadline]:
    read = read_register(text.encode(), "register.csv")
    assert not read.problems, read.problems
    return {row.id: row.deadline for row in due_rows(read, as_of)}


def problems_of(text: str) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.field, problem.rule) for problem in read_register(text.encode(), "register.csv").problems]


def test_a_register_is_read_by_either_names_and_bad_rows_are_named() -> None:
    read = read_register(REGISTER.encode("gb18030"), "register.csv")
    assert [case.id for case in read.cases] == ["一", "二", "三", "四", "五"]
    assert [(problem.row, problem.field, problem.value) for problem in read.problems] == [
        (7, "channel", "信鸽"),
        (7, "received", "2024-13-04"),
    ]
    assert read.problems[0].rule.startswith("none of in_person, registered_mail, ")
    assert read.table.unknown == ["申请人"]
    rows = due_rows(read, date(2024, 3, 28))
    assert [(row.id, row.light) for row in rows] == [
        ("三", "red"),
        ("一", "amber"),
        ("二", "amber"),
        ("四", "green"),
        ("五", "green"),
    ]
    assert rows[0].status is gk.DeadlineStatus.overdue and rows[0].overdue_working == 17
    assert (rows[1].due, rows[1].remaining_working, rows[1].remaining_calendar) == (date(2024, 4, 1), 2, 4)
    assert rows[2].status is gk.DeadlineStatus.paused and rows[2].due is None
    assert (rows[2].waits_for, rows[2].waits_until) == ("opinion", date(2024, 4, 17))
    assert rows[3].due == date(2024, 4, 29)


def test_each_column_is_its_event() -> None:
    """A row with everything is the history in words."""
    cells = {
        "id": "一", "channel": "网上申请", "submitted": "2021-03-01", "received": "2021-03-01", "acknowledged": "2021-03-02",
        "confirmed": "2021-03-02", "correction_noticed": "2021-03-03", "correction_delivered": "2021-03-04", "correction_days": "10",
        "corrected": "2021-03-08", "third_party_consulted": "2021-03-09", "third_party_delivered": "2021-03-10",
        "third_party_answered": "2021-03-12", "third_party_consulted_2": "2021-03-09", "third_party_answered_2": "2021-03-15",
        "agency_consulted": "2021-03-16", "agency_delivered": "2021-03-17", "agency_answered": "2021-03-18", "extended": "2021-03-19",
        "extension_approved": "2021-03-18", "extension_days": "20", "fee_noticed": "2021-03-22", "fee_delivered": "2021-03-23",
        "fee_paid": "2021-03-24", "reply_service": "EMS", "replied": "2021-04-01", "reply_posted": "2021-04-02",
        "reply_delivered": "2021-04-06", "events": "reasons_asked 2021-03-25；deferred 2021-03-26 until=2021-05-31",
    }  # fmt: skip
    text = ",".join(cells) + "\n" + ",".join(cells.values()) + "\n"
    read = read_register(text.encode(), "register.csv")
    assert not read.problems and not read.table.unknown
    assert read.cases[0].history == CLOCK.history(
        ["submitted 2021-03-01 channel=online", "received 2021-03-01", "acknowledged 2021-03-02", "confirmed 2021-03-02",
         "correction_noticed 2021-03-03 delivered=2021-03-04 days=10", "corrected 2021-03-08",
         "third_party_consulted 2021-03-09 delivered=2021-03-10 party=1", "third_party_answered 2021-03-12 party=1",
         "third_party_consulted 2021-03-09 party=2", "third_party_answered 2021-03-15 party=2",
         "agency_consulted 2021-03-16 delivered=2021-03-17", "agency_answered 2021-03-18",
         "extended 2021-03-19 days=20 decided=2021-03-18", "fee_noticed 2021-03-22 delivered=2021-03-23", "fee_paid 2021-03-24",
         "replied 2021-04-01 service=china_post posted=2021-04-02 delivered=2021-04-06", "reasons_asked 2021-03-25",
         "deferred 2021-03-26 until=2021-05-31"]
    )  # fmt: skip


def test_what_no_single_cell_shows_is_a_problem_too() -> None:
    assert problems_of("编号,收到日期\n一,\n") == [(2, "received", "no day says when the request came")]
    assert problems_of("编号,收到日期,延期工作日\n一,2024-03-04,20\n") == [(2, "extended", "wanted, as extension_days is given")]
    assert problems_of("编号,收到日期,延期工作日\n一,2024-03-04,0\n") == []
    assert problems_of("编号,收到日期,其他经过\n一,2024-03-04,vanished 2024-03-05\n")[0][:2] == (2, "events")
    assert problems_of("编号,提交渠道,提交日期\n一,邮寄,2024-03-04\n") == [(2, "received", "of a letter the day it was received is wanted")]
    assert problems_of("编号,提交渠道,收到日期,确认日期\n一,信函,2024-03-04,2024-03-06\n")[0][:2] == (2, "channel")
    for channel, code in (("邮寄（挂号信）", "registered_mail"), ("网上申请（政府网站）", "online"), ("当面提交（本人）", "in_person")):
        register = read_register(f"编号,提交渠道,收到日期\n一,{channel},2024-03-04\n".encode(), "register.csv")
        assert register.cases[0].history.events == [f"received 2024-03-04 channel={code}"]
    assert problems_of("编号,提交渠道,收到日期\n一,当面（传真）,2024-03-04\n")[0][:2] == (2, "channel")


def test_a_letter_counts_from_receipt_as_long_as_nothing_hangs_on_the_signature() -> None:
    for way in ("邮寄", "信函", "挂号信", "ＥＭＳ", "邮寄（需签收）"):
        assert due_of(f"编号,提交渠道,提交日期,收到日期\n一,{way},2024-03-01,2024-03-04\n")["一"].due == date(2024, 4, 1)
    assert due_of("编号,提交渠道,收到日期,确认日期\n一,平信,2024-03-04,2024-03-06\n")["一"].due == date(2024, 4, 3)


def test_numbered_third_parties_have_their_own_answers() -> None:
    heading = "编号,收到日期,征求第三方意见日期,第三方收到日期,第三方答复日期,征求第三方意见日期2,第三方收到日期2,第三方答复日期2\n"
    both = due_of(heading + "一,2024-03-04,2024-03-11,2024-03-13,2024-03-20,2024-03-15,2024-03-18,2024-03-26\n")
    assert both["一"].due == date(2024, 4, 17)


def test_who_is_waited_for_and_until_when() -> None:
    text = "编号,收到日期,补正告知日期,补正告知送达日期,收费通知日期,收费通知送达日期\n补,2024-03-04,2024-03-08,2024-03-11,,\n费,2024-03-04,,,2024-03-11,2024-03-12\n"
    rows = due_rows(read_register(text.encode(), "register.csv"), date(2024, 3, 20))
    assert {row.id: (row.status, row.waits_for, row.waits_until, row.light) for row in rows} == {
        "补": (gk.DeadlineStatus.paused, "correction", date(2024, 4, 1), "amber"),
        "费": (gk.DeadlineStatus.paused, "payment", date(2024, 4, 10), "amber"),
    }


def test_lights() -> None:
    def light(text: str, as_of: date) -> str:
        return due_rows(read_register(text.encode(), "register.csv"), as_of)[0].light

    row = "编号,收到日期,答复日期\n一,2024-03-04,{}\n"
    assert light(row.format(""), date(2024, 3, 22)) == "green"  # six working days left
    assert light(row.format(""), date(2024, 3, 25)) == "amber"  # five
    assert light(row.format(""), date(2024, 4, 1)) == "red"  # the due day
    assert light(row.format(""), date(2024, 4, 2)) == "red"
    assert light(row.format("2024-04-01"), date(2024, 4, 2)) == "green"
    assert light(row.format("2024-04-02"), date(2024, 4, 2)) == "red"
    assert light(row.format(""), date(2024, 3, 1)) == "amber"  # not begun
    # A web form without a recorded acknowledgement: nobody knows when the clock began, at the earliest it is over.
    assert light("编号,提交渠道,收到日期\n一,网上,2024-03-04\n", date(2024, 3, 12)) == "amber"
    assert light("编号,提交渠道,收到日期\n一,网上,2024-03-04\n", date(2024, 4, 2)) == "red"
    # The due day by the automatic acknowledgement is far, the safe one is near.
    assert light("编号,提交渠道,提交日期,回执日期\n一,网上,2024-03-04,2024-03-08\n", date(2024, 3, 26)) == "amber"
    assert light("编号,提交渠道,提交日期,回执日期\n一,网上,2024-03-08,2024-03-08\n", date(2024, 3, 26)) == "green"


def test_what_is_no_register_is_refused() -> None:
    with pytest.raises(gk.InvalidArgumentError, match="收到日期"):
        read_register("编号,申请人\n1,2\n".encode(), "register.csv")


def test_a_workbook_goes_out_with_the_offices_own_columns_and_comes_in_again() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    as_of = date(2024, 3, 28)
    read = read_register(REGISTER.replace("一,张某", "=1+1,=cmd", 1).encode(), "register.csv")
    data = to_workbook(due_rows(read, as_of), read, as_of, CLOCK)
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book.active
    names = [cell.value for cell in page[1]]
    assert names[:4] == ["提示", "办理状态", "到期日", "稳妥到期日"] and names[-9:] == REGISTER.splitlines()[0].split(",")
    assert page.max_row == 6
    assert [page.cell(row, 1).value for row in range(2, 7)] == ["红", "黄", "黄", "绿", "绿"]
    assert page["A2"].fill.start_color.rgb.endswith("FFC7CE") and page["A3"].fill.start_color.rgb.endswith("FFEB9C")
    own = names.index("编号") + 1
    assert page.cell(3, own).value == "=1+1" and page.cell(3, own).data_type == "s"
    assert page.cell(3, own + 1).data_type == "s"
    assert [cell.value for cell in book["未能读取的行"][2]][1:4] == [7, "提交渠道", "信鸽"]
    assert str(book["未能读取的行"][3][4].value) == "没有这一天"
    assert book["说明"]["B1"].value == datetime(2024, 3, 28)
    again = read_register(data, "due.xlsx")
    assert [case.id for case in again.cases] == ["三", "=1+1", "二", "四", "五"] and not again.problems
    assert [row.due for row in due_rows(again, as_of)] == [row.due for row in due_rows(read, as_of)]
    english = openpyxl.load_workbook(io.BytesIO(to_workbook(due_rows(read, as_of), read, as_of, CLOCK, language="en")))
    assert [cell.value for cell in english.active[2]][:2] == ["red", "overdue"] and "Rows not read" in english.sheetnames


def test_a_calendar_file_is_stable_folded_and_escaped() -> None:
    register = "编号,收到日期,经办人\n" + "很长的编号" * 10 + ',2024-03-04,"a;b,c"\n同,2024-03-04,\n同,2024-03-05,\n'
    rows = due_rows(read_register(register.encode(), "register.csv"), date(2024, 3, 5))
    data = to_icalendar(rows, date(2024, 3, 5))
    assert data == to_icalendar(rows, date(2024, 3, 5))
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    unfolded = data.replace(b"\r\n ", b"").decode()
    assert "DTSTART;VALUE=DATE:20240401" in unfolded and "a\\;b\\,c" in unfolded
    uids = [line for line in unfolded.split("\r\n") if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == 3


def test_every_column_stands_in_the_guide(root: Path) -> None:
    guide = (root / "docs/guide/deadlines.md").read_text(encoding="utf-8")
    for column in COLUMNS:
        assert f"| `{column.name}` | {column.zh} |" in guide, column.name
        for label in column.also:
            assert label in guide, label


def test_no_heading_means_two_columns() -> None:
    seen: dict[str, str] = {}
    for column in COLUMNS:
        for label in {column.name, column.zh, *column.also}:
            assert seen.setdefault(label, column.name) == column.name, label
    codes = {member.code.token for member in CLOCK.rulebook.taxonomy("channel").members}
    channel = next(column for column in COLUMNS if column.name == "channel")
    assert set(channel.choices.values()) == codes | {"post"}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "gongkai", *arguments], capture_output=True, text=True, check=False)


def test_due_reads_a_register_and_writes_what_is_due(tmp_path: Path) -> None:
    register = tmp_path / "register.csv"
    register.write_text(REGISTER, encoding="utf-8")
    workbook, calendar = tmp_path / "due.xlsx", tmp_path / "due.ics"
    done = run("due", str(register), "--as-of", "2024-03-28", "--json", "-o", str(workbook), "--ics", str(calendar))
    value = json.loads(done.stdout)
    assert done.returncode == 1 and "row 7, 收到日期 (received)" in done.stderr and "columns not used: 申请人" in done.stderr
    assert [(row["id"], row["light"], row["status"]) for row in value["rows"]] == [
        ("三", "red", "overdue"),
        ("一", "amber", "running"),
        ("二", "amber", "paused"),
        ("四", "green", "running"),
    ]
    assert [(problem["row"], problem["value"]) for problem in value["problems"]] == [(7, "信鸽"), (7, "2024-13-04")]
    assert workbook.read_bytes()[:2] == b"PK" and b"BEGIN:VEVENT" in calendar.read_bytes()
    table = run("due", str(register), "--as-of", "2024-03-28")
    assert "overdue" in table.stdout and "4 of 5 cases, 1 rows not read" in table.stdout
    chinese = run("due", str(workbook), "--as-of", "2024-03-28", "--zh", "--all")
    assert chinese.returncode == 0 and "逾期未办" in chinese.stdout and "共 5 件" in chinese.stdout
    mapping = tmp_path / "map.json"
    mapping.write_text('{"columns": {"收文": "received"}, "values": {"channel": {"信鸽": "其他"}}}', encoding="utf-8")
    own = tmp_path / "own.csv"
    own.write_bytes("收文,提交渠道,确认日期\n2024/3/4,信鸽,2024/3/4\n".encode("gb18030"))
    done = run("due", str(own), "--as-of", "2024-03-28", "--map", str(mapping), "--json")
    assert done.returncode == 0 and json.loads(done.stdout)["rows"][0]["due"] == "2024-04-01"


def test_a_folder_and_a_file_that_is_not_there_are_one_line(tmp_path: Path) -> None:
    for name in (tmp_path, tmp_path / "nothing.csv"):
        done = run("due", str(name), "--as-of", "2024-03-28")
        assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, done.stderr


def test_a_mapping_names_columns_of_a_register() -> None:
    with pytest.raises(gk.ParseError, match="no column 'recieved'"):
        read_mapping(b'{"columns": {"a": "recieved"}}', "map", COLUMNS)


def test_an_empty_register_is_a_register() -> None:
    read = read_register("编号,收到日期\n".encode(), "register.csv")
    assert isinstance(read, Register) and due_rows(read, date(2024, 3, 28)) == []
    pytest.importorskip("openpyxl")
    assert to_workbook([], read, date(2024, 3, 28), CLOCK)[:2] == b"PK"
