# SPDX-License-Identifier: Apache-2.0
"""Facts as data frames and Arrow tables: one line a fact, columns by the names of its fields, unknown as null.

>>> import gongkai as gk
>>> gk.Facts().to_arrow("remedies").column_names[:3]
['request', 'remedy', 'kind']
"""

from __future__ import annotations

from typing import Any

from . import _core
from ._core import Facts, FactTable
from .errors import InvalidArgumentError

__all__ = ["to_arrow", "to_pandas", "to_polars"]


class _Stream:
    """What every library that reads Arrow asks for."""

    def __init__(self, facts: Facts, table: FactTable) -> None:
        self._facts, self._table = facts, table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return _core._export_facts(self._facts, self._table)


def _stream(facts: Facts, table: str) -> _Stream:
    try:
        return _Stream(facts, FactTable[table])
    except KeyError:
        known = ", ".join(FactTable.__members__)
        raise InvalidArgumentError(
            int(_core.ErrorCode.invalid_option), "table", f"table: there is no {table!r} among {known}"
        ) from None


def to_arrow(facts: Facts, table: str) -> Any:
    import pyarrow

    return pyarrow.table(_stream(facts, table))


def to_pandas(facts: Facts, table: str) -> Any:
    return to_arrow(facts, table).to_pandas()


def to_polars(facts: Facts, table: str) -> Any:
    import polars

    return polars.DataFrame(_stream(facts, table))
