# SPDX-License-Identifier: Apache-2.0
"""Records of the catalogue from Python: the life of one, and every refusal on the way (the same cases as the tests of
the library)."""

from __future__ import annotations

import json
import pickle
from datetime import date
from typing import Any

import pytest

import gongkai as gk

from desk import CATALOGUE_RULES as RULES
from desk import CLERK, CatalogueDesk, cleared, digest

DAY1, DAY2, DAY3 = date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 6)
URL = "https://example.org/1.html"


def data(title: str = "关于春季防火的通知", text: str = "一", **other: Any) -> gk.RecordData:
    return gk.RecordData(**({"title": title, "kind": "document", "digest": digest(text)} | other))


PROACTIVE = gk.RecordAttributeDecided(mode="proactive")


def withheld(**other: Any) -> gk.RecordAttributeDecided:
    stated = {"mode": "withheld", "ground": "process_information", "article": "国务院令第711号, art. 16(2)", "reason": "讨论稿"}
    return gk.RecordAttributeDecided(**(stated | other))


def publication(day: date = DAY1, text: str = "一") -> gk.RecordPublished:
    return gk.RecordPublished(channel="website", url=URL, clearance=cleared(day, text))


def link(kind: str, record: str = "", outside: str = "") -> gk.RecordLinked:
    return gk.RecordLinked(link=gk.RecordLink(kind=kind, record=record, outside=outside))


def drafted(**other: Any) -> CatalogueDesk:
    return CatalogueDesk().act("r1", gk.RecordDrafted(data=data(**other)), DAY1)


def ready(**other: Any) -> CatalogueDesk:
    return drafted(**other).act("r1", PROACTIVE, DAY1)


def published() -> CatalogueDesk:
    return ready().act("r1", publication(), DAY2)


def held() -> CatalogueDesk:
    return drafted().act("r1", withheld(), DAY1)


def open_for_comment() -> CatalogueDesk:
    return ready().act("r1", gk.RecordDraftOpened(channel="website", comments_until=DAY3, clearance=cleared(DAY1)), DAY2)


def linked() -> CatalogueDesk:
    desk = drafted().act("r2", gk.RecordDrafted(data=data("乙", "二")), DAY1)
    return desk.act("r1", link("replaces", "r2"), DAY1).act("r1", gk.RecordIndexed(index_number="000014349/2018-00222"), DAY1)


def repealed() -> CatalogueDesk:
    return published().act("r1", gk.RecordRepealed(document="不政发〔2024〕3号"), DAY2)


def code(desk: CatalogueDesk, command: Any, day: date = DAY3, record: str = "r1") -> int:
    error = desk.refusal(record, command, day)
    return 0 if error is None else error.code


