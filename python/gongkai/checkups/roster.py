# SPDX-License-Identifier: Apache-2.0
"""Who has to report: a table of names, or of bodies with their periods (docs/guide/agencies.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Optional

from .. import _core
from .._core import AgencyKind, AgencyTree, RosterBody
from ..errors import InvalidArgumentError, ParseError
from ..sheets import Column, Kind, read_table

__all__ = ["Roster", "read_roster"]

KINDS = {
    **{name: name for name in AgencyKind.__members__},
    "镇": "town", "乡": "town", "乡镇": "town", "街道": "town", "部门": "department", "县": "county", "区": "county",
    "县区": "county", "市": "prefecture", "省": "province", "部委": "ministry", "垂直管理": "vertical",
}  # fmt: skip
COLUMNS = [
    Column("name", "名称", Kind.TEXT, ("单位", "单位名称", "机构", "机构名称", "行政机关", "organisation")),
    Column("kind", "类别", Kind.CHOICE, ("单位类别", "机构类别"), KINDS),
    Column("published", "发布日期", Kind.DAY, ("公布日期", "公开日期", "发布时间")),
]


@dataclass(frozen=True)
class Roster:
    """The bodies, and what the file says of each beside its name."""

    bodies: list[RosterBody]
    kinds: dict[str, str] = field(default_factory=dict)
    """Kind of body (`town`, `department`, …) by name."""
    published: dict[str, date] = field(default_factory=dict)
    """Day of publication by name."""

    def find(self, organisation: Optional[str]) -> Optional[RosterBody]:
        """The body that a report names; None when nobody or several may be meant."""
        found = [body for body in self.bodies if organisation is not None and body.matches(organisation)]
        return found[0] if len(found) == 1 else None


def read_roster(data: bytes, file: str = "roster.csv", year: Optional[int] = None) -> Roster:
    """CSV or Excel (`gongkai.sheets`). Columns: ``name`` (名称), and if there are such ``kind`` (类别) and ``published`` (发布日期);
    or the CSV of `AgencyTree`: then who is there on 31 December of the year and has nobody below it.

    ParseError 231 for a row that cannot be read: a body that is left out would never be missed. InvalidArgumentError 105
    without a column of names.
    """
    first = data[:4096].split(b"\n", 1)[0].lower()
    if b"parent" in first and b"id" in first:
        return _of_tree(AgencyTree.parse(data, file), year)
    table = read_table(data, file, COLUMNS, needs=("name",))
    if table.problems:
        problem = table.problems[0]
        raise ParseError(int(_core.ErrorCode.csv_syntax), file, f"{problem.row}:1", f"{file}: {problem}")
    roster = Roster([])
    for row in table.rows:
        name = row.values.get("name")
        if not isinstance(name, str):
            continue
        roster.bodies.append(RosterBody(name))
        if isinstance(kind := row.values.get("kind"), str):
            roster.kinds[name] = kind
        if isinstance(day := row.values.get("published"), date):
            roster.published[name] = day
    return roster


def _of_tree(tree: AgencyTree, year: Optional[int]) -> Roster:
    if year is None:
        raise InvalidArgumentError(
            int(_core.ErrorCode.out_of_range), "year", "year: who is on a roster of periods depends on the year"
        )
    last = date(year, 12, 31)
    roster = Roster([])
    for agency in tree.agencies:
        name = agency.name(last)
        if name is None or tree.children(agency.id, last):
            continue
        roster.bodies.append(RosterBody(name, sorted({period.name for period in agency.periods} - {name})))
        roster.kinds[name] = next(period.kind.name for period in agency.periods if period.name == name)
    return roster
