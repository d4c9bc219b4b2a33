"""A document as an HTML page of its own: nothing but its clips is fetched, and it prints as it
reads."""

from __future__ import annotations

from html import escape

from hemicycle.report.documents.document import Block, Clip, Document, Kind, Run, Style
from hemicycle.report.html_page import html_page

_STYLE = """
:root { --width: 46rem; --size: 1.0625rem/1.6; --print-size: 11pt; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
time { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.under, .note { color: var(--soft); }
.note { border-inline-start: 3px solid var(--line); padding-inline-start: 0.75rem; font-size: 0.9375rem; }
.soft { color: var(--soft); }
ins { text-decoration-thickness: 2px; text-underline-offset: 3px; }
audio { display: block; width: 100%; max-width: 26rem; height: 44px; margin: 0.5rem 0 0; }
@media print { audio { display: none; } }
""".strip()

_TAGS = {Style.STRONG: "strong", Style.ADDED: "ins", Style.LEFT_OUT: "del"}


def as_html(document: Document, clips: str | None = None) -> str:
    """The document as a page.

    Args:
        document: every character of it is escaped.
        clips: the address of the meeting's clips; None: no players.
    """
    body = [f"<h1>{escape(document.title)}</h1>"]
    body += [f'<p class="under">{escape(line)}</p>' for line in document.under]
    body += [_block(block, clips) for block in document.blocks]
    return html_page(document.language, document.title, _STYLE, "\n".join(body))


def _block(block: Block, clips: str | None) -> str:
    text = "".join(_run(run) for run in block.runs)
    players = "".join(_player(clip, clips) for run in block.runs for clip in run.clips) if clips else ""
    time = f" <time>{escape(block.time)}</time>" if block.time else ""
    match block.kind:
        case Kind.HEADING:
            return f"<h2>{text}</h2>"
        case Kind.SPEAKER:
            return f"<h3>{text}{time}</h3>"
        case Kind.NOTE:
            return f'<p class="note">{text}</p>'
        case Kind.TEXT:
            return f"<p>{text}{time}</p>{players}"


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.style is Style.SOFT:
        return f'<span class="soft">{text}</span>'
    tag = _TAGS.get(run.style)
    return f"<{tag}>{text}</{tag}>" if tag else text


def _player(clip: Clip, base: str) -> str:
    return (
        f'<audio controls preload="none" aria-label="{escape(clip.label)}" '
        f'src="{escape(clip.address(base))}"></audio>'
    )