REFUSED: list[tuple[int, Any, Any]] = [
    # formed
    (504, CatalogueDesk, gk.RecordDrafted(data=data(""))),
    (504, CatalogueDesk, gk.RecordDrafted(data=data("\u3000 "))),
    (508, CatalogueDesk, gk.RecordDrafted(data=data(kind="poem"))),
    (508, CatalogueDesk, gk.RecordDrafted(data=data(classes=[gk.RecordClass(scheme="catalogue_class", code="class_poems")]))),
    (508, CatalogueDesk, gk.RecordDrafted(data=data(secrecy_state="hush"))),
    (508, CatalogueDesk, gk.RecordDrafted(data=data(in_force_from=DAY3, in_force_to=DAY2))),
    (508, CatalogueDesk, gk.RecordDrafted(data=data(limit_working_days=0))),
    (501, drafted, gk.RecordDrafted(data=data())),
    # attribute
    (508, drafted, gk.RecordAttributeDecided(mode="sometimes")),
    (504, drafted, gk.RecordAttributeDecided(mode="on_request")),
    (504, drafted, withheld(ground="")),
    (504, drafted, withheld(article="")),
    (504, drafted, withheld(reason="")),
    (508, drafted, withheld(ground="shame")),
    (508, drafted, withheld(decide_again_on=DAY3)),
    (501, published, withheld()),
    # changed, amended
    (508, published, gk.RecordChanged(data=data())),
    (504, published, gk.RecordChanged(data=data(" ", "二"))),
    (501, repealed, gk.RecordChanged(data=data("新", "二"))),
    (508, published, gk.RecordAmended(data=data())),
    (508, published, gk.RecordAmended(data=data("甲", "二"))),
    (508, published, gk.RecordAmended(data=data(secrecy_state="confidential"))),
    # index numbers and links
    (504, drafted, gk.RecordIndexed(index_number=" ")),
    (508, linked, gk.RecordIndexed(index_number="000014349/2018-00223")),
    (508, linked, link("admires", "r2")),
    (508, linked, link("quotes", "r9")),
    (508, linked, link("quotes", "r1")),
    (504, linked, link("quotes")),
    (508, linked, link("replaces", "r2")),
    (508, linked, gk.RecordUnlinked(link=gk.RecordLink(kind="quotes", record="r2"))),
    # drafts shown for comments
    (508, ready, gk.RecordDraftOpened(channel="telepathy", comments_until=DAY3, clearance=cleared(DAY1))),
    (504, ready, gk.RecordDraftOpened(channel="website", clearance=cleared(DAY1))),
    (508, ready, gk.RecordDraftOpened(channel="website", comments_until=DAY2, clearance=cleared(DAY1))),
    (505, ready, gk.RecordDraftOpened(channel="website", comments_until=DAY3)),
    (501, drafted, gk.RecordDraftOpened(channel="website", comments_until=DAY3, clearance=cleared(DAY1))),
    (508, open_for_comment, gk.RecordFeedbackPublished(comments=3, adopted=4)),
    (501, published, gk.RecordFeedbackPublished(comments=3, adopted=1)),
    (501, open_for_comment, publication()),
    # publication
    (508, ready, gk.RecordPublished(channel="telepathy", clearance=cleared(DAY1))),
    (505, ready, gk.RecordPublished(channel="website")),
    (505, ready, publication(text="二")),
    (505, ready, gk.RecordPublished(channel="website", clearance=cleared(DAY1, conclusion=gk.Conclusion.withhold))),
    (505, ready, gk.RecordPublished(channel="website", clearance=cleared(DAY1, conclusion=gk.Conclusion.disclose_in_part))),
    (505, ready, publication(date(2024, 3, 7))),
    (504, lambda: ready(digest=None), publication()),
    (508, lambda: ready(secrecy_state="secret"), publication()),
    (507, lambda: ready(created_on=date(2024, 3, 7)), publication()),
    (501, CatalogueDesk, publication()),
    (501, drafted, publication()),
    (501, held, publication()),
    # what follows
    (504, published, gk.RecordClarified()),
    (508, published, gk.RecordClarified(record="r9")),
    (501, drafted, gk.RecordClarified(rumour="网传水库溃坝")),
    (504, published, gk.RecordRepealed()),
    (501, repealed, gk.RecordRepealed(document="又")),
    (508, lambda: held().act("r1", gk.RecordRepealed(document="x"), DAY2), gk.RecordRepealed(document="又")),
    (504, published, gk.RecordWithdrawn()),
    (501, drafted, gk.RecordWithdrawn(reason="x")),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "desk", "command"), REFUSED, ids=[f"{i}-{case[0]}" for i, case in enumerate(REFUSED)])
def test_what_is_refused(expected: int, desk: Any, command: Any) -> None:
    at = desk()
    before = at.catalogue.find("r1")
    error = at.refusal("r1", command, DAY3)
    assert error is not None and error.code == expected and error.message and error.subject == "r1"
    assert pickle.loads(pickle.dumps(error)).code == expected
    assert at.catalogue.find("r1") == before  # nothing is lost, nothing has moved


def test_days_run_forward() -> None:
    assert code(published(), gk.RecordRepealed(document="x"), DAY1) == 507
    assert code(open_for_comment(), gk.RecordFeedbackPublished(comments=3, adopted=1), DAY2) == 507
    with pytest.raises(gk.TransitionError) as error:
        gk.decide(ready().catalogue, "r1", publication(), CLERK, gk.When(DAY3, DAY2), RULES)
    assert error.value.code == 507


def test_numbers_and_circles_across_records() -> None:
    desk = linked()
    for number in ("000014349/2018-00222", " 000014349/2018-00222\u3000"):
        assert code(desk, gk.RecordIndexed(index_number=number), record="r2") == 508
    assert code(desk, link("replaces", "r1"), record="r2") == 508
    assert code(desk, link("quotes", "r1"), record="r2") == 0


def test_an_office_says_who_publishes() -> None:
    own = RULES.replaced(stages=gk.StageRules.parse(json.dumps({
        "schema": 1, "graph": "catalogue", "roles": [{"role": "editor", "zh": "网站管理员"}],
        "actions": [{"action": "published", "roles": ["editor"], "citations": []}]}), "own.json"))  # fmt: skip
    at, when = ready().catalogue, gk.When(DAY2)
    with pytest.raises(gk.TransitionError) as error:
        gk.decide(at, "r1", publication(), gk.Actor("zhou", roles=["drafter"]), when, own)
    assert error.value.code == 502
    assert gk.decide(at, "r1", publication(), CLERK, when, own)[0].envelope.by.role == "editor"


