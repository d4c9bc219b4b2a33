"""After the meeting: its words are quoted, the speakers approve, and the communiqué is published.

Everything goes through the doors that the pages use: the organiser's desk, and each speaker's page of quotes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin

import httpx

from hemicycle.demo.captioner import WRITES
from hemicycle.demo.checks import Spoken
from hemicycle.demo.words import Kind
from hemicycle.report.communique import Communique, parsed
from hemicycle.wire.desk import CommuniqueDesk, Desk
from hemicycle.wire.ids import Key, primary
from hemicycle.wire.lines import Line
from hemicycle.wire.quotes import Quote

_PATIENCE = 20.0
"""Seconds after which what was said last has not been written."""

_LOOK = 0.2
"""Seconds between two looks."""

_EDGE = 1500
"""How far (ms) the last line may end before its speech does: a voice fades, and the last word is short."""


@dataclass(slots=True)
class Written:
    """What was written of the meeting."""

    lines: Sequence[Line] = ()
    quotes: Sequence[Quote] = ()
    communique: Communique | None = None
    """As it was published."""
    published: bool = False
    pdf: bytes = b""
    """The public one."""
    faults: list[str] = field(default_factory=list)
    """What was refused, in sentences."""


def lines_of(spoken: Spoken, lines: Sequence[Line]) -> list[Line]:
    """The lines that stand under the speaker, of the time in which something was said.

    When a captioner's line begins is estimated, so it may be a little before its speech.
    """
    return [
        line
        for line in lines
        if line["seat"] == spoken.utterance.seat
        and line["since"] <= spoken.ended
        and line["until"] > spoken.began
        and line["text"]
    ]


class PressOffice:
    """The organiser's desk, and the speakers' answers. Use as an async context manager."""

    def __init__(self, slug: Key, chair: Key, links: Mapping[Key, str]) -> None:
        """Nobody has opened a page yet.

        Args:
            slug: of the meeting.
            chair: whose desk it is.
            links: each seat's personal link.
        """
        self._slug, self._chair, self._links = slug, chair, links
        self._pages: dict[Key, httpx.AsyncClient] = {}
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def write(self, spoken: Sequence[Spoken]) -> Written:
        """Quote what the report quotes, have it approved, and publish the communiqué that is drafted of it.

        Args:
            spoken: what was said, in order.
        """
        written = Written()
        try:
            written.lines = await self._until_written(spoken)
            for one in spoken:
                if one.utterance.words.kind is Kind.QUOTE:
                    await self._quote(one, lines_of(one, written.lines))
            record: Desk = await self._get(self._chair, "desk/record")
            written.quotes = record["quotes"]
            written.communique = await self._publish()
            public = await self._page(self._chair)
            address = f"/m/{self._slug}/communique"
            shown = (await public.get(address)).raise_for_status().json()["communiques"]
            written.published = [one["headline"] for one in shown] == [written.communique.headline]
            written.pdf = (await public.get(f"{address}/{WRITES}.pdf")).raise_for_status().content
        except httpx.HTTPStatusError as error:
            written.faults.append(f"{error.request.url.path} was refused: {error.response.text[:300]}")
        return written

    async def _until_written(self, spoken: Sequence[Spoken]) -> list[Line]:
        """The lines, once the last words of all that is written by machine are there, or patience is over."""
        until = time.monotonic() + _PATIENCE
        while True:
            record: Desk = await self._get(self._chair, "desk/record")
            late = [one for one in spoken if _is_due(one) and not _is_written(one, record["lines"])]
            if not late or time.monotonic() > until:
                return record["lines"]
            await asyncio.sleep(_LOOK)

    async def _quote(self, spoken: Spoken, lines: Sequence[Line]) -> None:
        """All of it becomes a quote, which its speaker approves: in the words that were really said."""
        if not lines:
            return
        parts = [
            {"line": line["id"], "version": line["version"], "start": 0, "end": len(line["text"])}
            for line in lines
        ]
        quote: Quote = await self._post(self._chair, "desk/quotes", {"parts": parts})
        number, seat = quote["id"], quote["seat"]
        await self._post(self._chair, f"desk/quotes/{number}/ask")
        own = spoken.utterance.words.text
        if spoken.utterance.is_cut or quote["text"] == own:
            await self._post(seat, f"quotes/{number}/approve")
        else:
            await self._post(seat, f"quotes/{number}/amend", {"text": own, "remark": "As I said it."})

    async def _publish(self) -> Communique:
        desk: CommuniqueDesk = await self._get(self._chair, f"desk/communique/{WRITES}")
        draft = desk["draft"]
        await self._post(self._chair, f"desk/communique/{WRITES}", {"after": 0, **draft})
        await self._post(self._chair, f"desk/communique/{WRITES}/publish", {"version": 1})
        return parsed(WRITES, draft["headline"], draft["text"])

    async def _get(self, seat: Key, what: str) -> Any:
        page = await self._page(seat)
        return (await page.get(f"/m/{self._slug}/seats/{seat}/{what}")).raise_for_status().json()

    async def _post(self, seat: Key, what: str, content: Mapping[str, Any] | None = None) -> Any:
        page = await self._page(seat)
        address = f"/m/{self._slug}/seats/{seat}/{what}"
        return (await page.post(address, json=content or {})).raise_for_status().json()

    async def _page(self, seat: Key) -> httpx.AsyncClient:
        """What a seat's link opens."""
        if seat not in self._pages:
            link = self._links[seat]
            page = httpx.AsyncClient(base_url=urljoin(link, "/"), timeout=_PATIENCE, trust_env=False)
            self._pages[seat] = await self._stack.enter_async_context(page)
            await page.get(link, follow_redirects=False)
        return self._pages[seat]


def _is_due(spoken: Spoken) -> bool:
    words = spoken.utterance.words
    return words.kind is not Kind.ASIDE and primary(words.language) == WRITES


def _is_written(spoken: Spoken, lines: Sequence[Line]) -> bool:
    return any(line["until"] >= spoken.ended - _EDGE for line in lines_of(spoken, lines))
