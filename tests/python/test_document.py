# SPDX-License-Identifier: Apache-2.0
"""Documents: put together, looked at, read; what a report looks like as one."""

from __future__ import annotations

from pathlib import Path

import pytest

import gongkai as gk


def small() -> gk.Document:
    builder = gk.DocumentBuilder(file="small")
    builder.add_heading("一、总体情况", 2)
    builder.add_paragraph("  ")
    builder.add_paragraph("全年主动公开<信息>121条。")
    builder.begin_table()
    builder.begin_row()
    builder.add_cell("三、本年度办理结果", row_span=2)
    builder.add_cell("（一）予以公开", column_span=2)
    builder.add_cell("26")
    builder.begin_row()
    builder.add_cell("（三）不予公开")
    builder.add_cell("1.属于\n国家秘密")
    builder.end_table()
    builder.add_residue("批注：改")
    return builder.build()


def test_blocks_stand_in_the_order_of_reading() -> None:
    document = small()
    kinds = [block.kind for block in document.blocks]
    assert kinds == [gk.BlockKind.heading, gk.BlockKind.paragraph, gk.BlockKind.table]
    heading, paragraph, table = document.blocks
    assert (heading.level, document.text_of(heading), heading.table) == (2, "一、总体情况", None)
    assert document.text_of(paragraph) == document.text.encode()[paragraph.begin : paragraph.end].decode()
    assert table.table == 0
    assert [place.text for place in document.residues] == ["批注：改"]


def test_a_table_is_a_grid_with_spans() -> None:
    (table,) = small().tables
    assert (table.rows, table.columns) == (2, 4)
    assert table.grid() == [
        ["三、本年度办理结果", "（一）予以公开", "（一）予以公开", "26"],
        ["三、本年度办理结果", "（三）不予公开", "1.属于\n国家秘密", None],
    ]
    cell = table.at(2, 1)
    assert cell is not None and (cell.row, cell.column, cell.row_span, cell.column_span) == (1, 1, 2, 1)
    assert table.at(2, 4) is None and table.at(3, 1) is None and table.at(0, 0) is None
    assert (cell.place.table, cell.place.row, cell.place.cell) == (1, 1, 1)


def test_calls_out_of_order_are_refused() -> None:
    builder = gk.DocumentBuilder()
    with pytest.raises(gk.InvalidArgumentError, match="no table has been begun"):
        builder.add_cell("1")
    builder.begin_table()
    with pytest.raises(gk.InvalidArgumentError, match="before it has not been ended"):
        builder.add_paragraph("text")
    builder.begin_row()
    with pytest.raises(gk.InvalidArgumentError, match="at least one row"):
        builder.add_cell("1", row_span=0)


def test_limits_hold_while_it_is_put_together() -> None:
    builder = gk.DocumentBuilder(gk.ReadLimits(max_cells=10), "big.docx")
    builder.begin_table()
    builder.begin_row()
    with pytest.raises(gk.ParseError) as caught:
        builder.add_cell("1", column_span=1000)
    assert (caught.value.code, caught.value.file) == (222, "big.docx")


def test_a_notebook_shows_it_escaped() -> None:
    document = small()
    page = document._repr_html_()
    assert "<h2>一、总体情况</h2>" in page
    assert "&lt;信息&gt;" in page
    assert '<td rowspan="2">三、本年度办理结果</td>' in page and "1.属于<br>国家秘密" in page
    # It says the same when it is read again.
    again = gk.read_document(page.encode())
    assert again.tables[0].grid() == document.tables[0].grid()
    for shown in (document, document.tables[0], document.blocks[0], document.tables[0].cells[0], gk.ReadLimits()):
        assert "\n" not in repr(shown)


def test_a_report_is_read_from_a_document(reports: Path) -> None:
    for path in sorted(reports.glob("20*")):
        if path.suffix in (".txt", ".html"):
            document = gk.read_document(path)
            assert gk.to_json(gk.read(document), []) == gk.to_json(gk.read(path), [])


def test_what_is_no_report_says_so() -> None:
    with pytest.raises(gk.ParseError) as caught:
        gk.read(small())
    assert caught.value.code == 223


def test_a_report_as_a_document_has_the_official_tables() -> None:
    report = gk.fill(gk.Form.builtin("cn-format-2021"), {"requests.granted.natural_person": 3}, organisation="某镇人民政府", year=2024)
    document = gk.to_document(report)
    headings = [document.text_of(block) for block in document.blocks if block.kind is gk.BlockKind.heading]
    assert headings[1:3] == ["一、总体情况", "二、主动公开政府信息情况"]
    assert [(table.rows, table.columns) for table in document.tables][1][1] == 10
    (alone,) = gk.to_document(report.tables[1]).tables
    assert alone.grid() == document.tables[1].grid()
