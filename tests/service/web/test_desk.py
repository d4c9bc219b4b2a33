"""The organiser's desk over HTTP: from the verbatim to a published communiqué, and who may do
what."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import docx
import httpx
import pypdf
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from tests.world.programmes import SMALL
from tests.world.site import Site

from hemicycle.meeting import Document, Plan, plan
from hemicycle.post import mail_settings
from hemicycle.room.log import verify
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.store.lines import add_line, lines_of
from hemicycle.store.planning import add
from hemicycle.store.tokens import secret_in
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.lines import Line, Writer

WORDS = [
    ("ambassador", "ko", "정부는 한반도의 평화를 굳게 믿습니다."),
    ("fellow", "en", "I think the appeal of the idea to the leader is the most important factor."),
    ("fellow", "en", "The test site was closed by the will of the people and the leadership of the country."),
]


def add_lines(store: Store) -> list[Line]:
    """What was said in the small meeting."""
    return [
        add_line(
            store,
            "small",
            seat=seat,
            item=None,
            since=1_000_000 + place * 10_000,
            until=1_006_000 + place * 10_000,
            language=language,
            text=text,
            writer=Writer.MACHINE,
            at=1_006_500 + place * 10_000,
        )
        for place, (seat, language, text) in enumerate(WORDS)
    ]


@dataclass
class Desk:
    """The chair's desk, and other seats, as their browsers reach them."""

    http: httpx.AsyncClient
    site: Site

    def as_seat(self, key: str) -> dict[str, str]:
        return {"cookie": f"hemicycle_seat={self.site.token(key)}"}

    async def get(self, path: str, key: str = "chair") -> httpx.Response:
        return await self.http.get(f"/m/small/seats/{key}/{path}", headers=self.as_seat(key))

    async def post(self, path: str, body: object = None, key: str = "chair") -> httpx.Response:
        return await self.http.post(f"/m/small/seats/{key}/{path}", json=body, headers=self.as_seat(key))

    async def done(self, path: str, body: object = None, key: str = "chair") -> Any:
        answer = await self.post(path, body, key)
        assert answer.status_code in (200, 201), (path, answer.text)
        return answer.json()

    async def quote(self, line: Line) -> dict[str, Any]:
        """A quote of all of a line."""
        part = {"line": line["id"], "version": line["version"], "start": 0, "end": len(line["text"])}
        made: dict[str, Any] = await self.done("desk/quotes", {"parts": [part]})
        return made

    def facts(self) -> list[str]:
        """What the log says of quotes and the communiqué."""
        entries = self.site.store.entries("small")
        assert verify(entries) is None
        return [e.fact.type for e in entries if e.fact.type.startswith(("quote.", "communique."))]


@pytest.fixture
def desk(site: Site) -> Desk:
    return Desk(site.http, site)


