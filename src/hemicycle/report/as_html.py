"""The report as a page of its own: nothing is fetched, and it prints as it reads."""

from __future__ import annotations

from html import escape

from hemicycle.report.html_page import html_page
from hemicycle.report.lines import (
    BOOTHS_NOTE,
    FloorLine,
    booth_lines,
    facts_of,
    floor_sentence,
    sections,
    source_sentence,
    speakers_sentence,
)
from hemicycle.report.reading import Report

_STYLE = """
:root { --width: 52rem; --size: 1rem/1.55; --print-size: 10.5pt; }
h1 { margin-bottom: 1.5rem; }
h3 { margin-bottom: 0.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.sentence { font-size: 1.125rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); }
th, td { text-align: start; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: 500; }
tfoot td, tfoot th { font-weight: 600; border-bottom: 0; }
.floor { table-layout: fixed; }
.number { text-align: end; padding-inline-end: 0; width: 5.5rem; }
.when { width: 11rem; }
.when span { white-space: nowrap; }
.small { display: block; color: var(--soft); font-size: 0.875rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
footer { color: var(--soft); font-size: 0.875rem; }
code { overflow-wrap: anywhere; font-family: ui-monospace, monospace; }
@media (max-width: 36rem) { .when { width: 6rem; } .floor .number { width: 4rem; } }
@media print { tr, h2, h3 { break-inside: avoid; } }
""".strip()


def as_html(report: Report) -> str:
    """The report as an HTML document; every name and title in it is escaped."""
    title = report.meeting["title"]
    head = "\n".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in facts_of(report))
    parts = [f"<h1>{escape(title)}</h1>", f"<dl>\n{head}\n</dl>", "<h2>Attendance</h2>"]
    parts.append(f'<p class="sentence">{escape(report.attendance.sentence)}</p>')
    parts += [_attendance(report)] if report.attendance.by_category else []
    if speakers := speakers_sentence(report):
        parts.append(f"<p>{escape(speakers)}</p>")
    parts.append("<h2>The floor</h2>")
    if nobody := floor_sentence(report):
        parts.append(f"<p>{escape(nobody)}</p>")
    parts += _floor(report)
    parts += _booths(report)
    parts.append(f"<footer>{escape(source_sentence(report))} <code>{escape(report.head)}</code>.</footer>")
    return html_page("en", f"{title}: report", _STYLE, "\n".join(parts))


def _attendance(report: Report) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{escape(row.name)}</th>'
        f'<td class="number">{row.invited:,}</td><td class="number">{row.attended:,}</td></tr>'
        for row in report.attendance.by_category
    )
    return (
        "<table>\n"
        '<thead><tr><th scope="col">Category</th><th scope="col" class="number">Invited</th>'
        '<th scope="col" class="number">Attended</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n"
        f'<tfoot><tr><th scope="row">Together</th><td class="number">{report.attendance.invited:,}</td>'
        f'<td class="number">{report.attendance.attended:,}</td></tr></tfoot>\n</table>'
    )


def _floor(report: Report) -> list[str]:
    found: list[str] = []
    for section in sections(report):
        rows = "\n".join(map(_row, section.lines))
        found.append(
            f'<h3>{escape(section.heading)}</h3>\n<table class="floor">\n'
            '<thead><tr><th scope="col" class="when">From and to</th><th scope="col">Who</th>'
            '<th scope="col" class="number">Time</th></tr></thead>\n'
            f"<tbody>\n{rows}\n</tbody>\n</table>"
        )
    return found


def _booths(report: Report) -> list[str]:
    if not report.booths:
        return []
    rows = "\n".join(
        f'<tr><th scope="row">{escape(line.language)}'
        f'<span class="small">from {escape(line.source)}</span></th>'
        f"<td>{''.join(f'<div>{escape(each)}</div>' for each in line.interpreters)}</td>"
        f'<td class="number">{line.live}</td><td class="number">{line.listeners:,}</td>'
        f'<td class="number">{line.listened}</td></tr>'
        for line in booth_lines(report)
    )
    return [
        "<h2>Interpretation</h2>",
        '<table>\n<thead><tr><th scope="col">Into</th><th scope="col">Interpreters</th>'
        '<th scope="col" class="number">Live</th><th scope="col" class="number">Listeners</th>'
        '<th scope="col" class="number">Listened</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>",
        f'<p class="small">{escape(BOOTHS_NOTE)}</p>',
    ]


def _row(line: FloorLine) -> str:
    # Where no name is known, who spoke is the body that the seat was given to.
    who, under = (
        (line.name, (line.title, line.organisation)) if line.title else (line.organisation, (line.name,))
    )
    small = "".join(f'<span class="small">{escape(text)}</span>' for text in under)
    return (
        f'<tr><td class="when"><span>{line.start} –</span> <span>{line.end}</span></td>'
        f'<td>{escape(who)}{small}</td><td class="number">{line.length}</td></tr>'
    )
