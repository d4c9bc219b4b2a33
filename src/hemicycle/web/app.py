"""The application: its routes, its headers, and what it says when something is not there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.metadata import version

from fastapi import FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from hemicycle.live.owner import Owner
from hemicycle.live.trial import Trials
from hemicycle.media.server.room import MediaRoom
from hemicycle.web import (
    api,
    archive,
    check,
    communique,
    desk,
    doors,
    measures,
    media_socket,
    recordings,
    socket,
    speaker_quotes,
    texts,
)
from hemicycle.web.headers import Headers
from hemicycle.web.pages import Pages, wants_html
from hemicycle.web.renderings import Renderings
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.ids import Key

log = logging.getLogger("hemicycle.web")


def create_app(
    owner: Owner,
    settings: ServerSettings,
    trials: Trials,
    find_ticket: Callable[[str], tuple[MediaRoom, Key] | None],
) -> FastAPI:
    """The ASGI application.

    Args:
        owner: the meetings.
        settings: what the server was told when it started.
        trials: of browsers, for the page "Can I take part?".
        find_ticket: the media room and the seat that a ticket opens.

    Raises:
        PagesNotBuilt: this installation has no pages.
    """
    app = FastAPI(
        title="Hemicycle",
        version=version("hemicycle"),
        description="Official webinars in several languages.",
        openapi_url="/api/openapi.json",
        # The stock page loads its script from a third party's host; ours is built in.
        docs_url=None,
        redoc_url=None,
    )
    pages = Pages(timings=settings.page_timings)
    app.state.owner, app.state.pages, app.state.settings = owner, pages, settings
    app.state.trials, app.state.find_ticket = trials, find_ticket
    app.state.limiters = {}
    app.state.renderings = Renderings()
    for router in (
        doors.router,
        archive.router,
        check.router,
        texts.router,
        desk.router,
        communique.router,
        speaker_quotes.router,
        socket.router,
        media_socket.router,
        api.router,
        measures.router,
        recordings.router,
    ):
        app.include_router(router)
    app.mount("/built", pages.assets)
    app.add_middleware(Headers)

    @app.get("/api/docs", include_in_schema=False)
    async def docs() -> Response:
        return pages.page("docs")

    @app.exception_handler(HTTPException)
    async def not_there(request: Request, error: HTTPException) -> Response:
        if wants_html(request):
            return pages.notice(getattr(error, "notice", "not_found"), error.status_code)
        return await http_exception_handler(request, error)

    @app.exception_handler(Exception)
    async def fault(request: Request, error: Exception) -> Response:
        log.error("%s %s", request.method, request.url.path, exc_info=error)
        if wants_html(request):
            return pages.notice("server_error", 500)
        return JSONResponse({"detail": "The server could not do this. The fault is in its log."}, 500)

    return app
