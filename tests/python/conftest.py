# SPDX-License-Identifier: Apache-2.0
"""Where the tests find what is not in the repository: folders beside it, which a clone may lack."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def shared(name: str) -> Path:
    """A folder of the shared data; the test is skipped without it, unless GONGKAI_REQUIRE_CORPUS=1."""
    path = Path(os.environ["GONGKAI_CORPUS"]).parent / name if "GONGKAI_CORPUS" in os.environ else ROOT.parent / "shared" / name
    if not path.is_dir():
        if os.environ.get("GONGKAI_REQUIRE_CORPUS") == "1":
            pytest.fail(f"{path} is required and not there")
        pytest.skip(f"{path} is not there")
    return path


@pytest.fixture(scope="session")
def root() -> Path:
    """The source tree."""
    return ROOT


@pytest.fixture(scope="session")
def reports() -> Path:
    """The published reports with their truth files."""
    return shared("corpus") / "reports"


@pytest.fixture(scope="session")
def contracts() -> Path:
    """The formats that others rely on."""
    return shared("contracts")
