# SPDX-License-Identifier: Apache-2.0
"""One row as one line of a register: pure functions from the values of a row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal as Exact
from typing import Any, Optional

from .._core import (
    Applicant,
    Clock,
    ConsultationLine,
    Decimal,
    FigureLine,
    RecordClass,
    RecordData,
    RecordLine,
    RemedyLine,
    RequestLine,
    Rulebook,
    Source,
    outcome_of_several,
)
from ..register import POST
from ..sheets import Rule
from ..sheets.values import Value
from .columns import CHANNELS, CLASSES, HEADING, LEDGER, PENDING, WITHDRAWN
from .words import JOINED, ListedColumn

__all__ = ["LOCAL", "RecordWords", "RowRefused", "figure_line", "number_of", "record_line", "remedies_of_request", "remedy_line", "request_line"]

Values = Mapping[str, Value]
LOCAL = "local"
"""The scheme of classes that are the office's own."""


class RowRefused(Exception):
    """What no single cell shows."""

    def __init__(self, column: str, value: str, rule: Rule) -> None:
        super().__init__(rule.en)
        self.column, self.value, self.rule = column, value, rule


def _text(values: Values, name: str) -> str:
    return str(values.get(name, ""))


# Full-width digits and letters as half-width: ２０２４-1 and 2024-1 are one number. Brackets and dashes stay as they are.
HALF = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


def number_of(values: Values, name: str) -> str:
    """What a row is called by, without blanks."""
    return "".join(_text(values, name).translate(HALF).split())


def _day(values: Values, name: str) -> Optional[date]:
    value = values.get(name)
    return value if isinstance(value, date) else None


def _count(values: Values, name: str) -> Optional[int]:
    value = values.get(name)
    return value if isinstance(value, int) else None


def _yes(values: Values, name: str) -> Optional[bool]:
    value = values.get(name)
    return value if isinstance(value, bool) else None


# ---- requests

DAYS = ("submitted", "received", "acknowledged", "confirmed", "correction_noticed", "correction_delivered", "corrected",
        "extended", "fee_noticed", "fee_delivered", "fee_paid", "deferred", "deferred_until", "replied", "reply_posted",
        "reply_delivered", "withdrawn", "closed")  # fmt: skip


def request_line(values: Values, source: Source, number: str, clock: Clock, words: ListedColumn) -> RequestLine:
    if values.get("channel") == POST and "received" not in values:
        raise RowRefused("received", "", Rule("of a letter the day it was received is wanted", "邮寄的申请应填收到日期"))
    days: dict[str, Any] = {name: _day(values, name) for name in DAYS}
    outcomes = _outcomes(values, words)
    if outcomes == [WITHDRAWN]:
        days["withdrawn"] = days["withdrawn"] or days["replied"] or days["closed"]
        days["replied"] = days["closed"] = None
    elif len(outcomes) > 1 and {PENDING, WITHDRAWN} & set(outcomes):
        raise RowRefused("outcome", "", Rule("an outcome, and none", "办理结果自相矛盾"))
    fee = values.get("fee")
    channel, service = _text(values, "channel"), _text(values, "reply_service")
    return RequestLine(
        **days,
        source=source,
        number=number,
        letter=_text(values, "letter"),
        applicant=Applicant(type=_text(values, "applicant_type"), name=_text(values, "applicant")),
        channel="registered_mail" if channel == POST else channel,
        title=_text(values, "title"),
        correction_days=_count(values, "correction_days"),
        extension_days=_count(values, "extension_days"),
        third_parties=_consultations("third_party", values),
        agencies=_consultations("agency", values),
        fee_fen=int(fee * 100) if isinstance(fee, Exact) else None,
        reply=_text(values, "reply"),
        outcome=outcome_of_several([each for each in outcomes if each not in (PENDING, WITHDRAWN)], clock),
        article=_text(values, "article"),
        reason=_text(values, "reason"),
        reply_service="" if service == "unstated" else service,
    )


def _outcomes(values: Values, words: ListedColumn) -> list[str]:
    """Those that a row says. Where it names a heading of the form only (不予公开), what stands beside it may say which line."""
    codes = [code for code in _text(values, "outcome").split(JOINED) if code]
    for at, code in enumerate(codes):
        if code.startswith(HEADING):
            heading = next(word for word, meant in words.choices.items() if meant == code)
            finer = {words.meant(f"{heading}-{_text(values, name)}") for name in ("detail", "reason") if name in values} - {None, code}
            if len(finer) != 1:
                hint = words.hint(heading)
                raise RowRefused("outcome", heading, hint if hint is not None else Rule("which line of the form?", "请写明具体情形"))
            codes[at] = str(finer.pop())
    return codes


