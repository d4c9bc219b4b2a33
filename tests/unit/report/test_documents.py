"""A communiqué in every format, opened again and read."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from xml.sax.saxutils import escape

import docx
import pypdf
import pytest
from PIL import ImageFont
from tests.unit.report.korean_peninsula import played, quotes

from hemicycle.report.communique import Communique
from hemicycle.report.documents import Block, Document, DocumentFormat, Kind, Run, Style, written
from hemicycle.report.printing import communique_document
from hemicycle.report.typefaces import korean_fonts, unpacked

LETTERS = {
    "en": "Naïve “quotes” – and #marks *here*, $5 <b>&amp;</b>.",
    "kk": "Әділетті Қазақстан, Ғылым, Ңң, Өскемен, Ұлы, Үміт, Һ, Ізгілік.",
    "ko": "구홍석 대사는 “평화”라고 말했다. 똠방각하.",
    "ru": "Ёлка, съезд «мир» – 25 ноября.",
}


def document(language: str = "en") -> Document:
    """A title in the language, an English name in every one."""
    words = LETTERS[language]
    return communique_document(
        Communique(language, words, (f"{words} [quote 1]", "Ashikbayev said nothing.")),
        played()[0],
        {one["id"]: one for one in quotes()},
    )


def read(content: bytes) -> str:
    """The words of a PDF, its lines joined."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("language", LETTERS)
def test_pdf_has_every_letter_and_no_mark(language: str) -> None:
    content = written(document(language), DocumentFormat.PDF)
    text = read(content)
    assert text.replace(" ", "").count(LETTERS[language].replace(" ", "")) == 2
    assert "Ashikbayev said nothing." in text
    assert "[quote" not in text
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in pypdf.PdfReader(io.BytesIO(content)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    expected = "NotoSansKR" if language == "ko" else "LibertinusSerif"
    assert any(expected in font for font in fonts), fonts


@pytest.mark.parametrize("language", LETTERS)
def test_docx_is_read_again(language: str) -> None:
    made = docx.Document(io.BytesIO(written(document(language), DocumentFormat.DOCX)))
    assert [paragraph.text for paragraph in made.paragraphs] == [
        LETTERS[language],
        LETTERS[language],
        "Ashikbayev said nothing.",
    ]
    assert made.paragraphs[0].style is not None
    assert made.paragraphs[0].style.name == "Title"
    assert made.core_properties.language == language


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.tags: list[str] = []
        self.sources: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        if tag == "html":
            self.language = found["lang"] or ""
        if tag == "audio":
            self.sources.append(found["src"] or "")
            assert found["aria-label"]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("language", LETTERS)
def test_html_plays_each_quote_and_runs_nothing(language: str) -> None:
    page = _Page()
    page.feed(written(document(language), DocumentFormat.HTML, "/m/x/record/clip.m4a").decode())
    spans = quotes()[0]["spans"]
    assert page.sources == [
        f"/m/x/record/clip.m4a?seat=fellow&since={span['since']}&until={span['until']}" for span in spans
    ]
    assert page.language == language
    assert page.words.count(LETTERS[language]) == 3
    assert "script" not in page.tags
    assert "b" not in page.tags


def test_html_without_clips_has_no_player() -> None:
    assert b"<audio" not in written(document(), DocumentFormat.HTML)


def test_markdown_shows_marks_as_they_are() -> None:
    text = written(document(), DocumentFormat.MD).decode()
    assert text.startswith("# Naïve “quotes” – and \\#marks \\*here\\*, \\$5 \\<b\\>\\&amp;\\</b\\>.\n")
    assert "[quote" not in text
    assert escape("<b>") not in text


def test_every_kind_and_style_is_written_in_every_format() -> None:
    blocks = (
        Block(Kind.HEADING, (Run("Item"),)),
        Block(Kind.SPEAKER, (Run("Ku", Style.STRONG),), "15:00:07"),
        Block(Kind.NOTE, (Run("A note"),)),
        Block(
            Kind.TEXT,
            (Run("same "), Run("added", Style.ADDED), Run(" out", Style.LEFT_OUT), Run("soft", Style.SOFT)),
        ),
        Block(Kind.TEXT, (Run("- 1. no list"),)),
        Block(Kind.TEXT, (Run("12. no list"),)),
    )
    made = Document("en", "Title", blocks, ("Under",))
    assert written(made, DocumentFormat.MD).decode() == (
        "# Title\n\nUnder\n\n## Item\n\n### **Ku**  (15:00:07)\n\n> A note\n\n"
        "same **added** ~~out~~ soft\n\n\\- 1. no list\n\n12\\. no list\n"
    )
    assert "<ins>added</ins><del> out</del>" in written(made, DocumentFormat.HTML).decode()
    text = read(written(made, DocumentFormat.PDF))
    assert all(words in text for words in ("Title", "Under", "Item", "Ku", "15:00:07", "A note", "added out"))
    paragraphs = docx.Document(io.BytesIO(written(made, DocumentFormat.DOCX))).paragraphs
    assert paragraphs[5].runs[1].underline
    assert paragraphs[5].runs[2].font.strike


def test_the_korean_typeface_is_a_font_that_others_open() -> None:
    for file in korean_fonts().iterdir():
        font = ImageFont.truetype(str(file), 20)
        assert (font.getname()[0] or "").startswith("Noto Sans KR")
        assert font.getlength("구홍석") > 40
    with pytest.raises(ValueError, match="WOFF"):
        unpacked(b"OTTO" + bytes(60))
