# SPDX-License-Identifier: Apache-2.0
"""An office's own register of requests: which columns it may have, and the history of each row.

>>> register = read_register("编号,提交渠道,收到日期\\n一,当面提交,2024/3/4\\n".encode("gb18030"), "register.csv")
>>> register.cases[0].history.events
['received 2024-03-04 channel=in_person']

`gongkai.sheets` reads the table, `gongkai.due` says what of it is due.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Optional

from ._core import Clock, ClockHistory
from .errors import GongkaiError, ParseError
from .sheets import Column, Kind, Mapped, Problem, Row, Rule, Table, read_table
from .sheets.values import Value, printed

__all__ = ["COLUMNS", "Case", "Register", "read_register"]

POST = "post"  # a letter, and nothing said about a signature

CHANNELS = {
    "in_person": ("当面", "当面申请", "当面递交", "现场", "现场提交", "现场申请", "窗口", "窗口提交", "窗口申请"),
    "registered_mail": ("挂号信", "挂号", "挂号邮寄", "ems", "邮政ems", "特快专递", "邮政特快专递", "邮政快递", "快递", "邮寄(需签收)",
                        "邮寄(签收)", "邮寄(挂号)", "邮寄(挂号信)", "邮寄(ems)", "邮寄(快递)", "信函(挂号)", "信函(挂号信)", "信函(ems)",
                        "registered"),
    "ordinary_mail": ("平信", "平邮", "普通信函", "平常信件", "普通信件", "邮寄(无需签收)", "邮寄(平信)",
                      "信函(平信)", "邮寄(普通信函)"),
    "other_unit": ("其他机构转来", "本机关其他机构"),
    "online": ("网上", "网上申请", "网上提交", "网络", "网络申请", "网站", "门户网站", "政府网站", "政府门户网站", "在线", "在线申请", "线上",
               "互联网", "互联网渠道", "网上平台", "申请平台", "依申请公开平台", "依申请公开系统", "网站平台"),
    "email": ("邮箱", "电子邮箱", "电邮", "e-mail", "电子邮件申请"),
    "fax": ("传真申请",),
    "oral": ("口头", "口头申请"),
    "other": ("其他", "其它", "其他渠道", "其他方式"),
    POST: ("邮寄", "信函", "邮政", "邮政寄送", "寄送", "来信", "信件", "书信", "邮寄申请", "信函申请"),
}  # fmt: skip
SERVICES = {
    "direct": ("直接送达", "当面送达", "当面领取", "现场领取", "自行领取", "自取", "当场答复", "当面", "当面提供"),
    "entrusted": ("委托送达",),
    "china_post": ("邮寄", "邮寄送达", "邮政", "挂号信", "挂号", "ems", "邮政快递", "特快专递", "邮政特快专递", "中国邮政", "信函"),
    "email": ("电子邮件", "电子邮箱", "邮箱", "电邮", "e-mail"),
    "courier": ("顺丰", "其他快递", "民营快递", "非邮政快递"),
    "unstated": ("网上", "网站", "平台", "网上平台", "网络", "在线", "传真", "其他", "其它"),
}  # fmt: skip


def _words(meanings: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: code for code, words in meanings.items() for word in (code, *words)}


def _day(name: str, zh: str, *also: str, repeated: bool = False) -> Column:
    return Column(name, zh, Kind.DAY, also, repeated=repeated)


COLUMNS = [
    Column("id", "编号", also=("申请编号", "受理编号", "登记编号", "登记号", "申请号", "流水号", "序号", "no.")),
    Column("handler", "经办人", also=("承办人", "经办人员", "承办人员", "办理人", "责任人")),
    Column(
        "channel", "提交渠道", Kind.CHOICE, ("申请方式", "提交方式", "申请渠道", "收件方式", "申请途径", "渠道"), _words(CHANNELS),
        {"邮件": Rule("邮件 may be e-mail or a letter; write 电子邮件, 挂号信 or 平信", "邮件可指电子邮件或者信函，请写明电子邮件、挂号信或者平信")},
    ),
    _day("submitted", "提交日期", "申请日期", "申请提交日期", "提交申请日期"),
    _day("received", "收到日期", "收到申请日期", "申请收到日期", "收件日期", "收文日期", "接收日期"),
    _day("acknowledged", "回执日期", "接收回执日期"),
    _day("confirmed", "确认日期", "双方确认日期", "确认收到日期"),
    _day("correction_noticed", "补正告知日期", "补正通知日期", "告知补正日期", "通知补正日期", "一次性告知补正日期"),
    _day("correction_delivered", "补正告知送达日期", "补正通知送达日期"),
    Column("correction_days", "补正期限", Kind.COUNT, ("补正工作日", "补正期限工作日")),
    _day("correction_until", "补正截止日期", "补正期限届满日期"),
    _day("corrected", "收到补正日期", "补正日期", "补正收到日期", "收到补正材料日期", "收到补正申请日期"),
    _day("third_party_consulted", "征求第三方意见日期", "征询第三方意见日期", "发函征求第三方意见日期", repeated=True),
    _day("third_party_delivered", "第三方收到日期", "第三方签收日期", repeated=True),
    _day("third_party_answered", "第三方答复日期", "第三方回复日期", "收到第三方意见日期", repeated=True),
    _day("agency_consulted", "征求其他机关意见日期", "征求共同制作机关意见日期", repeated=True),
    _day("agency_delivered", "其他机关收到日期", repeated=True),
    _day("agency_answered", "其他机关答复日期", "其他机关回复日期", "收到其他机关意见日期", repeated=True),
    _day("extended", "延期告知日期", "告知延期日期", "延期通知日期", "延期答复告知日期", "延长告知日期", "延长答复告知日期"),
    _day("extension_approved", "延期批准日期", "延期审批日期"),
    Column("extension_days", "延期工作日", Kind.COUNT, ("延长工作日", "延期天数", "延长天数", "延期期限", "延长期限")),
    _day("fee_noticed", "收费通知日期", "缴费通知日期", "收费告知日期"),
    _day("fee_delivered", "收费通知送达日期", "缴费通知送达日期"),
    _day("fee_paid", "缴费日期", "缴纳日期", "付款日期"),
    _day("deferred", "延迟答复告知日期"),
    _day("deferred_until", "延迟答复至", "延迟答复期限"),
    _day("replied", "答复日期", "作出答复日期", "答复作出日期", "回复日期"),
    Column(
        "reply_service", "送达方式", Kind.CHOICE, ("答复送达方式", "答复方式"), _words(SERVICES),
        {
            "快递": Rule(
                "快递 may be 邮政快递 (EMS) or another courier (其他快递), which differ", "快递请写明邮政快递或者其他快递，二者认定不同"
            ),
            "邮件": Rule("邮件 may be 电子邮件 or 邮寄", "邮件请写明电子邮件或者邮寄"),
        },
    ),
    _day("reply_posted", "交邮日期", "邮寄日期", "答复寄出日期", "寄出日期"),
    _day("reply_delivered", "签收日期", "送达日期", "答复送达日期", "申请人签收日期"),
    _day("withdrawn", "撤回日期", "撤回申请日期", "申请撤回日期"),
    Column("events", "其他经过", also=("其他经过情况",)),
]  # fmt: skip
RECEIPT = ("received", "submitted", "confirmed", "acknowledged", "events")


class Case(NamedTuple):
    """One request."""

    id: str
    """Its number; of a row without one, the row."""
    handler: str
    history: ClockHistory
    row: Row
    """Where it stands."""


@dataclass(frozen=True)
class Register:
    """The rows that could be read, and what is the matter with the others."""

    cases: list[Case]
    problems: list[Problem]
    table: Table


def columns_of(clock: Clock) -> list[Column]:
    """`COLUMNS`, with the words of a rulebook's channels."""
    taxonomy = clock.rulebook.taxonomy("channel")
    words = {}
    for member in taxonomy.members:
        for word in (member.code.token, member.label.zh, member.label.en, *member.aliases):
            if word:
                words[word] = member.code.token
    own = next(column for column in COLUMNS if column.name == "channel")
    channel = Column(own.name, own.zh, own.kind, own.also, {**own.choices, **words}, own.hints)
    return [channel if column is own else column for column in COLUMNS]


