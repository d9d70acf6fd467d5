# SPDX-License-Identifier: Apache-2.0
"""What the library raises. Every error has a stable number (``code``, one entry each in ``docs/errors.md``), the
``subject`` it is about, and a ``message`` that says what is wrong, where, and what to do. Match on the class or on
``code``, never on the text. All of them can be pickled.

Defects in case data are not errors but :class:`gongkai.Finding` values.
"""

from __future__ import annotations

import datetime

__all__ = [
    "CalendarGapError",
    "GongkaiError",
    "InternalError",
    "InvalidArgumentError",
    "NotFoundError",
    "ParseError",
    "RulebookError",
    "TransitionError",
]


# In every class the arguments of __init__ go to Exception unchanged: that is what pickle calls again.


class GongkaiError(Exception):
    """Base of everything the library raises."""

    code: int
    subject: str
    message: str

    def __init__(self, code: int, subject: str, message: str) -> None:
        super().__init__(code, subject, message)
        self._set(code, subject, message)

    def _set(self, code: int, subject: str, message: str) -> None:
        self.code = int(code)
        self.subject = subject
        self.message = message

    def __str__(self) -> str:
        return f"[gongkai {self.code}] {self.message}"


class InvalidArgumentError(GongkaiError, ValueError):
    """The caller passed something that can never be right."""


class _InFileError(GongkaiError):
    file: str
    pointer: str

    def __init__(self, code: int, file: str, pointer: str, message: str) -> None:
        Exception.__init__(self, code, file, pointer, message)
        self._set(code, file, message)
        self.file = file
        self.pointer = pointer


class ParseError(_InFileError, ValueError):
    """Text or JSON cannot be read. ``pointer`` is a JSON pointer, or ``line:column``, or empty for the whole."""


class RulebookError(_InFileError, ValueError):
    """A rulebook, calendar or lexicon contradicts its schema or itself."""


class NotFoundError(GongkaiError, LookupError):
    """An id, a form or a country that is not there."""


class CalendarGapError(GongkaiError, LookupError):
    """A question whose answer needs a day outside the published holiday notices. Nothing is guessed.

    ``first_unknown_day`` is the first day, in the direction of the count, that the calendar does not know;
    ``missing_notice`` says in words which notice would answer.
    """

    first_unknown_day: datetime.date
    missing_notice: str

    def __init__(self, first_unknown_day: datetime.date, missing_notice: str, message: str) -> None:
        Exception.__init__(self, first_unknown_day, missing_notice, message)
        self._set(451, first_unknown_day.isoformat(), message)
        self.first_unknown_day = first_unknown_day
        self.missing_notice = missing_notice


class TransitionError(GongkaiError):
    """A command that the current state does not allow: what was asked (``action``), where the subject stands (``stage``),
    what may be done there (``allowed``) and the ``article`` it rests on. Empty where it does not apply."""

    action: str
    stage: str
    allowed: tuple[str, ...]
    article: str

    def __init__(
        self,
        code: int,
        subject: str,
        message: str,
        action: str = "",
        stage: str = "",
        allowed: tuple[str, ...] = (),
        article: str = "",
    ) -> None:
        Exception.__init__(self, code, subject, message, action, stage, allowed, article)
        self._set(code, subject, message)
        self.action = action
        self.stage = stage
        self.allowed = tuple(allowed)
        self.article = article


class InternalError(GongkaiError, RuntimeError):
    """An invariant of the library is broken: please report it."""

    def __init__(self, message: str) -> None:
        Exception.__init__(self, message)
        self._set(901, "gongkai", message)
