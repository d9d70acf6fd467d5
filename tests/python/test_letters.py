# SPDX-License-Identifier: Apache-2.0
"""Reply letters from Python: read, stated, checked (the same cases as the tests of the library)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import gongkai as gk

from desk import RULES, RequestDesk, refused

SIXTY_DAYS = RULES.clock.rulebook.at("reconsideration", date(2024, 3, 25)).time_limit()
LETTERS = gk.LetterRules.builtin("CN")
BUREAU = gk.ReplyingBody("密云县卫生局", "county_department", "密云县人民政府")
GOOD = """政府信息不予公开告知书
密卫公开告〔2024〕12号
张三：
　　本机关于2024年3月4日收到你提出的政府信息公开申请，申请公开“2023年决算”。
　　依据《中华人民共和国政府信息公开条例》第十六条第二款的规定，本机关决定不予公开。
　　如对本决定不服，应当先申请行政复议，可以自收到本告知书之日起六十日内向密云县人民政府申请行政复议。
密云县卫生局
2024年3月25日
"""


def decided() -> gk.RequestState:
    desk = RequestDesk().open("q1", date(2024, 3, 4)).act("q1", refused(), date(2024, 3, 25))
    request = desk.requests.find("q1")
    assert request is not None
    return request


def codes(letter: gk.ReplyLetter) -> list[str]:
    return [finding.code for finding in gk.check_letter(letter, decided(), RULES, LETTERS, BUREAU)]


def test_a_letter_in_order_is_read_and_gives_no_finding() -> None:
    letter = gk.read_reply_letter(GOOD, LETTERS)
    assert (letter.title, letter.document_number) == ("政府信息不予公开告知书", "密卫公开告〔2024〕12号")
    assert (letter.addressee, letter.signature, letter.dated) == ("张三", "密云县卫生局", date(2024, 3, 25))
    (article,) = letter.articles
    assert (article.article, article.clause, article.item, article.where.text) == (16, 2, None, "第十六条第二款")
    (remedy,) = letter.remedies
    assert remedy.kind == "reconsideration" and remedy.body == "密云县人民政府"
    assert str(remedy.limit) == "60 calendar days"
    assert codes(letter) == []
    assert "密卫公开告" in repr(letter) and "\n" not in repr(letter)


def test_a_document_is_read_as_its_text_is() -> None:
    builder = gk.DocumentBuilder()
    for line in GOOD.splitlines():
        builder.add_paragraph(line)
    assert codes(gk.read_reply_letter(builder.build(), LETTERS)) == []


def test_each_mistake_is_found_with_both_sides_and_its_source() -> None:
    wrong = GOOD.replace("第十六条第二款", "第十五条").replace("六十日", "三十日").replace("密云县人民政府", "北京市卫生局")
    findings = gk.check_letter(gk.read_reply_letter(wrong, LETTERS), decided(), RULES, LETTERS, BUREAU)
    assert [(f.code, f.left, f.right) for f in findings] == [
        ("LTR.ARTICLE", "art. 16(2)", "art. 15"),
        ("LTR.BODY", "密云县人民政府", "北京市卫生局"),
        ("LTR.LIMIT", "60 calendar days", "30 calendar days"),
    ]
    assert all(f.citation and f.message_zh and f.where for f in findings)


def test_a_letter_may_be_stated() -> None:
    letter = gk.ReplyLetter(
        title="告知书",
        document_number="〔2024〕12号",
        addressee="张三",
        signature="密云县卫生局",
        dated=date(2024, 3, 25),
        articles=[gk.CitedArticle("政府信息公开条例", 16, clause=2)],
        decisions=["denied"],
        remedies=[gk.ToldRemedy("reconsideration", SIXTY_DAYS, "密云县人民政府")],
        tells_request=True,
    )
    assert codes(letter) == ["LTR.FIRST"]


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(gk.NotFoundError):
        gk.check_letter(gk.read_reply_letter(GOOD, LETTERS), decided(), RULES, LETTERS, gk.ReplyingBody(kind="bureau"))
    with pytest.raises(gk.NotFoundError):
        gk.LetterRules.builtin("XX")
    with pytest.raises(gk.RulebookError):
        gk.LetterRules.parse("{}", "letter.json")
    with pytest.raises(gk.InvalidArgumentError, match="datetime"):
        gk.ReplyLetter(dated=datetime(2024, 3, 25))
    assert LETTERS.body_kinds == ["county_department", "town", "vertical", "justice"]
