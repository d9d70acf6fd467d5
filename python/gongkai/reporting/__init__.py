# SPDX-License-Identifier: Apache-2.0
"""The annual report of a year from an office's own registers: `report`."""

from .run import OfficeReport, Traced, report

__all__ = ["OfficeReport", "Traced", "report"]