def test_what_is_no_command() -> None:
    with pytest.raises(gk.InvalidArgumentError):
        gk.decide(drafted().catalogue, "r1", gk.RecordRetracted(), CLERK, gk.When(DAY1), RULES)
    with pytest.raises(gk.InvalidArgumentError):
        gk.decide(gk.Catalogue(), "", gk.RecordDrafted(data=data()), CLERK, gk.When(DAY1), RULES)
    with pytest.raises((gk.InvalidArgumentError, UnicodeEncodeError, TypeError)):
        gk.decide(gk.Catalogue(), "r1", gk.RecordDrafted(data=data("\udce5")), CLERK, gk.When(DAY1), RULES)


def test_a_record_is_formed_decided_reviewed_published_and_seen() -> None:
    full = data(
        summary="摘要", created_on=DAY1, publisher="不老屯镇人民政府", document_number="不政发〔2024〕2号",
        classes=[gk.RecordClass(scheme="catalogue_class", code="class_duties"), gk.RecordClass(scheme="statutory_item", code="budget"),
                 gk.RecordClass(scheme="本镇分类", code="防火")],
        subject_class="农业、林业\\林业", genre_class="通知", arrangement_class="应急", keywords=["防火"], format="html", language="zh",
        carrier="电子", attachments=["附件1"], disclosure_deadline="20个工作日", disclosure_scope="全社会", responsible_unit="内设办公室",
        secrecy_state="none",
    )  # fmt: skip
    desk = CatalogueDesk().act("r1", gk.RecordDrafted(data=full), DAY1).act("r1", PROACTIVE, DAY1).act("r1", publication(), DAY2)
    record = desk.catalogue.records["r1"]
    assert record.stage is gk.RecordStage.published and record.findings == [] and record.data == full
    due = gk.publication_due(record, RULES)
    assert due is not None and due.due == date(2024, 4, 1) and str(due.citation) == "国务院令第711号, art. 26"
    assert due.published_on == DAY2 and due.limit == gk.WorkingDays(20)
    view = gk.public_view(desk.catalogue, DAY3)
    assert (view[0].subject_class, view[0].format, view[0].attachments) == ("农业、林业\\林业", "html", ["附件1"])
    for text in (gk.to_html(view), gk.to_csv(view), gk.to_json(view)):
        assert "关于春季防火的通知" in text
        assert not [secret for secret in ("内设办公室", "secrecy", "review-1", "sha256") if secret in text]
    shown = json.loads(gk.to_json(view))[0]
    assert {"title", "summary", "created_on"} <= shown.keys() and "responsible_unit" not in shown
    found = [len(gk.public_view(desk.catalogue, DAY3, **only)) for only in (
        {"scheme": "statutory_item"}, {"code": "class_duties"}, {"subject_class": "农业、林业"}, {"subject_class": "农业"},
        {"text": "防火"}, {"validity": gk.Validity.repealed})]  # fmt: skip
    assert found == [1, 1, 1, 0, 1, 0]
    desk.act("r1", gk.RecordChanged(data=data("更新", "二"), reason="更新"), DAY3)
    assert [version.published_on for version in desk.catalogue.records["r1"].earlier] == [DAY2]


def test_what_is_overdue_and_what_a_clean_up_looks_at() -> None:
    assert gk.overdue(ready().catalogue, date(2024, 4, 1), RULES) == []
    assert [(item.record, item.due) for item in gk.overdue(ready().catalogue, date(2024, 4, 2), RULES)] == [("r1", date(2024, 4, 1))]
    later = drafted().act("r1", withheld(decide_again_on=date(2024, 12, 31)), DAY1)
    assert gk.cleanup_due(later.catalogue, date(2024, 12, 30)) == []
    assert [item.record for item in gk.cleanup_due(later.catalogue, date(2024, 12, 31))] == ["r1"]
    assert [finding.code for finding in gk.check(later.catalogue, date(2024, 12, 31), RULES)] == ["CAT.CLEANUP"]
    assert gk.publication_due(later.catalogue.records["r1"], RULES) is None


# Met on pages; the check character of the last but one is wrong, and the last has a pattern that nobody wrote down.
NUMBERS = {
    "000014349/2018-00222": ("national", True), "11370812004339255B/2020-22849": ("uscc_year", True),
    "113417020032563511/202504-00057": ("uscc_month", True), "01525761-8-/2020-1125008": ("organisation_hyphen_day", True),
    "035210000/2025-00016": ("national", False), "镇-121": ("", True),
}  # fmt: skip


