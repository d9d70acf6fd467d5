# SPDX-License-Identifier: Apache-2.0
"""What was published against what the registers come to, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .._core import AnnualReport, Cell, CellKind, Rulebook, Tabulation, compare
from ..comparing import labels_of
from .columns import CLASSES
from .words import ListedColumn

__all__ = ["Difference", "differences_between", "said"]


@dataclass(frozen=True)
class Difference:
    """One cell."""

    path: str
    label: str
    """Row and column as the form prints them."""
    ours: Cell
    published: Cell

    @property
    def contradicts(self) -> bool:
        """Both state a number, and not the same one. Else one of them does not say."""
        return self.ours.is_number and self.published.is_number


def said(cell: Cell) -> str:
    """What stands in a cell; — where there is none."""
    if cell.kind is CellKind.absent:
        return "—"
    return cell.printed or str(cell.value if cell.value is not None else "")


def differences_between(told: Tabulation, published: AnnualReport, rulebook: Rulebook) -> list[Difference]:
    """In the order of the form. Cells that nobody states are not there, nor figures of the text that our form does not tell."""
    classes = ListedColumn.of("class", "", rulebook, "catalogue_class", more=CLASSES)
    narrative = bool(told.report.narrative)
    pairs: dict[str, list[Cell | str | None]] = {}  # the class as the taxonomy calls it → path, ours, theirs
    for one in compare(told.report, published):
        if one.a.kind is CellKind.absent and one.path.startswith("narrative.") and not narrative:
            continue
        pair = pairs.setdefault(_canonical(one.path, classes), [one.path, None, None])
        for at, cell in ((1, one.a), (2, one.b)):
            if cell.kind is not CellKind.absent or pair[at] is None:
                pair[at] = cell
                pair[0] = one.path if at == 1 else pair[0]
    labels = labels_of([*told.report.tables, *published.tables])
    out = []
    for path, ours, theirs in pairs.values():
        assert isinstance(path, str) and isinstance(ours, Cell) and isinstance(theirs, Cell)
        if _states_same(ours, theirs):
            continue
        table, label = labels.get(path, ("", path.removeprefix("narrative.")))
        out.append(Difference(path, " ".join(part for part in (table, label) if part), ours, theirs))
    return out


def _canonical(path: str, classes: ListedColumn) -> str:
    """机构职能类, 机构职能类信息 and 机构职能类的信息 are one class."""
    parts = path.split(".")
    if parts[:2] == ["narrative", "classes"] and len(parts) == 4:
        bare = parts[2].removesuffix("信息").removesuffix("的")
        parts[2] = classes.meant(parts[2]) or classes.meant(bare) or bare
    return ".".join(parts)


def _states_same(a: Cell, b: Cell) -> bool:
    if a.is_number and b.is_number:
        return Decimal(str(a.value)) == Decimal(str(b.value))
    return not a.is_number and not b.is_number

