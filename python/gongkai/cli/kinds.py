# SPDX-License-Identifier: Apache-2.0
"""gongkai deadline KIND: a deadline of the law, from the events of a case."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Optional

from rich.markup import escape

import gongkai
from gongkai.deadlines import deadline

from .options import calendar_from, day
from .terminal import FINE, USAGE, complain, console, put_json, put_text


def chosen(option: list[str]) -> dict[str, str]:
    """``["fee_payment=pause_only"]`` as a mapping."""
    choices: dict[str, str] = {}
    for text in option:
        question, equals, choice = text.partition("=")
        if not equals:
            raise gongkai.InvalidArgumentError(
                int(gongkai.ErrorCode.invalid_option), "--option", f"--option: {text} is no QUESTION=CHOICE"
            )
        choices[question] = choice
    return choices


REGIMES = {"2008": ("R2008", "old_limit"), "2019": ("R2019", "clock_start")}
"""Which Regulations: their instrument, and what makes a request that was pending when they changed have their limit."""


def of_regime(regime: str, choices: dict[str, str]) -> tuple[str, str]:
    """Of --regime: the rulebook, and the instrument that the limit must come from, or empty. Adds to ``choices``."""
    known = REGIMES.get(regime.upper().removeprefix("R"))
    if known is None:
        return regime, ""
    choices.setdefault("pending_at_revision", known[1])
    return "cn", known[0]


def must_come_from(found: gongkai.Deadline, instrument: str) -> None:
    """InvalidArgumentError 107 when the limit is one of other Regulations."""
    rulebook = gongkai.Rulebook.builtin("cn")
    wanted = rulebook.instrument(instrument)
    others = [rulebook.instrument(other).citation for other, _ in REGIMES.values() if other != instrument]
    for step in found.steps:
        if step.kind is gongkai.StepKind.count and step.citation.startswith(tuple(others)):
            raise gongkai.InvalidArgumentError(
                int(gongkai.ErrorCode.invalid_option),
                "--regime",
                f"--regime: {wanted.citation} ({wanted.first_day} … {wanted.last_day or 'now'}) sets no limit for this case; that of"
                f" {step.citation} does",
            )


def answer(
    kind: str,
    *,
    received: Optional[str],
    channel: Optional[str],
    events: list[str],
    as_of: Optional[str],
    options: list[str],
    regime: str,
    calendar: Optional[str],
    explain: bool,
    markdown: bool,
    chinese: bool,
    as_json: bool,
) -> int:
    """Prints the deadline; the exit code."""
    on = day("--as-of", as_of) if as_of is not None else None
    choices = chosen(options)
    rulebook, instrument = of_regime(regime, choices)
    found = deadline(
        kind,
        received=day("--received", received) if received is not None else None,
        channel=channel,
        events=events,
        as_of=on,
        options=choices,
        calendar=calendar_from(calendar),
        rulebook=rulebook,
    )
    if instrument:
        must_come_from(found, instrument)
    language = gongkai.Language.zh if chinese else gongkai.Language.en
    if as_json:
        put_json(json.loads(found.explain(gongkai.ExplainFormat.json, language)))
    elif markdown:
        put_text(found.explain(gongkai.ExplainFormat.markdown, language))
    elif explain:
        console().print(escape(found.explain(gongkai.ExplainFormat.text, language)), end="", soft_wrap=True)
    else:
        _say(found, on)
    open_ = found.provisional
    if open_ is not None and open_.missing:
        complain(f"the due day needs {open_.missing}: it is a range (error 451)")
        return USAGE
    return FINE


def _say(found: gongkai.Deadline, on: Optional[date]) -> None:
    out = console()
    open_ = found.provisional
    if found.due is not None:
        out.print(f"[bold]{found.due}[/] {found.due:%A}")
    elif open_ is not None:
        first = open_.earliest or "not yet known"
        out.print(f"[bold]{first} … {open_.latest or 'open end'}[/] ({open_.missing or open_.reason.name})")
    else:
        out.print("no due day")
    safe = found.safe_due
    if safe is not None and safe.choices:
        out.print(f"safe: {safe.due} ({', '.join(f'{each.question}={each.choice}' for each in safe.choices)})")
    if on is not None:
        out.print(_as_of(found, on))
    for finding in found.findings:
        out.print(f"{finding.severity.name} {finding.code}: {escape(finding.message)}")


def _as_of(found: gongkai.Deadline, on: date) -> str:
    status = found.status(on)
    parts: list[Any] = [f"on {on}: {status.name if status is not None else 'no clock runs'}"]
    left, over = found.remaining(on), found.overdue_by(on)
    if left is not None and left.working is not None and status is not None and status.name in ("running", "paused"):
        parts.append(f"{left.working.count} working days left")
    if over is not None and over.calendar.count > 0:
        working = over.working.count if over.working is not None else "?"
        parts.append(f"{working} working and {over.calendar.count} calendar days over")
    return ", ".join(parts)