def read_register(
    data: bytes, file: str, *, clock: Optional[Clock] = None, mapped: Optional[Mapped] = None, sheet: Optional[str] = None
) -> Register:
    """A register from the bytes of a CSV file, an Excel workbook or JSON Lines (`gongkai.sheets.read_table`).

    A row with a problem is no case: what it leaves out could be what its due day hangs on. ParseError 201, 221, 222, 224,
    231 when it is no such file, InvalidArgumentError 105 when no column says when a request came.
    """
    used = clock if clock is not None else Clock.builtin("cn")
    table = read_table(data, file, columns_of(used), mapped=mapped, sheet=sheet, needs=RECEIPT)
    register = Register([], [], table)
    for row in table.rows:
        history, problems = _history(used, row, table)
        if problems:
            register.problems.extend(problems)
            continue
        number = str(row.values.get("id", f"{row.sheet} {row.number}".strip()))
        register.cases.append(Case(number, str(row.values.get("handler", "")), history, row))
    return register


def _history(clock: Clock, row: Row, table: Table) -> tuple[ClockHistory, list[Problem]]:
    problems = list(row.problems)
    labels = {name: label for label, name in table.columns.items()}
    words: list[str] = []
    for name, event in _events(row.values):
        try:
            clock.history([event])
            words.append(event)
        except GongkaiError as error:
            problems.append(Problem(row.number, name, _said(row, name, event), _rule(error), row.sheet, labels.get(name, "")))
    if not problems:
        problems += [
            Problem.of(row.number, name, value, rule, row.sheet, labels.get(name, ""))
            for name, value, rule in _contradictions(row.values, words)
        ]
    return clock.history(words if not problems else []), problems


