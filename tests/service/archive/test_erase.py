"""A person is taken out of everything that is kept, and the log still holds."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.service.store.test_checks import result
from tests.world.command import INVITATIONS, PROGRAMME, hemicycle

from hemicycle.recording.index import FileBegun, FileEnded, IndexFile, read_index
from hemicycle.recording.paths import RecordingPaths
from hemicycle.room.communique import CommuniquePublished
from hemicycle.room.doors import SeatEntered
from hemicycle.room.log import chain, verify
from hemicycle.room.opening import MeetingClosed, MeetingOpened
from hemicycle.room.quotes import QuoteAmended, QuoteApproved, QuoteAsked, QuoteMade, Quotes
from hemicycle.room.rules import replay
from hemicycle.room.subjects import Fact
from hemicycle.store import Store
from hemicycle.store.checks import keep_check, kept_checks
from hemicycle.store.communiques import communiques_of, save_communique
from hemicycle.store.erasure import begun_erasures
from hemicycle.store.lines import add_line, lines_of, revise_line, versions_of
from hemicycle.store.quotes import quotes_of, translate_quote, write_answer, write_quote
from hemicycle.wire.ids import Source
from hemicycle.wire.lines import Writer
from hemicycle.wire.quotes import QuoteStage

SCRIPT = Path(sys.executable).parent / "hemicycle"
SLUG = "korean-peninsula"
NAME = "Yerzhan Ashikbayev"
WORDS = "We are ready to support the dialogue."
AMENDED = "We stand ready for a dialogue."
REMARK = "In these words, please."
IN_RUSSIAN = "Мы готовы поддержать диалог."
OTHERS = "As Mr Ashikbayev has said, so it is."


def _quote(store: Store, seat: str, said: str) -> int:
    """The row of a quote of all that a seat said."""
    line = next(line for line in lines_of(store, SLUG) if line["seat"] == seat)
    return write_quote(
        store,
        SLUG,
        seat=seat,
        language="en",
        parts=[{"line": line["id"], "version": 1, "start": 0, "end": len(said)}],
        spans=[{"since": line["since"], "until": line["until"]}],
        said=said,
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    assert hemicycle("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data).code == 0
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    for seat, text in (("deputy-minister", WORDS), ("fellow", OTHERS)):
        line = add_line(
            store,
            SLUG,
            seat=seat,
            item=None,
            since=1000,
            until=2000,
            language="en",
            text=text,
            writer=Writer.MACHINE,
            at=3000,
            translations={"ru": IN_RUSSIAN} if seat == "deputy-minister" else {},
        )
        revise_line(store, SLUG, line["id"], after=1, text=text, writer=Writer.EDITOR, at=4000)
    own, amended, other = (
        _quote(store, seat, said)
        for seat, said in (("deputy-minister", WORDS), ("deputy-minister", WORDS), ("fellow", OTHERS))
    )
    translate_quote(store, SLUG, own, "ru", IN_RUSSIAN)
    answer = write_answer(store, SLUG, amended, 5000, text=AMENDED, remark=REMARK)
    for text in (
        f"{NAME} spoke.\n\n“{WORDS}” [quote {own}]\n\n“{OTHERS}” [quote {other}]",
        f"“{AMENDED}” [quote {amended}] “{OTHERS}” [quote {other}]",
    ):
        after = len(communiques_of(store, SLUG))
        save_communique(
            store, SLUG, "en", after=after, headline=f"{NAME} in town", text=text, by="chair", at=6000
        )
    facts: list[Fact] = [
        SeatEntered("deputy-minister"),
        MeetingOpened("chair"),
        MeetingClosed("chair"),
        *(QuoteMade(number, "deputy-minister", "chair") for number in (own, amended)),
        QuoteMade(other, "fellow", "chair"),
        *(QuoteAsked(number, "chair") for number in (own, amended, other)),
        QuoteApproved(own, "deputy-minister"),
        QuoteAmended(amended, answer, "deputy-minister"),
        QuoteApproved(other, "fellow"),
        CommuniquePublished("en", 2, "chair"),
    ]
    # One tries out devices at the own link, another time, and somebody else, at the public page.
    for key, name in (("deputy-minister", ""), (None, NAME), (None, "Somebody Else")):
        keep_check(store, SLUG, key, "Firefox 150", result(name=name), 7000)
    store.append(SLUG, chain(facts, 1000, store.entries(SLUG)[-1]))
    store.close()
    paths = RecordingPaths(data / "recordings" / SLUG)
    paths.tracks.mkdir(parents=True)
    index = IndexFile(paths.tracks)
    for seat in ("deputy-minister", "fellow"):
        name = f"{seat}-microphone-1.mkv"
        (paths.tracks / name).write_bytes(b"sound of " + seat.encode())
        index.add(
            FileBegun(
                file=name,
                seat=seat,
                source=Source.MICROPHONE,
                opening=1,
                codec="opus",
                clock=seat,
                zero_us=0,
                at=1000,
            )
        )
        index.add(FileEnded(file=name, at=2000, frames=50, reason="closed"))
    index.close()
    paths.composed.mkdir()
    paths.video.write_bytes(b"both of them")
    return data


def _bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_nothing_of_the_person_is_left(data: Path, tmp_path: Path) -> None:
    assert NAME.encode() in _bytes(data)
    done = hemicycle("erase", SLUG, "--seat", "deputy-minister", "--yes", data=data)
    assert (done.code, done.err) == (0, "")
    assert "1 lines of the verbatim" in done.out
    assert "2 quotes, 0 speech texts, 2 check results" in done.out
    assert "2 versions of communiqués" in done.out
    looked_at = [line.strip() for line in done.out.split("Look at:\n")[1].splitlines()]
    assert looked_at == [
        "line 2, version 1",
        "line 2, version 2",
        "quote 3",
        "communiqué en, version 1",
        "communiqué en, version 2",
    ], "others' words that hold a part of the name are pointed out"
    left = _bytes(data)
    for gone in (NAME, WORDS, AMENDED, REMARK, "sound of deputy-minister", "both of them"):
        assert gone.encode() not in left, gone
    # Translations lie in JSON.
    assert json.dumps(IN_RUSSIAN)[1:-1].encode() not in left
    assert b"sound of fellow" in left
    assert OTHERS.encode() in left
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    entries = store.entries(SLUG)
    assert verify(entries) is None
    assert [row.result.name for row in kept_checks(store, SLUG)] == ["Somebody Else"]
    assert entries[-1].fact.type == "seat.erased"
    stages = {number: quote.stage for number, quote in replay(entries)[Quotes].by_number.items()}
    assert stages == {1: QuoteStage.WITHDRAWN, 2: QuoteStage.WITHDRAWN, 3: QuoteStage.APPROVED}
    assert [(row.version, row.headline, row.text) for row in communiques_of(store, SLUG)] == [
        (2, "— in town", f"— “{OTHERS}” [quote 3]"),
        (1, "— in town", f"— spoke.\n\n—\n\n“{OTHERS}” [quote 3]"),
    ]
    meeting = store.meeting(SLUG)
    assert meeting is not None
    assert meeting["seats"]["deputy-minister"] == {
        "name": "—",
        "title": "",
        "organisation": "",
        "role": "speaker",
        "language": "en",
        "precedence": 2,
    }
    assert [line["seat"] for line in lines_of(store, SLUG)] == ["fellow"]
    assert [version["text"] for version in versions_of(store, SLUG, 1)] == ["", ""]
    assert [quote["said"] for quote in quotes_of(store, SLUG, replay(entries))] == ["", "", OTHERS]
    store.close()
    assert list(read_index(data / "recordings" / SLUG / "tracks").tracks) == ["fellow-microphone-1.mkv"]
    bag = tmp_path / "bag"
    assert hemicycle("archive", SLUG, "-o", str(bag), data=data).code == 0
    assert hemicycle("verify", str(bag), data=data).code == 0
    kept = _bytes(bag)
    for gone in (NAME, WORDS, AMENDED, REMARK, IN_RUSSIAN):
        assert gone.encode() not in kept, gone
    for form in ("md", "html", "docx", "pdf"):
        for document in ("communique", "verbatim"):
            target = tmp_path / f"{document}.{form}"
            assert hemicycle(document, SLUG, "--format", form, "-o", target, data=data).code == 0
    for report in ("json", "md", "html"):
        assert hemicycle("report", SLUG, "--format", report, data=data).code == 0


def test_the_link_opens_nothing_any_more(data: Path) -> None:
    before = hemicycle("links", SLUG, data=data).out
    hemicycle("erase", SLUG, "--seat", "deputy-minister", "--yes", data=data)
    after = hemicycle("links", SLUG, data=data)
    assert after.code == 0
    assert len(after.out.splitlines()) < len(before.splitlines())


def test_a_video_that_is_being_made_is_waited_for(data: Path) -> None:
    command = ["erase", SLUG, "--seat", "deputy-minister", "--yes", "--data", str(data)]
    paths = RecordingPaths(data / "recordings" / SLUG)
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    with paths.composing_lock():
        erasing = subprocess.Popen([SCRIPT, *command], stdout=subprocess.PIPE, text=True)
        while not begun_erasures(store):
            time.sleep(0.05)
        assert paths.video.exists()
        assert NAME.encode() in _bytes(data)
    store.close()
    said, _ = erasing.communicate(timeout=60)
    assert erasing.returncode == 0
    assert "Erased deputy-minister" in said
    assert not paths.video.exists()
    assert NAME.encode() not in _bytes(data)


def test_who_is_erased_already_can_be_erased_again(data: Path) -> None:
    assert hemicycle("erase", SLUG, "--seat", "deputy-minister", "--yes", data=data).code == 0
    again = hemicycle("erase", SLUG, "--seat", "deputy-minister", "--yes", data=data)
    assert again.code == 0
    assert "Look at" not in again.out


def test_an_open_meeting_is_left_alone(data: Path) -> None:
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    store.append(SLUG, chain([MeetingOpened("chair")], 5000, store.entries(SLUG)[-1]))
    store.close()
    done = hemicycle("erase", SLUG, "--seat", "deputy-minister", "--yes", data=data)
    assert (done.code, done.err) == (2, "korean-peninsula is open; close the meeting first\n")


def test_an_unknown_seat_is_said_to_be_none(data: Path) -> None:
    done = hemicycle("erase", SLUG, "--seat", "nobody", "--yes", data=data)
    assert done.code == 2
    assert 'has no seat "nobody"' in done.err
