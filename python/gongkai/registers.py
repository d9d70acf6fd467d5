# SPDX-License-Identifier: Apache-2.0
"""The clock of replies for a whole register as numpy arrays: the same answers as case by case, millions a second."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple, Optional

from . import _core
from ._core import Clock, DeadlineStatus
from .errors import InvalidArgumentError

__all__ = ["Consultations", "Replies", "reply_columns"]

STATUSES = [status.name for status in DeadlineStatus]


class Consultations(NamedTuple):
    """Of one third party in every case: days as datetime64[D], NaT where there is none."""

    sent: Any
    delivered: Any = None
    answered: Any = None


class Replies(NamedTuple):
    """One row for each of the register."""

    due: Any
    """datetime64[D]; NaT without a certain due day."""
    status: Any
    """Names of `DeadlineStatus`; empty where no clock runs."""
    days_used: Any
    """int32; -1 where it cannot be said."""


def reply_columns(
    received: Any,
    *,
    as_of: date,
    channel: Any = None,
    confirmed: Any = None,
    pauses: Sequence[Consultations] = (),
    extension: Any = None,
    extended_on: Any = None,
    answered: Any = None,
    clock: Optional[Clock] = None,
) -> Replies:
    """Due day, status and days used of every request, from what had happened by ``as_of``.

    Days are arrays of datetime64[D] (pandas and polars series are converted) with NaT for none; ``extension`` is working days
    granted, 0 for none; ``channel`` is one name for all rows or an array of names. Arrays of other lengths are
    InvalidArgumentError 104, unknown channels 103.
    """
    import numpy

    used = clock if clock is not None else Clock.builtin("cn")
    given: dict[str, Any] = {"received": _days(received, "received"), "pauses": []}
    size = len(given["received"][0])
    for name, values in (("confirmed", confirmed), ("extended_on", extended_on), ("answered", answered)):
        if values is not None:
            given[name] = _days(values, name)
    if extension is not None:
        given["extension"] = (numpy.ascontiguousarray(extension, dtype=numpy.int32), None)
    if channel is not None:
        given["channel"] = (_channels(used, channel, size), None)
    for pause in pauses:
        given["pauses"].append(
            {name: _days(values, name) for name, values in zip(Consultations._fields, pause) if values is not None}
        )
    bits = (size + 7) // 8
    due = numpy.empty(size, dtype=numpy.int32)
    status = numpy.empty(size, dtype=numpy.uint8)
    days_used = numpy.empty(size, dtype=numpy.int32)
    maps = [numpy.empty(bits, dtype=numpy.uint8) for _ in range(3)]
    answers = {"due": (due, maps[0]), "status": (status, maps[1]), "days_used": (days_used, maps[2])}
    _core._reply_columns(used, as_of, given, answers)
    there = [numpy.unpackbits(each, count=size, bitorder="little").astype(bool) for each in maps]
    days = due.astype("datetime64[D]")
    days[~there[0]] = numpy.datetime64("NaT")
    days_used[~there[2]] = -1
    names = numpy.array([*STATUSES, ""])
    status[~there[1]] = len(STATUSES)
    return Replies(days, names[status], days_used)


def _days(values: Any, name: str) -> tuple[Any, Any]:
    """As int32 with a bitmap where some are missing."""
    import numpy

    array = numpy.asarray(values)
    if array.dtype.kind != "M":
        raise InvalidArgumentError(
            int(_core.ErrorCode.unsupported_column), name, f"{name}: an array of datetime64 is wanted, not of {array.dtype}"
        )
    days = array.astype("datetime64[D]")
    if not (days.astype(array.dtype) == array)[~numpy.isnat(array)].all():
        raise InvalidArgumentError(
            int(_core.ErrorCode.date_has_time), name, f"{name}: days are wanted, not times of day"
        )
    missing = numpy.isnat(days)
    numbers = numpy.where(missing, 0, days.astype(numpy.int64)) if missing.any() else days.astype(numpy.int64)
    small = numpy.ascontiguousarray(numpy.clip(numbers, -(2**31), 2**31 - 1), dtype=numpy.int32)
    return small, numpy.packbits(~missing, bitorder="little") if missing.any() else None


def _channels(clock: Clock, channel: Any, size: int) -> Any:
    import numpy

    known = {name: at for at, name in enumerate(_core._clock_channels(clock))}
    try:
        if isinstance(channel, str):
            return numpy.full(size, known[channel], dtype=numpy.uint8)
        names, places = numpy.unique(numpy.asarray(channel), return_inverse=True)
        return numpy.array([known[str(name)] for name in names], dtype=numpy.uint8)[places]
    except KeyError as error:
        raise InvalidArgumentError(
            int(_core.ErrorCode.out_of_range), "channel", f"channel: there is no {error}; there are {', '.join(known)}"
        ) from None
