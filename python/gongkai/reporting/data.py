# SPDX-License-Identifier: Apache-2.0
"""A report from registers as one JSON object, every cell with the rows behind it."""

from __future__ import annotations

import json
from typing import Any

from .. import _core
from .._core import Finding
from .differences import Difference, said
from .run import OfficeReport, Traced

__all__ = ["to_json"]


def to_json(told: OfficeReport) -> str:
    tabulation = told.tabulation
    value = {
        "schema": 1,
        "report": json.loads(_core.to_json(told.report, told.findings)),
        "history": [_finding(finding) for finding in told.history],
        "problems": [{"file": one.file, **one.problem._asdict()} for one in told.problems],
        "differences": [_difference(one, told) for one in told.differences],
        "trace": {path: [_traced(one) for one in told.rows(path)] for path in sorted(tabulation.sources)},
        "parts": {path: list(parts) for path, parts in sorted(tabulation.parts.items())},
        "files": told.files,
        "not_used": told.not_used,
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.name,
        "message": finding.message,
        "message_zh": finding.message_zh,
        "citation": finding.citation,
        "cells": finding.cells,
    }


def _difference(one: Difference, told: OfficeReport) -> dict[str, Any]:
    return {
        "path": one.path,
        "label": one.label,
        "ours": said(one.ours),
        "published": said(one.published),
        "contradicts": one.contradicts,
        "facts": [_traced(each) for each in told.rows(one.path)],
    }


def _traced(one: Traced) -> dict[str, Any]:
    source = one.source
    return {
        "kind": source.kind,
        "fact": source.fact,
        "amount": str(source.amount),
        "opening": source.opening,
        "events": list(source.events),
        "rows": [place._asdict() for place in one.rows],
    }
