"""Whether a page that opens a WebSocket is ours."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import WebSocket

from hemicycle.web.settings import ServerSettings


def same_origin(websocket: WebSocket) -> bool:
    """Whether the page that opened this is ours: a cookie goes with any page's WebSocket.

    A client that is not a browser names no origin; it has to bring the cookie or ticket itself.
    """
    origin = websocket.headers.get("origin")
    if origin is None:
        return True
    settings: ServerSettings = websocket.app.state.settings
    ours = {websocket.headers.get("host")}
    if settings.public_url:
        ours.add(urlsplit(settings.public_url).netloc)
    return urlsplit(origin).netloc in ours
