"""A speaker is asked by mail to approve a quote: a real SMTP server takes the letter."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import httpx
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from tests.service.web.desk import WORDS, Desk, add_lines
from tests.world.programmes import SMALL
from tests.world.site import Site

from hemicycle.meeting import Document, Plan, plan
from hemicycle.post import mail_settings
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.store.planning import add
from hemicycle.store.tokens import secret_in
from hemicycle.web.settings import ServerSettings


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
