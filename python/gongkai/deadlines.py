# SPDX-License-Identifier: Apache-2.0
"""One deadline in one call.

>>> from datetime import date
>>> import gongkai as gk
>>> reply = gk.deadline("reply", received=date(2024, 1, 29), channel="registered_mail")
>>> reply.due
datetime.date(2024, 2, 29)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, Optional, Union

from . import _core
from ._core import Clock, ClockHistory, Deadline, DeadlineKind, Recomputed, Rulebook, WorkCalendar
from .errors import InvalidArgumentError

__all__ = ["deadline", "recompute"]

# What the day given as `received` is called in a case of each kind.
FIRST_EVENTS = {
    DeadlineKind.proactive_publication: "formed",
    DeadlineKind.review_stage: "stage_begun",
    DeadlineKind.reconsideration: "act_known",
    DeadlineKind.litigation: "act_known",
}


def deadline_kind(kind: Union[str, DeadlineKind]) -> DeadlineKind:
    """A kind by its name. InvalidArgumentError 107 for an unknown one."""
    if isinstance(kind, DeadlineKind):
        return kind
    try:
        return DeadlineKind[kind]
    except KeyError:
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option),
            "kind",
            f"kind: there is no deadline {kind!r}; there are {', '.join(each.name for each in DeadlineKind)}",
        ) from None


def events_of(kind: DeadlineKind, received: Optional[date], channel: Optional[str], events: Sequence[str]) -> list[str]:
    """The words of all events, the one of receipt first."""
    if isinstance(received, datetime):
        raise InvalidArgumentError(
            int(_core.ErrorCode.date_has_time), "received", "received: a day is wanted, not a time of day"
        )
    first = []
    if received is not None:
        name = FIRST_EVENTS.get(kind, "received")
        first = [f"{name} {received.isoformat()}" + (f" channel={channel}" if channel is not None else "")]
    elif channel is not None:
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option), "channel", "channel: it belongs to the day of receipt; give received, too"
        )
    return [*first, *events]


def safe_choices(rulebook: Rulebook) -> dict[str, str]:
    """On each open question of clocks the choice that gives the earliest due day, where one is named."""
    return {question.name: question.safe_choice for question in rulebook.questions if question.safe_choice is not None}


def deadline(
    kind: Union[str, DeadlineKind],
    *,
    received: Optional[date] = None,
    channel: Optional[str] = None,
    events: Sequence[str] = (),
    as_of: Optional[date] = None,
    options: Union[Mapping[str, str], Literal["safe"], None] = None,
    calendar: Optional[WorkCalendar] = None,
    rulebook: str = "cn",
) -> Deadline:
    """A deadline with its derivation, findings and safe due day (政府信息公开条例 and what belongs to it).

    ``kind``: ``"reply"``, ``"correction"``, ``"fee_payment"``, … (`DeadlineKind`). ``received``: the day the agency had the
    request; for publication the day formed or changed, for remedies the day the act was known. ``channel``: how it came
    (``"in_person"``, ``"registered_mail"``, …, or the Chinese name). ``events``: what else happened, in words:
    ``"extended 2024-03-25 days=20"``; docs/guide/deadlines.md lists them. ``as_of``: only what had happened by that day.
    ``options``: choices on open legal questions, docs/guide/options.md, or ``"safe"``: on each the one that gives the earliest day.
    ``rulebook``: ``"cn"`` or a place's, as ``"cn-fj"``.

    InvalidArgumentError 107 for an unknown kind or choice, ParseError 202-206 for an event that cannot be read,
    NotFoundError 401, 402. Irregular histories never raise: they have findings.
    """
    which = deadline_kind(kind)
    clock = Clock.builtin(rulebook)
    if calendar is not None:
        clock = clock.with_calendar(calendar)
    if options == "safe":
        clock = clock.with_options(safe_choices(clock.rulebook))
    elif options:
        clock = clock.with_options(dict(options))
    return clock.deadline(which, clock.history(events_of(which, received, channel, events)), as_of)


def recompute(
    cases: Iterable[tuple[str, Union[ClockHistory, Sequence[str]]]],
    *,
    calendar: Optional[WorkCalendar] = None,
    rulebook: Optional[Rulebook] = None,
    options: Optional[Mapping[str, str]] = None,
    kind: Union[str, DeadlineKind] = DeadlineKind.reply,
    as_of: Optional[date] = None,
    clock: Optional[Clock] = None,
) -> Recomputed:
    """Which due days another calendar, rulebook or choice would move, with the cause. Nothing is changed; answered cases are
    listed apart.

    ``cases``: (id, history), a history being a `ClockHistory` or events in words. ``clock``: as it is now, else the built-in one.
    Errors as of `deadline`.
    """
    before = clock if clock is not None else Clock.builtin("cn")
    after = before
    if calendar is not None:
        after = after.with_calendar(calendar)
    if rulebook is not None:
        after = after.with_rulebook(rulebook)
    if options:
        after = after.with_options(dict(options))
    histories = [(name, case if isinstance(case, ClockHistory) else before.history(case)) for name, case in cases]
    return before.recompute(histories, after, deadline_kind(kind), as_of)