def _said(row: Row, name: str, event: str) -> str:
    return event if name == "events" else printed(row.values.get(name, event))


def _rule(error: GongkaiError) -> str:
    """The message without the place, which the row says better."""
    place = f"{error.file}#{error.pointer}: " if isinstance(error, ParseError) else ""
    return error.message[len(place) :] if place and error.message.startswith(place) else error.message


def _contradictions(values: Mapping[str, Value], words: list[str]) -> Iterable[tuple[str, str, Rule]]:
    """What no single cell shows: column, value, rule."""
    if not words:
        yield "received", "", Rule("no day says when the request came", "没有载明收到申请的日期")
    if values.get("channel") == POST:
        if "received" not in values:
            yield "received", "", Rule("of a letter the day it was received is wanted", "邮寄的申请应填收到日期")
        elif "confirmed" in values and values["confirmed"] != values["received"]:
            yield "channel", "邮寄", Rule(
                "signed for (挂号信, EMS) or not (平信)? The clock starts on another day", "请写明挂号信（需签收）或者平信，二者起算日不同"
            )
    for name, first in (
        ("correction_delivered", "correction_noticed"),
        ("correction_days", "correction_noticed"),
        ("correction_until", "correction_noticed"),
        ("extension_days", "extended"),
        ("extension_approved", "extended"),
        ("fee_delivered", "fee_noticed"),
        ("deferred_until", "deferred"),
        ("reply_service", "replied"),
    ):
        told = {"replied", "reply_posted", "reply_delivered"} if first == "replied" else {first}
        if name in values and values[name] not in (0, "unstated") and not told & set(values):
            zh = next(column.zh for column in COLUMNS if column.name == name)
            yield first, "", Rule(f"wanted, as {name} is given", f"已填{zh}，本项也应填写")


def _events(values: Mapping[str, Value]) -> Iterable[tuple[str, str]]:
    """The events of a row in words, each with the column to blame."""

    def said(value: Value) -> str:
        return value.isoformat() if isinstance(value, date) else str(value)

    def more(**keys: str) -> str:
        return "".join(f" {key}={said(values[name])}" for key, name in keys.items() if name in values)

    channel = values.get("channel")
    code = "registered_mail" if channel == POST else channel
    first = "submitted" if "submitted" in values else "received"
    for name in ("submitted", "received", "acknowledged", "confirmed"):
        if name in values:
            way = f" channel={code}" if code is not None and (name == first or not {first} & set(values)) else ""
            yield ("channel" if way else name), f"{name} {said(values[name])}{way}"
    if "correction_noticed" in values:
        days = more(delivered="correction_delivered", days="correction_days", until="correction_until")
        yield "correction_noticed", f"correction_noticed {said(values['correction_noticed'])}{days}"
    if "corrected" in values:
        yield "corrected", f"corrected {said(values['corrected'])}"
    yield from _consultations(values, said)
    for name, text in (
        ("extended", more(days="extension_days", decided="extension_approved")),
        ("fee_noticed", more(delivered="fee_delivered")),
        ("fee_paid", ""),
        ("deferred", more(until="deferred_until")),
        ("withdrawn", ""),
    ):
        if name in values:
            yield name, f"{name} {said(values[name])}{text}"
    if {"replied", "reply_posted", "reply_delivered"} & set(values):
        on = f" {said(values['replied'])}" if "replied" in values else ""
        service = "" if values.get("reply_service") == "unstated" else more(service="reply_service")
        days = service + more(posted="reply_posted", delivered="reply_delivered")
        yield ("reply_service" if service else "replied"), f"replied{on}{days}"
    for text in re.split(r"[;；\n]", str(values.get("events", ""))):
        if text.strip():
            yield "events", text.strip()


def _consultations(values: Mapping[str, Value], said: Callable[[Value], str]) -> Iterable[tuple[str, str]]:
    """Each of several third parties and agencies, by the number behind its columns."""
    for who in ("third_party", "agency"):
        numbers = {int(number or 1) for name in values for number in re.findall(rf"^{who}_[a-z]+?(?:_(\d+))?$", name)}
        for number in sorted(numbers):
            end = "" if number == 1 else f"_{number}"
            asked, got, answered = (f"{who}_{what}{end}" for what in ("consulted", "delivered", "answered"))
            party = f" party={number}" if len(numbers) > 1 else ""
            if asked in values:
                delivered = f" delivered={said(values[got])}" if got in values else ""
                yield asked, f"{who}_consulted {said(values[asked])}{delivered}{party}"
            if answered in values:
                yield answered, f"{who}_answered {said(values[answered])}{party}"
