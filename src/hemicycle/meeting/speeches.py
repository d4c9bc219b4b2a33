"""Reads the text of a speech: plain text, Markdown, or a Word document."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import PurePath

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from hemicycle.wire.texts import MAX_SPEECH_CHARS, MAX_SPEECH_FILE_BYTES, SpeechFault

KINDS = (".txt", ".md", ".docx")
"""The suffixes that are read; without one it is plain text."""

MAX_FILE_NAME_CHARS = 200

_MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes of a document's parts together: a small file can hold gigabytes of nothing."""

# Text that is struck out or stands elsewhere, and what a drawing repeats for older programs.
_NOT_SPOKEN = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:txbxContent", "w:instrText", "w:footnoteReference"))
)
_PARAGRAPH, _TEXT, _TAB = qn("w:p"), qn("w:t"), qn("w:tab")
_BREAKS = frozenset(map(qn, ("w:br", "w:cr")))
_HYPHEN = qn("w:noBreakHyphen")
_PROPERTIES = frozenset(map(qn, ("w:pPr", "w:rPr")))

_SENTENCES = {
    SpeechFault.TOO_LARGE: f"A text has at most {MAX_SPEECH_CHARS:,} characters, and its file at most "
    f"{MAX_SPEECH_FILE_BYTES // (1024 * 1024)} MiB.",
    SpeechFault.UNKNOWN_KIND: f"A text is a file of one of these kinds: {', '.join(KINDS)}.",
    SpeechFault.UNREADABLE: "This file can't be read: plain text has to be UTF-8, and a Word document whole.",
    SpeechFault.EMPTY: "There are no words in it.",
}


class UnfitSpeech(Exception):
    """A text that is not taken; the message is a sentence for people."""

    def __init__(self, fault: SpeechFault) -> None:
        """The text is not taken because of this fault."""
        super().__init__(_SENTENCES[fault])
        self.fault = fault


def read_speech(name: str, content: bytes) -> str:
    """The words in a file: paragraphs with a line end after each but the last, in composed form
    (NFC).

    Args:
        name: the file's name, whose suffix says its kind; empty: plain text.
        content: its bytes, or at least one more than are read.

    Raises:
        UnfitSpeech: it is not taken.
    """
    if len(content) > MAX_SPEECH_FILE_BYTES:
        raise UnfitSpeech(SpeechFault.TOO_LARGE)
    match PurePath(name).suffix.lower():
        case ".docx":
            text = _document(content)
        case "" | ".txt" | ".md":
            text = _plain(content)
        case _:
            raise UnfitSpeech(SpeechFault.UNKNOWN_KIND)
    text = _tidy(text)
    if not text:
        raise UnfitSpeech(SpeechFault.EMPTY)
    if len(text) > MAX_SPEECH_CHARS:
        raise UnfitSpeech(SpeechFault.TOO_LARGE)
    return text


def _plain(content: bytes) -> str:
    # Windows' editor calls UTF-16 "Unicode", and marks it.
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnfitSpeech(SpeechFault.UNREADABLE) from error


def _document(content: bytes) -> str:
    """The body's paragraphs, tables' included, with what changes are tracked as if they were
    accepted."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                raise UnfitSpeech(SpeechFault.TOO_LARGE)
        body = docx.Document(io.BytesIO(content)).element.body
    except UnfitSpeech:
        raise
    except Exception as error:  # python-docx fails in many ways on what is no document
        raise UnfitSpeech(SpeechFault.UNREADABLE) from error
    return "\n".join("".join(_words(paragraph)) for paragraph in _paragraphs(body))


def _paragraphs(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in element:
        if child.tag == _PARAGRAPH:
            yield child
        elif child.tag not in _NOT_SPOKEN:
            yield from _paragraphs(child)


def _words(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag not in _NOT_SPOKEN | _PROPERTIES:
            yield from _words(child)


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFC", re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c]", "\n", text))
    shown = "".join(
        letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in _HIDDEN
    )
    lines = [line.rstrip() for line in shown.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


_HIDDEN = ("Cc", "Cs", "Co", "Cn")
