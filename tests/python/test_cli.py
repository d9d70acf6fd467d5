# SPDX-License-Identifier: Apache-2.0
"""The command line as a whole: help, usage errors, what is missing, interruption."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import gongkai
from gongkai import cli

COMMANDS = [["read"], ["check"], ["render"], ["deadline"], ["calendar", "show"], ["calendar", "check"]]


@pytest.mark.parametrize("command", [[], *COMMANDS], ids=" ".join)
def test_help_teaches_by_examples(command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*command, "--help"]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert "Usage:" in out
    if command:
        assert f" gongkai {' '.join(command)} " in out.partition("Examples")[2]


def test_no_command_is_help(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 0
    assert "Commands" in capfd.readouterr().out


def test_the_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capfd.readouterr().out == f"gongkai {gongkai.__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["chek"], ["check"], ["read", "--yson", "a.txt"], ["--nonsense"]], ids=" ".join
)
def test_a_usage_error_is_one_line_and_exit_code_2(
    arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("gongkai: ") and "--help" in err


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_without_typer_or_rich_it_says_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == missing]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert cli.main(["--version"]) == 2
    out, err = capfd.readouterr()
    assert (out, err) == ("", f"gongkai: {missing} is missing: pip install gongkai[cli]\n")


def test_it_runs_as_a_module_and_as_a_program() -> None:
    program = Path(sys.executable).parent / "gongkai"
    for start in ([sys.executable, "-m", "gongkai"], [str(program)]):
        done = subprocess.run([*start, "--version"], capture_output=True, text=True, check=True)
        assert done.stdout == f"gongkai {gongkai.__version__}\n"


def test_interruption_is_one_line() -> None:
    code = (
        "import os, signal, sys, gongkai.cli.reports as reports\n"
        # A shell ignores it for what it runs in the background.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "reports.expand = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)\n"
        "from gongkai.cli import main\n"
        "sys.exit(main(['read', 'a.txt']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr.strip() == "gongkai: interrupted"
