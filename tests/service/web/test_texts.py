"""What the booths read: who may give it, who may read it, and what is said of what is not taken."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import docx
import httpx
import pytest
from tests.world.site import Site, site_over

from hemicycle.client.seat import Seat
from hemicycle.interpretation.texts import show_texts
from hemicycle.meeting import Document, Plan, plan
from hemicycle.store import Store
from hemicycle.store.planning import add
from hemicycle.store.texts import keep_glossary, keep_speech
from hemicycle.store.tokens import secret_in, token
from hemicycle.web.changes import TEXTS
from hemicycle.wire.texts import MAX_SPEECH_FILE_BYTES

BOOTHS = Path(__file__).parents[2] / "meetings/booths.toml"
WORDS = "존경하는 참석자 여러분, 한반도의 평화는 중요합니다."


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    store = Store.open(f"sqlite:///{tmp_path}/hemicycle.db")
    planned = plan(Document("booths.toml", BOOTHS.read_bytes()))
    assert isinstance(planned, Plan)
    add(store, secret_in(tmp_path), planned.meeting, 0)
    async with site_over(store, tmp_path) as site:
        yield site
    store.close()


class Desk:
    """Somebody's browser, with the cookie of their seat."""

    def __init__(self, site: Site, key: str) -> None:
        self.key, self._http, self._path = key, site.http, f"/m/booths/seats/{key}"
        self._cookie = {"Cookie": f"hemicycle_seat={token(site.secret, 'booths', key, 0)}"}

    async def get(self, path: str) -> httpx.Response:
        return await self._http.get(f"{self._path}/{path}", headers=self._cookie)

    async def put(
        self, path: str, content: str | bytes, *, origin: str | None = None, **query: str
    ) -> httpx.Response:
        headers = {**self._cookie, **({"Origin": origin} if origin else {})}
        return await self._http.put(f"{self._path}/{path}", content=content, params=query, headers=headers)

    async def delete(self, path: str) -> httpx.Response:
        return await self._http.delete(f"{self._path}/{path}", headers=self._cookie)

    async def texts(self) -> dict[str, str]:
        answer = await self.get("speeches")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        return {one["seat"]: one["text"] for one in answer.json()["speeches"]}


async def come(site: Site, key: str) -> Seat:
    """Somebody in a seat of the meeting with booths."""
    link = f"{site.running.url}/s/{token(site.secret, 'booths', key, 0)}"
    return await site.seats.enter_async_context(Seat(link, site.http))


async def test_a_speakers_text_is_read_by_booths_chair_and_speaker_and_nobody_else(site: Site) -> None:
    ambassador, fellow = Desk(site, "ambassador"), Desk(site, "fellow")
    given = await ambassador.put("speeches/ambassador", WORDS, embargo="true", check="true")
    assert given.status_code == 200
    assert given.json() | {"at": 0} == {
        "seat": "ambassador",
        "version": 1,
        "at": 0,
        "language": "ko",
        "name": "",
        "text": WORDS,
        "embargo": True,
        "check": True,
    }
    for key in ("english-a", "kazakh-russian", "chair", "ambassador"):
        assert await Desk(site, key).texts() == {"ambassador": WORDS}
    assert await fellow.texts() == {}
    for key in ("france", "press", "captioner"):
        refused = await Desk(site, key).get("speeches")
        assert (refused.status_code, WORDS in refused.text) == (403, False)
    nobody = await site.http.get("/m/booths/seats/english-a/speeches")
    assert nobody.status_code == 403


async def test_a_word_document_by_the_organiser_and_its_removal(site: Site) -> None:
    made = docx.Document()
    made.add_paragraph("Ladies and gentlemen")
    out = io.BytesIO()
    made.save(out)
    chair, booth = Desk(site, "chair"), Desk(site, "english-b")
    given = await chair.put("speeches/fellow", out.getvalue(), name="Речь.docx", language="EN-gb")
    assert (given.json()["name"], given.json()["language"]) == ("Речь.docx", "en-GB")
    assert await booth.texts() == {"fellow": "Ladies and gentlemen"}
    assert (await chair.delete("speeches/fellow")).status_code == 204
    assert await booth.texts() == {}
    again = await Desk(site, "fellow").put("speeches/fellow", "By myself")
    assert again.json()["version"] == 3


