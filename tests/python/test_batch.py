# SPDX-License-Identifier: Apache-2.0
"""Many reports and many requests at once, from numpy."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy
import pytest

import gongkai as gk

from desk import RULES
from filled import random_report

SHAPE = gk.CountShape(agencies=20, years=7, applicant_types=6, outcomes=22)


def rows(size: int, seed: int = 7) -> list[Any]:
    random = numpy.random.default_rng(seed)
    extents = (SHAPE.agencies, SHAPE.years, SHAPE.applicant_types, SHAPE.outcomes)
    types = (numpy.uint16, numpy.uint8, numpy.uint8, numpy.uint8)
    return [random.integers(0, extent, size, dtype=kind) for extent, kind in zip(extents, types)]


def test_counts_are_those_of_numpy_and_add_up() -> None:
    columns = rows(100_000)
    counted: Any = numpy.asarray(gk.count(*columns, SHAPE))
    assert counted.shape == (20, 7, 6, 22) and counted.dtype == numpy.int64 and not counted.flags.writeable
    place = ((columns[0].astype(numpy.int64) * 7 + columns[1]) * 6 + columns[2]) * 22 + columns[3]
    assert (counted.ravel() == numpy.bincount(place, minlength=counted.size)).all()
    parts = [gk.count(*(column[part] for column in columns), SHAPE) for part in (slice(0, 40_000), slice(40_000, None))]
    assert (numpy.asarray(parts[0] + parts[1]) == counted).all()
    assert gk.count(*columns, SHAPE).at(3, 2, 1, 0) == counted[3, 2, 1, 0]


def test_wrong_columns_are_refused() -> None:
    columns = rows(100)
    with pytest.raises(gk.InvalidArgumentError, match="uint16"):
        gk.count(columns[0].astype(numpy.int64), *columns[1:], SHAPE)
    with pytest.raises(gk.InvalidArgumentError, match="without gaps"):
        gk.count(columns[0][::2], *(column[::2] for column in columns[1:]), SHAPE)
    with pytest.raises(gk.InvalidArgumentError):
        gk.count(columns[0][:50], *columns[1:], SHAPE)
    columns[3][77] = 22
    with pytest.raises(gk.InvalidArgumentError, match="77"):
        gk.count(*columns, SHAPE)


def test_the_forms_of_agencies_are_those_of_their_facts_one_by_one() -> None:
    end = date(2021, 12, 31)
    book = RULES.clock.rulebook
    columns = gk.RequestColumns(book, 2019)
    facts = []
    for agency in range(3):
        office = gk.sample_office(seed=agency, requests=400, records=0, years=3)
        facts.append(gk.derive(gk.replay(office.requests, end, end, RULES).requests, gk.Catalogue(), {}, RULES))
        columns.add(agency, facts[-1])
    form = gk.Form.builtin("cn-format-2021")
    batch = columns.fill(form, gk.CountShape(agencies=3, years=3, applicant_types=6, outcomes=22), book)
    assert len(batch) == 9 and batch.check() == []
    for at in range(9):
        agency, year = divmod(at, 3)
        alone = gk.tabulate(form, facts[agency], book, 2019 + year).report.table("requests")
        together = batch.report(at).table("requests")
        assert alone is not None and together is not None
        assert [(r, c, cell.value) for r, c, cell in together.cells()] == [(r, c, cell.value) for r, c, cell in alone.cells()]
    with pytest.raises(IndexError):
        batch.report(9)


def test_a_batch_finds_what_each_report_has_and_sums_into_groups() -> None:
    form = gk.Form.builtin("cn-format-2021")
    reports = [random_report("cn-format-2021", n) for n in range(6)]
    batch = gk.ReportBatch(form)
    for report in reports:
        batch.add(report)
    expected = [(at, finding.code) for at, report in enumerate(reports) for finding in batch.report(at).check()]
    assert [(one.report, one.finding.code) for one in batch.check()] == expected
    groups = gk.merge_groups(batch, numpy.array([0, 1, 0, 1, 0, 1], dtype=numpy.uint32), 2)
    assert [len(group) for group in groups] == [3, 3]
    alone = gk.Rollup(form)
    for at in (0, 2, 4):
        alone.add(reports[at], f"body {at}")
    path = "requests.new_received.total"
    assert groups[0].report().cell(path).value == alone.report().cell(path).value
    with pytest.raises(gk.InvalidArgumentError):
        gk.merge_groups(batch, numpy.array([0, 1], dtype=numpy.uint32), 2)
    with pytest.raises(gk.InvalidArgumentError):
        gk.ReportBatch(gk.Form.builtin("cn-trial-2019")).add(reports[0])
