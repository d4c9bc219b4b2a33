"""Readings of the log for people: attendance, floor times, the report. Pure."""

from hemicycle.report.as_html import as_html
from hemicycle.report.as_json import as_json
from hemicycle.report.as_markdown import as_markdown
from hemicycle.report.booths import BoothTime, InterpreterTime
from hemicycle.report.reading import Attendance, CategoryAttendance, FloorTime, Report, report

RENDERERS = {".json": as_json, ".html": as_html, ".md": as_markdown}
"""How a report is written, by the suffix of its file."""

__all__ = [
    "RENDERERS",
    "Attendance",
    "BoothTime",
    "CategoryAttendance",
    "FloorTime",
    "InterpreterTime",
    "Report",
    "as_html",
    "as_json",
    "as_markdown",
    "report",
]
