# SPDX-License-Identifier: Apache-2.0
"""Histories as facts, facts as tables and as the report of a year, and back to the events."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

import gongkai as gk

from desk import CATALOGUE_RULES, CLERK, REVIEW_RULES, RULES, CatalogueDesk, RequestDesk, digest, granted

END = date(2023, 12, 31)


@pytest.fixture(scope="module")
def office() -> gk.SampleOffice:
    return gk.sample_office(requests=2000, records=100)


@pytest.fixture(scope="module")
def facts(office: gk.SampleOffice) -> gk.Facts:
    requests = gk.replay(office.requests, END, END, RULES).requests
    catalogue = gk.replay(office.records, END, END, CATALOGUE_RULES).catalogue
    reviews = gk.replay(office.reviews, END, END, REVIEW_RULES).reviews
    return gk.derive(requests, catalogue, reviews, RULES)


def report(facts: gk.Facts, year: int) -> gk.Tabulation:
    return gk.tabulate(gk.Form.builtin("cn-format-2021"), facts, RULES.clock.rulebook, year, organisation="某县")


def value(told: gk.Tabulation, path: str) -> int:
    cell = told.report.cell(path)
    assert cell.value is not None, path
    return int(str(cell.value))


def test_the_report_of_each_year_adds_up_and_opens_where_the_last_one_closed(facts: gk.Facts) -> None:
    years = [report(facts, year) for year in range(2019, 2024)]
    for told in years:
        assert [finding for finding in gk.check(told.report) if finding.severity is gk.Severity.error] == []
        received = sum(1 for fact in facts.requests if fact.received_on and fact.received_on.year == told.report.year)
        assert value(told, "requests.new_received.total") == received > 0
    for before, after in zip(years, years[1:]):
        assert value(before, "requests.carried_out.total") == value(after, "requests.carried_in.total")
        assert [f for f in gk.check(after.report, before.report) if f.severity is gk.Severity.error] == []


def test_from_a_cell_to_its_events_and_back(facts: gk.Facts, office: gk.SampleOffice) -> None:
    told = report(facts, 2022)
    sources = told.trace("requests.granted.natural_person")
    assert len(sources) == value(told, "requests.granted.natural_person")
    by_number = {event.envelope.sequence: event for event in office.requests}
    for source in sources:
        assert any(by_number[number].envelope.subject == source.fact for number in source.events)
        assert "requests.granted.natural_person" in told.cells_of(source.events[-1])


def test_one_list_as_pandas_polars_arrow_and_back(facts: gk.Facts) -> None:
    pandas: Any = facts.to_pandas("requests")
    polars: Any = facts.to_polars("requests")
    arrow: Any = facts.to_arrow("requests")
    assert len(pandas) == polars.height == arrow.num_rows == len(facts.requests)
    assert list(pandas.columns) == polars.columns == arrow.column_names == gk.fact_columns(gk.FactTable.requests)
    counted = Counter(fact.outcome for fact in facts.requests if fact.closed_on is not None)
    assert dict(polars.filter(polars["closed_on"].is_not_null())["outcome"].value_counts().iter_rows()) == dict(counted)
    for source in (polars, arrow):
        again = gk.import_arrow(gk.FactTable.requests, source)
        assert [(f.request, f.outcome, f.closed_events) for f in again.requests] == [
            (f.request, f.outcome, f.closed_events) for f in facts.requests
        ]
    with pytest.raises(gk.InvalidArgumentError, match="sentences"):
        facts.to_polars("sentences")
    with pytest.raises(gk.InvalidArgumentError, match="request"):
        gk.import_arrow(gk.FactTable.requests, polars.drop("request"))
    for name in gk.FactTable.__members__:
        assert facts.to_arrow(name).num_rows == len(getattr(facts, name))


def test_a_stream_tells_the_same_and_forgets_what_is_closed(facts: gk.Facts, office: gk.SampleOffice) -> None:
    stream = gk.RequestStream(RULES)
    for event in sorted(office.requests, key=lambda one: one.envelope.legal_day):
        stream.add(event)
    assert 0 < stream.held < len(facts.requests)
    told = stream.finish()
    assert sorted((f.request, f.outcome, f.closed_on) for f in told.requests) == [
        (f.request, f.outcome, f.closed_on) for f in facts.requests
    ]
    with pytest.raises(gk.InvalidArgumentError):
        stream.add(office.requests[-1])
        stream.add(office.requests[0])


def test_what_one_got_and_others_need_is_published_in_one_act() -> None:
    day = date(2024, 3, 25)
    desk = RequestDesk().open("q1", date(2024, 3, 4)).act("q1", granted(day), day)
    plan = gk.ReleasePlan(record="r1", data=gk.RecordData(title="2023年决算", kind="document"), url="https://example.org/1.html")
    events = gk.publish_release(desk.requests, gk.Catalogue(), "q1", plan, CLERK, gk.When(day), CATALOGUE_RULES)
    assert [event.name for event in events] == ["drafted", "attribute_decided", "linked", "published"]
    catalogue = gk.Catalogue()
    for number, event in enumerate(events, start=1):
        catalogue = gk.apply(catalogue, event.numbered(number), CATALOGUE_RULES)
    assert [record.title for record in gk.public_view(catalogue, day)] == ["2023年决算"]
    other = gk.ReleasePlan(record="r2", data=gk.RecordData(title="别的", kind="document", digest=digest("别的")))
    with pytest.raises(gk.TransitionError) as caught:
        gk.publish_release(desk.requests, gk.Catalogue(), "q1", other, CLERK, gk.When(day), CATALOGUE_RULES)
    assert caught.value.code == 505
    with pytest.raises(gk.NotFoundError):
        gk.publish_release(desk.requests, gk.Catalogue(), "q9", plan, CLERK, gk.When(day), CATALOGUE_RULES)
    desk.open("q2", day)
    assert [(one.kind, one.request) for one in gk.proposals(desk.requests, catalogue)] == [
        (gk.ProposalKind.repeat, "q2"),
        (gk.ProposalKind.already_public, "q2"),
    ]


def test_no_withheld_record_gets_out() -> None:
    desk = CatalogueDesk()
    day = date(2024, 3, 4)
    desk.act("r1", gk.RecordDrafted(data=gk.RecordData(title="讨论稿", kind="document", digest=digest())), day)
    withheld = gk.RecordAttributeDecided(mode="withheld", ground="process_information", article="art. 16(2)", reason="讨论稿")
    desk.act("r1", withheld, day)
    assert gk.public_view(desk.catalogue, day) == []
    error = desk.refusal("r1", gk.RecordPublished(channel="website"), day)
    assert error is not None and error.stage == "held"
