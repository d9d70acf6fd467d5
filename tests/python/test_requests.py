# SPDX-License-Identifier: Apache-2.0
"""Requests from Python: the life of one, and every refusal on the way (the same cases as the tests of the library)."""

from __future__ import annotations

import json
import pickle
from datetime import date
from typing import Any

import pytest

import gongkai as gk

from desk import CLERK, RULES, RequestDesk, cleared, digest, granted, letter, refused, submitted

DAY1 = date(2024, 3, 4)  # in person: due 2024-04-01
DAY2 = date(2024, 3, 11)
DAY3 = date(2024, 3, 25)


def opened() -> RequestDesk:
    return RequestDesk().open("q1", DAY1)


def correction(delivered: date) -> gk.RequestCorrectionNoticed:
    return gk.RequestCorrectionNoticed(document=letter("correction-1", delivered), what="请明确年度", working_days=15)


def extension(days: int, reason: str = "需要检索") -> gk.RequestExtended:
    return gk.RequestExtended(document=letter("extension-1"), working_days=days, reason=reason)


def test_a_request_is_answered_in_time() -> None:
    desk = opened().act("q1", granted(DAY3), DAY3)
    desk.act("q1", gk.RequestServed(service="china_post", posted_on=date(2024, 3, 26)), date(2024, 3, 26))
    desk.act("q1", gk.RequestFiled(), date(2024, 4, 2))
    request = desk.requests.find("q1")
    assert request is not None and request.stage is gk.RequestStage.filed and request.outcome == "granted"
    assert request.decisions[0].posted_on == date(2024, 3, 26) and request.findings == []
    deadline = gk.reply_deadline(request, RULES, date(2024, 4, 30))
    assert deadline.due == date(2024, 4, 1) and deadline.status(date(2024, 4, 30)) is gk.DeadlineStatus.met
    assert gk.check(desk.requests, date(2024, 4, 30), RULES) == []
    assert "q1" in request._repr_html_() and "1 requests" in desk.requests._repr_html_()
    assert "<svg" in gk.request_graph()._repr_html_()


def test_a_refusal_says_what_where_what_is_allowed_and_the_article() -> None:
    desk = opened().act("q1", extension(20), DAY3)
    error = desk.refusal("q1", extension(5), DAY3)
    assert error is not None and error.code == 508
    assert (error.action, error.stage, error.article) == ("extended", "processing", "国务院令第711号, art. 33(2)")
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.action, again.stage, again.allowed) == (508, "extended", "processing", error.allowed)
    late = opened().act("q1", granted(DAY3), DAY3).refusal("q1", gk.RequestWithdrawn(), DAY3)
    assert late is not None and late.code == 501 and "served" in late.allowed and "served" in str(late)


