# SPDX-License-Identifier: Apache-2.0
"""The check-up of many bodies' reports at once (年报核查): what is wrong in which, who has not reported, and their sum.

>>> import gongkai as gk
>>> done = gk.checkup("reports", recursive=True)      # doctest: +SKIP
>>> done.problems[0].unit, done.problems[0].finding.code   # doctest: +SKIP
('某镇人民政府', 'T3.SUM')
>>> done.write("out")                                 # doctest: +SKIP
"""

from __future__ import annotations

from .roster import Roster, read_roster
from .run import Checkup, Problem, Unit, Unread, checkup

__all__ = ["Checkup", "Problem", "Roster", "Unit", "Unread", "checkup", "read_roster"]
