"""The report as Markdown (CommonMark with tables), to be pasted and edited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hemicycle.report.lines import (
    BOOTHS_NOTE,
    booth_lines,
    facts_of,
    floor_sentence,
    sections,
    source_sentence,
    speakers_sentence,
)
from hemicycle.report.reading import Report

# What Markdown, or HTML within it, reads as a mark in the middle of a line: a name is a name.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")


def escaped(value: str) -> str:
    """A text that Markdown shows as it is, anywhere but at the beginning of a line."""
    return _MARKS.sub(r"\\\1", value)


def as_markdown(report: Report) -> str:
    """The report as a Markdown document."""
    blocks = [f"# {escaped(report.meeting['title'])}"]
    blocks.append("\n".join(f"- **{name}:** {escaped(value)}" for name, value in facts_of(report)))
    blocks += ["## Attendance", escaped(report.attendance.sentence)]
    rows = [(escaped(row.name), f"{row.invited}", f"{row.attended}") for row in report.attendance.by_category]
    if rows:
        total = ("**Together**", f"**{report.attendance.invited}**", f"**{report.attendance.attended}**")
        blocks.append(_table(("Category", "Invited", "Attended"), ":--|--:|--:", [*rows, total]))
    blocks += [line for line in (escaped(speakers_sentence(report)),) if line]
    blocks.append("## The floor")
    blocks += [line for line in (floor_sentence(report),) if line]
    for section in sections(report):
        blocks.append(f"### {escaped(section.heading)}")
        blocks.append(
            _table(
                ("From", "To", "Who", "Organisation", "Time"),
                ":--|:--|:--|:--|--:",
                [
                    (
                        line.start,
                        line.end,
                        escaped(line.name) + (f", {escaped(line.title)}" if line.title else ""),
                        escaped(line.organisation),
                        line.length,
                    )
                    for line in section.lines
                ],
            )
        )
    if report.booths:
        blocks.append("## Interpretation")
        blocks.append(
            _table(
                ("Into", "Interpreters", "From", "Live", "Listeners", "Listened"),
                ":--|:--|:--|--:|--:|--:",
                [
                    (
                        escaped(line.language),
                        escaped(", ".join(line.interpreters)),
                        escaped(line.source),
                        line.live,
                        f"{line.listeners}",
                        line.listened,
                    )
                    for line in booth_lines(report)
                ],
            )
        )
        blocks.append(BOOTHS_NOTE)
    blocks.append("---")
    blocks.append(f"{source_sentence(report)} `{report.head}`.")
    return "\n\n".join(blocks) + "\n"


def _table(header: Sequence[str], alignment: str, rows: Iterable[Sequence[str]]) -> str:
    lines = [header, alignment.split("|"), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
