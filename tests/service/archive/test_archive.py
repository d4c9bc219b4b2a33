"""An archive is made, and whatever is changed in it is found."""

from __future__ import annotations

import random
import resource
import shutil
from pathlib import Path

import bagit
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.world.command import INVITATIONS, PROGRAMME, hemicycle

from hemicycle.archive import verify_archive
from hemicycle.archive.signature import SigningKey, signer
from hemicycle.room.doors import SeatEntered
from hemicycle.room.log import chain
from hemicycle.room.opening import MeetingOpened
from hemicycle.store import Store
from hemicycle.store.lines import add_line
from hemicycle.wire.lines import Writer

SLUG = "korean-peninsula"
SOUND = bytes(range(256)) * 4096
"""A megabyte that stands for a track: an archive looks at no file's inside."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("archived") / "data"
    assert hemicycle("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data).code == 0
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    entries = store.entries(SLUG)
    store.append(SLUG, chain([SeatEntered("chair"), MeetingOpened("chair")], 1_700_000_000_000, entries[-1]))
    add_line(
        store,
        SLUG,
        seat="fellow",
        item=None,
        since=1_700_000_000_000,
        until=1_700_000_002_000,
        language="en",
        text="Kazakhstan's experience is of great value.",
        writer=Writer.MACHINE,
        at=1_700_000_003_000,
    )
    store.close()
    track = data / "recordings" / SLUG / "tracks" / "fellow" / "microphone-1.mkv"
    track.parent.mkdir(parents=True)
    track.write_bytes(SOUND)
    return data


@pytest.fixture(scope="module")
def made(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bags") / "bag"
    done = hemicycle("archive", SLUG, "-o", str(folder), data=data)
    assert (done.code, done.err) == (0, "")
    assert "Signed with the key" in done.out
    return folder


@pytest.fixture
def bag(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "bag"))


def test_it_is_a_bag_that_others_can_read(made: Path) -> None:
    read = bagit.Bag(str(made))
    read.validate()
    assert read.info["Source-Organization"].startswith("Embassy of the Republic of Korea")
    assert (made / "data/recording/tracks/fellow/microphone-1.mkv").read_bytes() == SOUND
    assert "of great value" in (made / "data/verbatim/lines.json").read_text(encoding="utf-8")
    assert {each.name for each in (made / "data").iterdir()} >= {
        "log.jsonl",
        "programme.json",
        "report.html",
        "report.json",
        "report.md",
        "verbatim",
        "communique",
        "quotes.json",
    }


def test_as_it_was_made_it_holds(made: Path) -> None:
    done = hemicycle("verify", str(made), data=Path("unused"))
    assert (done.code, done.err) == (0, "")
    assert "is as it was when it was made" in done.out
    assert "The chain of its 5 facts holds." in done.out


def test_every_changed_byte_is_found(bag: Path) -> None:
    chance = random.Random(70)  # the same bytes each time
    for file in sorted(each for each in bag.rglob("*") if each.is_file()):
        whole = file.read_bytes()
        for at in {0, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(12))}:
            changed = bytearray(whole)
            changed[at] ^= 1 << chance.randrange(8)
            file.write_bytes(changed)
            assert verify_archive(bag).findings, f"{file.name}: byte {at}"
        file.write_bytes(whole)
    assert not verify_archive(bag).findings


def test_it_is_said_where_and_what(bag: Path) -> None:
    track = bag / "data/recording/tracks/fellow/microphone-1.mkv"
    track.write_bytes(SOUND[:-1] + b"!")
    (bag / "data/report.md").unlink()
    (bag / "data/extra.txt").write_text("hello", encoding="utf-8")
    (bag / "notes.txt").write_text("hello", encoding="utf-8")
    (bag / "data/empty").mkdir()
    assert {(each.path, each.sentence) for each in verify_archive(bag).findings} == {
        ("data/recording/tracks/fellow/microphone-1.mkv", "was changed after the archive was made"),
        ("data/report.md", "is missing"),
        ("data/extra.txt", "was added after the archive was made"),
        ("notes.txt", "was added after the archive was made"),
        ("data/empty", "is an empty folder that was added after the archive was made"),
    }
    done = hemicycle("verify", str(bag), data=Path("unused"))
    assert done.code == 1
    assert "data/report.md: is missing" in done.out


@pytest.mark.parametrize(
    "file", ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "signature.json"]
)
def test_no_part_of_the_bag_can_be_missing(bag: Path, file: str) -> None:
    (bag / file).unlink()
    assert verify_archive(bag).findings


def test_a_renamed_file_is_found(bag: Path) -> None:
    (bag / "data/report.md").rename(bag / "data/report.txt")
    assert {each.path for each in verify_archive(bag).findings} == {"data/report.md", "data/report.txt"}


def test_another_key_is_found(bag: Path, data: Path) -> None:
    ours = verify_archive(bag).public
    assert ours is not None
    other = hemicycle("verify", str(bag), "--key", "0" * 64, data=Path("unused"))
    assert other.code == 1
    assert "signed with another key" in other.out


def test_the_key_is_kept_and_for_its_owner_only(data: Path, made: Path, tmp_path: Path) -> None:
    assert (data / "archive-key").stat().st_mode & 0o777 == 0o600
    again = tmp_path / "again"
    assert hemicycle("archive", SLUG, "-o", str(again), data=data).code == 0
    assert verify_archive(again).public == verify_archive(made).public


def test_a_signature_has_one_form_only() -> None:
    from_generated = SigningKey(Ed25519PrivateKey.generate())
    document = from_generated.sign(b"content", "file")
    assert signer(document, b"content", "file") == from_generated.public
    assert signer(document, b"content!", "file") is None
    assert signer(document.replace(b"\n", b"\n "), b"content", "file") is None
    assert signer(b"{}", b"content", "file") is None


def test_a_full_folder_is_left_alone(data: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = hemicycle("archive", SLUG, "-o", str(tmp_path), data=data)
    assert done.code == 2
    assert "is there already and not empty" in done.err
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_a_disk_that_is_full_leaves_no_half_archive(data: Path, tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        # What a full disk does, the limit on a file's size does too: a write is refused.
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(SOUND) // 2, hard))
        done = hemicycle("archive", SLUG, "-o", str(tmp_path / "bag"), data=data)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert done.code == 2
    assert "microphone-1.mkv" in done.err
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path) -> None:
    assert hemicycle("verify", str(tmp_path), data=Path("unused")).code == 1
    assert hemicycle("verify", str(tmp_path / "nothing"), data=Path("unused")).code == 1
