"""A document and the formats that it is written in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module

from hemicycle.report.documents.as_html import as_html
from hemicycle.report.documents.as_markdown import as_markdown
from hemicycle.report.documents.document import Block, Clip, Document, Kind, Run, Style

__all__ = ["MEDIA_TYPES", "Block", "Clip", "Document", "DocumentFormat", "Kind", "Run", "Style", "written"]


class DocumentFormat(StrEnum):
    """What a document is written as; each is also the suffix of its file."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


MEDIA_TYPES: Mapping[DocumentFormat, str] = {
    DocumentFormat.MD: "text/markdown; charset=utf-8",
    DocumentFormat.HTML: "text/html; charset=utf-8",
    DocumentFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentFormat.PDF: "application/pdf",
}


def written(document: Document, format_: DocumentFormat, clips: str | None = None) -> bytes:
    """The document in a format.

    Args:
        document: what is written.
        format_: in which format.
        clips: the address of the meeting's clips, which an HTML document plays; None: it plays
            none.
    """
    match format_:
        case DocumentFormat.MD:
            return as_markdown(document).encode()
        case DocumentFormat.HTML:
            return as_html(document, clips).encode()
        case DocumentFormat.DOCX:
            return _heavy("as_docx", document)
        case DocumentFormat.PDF:
            return _heavy("as_pdf", document)


def _heavy(name: str, document: Document) -> bytes:
    """Write by a module whose parts take long to import: a server starts without them."""
    content: bytes = getattr(import_module(f"{__name__}.{name}"), name)(document)
    return content
