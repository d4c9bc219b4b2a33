"""A document as PDF, set by Typst with typefaces of its own: it looks the same wherever it is
made."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import typst

from hemicycle.report.documents.document import Document
from hemicycle.report.typefaces import KOREAN, korean_fonts

_SERIF = "Libertinus Serif"


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(korean_fonts())]
    )


@cache
def _template() -> bytes:
    return files("hemicycle.report.documents").joinpath("document.typ").read_bytes()


def as_pdf(document: Document) -> bytes:
    """The document as the bytes of a .pdf file."""
    value = {
        "language": document.language.split("-", 1)[0],
        "title": document.title,
        "under": list(document.under),
        # Korean is set in one face; elsewhere it only helps out where the serif has no letter.
        "fonts": [KOREAN, _SERIF] if document.language.startswith("ko") else [_SERIF, KOREAN],
        "blocks": [
            {
                "kind": block.kind,
                "time": block.time,
                "runs": [{"text": run.text, "style": run.style} for run in block.runs],
            }
            for block in document.blocks
        ],
    }
    # The words travel as data: nothing in them is Typst's markup.
    made = typst.compile(
        _template(), format="pdf", font_paths=_fonts(), sys_inputs={"document": json.dumps(value)}
    )
    if not isinstance(made, bytes):  # a list where a template asks for several files
        raise TypeError("Typst made more than one document")
    return made
