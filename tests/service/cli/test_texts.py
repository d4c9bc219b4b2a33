"""`hemicycle speech` and `hemicycle glossary`."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.world.command import BOOTHS, Outcome, hemicycle

TERMS = "en,kk,ko,ru\nwarhead,оқтұмсық,탄두,боеголовка\nseabed,,해저,\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    assert hemicycle("meeting", "add", BOOTHS, data=data).code == 0
    return data


def test_a_text_is_given_listed_and_taken_back(data: Path, tmp_path: Path) -> None:
    assert hemicycle("speech", "booths", data=data) == Outcome(
        0, "No text has been given: hemicycle speech booths FILE --seat KEY\n", ""
    )
    made = docx.Document()
    made.add_paragraph("존경하는 참석자 여러분")
    made.save(str(tmp_path / "연설.docx"))
    given = hemicycle(
        "speech", "booths", tmp_path / "연설.docx", "--seat", "ambassador", "--embargo", "--check", data=data
    )
    assert given == Outcome(0, "ambassador: version 1, 3 words in ko. The booths can read it now.\n", "")
    listed = hemicycle("speech", "booths", data=data).out
    (row,) = [line for line in listed.splitlines() if "ambassador" in line]
    cells = [cell.strip() for cell in row.strip("│").split("│")]
    assert cells[:4] == ["ambassador", "Ku Hong-seok", "ko", "1"]
    assert cells[5:] == ["연설.docx", "3", "yes", "yes"]
    removed = hemicycle("speech", "booths", "--seat", "ambassador", "--remove", data=data)
    assert removed == Outcome(0, "ambassador: the text is taken back.\n", "")
    again = hemicycle("speech", "booths", "--seat", "ambassador", "--remove", data=data)
    assert again == Outcome(0, "ambassador has given no text.\n", "")


def test_a_text_that_is_not_taken_is_one_sentence(data: Path, tmp_path: Path) -> None:
    pdf, text = tmp_path / "speech.pdf", tmp_path / "speech.txt"
    pdf.write_bytes(b"%PDF")
    text.write_text("Words")
    give = ("speech", "booths")
    for arguments, sentence in (
        ((pdf, "--seat", "fellow"), f"{pdf}: A text is a file of one of these kinds: .txt, .md, .docx.\n"),
        ((text,), "--seat: say whose words they are, by the key of a seat (hemicycle links shows them)\n"),
        ((text, "--seat", "felow"), '--seat: "felow" is no seat of booths; did you mean "fellow"?\n'),
        (
            (text, "--seat", "fellow", "--language", "english"),
            '--language: "english" is no language; write a BCP 47 tag such as en, kk, ko or ru\n',
        ),
        ((text, "--seat", "fellow", "--remove"), "--remove: takes a text back; leave out the file\n"),
        (
            (tmp_path / "none.txt", "--seat", "fellow"),
            f"{tmp_path}/none.txt: can't be read: no such file or directory; "
            "give the path of a file that can\n",
        ),
    ):
        assert hemicycle(*give, *arguments, data=data) == Outcome(2, "", sentence)
    assert "No text has been given" in hemicycle("speech", "booths", data=data).out


def test_a_glossary_comes_out_as_it_went_in(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(TERMS)
    empty = hemicycle("glossary", "export", "booths", data=data)
    assert empty == Outcome(2, "", "booths has no glossary: hemicycle glossary import booths CSV\n")
    assert hemicycle("glossary", "import", "booths", file, data=data) == Outcome(
        0, "booths: 2 terms in en, kk, ko, ru. The booths can find them now.\n", ""
    )
    assert hemicycle("glossary", "export", "booths", data=data) == Outcome(0, TERMS, "")


def test_a_glossary_with_faults_changes_nothing(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(TERMS)
    hemicycle("glossary", "import", "booths", file, data=data)
    file.write_text("en,ru\nwarhead,\nseabed\n")
    assert hemicycle("glossary", "import", "booths", file, data=data) == Outcome(
        2,
        "",
        f"{file}:2: has the term in one language; write it in two at least\n"
        f"{file}:3: has 1 cell; write 2, as in the first line "
        "(a text with a comma goes in quotation marks)\n",
    )
    assert hemicycle("glossary", "export", "booths", data=data).out == TERMS
