# SPDX-License-Identifier: Apache-2.0
"""Days, decimals, citations, places: what converts, what is refused, and how values behave."""

from __future__ import annotations

import datetime
import pickle
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gongkai as gk

SAMPLES = [
    gk.WorkingDays(20),
    gk.CalendarDays(-3),
    gk.Decimal(1190, 2),
    gk.Citation("国务院令第711号", "art. 33(2)"),
    gk.Place(line=21, column=41, byte_offset=1000, byte_length=6, text="121条"),
    gk.Place(table=2, row=4, cell=5, text="line\nbreak"),
]


@given(st.dates(), st.integers(-4000, 4000))
def test_calendar_days_move_a_date_as_timedelta_does(day: date, count: int) -> None:
    try:
        expected = day + datetime.timedelta(days=count)
    except OverflowError:
        with pytest.raises(gk.InvalidArgumentError) as caught:
            day + gk.CalendarDays(count)
        assert caught.value.code == gk.ErrorCode.invalid_date
        return
    moved = day + gk.CalendarDays(count)
    assert moved == expected
    assert type(moved) is date
    assert gk.CalendarDays(count) + day == expected
    assert moved - gk.CalendarDays(count) == day


def test_the_first_and_the_last_day_there_is() -> None:
    for day in (date.min, date.max):
        assert day + gk.CalendarDays(0) == day


def test_a_datetime_is_refused_as_a_day() -> None:
    with pytest.raises(gk.InvalidArgumentError) as caught:
        datetime.datetime(2024, 3, 4) + gk.CalendarDays(1)
    assert caught.value.code == gk.ErrorCode.date_has_time
    assert "value.date()" in caught.value.message


def test_a_pandas_timestamp_is_refused_as_a_day() -> None:
    pandas = pytest.importorskip("pandas")
    with pytest.raises(gk.InvalidArgumentError, match="102"):
        gk.CalendarDays(1) + pandas.Timestamp("2024-03-04")


@pytest.mark.parametrize("stranger", ["2024-03-04", 1, None, object()])
def test_what_is_no_day_is_a_type_error(stranger: Any) -> None:
    with pytest.raises(TypeError):
        stranger + gk.CalendarDays(1)


def test_working_days_cannot_be_added_to_a_date() -> None:
    with pytest.raises(TypeError):
        date(2024, 3, 4) + gk.WorkingDays(20)  # type: ignore[operator]


def test_the_two_kinds_of_days_do_not_mix() -> None:
    working, calendar = gk.WorkingDays(20), gk.CalendarDays(20)
    assert working != calendar
    assert hash(working) != hash(calendar)
    with pytest.raises(TypeError):
        working + calendar  # type: ignore[operator]
    with pytest.raises(TypeError):
        working < calendar  # type: ignore[operator]


def test_days_of_one_kind_add_and_compare() -> None:
    assert gk.WorkingDays(20) + gk.WorkingDays(10) == gk.WorkingDays(30)
    assert gk.WorkingDays(20) - gk.WorkingDays(30) == -gk.WorkingDays(10)
    assert gk.CalendarDays(1) < gk.CalendarDays(2) <= gk.CalendarDays(2) < gk.CalendarDays(3)
    assert str(gk.WorkingDays(20)) == "20 working days"
    assert gk.CalendarDays(7).count == 7


@pytest.mark.parametrize("bad", ["20", 2.5, None, 2**40])
def test_a_count_of_days_is_an_integer(bad: Any) -> None:
    with pytest.raises(TypeError):
        gk.WorkingDays(bad)


@pytest.mark.parametrize("value", SAMPLES, ids=repr)
def test_a_value_equals_its_pickle_and_no_stranger(value: Any) -> None:
    twin = pickle.loads(pickle.dumps(value))
    assert twin == value and not (twin != value)
    assert hash(twin) == hash(value)
    assert value != object() and not (value == object())
    assert value.__eq__(object()) is NotImplemented
    assert value.__ne__(3) is NotImplemented
    assert len({value, twin}) == 1


@pytest.mark.parametrize("value", SAMPLES, ids=repr)
def test_a_value_has_a_repr_of_one_line_and_cannot_be_written(value: Any) -> None:
    assert len(repr(value).splitlines()) == 1
    for name in dir(type(value)):
        if isinstance(getattr(type(value), name), property):
            with pytest.raises(AttributeError):
                setattr(value, name, getattr(value, name))


def test_values_that_differ_in_one_field_differ() -> None:
    assert gk.Place(line=1) != gk.Place(column=1)
    assert gk.Place(line=1, text="a") != gk.Place(line=1, text="b")
    assert gk.Citation("a", "b") != gk.Citation("a")
    assert gk.Decimal(1190, 2) != gk.Decimal(119, 1)


def test_a_decimal_keeps_what_is_printed() -> None:
    printed = gk.Decimal(1190, 2)
    assert str(printed) == "11.90"
    assert float(printed) == 11.9
    assert printed.same_value(gk.Decimal(119, 1))
    assert gk.Decimal("11.90") == printed
    with pytest.raises(gk.InvalidArgumentError):
        gk.Decimal("1,190")
    assert repr(printed) == "Decimal(1190, 2)"


def test_a_citation_needs_an_instrument() -> None:
    with pytest.raises(gk.InvalidArgumentError):
        gk.Citation("")
    assert str(gk.Citation("国务院令第711号", "art. 33(2)")) == "国务院令第711号, art. 33(2)"


def test_places_are_in_document_order() -> None:
    assert gk.Place(line=2) < gk.Place(line=10)
    assert str(gk.Place(line=34, column=24, text="121条")) == '34:24 "121条"'


def test_a_pickle_of_another_version_is_refused() -> None:
    place: Any = gk.Place(line=1)
    version, fields = place.__reduce_ex__(2)[2]
    with pytest.raises(ValueError, match="another version"):
        type(place).__new__(type(place)).__setstate__((version + 1, fields))
