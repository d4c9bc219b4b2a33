"""The built pages, and the notices that stand in for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse

from hemicycle.web.assets import Assets
from hemicycle.wire.ids import Audience

BUILT = Path(__file__).parent / "built"

PAGE_OF: Mapping[Audience, str] = {
    Audience.CHAIR: "chair",
    Audience.STAGE: "stage",
    Audience.BOOTH: "booth",
    Audience.HALL: "hall",
}

_LOADED = re.compile(r'"/built/([^"]+)"')

_NOTICE = '<meta name="hemicycle:notice" content="">'
_HEAD_END = "</head>"


def _with_meta(html: str, meta: str) -> str:
    return html.replace(_HEAD_END, meta + _HEAD_END, 1)


class PagesNotBuilt(Exception):
    """The front end was not built into this installation."""


class Pages:
    """The pages, and what they load, read once: another build does not change what this process
    hands out."""

    def __init__(self, built: Path = BUILT, timings: str | None = None) -> None:
        """Read them.

        Args:
            built: Where the front end was built to.
            timings: What the pages' connection waits for, as JSON; None: as for people.

        Raises:
            PagesNotBuilt: there are none, or what they load is not there, as while they are being
                built.
        """
        meta = "" if timings is None else f'<meta name="hemicycle:timings" content="{escape(timings)}">'
        self._html = {
            file.stem: _with_meta(file.read_text(encoding="utf-8"), meta) for file in built.glob("*.html")
        }
        if not self._html:
            raise PagesNotBuilt(f"the pages are not in {built}: run `make pages`, or install with pip")
        self.assets = Assets(built)
        missing = {path for html in self._html.values() for path in _LOADED.findall(html)}
        missing = {path for path in missing if path not in self.assets}
        if missing:
            raise PagesNotBuilt(
                f"the pages in {built} want {min(missing)}, which is not there: build them again"
            )

    def page(self, name: str) -> HTMLResponse:
        """A page as it was built. It is asked for anew each time: what it loads has its hash in its
        name."""
        return HTMLResponse(self._html[name], headers={"Cache-Control": "no-cache"})

    def notice(self, code: str, status: int) -> HTMLResponse:
        """The page that says in words why there is nothing else to see."""
        meta = f'<meta name="hemicycle:notice" content="{escape(code)}">'
        html = _with_meta(self._html["notice"].replace(_NOTICE, ""), meta)
        return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


def wants_html(request: Request) -> bool:
    """Whether a person is looking: a fault is then said on a page."""
    return "text/html" in request.headers.get("accept", "")
