# SPDX-License-Identifier: Apache-2.0
"""Rulebooks in Python: the same names, the same answers, the same refusals as in C++."""

from __future__ import annotations

import copy
import datetime
import pickle
from datetime import date
from pathlib import Path
from typing import Callable

import pytest

import gongkai as gk

BOOK = gk.Rulebook.builtin("cn")
OVERLAY = """{
 "schema": 1, "kind": "rules", "country": "cn", "layer": "overlay", "place": "CN-350100",
 "instruments": [{"id": "OURS", "citation": "榕政办〔2020〕1号", "title": {"en": "our promise", "zh": "本市承诺"},
                  "from": "2020-03-01", "addresses": ["example.gov.cn"]}],
 "values": [{"rule": "reply", "value": {"working_days": 15}, "citations": [{"instrument": "OURS"}]}]}"""


def test_the_reply_period_by_the_day_the_clock_starts() -> None:
    assert BOOK.at("reply", date(2019, 5, 14)).working_days() == gk.WorkingDays(15)
    assert BOOK.at(gk.cn.rule.reply, date(2019, 5, 15)).working_days() == gk.WorkingDays(20)
    assert str(BOOK.at("reply", date(2019, 5, 15))) == "20 working days (国务院令第711号, art. 33(2))"


def test_a_rule_that_differs_by_channel() -> None:
    answer = BOOK.at("clock_start", "email", date(2024, 3, 4))
    assert answer.choice() == gk.cn.start_rule.mutual_confirmation
    assert answer.of == gk.cn.channel.email
    assert BOOK.at(gk.cn.rule.clock_start, gk.cn.channel.email, date(2013, 3, 4)).choice() == gk.cn.start_rule.system_receipt


def test_an_answer_says_where_it_comes_from() -> None:
    entry = BOOK.at("annual_report", "county", date(2023, 12, 31)).entry
    assert (entry.file, entry.place, entry.standing) == ("cn/regulation-2019.json", "CN", gk.Standing.notice)
    assert entry.value is not None and str(entry.value) == "20 February"
    assert entry.first_day == date(2019, 11, 23)
    assert entry.last_day is None
    assert [str(citation) for citation in entry.citations] == ["国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号"]


def test_no_value_is_an_answer_and_asking_for_it_is_an_error() -> None:
    answer = BOOK.at("fee_per_item", date(2020, 12, 31))
    assert answer.state is gk.ValueState.not_yet_known
    assert not answer.in_force
    with pytest.raises(gk.NotFoundError) as caught:
        answer.tariff()
    assert caught.value.code == gk.ErrorCode.no_rule_in_force


def test_the_fees_of_a_month_and_of_a_request() -> None:
    per_item = BOOK.at("fee_per_item", date(2021, 1, 1)).tariff()
    per_page = BOOK.at("fee_per_page", date(2021, 1, 1)).tariff()
    assert str(per_item.total(60)) == "11000.00 CNY"
    assert per_item.price_at(31) == gk.Money(20000)
    assert per_page.total(68) == gk.Money(38000)
    assert [band.first for band in per_item.bands] == [1, 11, 31]


def test_money_is_exact_and_of_one_currency() -> None:
    assert gk.Money(500) + gk.Money(20) * 12 == gk.Money(740)
    assert str(gk.Money(740)) == "7.40 CNY"
    with pytest.raises(gk.InvalidArgumentError) as caught:
        gk.Money(1) + gk.Money(1, "USD")
    assert caught.value.code == gk.ErrorCode.currency_mismatch


@pytest.mark.parametrize(
    ("ask", "error", "code"),
    [
        (lambda: BOOK.at("replay", date(2024, 1, 1)), gk.NotFoundError, gk.ErrorCode.unknown_name),
        (lambda: BOOK.at("clock_start", "pigeon", date(2024, 1, 1)), gk.NotFoundError, gk.ErrorCode.unknown_name),
        (lambda: BOOK.at("clock_start", date(2024, 1, 1)), gk.InvalidArgumentError, gk.ErrorCode.out_of_range),
        (lambda: BOOK.at("reply", date(2024, 1, 1)).choice(), gk.InvalidArgumentError, gk.ErrorCode.wrong_value_kind),
        (lambda: BOOK.at("reply", datetime.datetime(2024, 1, 1)), gk.InvalidArgumentError, gk.ErrorCode.date_has_time),
        (lambda: BOOK.taxonomy("colour"), gk.NotFoundError, gk.ErrorCode.unknown_name),
        (lambda: gk.Rulebook.builtin("fr"), gk.NotFoundError, gk.ErrorCode.unknown_country),
        (lambda: BOOK.with_overlay("{}", "x.json"), gk.RulebookError, gk.ErrorCode.rulebook_contradicts),
    ],
)
def test_what_is_refused(ask: Callable[[], object], error: type[gk.GongkaiError], code: gk.ErrorCode) -> None:
    with pytest.raises(error) as caught:
        ask()
    assert caught.value.code == code


