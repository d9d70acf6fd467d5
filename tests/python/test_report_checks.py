# SPDX-License-Identifier: Apache-2.0
"""What is checked beyond one report's sums: days, years before, other bodies, rosters; from Python and the command line."""

from __future__ import annotations

import json
import pickle
from datetime import date
from pathlib import Path

import pytest

import gongkai as gk
from gongkai.cli import main

COPIED = "".join(f"本镇在第{n}项工作中坚持以公开促落实、强监管、优服务，群众知晓率和满意度持续提高。" for n in "甲乙丙丁戊己庚辛")


def report(name: str, year: int, text: str = COPIED) -> gk.AnnualReport:
    return gk.read(
        f"{name}{year}年政府信息公开工作年度报告\n\n一、总体情况\n{year}年，本镇共主动公开政府信息120条。{text}\n"
        f"四、行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n存在更新不及时的问题，将加强培训。\n"
        f"{name}\n{year + 1}年1月20日\n".encode()
    )


def codes(findings: list[gk.Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_the_day_of_publication_is_held_against_the_law_of_the_year() -> None:
    one = report("东河镇人民政府", 2022)
    assert one.signed_on == date(2023, 1, 20)
    assert "D.LATE" not in codes(one.check(published_on=date(2023, 1, 31)))
    late = [f for f in one.check(published_on=date(2023, 2, 1)) if f.code == "D.LATE"]
    assert late[0].severity is gk.Severity.error and (late[0].left, late[0].right) == ("2023-01-31", "2023-02-01")
    assert "D.LATE" not in codes(one.check(published_on=date(2023, 2, 1), level="county"))
    assert "D.LOCAL" in codes(one.check(published_on=date(2023, 1, 29), local_due={"town": gk.DayOfYear(1, 28)}))
    with pytest.raises(TypeError):
        one.check(published_on="2023-02-01")  # type: ignore[arg-type]


def test_earlier_years_words_and_the_recorded_content() -> None:
    years = [report("东河镇人民政府", year) for year in (2021, 2022, 2023)]
    assert "O.LAST" in codes(years[2].check(years[1]))
    assert "O.PROBLEM" in codes(years[2].check(earlier=years[:2]))
    assert codes(years[2].check(words=["满意度"])).count("P.WORDS") == 1
    assert "P.CHANGED" in codes(years[2].check(content_hash=gk.content_hash(years[1])))
    assert "P.CHANGED" not in codes(years[2].check(content_hash=gk.content_hash(years[2])))
    with pytest.raises(gk.InvalidArgumentError):
        years[0].check(earlier=years)


def test_a_run_finds_copies_and_second_reports() -> None:
    run = gk.ReportRun()
    assert [run.add(report(name, 2023), file) for name, file in (("东河镇", "a"), ("西河镇", "b"), ("东河镇", "c"))] == [0, 1, 2]
    assert len(run) == 3
    found = run.findings()
    assert [(each.report, each.finding.code) for each in found if each.finding.code == "N.DUPLICATE"] == [(2, "N.DUPLICATE")]
    copies = [each for each in found if each.finding.code == "O.PEER"]
    assert copies[0].other == 1 and copies[0].shared[0].here.text == copies[0].shared[0].there.text
    assert pickle.loads(pickle.dumps(copies[0])) == copies[0]
    with pytest.raises(gk.InvalidArgumentError):
        run.add(report("东河镇", 2023), "d", standing="draft")


def test_a_roster_tells_who_has_not_reported() -> None:
    tree = gk.AgencyTree.parse(
        "id,name,from,to,kind,level,parent,succeeds\n"
        "c,河县人民政府,,,county,county,,\n"
        "e,东河镇人民政府,,,town,town,c,\n"
        "w,西河镇人民政府,,,town,town,c,\n".encode()
    )
    roster = gk.roster_of(tree, "c", 2023)
    assert [body.name for body in roster] == ["东河镇人民政府", "西河镇人民政府"]
    assert roster[0].matches("河县东河镇")
    absent = gk.check_roster(roster, [report("东河镇", 2023), report("西河镇", 2022)], 2023)
    assert codes(absent) == ["D.ABSENT"] and "西河镇人民政府" in absent[0].message


def test_claims_are_figures_of_the_text_with_their_place() -> None:
    one = gk.read(
        "某镇2023年政府信息公开工作年度报告\n一、总体情况\n全年收到政府信息公开申请8件，同比增长60%，结转下年度继续办理1件。\n"
        "四、行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n更新不及时，将加强培训。\n".encode()
    )
    assert [(claim.subject, claim.cell.printed) for claim in one.claims[:2]] == [("requests_received", "8件"), ("carried_out", "1件")]
    assert one.claims[0].growth.printed == "60%"
    assert pickle.loads(pickle.dumps(one)) == one


def test_the_command_line_takes_the_day_the_kind_and_a_place_s_scoring(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "东河镇人民政府2022年政府信息公开工作年度报告\n一、总体情况\n2022年，本镇共主动公开政府信息120条。\n"
        "四、行政复议、行政诉讼情况\n无。\n五、存在的问题\n有不足，将改进。\n",
        encoding="utf-8",
    )

    def told(*arguments: str) -> list[tuple[str, str]]:
        main(["check", str(path), "--json", *arguments])
        out = capsys.readouterr().out
        found = json.loads(out)["findings"] if out else []
        return [(finding["code"], finding["severity"]) for finding in found if finding["code"].startswith("D.")]

    assert told("--published", "2023-01-31") == []
    assert told("--published", "2023-02-01") == [("D.LATE", "error")]
    assert told("--published", "2023-02-01", "--level", "county") == []
    scoring = tmp_path / "scoring.json"
    scoring.write_text('{"schema": 1, "severities": {"D.LATE": "warning"}}', encoding="utf-8")
    assert told("--published", "2023-02-01", "--scoring", str(scoring)) == [("D.LATE", "warning")]
    assert main(["check", str(path), "--published", "2023-2-1"]) == 2
    assert main(["check", str(path), "--level", "village"]) == 2
