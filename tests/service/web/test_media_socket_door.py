"""Who comes in by the WebSocket of sound and picture, and what is written of it."""

from __future__ import annotations

import logging

import pytest
import websockets
from tests.service.web.test_media_socket import bare, door
from tests.world.site import Site

from hemicycle.media.wire.tcp_messages import REFUSED, SUBPROTOCOL, Announce


async def test_no_ticket_is_logged(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "websockets")
    url = door(await site.seat("france"))
    async with bare(url) as viewer, bare(url + "x") as stranger:
        await viewer.say(Announce())
        assert await stranger.closed() == REFUSED
    logged = [
        record.getMessage()
        for record in caplog.records
        if url.partition("=")[2] in record.getMessage() and not record.name.startswith("websockets")
    ]
    assert logged == []


async def test_a_page_of_another_origin_is_turned_away(site: Site) -> None:
    url = door(await site.seat("france"))
    with pytest.raises(websockets.InvalidStatus):
        async with bare(url, Origin="https://elsewhere.example"):
            pass
    async with bare(url, Origin=site.running.url) as viewer:
        assert viewer.connection.subprotocol == SUBPROTOCOL
