# SPDX-License-Identifier: Apache-2.0
"""Reading and checking reports from Python."""

from __future__ import annotations

import json
import pickle
import threading
from pathlib import Path

import pytest

import gongkai as gk

TEXT = """某某镇人民政府2013年政府信息公开工作年度报告

    二、主动公开政府信息情况
    2013年，本镇共主动公开政府信息121条，全文电子化率达100%。其中，机构职能类信息1条，占总数的0.83%；业务动态类信息119条，占总数的99.17%。
    三、依申请公开情况
    2013年，本镇未收到政府信息公开申请。
    四、行政复议、诉讼情况
    没有发生针对本机关有关政府信息公开事务的行政复议案。
"""


@pytest.fixture
def report() -> gk.AnnualReport:
    return gk.read(TEXT.encode())


def test_a_report_is_read_from_bytes_and_from_a_path(report: gk.AnnualReport, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="gb18030")
    assert gk.read(str(path)).figure("proactive_total").printed == "121条"
    path.write_text(TEXT, encoding="utf-8")
    assert gk.read(path) == report


def test_figures_are_as_printed_and_have_a_place(report: gk.AnnualReport) -> None:
    assert report.organisation is not None and report.organisation.endswith("某镇人民政府")
    assert report.year == 2013
    total = report.figure("proactive_total")
    assert total.is_number and total.kind is gk.CellKind.number
    assert total.value == gk.Decimal(121)
    assert total.place.line == 4 and total.place.text == "121条"
    assert TEXT.encode()[total.place.byte_offset :][: total.place.byte_length] == "121条".encode()
    assert [str(figure.count.value) for figure in report.classes] == ["1", "119"]


def test_a_zero_in_words_is_zero_and_what_is_not_stated_is_absent(report: gk.AnnualReport) -> None:
    zero = report.figure("requests_received")
    assert zero.in_words and zero.value == gk.Decimal(0)
    absent = report.figure("litigations")
    assert absent.kind is gk.CellKind.absent
    assert absent.value is None
    assert "litigations" not in report.narrative
    assert report.figure("no such slot").kind is gk.CellKind.absent


def test_a_wrong_sum_is_found(report: gk.AnnualReport) -> None:
    findings = gk.check(report)
    assert report.check() == findings
    worst = findings[0]
    assert (worst.code, worst.left, worst.right) == ("X.PARTS", "120", "121")
    assert worst.family is gk.Family.text
    assert "narrative.proactive_total" in worst.cells
    assert worst.where and worst.citation and worst.message_zh
    assert pickle.loads(pickle.dumps(worst)) == worst


def test_json_is_one_line_of_the_contract(report: gk.AnnualReport) -> None:
    line = gk.to_json(report, report.check(), "a.txt")
    assert "\n" not in line
    value = json.loads(line)
    assert value["schema"] == 1 and value["file"] == "a.txt"
    assert value["narrative"]["proactive_total"] == 121
    assert value["findings"][0]["code"] == "X.PARTS"


def test_a_report_and_all_its_parts_can_be_pickled(reports: Path) -> None:
    read = 0
    for path in sorted(reports.glob("*.txt")):
        try:
            report = gk.read(path)
        except gk.ParseError as error:
            assert error.code == gk.ErrorCode.no_report
            continue
        read += 1
        twin = pickle.loads(pickle.dumps(report))
        assert twin == report and hash(twin) == hash(report), path
        assert gk.to_json(twin, twin.check(), path.name) == gk.to_json(report, report.check(), path.name)
        parts = [*report.classes, *report.channels, *report.outcomes, *report.divisions, *report.growths]
        parts += [*report.restatements, *report.mentions, *report.slips, *report.narrative.values()]
        for part in [report, *parts]:
            assert pickle.loads(pickle.dumps(part)) == part
            assert len(repr(part).splitlines()) == 1
    assert read >= 8


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", gk.ErrorCode.not_text),
        (b"\x00\x01\x02\xff" * 50, gk.ErrorCode.not_text),
        ("今天天气很好。".encode(), gk.ErrorCode.no_report),
    ],
)
def test_what_is_no_report_is_a_parse_error(data: bytes, code: gk.ErrorCode, tmp_path: Path) -> None:
    with pytest.raises(gk.ParseError) as caught:
        gk.read(data)
    assert caught.value.code == code
    path = tmp_path / "b.txt"
    path.write_bytes(data)
    with pytest.raises(gk.ParseError) as caught:
        gk.read(path)
    assert caught.value.file == str(path)


@pytest.mark.parametrize("name", ["missing.txt", ".", "nul\0.txt"])
def test_what_cannot_be_opened_is_a_parse_error(name: str, tmp_path: Path) -> None:
    path = f"{tmp_path}/{name}"
    with pytest.raises(gk.ParseError) as caught:
        gk.read(path)
    assert caught.value.code == gk.ErrorCode.cannot_open
    assert caught.value.file == path


def test_reading_does_not_hold_the_interpreter() -> None:
    data = (TEXT + "本镇召开会议10次。\n" * 20000).encode()
    done = threading.Event()

    def work() -> None:
        gk.read(data)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    turns = 0
    while not done.is_set():
        turns += 1
    thread.join()
    # With the interpreter held the loop would come to one or two turns.
    assert turns > 1000
