# SPDX-License-Identifier: Apache-2.0
"""An office's own table, as it is kept: CSV, Excel or JSON Lines, whatever its encoding, headings and ways of writing a day.

>>> from gongkai.sheets import Column, Kind, read_table
>>> columns = [Column("id", "编号"), Column("received", "收到日期", Kind.DAY, also=("收件日期",))]
>>> table = read_table("编号,收件时间\\n一,２０２４年３月４日\\n二,3月4日\\n".encode("gb18030"), "register.csv", columns)
>>> table.rows[0].values
{'id': '一', 'received': datetime.date(2024, 3, 4)}
>>> print(table.rows[1].problems[0])
row 3, 收件时间 (received): '3月4日': a day is wanted, with the four digits of its year: 2024-03-04

What a column means is told by its heading: our name, the Chinese name, another usual one, or what a mapping file says.
Nothing is guessed: a day with two readings, a cell too many, a formula that was never computed is a `Problem` of its row, with
row, field, value and rule, and the other rows are there.
"""

from .columns import Column, Kind, Mapped, read_mapping
from .table import Problem, Row, Table, Wanted, read_table, read_tables
from .words import Rule

__all__ = ["Column", "Kind", "Mapped", "Problem", "Row", "Rule", "Table", "Wanted", "read_mapping", "read_table", "read_tables"]
