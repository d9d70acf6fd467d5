# SPDX-License-Identifier: Apache-2.0
"""The codes of the Chinese rulebook, by taxonomy, as in C++: `gongkai.cn.outcome.granted`.

>>> import gongkai as gk
>>> gk.cn.outcome.granted
<Code cn.outcome.granted>
>>> str(gk.cn.channel.email)
'email'
>>> len(gk.cn.outcome)
21
"""

from __future__ import annotations

from collections.abc import Iterator

from ._core import Code, Rulebook, Taxonomy
from .errors import NotFoundError


class Codes:
    """The codes of one taxonomy as attributes; iterates in the order of the official form."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    def __getattr__(self, token: str) -> Code:
        found = None if token.startswith("_") else self._taxonomy.find(token)
        if found is None:
            raise AttributeError(f"the taxonomy {self._taxonomy.qualified_name} has no {token!r}")
        return found.code

    def __iter__(self) -> Iterator[Code]:
        return iter([member.code for member in self._taxonomy.members])

    def __len__(self) -> int:
        return len(self._taxonomy)

    def __contains__(self, code: Code) -> bool:
        return code in self._taxonomy

    def __dir__(self) -> list[str]:
        return [code.token for code in self]

    def __repr__(self) -> str:
        return f"<Codes {self._taxonomy.qualified_name}>"


# The rulebook is read when the first code is asked for, not when gongkai is imported.
def __getattr__(name: str) -> Codes:
    if not name.startswith("_"):
        try:
            codes = Codes(Rulebook.builtin("cn").taxonomy(name))
        except NotFoundError as error:
            raise AttributeError(error.message) from None
        globals()[name] = codes
        return codes
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return Rulebook.builtin("cn").taxonomies
