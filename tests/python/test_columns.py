# SPDX-License-Identifier: Apache-2.0
"""Columns of every kind get the answers that single days get, in their own kind; what is null stays null."""

from __future__ import annotations

import gc
import sys
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Optional

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gongkai as gk

numpy = pytest.importorskip("numpy")
pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

CN = gk.WorkCalendar.builtin("CN")
FIRST, LAST = CN.first_day, CN.last_day
WORKED = [
    day
    for day in (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
    if day.weekday() < 5 and day not in set(CN.off_days()) or CN.why(day).kind is gk.DayKind.make_up_day
]
Day = Optional[date]
UNITS = ["D", "s", "ms", "us", "ns"]


# The oracle: a list of worked days and Python's bisect.
def oracle_add(day: date, n: int) -> Day:
    """None where a day outside the coverage is needed."""
    low, high = (FIRST - timedelta(days=n > 0)), (LAST + timedelta(days=n < 0))
    if not low <= day <= high:
        return None
    if n == 0:
        return day
    at = bisect_right(WORKED, day) + n - 1 if n > 0 else bisect_left(WORKED, day) + n
    return WORKED[at] if 0 <= at < len(WORKED) else None


def oracle_between(a: date, b: date) -> int:
    return bisect_right(WORKED, b) - bisect_right(WORKED, a)


# ---------------------------------------------------------------------------------------------------- every kind


def to_numpy(unit: str) -> Callable[[list[Day]], Any]:
    return lambda days: numpy.array([str(d) if d else "NaT" for d in days], dtype="datetime64[D]").astype(f"datetime64[{unit}]")


def to_masked(days: list[Day]) -> Any:
    return numpy.ma.MaskedArray(to_numpy("D")([d or FIRST for d in days]), [d is None for d in days])


def to_pandas(unit: str) -> Callable[[list[Day]], Any]:
    return lambda days: pandas.Series(
        to_numpy(unit)(days), index=[f"row {i}" for i in range(len(days))], name="received", dtype=f"datetime64[{unit}]"
    )


def to_pandas_arrow(days: list[Day]) -> Any:
    return pandas.Series(days, dtype=pandas.ArrowDtype(pyarrow.date32()), name="received")


def to_polars(days: list[Day]) -> Any:
    # In chunks, one of them empty.
    cut = len(days) // 2
    pieces = [polars.Series("received", part, dtype=polars.Date) for part in (days[:cut], [], days[cut:])]
    return polars.concat(pieces, rechunk=False)


def to_polars_datetime(days: list[Day]) -> Any:
    return to_polars(days).cast(polars.Datetime("us"))


def to_arrow(kind: Any) -> Callable[[list[Day]], Any]:
    # With an offset, so that neither values nor bitmap begin at their memory's start.
    return lambda days: pyarrow.array([LAST, None, FIRST, *days, FIRST], pyarrow.date32()).cast(kind).slice(3, len(days))


def to_chunked(days: list[Day]) -> Any:
    cut = len(days) // 3
    whole = to_arrow(pyarrow.date32())(days)
    return pyarrow.chunked_array([whole.slice(0, cut), whole.slice(cut, 0), whole.slice(cut)], pyarrow.date32())


class OnlyCapsules:
    """An object of a library that nobody knows."""

    def __init__(self, array: Any, dunder: str) -> None:
        setattr(self, "inner", array)
        setattr(type(self), dunder, lambda self, schema=None: getattr(self.inner, dunder)(schema))


KINDS: dict[str, Callable[[list[Day]], Any]] = {
    **{f"numpy {unit}": to_numpy(unit) for unit in [*UNITS, "h", "m"]},
    "numpy masked": to_masked,
    **{f"pandas {unit}": to_pandas(unit) for unit in UNITS[1:]},
    "pandas arrow": to_pandas_arrow,
    "polars": to_polars,
    "polars datetime": to_polars_datetime,
    "arrow date32": to_arrow(pyarrow.date32()),
    "arrow date64": to_arrow(pyarrow.date64()),
    **{f"arrow {unit}": to_arrow(pyarrow.timestamp(unit)) for unit in UNITS[1:]},
    "arrow chunked": to_chunked,
}


def listed(column: Any) -> list[Any]:
    """Values as Python objects, None for null."""
    if isinstance(column, (pyarrow.Array, pyarrow.ChunkedArray)):
        values = column.to_pylist()
    elif isinstance(column, polars.Series):
        values = column.to_list()
    elif isinstance(column, pandas.Series):
        values = [None if pandas.isna(value) else value for value in column]
    elif isinstance(column, numpy.ma.MaskedArray):
        values = [None if m else v for v, m in zip(column.data.tolist(), numpy.ma.getmaskarray(column))]
    elif column.dtype.kind == "M":
        values = column.astype("datetime64[D]").tolist()
    else:
        values = column.tolist()
    return [value.date() if isinstance(value, datetime) else value for value in values]


def kind_of(column: Any) -> Any:
    if isinstance(column, (pyarrow.Array, pyarrow.ChunkedArray)):
        return type(column), column.type
    return type(column), column.dtype


days_inside = st.dates(FIRST + timedelta(days=60), LAST - timedelta(days=200))
any_days = st.one_of(st.none(), days_inside, st.dates(FIRST - timedelta(days=40), LAST + timedelta(days=40)))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(days=st.lists(st.one_of(st.none(), days_inside), max_size=40), n=st.integers(-30, 120))
def test_adding_gives_what_single_days_get_in_the_same_kind(kind: str, days: list[Day], n: int) -> None:
    column = KINDS[kind](days)
    result = CN.add(column, gk.WorkingDays(n))
    assert kind_of(result) == kind_of(column)
    assert listed(result) == [None if day is None else oracle_add(day, n) for day in days]
    assert listed(column) == days  # the question is untouched


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(days=st.lists(any_days, max_size=40), n=st.integers(-30, 30))
def test_gaps_become_nulls_with_a_reason(kind: str, days: list[Day], n: int) -> None:
    result, reasons = CN.add(KINDS[kind](days), gk.WorkingDays(n), on_gap="null")
    expected = [None if day is None else oracle_add(day, n) for day in days]
    assert listed(result) == expected
    for day, answer, reason in zip(days, expected, listed(reasons)):
        if day is None:
            assert reason == gk.RowReason.null_input
        elif answer is not None:
            assert reason == gk.RowReason.answered
        else:
            beyond = gk.RowReason.after_coverage if day > date(2020, 1, 1) else gk.RowReason.before_coverage
            assert reason == beyond


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(pairs=st.lists(st.tuples(st.one_of(st.none(), days_inside), days_inside), max_size=40))
def test_counting_and_asking_mark_nulls(kind: str, pairs: list[tuple[Day, date]]) -> None:
    a, b = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    first, second = KINDS[kind](a), KINDS[kind](list(b))
    expected = [None if x is None else oracle_between(x, y) for x, y in pairs]
    assert listed(CN.working_days_between(first, second, on_gap="null")[0]) == expected
    assert listed(CN.working_days_between(second, first, on_gap="null")[0]) == [None if e is None else -e for e in expected]
    fixed = date(2015, 9, 6)
    one = [None if x is None else oracle_between(x, fixed) for x in a]
    assert listed(CN.working_days_between(first, fixed, on_gap="null")[0]) == one
    assert listed(CN.working_days_between(fixed, first, on_gap="null")[0]) == [None if e is None else -e for e in one]
    worked = [None if x is None else CN.is_working_day(x) for x in a]
    assert listed(CN.is_working_day(first, on_gap="null")[0]) == worked
    if not kind.startswith("numpy") or None not in a or kind == "numpy masked":
        assert listed(CN.is_working_day(first)) == worked
        assert listed(CN.working_days_between(first, second)) == expected
    else:
        with pytest.raises(gk.InvalidArgumentError, match="null"):
            CN.is_working_day(first)  # a plain numpy array has no missing truth value: nothing becomes False


@pytest.mark.parametrize("kind", KINDS)
def test_the_neighbours_of_days_and_empty_columns(kind: str) -> None:
    days: list[Day] = [date(2024, 2, 8), date(2024, 2, 9), date(2024, 2, 18), None]
    column = KINDS[kind](days)
    assert listed(CN.next_working_day(column)) == [date(2024, 2, 9), date(2024, 2, 18), date(2024, 2, 19), None]
    assert listed(CN.previous_working_day(column)) == [date(2024, 2, 7), date(2024, 2, 8), date(2024, 2, 9), None]
    for question in (CN.next_working_day, CN.is_working_day):
        empty = question(KINDS[kind]([]))
        assert len(empty) == 0
    assert kind_of(CN.next_working_day(KINDS[kind]([]))) == kind_of(KINDS[kind]([]))


@given(rows=st.lists(st.tuples(days_inside, st.integers(-30, 40)), max_size=60), cut=st.integers(0, 60))
@settings(max_examples=50, deadline=None)
def test_each_row_with_its_own_number_of_days(rows: list[tuple[date, int]], cut: int) -> None:
    days, counts = [row[0] for row in rows], [row[1] for row in rows]
    expected = [oracle_add(day, n) for day, n in rows]
    array = to_numpy("D")(list(days))
    for kind in ("int32", "int64", "int8"):
        assert listed(CN.add(array, numpy.array(counts, dtype=kind))) == expected
    series = to_pandas("ns")(list(days))
    assert listed(CN.add(series, pandas.Series(counts, index=series.index, dtype="Int64"))) == expected
    assert listed(CN.add(series, pandas.Series(counts, index=series.index, dtype="int64"))) == expected
    assert listed(CN.add(to_polars(list(days)), polars.Series(counts, dtype=polars.Int32))) == expected
    # Columns cut into pieces at different rows.
    cut = min(cut, len(rows))
    pieces = [pyarrow.array(counts[:cut], pyarrow.int64()), pyarrow.array(counts[cut:], pyarrow.int64())]
    assert listed(CN.add(to_chunked(list(days)), pyarrow.chunked_array(pieces, pyarrow.int64()))) == expected


def test_a_missing_number_of_days_is_a_null() -> None:
    series = to_pandas("s")([date(2024, 3, 4), date(2024, 3, 4)])
    counts = pandas.Series([20, None], index=series.index, dtype="Int64")
    assert listed(CN.add(series, counts)) == [date(2024, 4, 1), None]


def test_int32_days_stay_int32() -> None:
    days = numpy.array([19786, 19851], dtype="int32")  # 2024-03-04, 2024-05-08
    result = CN.add(days, gk.WorkingDays(20))
    assert result.dtype == numpy.int32
    assert (result.astype("datetime64[D]") == numpy.array(["2024-04-01", "2024-06-04"], dtype="datetime64[D]")).all()
    masked, reasons = CN.add(numpy.array([19786, 20800], dtype="int32"), gk.WorkingDays(20), on_gap="null")
    assert masked.dtype == numpy.int32 and listed(masked) == [19814, None]
    assert reasons.tolist() == [0, 3]


def test_the_types_of_answers() -> None:
    days = [date(2024, 3, 4), date(2024, 3, 9)]
    assert CN.is_working_day(to_numpy("D")(days)).dtype == bool
    assert CN.working_days_between(to_numpy("D")(days), LAST).dtype == numpy.int32
    assert str(CN.is_working_day(to_pandas("s")(days)).dtype) == "boolean"
    assert str(CN.working_days_between(to_pandas("s")(days), LAST).dtype) == "Int32"
    assert CN.is_working_day(to_polars(days)).dtype == polars.Boolean
    assert CN.working_days_between(to_polars(days), LAST).dtype == polars.Int32
    assert CN.is_working_day(to_chunked(days)).type == pyarrow.bool_()
    assert CN.add(to_polars(days), gk.WorkingDays(1), on_gap="null")[1].dtype == polars.UInt8


def test_index_and_name_of_pandas_are_kept() -> None:
    for series in (to_pandas("ns")([date(2024, 3, 4)] * 3), to_pandas_arrow([date(2024, 3, 4)] * 3)):
        for result in (CN.add(series, gk.WorkingDays(1)), CN.is_working_day(series), CN.working_days_between(series, LAST)):
            assert result.index.equals(series.index)
            assert result.name == "received"
    index = pandas.DatetimeIndex(["2024-03-04", "2024-05-10"], name="due")
    moved = CN.next_working_day(index)
    assert isinstance(moved, pandas.DatetimeIndex) and moved.name == "due" and moved.dtype == index.dtype
    a = to_pandas("ns")([date(2024, 3, 4), date(2024, 3, 5)])
    with pytest.raises(gk.InvalidArgumentError, match="index"):
        CN.working_days_between(a, a.iloc[::-1])


def test_the_name_of_polars_is_kept() -> None:
    assert CN.is_working_day(to_polars([date(2024, 3, 4)])).name == "received"


def test_the_shape_of_numpy_is_kept_whatever_the_layout() -> None:
    flat = to_numpy("D")([date(2024, 3, 4) + timedelta(days=n) for n in range(12)])
    expected = CN.next_working_day(flat).reshape(3, 4)
    for array in (flat.reshape(3, 4), numpy.asfortranarray(flat.reshape(3, 4)), flat.reshape(3, 4).astype(">M8[D]")):
        assert (CN.next_working_day(array) == expected).all()
    assert (CN.next_working_day(flat[::-2]) == CN.next_working_day(flat)[::-2]).all()


@pytest.mark.parametrize("dunder", ["__arrow_c_array__", "__arrow_c_stream__"])
def test_anything_that_exports_arrow_is_a_column(dunder: str) -> None:
    days = [date(2024, 3, 4), None, date(2024, 5, 10)]
    source = to_arrow(pyarrow.date32())(days) if dunder == "__arrow_c_array__" else to_chunked(days)
    unknown: Any = type("Unknown", (OnlyCapsules,), {})(source, dunder)
    result = CN.next_working_day(unknown)
    assert isinstance(result, gk.ArrowColumn)
    assert (len(result), result.null_count, result.format) == (3, 1, "tdD")
    expected = [date(2024, 3, 5), None, date(2024, 5, 11)]
    assert pyarrow.chunked_array(result).to_pylist() == expected
    assert polars.Series(result).to_list() == expected
    # What we export can be asked again, and exported more than once.
    assert pyarrow.chunked_array(CN.next_working_day(result)).to_pylist() == [date(2024, 3, 6), None, date(2024, 5, 13)]
    if dunder == "__arrow_c_array__":
        assert pyarrow.array(result).to_pylist() == expected
    flags = CN.is_working_day(unknown)
    assert pyarrow.chunked_array(flags).to_pylist() == [True, None, True]


def test_an_export_outlives_the_column() -> None:
    source = to_arrow(pyarrow.date32())([date(2024, 3, 4)] * 100000)
    array = pyarrow.array(CN.next_working_day(type("Unknown", (OnlyCapsules,), {})(source, "__arrow_c_array__")))
    view = CN.next_working_day(to_numpy("D")([date(2024, 3, 4)] * 100000))
    del source
    gc.collect()
    assert set(array.to_pylist()) == {date(2024, 3, 5)}
    assert set(view.tolist()) == {date(2024, 3, 5)}


def test_numpy_shares_the_memory_of_the_answer() -> None:
    result = CN.next_working_day(to_numpy("D")([date(2024, 3, 4)] * 10))
    assert not result.flags.owndata and result.flags.writeable
    result[0] = "NaT"  # it is the caller's


@pytest.mark.parametrize(
    "column",
    [
        numpy.array([1.5]),
        numpy.array(["2024-03-04"]),
        numpy.array([date(2024, 3, 4)], dtype=object),
        numpy.array([1], dtype="int64"),
        numpy.array(["2024-03"], dtype="datetime64[M]"),
        pandas.Series(["2024-03-04"]),
        pandas.Series(pandas.to_datetime(["2024-03-04"]).tz_localize("Asia/Shanghai")),
        polars.Series(["2024-03-04"]),
        polars.Series([datetime(2024, 3, 4)]).dt.replace_time_zone("Asia/Shanghai"),
        pyarrow.array(["2024-03-04"]),
        pyarrow.array([1, 2], pyarrow.int32()),
        pyarrow.array([date(2024, 3, 4)]).dictionary_encode(),
    ],
    ids=lambda column: f"{type(column).__name__} {getattr(column, 'dtype', getattr(column, 'type', ''))}",
)
def test_a_column_that_cannot_hold_days_is_refused(column: Any) -> None:
    with pytest.raises(gk.InvalidArgumentError) as caught:
        CN.is_working_day(column)
    assert caught.value.code == gk.ErrorCode.unsupported_column


@pytest.mark.parametrize("stranger", [["2024-03-04"], "2024-03-04", 19786, None, numpy.datetime64("2024-03-04")])
def test_what_is_no_column_is_a_type_error(stranger: Any) -> None:
    with pytest.raises(TypeError, match="column"):
        CN.is_working_day(stranger)


@pytest.mark.parametrize("kind", ["numpy s", "pandas us", "arrow ns", "polars datetime"])
def test_a_time_of_day_is_refused_with_its_row(kind: str) -> None:
    midnight = KINDS[kind]([date(2024, 3, 4)] * 3)
    noon = {
        "numpy s": lambda: midnight + numpy.array([0, 0, 43200], dtype="timedelta64[s]"),
        "pandas us": lambda: midnight + pandas.to_timedelta([0, 0, 12], unit="h"),
        "arrow ns": lambda: pyarrow.array([datetime(2024, 3, 4)] * 2 + [datetime(2024, 3, 4, 12)], pyarrow.timestamp("ns")),
        "polars datetime": lambda: polars.Series([datetime(2024, 3, 4), datetime(2024, 3, 4), datetime(2024, 3, 4, 12)]),
    }[kind]()
    with pytest.raises(gk.InvalidArgumentError, match="row 2") as caught:
        CN.is_working_day(noon)
    assert caught.value.code == gk.ErrorCode.date_has_time


def test_a_gap_names_the_first_bad_row_over_all_pieces() -> None:
    good, bad = [date(2024, 3, 4)] * 5, [date(2026, 12, 14)]
    pieces = [pyarrow.array(good), pyarrow.array(good), pyarrow.array(good + bad + good + bad)]
    for column in (pyarrow.chunked_array(pieces), to_numpy("D")(good * 3 + bad + good + bad)):
        with pytest.raises(gk.CalendarGapError, match="row 15") as caught:
            CN.add(column, gk.WorkingDays(20))
        assert caught.value.first_unknown_day == date(2027, 1, 1)


def test_columns_of_different_lengths_or_kinds_are_refused() -> None:
    two, three = to_numpy("D")([date(2024, 3, 4)] * 2), to_numpy("D")([date(2024, 3, 4)] * 3)
    for ask in (
        lambda: CN.working_days_between(two, three),
        lambda: CN.add(two, numpy.array([1, 2, 3])),
        lambda: CN.working_days_between(pyarrow.array([LAST]), pyarrow.array([LAST, LAST])),
    ):
        with pytest.raises(gk.InvalidArgumentError) as caught:
            ask()
        assert caught.value.code == gk.ErrorCode.length_mismatch
    with pytest.raises(gk.InvalidArgumentError) as caught:
        CN.working_days_between(two, two.astype("datetime64[s]"))
    assert caught.value.code == gk.ErrorCode.unsupported_column


def test_options_that_do_not_exist_are_refused() -> None:
    with pytest.raises(gk.InvalidArgumentError) as caught:
        CN.add(to_numpy("D")([LAST]), gk.WorkingDays(0), on_gap="guess")  # type: ignore[call-overload]
    assert caught.value.code == gk.ErrorCode.invalid_option
    with pytest.raises(TypeError, match="columns"):
        CN.is_working_day(date(2024, 3, 4), on_gap="null")
    with pytest.raises(gk.InvalidArgumentError) as caught:
        CN.is_working_day(datetime(2024, 3, 4))
    assert caught.value.code == gk.ErrorCode.date_has_time


def test_a_column_does_not_hold_the_interpreter() -> None:
    column = numpy.full(20_000_000, numpy.datetime64("2024-03-04"))
    done = threading.Event()

    def work() -> None:
        CN.add(column, gk.WorkingDays(20))
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    turns = 0
    while not done.is_set():
        turns += 1
    thread.join()
    assert turns > 1000


def test_no_python_object_is_made_for_a_row() -> None:
    column = to_numpy("D")([date(2024, 3, 4)]).repeat(100_000)
    CN.add(column, gk.WorkingDays(20))
    before = sys.getallocatedblocks()
    result = CN.add(column, gk.WorkingDays(20))
    assert sys.getallocatedblocks() - before < 1000
    assert len(result) == 100_000
