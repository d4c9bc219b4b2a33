"""URLs of a server, made from the host and the port at which it listens or is reached."""

from __future__ import annotations

from urllib.parse import quote

EVERYWHERE = frozenset({"", "::", "0.0.0.0"})  # noqa: S104
"""The hosts that mean every address of the machine; none of them can be gone to."""


def url_of(scheme: str, host: str, port: int) -> str:
    """The URL of a server without a path: an IPv6 address is in brackets (RFC 3986, section 3.2.2).

    Args:
        scheme: `http`, `https`, `ws` or `wss`.
        host: A name or an address, as somebody outside a URL writes it.
        port: The port.
    """
    return f"{scheme}://{netloc(host, port)}"


def own_url(scheme: str, host: str, port: int) -> str:
    """The URL of a server on this machine, for the host that it was told to listen on."""
    return url_of(scheme, "localhost" if host in EVERYWHERE else host, port)


def netloc(host: str, port: int) -> str:
    """The host and the port as they stand in a URL."""
    name, _, zone = host.strip("[]").partition("%")
    if ":" not in name:
        return f"{host}:{port}"
    # The zone of a link-local address is apart by an encoded percent sign (RFC 6874).
    return f"[{name}%25{quote(zone, safe='')}]:{port}" if zone else f"[{name}]:{port}"
