# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows of registers, requests and graphs of stages. Everything is escaped; nothing is fetched."""

from __future__ import annotations

import html
from collections import Counter
from datetime import date
from typing import Optional

from ._core import Effect, RequestRegister, RequestState, StageGraph, label_zh

__all__ = ["graph_html", "register_html", "request_html"]

# More rows than this nobody reads in a notebook.
SHOWN = 50
CELL = "padding:2px 8px;border-bottom:1px solid #ddd;text-align:left"


def _table(heading: list[str], rows: list[list[str]]) -> str:
    cells = "".join(f'<th style="{CELL}">{html.escape(text)}</th>' for text in heading)
    lines = "".join(
        "<tr>" + "".join(f'<td style="{CELL}">{html.escape(text)}</td>' for text in row) + "</tr>" for row in rows
    )
    return f'<table style="border-collapse:collapse"><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>'


def _day(day: Optional[date]) -> str:
    return day.isoformat() if day else ""


def register_html(register: RequestRegister) -> str:
    """How many requests stand where, and the first of them."""
    requests = list(register.requests.values())
    counts = Counter(label_zh(request.stage) for request in requests)
    summary = "，".join(f"{label} {count}" for label, count in counts.most_common())
    rows = [
        [
            request.id,
            _day(request.received_on or request.submitted_on),
            request.applicant.type,
            label_zh(request.stage),
            request.outcome,
            str(len(request.findings)),
        ]
        for request in requests[:SHOWN]
    ]
    more = f"<p>… {len(requests) - SHOWN} more</p>" if len(requests) > SHOWN else ""
    title = f"<p><b>{len(requests)} requests</b>: {html.escape(summary)}</p>"
    return title + _table(["request", "received", "applicant", "stage", "outcome", "findings"], rows) + more


def request_html(request: RequestState) -> str:
    """The days of one request in order, and what was irregular."""
    steps: list[tuple[date, str, str]] = []

    def add(day: Optional[date], what: str, detail: str = "") -> None:
        if day is not None:
            steps.append((day, what, detail))

    add(request.submitted_on, "提交 submitted", request.channel)
    add(request.received_on, "收到 received", request.applicant.type)
    for asked in request.consultations:
        add(asked.asked_on, "征求意见 consulted", asked.party)
        add(asked.answered_on, "意见答复 answered", f"{asked.party}: {asked.answer}")
    if request.fee is not None:
        add(request.fee.noticed_on, "收费通知 fee noticed", f"{request.fee.amount_fen / 100:.2f} 元")
    for payment in request.payments:
        add(payment.day, "缴费 fee paid", f"{payment.fen / 100:.2f} 元")
    for decision in request.decisions:
        add(decision.decided_on, "答复 decided", " ".join(filter(None, [decision.outcome, decision.article])))
        add(decision.posted_on, "交邮 posted", decision.document)
        add(decision.delivered_on, "签收 delivered", decision.document)
    for closing in request.closings:
        add(closing.day, "办结 closed", closing.outcome)
        add(closing.reopened_on, "恢复办理 reopened", closing.outcome)
    for remedy in request.remedies:
        add(remedy.opened_on, "复议诉讼 remedy opened", remedy.kind)
        add(remedy.concluded_on, "审结 remedy concluded", remedy.result or remedy.ledger)
    steps.sort(key=lambda step: step[0])
    title = f"<p><b>{html.escape(request.id)}</b> {html.escape(label_zh(request.stage))} {html.escape(request.title)}</p>"
    findings = "".join(f"<li>{html.escape(finding.code)}: {html.escape(finding.message_zh)}</li>" for finding in request.findings)
    return (
        title
        + _table(["day", "what", "detail"], [[day.isoformat(), what, detail] for day, what, detail in steps])
        + (f"<ul>{findings}</ul>" if findings else "")
    )


def _levels(graph: StageGraph, ways: list[tuple[str, str, str]]) -> dict[str, int]:
    """How many steps a stage is from the beginning, along regular ways."""
    first = graph.stages[0][0]
    levels = {first: 0}
    queue = [first]
    while queue:
        stage = queue.pop(0)
        for start, _, end in ways:
            if start == stage and end not in levels:
                levels[end] = levels[stage] + 1
                queue.append(end)
    for stage, _ in graph.stages:
        levels.setdefault(stage, max(levels.values()) + 1)
    return levels


def _regular_ways(graph: StageGraph) -> list[tuple[str, str, str]]:
    """Stage, action, stage afterwards; only those that move."""
    ways = []
    for stage, _ in graph.stages:
        for action, _ in graph.actions:
            for when in graph.choices(stage, action):
                effect, end = graph.step(stage, action, when)
                if effect is Effect.regular and end != stage and (stage, action, end) not in ways:
                    ways.append((stage, action, end))
    return ways


def graph_html(graph: StageGraph) -> str:
    """The regular ways as a picture (SVG): stages in columns by their distance from the beginning."""
    ways = _regular_ways(graph)
    levels = _levels(graph, ways)
    labels = dict(graph.stages)
    columns: dict[int, list[str]] = {}
    for stage, _ in graph.stages:
        columns.setdefault(levels[stage], []).append(stage)
    width, height, gap_x, gap_y = 150, 36, 70, 26
    place = {
        stage: (20 + level * (width + gap_x), 20 + row * (height + gap_y))
        for level, column in columns.items()
        for row, stage in enumerate(column)
    }
    parts = []
    joined: dict[tuple[str, str], list[str]] = {}
    for start, action, end in ways:
        joined.setdefault((start, end), []).append(action)
    for (start, end), actions in joined.items():
        (x1, y1), (x2, y2) = place[start], place[end]
        a, b = (float(x1 + width), y1 + height / 2), (float(x2), y2 + height / 2)
        if x2 <= x1:  # back, or within a column: below the boxes
            a, b = (x1 + width / 2, float(y1 + height)), (x2 + width / 2, float(y2 + height))
        bend = (a[0] + b[0]) / 2, max(a[1], b[1]) + (24 if x2 <= x1 else 0)
        parts.append(
            f'<path d="M{a[0]:.0f},{a[1]:.0f} Q{bend[0]:.0f},{bend[1]:.0f} {b[0]:.0f},{b[1]:.0f}" fill="none" '
            f'stroke="#888" marker-end="url(#gongkai-arrow)"><title>{html.escape(", ".join(actions))}</title></path>'
        )
    for stage, (x, y) in place.items():
        final = graph.is_final(stage)
        parts.append(
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{"#eef" if not final else "#efe"}" '
            f'stroke="#557"/><text x="{x + width / 2:.0f}" y="{y + 15}" text-anchor="middle" font-size="12">'
            f"{html.escape(labels[stage])}</text>"
            f'<text x="{x + width / 2:.0f}" y="{y + 30}" text-anchor="middle" font-size="10" fill="#666">'
            f"{html.escape(stage)}</text>"
        )
    wide = max(x for x, _ in place.values()) + width + 20
    high = max(y for _, y in place.values()) + height + 50
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">'
        '<defs><marker id="gongkai-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
        'orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#888"/></marker></defs>' + "".join(parts) + "</svg>"
    )
