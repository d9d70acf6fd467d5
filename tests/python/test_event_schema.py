# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema of the events accepts what the library writes and refuses what it would not write."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, Callable

import jsonschema
import pytest

import gongkai as gk

RULEBOOK = gk.Rulebook.builtin("cn")
SCHEMAS: dict[str, Callable[[gk.Rulebook], str]] = {
    "request": gk.request_event_schema,
    "catalogue": gk.record_event_schema,
    "review": gk.review_event_schema,
}
PARSERS: dict[str, Callable[[str], Any]] = {
    "request": gk.parse_request_event,
    "catalogue": gk.parse_record_event,
    "review": gk.parse_review_event,
}


def validator(module: str) -> Any:
    schema = json.loads(SCHEMAS[module](RULEBOOK))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


VALIDATORS = {module: validator(module) for module in SCHEMAS}


def module_of(event: dict[str, Any]) -> str:
    return str(event["event"]).split(".")[0]


def accepts(event: dict[str, Any]) -> bool:
    return bool(VALIDATORS[module_of(event)].is_valid(event))


def examples(root: Path) -> list[dict[str, Any]]:
    """Every event once, every field stated."""
    lines = (root / "docs/schema/events.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_every_example_is_valid_and_every_event_has_one(root: Path) -> None:
    found = examples(root)
    for event in found:
        errors = [error.message for error in VALIDATORS[module_of(event)].iter_errors(event)]
        assert errors == [], event["event"]
    names = [name for module in VALIDATORS for name in VALIDATORS[module].schema["properties"]["event"]["enum"]]
    assert [event["event"] for event in found] == names and len(set(names)) == len(names)


def test_the_events_of_the_sample_office_are_valid() -> None:
    office = gk.sample_office(requests=400, records=80, years=2)
    lines = [*office.requests, *office.records, *office.reviews]
    assert len(lines) > 2000
    kinds = set()
    for line in lines:
        event = json.loads(gk.to_json(line))
        kinds.add(event["event"])
        assert accepts(event), event
    assert len(kinds) > 20


def wrongs(event: dict[str, Any]) -> list[dict[str, Any]]:
    """The event with one thing wrong each."""
    out = []

    def wrong(change: Callable[[dict[str, Any]], None]) -> None:
        other = deepcopy(event)
        change(other)
        out.append(other)

    wrong(lambda e: e.update(extra=1))
    wrong(lambda e: e["data"].update(extra=1))
    wrong(lambda e: e.update(schema=2))
    wrong(lambda e: e.update(event=e["event"] + "x"))
    wrong(lambda e: e.update(sequence=0))
    wrong(lambda e: e.update(subject=""))
    wrong(lambda e: e.update(legal_day="2024-02-30"))
    wrong(lambda e: e.update(legal_day="2024-3-4"))
    wrong(lambda e: e.update(by={"role": "handler"}))
    wrong(lambda e: e.update(source={"row": "17"}))
    for key in ("schema", "event", "subject", "legal_day", "recorded_on", "data"):
        wrong(lambda e, key=key: e.pop(key))  # type: ignore[misc]
    for key, value in event["data"].items():
        for other in ([[]] if not isinstance(value, list) else ["x"]) + [1.5]:
            wrong(lambda e, key=key, other=other: e["data"].update({key: other}))  # type: ignore[misc]
    return out


def test_whatever_is_wrong_is_refused_by_the_schema_and_by_the_reader(root: Path) -> None:
    for event in examples(root):
        for other in wrongs(event):
            module = module_of(event)  # the name of the event may be what is wrong
            assert not VALIDATORS[module].is_valid(other), other
            with pytest.raises(gk.ParseError):
                PARSERS[module](json.dumps(other, ensure_ascii=False))


def test_what_must_be_stated_is_asked_for_as_the_reader_asks(root: Path) -> None:
    for event in examples(root):
        for key in event["data"]:
            other = deepcopy(event)
            del other["data"][key]
            try:
                PARSERS[module_of(event)](json.dumps(other, ensure_ascii=False))
                needed = False
            except gk.ParseError:
                needed = True
            assert accepts(other) is not needed, (event["event"], key)


def test_a_word_that_no_list_has_is_refused_by_the_schema_and_read_all_the_same() -> None:
    good = {
        "schema": 1,
        "event": "request.decided",
        "subject": "1",
        "legal_day": "2024-03-25",
        "recorded_on": "2024-03-25",
        "data": {"outcome": "granted"},
    }
    assert accepts(good)
    for key, value in (("outcome", "refused"), ("grounds", ["because"]), ("principal_ground", "because")):
        other: Any = deepcopy(good)
        other["data"][key] = value
        assert not accepts(other)
        gk.parse_request_event(json.dumps(other))  # an irregular history is imported; replaying it gives findings


@pytest.mark.parametrize("text", ["0", "-0.5", "1234567890.12345678", "999999999999999999", "0.123456789"])
def test_decimals_are_those_that_the_reader_reads(text: str) -> None:
    assert decimal(text)


@pytest.mark.parametrize(
    "text", ["", "-", ".5", "5.", "1e3", "+1", "1,000", "1.2.3", "1234567890123456789", "0.1234567891", "1234567890.123456789", "１"]
)
def test_no_other_decimals(text: str) -> None:
    assert not decimal(text)


def decimal(text: str) -> bool:
    """Whether schema and reader, of one mind, take it."""
    event = {
        "schema": 1,
        "event": "request.figure_declared",
        "subject": "1",
        "legal_day": "2024-03-25",
        "recorded_on": "2024-03-25",
        "data": {"year": 2023, "path": "a.b", "value": text, "document": "d"},
    }
    try:
        gk.parse_request_event(json.dumps(event, ensure_ascii=False))
        read = True
    except gk.ParseError:
        read = False
    assert accepts(event) is read
    return read


def test_the_schema_in_the_docs_is_what_the_function_gives(root: Path) -> None:
    for module, name in (("request", "request"), ("catalogue", "record"), ("review", "review")):
        text = (root / f"docs/schema/{name}-event.schema.json").read_text(encoding="utf-8")
        assert text == SCHEMAS[module](RULEBOOK)


def test_a_day_may_be_absent_or_null() -> None:
    event = gk.RequestEvent(gk.Envelope("1", date(2024, 3, 4), date(2024, 3, 4)), gk.RequestServed())
    data = json.loads(gk.to_json(event))
    assert accepts(data)
    data["data"]["posted_on"] = None
    assert accepts(data) and gk.parse_request_event(json.dumps(data)) == event
