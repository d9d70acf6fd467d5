# SPDX-License-Identifier: Apache-2.0
"""Options that several commands have, and values as several commands print them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Optional

import typer

import gongkai

CalendarFile = typer.Option(
    None,
    "--calendar",
    metavar="FILE",
    help="Calendar data: our JSON, holiday-cn's, or iCalendar. Without it $GONGKAI_DATA, else what is built in.",
)


def day(option: str, text: str) -> date:
    """A day as YYYY-MM-DD and nothing else."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise gongkai.InvalidArgumentError(
        int(gongkai.ErrorCode.invalid_date), option, f"{option}: {text} is no day; write it as 2024-03-04"
    )


def calendar_from(file: Optional[str], country: str = "CN") -> gongkai.WorkCalendar:
    if file is None:
        return gongkai.WorkCalendar.in_force(country)
    return gongkai.WorkCalendar.from_file(file, icalendar=gongkai.ICalendarOptions(country=country))


def calendar_object(calendar: gongkai.WorkCalendar) -> dict[str, Any]:
    """Which calendar an answer was made with."""
    return {
        "country": calendar.country,
        "first_day": calendar.first_day.isoformat(),
        "last_day": calendar.last_day.isoformat(),
        "known_on": calendar.known_on.isoformat() if calendar.known_on else None,
        "content_hash": calendar.content_hash,
    }


def finding_object(finding: gongkai.Finding) -> dict[str, Any]:
    """As in the output of `gongkai check --json`."""
    value: dict[str, Any] = {
        "code": finding.code,
        "family": finding.family.name,
        "severity": finding.severity.name,
        "message": finding.message,
    }
    for name in ("message_zh", "left", "right", "citation", "suggestion"):
        if text := getattr(finding, name):
            value[name] = text
    value["cells"] = finding.cells
    return value
