"""By which way somebody reached the server, and so how media will reach them."""

from __future__ import annotations

import hashlib
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from fastapi.requests import HTTPConnection

from hemicycle.live.connection import Way
from hemicycle.web.settings import ServerSettings


def way_of(connection: HTTPConnection, settings: ServerSettings) -> Way:
    """The way of a request; a public URL, where there is one, is what leads here from outside."""
    asked = connection.url
    public = urlsplit(settings.public_url) if settings.public_url else None
    secure = public.scheme == "https" if public else asked.scheme in ("wss", "https")
    netloc = public.netloc if public else asked.netloc
    return Way(
        host=(public.hostname if public else asked.hostname) or settings.host,
        port=settings.media_port or (public.port if public else None),
        socket_url=f"{'wss' if secure else 'ws'}://{netloc}",
        network=network_of(connection),
    )


def is_secure(connection: HTTPConnection, settings: ServerSettings) -> bool:
    """Whether the page is shown over HTTPS, be it that a proxy does it."""
    if settings.public_url:
        return urlsplit(settings.public_url).scheme == "https"
    return connection.url.scheme in ("https", "wss")


def network_of(connection: HTTPConnection) -> str:
    """A key of the network that a request came from: IPv6 hosts of one network share their first 64
    bits."""
    try:
        parsed = ip_address(connection.client.host if connection.client else "")
    except ValueError:
        return ""
    prefix = 64 if parsed.version == 6 else 32
    return hashlib.sha256(str(ip_network((parsed, prefix), strict=False)).encode()).hexdigest()[:16]
