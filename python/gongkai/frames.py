# SPDX-License-Identifier: Apache-2.0
"""The questions of a calendar for whole columns: what users have is opened, asked, and closed as the same kind.

Nothing is imported that the caller has not imported already: whoever passes a pandas series has pandas. No Python
object is made for a row, and memory is shared wherever the layouts agree.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn

from . import _core
from ._core import ArrowColumn, WorkCalendar, WorkingDays
from .errors import InvalidArgumentError

__all__ = ["add", "is_working_day", "next_working_day", "previous_working_day", "working_days_between"]

UNSUPPORTED = int(_core.ErrorCode.unsupported_column)
KINDS = "a numpy array, a pandas or polars series, a pyarrow array, or an object with __arrow_c_array__ or __arrow_c_stream__"


# Arrow has a bitmap for every column.
ARROW: dict[str, Any] = {"packed": True, "marks_days": True, "marks_others": True}


class Opened(NamedTuple):
    """A column of the caller, and how an answer becomes the same kind of column."""

    column: ArrowColumn
    close: Callable[[ArrowColumn, str, bool], Any]
    """The answer, whether it is "days", "counts", "flags" or "reasons", and whether its nulls are marked."""
    packed: bool = False
    """Whether truth values are bits."""
    sentinel: bool = False
    """Whether days have a value for null (NaT)."""
    marks_days: bool = False
    """Whether nulls of days are marked beside the values, whatever ``on_gap`` says."""
    marks_others: bool = False
    """The same for counts and truth values."""
    index: Any = None
    """Of a pandas object."""


# ---------------------------------------------------------------------------------------------------- questions


def add(calendar: WorkCalendar, dates: Any, days: Any, on_gap: str) -> Any:
    opened = open_days(dates, "dates")
    marked = _marked(opened, "days", on_gap)
    if isinstance(days, WorkingDays):
        answer = _core._add_column(calendar, opened.column, days, on_gap, marked)
    else:
        counts = open_counts(days)
        _require_same_index(opened, counts)
        answer = _core._add_columns(calendar, opened.column, counts.column, on_gap, marked)
    return _closed(opened, answer, "days", on_gap)


def next_working_day(calendar: WorkCalendar, dates: Any, on_gap: str) -> Any:
    return add(calendar, dates, WorkingDays(1), on_gap)


def previous_working_day(calendar: WorkCalendar, dates: Any, on_gap: str) -> Any:
    return add(calendar, dates, WorkingDays(-1), on_gap)


def is_working_day(calendar: WorkCalendar, dates: Any, on_gap: str) -> Any:
    opened = open_days(dates, "dates")
    marked = _marked(opened, "flags", on_gap)
    answer = _core._is_working_day_column(calendar, opened.column, on_gap, marked, opened.packed)
    return _closed(opened, answer, "flags", on_gap)


def working_days_between(calendar: WorkCalendar, a: Any, b: Any, on_gap: str) -> Any:
    if _is_day(a):
        opened = open_days(b, "b")
        marked = _marked(opened, "counts", on_gap)
        answer = _core._between_day_and_column(calendar, a, opened.column, on_gap, marked)
    else:
        opened = open_days(a, "a")
        if _is_day(b):
            marked = _marked(opened, "counts", on_gap)
            answer = _core._between_column_and_day(calendar, opened.column, b, on_gap, marked)
        else:
            other = open_days(b, "b")
            _require_same_index(opened, other)
            opened = opened._replace(marks_others=opened.marks_others or other.marks_others)
            marked = _marked(opened, "counts", on_gap)
            answer = _core._between_columns(calendar, opened.column, other.column, on_gap, marked)
    return _closed(opened, answer, "counts", on_gap)


def _is_day(value: Any) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def _marked(opened: Opened, what: str, on_gap: str) -> bool:
    """Whether the answer marks its nulls. Where it does not, a null is NaT, or an error that says so."""
    if what == "days":
        return opened.marks_days or (on_gap == "null" and not opened.sentinel)
    return opened.marks_others or on_gap == "null"


def _closed(opened: Opened, answer: tuple[ArrowColumn, ArrowColumn | None], what: str, on_gap: str) -> Any:
    values, reasons = answer
    result = opened.close(values, what, _marked(opened, what, on_gap))
    return result if reasons is None else (result, opened.close(reasons, "reasons", False))


def _require_same_index(a: Opened, b: Opened) -> None:
    if a.index is not None and b.index is not None and not a.index.equals(b.index):
        raise InvalidArgumentError(
            int(_core.ErrorCode.length_mismatch),
            "index",
            "two pandas series with different indexes: align them first, as in a, b = a.align(b)",
        )


# ---------------------------------------------------------------------------------------------------- opening


def open_days(values: Any, name: str) -> Opened:
    """Any column of days. TypeError for what is no column, InvalidArgumentError 105 for columns that cannot hold days."""
    return _open(values, name, _numpy_days)


def open_counts(values: Any) -> Opened:
    """Any column of numbers of working days."""
    if isinstance(values, int):
        raise TypeError(f"days: a bare number does not say which days; pass gongkai.WorkingDays({values})")
    return _open(values, "days", _numpy_counts)


def _open(values: Any, name: str, numpy_opener: Callable[[Any, str], Opened]) -> Opened:
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(values, numpy.ndarray):
        return numpy_opener(values, name)
    pandas = sys.modules.get("pandas")
    if pandas is not None and isinstance(values, (pandas.Series, pandas.Index)):
        return _open_pandas(pandas, values, name, numpy_opener)
    polars = sys.modules.get("polars")
    if polars is not None and isinstance(values, polars.Series):
        return Opened(_core._import_arrow(values), _polars_closer(polars, values.name), **ARROW)
    pyarrow = sys.modules.get("pyarrow")
    if pyarrow is not None and isinstance(values, (pyarrow.Array, pyarrow.ChunkedArray)):
        chunked = isinstance(values, pyarrow.ChunkedArray)
        return Opened(_core._import_arrow(values), _pyarrow_closer(pyarrow, values.type, chunked), **ARROW)
    if hasattr(values, "__arrow_c_stream__") or hasattr(values, "__arrow_c_array__"):
        return Opened(_core._import_arrow(values), lambda answer, what, marked: answer, **ARROW)
    if isinstance(values, datetime.date):
        raise TypeError(f"{name}: one day is asked about with days and WorkingDays only; on_gap is for columns")
    raise TypeError(f"{name}: give a datetime.date, or a column: {KINDS}; not {type(values).__name__}")


def _refuse(name: str, what: str, instead: str) -> NoReturn:
    raise InvalidArgumentError(UNSUPPORTED, name, f"{name}: {what}: {instead}")


# ---------------------------------------------------------------------------------------------------- numpy

_UNITS = {
    "D": (_core._ValueKind.day64, 1),
    "h": (_core._ValueKind.second, 3600),
    "m": (_core._ValueKind.second, 60),
    "s": (_core._ValueKind.second, 1),
    "ms": (_core._ValueKind.millisecond, 1),
    "us": (_core._ValueKind.microsecond, 1),
    "ns": (_core._ValueKind.nanosecond, 1),
}


def _numpy_days(array: Any, name: str) -> Opened:
    import numpy

    if array.dtype.kind == "M":
        unit, step = numpy.datetime_data(array.dtype)
        if unit not in _UNITS or step != 1:
            _refuse(name, f"{array.dtype} cannot name every day", 'convert it with array.astype("datetime64[D]")')
        kind, factor = _UNITS[unit]
        # Hours and minutes are asked as seconds; midnights come back exactly.
        exact = array.astype("datetime64[s]") if factor != 1 else array
        return _open_numpy(exact, kind, array.dtype.newbyteorder("="), sentinel=True)
    if array.dtype == numpy.int32:
        return _open_numpy(array, _core._ValueKind.date32, numpy.dtype("int32"), sentinel=False)
    instead = "give datetime64, or int32 days since 1970-01-01"
    if array.dtype.kind == "O":
        instead = 'convert objects with array.astype("datetime64[D]")'
    _refuse(name, f"an array of {array.dtype} cannot hold days", instead)


def _numpy_counts(array: Any, name: str) -> Opened:
    import numpy

    if array.dtype.kind not in "iu" or array.dtype == numpy.uint64:
        _refuse(name, f"an array of {array.dtype} cannot hold numbers of working days", "give int32 or int64")
    if array.dtype == numpy.int32:
        return _open_numpy(array, _core._ValueKind.int32, None, sentinel=False)
    return _open_numpy(array.astype(numpy.int64, copy=False), _core._ValueKind.int64, None, sentinel=False)


def _open_numpy(array: Any, kind: _core._ValueKind, dtype: Any, *, sentinel: bool) -> Opened:
    import numpy

    masked = isinstance(array, numpy.ma.MaskedArray)
    validity = None
    if masked:
        validity = numpy.packbits(~numpy.ma.getmaskarray(array).ravel(), bitorder="little")
        array = array.data
    shape = array.shape
    plain = numpy.require(array, dtype=array.dtype.newbyteorder("="), requirements=["C", "A"]).ravel()
    column = _core._import_buffer(kind, plain.view(f"i{plain.dtype.itemsize}"), validity)

    def close(answer: ArrowColumn, what: str, marked: bool) -> Any:
        values = _as_numpy(answer, what, dtype)
        if marked:
            mask = _view(answer._null_mask(), "bool")
            values = numpy.ma.MaskedArray(values, mask)
        return values.reshape(shape)

    return Opened(column, close, sentinel=sentinel, marks_days=masked, marks_others=masked)


def _view(answer: ArrowColumn, dtype: Any) -> Any:
    """The memory itself; the array keeps it alive."""
    import numpy

    return numpy.asarray(memoryview(answer)).view(dtype)


def _as_numpy(answer: ArrowColumn, what: str, dtype: Any) -> Any:
    """The memory of the answer as an array; only hours and minutes are converted."""
    import numpy

    if what == "days" and dtype.kind == "M" and numpy.datetime_data(dtype)[0] in ("h", "m"):
        return _view(answer, "datetime64[s]").astype(dtype)
    types = {"days": dtype, "counts": "int32", "flags": "bool", "reasons": "uint8"}
    return _view(answer, types[what])


# ---------------------------------------------------------------------------------------------------- pandas


def _open_pandas(pandas: Any, values: Any, name: str, numpy_opener: Callable[[Any, str], Opened]) -> Opened:
    import numpy

    is_series = isinstance(values, pandas.Series)
    index = values.index if is_series else None

    def rebuilt(array: Any) -> Any:
        if is_series:
            return pandas.Series(array, index=index, name=values.name, copy=False)
        return pandas.Index(array, name=values.name, copy=False)

    dtype = values.dtype
    if hasattr(dtype, "pyarrow_dtype"):
        opened = _open(values.array.__arrow_array__(), name, numpy_opener)
        wrap = pandas.arrays.ArrowExtensionArray
        inner = opened.close
        return opened._replace(
            close=lambda answer, what, marked: rebuilt(wrap(inner(answer, what, marked))), index=index
        )
    if isinstance(dtype, pandas.DatetimeTZDtype):
        _refuse(name, "days with a time zone", "decide which day is meant: series.dt.tz_localize(None).dt.normalize()")
    if numpy_opener is _numpy_counts and pandas.api.types.is_integer_dtype(dtype) and not isinstance(dtype, numpy.dtype):
        data = numpy.ma.MaskedArray(values.to_numpy("int64", na_value=0), values.isna().to_numpy())
        return _numpy_counts(data, name)._replace(index=index)
    if not isinstance(dtype, numpy.dtype):
        _refuse(name, f"a pandas column of {dtype}", "convert it with pandas.to_datetime(column)")
    if dtype.kind not in "Miu":
        _refuse(name, f"a pandas column of {dtype}", "convert it with pandas.to_datetime(column)")
    opened = numpy_opener(values.to_numpy(), name)

    def close(answer: ArrowColumn, what: str, marked: bool) -> Any:
        array = _as_numpy(answer, what, dtype)
        if not marked:
            return rebuilt(array)
        # numpy has no missing number and no missing truth value; pandas has.
        mask = _view(answer._null_mask(), "bool")
        extension = pandas.arrays.BooleanArray if what == "flags" else pandas.arrays.IntegerArray
        return rebuilt(extension(array, mask))

    # Always of the same type, whether a null is there or not.
    return opened._replace(close=close, marks_others=True, index=index)


# ---------------------------------------------------------------------------------------------------- Arrow


def _polars_closer(polars: Any, name: str) -> Callable[[ArrowColumn, str, bool], Any]:
    return lambda answer, what, marked: polars.Series(_Stream(answer)).alias(name)


class _Stream:
    """A column as a stream only: polars would copy pieces into one."""

    def __init__(self, column: ArrowColumn) -> None:
        self._column = column

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._column.__arrow_c_stream__(requested_schema)


def _pyarrow_closer(pyarrow: Any, days: Any, chunked: bool) -> Callable[[ArrowColumn, str, bool], Any]:
    def close(answer: ArrowColumn, what: str, marked: bool) -> Any:
        if not chunked:
            return pyarrow.array(answer)
        types = {"days": days, "counts": pyarrow.int32(), "flags": pyarrow.bool_(), "reasons": pyarrow.uint8()}
        return pyarrow.chunked_array([pyarrow.array(piece) for piece in answer.chunks], type=types[what])

    return close
