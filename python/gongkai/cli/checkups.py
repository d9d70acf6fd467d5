# SPDX-License-Identifier: Apache-2.0
"""gongkai check --output: the check-up of many bodies."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, Optional

import gongkai
from gongkai.checkups import read_roster
from gongkai.checkups.changes import Changes, to_state
from gongkai.checkups.run import SENT
from gongkai.reading import files_in

from .terminal import FINE, FOUND, USAGE, complain, console, put_text, read_bytes, shown, with_progress


def run(
    arguments: list[str],
    output: str,
    *,
    recursive: bool,
    options: dict[str, Any],
    roster: Optional[str],
    year: Optional[int],
    template: Optional[str],
    as_json: bool,
) -> int:
    """The exit code."""
    files: list[str] = []
    for argument in arguments:
        files += files_in(argument, recursive, SENT) if os.path.isdir(argument) else [argument]
    # Our own results are no reports.
    own = os.path.abspath(output) + os.sep
    files = [file for file in files if not os.path.abspath(file).startswith(own)]
    notice = None if template is None else read_bytes(template)
    bodies = None if roster is None else read_roster(read_bytes(roster), shown(roster), year)

    def progress(items: list[str]) -> Iterable[str]:
        with with_progress(items, "Reading", lines_follow=False) as shown_items:
            yield from shown_items

    done = gongkai.checkup(files, roster=bodies, year=year, options=options, progress=progress)
    for one in done.unread:
        complain(f"{one.message} (error {one.code})")
    written = done.write(output, template=notice)
    if as_json:
        put_text(to_state(done) + "\n")
    else:
        _tell(done, written.changes)
    complain(f"wrote {len(written.files)} files to {shown(output)}")
    return USAGE if done.unread else FOUND if done.has_error else FINE


def _tell(done: gongkai.Checkup, changes: Optional[Changes]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    out = console()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("unit", overflow="fold")
    for severity in gongkai.Severity:
        table.add_column(f"{severity.name}s", justify="right")
    problems = done.by_unit()
    for unit in dict.fromkeys([*problems, *(unit.name for unit in done.units)]):
        found = [problem.finding.severity for problem in problems.get(unit, [])]
        counts = [found.count(severity) for severity in gongkai.Severity]
        table.add_row(Text(unit), *(str(count) for count in counts))
    out.print(table)
    out.print(repr(done)[1:-1])
    if done.missing:
        out.print(Text("not reported: " + "、".join(done.missing)))
    if changes is not None:
        out.print(f"since the last run: {len(changes.solved)} solved, {len(changes.new)} new, {len(changes.remaining)} remain")
