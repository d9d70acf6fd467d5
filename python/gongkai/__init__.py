# SPDX-License-Identifier: Apache-2.0
"""Chinese government-information-disclosure law: working days, deadlines, annual reports.

>>> import gongkai as gk
>>> from datetime import date
>>> date(2024, 3, 4) + gk.CalendarDays(60)
datetime.date(2024, 5, 3)
"""

from ._core import (
    AnnualReport,
    CalendarDays,
    Cell,
    CellKind,
    ChannelFigure,
    Citation,
    ClassFigure,
    Decimal,
    Division,
    ErrorCode,
    Family,
    Finding,
    Growth,
    Mention,
    MentionPeriod,
    OutcomeFigure,
    Part,
    Place,
    Restatement,
    Severity,
    Slip,
    SlipKind,
    WorkingDays,
    __version__,
    check,
    fold_label,
    to_json,
)
from .errors import (
    CalendarGapError,
    GongkaiError,
    InternalError,
    InvalidArgumentError,
    NotFoundError,
    ParseError,
    RulebookError,
    TransitionError,
)
from .reading import read

__all__ = [
    "AnnualReport",
    "CalendarDays",
    "CalendarGapError",
    "Cell",
    "CellKind",
    "ChannelFigure",
    "Citation",
    "ClassFigure",
    "Decimal",
    "Division",
    "ErrorCode",
    "Family",
    "Finding",
    "GongkaiError",
    "Growth",
    "InternalError",
    "InvalidArgumentError",
    "Mention",
    "MentionPeriod",
    "NotFoundError",
    "OutcomeFigure",
    "ParseError",
    "Part",
    "Place",
    "Restatement",
    "RulebookError",
    "Severity",
    "Slip",
    "SlipKind",
    "TransitionError",
    "WorkingDays",
    "__version__",
    "check",
    "fold_label",
    "read",
    "to_json",
]
