# SPDX-License-Identifier: Apache-2.0
"""What one applicant got and others need: proposals, the one act, and every refusal on the way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import gongkai as gk

from desk import CATALOGUE_RULES, CLERK, CatalogueDesk, RequestDesk, cleared, digest, granted, letter, refused

DAY1, DAY2, DAY3 = date(2024, 3, 4), date(2024, 3, 8), date(2024, 3, 11)


def asks(applicant: str, title: str, number: str = "") -> gk.RequestSubmitted:
    return gk.RequestSubmitted(
        applicant=gk.Applicant(id=applicant, type="natural_person"), channel="in_person", letter=f"letter of {applicant}",
        wants="请公开" + title, title=title, document_number=number)  # fmt: skip


def register(*requests: gk.RequestSubmitted) -> RequestDesk:
    desk = RequestDesk()
    for number, request in enumerate(requests, start=1):
        desk.act(f"q{number}", request, DAY1).act(f"q{number}", gk.RequestRegistered(number=str(number)), DAY1)
    return desk


def office() -> RequestDesk:
    """One got it; another asks for the same in other letters and brackets, a third for something else."""
    desk = register(asks("a1", "2023年度部门决算", "示发〔2023〕7号"), asks("a2", "２０２３ 年度《部门决算》"), asks("a3", "会议纪要"))
    return desk.act("q1", granted(DAY2), DAY2)


def told(desk: RequestDesk, catalogue: gk.Catalogue) -> list[tuple[str, str, list[str], list[str], list[str]]]:
    return [(one.kind.name, one.request, one.requests, one.records, one.by) for one in gk.proposals(desk.requests, catalogue)]


def test_the_same_information_by_title_number_and_content() -> None:
    assert told(office(), gk.Catalogue()) == [("publish", "q2", ["q1"], [], ["title"])]
    by_number = register(asks("a1", "甲", "示发〔2023〕7号"), asks("a2", "乙", "示发[2023] 7号"))
    assert told(by_number, gk.Catalogue()) == [("publish", "q2", ["q1"], [], ["document_number"])]
    by_content = register(asks("a1", "甲"), asks("a2", "乙")).act("q1", granted(DAY2), DAY2).act("q2", granted(DAY2), DAY2)
    assert told(by_content, gk.Catalogue()) == [("publish", "q2", ["q1"], [], ["content"])]
    assert [one.article for one in gk.proposals(by_content.requests, gk.Catalogue())] == ["国务院令第711号, art. 44(1)"]


def test_the_same_applicant_again_is_a_repeat_only_of_what_was_given() -> None:
    twice = register(asks("a1", "决算"), asks("a1", "决算"))
    assert told(twice, gk.Catalogue()) == []
    assert told(twice.act("q1", granted(DAY2), DAY2), gk.Catalogue()) == [("repeat", "q2", ["q1"], [], ["title"])]


def test_what_was_refused_or_is_held_back_is_not_proposed() -> None:
    assert told(register(asks("a1", "纪要"), asks("a2", "纪要")).act("q1", refused(), DAY2), gk.Catalogue()) == []
    catalogue = CatalogueDesk().act("r1", gk.RecordDrafted(data=gk.RecordData(title="2023年度部门决算")), DAY1)
    assert told(office(), catalogue.catalogue) == [("publish", "q2", ["q1"], ["r1"], ["title"])]
    catalogue.act("r1", gk.RecordAttributeDecided(mode="withheld", ground="state_secret", article="art. 14", reason="涉密"), DAY1)
    assert told(office(), catalogue.catalogue) == []


def test_in_one_act_and_linked() -> None:
    desk = office()
    plan = gk.ReleasePlan(record="r1", url="https://example.org/1.html", also_for=["q2"])
    events = gk.publish_release(desk.requests, gk.Catalogue(), "q1", plan, CLERK, gk.When(DAY3), CATALOGUE_RULES)
    history = gk.replay([event.numbered(number) for number, event in enumerate(events, start=1)], DAY3, DAY3, CATALOGUE_RULES)
    record = history.catalogue.records["r1"]
    assert history.findings == [] and record.stage is gk.RecordStage.published
    assert [(link.kind, link.outside) for link in record.links] == [("released_on_request", "q1"), ("released_on_request", "q2")]
    view = gk.public_view(history.catalogue, DAY3)
    assert [(shown.title, shown.links) for shown in view] == [("2023年度部门决算", [])]  # who asked is nobody's business
    # The one that waits is told where it is.
    assert told(desk, history.catalogue) == [("already_public", "q2", [], ["r1"], ["title"])]


REFUSED: list[tuple[int, str, dict[str, Any]]] = [
    (402, "q9", {}),
    (103, "q2", {}),
    (402, "q1", {"also_for": ["q9"]}),
    (508, "q1", {"also_for": ["q2", "q2"]}),
    (505, "q1", {"clearance": cleared(DAY2, "别的")}),
    (505, "q1", {"clearance": cleared(DAY2, conclusion=gk.Conclusion.withhold)}),
    (505, "q1", {"clearance": cleared(date(2024, 3, 12))}),
    (505, "q1", {"data": gk.RecordData(title="别的", digest=digest("别的"))}),
    (508, "q1", {"data": gk.RecordData(title="决算", secrecy_state="secret")}),
    (508, "q1", {"channel": "telepathy"}),
    (507, "q1", {"data": gk.RecordData(title="决算", created_on=date(2024, 3, 12))}),
]


@pytest.mark.parametrize(("code", "request_id", "plan"), REFUSED, ids=[f"{i}-{case[0]}" for i, case in enumerate(REFUSED)])
def test_what_is_refused(code: int, request_id: str, plan: dict[str, Any]) -> None:
    desk = office()
    with pytest.raises(gk.GongkaiError) as caught:
        gk.publish_release(desk.requests, gk.Catalogue(), request_id, gk.ReleasePlan(record="r1", **plan), CLERK, gk.When(DAY3), CATALOGUE_RULES)
    assert caught.value.code == code


def test_a_reply_is_released_with_a_clearance_of_exactly_what_it_hands_over() -> None:
    desk = register(asks("a1", "决算"))
    for clearance in (None, cleared(DAY2, "别的"), cleared(DAY2, conclusion=gk.Conclusion.disclose_in_part), cleared(DAY3)):
        error = desk.refusal("q1", gk.RequestDecided(outcome="granted", document=letter("r"), released=digest(), clearance=clearance), DAY2)
        assert error is not None and error.code == 505
