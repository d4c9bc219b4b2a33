"""A document as Markdown (CommonMark), to be pasted and edited."""

from __future__ import annotations

import re

from hemicycle.report.as_markdown import escaped
from hemicycle.report.documents.document import Block, Document, Kind, Run, Style

# What makes something else of a line when it stands at its beginning.
_BEGINNING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def as_markdown(document: Document) -> str:
    """The document in Markdown."""
    blocks = [f"# {escaped(document.title)}", *(escaped(line) for line in document.under)]
    blocks += [_block(block) for block in document.blocks]
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    text = "".join(map(_run, block.runs))
    match block.kind:
        case Kind.HEADING:
            return f"## {text}"
        case Kind.SPEAKER:
            return f"### {text}" + (f" ({block.time})" if block.time else "")
        case Kind.NOTE:
            return f"> {text}"
        case Kind.TEXT:
            return _BEGINNING.sub(_guarded, text)


def _guarded(match: re.Match[str]) -> str:
    mark = match.group(2)
    return match.group(1) + (f"\\{mark}" if not mark.isdigit() else f"{mark}\\")


def _run(run: Run) -> str:
    text = escaped(run.text)
    match run.style:
        case Style.STRONG | Style.ADDED:
            return f"**{text.strip()}** " if text.strip() else text
        case Style.LEFT_OUT:
            return f"~~{text.strip()}~~ " if text.strip() else text
        case _:
            return text
