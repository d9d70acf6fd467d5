# SPDX-License-Identifier: Apache-2.0
"""Word and Excel files: written and read back; as offices make them; broken, packed and protected ones."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filled import CHINESE_FORMS, figures, random_report

import gongkai as gk
from gongkai.documents import write, write_docx, write_xlsx

docx = pytest.importorskip("docx")
openpyxl = pytest.importorskip("openpyxl")
WRITERS: dict[str, Callable[..., None]] = {"docx": write_docx, "xlsx": write_xlsx}


def packed(writer: Callable[..., None], value: Any) -> bytes:
    out = io.BytesIO()
    writer(value, out)
    return out.getvalue()


def saved(paper: Any) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()).encode() if name == part else content)
    return out.getvalue()


def lines(document: gk.Document) -> list[str]:
    return [document.text_of(block) for block in document.blocks if block.kind is not gk.BlockKind.table]


# ---------------------------------------------------------------------------------------------------- round trip


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("form", CHINESE_FORMS)
def test_a_filled_report_is_read_back_equal(form: str, ending: str) -> None:
    for seed in range(4):
        report = random_report(form, seed)
        again = gk.read(packed(WRITERS[ending], report))
        assert (again.organisation, again.year) == (report.organisation, report.year)
        assert figures(again) == figures(gk.read(gk.render(report, gk.RenderFormat.html).encode()))
        assert again.residues == [] and again.unplaced == []
        if gk.Form.builtin(form).status is not gk.FormStatus.draft:  # the wording of a draft is not known well enough
            assert figures(again) == figures(report)


@pytest.mark.parametrize("ending", WRITERS)
def test_every_report_of_the_corpus_is_read_back_equal(reports: Path, ending: str) -> None:
    compared = 0
    for path in sorted(reports.glob("20*")):
        if path.suffix not in (".txt", ".html"):
            continue
        report = gk.read(path)
        again = gk.read(packed(WRITERS[ending], report))
        wanted = {k: v for k, v in figures(report).items() if not k.startswith("narrative")}
        assert {k: v for k, v in figures(again).items() if not k.startswith("narrative")} == wanted, path.name
        compared += len(wanted)
    assert compared > 500


def test_a_file_is_what_its_bytes_say(tmp_path: Path) -> None:
    report = random_report("cn-format-2021", 1)
    for name, data in {
        "word.doc": packed(write_docx, report),
        "excel.xls": packed(write_xlsx, report),
        "page.doc": gk.render(report, gk.RenderFormat.html).encode("gb18030"),
        "text.docx": gk.render(report, gk.RenderFormat.markdown).encode(),
    }.items():
        (tmp_path / name).write_bytes(data)
        assert gk.read(tmp_path / name).year == report.year


def test_write_goes_by_the_ending(tmp_path: Path) -> None:
    report = random_report("cn-format-2021", 2)
    for ending in ("docx", "xlsx", "html", "md", "json"):
        write(report, tmp_path / f"report.{ending}")
        assert figures(gk.read(tmp_path / f"report.{ending}")) == figures(report)
    with pytest.raises(gk.InvalidArgumentError, match=r"report\.odt"):
        write(report, tmp_path / "report.odt")
    with pytest.raises(gk.ParseError) as caught:
        write(report, tmp_path / "nowhere" / "report.docx")
    assert caught.value.code == 224


def test_the_cells_of_an_excel_file_are_numbers_and_merged() -> None:
    report = gk.fill(
        gk.Form.builtin("cn-format-2021"),
        {"requests.granted.natural_person": 3, "proactive.administrative_fees.amount_wan_yuan": gk.Decimal(911630, 2)},
        organisation="某镇人民政府",
        year=2024,
        missing=gk.Missing.zero,
    )
    book = openpyxl.load_workbook(io.BytesIO(packed(write_xlsx, report)))
    cells = {cell.value: cell for sheet in book for row in sheet.iter_rows() for cell in row}
    assert cells[9116.3].number_format == "0.00"
    assert cells[3].number_format == "0" and cells[3].data_type == "n"
    merged = [area.coord for sheet in book for area in sheet.merged_cells.ranges]
    assert any(int(area.split(":")[1].lstrip("ABCDEFGHIJ")) - int(area.split(":")[0].lstrip("ABCDEFGHIJ")) == 21 for area in merged)


def test_text_never_becomes_a_formula() -> None:
    builder = gk.DocumentBuilder()
    builder.add_paragraph("=1+1")
    builder.begin_table()
    builder.begin_row()
    for text in ("=HYPERLINK(1)", "+86", "007", "+4", "-1", "3.50", "99.17%", "\x07a", "12345678901234567"):
        builder.add_cell(text)
    builder.end_table()
    data = packed(write_xlsx, builder.build())
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "s", "n", "n", "n", "n", "s", "s"]
    # What is printed is the same as before.
    assert gk.read_document(data).tables[0].grid() == [
        ["=HYPERLINK(1)", "+86", "007", "+4", "-1", "3.50", "99.17%", "a", "12345678901234567"]
    ]


# ---------------------------------------------------------------------------------------------------- Word


def word_report() -> Any:
    """A Word report as python-docx users make it, with a place for everything below."""
    paper = docx.Document()
    paper.add_heading("柳溪镇人民政府2024年政府信息公开工作年度报告", 0)
    paper.add_heading("一、总体情况", 1)
    paper.add_paragraph("2024年，本镇主动公开政府信息12条。")
    return paper


def w(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml.replace(">", ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">', 1))


def test_headings_have_their_levels() -> None:
    paper = docx.Document()
    paper.add_heading("题目", 0)
    paper.add_heading("一、总体情况", 1)
    paper.add_heading("（一）主动公开", 2)
    direct = paper.add_paragraph("二、主动公开政府信息情况")
    direct._p.get_or_add_pPr().append(w('<w:outlineLvl w:val="0"/>'.replace("/>", "></w:outlineLvl>")))
    paper.add_paragraph("正文")
    document = gk.read_document(saved(paper))
    assert [block.level for block in document.blocks] == [1, 1, 2, 1, 0]


def test_tracked_changes_and_comments_are_residues() -> None:
    paper = word_report()
    paragraph = paper.add_paragraph("收到申请")
    paragraph._p.append(w('<w:ins w:id="1" w:author="a"><w:r><w:t>10</w:t></w:r><w:r><w:t>件</w:t></w:r></w:ins>'))
    paragraph._p.append(w('<w:del w:id="2" w:author="a"><w:r><w:delText>9件</w:delText></w:r></w:del>'))
    paragraph.add_run("。")
    table = paper.add_table(2, 2)
    table.cell(0, 0).text = "行政许可"
    table.cell(1, 0).text = "删除的"
    table.rows[1]._tr.get_or_add_trPr().append(w('<w:del w:id="3" w:author="a"></w:del>'))
    hidden = paragraph.add_run("暗的")
    hidden.font.hidden = True
    data = saved(paper)
    document = gk.read_document(data)
    assert lines(document)[-1] == "收到申请10件。"
    assert document.tables[0].rows == 1
    assert [place.text for place in document.residues] == [
        "修订（插入）：10件",
        "修订（删除）：9件",
        "隐藏文字：暗的",
        "修订（删除行）：删除的",
    ]
    findings = [finding for finding in gk.read(data).check() if finding.code == "P.TEMPLATE"]
    assert len(findings) == 4 and sum("10件" in finding.message_zh for finding in findings) == 1
    # They stand where they are.
    assert [place.line for place in document.residues] == [4, 4, 4, 5]


def test_a_comment_is_a_residue_with_its_words() -> None:
    paper = word_report()
    paper.paragraphs[-1].runs[0]._r.addnext(w('<w:r><w:commentReference w:id="7"></w:commentReference></w:r>'))
    data = saved(paper)
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    comments = f'<w:comments {namespace}><w:comment w:id="7" w:author="王"><w:p><w:r><w:t>数字再核</w:t></w:r></w:p></w:comment></w:comments>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    data = edited(
        data,
        "word/_rels/document.xml.rels",
        lambda text: text.replace("</Relationships>", f'<Relationship Id="r99" Type="{kind}" Target="comments.xml"/></Relationships>'),
    )
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/comments.xml", comments)
    assert [place.text for place in gk.read_document(out.getvalue()).residues] == ["批注：王：数字再核"]


def test_numbers_of_lists_are_text() -> None:
    paper = word_report()
    numbering = paper.part.numbering_part.element
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
    levels = level.format(0, "chineseCountingThousand", "%1、") + level.format(1, "japaneseCounting", "（%2）")
    levels += level.format(2, "decimal", "%3.")
    numbering.insert(0, w(f'<w:abstractNum w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(w('<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text, depth in [("甲", 0), ("乙", 0), ("丙", 1), ("丁", 1), ("戊", 2), ("己", 0), ("庚", 1)]:
        properties = paper.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(w(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'))
    document = gk.read_document(saved(paper))
    assert lines(document)[-7:] == ["一、甲", "二、乙", "（一）丙", "（二）丁", "1.戊", "三、己", "（一）庚"]


def test_merged_cells_and_tables_in_tables() -> None:
    paper = docx.Document()
    table = paper.add_table(3, 4)
    table.cell(0, 0).merge(table.cell(2, 0)).text = "合并"
    table.cell(0, 1).merge(table.cell(0, 3)).text = "横"
    table.cell(1, 1).merge(table.cell(2, 2)).text = "方"
    table.cell(2, 3).text = "0"
    outer = paper.add_table(1, 1)
    inner = outer.cell(0, 0).add_table(1, 2)
    outer.cell(0, 0).paragraphs[0].text = "表前"
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内", "1"
    document = gk.read_document(saved(paper))
    assert [one.grid() for one in document.tables] == [
        [["合并", "横", "横", "横"], ["合并", "方", "方", ""], ["合并", "方", "方", "0"]],
        [["内", "1"]],
    ]
    assert lines(document) == ["表前"]


def test_text_boxes_follow_their_paragraph_and_are_read_once() -> None:
    paper = word_report()
    box = "<w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    paper.paragraphs[-1]._p.append(
        w(
            f'<w:r><mc:AlternateContent {mc}><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert lines(gk.read_document(saved(paper)))[-2:] == ["2024年，本镇主动公开政府信息12条。", "框中文字"]


def official_word(seed: int) -> tuple[gk.AnnualReport, Any]:
    report = random_report("cn-format-2021", seed)
    return report, docx.Document(io.BytesIO(packed(write_docx, report)))


def test_a_table_split_over_two_pages_is_one() -> None:
    """As offices do: the rows below the page break are a second table with the header rows repeated."""
    import copy

    for seed in range(3):
        report, paper = official_word(seed)
        table = next(one for one in paper.tables if len(one.rows) > 20)
        second = copy.deepcopy(table._tbl)
        table._tbl.addnext(second)
        table._tbl.addnext(copy.deepcopy(paper.paragraphs[-1]._p))
        first_rows, second_rows = table._tbl.tr_lst, second.tr_lst
        head = next(i for i, row in enumerate(first_rows) if "一、本年新收" in "".join(row.itertext()))
        cut = head + 14
        for row in first_rows[cut:]:
            table._tbl.remove(row)
        for row in second_rows[head:cut]:
            second.remove(row)
        again = gk.read(saved(paper))
        assert figures(again) == figures(report), seed


def test_labels_with_spaces_and_full_width_digits() -> None:
    report, paper = official_word(5)
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    source = random.Random(5)
    for table in paper.tables:
        for cell in {id(cell._tc): cell for row in table.rows for cell in row.cells}.values():
            text = cell.text
            if re.fullmatch(r"[0-9.]+", text):
                cell.text = text.translate(wide)
            elif len(text) > 3:
                at = source.randrange(1, len(text))
                cell.text = text[:at] + source.choice([" ", "\u3000", "\n", "\xa0 "]) + text[at:]
    assert figures(gk.read(saved(paper))) == figures(report)


# ---------------------------------------------------------------------------------------------------- Excel


def test_hidden_sheets_rows_and_columns_are_residues() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "报表"
    for row in [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]]:
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet["A3"].comment = openpyxl.comments.Comment("核实", "王")
    secret = book.create_sheet("底稿")
    secret["A1"] = 1
    secret.sheet_state = "hidden"
    document = gk.read_document(saved(book))
    assert [table.grid() for table in document.tables] == [[["a", "c"], ["4", "6"]]]
    assert [place.text for place in document.residues] == [
        "工作表“报表”隐藏的行：1、2、3",
        "工作表“报表”隐藏的列：b、2、5",
        "批注：A3 核实",
        "隐藏的工作表：底稿",
    ]


def test_values_are_as_they_are_shown() -> None:
    import datetime

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["12", 0.9917, 1234567.5, datetime.date(2025, 1, 15), -3, 0.1 + 0.2, True, 5, 0])
    for cell, code in zip(sheet[1], ["@", "0.00%", "#,##0.00", "yyyy/m/d", "0;[Red]-0", "General", "General", '0"件"', '0;-0;"无"']):
        cell.number_format = code
    sheet.append(["x"] * 9)
    assert gk.read_document(saved(book)).tables[0].grid()[0] == [
        "12", "99.17%", "1,234,567.50", "2025年1月15日", "-3", "0.3", "TRUE", "5件", "无",
    ]  # fmt: skip


def test_a_formula_gives_its_stored_value_and_without_one_a_residue() -> None:
    book = openpyxl.Workbook()
    book.active.append([1, 2, "=A1+B1"])
    data = saved(book)
    document = gk.read_document(data)
    assert document.tables[0].grid() == [["1", "2"]]
    assert [place.text for place in document.residues] == ["没有计算结果的公式：C1 =A1+B1"]
    stored = edited(data, "xl/worksheets/sheet1.xml", lambda text: re.sub(r"</f><v\s*/>|</f><v></v>|</f>", "</f><v>3</v>", text, count=1))
    assert gk.read_document(stored).tables[0].grid() == [["1", "2", "3"]]


def test_lines_of_one_cell_are_text_and_blank_cells_with_lines_are_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "某镇2024年政府信息公开工作年度报告"
    sheet.merge_cells("A1:C1")
    for row in [["信息内容", "数量", "备注"], ["行政许可", 5, None], ["行政处罚", None, None]]:
        sheet.append(row)
    line = openpyxl.styles.Border(*[openpyxl.styles.Side("thin")] * 4)
    for row in sheet["A2:C4"]:
        for cell in row:
            cell.border = line
    sheet["A6"] = "五、存在的主要问题及改进情况"
    document = gk.read_document(saved(book))
    assert lines(document) == ["某镇2024年政府信息公开工作年度报告", "五、存在的主要问题及改进情况"]
    assert document.tables[0].grid() == [["信息内容", "数量", "备注"], ["行政许可", "5", ""], ["行政处罚", "", ""]]


# ---------------------------------------------------------------------------------------------------- bad files


def refused(data: bytes, **limits: int) -> gk.ParseError:
    with pytest.raises(gk.ParseError) as caught:
        gk.read(data, limits=gk.ReadLimits(**limits))
    return caught.value


def test_broken_and_foreign_files_say_what_to_do() -> None:
    good = packed(write_docx, random_report("cn-format-2021", 1))
    at = good.index(b"word/document.xml") + 100
    for data, code, words in [
        (good[: len(good) // 2], 221, "broken or cut off"),
        (good[:at] + b"\0" * 200 + good[at + 200 :], 221, "broken or cut off"),
        (b"PK\x05\x06" + b"\0" * 18, 221, "neither Word nor Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, 221, "convert-to docx"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), 221, "password"),
        (b"%PDF-1.7\n", 221, "PDF"),
        (b"\x89PNG\r\n\x1a\n", 221, "picture"),
        (b"{\\rtf1 }", 221, "Rich Text"),
    ]:
        error = refused(data)
        assert error.code == code and words in error.message


def test_what_unpacks_to_too_much_is_never_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<document>" + b" " * (64 << 20) + b"</document>")
    assert out.tell() < 100_000
    assert refused(out.getvalue()).code == 222


def test_entities_are_refused() -> None:
    data = edited(
        saved(word_report()),
        "word/document.xml",
        lambda text: '<!DOCTYPE a [<!ENTITY b "ccc">]>' + re.sub(r"^<\?xml[^>]*\?>", "", text),
    )
    assert "entities" in refused(data).message


def test_depth_cells_and_bytes_are_bounded(tmp_path: Path) -> None:
    paper = docx.Document()
    deep = "<w:tbl><w:tr><w:tc>" * 5000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 5000
    data = edited(saved(paper), "word/document.xml", lambda text: text.replace("<w:body>", f"<w:body>{deep}"))
    assert refused(data).code == 222
    book = openpyxl.Workbook()
    for row in range(50):
        book.active.append([row] * 50)
    assert refused(saved(book), max_cells=1000).code == 222
    merged = edited(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    )
    assert refused(merged, max_cells=3000).code == 222
    large = tmp_path / "large.docx"
    with open(large, "wb") as file:
        file.truncate(200 << 20)
    with pytest.raises(gk.ParseError) as caught:
        gk.read(large)
    assert caught.value.code == 222


def test_damaged_parts_never_raise_anything_else() -> None:
    source = random.Random(20240131)
    for writer in WRITERS.values():
        good = packed(writer, random_report("cn-format-2021", 3))
        with zipfile.ZipFile(io.BytesIO(good)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        for _ in range(60):
            name = source.choice([part for part in parts if part.endswith((".xml", ".rels"))])
            content = bytearray(parts[name])
            for _ in range(source.randrange(1, 6)):
                content[source.randrange(len(content))] = source.randrange(256)
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as package:
                for part, data in parts.items():
                    package.writestr(part, bytes(content) if part == name else data)
            try:
                gk.read(out.getvalue())
            except gk.ParseError as error:
                assert error.code in (221, 222, 223)


def test_without_the_libraries_writing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    report = random_report("cn-format-2021", 1)
    for library, module, writer in [("docx", "word_writer", write_docx), ("openpyxl", "excel_writer", write_xlsx)]:
        monkeypatch.delitem(sys.modules, f"gongkai.documents.{module}", raising=False)
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(gk.InvalidArgumentError, match=r"pip install gongkai\[office\]"):
            writer(report, io.BytesIO())