def test_an_overlay_lies_over_its_base() -> None:
    local = BOOK.with_overlay(OVERLAY, "our-city.json")
    answer = local.at("reply", date(2024, 3, 4))
    assert answer.working_days() == gk.WorkingDays(15)
    assert answer.entry.file == "our-city.json"
    assert [value.file for value in answer.beneath] == ["cn/regulation-2019.json"]
    assert local != BOOK
    assert local == BOOK.with_overlay(OVERLAY.encode(), "another-name.json")
    assert "beneath: CN, cn/regulation-2019.json" in local.explain("reply")


def test_the_files_of_the_repository_are_the_built_in_rulebook(root: Path) -> None:
    files = [(name, (root / "rules" / name).read_bytes()) for name in BOOK.files]
    assert gk.Rulebook.from_files(files) == BOOK


def test_explanations_in_both_languages() -> None:
    assert "20 working days (国务院令第711号, art. 33(2))" in BOOK.explain("reply")
    assert "20个工作日（国务院令第711号第33条(2)）" in BOOK.explain("reply", gk.Language.zh)


def test_codes_are_attributes_of_their_taxonomy() -> None:
    assert gk.cn.outcome.granted == BOOK.code("outcome", "granted")
    assert gk.cn.outcome.granted != gk.cn.outcome_group.granted
    assert repr(gk.cn.outcome.granted) == "<Code cn.outcome.granted>"
    assert [code.token for code in gk.cn.outcome][:2] == ["granted", "partially_granted"]
    assert len(gk.cn.outcome) == 21 and gk.cn.outcome.granted in gk.cn.outcome
    assert {"outcome", "rule", "channel"} <= set(dir(gk.cn))
    assert "denied_process" in dir(gk.cn.outcome)
    for wrong in (lambda: gk.cn.colour, lambda: gk.cn.outcome.refused):
        with pytest.raises(AttributeError):
            wrong()


def test_taxonomies_have_labels_groups_and_articles() -> None:
    outcomes = BOOK.taxonomy("outcome")
    member = outcomes.at(gk.cn.outcome.denied_process)
    assert member.label == outcomes.at("denied_process").label
    assert member.group == gk.cn.outcome_group.denied
    assert str(member.citations[0]) == "国务院令第711号, art. 16(2)"
    found = outcomes.find_label("信息不存在")
    assert found is not None and found.code == gk.cn.outcome.unable_not_held
    assert outcomes.find("refused") is None
    assert BOOK.label(gk.cn.outcome.granted) == "予以公开"
    assert BOOK.label(gk.cn.outcome.granted, gk.Language.en) == "granted"


def test_open_questions_have_a_default_and_a_basis() -> None:
    question = BOOK.question("receipt_on_rest_day")
    assert question.default_choice == "same_day"
    assert [choice.name for choice in question.choices] == ["same_day", "next_working_day"]
    assert question.basis.zh
    assert len(BOOK.situations) == 32


@pytest.mark.parametrize("value", [BOOK, gk.cn.outcome.granted, gk.Money(740), BOOK.at("reply", date(2024, 1, 1)).time_limit()])
def test_values_can_be_pickled_copied_and_hashed(value: object) -> None:
    for twin in (pickle.loads(pickle.dumps(value)), copy.copy(value)):
        assert twin == value
        assert hash(twin) == hash(value)


def test_a_repr_is_one_line() -> None:
    answer = BOOK.at("reply", date(2024, 1, 1))
    for value in (BOOK, answer, answer.entry, answer.definition, BOOK.taxonomy("outcome"), BOOK.instruments[0]):
        assert "\n" not in repr(value) and repr(value).startswith("<")
    assert repr(answer) == "<RuleAnswer reply on 2024-01-01: 20 working days (国务院令第711号, art. 33(2))>"
