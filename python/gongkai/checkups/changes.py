# SPDX-License-Identifier: Apache-2.0
"""What was found, kept for the next run: what is solved then, what is new."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Optional

from .. import _core
from ..errors import ParseError
from .run import Checkup, Problem

__all__ = ["Changes", "Known", "compare_runs", "read_state", "to_state"]

SCHEMA = 1


@dataclass(frozen=True)
class Known:
    """A problem of an earlier run."""

    key: str
    unit: str
    year: Optional[int]
    code: str
    message: str


@dataclass(frozen=True)
class Changes:
    """This run against the one before."""

    solved: list[Known]
    new: list[Problem]
    remaining: list[Problem]


def to_state(done: Checkup) -> str:
    """JSON, one object; the same for the same problems."""
    return json.dumps(
        {
            "schema": SCHEMA,
            "year": done.year,
            "problems": [
                {
                    "key": problem.key,
                    "unit": problem.unit,
                    "year": problem.year,
                    "file": problem.file,
                    "code": problem.finding.code,
                    "severity": problem.finding.severity.name,
                    "message": problem.finding.message,
                    "message_zh": problem.finding.message_zh,
                }
                for problem in done.problems
            ],
            "unread": [{"file": one.file, "code": one.code, "message": one.message} for one in done.unread],
            "missing": done.missing,
        },
        ensure_ascii=False,
        indent=1,
    )


def read_state(data: bytes, file: str) -> list[Known]:
    """ParseError 201 or 206 for what `to_state` did not write."""
    try:
        value: Any = json.loads(data)
    except ValueError as error:
        raise ParseError(int(_core.ErrorCode.json_syntax), file, "", f"{file}: {error}") from None
    try:
        if value["schema"] != SCHEMA:
            raise KeyError
        return [
            Known(str(one["key"]), str(one["unit"]), one["year"], str(one["code"]), str(one["message_zh"] or one["message"]))
            for one in value["problems"]
        ]
    except (KeyError, TypeError):
        raise ParseError(
            int(_core.ErrorCode.json_bad_value), file, "", f"{file}: no list of problems of an earlier check-up"
        ) from None


def compare_runs(before: list[Known], done: Checkup) -> Changes:
    """Problems are the same by their keys, each as often as it stands there."""
    open_ones: dict[str, list[Known]] = {}
    for known in before:
        open_ones.setdefault(known.key, []).append(known)
    new: list[Problem] = []
    remaining: list[Problem] = []
    for problem in done.problems:
        if open_ones.get(problem.key):
            open_ones[problem.key].pop()
            remaining.append(problem)
        else:
            new.append(problem)
    return Changes([known for each in open_ones.values() for known in each], new, remaining)