async def test_a_speaker_approves_and_the_communique_is_published(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    made = await desk.quote(first)
    assert (made["stage"], made["said"], made["seat"]) == ("made", WORDS[1][2], "fellow")
    assert made["spans"] == [{"since": first["since"], "until": first["until"]}]
    assert (await desk.get("quotes/asked", "fellow")).json()["quotes"] == []
    asked = await desk.done("desk/quotes/1/ask")
    assert asked["stage"] == "asked"
    page = (await desk.get("quotes/asked", "fellow")).json()
    assert [quote["id"] for quote in page["quotes"]] == [1]

    editor = (await desk.get("desk/communique/en")).json()
    assert "[quote 1]" not in editor["draft"]["text"]
    approved = await desk.done("quotes/1/approve", key="fellow")
    assert approved["stage"] == "approved"
    editor = (await desk.get("desk/communique/en")).json()
    assert "most important factor,” Cheon said. [quote 1]" in editor["draft"]["text"]
    assert editor["versions"] == []
    assert (await desk.http.get("/m/small/communique")).json() == {"communiques": []}

    saved = await desk.done(
        "desk/communique/en",
        {"after": 0, "headline": "Peace", "text": editor["draft"]["text"] + "\n\nTea was served."},
    )
    assert (saved["versions"][0]["version"], saved["findings"]) == (1, [])
    published = await desk.done("desk/communique/en/publish", {"version": 1})
    assert published["published"] == 1
    (public,) = (await desk.http.get("/m/small/communique")).json()["communiques"]
    assert (public["language"], public["headline"]) == ("en", "Peace")
    assert public["paragraphs"][-1] == {"text": "Tea was served.", "clips": []}
    (clips,) = [paragraph["clips"] for paragraph in public["paragraphs"] if paragraph["clips"]]
    assert clips == [
        {"seat": "fellow", "name": "Cheon Myeong Guk", "since": first["since"], "until": first["until"]}
    ]
    assert desk.facts() == ["quote.made", "quote.asked", "quote.approved", "communique.published"]

    taken_off = await desk.done("desk/communique/en/withdraw")
    assert "published" not in taken_off
    assert (await desk.http.get("/m/small/communique")).json() == {"communiques": []}


async def test_nothing_unapproved_is_published_unless_it_is_overridden(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    text = f"“{WORDS[1][2].rstrip('.')},” Cheon said. [quote 1]"
    saved = await desk.done("desk/communique/en", {"after": 0, "headline": "Peace", "text": text})
    assert [one["code"] for one in saved["findings"]] == ["not_approved", "unapproved_words"]
    refused = await desk.post("desk/communique/en/publish", {"version": 1})
    assert (refused.status_code, refused.json()["detail"]["code"]) == (422, "not_printable")
    answered = await desk.done("quotes/1/refuse", {"remark": "Not like this."}, key="fellow")
    assert (answered["stage"], answered["remark"]) == ("refused", "Not like this.")
    assert (await desk.post("desk/communique/en/publish", {"version": 1})).status_code == 422

    overridden = await desk.done("desk/quotes/1/override")
    assert (overridden["stage"], overridden["overridden"]) == ("refused", True)
    assert (await desk.done("desk/communique/en/publish", {"version": 1}))["published"] == 1
    assert desk.facts() == [
        "quote.made",
        "quote.asked",
        "quote.refused",
        "quote.overridden",
        "communique.published",
    ]


async def test_an_amendment_keeps_both_texts(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    empty = await desk.post("quotes/1/amend", {"text": "  "}, key="fellow")
    assert empty.status_code == 422
    amended = await desk.done(
        "quotes/1/amend", {"text": "The idea  matters.", "remark": "Shorter."}, key="fellow"
    )
    assert (amended["stage"], amended["text"], amended["said"]) == (
        "amended",
        "The idea matters.",
        WORDS[1][2],
    )
    editor = (await desk.get("desk/communique/en")).json()
    assert "“The idea matters,” Cheon said. [quote 1]" in editor["draft"]["text"]


async def test_a_line_is_corrected_in_versions_and_no_edit_is_written_over(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    number = first["id"]
    edited = await desk.done(f"desk/lines/{number}", {"after": 1, "text": "I think so.\n"})
    assert (edited["version"], edited["text"], edited["writer"], edited["by"]) == (
        2,
        "I think so.",
        "editor",
        "chair",
    )
    late = await desk.post(f"desk/lines/{number}", {"after": 1, "text": "Another."})
    assert late.status_code == 409
    versions = (await desk.get(f"desk/lines/{number}/versions")).json()
    assert {version["version"]: version["text"] for version in versions} == {
        1: WORDS[1][2],
        2: "I think so.",
    }
    old = {"line": number, "version": 1, "start": 0, "end": 5}
    stale = await desk.post("desk/quotes", {"parts": [old]})
    assert (stale.status_code, stale.json()["detail"]["code"]) == (409, "changed")
    struck = await desk.done(f"desk/lines/{number}", {"after": 2, "text": ""})
    assert struck["text"] == ""
    assert number not in [line["id"] for line in lines_of(desk.site.store, "small")]
    shown = (await desk.get("desk/record")).json()
    assert number in [line["id"] for line in shown["lines"]]


async def test_two_editors_of_a_communique_do_not_write_over_each_other(desk: Desk) -> None:
    body = {"after": 0, "headline": "One", "text": "Words."}
    await desk.done("desk/communique/ru", body)
    assert (await desk.post("desk/communique/ru", {**body, "headline": "Other"})).status_code == 409


async def test_a_translation_lets_a_quote_stand_in_another_language(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    await desk.done("quotes/1/approve", key="fellow")
    without = (await desk.get("desk/communique/ru")).json()
    assert {"code": "no_translation", "quote": 1, "seat": "fellow"} in without["remarks"]
    await desk.done("desk/quotes/1/translation", {"language": "ru", "text": "Главное – сама идея."})
    editor = (await desk.get("desk/communique/ru")).json()
    assert "«Главное – сама идея», – отмечает Cheon. [quote 1]" in editor["draft"]["text"]


FORBIDDEN = [
    ("france", "get", "desk/record"),
    ("france", "get", "desk"),
    ("fellow", "get", "desk/communique/en"),
    ("fellow", "post", "desk/quotes/1/override"),
    ("fellow", "post", "desk/quotes/1/ask"),
    ("fellow", "post", "desk/communique/en/publish"),
    ("ambassador", "post", "quotes/1/approve"),
    ("chair", "post", "quotes/1/approve"),
]


@pytest.mark.parametrize(("key", "method", "path"), FORBIDDEN)
async def test_who_may_not(desk: Desk, key: str, method: str, path: str) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    before = desk.facts()
    answer = await (desk.get(path, key) if method == "get" else desk.post(path, {"version": 1}, key))
    assert answer.status_code == 403
    assert desk.facts() == before


async def test_a_stranger_and_another_site_get_nothing(desk: Desk) -> None:
    nobody = await desk.http.get("/m/small/seats/chair/desk/record")
    assert nobody.status_code == 403
    headers = {**desk.as_seat("chair"), "origin": "https://elsewhere.example"}
    forged = await desk.http.post("/m/small/seats/chair/desk/quotes/1/ask", headers=headers)
    assert forged.status_code == 403
    seen = (await desk.get("quotes/asked", "france")).json()
    assert seen["quotes"] == []


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("desk/quotes", {"parts": []}, 422),
        ("desk/quotes", {"parts": [{"line": 1, "version": 1, "start": 0, "end": 3}], "extra": 1}, 422),
        ("desk/quotes/9/ask", None, 404),
        ("desk/lines/99", {"after": 1, "text": "x"}, 404),
        ("desk/lines/1", {"after": 1, "text": "x" * 3000}, 422),
        ("desk/lines/1", {"after": 1, "text": "x", "seat": "nobody"}, 422),
        ("desk/communique/xx", {"after": 0, "headline": "x", "text": "x"}, 404),
        ("desk/communique/en", {"after": 0, "headline": "x", "text": "x" * 500_000}, 413),
        ("desk/communique/en/publish", {"version": 7}, 404),
    ],
)
async def test_what_does_not_fit_is_refused(desk: Desk, path: str, body: object, status: int) -> None:
    add_lines(desk.site.store)
    assert (await desk.post(path, body)).status_code == status


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "pdf"])
async def test_files_of_draft_version_and_verbatim(desk: Desk, suffix: str) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    await desk.done("quotes/1/approve", key="fellow")
    await desk.done("desk/communique/en", {"after": 0, "headline": "Saved", "text": "Edited words."})
    for path, words in (
        (f"desk/communique/en/file.{suffix}", "most important factor"),
        (f"desk/communique/en/file.{suffix}?version=1", "Edited words."),
        (f"desk/verbatim.{suffix}", "The test site was closed"),
    ):
        answer = await desk.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment")
        assert words in text_of(answer.content, suffix)
    html = (await desk.get("desk/communique/en/file.html")).text
    assert f"/m/small/seats/chair/record/clip.m4a?seat=fellow&amp;since={first['since']}" in html
    assert (await desk.get("desk/verbatim.json")).json()["lines"][1]["name"] == "Cheon Myeong Guk"
    assert (await desk.get("desk/verbatim.exe")).status_code == 404
    assert (await desk.http.get(f"/m/small/communique/en.{suffix}")).status_code == 404
    await desk.done("desk/communique/en/publish", {"version": 1})
    public = await desk.http.get(f"/m/small/communique/en.{suffix}")
    assert "Edited words." in text_of(public.content, suffix)


def text_of(content: bytes, suffix: str) -> str:
    """The words of a file."""
    if suffix == "docx":
        return " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    if suffix == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    return content.decode()


class Letterbox:
    """A real SMTP server's end: keeps what it takes, and can refuse."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.refuses = False

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refuses:
            return "554 5.7.1 no letters today"
        assert isinstance(envelope.content, bytes)
        self.letters.append(envelope.content)
        return "250 OK"


@asynccontextmanager
async def posting(tmp_path: Path, url: str) -> AsyncIterator[Desk]:
    """A server that sends mail by that URL, and knows one speaker's address."""
    with_mail = Store.open(f"sqlite:///{tmp_path}/mail.db")
    planned = plan(Document("small.toml", SMALL.read_bytes()))
    assert isinstance(planned, Plan)
    secret = secret_in(tmp_path)
    add(with_mail, secret, planned.meeting, 0, {"fellow": "cheon@example.org"})
    settings = replace(
        ServerSettings("localhost", 0, ""),
        secret=secret,
        mail=mail_settings(url, "Embassy <press@example.org>"),
    )
    async with (
        serving(settings, with_mail) as running,
        httpx.AsyncClient(base_url=running.url) as http,
        AsyncExitStack() as seats,
    ):
        yield Desk(http, Site(with_mail, secret, running, http, seats))


@pytest.fixture
def letterbox() -> Letterbox:
    return Letterbox()


@pytest.fixture
async def smtp(letterbox: Letterbox) -> AsyncIterator[asyncio.Server]:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(letterbox, loop=loop), "127.0.0.1", 0)
    yield server
    server.close()


