# SPDX-License-Identifier: Apache-2.0
"""Files of events, as `to_json_lines` writes them, among an office's registers."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .._core import ErrorCode, RecordEvent, RejectedLine, RequestEvent, read_record_events, read_request_events
from ..errors import ParseError
from ..sheets import Problem
from .lines import FileProblem, Place

__all__ = ["EventFile", "holds_events", "read_events"]

FAMILY = re.compile(r'"event"\s*:\s*"(catalogue|review)\.')


@dataclass(frozen=True)
class EventFile:
    """What a file holds. Reviews are left out: they count in no report."""

    requests: list[RequestEvent]
    records: list[RecordEvent]
    problems: list[FileProblem]
    places: dict[tuple[str, int], Place]
    """From the list (``requests``, ``records``) and number of an event to its line."""


def holds_events(data: bytes, name: str) -> bool:
    """Whether its first line is an event."""
    if not name.lower().endswith((".jsonl", ".ndjson")):
        return False
    first = next((line for line in data.splitlines() if line.strip()), b"")
    try:
        value = json.loads(first)
    except ValueError:
        return False
    return isinstance(value, dict) and "event" in value and "schema" in value


def read_events(data: bytes, name: str) -> EventFile:
    """Bad lines are problems, the others are there. ParseError 221 for what is not UTF-8."""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise ParseError(int(ErrorCode.not_text), name, "", f"{name}: events are UTF-8") from None
    families = [found.group(1) if (found := FAMILY.search(line)) else "request" for line in lines]

    def only(family: str) -> str:  # the others as blank lines, so that numbers stay
        return "\n".join(line if each == family else "" for line, each in zip(lines, families))

    requests, records = read_request_events(only("request")), read_record_events(only("catalogue"))
    rejected = [*requests.rejected, *records.rejected]
    problems = [FileProblem(name, Problem(one.line, one.field, one.value, one.rule)) for one in rejected]
    places: dict[tuple[str, int], Place] = {}
    for event, line in zip(requests.events, _good(lines, families, "request", requests.rejected)):
        places["requests", event.envelope.sequence] = Place(name, "", line)
    for record, line in zip(records.events, _good(lines, families, "catalogue", records.rejected)):
        places["records", record.envelope.sequence] = Place(name, "", line)
    return EventFile(requests.events, records.events, problems, places)


def _good(lines: Sequence[str], families: Sequence[str], family: str, rejected: Sequence[RejectedLine]) -> list[int]:
    """The numbers of the lines that became events."""
    bad = {one.line for one in rejected}
    return [
        at for at, (line, each) in enumerate(zip(lines, families), start=1) if each == family and line.strip() and at not in bad
    ]
