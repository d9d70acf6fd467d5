# SPDX-License-Identifier: Apache-2.0
"""The notice to rectify (整改通知书) as a Word file.

A template of one's own is any .docx with these words in its paragraphs or tables; each keeps the looks of the words around it:

    {{unit}}      whom it is for
    {{year}}      the report years, 2023、2024
    {{count}}     how many problems
    {{date}}      the day, 2026年1月20日
    {{problems}}  a paragraph of its own: it is repeated for each problem, in order
"""

from __future__ import annotations

import copy
import io
from datetime import date
from typing import Any, Optional

import docx

from .. import _core
from ..documents.text import printable
from ..documents.word_writer import new_document
from ..errors import ParseError
from .run import Problem

__all__ = ["default_template", "to_notice"]

LIST = "{{problems}}"


def default_template() -> Any:
    """The text that is used where no template is given."""
    paper = new_document()
    paper.add_heading("关于整改政府信息公开工作年度报告的通知", 1)
    paper.add_paragraph("{{unit}}：")
    paper.add_paragraph("经核查，你单位{{year}}年度政府信息公开工作年度报告存在以下{{count}}个问题，请逐项核实，更正后重新发布并报送：")
    paper.add_paragraph(LIST)
    paper.add_paragraph("{{date}}")
    return paper


def to_notice(unit: str, problems: list[Problem], template: Optional[bytes], day: date) -> bytes:
    """ParseError 221 for a template that is no Word file, or has no paragraph ``{{problems}}``."""
    paper = default_template() if template is None else _opened(template)
    years = "、".join(str(year) for year in sorted({problem.year for problem in problems if problem.year is not None}))
    words = {
        "{{unit}}": unit,
        "{{year}}": years or "本",
        "{{count}}": str(len(problems)),
        "{{date}}": f"{day.year}年{day.month}月{day.day}日",
    }
    listed = False
    for paragraph in list(_paragraphs(paper)):
        if LIST in paragraph.text:
            _put_list(paragraph, problems)
            listed = True
        elif any(word in paragraph.text for word in words):
            text = paragraph.text
            for word, meant in words.items():
                text = text.replace(word, meant)
            _put(paragraph, text)
    if not listed:
        raise ParseError(int(_core.ErrorCode.not_text), "template", "", f"template: no paragraph {LIST} in it")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _opened(template: bytes) -> Any:
    try:
        return docx.Document(io.BytesIO(template))
    except Exception as error:  # python-docx raises what its parts raise: KeyError, BadZipFile, ValueError
        raise ParseError(int(_core.ErrorCode.not_text), "template", "", f"template: no Word file (.docx): {error}") from None


def _paragraphs(paper: Any) -> Any:
    yield from paper.paragraphs
    for table in paper.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def _put(paragraph: Any, text: str) -> None:
    """The whole text into the first run, whose looks it takes: Word cuts words into runs wherever it likes."""
    runs = paragraph.runs
    (runs[0] if runs else paragraph.add_run()).text = printable(text)
    for run in runs[1:]:
        run.text = ""


def _put_list(paragraph: Any, problems: list[Problem]) -> None:
    from docx.text.paragraph import Paragraph

    for number, problem in enumerate(problems, start=1):
        copied = copy.deepcopy(paragraph._p)
        paragraph._p.addprevious(copied)
        _put(Paragraph(copied, paragraph._parent), paragraph.text.replace(LIST, f"{number}. {said(problem)}"))
    paragraph._p.getparent().remove(paragraph._p)


def said(problem: Problem) -> str:
    """One problem in words: what, in which sentence, by which rule."""
    found = problem.finding
    words = f"（{found.code}）{found.message_zh or found.message}。"
    if problem.sentences:
        words += "原文：" + "；".join(f"“{sentence}”" for sentence in problem.sentences[:3]) + "。"
    if found.suggestion:
        words += f"可能的更正：{found.suggestion}。"
    return words + (f"依据：{found.citation}。" if found.citation else "")