def _consultations(who: str, values: Values) -> list[ConsultationLine]:
    """Each of several, by the number behind its columns."""
    names = [name for name in values if name.startswith(who)]  # few rows have any
    numbers = {int(number or 1) for name in names for number in re.findall(rf"^{who}_[a-z]+?(?:_(\d+))?$", name)}
    lines = []
    for number in sorted(numbers):
        end = "" if number == 1 else f"_{number}"
        asked, got, answered = (_day(values, f"{who}_{what}{end}") for what in ("consulted", "delivered", "answered"))
        lines.append(ConsultationLine(consulted=asked, delivered=got, answered=answered))
    return lines


def remedies_of_request(values: Values, source: Source, number: str) -> list[RemedyLine]:
    """Those that stand in the row of their request. A lawsuit beside a reconsideration came after it."""
    after = "reconsideration_opened" in values
    kinds = (("reconsideration", "reconsideration"), ("litigation", "litigation_after_reconsideration" if after else "litigation_direct"))
    return [
        _remedy(values, source, request=number, case="", kind=kind, prefix=f"{columns}_")
        for columns, kind in kinds
        if {f"{columns}_{name}" for name in ("opened", "concluded", "result")} & set(values)
    ]


def remedy_line(values: Values, source: Source) -> RemedyLine:
    return _remedy(values, source, request=number_of(values, "request"), case=number_of(values, "remedy"), kind=_text(values, "kind"))


def _remedy(values: Values, source: Source, *, request: str, case: str, kind: str, prefix: str = "") -> RemedyLine:
    result = _text(values, f"{prefix}result")
    ledger = result[len(LEDGER) :] if result.startswith(LEDGER) else ""
    return RemedyLine(
        source=source,
        request=request,
        remedy=case,
        kind=kind,
        opened=_day(values, f"{prefix}opened"),
        concluded=_day(values, f"{prefix}concluded"),
        result="" if ledger or result == PENDING else result,
        ledger=ledger,
    )


# ---- published items


class RecordWords:
    """Words of cells that hold several, or may be the office's own."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.channels = ListedColumn.of("channel", "公开渠道", rulebook, "publication_channel", more=CHANNELS)
        self.classes = ListedColumn.of("class", "信息类别", rulebook, "catalogue_class", more=CLASSES)

    def channels_of(self, text: str) -> list[str]:
        found = []
        for word in filter(None, (part.strip() for part in re.split(r"[、,，;；/\n]+", text))):
            meant = self.channels.meant(word)
            if meant is None:
                known = "、".join(dict.fromkeys(word for word, code in self.channels.choices.items() if word != code and not word.isascii()))
                raise RowRefused("channel", word, Rule("none of the channels of publication", f"应为以下之一：{known}"))
            found.append(meant)
        return found

    def class_of(self, text: str) -> list[RecordClass]:
        if not text:
            return []
        known = self.classes.meant(text)
        return [RecordClass(scheme="catalogue_class", code=known) if known else RecordClass(scheme=LOCAL, code=text)]


def record_line(values: Values, source: Source, words: RecordWords) -> RecordLine:
    title, kind = _text(values, "title"), _text(values, "kind")
    data = RecordData(
        title=title,
        document_number=_text(values, "document_number"),
        kind=kind,
        classes=words.class_of(_text(values, "class")),
        publisher=_text(values, "publisher"),
        url=_text(values, "url"),
        created_on=_day(values, "created"),
        full_text=_yes(values, "full_text"),
        in_force_from=_day(values, "in_force_from"),
        in_force_to=_day(values, "in_force_to"),
    )
    return RecordLine(
        source=source,
        index_number=number_of(values, "index_number"),
        data=data,
        mode=_text(values, "mode"),
        published=_day(values, "published"),
        channels=words.channels_of(_text(values, "channel")),
        repealed=_day(values, "repealed"),
        repealed_by=_text(values, "repealed_by"),
        clarifies=_text(values, "clarifies") or (title if kind == "clarification" else ""),
    )


# ---- figures


def figure_line(values: Values, source: Source, *, path: str, year: int, file: str) -> FigureLine:
    value = values.get("value")
    if value is None:
        raise RowRefused("value", "", Rule("a number is wanted", "应填数值"))
    return FigureLine(
        source=source,
        year=_count(values, "year") or year,
        path=path,
        value=Decimal(str(value)),
        document=_text(values, "document") or file,
        opening=bool(_yes(values, "opening")),
    )