REFUSED: list[tuple[int, Any, date]] = [
    (505, gk.RequestDecided(outcome="granted", document=letter("reply-1"), released=digest()), DAY3),
    (505, gk.RequestDecided(outcome="granted", document=letter("r"), released=digest(), clearance=cleared(DAY3, "二")), DAY3),
    (505, granted(date(2024, 3, 26)), DAY3),
    (505, gk.RequestDecided(outcome="granted", document=letter("r"), released=digest(),
                            clearance=cleared(DAY3, conclusion=gk.Conclusion.withhold)), DAY3),
    (504, gk.RequestDecided(outcome="granted"), DAY3),
    (504, refused(article=""), DAY3),
    (504, refused(reason=""), DAY3),
    (508, refused(outcome="denied_because"), DAY3),
    (508, refused(grounds=["laziness"]), DAY3),
    (508, refused(principal_ground="state_secret"), DAY3),
    (504, gk.RequestDecided(outcome="partially_granted", document=letter("r"), released=digest(), clearance=cleared(DAY3)), DAY3),
    (508, extension(21), DAY3),
    (508, extension(0), DAY3),
    (508, extension(20), date(2024, 4, 1)),
    (504, extension(20, ""), DAY3),
    (508, gk.RequestAgencyConsulted(party="县财政局", basis="curiosity", document=letter("c")), DAY3),
    (501, gk.RequestThirdPartyAnswered(party="乙公司", answer="consents"), DAY3),
    (501, gk.RequestRegistered(number="2"), DAY3),
    (501, gk.RequestFiled(), DAY3),
    (501, gk.RequestFeePaid(amount_fen=100), DAY3),
    (508, gk.RequestRemedyOpened(remedy="r1", kind="duel"), DAY3),
    (507, granted(date(2024, 3, 1)), date(2024, 3, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("code", "command", "day"), REFUSED, ids=[f"{i}-{case[0]}" for i, case in enumerate(REFUSED)])
def test_what_is_refused(code: int, command: Any, day: date) -> None:
    desk = opened()
    before = desk.requests.find("q1")
    error = desk.refusal("q1", command, day)
    assert error is not None and error.code == code and error.message
    assert desk.requests.find("q1") == before  # nothing is lost, nothing has moved


def test_all_outcomes_of_the_closed_list_can_be_decided() -> None:
    desk = opened()
    for member in RULES.clock.rulebook.taxonomy("outcome").members:
        part = gk.WithheldPart(part="附件", ground="personal_privacy", article="art. 15")
        command = refused(outcome=member.code.token, released=digest(), clearance=cleared(DAY3), withheld=[part])
        assert desk.refusal("q1", command, DAY3) is None, member


def test_a_correction_is_asked_once_and_lapses() -> None:
    desk = opened().act("q1", correction(date(2024, 3, 8)), date(2024, 3, 6))
    assert codes(desk, gk.RequestCorrectionLapsed(), date(2024, 3, 29)) == 508
    assert codes(desk, granted(DAY3), DAY3) == 501
    desk.act("q1", gk.RequestCorrectionLapsed(), date(2024, 4, 1))
    assert desk.requests.requests["q1"].outcome == "other_correction_overdue"
    assert codes(desk, gk.RequestCorrected(), date(2024, 4, 2)) == 501
    desk.act("q1", gk.RequestCorrected(with_good_reason=True), date(2024, 4, 2))
    assert desk.requests.requests["q1"].stage is gk.RequestStage.processing


def codes(desk: RequestDesk, command: Any, day: date) -> int:
    error = desk.refusal("q1", command, day)
    return 0 if error is None else error.code


def test_a_letter_is_split() -> None:
    desk = RequestDesk().act("q1", submitted(), DAY1)
    assert [codes(desk, gk.RequestSplit(into=into), DAY1) for into in (["q2"], ["q2", "q1"], ["q2", "q2"])] == [504, 508, 508]
    desk.act("q1", gk.RequestSplit(into=["q2", "q3"]), DAY1)
    assert codes(desk, granted(DAY3), DAY3) == 501


def test_remedies_have_their_order() -> None:
    desk = opened().act("q1", refused(), DAY3)
    desk.act("q1", gk.RequestRemedyOpened(remedy="r1", kind="reconsideration", body="县人民政府"), date(2024, 4, 10))
    later = date(2024, 5, 10)
    assert codes(desk, gk.RequestRemedyOpened(remedy="r1", kind="reconsideration"), later) == 508
    assert codes(desk, gk.RequestRemedyConcluded(remedy="r2", result="upheld"), later) == 508
    assert codes(desk, gk.RequestRemedyConcluded(remedy="r1", result="pending"), later) == 508
    assert codes(desk, gk.RequestRemedyConcluded(remedy="r1"), later) == 504
    desk.act("q1", gk.RequestRemedyConcluded(remedy="r1", result="corrected", decide_again=True), later)
    desk.act("q1", gk.RequestDecided(outcome="granted", document=letter("reply-2"), released=digest(), clearance=cleared(later)), later)
    assert [decision.outcome for decision in desk.requests.requests["q1"].decisions] == ["denied_process", "granted"]


def test_days_of_service_name_their_document() -> None:
    desk = opened().act("q1", gk.RequestCorrectionNoticed(document=letter("correction-1"), what="年度", working_days=15), date(2024, 3, 6))
    day = date(2024, 3, 8)
    assert codes(desk, gk.RequestServed(document="correction-9"), day) == 504
    assert codes(desk, gk.RequestServed(document="correction-9", delivered_on=day), day) == 508
    assert codes(desk, gk.RequestServed(document="correction-1", delivered_on=day, service="pigeon"), day) == 508
    assert codes(desk, gk.RequestServed(document="correction-1", delivered_on=day, service="direct"), day) == 0


def test_every_stage_refuses_what_the_graph_does_not_have() -> None:
    graph = gk.request_graph()
    desk = opened()
    for name, _ in graph.actions:
        if name in graph.allowed("processing") or name not in SAMPLES:
            continue
        assert codes(desk, SAMPLES[name], DAY3) == 501, name


SAMPLES: dict[str, Any] = {
    "submitted": submitted(),
    "registered": gk.RequestRegistered(number="1"),
    "split": gk.RequestSplit(into=["a", "b"]),
    "corrected": gk.RequestCorrected(),
    "correction_lapsed": gk.RequestCorrectionLapsed(),
    "third_party_answered": gk.RequestThirdPartyAnswered(party="甲", answer="consents"),
    "agency_answered": gk.RequestAgencyAnswered(party="丙", answer="consents"),
    "fee_paid": gk.RequestFeePaid(amount_fen=1),
    "fee_lapsed": gk.RequestFeeLapsed(),
    "filed": gk.RequestFiled(),
}


def test_events_as_json_lines_and_again() -> None:
    desk = opened().act("q1", granted(DAY3), DAY3)
    text = gk.to_json_lines(desk.events)
    again = gk.read_request_events(text)
    assert again.events == desk.events and again.rejected == []
    assert all(pickle.loads(pickle.dumps(event)) == event for event in desk.events)
    broken = text.replace('"granted"', '"granted', 1)
    kept = gk.read_request_events(broken)
    assert len(kept.events) == len(desk.events) - 1 and kept.rejected[0].line == len(desk.events)
    assert gk.read_request_events(broken, gk.OnBadLine.keep_none).events == []
    history = gk.replay(again.events, DAY3, DAY3, RULES)
    assert history.requests.find("q1") == desk.requests.find("q1") and history.findings == []
    # As known before the reply was written down, it is pending.
    assert gk.replay(again.events, DAY3, DAY2, RULES).requests.requests["q1"].outcome == ""


def test_importing_again_changes_nothing_and_a_changed_row_is_a_correction() -> None:
    def row(day: date) -> gk.RequestEvent:
        envelope = gk.Envelope(subject="q1", legal_day=day, recorded_on=DAY3, source=gk.Source("登记簿.xlsx", "7"))
        return gk.RequestEvent(envelope, submitted())

    known = gk.import_again([], [row(DAY1)], DAY3).append
    same = gk.import_again(known, [row(DAY1)], DAY3)
    assert (same.unchanged, same.append) == (1, [])
    changed = gk.import_again(known, [row(DAY2)], DAY3)
    assert changed.corrected == 1 and changed.append[0].envelope.corrects == known[0].envelope.sequence


def test_fees_of_2020() -> None:
    book = RULES.clock.rulebook
    per_item = [gk.fee_per_item(book, date(2021, 3, 1), position) for position in (10, 11, 31)]
    assert [str(fee) for fee in per_item] == ["0.00 CNY", "100.00 CNY", "200.00 CNY"]
    with pytest.raises(gk.NotFoundError):
        gk.fee_per_item(book, date(2020, 6, 30), 11)


def test_types_are_refused_clearly() -> None:
    with pytest.raises(TypeError):
        gk.decide(gk.RequestRegister(), "q1", "granted", CLERK, gk.When(DAY1), RULES)  # type: ignore[call-overload]
    with pytest.raises(TypeError):
        gk.RequestDecided()  # type: ignore[call-arg]
    with pytest.raises(gk.InvalidArgumentError):
        gk.ContentDigest.parse("md5:00")


def test_a_register_under_another_clock_says_which_requests_it_touches() -> None:
    desk = RequestDesk().open("q1", DAY1).open("q2", DAY1).act("q1", granted(date(2024, 3, 26)), date(2024, 3, 26))
    answer = gk.what_if(desk.requests, RULES.clock, RULES.clock.with_limit("reply", gk.WorkingDays(15)), date(2024, 4, 1))
    assert (answer.late_before, answer.late_after) == (0, 2)
    first, second = answer.changes
    assert (first.request, first.before, first.after) == ("q1", gk.DeadlineStatus.met, gk.DeadlineStatus.late)
    assert second.due_before.latest == date(2024, 4, 1) and second.due_after.latest == date(2024, 3, 25)
    assert second.cause is gk.ChangeCause.rulebook and second.stage is gk.RequestStage.processing
    assert gk.what_if(desk.requests, RULES.clock, RULES.clock, date(2024, 4, 1)).changes == []
    assert answer.before["running"] == 1 and "2 late" not in repr(first)


def test_the_evidence_bundle_names_what_is_there_and_what_is_missing() -> None:
    day = date(2025, 8, 18)
    desk = RequestDesk().open("q1", date(2025, 8, 4))
    desk.act("q1", refused(outcome="unable_not_held", grounds=[], evidence=["检索记录", "<b>附页</b>"]), day)
    request = desk.requests.find("q1")
    assert request is not None
    evidence = gk.EvidenceRules.builtin("CN")
    bundle = gk.evidence_bundle(request, desk.events, evidence, {"reply-1": digest()})
    assert [item.kind for item in bundle.items] == ["search_record", "service_proof"]
    assert bundle.missing == ["service_proof"] and bundle.decided_on == day
    assert [document.name for document in bundle.items[0].documents] == ["检索记录"]
    assert {d.name: d.digest for d in bundle.documents}["reply-1"] == digest()
    manifest = json.loads(bundle.to_json())
    assert manifest["items"][1]["present"] is False and manifest["rules"] == evidence.identity
    assert "<b>" not in bundle._repr_html_() and "缺" in bundle._repr_html_()
    with pytest.raises(gk.RulebookError):
        gk.EvidenceRules.parse("{}", "evidence.json")
