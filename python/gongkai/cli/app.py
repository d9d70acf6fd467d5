# SPDX-License-Identifier: Apache-2.0
"""The commands, put together."""

from __future__ import annotations

from typing import Any

import typer

import gongkai

from . import calendars, comparisons, deadlines, due, registers, rendering, reports, rollups, statistics
from .terminal import INTERRUPTED, USAGE, complain

app = typer.Typer(
    name="gongkai",
    help="Chinese government-information-disclosure law: annual reports read and checked, working days counted.",
    epilog="gongkai COMMAND --help shows examples. Exit codes: 0 fine; 1 check found an error; 2 something could not be done.",
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
reports.add_commands(app)
rendering.add_commands(app)
registers.add_commands(app)
rollups.add_commands(app)
comparisons.add_commands(app)
deadlines.add_commands(app)
due.add_commands(app)
statistics.add_commands(app)
app.add_typer(calendars.app, name="calendar")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gongkai {gongkai.__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: list[str]) -> int:
    """The exit code. Usage errors are one line, like all others."""
    command: Any = typer.main.get_command(app)
    try:
        # The exit code, or what a command returns: nothing.
        code = int(command.main(args=arguments, prog_name="gongkai", standalone_mode=False) or 0)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except gongkai.GongkaiError as error:
        complain(f"{error.message} (error {error.code})")
        return USAGE
    except Exception as error:
        # Usage errors of Typer, which stands on click or on its own copy of it, have this and nothing else in common.
        say = getattr(error, "format_message", None)
        if say is None:
            raise
        where = getattr(getattr(error, "ctx", None), "command_path", "gongkai")
        complain(f"{say()} (try: {where} --help)")
        return USAGE
    if code == INTERRUPTED:  # as some versions of Typer put it
        raise KeyboardInterrupt
    return code
