"""Whether the page that asks is ours."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi.requests import HTTPConnection

from hemicycle.web.settings import ServerSettings


def same_origin(connection: HTTPConnection) -> bool:
    """Whether the page that asks is ours: a cookie goes with any page's WebSocket.

    A client that is not a browser names no origin; it has to bring the cookie or ticket itself.
    """
    origin = connection.headers.get("origin")
    if origin is None:
        return True
    settings: ServerSettings = connection.app.state.settings
    ours = {connection.headers.get("host")}
    if settings.public_url:
        ours.add(urlsplit(settings.public_url).netloc)
    return urlsplit(origin).netloc in ours
