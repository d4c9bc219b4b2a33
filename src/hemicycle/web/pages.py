"""The built pages, and the notices that stand in for them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from hemicycle.wire.ids import Audience

BUILT = Path(__file__).parent / "built"

PAGE_OF: Mapping[Audience, str] = {
    Audience.CHAIR: "chair",
    Audience.STAGE: "stage",
    Audience.BOOTH: "booth",
    Audience.HALL: "hall",
}

_NOTICE = '<meta name="hemicycle:notice" content="">'
_HEAD_END = "</head>"


class PagesNotBuilt(Exception):
    """The front end was not built into this installation."""


class Pages:
    """The pages, read once."""

    def __init__(self, built: Path = BUILT) -> None:
        """Read them.

        Raises:
            PagesNotBuilt: there are none.
        """
        self._html = {file.stem: file.read_text(encoding="utf-8") for file in built.glob("*.html")}
        if not self._html:
            raise PagesNotBuilt(f"the pages are not in {built}: run `make pages`, or install with pip")

    def page(self, name: str) -> HTMLResponse:
        """A page as it was built. It is asked for anew each time: what it loads has its hash in its name."""
        return HTMLResponse(self._html[name], headers={"Cache-Control": "no-cache"})

    def notice(self, code: str, status: int) -> HTMLResponse:
        """The page that says in words why there is nothing else to see."""
        meta = f'<meta name="hemicycle:notice" content="{escape(code)}">'
        html = self._html["notice"]
        html = html.replace(_NOTICE, "").replace(_HEAD_END, meta + _HEAD_END, 1)
        return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


class Assets(StaticFiles):
    """What the pages load. Vite puts a hash into the name of all that can change."""

    def file_response(self, full_path, stat_result, scope: Scope, status_code: int = 200):  # type: ignore[no-untyped-def]
        """A file, with how long it may be kept."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        hashed = "assets" in Path(full_path).parts
        response.headers["Cache-Control"] = (
            "public, max-age=31536000, immutable" if hashed else "public, max-age=3600"
        )
        return response


def wants_html(request: Request) -> bool:
    """Whether a person is looking: a fault is then said on a page."""
    return "text/html" in request.headers.get("accept", "")
