"""Behind nginx and behind Caddy, with the files of docs/deploy: pages, seats, sound both ways."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
import websockets
from tests.service.deploy.conftest import Behind
from tests.world.media import speaking
from tests.world.site import Site

from hemicycle.client.seat import Seat
from hemicycle.media.wire.transport import Transport
from hemicycle.store.checks import kept_checks
from hemicycle.web.headers import HEADERS
from hemicycle.wire.floor import GiveFloor
from hemicycle.wire.ids import Source
from hemicycle.wire.media import Sending
from hemicycle.wire.opening import OpenMeeting


def public(site: Site, path: str) -> str:
    return str(site.http.base_url).rstrip("/") + path


async def seat(site: Site, key: str) -> Seat:
    return await site.seats.enter_async_context(Seat(public(site, f"/s/{site.token(key)}"), site.http))


async def hears(seat: Seat, transport: Transport, path: str, packets: int) -> None:
    async with seat.connect_media(transport) as client, asyncio.timeout(20):
        heard = 0
        async for _ in client.watch(path, Source.MICROPHONE):
            heard += 1
            if heard == packets:
                return


def written(folder: Path) -> str:
    """All that the proxy has written into its logs."""
    return "".join(file.read_text() for file in folder.glob("*.log"))


async def test_pages_come_with_their_headers_over_https(behind: Behind) -> None:
    async with behind() as site:
        page = await site.http.get("/m/small")
        assert page.status_code == 200
        assert {name: page.headers.get(name) for name in HEADERS} == HEADERS
        asset = page.text.split('src="')[1].split('"')[0]
        assert (await site.http.get("/health")).json() == {"status": "ok"}
        assert (await site.http.get("/metrics")).status_code == 404
        assert "immutable" in (await site.http.get(asset)).headers["cache-control"]


@pytest.mark.parametrize("told", [True, False])
async def test_a_cookie_goes_over_https_only(behind: Behind, told: bool) -> None:
    async with behind(told=told) as site:
        answer = await site.http.get(f"/s/{site.token('france')}")
        assert answer.status_code == 303
        assert "; Secure" in answer.headers["set-cookie"]


async def test_a_proxy_that_is_not_ours_is_not_believed(behind: Behind) -> None:
    async with behind(told=False, proxies="192.0.2.1") as site:
        answer = await site.http.get(f"/s/{site.token('france')}")
        assert "; Secure" not in answer.headers["set-cookie"]


@pytest.mark.parametrize("told", [True, False])
async def test_seats_meet_and_hear_one_another_both_ways(behind: Behind, told: bool) -> None:
    async with behind(told=told) as site:
        chair, ambassador = await seat(site, "chair"), await seat(site, "ambassador")
        assert chair.media is not None
        assert chair.media.url.startswith(f"https://localhost:{site.running.settings.port}/")
        assert chair.media.tcp.startswith(public(site, "/media").replace("https", "wss"))
        assert await chair.ask(OpenMeeting()) is None
        assert await chair.ask(GiveFloor(seat="ambassador")) is None
        both: list[tuple[Transport, Transport]] = [("udp", "tcp"), ("tcp", "udp")]
        for speaks, listens in both:
            async with ambassador.connect_media(speaks) as client, speaking(client) as sending:
                await ambassador.sending(sending)
                view = await chair.until(lambda view: "microphone" in view["streams"].get("ambassador", {}))
                await hears(chair, listens, view["streams"]["ambassador"]["microphone"]["path"], 30)
            await ambassador.sending(Sending())
            await chair.until(lambda view: not view["streams"])


async def test_nobody_can_give_a_network_that_is_not_theirs(behind: Behind) -> None:
    async with behind() as site:
        networks = set()
        for headers in ({}, {"X-Forwarded-For": "203.0.113.9"}, {"X-Forwarded-For": "203.0.113.10"}):
            url = public(site, "/m/small/check/ws").replace("https", "wss")
            async with websockets.connect(url, additional_headers=headers) as connection:
                networks.add(json.loads(await connection.recv())["media"]["network"])
        assert len(networks) == 1


async def test_a_page_of_another_site_opens_no_socket_here(behind: Behind) -> None:
    async with behind() as site:
        url = public(site, "/m/small/check/ws").replace("https", "wss")
        async with websockets.connect(url, origin=websockets.Origin(public(site, ""))) as connection:
            assert json.loads(await connection.recv())["type"] == "welcome"
        with pytest.raises(websockets.InvalidStatus):
            async with websockets.connect(url, origin=websockets.Origin("https://elsewhere.example")):
                pass


async def test_what_is_too_long_is_turned_away_before_it_reaches_us(behind: Behind) -> None:
    async with behind() as site:
        answer = await site.http.post("/m/small/check/result", content=b"x" * 200_000)
        # nginx says so itself; Caddy breaks off what it has begun to pass on.
        assert answer.status_code in (413, 502)
    assert kept_checks(site.store, "small") == []


async def test_no_token_and_no_ticket_stands_in_a_log(behind: Behind, tmp_path: Path) -> None:
    async with behind() as site:
        france = await seat(site, "france")
        assert france.media is not None
        async with france.connect_media("tcp"):
            pass
        await site.http.get("/m/small")
    logs = written(tmp_path)
    assert site.token("france") not in logs
    assert france.media.tcp.split("ticket=")[1] not in logs