def url_of(server: asyncio.Server) -> str:
    """Where it really listens."""
    return f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_the_speaker_is_asked_by_mail_and_the_link_leads_to_the_quotes(
    tmp_path: Path, letterbox: Letterbox, smtp: asyncio.Server
) -> None:
    async with posting(tmp_path, url_of(smtp)) as desk:
        korean, first, _ = add_lines(desk.site.store)
        await desk.quote(first)
        asked = await desk.done("desk/quotes/1/ask")
        assert asked["mailed_at"] > 0
        (letter,) = (message_from_bytes(raw, policy=default) for raw in letterbox.letters)
        assert (letter["To"], letter["From"]) == ("cheon@example.org", "Embassy <press@example.org>")
        body = letter.get_content()
        assert WORDS[1][2] in body
        link = next(word for word in body.split() if word.startswith("http"))
        opened = await desk.http.get(link)
        assert (opened.status_code, opened.headers["location"]) == (303, "/m/small/seats/fellow/quotes")
        # Nobody knows the ambassador's address: the page only.
        await desk.quote(korean)
        by_page = await desk.done("desk/quotes/2/ask")
        assert "mailed_at" not in by_page
        assert len(letterbox.letters) == 1
        # Their speaker is not told of the organiser's mail.
        seen = (await desk.get("quotes/asked", "fellow")).json()["quotes"][0]
        assert "mailed_at" not in seen


