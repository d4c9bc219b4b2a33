"""A guest over TCP who reads too slowly loses groups, never the connection, and costs no memory."""

from __future__ import annotations

import contextlib
import json
import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from bench.known.speaker import KnownSpeaker
from bench.relay.conditions import Conditions
from bench.relay.control import Relay
from tests.world.server import Planned, Server
from websockets import Subprotocol
from websockets.sync.client import ClientConnection, connect

from hemicycle.media.wire.frames import decode_frame
from hemicycle.media.wire.tcp_messages import (
    GOES_ON,
    SUBPROTOCOL,
    End,
    Frame,
    Subscribe,
    decode_message,
    encode_message,
)

pytestmark = pytest.mark.realtime

MICROPHONE, CAMERA = 1, 2
FRESH_SECONDS = 3.0
GROWTH_BYTES = 24 * 1024 * 1024


@pytest.fixture
def welcome(served: Server, small: Planned, speaker: KnownSpeaker) -> Iterator[dict[str, Any]]:
    """The welcome of a guest who keeps the seat."""
    opened = httpx.get(small.links["guest-2"])
    cookie = "; ".join(f"{name}={value}" for name, value in opened.cookies.items())
    url = urljoin(served.url + opened.headers["location"], "ws").replace("http", "ws", 1)
    with connect(url, additional_headers={"Cookie": cookie}, max_size=None, close_timeout=1) as seat:
        yield json.loads(seat.recv())


@contextlib.contextmanager
def taking(welcome: dict[str, Any], picture: str) -> Iterator[ClientConnection]:
    """The guest's media connection, taking sound and a picture, and reading only what is asked of
    it."""
    streams = welcome["view"]["streams"]["speaker"]
    url = urlsplit(welcome["media"]["tcp"])
    # Its own machine's buffers could hold ten seconds.
    small = socket.socket()
    small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
    small.connect(("127.0.0.1", url.port))
    with connect(
        url.geturl(),
        sock=small,
        subprotocols=[Subprotocol(SUBPROTOCOL)],
        max_size=None,
        compression=None,
        max_queue=4,
        close_timeout=1,
    ) as media:
        media.send(encode_message(Subscribe(MICROPHONE, 9, streams["microphone"]["path"], "microphone")))
        media.send(encode_message(Subscribe(CAMERA, 5, streams[picture]["path"], picture)))
        yield media


def read(media: ClientConnection, seconds: float) -> list[Frame | End]:
    """What comes in so many seconds."""
    until = time.monotonic() + seconds
    got: list[Frame | End] = []
    while (left := until - time.monotonic()) > 0:
        with contextlib.suppress(TimeoutError):
            message = decode_message(media.recv(left, decode=False))
            if isinstance(message, Frame | End):
                got.append(message)
    return got


def beginnings(frames: list[Frame], stream: int) -> list[Frame]:
    """What begins a frame of a stream: only there stands when it was made. A long frame comes in
    parts."""
    found: list[Frame] = []
    goes_on = False
    for frame in frames:
        if frame.id == stream:
            if not goes_on:
                found.append(frame)
            goes_on = bool(frame.flags & GOES_ON)
    return found


def age(frame: Frame) -> float:
    """Seconds since it was made: the speaker's clock is this machine's."""
    return time.monotonic() - decode_frame(frame.payload)[0] / 1e6


def test_who_does_not_read_for_a_while(relay: Relay, welcome: dict[str, Any], served: Server) -> None:
    with taking(welcome, "camera") as media:
        before = {one.id for one in read(media, 3)}
        assert before == {MICROPHONE, CAMERA}
        memory = served.memory()
        time.sleep(10)
        assert served.memory() - memory < GROWTH_BYTES
        # What lay in the sockets' own buffers comes first; then what is new, and not what is old.
        late = read(media, 4)
        frames = [one for one in late if isinstance(one, Frame)]
        for stream in (MICROPHONE, CAMERA):
            assert age(beginnings(frames, stream)[-1]) < FRESH_SECONDS
        groups = [one.group for one in frames if one.id == MICROPHONE]
        assert groups[-1] - groups[0] > len(groups)


def test_who_has_too_narrow_a_link(relay: Relay, welcome: dict[str, Any], served: Server) -> None:
    relay.become(Conditions(delay_ms=40, down_kbit=400))
    # The small rendition: one key frame of the full one alone holds up sound by half a second here.
    with taking(welcome, "camera_small") as media:
        read(media, 4)
        memory = served.memory()
        got = read(media, 10)
        assert served.memory() - memory < GROWTH_BYTES
    given_up = [one for one in got if isinstance(one, End) and one.lost]
    pictures = [one for one in got if isinstance(one, Frame) and one.id == CAMERA]
    sounds = [one for one in got if isinstance(one, Frame) and one.id == MICROPHONE]
    # Sound goes first: all of it comes, while of the picture whole groups are given up.
    assert given_up
    assert {one.id for one in given_up} == {CAMERA}
    assert pictures
    groups = [one.group for one in sounds]
    assert len(groups) > 300
    assert len(groups) >= 0.95 * (groups[-1] - groups[0] + 1)