def test_index_numbers() -> None:
    profiles = gk.IndexProfiles.builtin("CN")
    assert {text: (profiles.parse(text).profile, profiles.parse(text).checks_hold) for text in NUMBERS} == NUMBERS
    national = profiles.at("national")
    assert national.next("000014349", DAY1, ["000014349/2024-00008"]) == "000014349/2024-00009"
    for publisher, serial in (("14349", 1), ("000014349", 0), ("000014349", 100000)):
        with pytest.raises(gk.InvalidArgumentError):
            national.format(publisher, DAY1, serial)
    with pytest.raises(gk.InvalidArgumentError):
        national.next("000014349", DAY1, ["000014349/2024-99999"])
    with pytest.raises(gk.NotFoundError):
        profiles.at("martian")
    with pytest.raises(gk.RulebookError):
        gk.IndexProfiles.parse_file('{"schema":1,"profiles":[{"id":"p","source":"s","segments":[]}]}', "own.json")
    assert (gk.organisation_check("00001434"), gk.credit_code_check("1137081200433925I")) == ("9", None)


def test_the_standard_directory_and_the_rules_of_the_office() -> None:
    directory = gk.StandardDirectory.builtin("CN", "statutory_town_2019")
    desk = CatalogueDesk().act("r1", gk.RecordDrafted(data=data(
        "保密审查办法", kind="office_rule", matters=["art20_07"], document_number="不政发〔2024〕5号",
        in_force_from=DAY2, in_force_to=date(2024, 12, 31))), DAY1)  # fmt: skip
    desk.act("r1", PROACTIVE, DAY1).act("r1", publication(), DAY2)
    assert len(gk.uncovered(directory, desk.catalogue, DAY3)) == len(directory.matters) - 1
    assert len(gk.uncovered(directory, desk.catalogue, date(2025, 1, 1))) == len(directory.matters)
    assert [[rule.id for rule in gk.office_rules(desk.catalogue, day)] for day in (DAY1, DAY2, date(2025, 1, 1))] == [[], ["r1"], []]
    with pytest.raises(gk.NotFoundError):
        gk.StandardDirectory.builtin("CN", "nowhere")
    with pytest.raises(gk.RulebookError):
        gk.StandardDirectory.parse('{"schema":1,"id":"d","title":"t","source":"s","matters":[{"id":"a"}]}', "own.json")


def test_the_published_table_of_a_field_of_work() -> None:
    def read(text: str) -> gk.StandardDirectory:
        return gk.StandardDirectory.from_csv(text, id="aid", title="社会救助", source="某镇", rulebook=RULES.rulebook)

    table = (
        "序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,\n"
        ",一级事项,二级事项,,,,,,全社会,特定群体,主动,依申请公开\n"
        "1,综合业务,政策法规,办法,《条例》,形成之日起20个工作日内,某镇,■政府网站 □政府公报,√,,√,\n"
        "2,,审核信息,名单,《条例》,及时公开,某镇,公开查阅点,,√,,√\n"
    )
    directory = read(table)
    assert [(m.id, m.first_level, m.working_days, m.channels, m.audience, m.mode) for m in directory.matters] == [
        ("1", "综合业务", 20, ["website"], "全社会", "proactive"),
        ("2", "综合业务", None, ["reading_place"], "特定群体", "on_request"),
    ]
    draft = gk.draft_for(directory.matters[0])
    assert (draft.matters, draft.limit_working_days, draft.publisher, draft.title) == (("1",), 20, "某镇", "")
    for bad in ("", "姓名,年龄\n甲,3\n", table.replace("2,,", "1,,"), table.replace("名单", "")):
        with pytest.raises(gk.ParseError) as error:
            read(bad)
        assert error.value.code == 231


def test_what_is_wrong_between_records() -> None:
    desk = CatalogueDesk()
    for record, what in (("old", data("旧办法", "二", created_on=date(2019, 1, 1))), ("new", data("新办法", "三", created_on=DAY1))):
        desk.act(record, gk.RecordDrafted(data=what), DAY1).act(record, PROACTIVE, DAY1)
        desk.act(record, publication(text={"old": "二", "new": "三"}[record]), DAY2)
    desk.act("new", link("replaces", "old"), DAY2)
    assert [(finding.code, finding.cells) for finding in gk.check(desk.catalogue, DAY3, RULES)] == [("CAT.LINK", ["old"])]
    desk.act("old", gk.RecordRepealed(document="新办法"), DAY3)
    assert gk.check(desk.catalogue, DAY3, RULES) == []