async def test_booths_are_told_of_each_version_at_once_and_the_hall_of_none(site: Site) -> None:
    ambassador = Desk(site, "ambassador")
    await ambassador.put("speeches/ambassador", "before anybody came")
    seats = {key: await come(site, key) for key in ("english-a", "chair", "ambassador", "france")}
    booth = seats["english-a"]
    for key in ("english-a", "chair"):
        await seats[key].until(lambda view: view["speeches"] == {"ambassador": 1})
    await ambassador.put("speeches/ambassador", "again")
    await booth.until(lambda view: view["speeches"] == {"ambassador": 2})
    await ambassador.delete("speeches/ambassador")
    await booth.until(lambda view: view["speeches"] == {})
    await Desk(site, "korean").put("glossary", "en,ko\nwarhead,탄두\n")
    await booth.until(lambda view: view["glossary"] == 1)
    for key in ("ambassador", "france"):
        assert not {"speeches", "glossary"} & set(seats[key].view or {"speeches"})


async def test_what_the_operator_gives_is_noticed(site: Site) -> None:
    booth = await come(site, "english-a")
    keep_speech(
        site.store,
        "booths",
        "fellow",
        language="en",
        name="",
        text="x",
        embargo=False,
        check=False,
        at=1,
        by=None,
    )
    keep_glossary(site.store, "booths", ["en", "ru"], [{"en": "a", "ru": "б"}], at=1, by=None)
    await show_texts(site.running.owner.meetings.get("booths"))
    await booth.until(lambda view: view["speeches"] == {"fellow": 1} and view["glossary"] == 1)


@pytest.mark.parametrize(
    ("name", "content", "status", "fault"),
    [
        ("a.pdf", b"%PDF", 422, "unknown_kind"),
        ("a.docx", b"PK", 422, "unreadable"),
        ("", b" \n", 422, "empty"),
        ("", b"a" * 200_001, 422, "too_large"),
        ("", b"a" * (MAX_SPEECH_FILE_BYTES + 1), 413, None),
        ("a\x07b.txt", b"a", 400, None),
        ("a" * 300, b"a", 422, None),
    ],
)
async def test_a_text_that_is_not_taken_changes_nothing(
    site: Site, name: str, content: bytes, status: int, fault: str | None
) -> None:
    fellow = Desk(site, "fellow")
    await fellow.put("speeches/fellow", "Good words")
    answer = await fellow.put("speeches/fellow", content, name=name)
    assert answer.status_code == status
    assert answer.json().get("fault") == fault
    assert await fellow.texts() == {"fellow": "Good words"}


async def test_nobody_gives_anothers_text(site: Site) -> None:
    for key in ("ambassador", "english-a", "france", "captioner"):
        desk = Desk(site, key)
        assert (await desk.put("speeches/fellow", "x")).status_code == 403
        assert (await desk.delete("speeches/fellow")).status_code == 403
    assert (await Desk(site, "chair").put("speeches/nobody", "x")).status_code == 404
    fellow = Desk(site, "fellow")
    assert (await fellow.put("speeches/fellow", "x", origin="https://elsewhere.example")).status_code == 403
    assert await fellow.texts() == {}


async def test_changes_are_taken_at_a_persons_pace(site: Site) -> None:
    fellow = Desk(site, "fellow")
    codes = [
        (await fellow.put("speeches/fellow", f"{number}")).status_code
        for number in range(int(TEXTS.at_once) + 10)
    ]
    assert codes[: int(TEXTS.at_once)] == [200] * int(TEXTS.at_once)
    assert 429 in codes


async def test_a_glossary_is_uploaded_in_a_booth_and_read_there(site: Site) -> None:
    booth = Desk(site, "korean")
    assert (await booth.get("glossary")).json() == {"version": 0, "languages": [], "rows": []}
    given = await booth.put("glossary", "en;ko;kk\nwarhead;탄두;\n")
    assert given.json() == {
        "version": 1,
        "languages": ["en", "ko", "kk"],
        "rows": [{"en": "warhead", "ko": "탄두"}],
    }
    assert (await Desk(site, "english-a").get("glossary")).json() == given.json()
    wrong = await booth.put("glossary", "en,ko\nwarhead\n")
    assert wrong.status_code == 422
    assert wrong.json() == {
        "faults": [
            {
                "line": 2,
                "place": "",
                "wrong": "has 1 cell",
                "right": "write 2, as in the first line (a text with a comma goes in quotation marks)",
            }
        ]
    }
    assert (await booth.get("glossary")).json()["version"] == 1
    for key in ("ambassador", "france"):
        assert (await Desk(site, key).get("glossary")).status_code == 403
        assert (await Desk(site, key).put("glossary", "en,ko\na,b\n")).status_code == 403
