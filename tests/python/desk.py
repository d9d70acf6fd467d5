# SPDX-License-Identifier: Apache-2.0
"""An office at work, for the tests of its three registers."""

from __future__ import annotations

from datetime import date
from typing import Any, Optional

import gongkai as gk

RULES = gk.RequestRules.builtin("CN")
CATALOGUE_RULES = gk.CatalogueRules.builtin("CN")
REVIEW_RULES = gk.ReviewRules.builtin("CN")
CLERK = gk.Actor("wang", roles=["handler", "editor"])


def digest(text: str = "一") -> gk.ContentDigest:
    return gk.ContentDigest.of(text.encode())


def cleared(day: date, text: str = "一", conclusion: gk.Conclusion = gk.Conclusion.disclose) -> gk.Clearance:
    return gk.Clearance(review="review-1", day=day, digest=digest(text), conclusion=conclusion)


def submitted() -> gk.RequestSubmitted:
    applicant = gk.Applicant(id="a1", type="natural_person", name="张三")
    return gk.RequestSubmitted(applicant=applicant, channel="in_person", letter="letter-1", wants="请公开决算", title="2023年决算")


def letter(id: str, delivered: Optional[date] = None) -> gk.OutgoingDocument:
    return gk.OutgoingDocument(id=id, delivered_on=delivered)


def granted(day: date) -> gk.RequestDecided:
    return gk.RequestDecided(outcome="granted", document=letter("reply-1"), released=digest(), clearance=cleared(day))


def refused(**other: Any) -> gk.RequestDecided:
    stated: dict[str, Any] = {
        "outcome": "denied_process",
        "document": letter("reply-1"),
        "grounds": ["process_information"],
        "article": "国务院令第711号, art. 16(2)",
        "reason": "讨论记录",
        "evidence": ["会议记录"],
    }
    return gk.RequestDecided(**(stated | other))


class RequestDesk:
    """A register that keeps its events."""

    def __init__(self) -> None:
        self.requests = gk.RequestRegister()
        self.events: list[gk.RequestEvent] = []

    def act(self, request: str, command: Any, day: date) -> RequestDesk:
        for event in gk.decide(self.requests, request, command, CLERK, gk.When(day), RULES):
            self.events.append(event.numbered(len(self.events) + 1))
            self.requests = gk.apply(self.requests, self.events[-1], RULES)
        return self

    def open(self, request: str, day: date) -> RequestDesk:
        return self.act(request, submitted(), day).act(request, gk.RequestRegistered(number=request), day)

    def refusal(self, request: str, command: Any, day: date) -> Optional[gk.TransitionError]:
        try:
            gk.decide(self.requests, request, command, CLERK, gk.When(day), RULES)
        except gk.TransitionError as error:
            return error
        return None


class CatalogueDesk:
    """A catalogue that keeps its events."""

    def __init__(self) -> None:
        self.catalogue = gk.Catalogue()
        self.events: list[gk.RecordEvent] = []

    def act(self, record: str, command: Any, day: date) -> CatalogueDesk:
        for event in gk.decide(self.catalogue, record, command, CLERK, gk.When(day), CATALOGUE_RULES):
            self.events.append(event.numbered(len(self.events) + 1))
            self.catalogue = gk.apply(self.catalogue, self.events[-1], CATALOGUE_RULES)
        return self

    def refusal(self, record: str, command: Any, day: date) -> Optional[gk.TransitionError]:
        try:
            gk.decide(self.catalogue, record, command, CLERK, gk.When(day), CATALOGUE_RULES)
        except gk.TransitionError as error:
            return error
        return None


class ReviewDesk:
    """A review that keeps its events."""

    def __init__(self, id: str = "review-1") -> None:
        self.state = gk.ReviewState(id)
        self.events: list[gk.ReviewEvent] = []

    def act(self, actor: gk.Actor, command: Any, day: date) -> ReviewDesk:
        for event in gk.decide(self.state, command, actor, gk.When(day), REVIEW_RULES):
            self.events.append(event.numbered(len(self.events) + 1))
            self.state = gk.apply(self.state, self.events[-1], REVIEW_RULES)
        return self

    def refusal(self, actor: gk.Actor, command: Any, day: date) -> Optional[gk.TransitionError]:
        try:
            gk.decide(self.state, command, actor, gk.When(day), REVIEW_RULES)
        except gk.TransitionError as error:
            return error
        return None
