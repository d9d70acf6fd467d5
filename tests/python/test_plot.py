# SPDX-License-Identifier: Apache-2.0
"""Charts, and the notebooks that show them."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import gongkai as gk
from gongkai.plot import bars, clock, problems

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

EVENTS = [
    "correction_noticed 2024-03-06 delivered=2024-03-07",
    "corrected 2024-03-12",
    "third_party_consulted 2024-03-18 delivered=2024-03-20",
    "third_party_answered 2024-03-29",
    "extended 2024-04-10 days=20",
]


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    import matplotlib.pyplot

    matplotlib.pyplot.close("all")


def reply(*events: str, as_of: date = date(2024, 4, 15), received: date = date(2024, 3, 4)) -> gk.Deadline:
    return gk.deadline("reply", received=received, channel="in_person", events=list(events), as_of=as_of)


def labels(axes: Any) -> list[str]:
    return [text.get_text() for text in axes.get_legend().get_texts()]


def test_the_bars_are_the_derivation() -> None:
    found = [(bar.kind, bar.first, bar.last, bar.working_days) for bar in bars(reply(*EVENTS))]
    assert found == [
        ("lapsed", date(2024, 3, 5), date(2024, 3, 6), 0),
        ("waiting", date(2024, 3, 7), date(2024, 3, 12), 0),
        ("counted", date(2024, 3, 13), date(2024, 3, 18), 4),
        ("paused", date(2024, 3, 19), date(2024, 3, 29), 9),
        ("counted", date(2024, 3, 30), date(2024, 5, 22), 36),
    ]


def test_the_bars_of_a_running_clock_leave_no_day_out() -> None:
    for events in (EVENTS, EVENTS[:2], EVENTS[2:4], [], ["fee_noticed 2024-03-11 delivered=2024-03-12", "fee_paid 2024-03-20"]):
        deadline = reply(*events)
        assert deadline.due is not None
        days = [bar.first + timedelta(days=n) for bar in bars(deadline) for n in range((bar.last - bar.first).days + 1)]
        assert days == [date(2024, 3, 5) + timedelta(days=n) for n in range((deadline.due - date(2024, 3, 4)).days)]


def test_a_wait_lasts_to_the_day_of_looking() -> None:
    waiting = reply(EVENTS[0], as_of=date(2024, 3, 20))
    assert [(bar.kind, bar.last) for bar in bars(waiting)][-1] == ("waiting", date(2024, 3, 20))


def test_a_chart_says_due_and_safe_due_day() -> None:
    axes = clock(reply(*EVENTS))
    assert sorted(labels(axes)) == ["counted", "counted, then begun anew", "due 2024-05-22", "no working day", "not counted",
                                    "safe due day 2024-05-20", "waiting"]  # fmt: skip
    lines = {round(line.get_xdata()[0] - 0.5) for line in axes.lines if len(set(line.get_ydata())) == 2 and line.get_ydata()[0] == 0}
    epoch = date(1970, 1, 1)
    assert {(date(2024, 5, 22) - epoch).days, (date(2024, 5, 20) - epoch).days} <= lines
    written = [text.get_text() for text in axes.texts]
    assert "36" in written and any(text.startswith("03-18 ") for text in written)
    axes.figure.canvas.draw()


def test_what_is_not_certain_is_a_range() -> None:
    axes = clock(reply(EVENTS[2], as_of=date(2024, 3, 25)))
    assert "due day not certain 2024-04-09 … 2024-04-25" in labels(axes)
    open_end = clock(reply("agency_consulted 2024-03-18 basis=coordination", as_of=date(2024, 3, 25)))
    assert any(label.startswith("due day not certain 2024-04-09 …") for label in labels(open_end))
    nothing = clock(gk.deadline("reply", events=[]))
    assert nothing.get_legend() is None


def test_it_draws_where_it_is_asked_to() -> None:
    import matplotlib.pyplot

    _, (above, below) = matplotlib.pyplot.subplots(2)
    assert clock(reply(), axes=below) is below
    assert not above.patches


def test_it_speaks_chinese() -> None:
    from matplotlib import font_manager

    from gongkai.plot import FONTS

    axes = clock(reply(*EVENTS), language="zh")
    assert "到期日 2024-05-22" in labels(axes) and any("征求第三方意见" in text.get_text() for text in axes.texts)
    if {font.name for font in font_manager.fontManager.ttflist} & set(FONTS[:-1]):
        axes.figure.canvas.draw()  # a glyph that is missing is a warning, and that an error


def test_importing_it_does_not_load_matplotlib() -> None:
    code = "import sys, gongkai.plot; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.ipynb"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_from_the_top(notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cell by cell; the value of a last expression is shown as a notebook would show it. No output is kept in the file."""
    corpus = Path(os.environ.get("GONGKAI_CORPUS", Path(__file__).resolve().parents[3] / "shared" / "corpus")).resolve()
    monkeypatch.setenv("GONGKAI_CORPUS", str(corpus))  # a notebook goes on without
    monkeypatch.chdir(tmp_path)
    content = json.loads(notebook.read_text(encoding="utf-8"))
    assert content["nbformat"] == 4
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in content["cells"]:
        if cell["cell_type"] != "code":
            continue
        assert cell["outputs"] == [] and cell["execution_count"] is None, "outputs do not belong into the repository"
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, notebook.name, "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), notebook.name, "eval"), names)
            shown = getattr(value, "_repr_html_", lambda value=value: repr(value))()
            assert isinstance(shown, str)


def test_the_picture_of_a_check_up_has_a_row_a_report_and_a_column_a_rule(tmp_path: Path) -> None:
    form = gk.Form.builtin("cn-format-2021")
    for town, total in (("甲镇人民政府", 6), ("乙镇人民政府", 5)):
        counts = {f"requests.{row}.natural_person": 5 for row in ("new_received", "granted")}
        counts["requests.handled_total.natural_person"] = total
        report = gk.fill(form, counts, organisation=town, year=2023, missing=gk.Missing.zero)
        (tmp_path / f"{town}.json").write_text(gk.to_json(report), encoding="utf-8")
    done = gk.checkup(sorted(tmp_path.glob("*.json")))
    axes = problems(done, language="zh")
    rows = [label.get_text() for label in axes.get_yticklabels()]
    columns = [label.get_text() for label in axes.get_xticklabels()]
    assert rows[0] == "甲镇人民政府 2023" and {"T3.BAL", "T3.SUM"} <= set(columns) and columns == sorted(columns)
    assert sum(int(text.get_text()) for text in axes.texts) == len(done.problems)
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["错误", "警告", "提示"]
    nothing = problems(gk.checkup([]))
    assert not nothing.texts


def test_the_notebook_of_deadlines_shows_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    content = json.loads(next(path for path in NOTEBOOKS if path.name == "deadlines.ipynb").read_text(encoding="utf-8"))
    names: dict[str, object] = {}
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    out = capsys.readouterr().out
    assert "reply due 2024-05-22 - safe: 2024-05-20" in out
    assert "2019-10 2019-05-02 → 2019-04-30 ['2019-04-28', '2019-05-02']" in out
    assert "red 〔2024〕1号 张 overdue 2024-03-05" in out and "row 7, 收到时间 (received): '3月5日'" in out
