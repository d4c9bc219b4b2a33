"""A document as Office Open XML (ISO/IEC 29500), which offices edit."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from hemicycle.report.documents.document import Document, Kind, Run, Style

_SOFT = RGBColor(0x56, 0x5B, 0x66)
_LATIN, _HANGUL = "Times New Roman", "Malgun Gothic"
"""Typefaces that offices have; Hangul is set in its own."""

_STYLES = {
    Kind.HEADING: "Heading 1",
    Kind.SPEAKER: "Heading 2",
    Kind.TEXT: "Normal",
    Kind.NOTE: "Quote",
}
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def as_docx(document: Document) -> bytes:
    """The document as the bytes of a .docx file; the same document gives the same properties."""
    made = docx.Document()
    properties = made.core_properties
    properties.title, properties.author, properties.language = document.title, "Hemicycle", document.language
    properties.comments = ""
    properties.created = properties.modified = _EPOCH
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Quote"):
        _set(made.styles[name])
    made.add_paragraph(_clean(document.title), style="Title")
    for line in document.under:
        _add(made.add_paragraph(), Run(line, Style.SOFT))
    for block in document.blocks:
        paragraph = made.add_paragraph(style=_STYLES[block.kind])
        for run in block.runs:
            _add(paragraph, run)
        if block.time:
            _add(paragraph, Run(f"  {block.time}", Style.SOFT))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _set(style: ParagraphStyle) -> None:
    style.font.name = _LATIN
    if style.name == "Normal":
        style.font.size = Pt(12)
        style.paragraph_format.space_after = Pt(8)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # The style's theme typefaces would go before its own.
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:eastAsia"), _HANGUL)


def _add(paragraph: Paragraph, run: Run) -> None:
    added = paragraph.add_run(_clean(run.text))
    match run.style:
        case Style.STRONG:
            added.bold = True
        case Style.SOFT:
            added.font.color.rgb = _SOFT
        case Style.ADDED:
            added.underline = True
        case Style.LEFT_OUT:
            added.font.strike = True
        case Style.PLAIN:
            pass


def _clean(text: str) -> str:
    """Without the control characters that XML 1.0 cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")
