"""The text of a speech, out of the files that speakers send."""

from __future__ import annotations

import contextlib
import io
import unicodedata
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.meeting.speeches import UnfitSpeech, read_speech
from hemicycle.wire.texts import MAX_SPEECH_CHARS, MAX_SPEECH_FILE_BYTES, SpeechFault


def document(*paragraphs: str, xml: str = "") -> bytes:
    """A Word document; `xml` goes into one more paragraph at its end."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if xml:
        made.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def fault(name: str, content: bytes) -> SpeechFault:
    with pytest.raises(UnfitSpeech) as refused:
        read_speech(name, content)
    return refused.value.fault


@pytest.mark.parametrize("name", ["", "speech", "speech.txt", "SPEECH.TXT", "речь.md"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text(name: str, encoding: str) -> None:
    text = "Құрметті қатысушылар!\r\n\r\n\r\n\r\n존경하는 여러분  \rДамы и господа\u2028Ladies"
    assert (
        read_speech(name, text.encode(encoding))
        == "Құрметті қатысушылар!\n\n존경하는 여러분\nДамы и господа\nLadies"
    )


def test_text_is_composed_and_what_cannot_be_shown_is_left_out() -> None:
    decomposed = unicodedata.normalize("NFD", "한반도 평화")
    assert read_speech("", f"\x00{decomposed}\x07\tyes".encode()) == "한반도 평화\tyes"


def test_a_word_document() -> None:
    assert read_speech("speech.docx", document("Ladies and gentlemen,", "", "평화 정책")) == (
        "Ladies and gentlemen,\n\n평화 정책"
    )


def test_tables_are_read_in_their_place() -> None:
    made = docx.Document()
    made.add_paragraph("Before")
    made.add_table(1, 2).rows[0].cells[1].text = "Within"
    made.add_paragraph("After")
    out = io.BytesIO()
    made.save(out)
    assert read_speech("a.docx", out.getvalue()) == "Before\n\nWithin\nAfter"


def test_tracked_changes_are_read_as_if_they_were_accepted() -> None:
    xml = (
        "<w:r><w:t>We </w:t></w:r>"
        "<w:del w:id='1' w:author='x'><w:r><w:delText>never</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>always</w:t></w:r></w:ins>"
        "<w:moveFrom w:id='3' w:author='x'><w:r><w:t> elsewhere</w:t></w:r></w:moveFrom>"
        "<w:hyperlink><w:r><w:t xml:space='preserve'> talk</w:t></w:r></w:hyperlink>"
        "<w:r><w:br/><w:t>nuclear</w:t><w:noBreakHyphen/><w:t>free</w:t><w:tab/><w:t>now</w:t></w:r>"
    )
    assert read_speech("a.docx", document(xml=xml)) == "We always talk\nnuclear-free\tnow"


def test_what_is_too_large() -> None:
    assert fault("a.txt", b"a" * (MAX_SPEECH_FILE_BYTES + 1)) is SpeechFault.TOO_LARGE
    assert fault("a.txt", b"a" * (MAX_SPEECH_CHARS + 1)) is SpeechFault.TOO_LARGE
    assert len(read_speech("a.txt", b"a" * MAX_SPEECH_CHARS)) == MAX_SPEECH_CHARS


def test_a_small_file_that_would_fill_the_memory_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b" " * (200 * 1024 * 1024))
    assert len(out.getvalue()) < MAX_SPEECH_FILE_BYTES
    assert fault("a.docx", out.getvalue()) is SpeechFault.TOO_LARGE


def test_a_document_that_lies_about_its_size_is_unreadable() -> None:
    content = bytearray(document("Words " * 50_000))
    part = content.rindex(b"word/document.xml")  # in the directory at the end
    content[part - 22 : part - 18] = (100).to_bytes(4, "little")
    assert fault("a.docx", bytes(content)) is SpeechFault.UNREADABLE


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.pdf", b"%PDF-1.7", SpeechFault.UNKNOWN_KIND),
        ("a.doc", b"\xd0\xcf\x11\xe0", SpeechFault.UNKNOWN_KIND),
        ("a.docx", b"PK\x03\x04", SpeechFault.UNREADABLE),
        ("a.docx", "Только текст".encode(), SpeechFault.UNREADABLE),
        ("a.txt", "Уважаемые".encode("cp1251"), SpeechFault.UNREADABLE),
        ("a.txt", b"\xff\xfea", SpeechFault.UNREADABLE),
        ("", b" \n\t\r\n", SpeechFault.EMPTY),
        ("a.docx", document(), SpeechFault.EMPTY),
    ],
)
def test_what_is_not_taken(name: str, content: bytes, expected: SpeechFault) -> None:
    assert fault(name, content) is expected


@given(cut=st.integers(0, 20_000), put=st.binary(max_size=6))
def test_a_document_that_was_damaged_is_read_or_refused(cut: int, put: bytes) -> None:
    content = document("Ladies and gentlemen")
    at = cut % len(content)
    with contextlib.suppress(UnfitSpeech):
        assert read_speech("a.docx", content[:at] + put + content[at + len(put) + 1 :])
