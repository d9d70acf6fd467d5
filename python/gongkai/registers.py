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
    """int8: places in `STATUSES` (as of a categorical); -1 where no clock runs."""
    days_used: Any
    """int32; -1 where it cannot be said."""

    @property
    def status_names(self) -> Any:
        """Names of `DeadlineStatus`; empty where no clock runs."""
        import numpy

        return numpy.array([*STATUSES, ""])[self.status]


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
    granted, 0 for none; ``channel`` is one name for all rows or an array of names,
    empty or None for none (the day of receipt counts). Arrays of other lengths are
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
        given["channel"] = _channels(used, channel, size)
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
    gone = [_missing(each, size) for each in maps]
    days = due.astype(numpy.int64).view("datetime64[D]")
    if gone[0] is not None:
        days[gone[0]] = numpy.datetime64("NaT")
    codes = status.view(numpy.int8)
    for values, missing in ((codes, gone[1]), (days_used, gone[2])):
        if missing is not None:
            values[missing] = -1
    return Replies(days, codes, days_used)


def _missing(bits: Any, size: int) -> Any:
    """Where a bitmap has no bit; None when it has all."""
    import numpy

    last = size % 8
    if (bits[: size // 8] == 255).all() and (not last or bits[-1] == (1 << last) - 1):
        return None
    return ~numpy.unpackbits(bits, count=size, bitorder="little").astype(bool)


def _days(values: Any, name: str) -> tuple[Any, Any]:
    """As int32 with a bitmap where some are missing."""
    import numpy

    array = numpy.asarray(values)
    if array.dtype.kind != "M":
        raise InvalidArgumentError(
            int(_core.ErrorCode.unsupported_column), name, f"{name}: an array of datetime64 is wanted, not of {array.dtype}"
        )
    days = array.astype("datetime64[D]", copy=False)
    numbers = days.view(numpy.int64)
    missing = numbers == numpy.iinfo(numpy.int64).min if len(numbers) and numpy.isnat(days.min()) else None
    if array.dtype != days.dtype and not ((days.astype(array.dtype) == array) | numpy.isnat(array)).all():
        raise InvalidArgumentError(int(_core.ErrorCode.date_has_time), name, f"{name}: days are wanted, not times of day")
    if missing is not None:
        numbers = numpy.where(missing, 0, numbers)
    if len(numbers) and (numbers.min() < -(2**31) or numbers.max() >= 2**31):
        numbers = numpy.clip(numbers, -(2**31), 2**31 - 1)  # refused as no day, with the row
    small = numpy.ascontiguousarray(numbers, dtype=numpy.int32)
    return small, numpy.packbits(~missing, bitorder="little") if missing is not None else None


def _channels(clock: Clock, channel: Any, size: int) -> tuple[Any, Any]:
    """As numbers; none where nothing is said."""
    import numpy

    known = {name: at for at, name in enumerate(_core._clock_channels(clock))}
    try:
        if isinstance(channel, str):
            return numpy.full(size, known[channel], dtype=numpy.uint8), None
        names, places = numpy.unique(numpy.asarray(channel).astype(str), return_inverse=True)
        said = [str(name) not in ("", "None", "nan", "<NA>") for name in names]
        numbers = [known[str(name)] if there else 0 for name, there in zip(names, said)]
    except KeyError as error:
        raise InvalidArgumentError(
            int(_core.ErrorCode.out_of_range), "channel", f"channel: there is no {error}; there are {', '.join(known)}"
        ) from None
    bits = None if all(said) else numpy.packbits(numpy.array(said, dtype=bool)[places], bitorder="little")
    return numpy.array(numbers, dtype=numpy.uint8)[places], bits
