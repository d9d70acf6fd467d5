# SPDX-License-Identifier: Apache-2.0
"""Reviews from Python: the way of the town's three stages, and every refusal on it (the same cases as the tests of the
library)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Optional

import pytest

import gongkai as gk

from desk import REVIEW_RULES as RULES
from desk import CatalogueDesk, ReviewDesk, digest

DAY1, DAY2, DAY3 = date(2013, 3, 4), date(2013, 3, 5), date(2013, 3, 6)
DRAFTER = gk.Actor("wang", roles=["drafter"])
HEAD = gk.Actor("zhao", roles=["section_head"])
IN_CHARGE = gk.Actor("qian", roles=["leader_in_charge"])
GROUP = gk.Actor("sun", roles=["secrecy_leading_group"])
PRINCIPAL = gk.Actor("li", roles=["principal_leader"])
CLOCK = gk.Actor("clock", roles=["system"])
DISCLOSE, IN_PART, WITHHOLD, REFER = gk.Conclusion.disclose, gk.Conclusion.disclose_in_part, gk.Conclusion.withhold, gk.Conclusion.refer


def submission(policy: str = "town_three_stages", text: str = "一", **other: Any) -> gk.ReviewSubmitted:
    return gk.ReviewSubmitted(policy=policy, digest=digest(text), about="record-1", title="关于春季防火的通知", **other)


def stand_in(id: str, role: str, whose: str, last: Optional[date] = None) -> gk.Actor:
    return gk.Actor(id, delegations=[gk.Delegation(role=role, from_=whose, first_day=DAY1, last_day=last, document="代行通知")])


def submitted() -> ReviewDesk:
    return ReviewDesk().act(DRAFTER, submission(), DAY1)


def completed() -> ReviewDesk:
    return submitted().act(HEAD, gk.ReviewApproved(conclusion=DISCLOSE), DAY1).act(IN_CHARGE, gk.ReviewApproved(conclusion=DISCLOSE), DAY2).act(PRINCIPAL, gk.ReviewApproved(conclusion=DISCLOSE), DAY3)


def consulted() -> ReviewDesk:
    return submitted().act(HEAD, gk.ReviewConsultationOpened(question="附件可否公开"), DAY1)


def answered() -> ReviewDesk:
    desk = submitted().act(HEAD, gk.ReviewReferred(body="密云县国家保密局", question="是否涉密"), DAY1)
    return desk.act(DRAFTER, gk.ReviewReferralAnswered(conclusion=WITHHOLD, document="函"), DAY2)


def opinions() -> ReviewDesk:
    desk = consulted().act(HEAD, gk.ReviewOpinionGiven(conclusion=IN_PART), DAY2)
    return desk.act(IN_CHARGE, gk.ReviewOpinionGiven(conclusion=IN_PART), DAY2)


def redacted(**other: Any) -> gk.ReviewSubmitted:
    part = gk.WithheldPart(part="附件1第3列", ground="personal_privacy", article="art. 15")
    return submission(**({"policy": "one_stage", "text": "二", "redacted_from": digest("一"), "withheld": [part]} | other))


def approved(conclusion: gk.Conclusion = DISCLOSE, **other: Any) -> gk.ReviewApproved:
    return gk.ReviewApproved(conclusion=conclusion, **other)


BOTH = gk.Actor("wang", roles=["drafter", "section_head"])
REFUSED: list[tuple[int, Any, gk.Actor, Any]] = [
    # handed in
    (508, ReviewDesk, DRAFTER, submission("no_such_policy")),
    (508, ReviewDesk, DRAFTER, redacted(redacted_from=None)),
    (504, ReviewDesk, DRAFTER, redacted(withheld=[])),
    (508, ReviewDesk, DRAFTER, redacted(redacted_from=digest("二"))),
    (508, ReviewDesk, DRAFTER, redacted(withheld=[gk.WithheldPart(part="附件", ground="shame")])),
    (504, ReviewDesk, DRAFTER, redacted(withheld=[gk.WithheldPart(part=" ", ground="personal_privacy")])),
    (504, ReviewDesk, DRAFTER, redacted(withheld=[gk.WithheldPart(part="附件", ground="")])),
    (501, submitted, DRAFTER, submission()),
    # decided
    (501, ReviewDesk, HEAD, approved()),
    (502, submitted, IN_CHARGE, approved()),
    (508, submitted, PRINCIPAL, approved(stage="principal_leader")),
    (508, submitted, HEAD, approved(stage="nowhere")),
    (503, submitted, BOTH, approved()),
    (503, submitted, stand_in("wu", "section_head", "wang"), approved()),
    (502, submitted, stand_in("wu", "section_head", "zhao", DAY2), approved()),
    (503, lambda: submitted().act(HEAD, approved(), DAY1), gk.Actor("zhao", roles=["leader_in_charge"]), approved()),
    (505, submitted, HEAD, approved(seen=digest("二"))),
    (504, submitted, HEAD, approved(WITHHOLD, reason="涉密")),
    (504, submitted, HEAD, approved(WITHHOLD, article="art. 14")),
    (508, submitted, HEAD, approved(REFER, article="art. 14", reason="x")),
    (508, answered, HEAD, approved()),
    (504, submitted, HEAD, gk.ReviewReturned()),
    (502, submitted, DRAFTER, gk.ReviewReturned(reason="x")),
    (504, submitted, HEAD, gk.ReviewRefused(article="art. 14")),
    (504, submitted, HEAD, gk.ReviewRefused(reason="x")),
    (508, submitted, HEAD, gk.ReviewRefused(ground="shame", article="art. 14", reason="x")),
    (508, lambda: opinions().act(HEAD, gk.ReviewConsultationConcluded(conclusion=IN_PART), DAY2), HEAD,
     gk.ReviewRefused(article="art. 14", reason="x")),
    # time
    (508, submitted, CLOCK, gk.ReviewEscalated(reason="逾期")),
    (508, submitted, CLOCK, gk.ReviewConsentBySilence()),
    # doubt
    (504, submitted, HEAD, gk.ReviewReferred(question="?")),
    (504, submitted, HEAD, gk.ReviewReferred(body="保密局")),
    (501, submitted, DRAFTER, gk.ReviewReferralAnswered(conclusion=DISCLOSE, document="函")),
    (504, lambda: submitted().act(HEAD, gk.ReviewReferred(body="保密局", question="?"), DAY1), DRAFTER, gk.ReviewReferralAnswered(conclusion=DISCLOSE)),
    (508, lambda: submitted().act(HEAD, gk.ReviewReferred(body="保密局", question="?"), DAY1), DRAFTER,
     gk.ReviewReferralAnswered(conclusion=REFER, document="函")),
    (504, submitted, HEAD, gk.ReviewConsultationOpened()),
    (508, lambda: ReviewDesk().act(DRAFTER, submission("one_stage"), DAY1), gk.Actor("office", roles=["disclosure_office"]),
     gk.ReviewConsultationOpened(question="?")),
    (501, consulted, HEAD, approved()),
    (501, submitted, HEAD, gk.ReviewOpinionGiven(conclusion=DISCLOSE)),
    (502, consulted, DRAFTER, gk.ReviewOpinionGiven(conclusion=DISCLOSE)),
    (503, consulted, gk.Actor("wang", roles=["secrecy_leading_group"]), gk.ReviewOpinionGiven(conclusion=DISCLOSE)),
    (503, lambda: consulted().act(HEAD, gk.ReviewOpinionGiven(conclusion=DISCLOSE), DAY1), stand_in("wu", "section_head", "zhao"), gk.ReviewOpinionGiven(conclusion=DISCLOSE)),
    (506, consulted, HEAD, gk.ReviewConsultationConcluded(conclusion=DISCLOSE)),
    (506, lambda: consulted().act(HEAD, gk.ReviewOpinionGiven(conclusion=DISCLOSE), DAY1).act(GROUP, gk.ReviewOpinionGiven(conclusion=DISCLOSE), DAY1), HEAD,
     gk.ReviewConsultationConcluded(conclusion=DISCLOSE)),
    (508, opinions, HEAD, gk.ReviewConsultationConcluded(conclusion=DISCLOSE)),
    (502, opinions, PRINCIPAL, gk.ReviewConsultationConcluded(conclusion=IN_PART)),
    # content
    (508, completed, DRAFTER, gk.ReviewContentChanged(digest=digest("一"))),
    (501, completed, PRINCIPAL, approved()),
    (501, completed, DRAFTER, gk.ReviewWithdrawn()),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "desk", "actor", "command"), REFUSED, ids=[f"{i}-{case[0]}" for i, case in enumerate(REFUSED)])
def test_what_is_refused(expected: int, desk: Any, actor: gk.Actor, command: Any) -> None:
    at = desk()
    before = at.state
    error = at.refusal(actor, command, DAY3)
    assert error is not None and error.code == expected and error.message and error.subject == "review-1"
    assert at.state == before


def test_a_refusal_says_what_where_what_is_allowed_and_the_article() -> None:
    error = ReviewDesk().refusal(HEAD, approved(), DAY1)
    assert error is not None
    assert (error.action, error.stage, error.allowed) == ("approved", "not_submitted", ("submitted",))
    assert error.article == "国务院令第492号, art. 14(2)"


def test_the_town_reviews_in_three_stages_and_issues_a_clearance() -> None:
    desk = completed()
    assert desk.state.stage is gk.ReviewStage.completed and desk.state.findings == []
    clearance = desk.state.clearance
    assert clearance == gk.Clearance(review="review-1", day=DAY3, digest=digest("一"), conclusion=DISCLOSE)
    assert clearance is not None and clearance.permits(digest("一")) and not clearance.permits(digest("二"))
    desk.act(DRAFTER, gk.ReviewContentChanged(digest=digest("二"), reason="表格更新"), DAY3)
    assert desk.state.stage is gk.ReviewStage.lapsed and desk.state.clearance is None


def test_a_redacted_copy_is_reviewed_itself() -> None:
    desk = ReviewDesk().act(DRAFTER, redacted(), DAY1).act(gk.Actor("office", roles=["disclosure_office"]), approved(), DAY2)
    clearance = desk.state.clearance
    assert clearance is not None and clearance.redacted_from == digest("一")
    assert [part.part for part in clearance.withheld] == ["附件1第3列"]


def test_the_policies_that_are_shipped_and_an_office_of_its_own() -> None:
    policies = gk.ReviewPolicies.builtin("CN")
    assert {"town_three_stages", "one_stage", "four_stages"} <= set(policies.ids())
    assert [stage.role for stage in policies.at("town_three_stages").stages if stage.required] == [
        "section_head", "leader_in_charge", "principal_leader"]  # fmt: skip
    own: dict[str, Any] = {
        "schema": 1, "id": "own", "title": {"zh": "甲", "en": "own"}, "source": "本镇规定",
        "stages": [{"stage": "a", "role": "x", "zh": "甲", "working_days": 2, "on_timeout": "escalate"}, {"stage": "b", "role": "y", "zh": "乙"}],
        "separation": {"drafter_is_kept_out": True, "one_stage_per_person": True},
        "consultation": {"roles": ["x", "y"], "quorum": 2, "must_speak": ["y"], "unanimous": True},
    }  # fmt: skip
    policy = gk.ReviewPolicy.parse(json.dumps(own), "own.json")
    assert policies.with_policy(policy).at("own").stages[0].on_timeout is gk.OnTimeout.escalate
    quorum_of_zero = own | {"consultation": own["consultation"] | {"quorum": 0}}
    last_escalates = own | {"stages": own["stages"][:1]}
    twice = own | {"stages": own["stages"][1:] * 2}
    silent = own | {"stages": [{"stage": "a", "role": "x", "zh": "甲", "working_days": 2, "on_timeout": "approve"}]}
    for bad in (quorum_of_zero, last_escalates, twice, silent, own | {"stages": []}, own | {"colour": "red"}):
        with pytest.raises(gk.RulebookError):
            gk.ReviewPolicy.parse(json.dumps(bad), "own.json")
    with pytest.raises(gk.NotFoundError):
        policies.at("nine_stages")


def test_silence_is_consent_only_when_asked_for_and_to_what_was_concluded() -> None:
    friday = date(2013, 3, 8)
    desk = ReviewDesk().act(DRAFTER, submission("silence_is_consent"), friday)
    assert gk.turn_due(desk.state, RULES) == date(2013, 3, 11)
    opted = RULES.replaced(silence=gk.ReviewSilence.is_consent)

    def codes(day: date, rules: gk.ReviewRules) -> int:
        try:
            gk.decide(desk.state, gk.ReviewConsentBySilence(), CLOCK, gk.When(day), rules)
        except gk.TransitionError as error:
            return error.code
        return 0

    assert [codes(date(2013, 3, 12), RULES), codes(date(2013, 3, 11), opted), codes(date(2013, 3, 12), opted)] == [508, 508, 0]
    desk.act(IN_CHARGE, approved(WITHHOLD, article="art. 14", reason="涉密"), date(2013, 3, 11))
    for event in gk.decide(desk.state, gk.ReviewConsentBySilence(), CLOCK, gk.When(date(2013, 3, 13)), opted):
        state = gk.apply(desk.state, event.numbered(9), opted)
    assert state.clearance is not None and state.clearance.conclusion is WITHHOLD


def test_turns_that_are_overdue() -> None:
    desk = ReviewDesk().act(DRAFTER, submission("four_stages"), date(2013, 3, 1)).act(HEAD, approved(), DAY1)
    reviews = {"review-1": desk.state}
    assert gk.overdue_turns(reviews, date(2013, 3, 11), RULES) == []
    found = gk.overdue_turns(reviews, date(2013, 3, 12), RULES)
    assert [(turn.review, turn.role, turn.due, turn.on_timeout) for turn in found] == [
        ("review-1", "general_office", date(2013, 3, 11), gk.OnTimeout.escalate)]  # fmt: skip
    desk.act(CLOCK, gk.ReviewEscalated(reason="逾期"), date(2013, 3, 12))
    turn = gk.turn_of(desk.state, RULES)
    assert turn is not None and turn.stage == "leader_in_charge" and gk.turn_due(desk.state, RULES) is None


def test_days_run_forward() -> None:
    error = submitted().refusal(HEAD, approved(), date(2013, 3, 3))
    assert error is not None and error.code == 507
    with pytest.raises(gk.TransitionError):
        gk.decide(submitted().state, approved(), HEAD, gk.When(DAY3, DAY2), RULES)
    with pytest.raises(gk.InvalidArgumentError):
        gk.decide(submitted().state, gk.ReviewRetracted(), HEAD, gk.When(DAY3), RULES)


def test_digests_of_both_algorithms() -> None:
    # FIPS 180-4; GB/T 32905-2016, annex A.
    assert str(gk.ContentDigest.of(b"abc")) == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert str(gk.ContentDigest.of(b"abc", "sm3")) == "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert gk.ContentDigest.of(b"abc") != gk.ContentDigest.of(b"abc", "sm3")


def test_what_went_out_by_a_review_that_never_cleared_it_is_found() -> None:
    review = completed()
    clearance = review.state.clearance
    assert clearance is not None and review.state.issued == [clearance]
    desk = CatalogueDesk().act("r1", gk.RecordDrafted(data=gk.RecordData(title="通知", digest=digest("一"))), DAY1)
    desk.act("r1", gk.RecordAttributeDecided(mode="proactive"), DAY1)
    desk.act("r1", gk.RecordPublished(channel="website", clearance=clearance), DAY3)
    nothing = gk.RequestRegister()
    assert gk.check_clearances(nothing, desk.catalogue, {"review-1": review.state}) == []
    for reviews in ({}, {"review-1": submitted().state}):
        assert [finding.code for finding in gk.check_clearances(nothing, desk.catalogue, reviews)] == ["FCT.CLEARANCE"]
