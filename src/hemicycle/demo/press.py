"""After the meeting: its words are quoted, the speakers approve, and the communiqué is published.

Everything goes through the doors that the pages use: the organiser's desk and the record's page,
and each speaker's page of quotes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin

import httpx

from hemicycle.demo.captioner import WRITES
from hemicycle.demo.observed import Spoken
from hemicycle.demo.words import Kind
from hemicycle.report.communique import Communique, parsed
from hemicycle.wire.archive import ArchiveContents, Readers
from hemicycle.wire.communique import CommuniqueDesk
from hemicycle.wire.desk import Desk
from hemicycle.wire.ids import Key, primary
from hemicycle.wire.lines import Line
from hemicycle.wire.quotes import Quote

_ANSWER_S = 20.0
"""How long the server may take for an answer."""

_WORDS_IDLE_S = 20.0
"""How long no more may have been written until what is missing is given up."""

_VIDEO_IDLE_S = 90.0
"""How long the video may not have grown until it is given up. A composer that failed waits before
it is started again."""

_POLL_S = 0.2

_EDGE_MS = 1500
"""How far the last line may end before its speech does: a voice fades, and the last word is
short."""


@dataclass(slots=True)
class Written:
    """The verbatim, the quotes and the communiqué of the meeting."""

    lines: Sequence[Line] = ()
    quotes: Sequence[Quote] = ()
    communique: Communique | None = None
    """The communiqué as it was published; None where it was not."""
    published: bool = False
    pdf: bytes = b""
    """The published communiqué as a PDF file, as everybody can get it."""
    faults: list[str] = field(default_factory=list)
    """What the server refused or did not do, in sentences."""


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

    async def lines(self, spoken: Sequence[Spoken], tell: Callable[[int], None]) -> Sequence[Line]:
        """The lines of the verbatim, once the last words of all that is due are there, or nothing
        more comes.

        Args:
            spoken: what was said, in order.
            tell: told how much is written, in percent.
        """
        due = [one for one in spoken if _is_due(one)]
        written, until = -1, 0.0
        while True:
            record: Desk = await self._get(self._chair, "desk/record")
            lines = record["lines"]
            late = sum(not _is_written(one, lines) for one in due)
            if len(lines) > written:
                written, until = len(lines), time.monotonic() + _WORDS_IDLE_S
            tell(100 * (len(due) - late) // max(1, len(due)))
            if not late or time.monotonic() > until:
                return lines
            await asyncio.sleep(_POLL_S)

    async def write(self, spoken: Sequence[Spoken], lines: Sequence[Line]) -> Written:
        """Quote what the report quotes, have it approved, and publish the communiqué that is
        drafted of it.

        Args:
            spoken: what was said, in order.
            lines: the verbatim of it.
        """
        written = Written(lines)
        try:
            for one in spoken:
                if one.utterance.words.kind is Kind.QUOTE:
                    await self._quote(one, lines_of(one, written.lines))
            record: Desk = await self._get(self._chair, "desk/record")
            written.quotes = record["quotes"]
            written.communique = await self._publish()
            address = f"/m/{self._slug}/communique"
            shown = (await self._asked(address)).json()["communiques"]
            written.published = [one["headline"] for one in shown] == [written.communique.headline]
            written.pdf = await self.public(f"{address}/{WRITES}.pdf")
        except httpx.HTTPStatusError as error:
            written.faults.append(f"{error.request.url.path} was refused: {error.response.text[:300]}")
        return written

    async def record_with_video(self, tell: Callable[[int], None]) -> ArchiveContents:
        """What the record's page shows the organiser, once the video is made, or grows no more.

        Args:
            tell: told how much of the video is made, in percent.
        """
        percent, until = -1, 0.0
        while True:
            shown: ArchiveContents = await self._get(self._chair, "record/contents.json")
            if shown["percent"] > percent:
                percent, until = shown["percent"], time.monotonic() + _VIDEO_IDLE_S
            tell(shown["percent"])
            if shown["percent"] == 100 or time.monotonic() > until:
                return shown
            await asyncio.sleep(5 * _POLL_S)

    async def open_record(self) -> None:
        """Open the record's page to everybody."""
        await self._post(self._chair, "record/readers", {"to": Readers.PUBLIC})

    async def record(self) -> ArchiveContents:
        """The contents of the record's page as everybody gets them."""
        shown: ArchiveContents = (await self._asked(f"/m/{self._slug}/record/contents.json")).json()
        return shown

    async def paper(self, what: str) -> bytes:
        """A file that only the organiser's pages offer."""
        page = await self._page(self._chair)
        answer = await page.get(f"/m/{self._slug}/seats/{self._chair}/{what}")
        return answer.raise_for_status().content

    async def public(self, address: str) -> bytes:
        """A file that everybody may download."""
        return (await self._asked(address)).content

    async def _asked(self, address: str) -> httpx.Response:
        page = await self._page(self._chair)
        return (await page.get(address)).raise_for_status()

    async def _quote(self, spoken: Spoken, lines: Sequence[Line]) -> None:
        """All of it becomes a quote, which its speaker approves: in the words that were really
        said."""
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
        """The HTTP client that has opened a seat's link."""
        if seat not in self._pages:
            link = self._links[seat]
            page = httpx.AsyncClient(base_url=urljoin(link, "/"), timeout=_ANSWER_S, trust_env=False)
            self._pages[seat] = await self._stack.enter_async_context(page)
            await page.get(link, follow_redirects=False)
        return self._pages[seat]


def _is_due(spoken: Spoken) -> bool:
    words = spoken.utterance.words
    return words.kind is not Kind.ASIDE and primary(words.language) == WRITES


def _is_written(spoken: Spoken, lines: Sequence[Line]) -> bool:
    return any(line["until"] >= spoken.ended - _EDGE_MS for line in lines_of(spoken, lines))
