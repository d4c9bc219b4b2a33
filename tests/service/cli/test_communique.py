"""`hemicycle communique` and `hemicycle verbatim` over a meeting that was held."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pypdf
import pytest
from sqlalchemy import create_engine, text
from tests.world.command import INVITATIONS, PROGRAMME, hemicycle

from hemicycle.room.doors import SeatEntered
from hemicycle.room.floor import FloorGiven
from hemicycle.room.log import chain
from hemicycle.room.opening import ItemBegun, MeetingClosed, MeetingOpened
from hemicycle.room.subjects import Fact
from hemicycle.store import Store
from hemicycle.store.communiques import save_communique
from hemicycle.store.lines import add_line
from hemicycle.wire.lines import Writer

START = 1606294800000
SAID = "The government strives for a lasting peace on the Korean Peninsula."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A meeting that seventy came to, and of which one line of the ambassador's was written
    down."""
    data = tmp_path / "data"
    assert hemicycle("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data).code == 0
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    planned = store.entries("korean-peninsula")
    meeting = store.meeting("korean-peninsula")
    assert meeting is not None
    happened: list[Fact] = [SeatEntered(key) for key in meeting["seats"]]
    happened += [MeetingOpened("chair"), ItemBegun("opening", "chair"), FloorGiven("ambassador", "chair")]
    entries = [*planned, *chain(happened, START, planned[-1])]
    entries += chain([MeetingClosed("chair")], START + 60_000, entries[-1])
    store.append("korean-peninsula", entries[len(planned) :])
    add_line(
        store,
        "korean-peninsula",
        seat="ambassador",
        item="opening",
        since=START + 1000,
        until=START + 9000,
        language="en",
        text=SAID,
        writer=Writer.MACHINE,
        at=START + 10_000,
    )
    store.close()
    return data


def test_a_draft_on_standard_output(data: Path) -> None:
    found = hemicycle("communique", "korean-peninsula", data=data)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("# Webinar on the security situation on the Korean Peninsula")
    assert "According to Ku, the government strives for a lasting peace" in found.out
    assert "Approximately 70 representatives of foreign diplomatic missions" in found.out


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "organised a webinar"), ("kk", "вебинар өтті"), ("ko", "웨비나"), ("ru", "состоялся вебинар")],
)
def test_files_by_their_names(data: Path, tmp_path: Path, language: str, words: str) -> None:
    for suffix in ("md", "html", "docx", "pdf"):
        file = tmp_path / f"communique.{suffix}"
        made = hemicycle("communique", "korean-peninsula", "--language", language, "-o", file, data=data)
        assert (made.code, made.out, made.err) == (0, "", "")
        assert words in read(file)


def read(file: Path) -> str:
    """The words of a file."""
    content = file.read_bytes()
    if file.suffix == ".docx":
        return " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    if file.suffix == ".pdf":
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    return content.decode()


def test_what_was_edited_goes_before_the_draft(data: Path) -> None:
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    save_communique(
        store, "korean-peninsula", "en", after=0, headline="Edited", text="By hand.", by="chair", at=1
    )
    store.close()
    assert hemicycle("communique", "korean-peninsula", data=data).out == "# Edited\n\nBy hand.\n"
    fresh = hemicycle("communique", "korean-peninsula", "--draft", data=data)
    assert fresh.out.startswith("# Webinar on")


def test_a_log_that_was_changed_gives_no_communique(data: Path) -> None:
    engine = create_engine(f"sqlite:///{data}/hemicycle.db")
    with engine.begin() as connection:
        connection.execute(text("UPDATE facts SET at = at + 1 WHERE seq = 5"))
    engine.dispose()
    found = hemicycle("communique", "korean-peninsula", data=data)
    assert (found.code, found.out) == (1, "")
    assert "is broken: fact 5" in found.err


def test_the_verbatim_in_every_format(data: Path, tmp_path: Path) -> None:
    for suffix in ("md", "html", "docx", "pdf", "json"):
        file = tmp_path / f"verbatim.{suffix}"
        assert hemicycle("verbatim", "korean-peninsula", "-o", file, data=data).code == 0
        assert SAID in read(file)
        assert "Ku Hong-seok" in read(file)
    value = json.loads(hemicycle("verbatim", "korean-peninsula", "--format", "json", data=data).out)
    assert value["lines"][0]["item"] == "opening"
    captions = hemicycle("verbatim", "korean-peninsula", "--format", "vtt", data=data).out
    assert captions.startswith("WEBVTT")
    assert "00:00:01.000 --> " in captions
    assert "<v Ku Hong-seok>" in captions
    russian = hemicycle("verbatim", "korean-peninsula", "--language", "ru", data=data)
    assert "Стенограмма" in russian.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("communique", "korea"), "There is no meeting"),
        (("verbatim", "korean-peninsula", "--language", "x!"), "--language"),
        (("communique", "korean-peninsula", "-o", "/nowhere/at/all.md"), "can't be written"),
    ],
)
def test_what_is_wrong_is_said(data: Path, arguments: tuple[str, ...], words: str) -> None:
    found = hemicycle(*arguments, data=data)
    assert (found.code, words in found.err) == (2, True)


def test_serve_says_what_is_wrong_with_the_mail_server(data: Path) -> None:
    found = hemicycle("serve", "--smtp-url", "http://secret@mail", "--mail-from", "a@b.org", data=data)
    assert found.code == 2
    assert "--smtp-url: is not a mail server's address" in found.err
    assert "secret" not in found.err
