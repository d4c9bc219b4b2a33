"""The sockets that a server listens on."""

from __future__ import annotations

import errno
import socket

from hemicycle.web.transport import keep_short

TRIES = 20
"""How many ports are tried for one that is free for UDP too."""


class CannotListen(Exception):
    """The port can't be had; its message says why and what to do."""


def listen(host: str, port: int) -> list[socket.socket]:
    """The TCP sockets for a host and a port, of both address families where the host has both.

    Args:
        host: A name or an address.
        port: 0: one that is free for TCP and for UDP.

    Raises:
        CannotListen: the port is taken, or the host is not one of this machine's.
    """
    sockets = _listen(host, port)
    for _ in range(TRIES if port == 0 else 0):
        if all(_udp_is_free(opened) for opened in sockets):
            break
        for opened in sockets:
            opened.close()
        sockets = _listen(host, port)
    return sockets


def _udp_is_free(listening: socket.socket) -> bool:
    """Whether the same address can be listened on by UDP."""
    with socket.socket(listening.family, socket.SOCK_DGRAM) as tried:
        try:
            if listening.family == socket.AF_INET6:
                tried.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            tried.bind(listening.getsockname())
        except OSError:
            return False
    return True


def _listen(host: str, port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in dict.fromkeys(found):
            opened = socket.socket(family, kind, protocol)
            sockets.append(opened)
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            keep_short(opened)
            if family == socket.AF_INET6:
                # Each family has a socket of its own where the host has both.
                opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, host != "::")
            taken = sockets[0].getsockname()[1] if len(sockets) > 1 else port
            opened.bind((address[0], taken, *address[2:]))
    except OSError as error:
        for opened in sockets:
            opened.close()
        if error.errno == errno.EADDRINUSE:
            reason = f"port {port} is taken by another program: stop it, or choose another with --port"
        elif error.errno == errno.EACCES:
            reason = f"port {port} needs more rights than this program has: choose one above 1023"
        else:
            reason = f"can't listen on {host}, port {port}: {error.strerror or error}"
        raise CannotListen(reason) from error
    return sockets
