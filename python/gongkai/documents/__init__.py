# SPDX-License-Identifier: Apache-2.0
"""Office files: Word (.docx) and Excel (.xlsx).

Reading needs nothing but Python: :func:`gongkai.read` and :func:`gongkai.read_document` take them as they take text and
HTML. Writing needs ``pip install gongkai[office]``: :func:`write`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .writing import write, write_docx, write_xlsx

__all__ = ["write", "write_docx", "write_xlsx"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import writing

        return getattr(writing, name)
    raise AttributeError(name)