async def test_a_letter_that_does_not_go_is_said_and_can_be_sent_again(
    tmp_path: Path, letterbox: Letterbox, smtp: asyncio.Server
) -> None:
    letterbox.refuses = True
    async with posting(tmp_path, url_of(smtp)) as desk:
        _, first, _ = add_lines(desk.site.store)
        await desk.quote(first)
        asked = await desk.done("desk/quotes/1/ask")
        assert "no letters today" in asked["mail_fault"]
        letterbox.refuses = False
        again = await desk.done("desk/quotes/1/ask")
        assert again["mailed_at"] > 0
        assert "mail_fault" not in again
        smtp.close()
        gone = await desk.done("desk/quotes/1/ask")
        assert "can't be reached" in gone["mail_fault"]
        assert desk.facts() == ["quote.made", "quote.asked"]


async def test_without_a_mail_server_the_page_says_so(desk: Desk) -> None:
    shown = (await desk.get("desk/record")).json()
    assert (shown["can_mail"], shown["mails"]) == (False, {})
    assert shown["languages"] == ["en", "kk", "ko", "ru"]


async def test_a_link_leads_nowhere_else(desk: Desk) -> None:
    elsewhere = await desk.http.get(f"/s/{desk.site.token('cheon')}?to=https://elsewhere.example")
    assert elsewhere.status_code == 422
