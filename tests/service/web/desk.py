"""The organiser's desk as a test reaches it, and what was said in the small meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx
from tests.world.site import Site

from hemicycle.room.log import verify
from hemicycle.store import Store
from hemicycle.store.lines import add_line
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
