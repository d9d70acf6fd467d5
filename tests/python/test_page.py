# SPDX-License-Identifier: Apache-2.0
"""The HTML page in a real browser: no accessibility violation (axe-core), nothing loaded from elsewhere, and a
screenshot for people to look at (build/pages)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import gongkai as gk

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "make test installs chromium"
    with sync_playwright() as playwright:
        with playwright.chromium.launch(executable_path=chromium, args=FLAGS) as browser:
            yield browser


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, str]:
    """A narrative report, and one with tables in which something is wrong."""
    sample = gk.read(root / "examples/sample-report-2013.txt")
    counts: dict[str, int | gk.Decimal] = {"requests.new_received.natural_person": 71, "requests.granted.natural_person": 40}
    tables = gk.fill(
        gk.Form.builtin("cn-format-2021"),
        counts,
        organisation="柳溪县人民政府",
        year=2023,
        missing=gk.Missing.zero,
        totals=gk.Totals.compute,
    )
    findings = tables.check()
    assert findings, "71 requests came, 40 were handled, none is carried out: T3.BAL"
    return {
        "narrative": gk.render(sample, gk.RenderFormat.html, sample.check()),
        "tables": gk.render(tables, gk.RenderFormat.html, findings),
    }


@pytest.mark.parametrize("name", ["narrative", "tables"])
@pytest.mark.parametrize("width", [1200, 400])
def test_the_page_is_accessible_and_complete(
    name: str, width: int, pages: dict[str, str], browser: Browser, root: Path
) -> None:
    page: Page = browser.new_page(viewport={"width": width, "height": 900})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.set_content(pages[name])
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert requests == []
    # Only the tables scroll sideways, never the page.
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    folder = root / "build/pages"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)
    page.close()


def test_a_finding_leads_to_its_explanation(pages: dict[str, str], browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(pages["tables"])
    link = page.locator("td a").first
    target = link.get_attribute("href")
    assert target is not None
    assert "T3." in page.locator(target).inner_text()
    page.close()
