# SPDX-License-Identifier: Apache-2.0
"""What of a register is due on a day: each case with its light, its safe due day and what it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Optional

from ._core import Clock, Deadline, DeadlineKind, DeadlineStatus, OpenReason
from .errors import CalendarGapError
from .register import Case, Register
from .sheets import Row

__all__ = ["NEAR", "DueRow", "due_rows"]

NEAR = 5
"""Working days: so many or fewer before a due day, and the light is amber."""

OPEN = (None, DeadlineStatus.running, DeadlineStatus.paused, DeadlineStatus.overdue)


@dataclass(frozen=True)
class DueRow:
    """One case as it stands on a day."""

    id: str
    handler: str
    status: Optional[DeadlineStatus]
    """None: no clock runs yet."""
    due: Optional[date]
    """None where it is not certain."""
    earliest: Optional[date]
    latest: Optional[date]
    safe_due: Optional[date]
    remaining_working: Optional[int]
    remaining_calendar: Optional[int]
    safe_remaining_working: Optional[int]
    """Working days to the safe due day; negative when it has passed."""
    overdue_working: Optional[int]
    overdue_calendar: Optional[int]
    days_used: Optional[int]
    waits_for: str
    """Why there is no certain due day (a name of `OpenReason`, or the notice that is missing); else empty."""
    waits_until: Optional[date]
    """The last day of whoever is waited for: applicant, third party, other agency."""
    findings: list[str]
    deadline: Deadline
    row: Row
    """Where it stands in the office's own file."""

    @property
    def is_open(self) -> bool:
        """Not yet answered, withdrawn or abandoned."""
        return self.status in OPEN

    @property
    def light(self) -> str:
        """``red``: overdue or late, due on this very day, or not certain and perhaps overdue; ``amber``: paused, not certain, or
        five working days or fewer to the due day or the safe due day; ``green``: the rest."""
        if self.status in (DeadlineStatus.overdue, DeadlineStatus.late):
            return "red"
        if not self.is_open:
            return "green"
        as_of = self.deadline.as_of
        if self.due is None and self.earliest is not None and as_of is not None and self.earliest < as_of:
            return "red"
        if self.status is DeadlineStatus.running and self.due is not None and self.remaining_calendar is not None and self.remaining_calendar <= 0:
            return "red"
        near = any(left is not None and left <= NEAR for left in (self.remaining_working, self.safe_remaining_working))
        return "amber" if self.due is None or self.status is DeadlineStatus.paused or near else "green"


def due_rows(register: Register, as_of: date, *, clock: Optional[Clock] = None) -> list[DueRow]:
    """Every case on a day, from what had happened by then: red first, then amber, then green, each by the day by which to
    act; closed cases last."""
    used = clock if clock is not None else Clock.builtin("cn")
    rows = [_due_row(used, case, as_of) for case in register.cases]
    order = {"red": 0, "amber": 1, "green": 2}
    return sorted(rows, key=lambda row: (not row.is_open, order[row.light], row.safe_due or row.earliest or date.max, row.id))


def _due_row(clock: Clock, case: Case, as_of: date) -> DueRow:
    deadline = clock.deadline(DeadlineKind.reply, case.history, as_of)
    open_ = deadline.provisional
    safe = deadline.safe_due
    left, over, used = deadline.remaining(as_of), deadline.overdue_by(as_of), deadline.days_used(as_of)
    return DueRow(
        id=case.id,
        handler=case.handler,
        status=deadline.status(as_of),
        due=deadline.due,
        earliest=open_.earliest if open_ else deadline.due,
        latest=open_.latest if open_ else deadline.due,
        safe_due=safe.due if safe else None,
        remaining_working=left.working.count if left and left.working else None,
        remaining_calendar=left.calendar.count if left else None,
        safe_remaining_working=_working_days(clock, as_of, safe.due) if safe else None,
        overdue_working=over.working.count if over and over.working else None,
        overdue_calendar=over.calendar.count if over else None,
        days_used=used.count if used else None,
        waits_for=(open_.missing or open_.reason.name) if open_ else "",
        waits_until=_waits_until(clock, case, open_.reason, as_of) if open_ else None,
        findings=[finding.code for finding in deadline.findings],
        deadline=deadline,
        row=case.row,
    )


def _working_days(clock: Clock, begin: date, end: date) -> Optional[int]:
    try:
        return clock.calendar.working_days_between(begin, end).count
    except CalendarGapError:
        return None


def _waits_until(clock: Clock, case: Case, reason: OpenReason, as_of: date) -> Optional[date]:
    """The other side's own due day; of several the last."""
    kinds = {
        OpenReason.correction: (DeadlineKind.correction,),
        OpenReason.payment: (DeadlineKind.fee_payment,),
        OpenReason.opinion: (DeadlineKind.third_party_answer, DeadlineKind.agency_answer),
    }
    days = [clock.deadline(kind, case.history, as_of).due for kind in kinds.get(reason, ())]
    return max((day for day in days if day is not None), default=None)
