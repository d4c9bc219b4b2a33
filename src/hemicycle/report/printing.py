"""Turns a communiqué, which is Markdown with quotes, into a document for all formats."""

from __future__ import annotations

from collections.abc import Mapping

from hemicycle.report.communique import Communique
from hemicycle.report.documents import Block, Clip, Document, Kind, Run
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.quotes import MARK, Quote


def communique_document(communique: Communique, meeting: Meeting, quotes: Mapping[int, Quote]) -> Document:
    """The communiqué as a document: marks are taken out, and each quote's clips put in their
    place."""
    blocks = tuple(Block(Kind.TEXT, _runs(paragraph, meeting, quotes)) for paragraph in communique.paragraphs)
    return Document(communique.language, communique.headline, blocks)


def _runs(paragraph: str, meeting: Meeting, quotes: Mapping[int, Quote]) -> tuple[Run, ...]:
    found: list[Run] = []
    start = 0
    for mark in MARK.finditer(paragraph):
        quote = quotes.get(int(mark.group(1)))
        clips: tuple[Clip, ...] = ()
        if quote is not None:
            name = meeting["seats"][quote["seat"]]["name"]
            clips = tuple(Clip(quote["seat"], span["since"], span["until"], name) for span in quote["spans"])
        found.append(Run(paragraph[start : mark.start()], clips=clips))
        start = mark.end()
    if rest := paragraph[start:]:
        found.append(Run(rest))
    return tuple(found)
