"""The page "Can I take part?": a room of one's own, and what of it reaches the organiser."""

from __future__ import annotations

import asyncio
import json
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest
import websockets
from tests.world.media import speaking
from tests.world.site import Site

from hemicycle.client.trial import Trial, trial
from hemicycle.live import trial as trials
from hemicycle.media.client.client import MediaClient
from hemicycle.media.wire.clock import now_us
from hemicycle.media.wire.codecs import OPUS
from hemicycle.media.wire.transport import Transport
from hemicycle.store.checks import kept_checks
from hemicycle.web import check
from hemicycle.web.changes import CHECKS_OF_GUESTS
from hemicycle.wire.checks import CheckSteps
from hemicycle.wire.ids import Source
from hemicycle.wire.media import Sending

HTML = {"accept": "text/html"}
RESULT: dict[str, Any] = {
    "name": "Aigerim",
    "verdict": "ready",
    "steps": dict.fromkeys(CheckSteps.model_fields, "passed"),
    "way": "udp",
    "delay": 60,
    "loss": 0.0,
    "frame_rate": 29.5,
}
FIREFOX = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"}


def cookie(site: Site, key: str) -> dict[str, str]:
    return {"cookie": f"hemicycle_seat={site.token(key)}"}


def trying(site: Site, path: str = "/m/small/check/ws", **headers: str) -> AbstractAsyncContextManager[Trial]:
    """A guest who tries out a page."""
    return trial(site.running.url, path, headers=headers)


async def echo(guest: Trial) -> dict[str, Any]:
    """Wait until what the guest sends comes back."""
    while "echo" not in guest.view["streams"]:
        await guest.receive()
    streams: dict[str, Any] = guest.view["streams"]["echo"]
    return streams


@pytest.mark.parametrize("transport", ["udp", "tcp"])
async def test_what_a_guest_sends_comes_back_to_them(site: Site, transport: Transport) -> None:
    async with (
        trying(site) as guest,
        MediaClient.of(guest.media, transport) as client,
        speaking(client) as sending,
    ):
        await guest.sending(sending)
        stream = (await echo(guest))["microphone"]
        came = 0
        async with asyncio.timeout(10):
            async for frame in client.watch(stream["path"], Source.MICROPHONE):
                assert frame.timestamp_us <= now_us()
                came += 1
                if came == 20:
                    break


async def test_a_guest_is_told_nothing_of_the_meeting_and_nothing_of_other_guests(site: Site) -> None:
    async with trying(site) as one, trying(site) as other:
        assert one.welcome["meeting"]["seats"].keys() == {"guest", "echo"}
        planned = site.store.meeting("small")
        assert planned is not None
        assert one.welcome["meeting"]["title"] == planned["title"]
        assert one.media.url != other.media.url
        async with MediaClient.of(one.media) as client:
            client.publish().sound()
            await one.sending(Sending(microphone=OPUS))
            path = (await echo(one))["microphone"]["path"]
            async with MediaClient.of(other.media) as stranger:
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(1.5):
                        await anext(stranger.groups(path, Source.MICROPHONE))
        await other.connection.send(json.dumps({"type": "ping", "id": 1}))
        assert (await other.receive())["type"] == "pong"
        assert other.view["streams"] == {}


async def test_nothing_can_be_asked_for(site: Site) -> None:
    before = site.store.entries("small")
    async with trying(site) as guest:
        await guest.connection.send(
            json.dumps({"type": "command", "id": 7, "command": {"type": "meeting.open"}})
        )
        refused = await guest.receive()
        assert (refused["type"], refused["id"], refused["code"]) == ("refused", 7, "not_allowed")
        await guest.connection.send("nonsense")
        assert (await guest.receive())["code"] == "not_understood"
    assert site.store.entries("small") == before


async def test_the_room_is_gone_with_the_guest(site: Site) -> None:
    async with trying(site) as guest:
        door = site.running.media
        ticket = guest.media.url.split("ticket=")[1]
        assert door.find(ticket) is not None
    async with asyncio.timeout(5):
        while door.find(ticket) is not None:
            await asyncio.sleep(0.01)
    assert not site.running.trials.busy


async def test_after_a_while_nothing_passes_any_more(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "SOUND_S", 0.3)
    async with trying(site) as guest, MediaClient.of(guest.media) as client:
        client.publish().sound()
        await guest.sending(Sending(microphone=OPUS))
        await echo(guest)
        while guest.view["streams"]:
            await guest.receive()


async def test_there_is_a_limit_to_how_many_check_at_once(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials, "AT_ONCE", 2)
    async with trying(site), trying(site):
        assert (await site.http.get("/m/small/check/here")).json()["busy"] is True
        with pytest.raises(websockets.ConnectionClosedError) as closed:
            async with trying(site):
                pass
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1013
    async with asyncio.timeout(5):
        while (await site.http.get("/m/small/check/here")).json()["busy"]:
            await asyncio.sleep(0.05)
    async with trying(site) as guest:
        assert guest.welcome["seat"] == "guest"


async def test_a_page_of_another_origin_is_turned_away(site: Site) -> None:
    with pytest.raises(websockets.InvalidStatus):
        async with trying(site, Origin="https://elsewhere.example"):
            pass
    answer = await site.http.post(
        "/m/small/check/result", json=RESULT, headers={"origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/m/nowhere/check/ws", "/m/small/seats/france/check/ws"])
async def test_there_is_no_trial_where_there_is_no_meeting_or_no_cookie(site: Site, path: str) -> None:
    with pytest.raises(websockets.InvalidStatus):
        async with trying(site, path):
            pass


async def test_the_pages(site: Site) -> None:
    for path, headers in (("/m/small/check", {}), ("/m/small/seats/france/check", cookie(site, "france"))):
        answer = await site.http.get(path, headers={**HTML, **headers})
        assert (answer.status_code, "/built/assets/check" in answer.text) == (200, True)
    for path, status, notice in (
        ("/m/nowhere/check", 404, "no_such_meeting"),
        ("/m/small/seats/france/check", 403, "no_seat"),
    ):
        answer = await site.http.get(path, headers=HTML)
        assert (answer.status_code, f'content="{notice}"' in answer.text) == (status, True)


async def test_a_seat_is_known_and_a_guest_is_not(site: Site) -> None:
    guest = (await site.http.get("/m/small/check/here")).json()
    assert (guest["name"], guest["role"]) == ("", None)
    seat = await site.http.get("/m/small/seats/france/check/here", headers=cookie(site, "france"))
    assert (seat.json()["name"], seat.json()["role"]) == ("Claire Martin", "participant")
    assert (await site.http.get("/m/small/seats/france/check/here")).status_code == 403


async def test_a_check_does_not_take_the_seat(site: Site) -> None:
    async with trying(site, "/m/small/seats/france/check/ws", Cookie=cookie(site, "france")["cookie"]):
        assert "small" not in site.running.owner.meetings


async def test_the_organiser_gets_the_results(site: Site) -> None:
    posted = await site.http.post("/m/small/check/result", json=RESULT, headers=FIREFOX)
    assert posted.status_code == 204
    of_seat = {**RESULT, "verdict": "listening", "trouble": "microphone:denied"}
    path = "/m/small/seats/france/check/result"
    assert (await site.http.post(path, json=of_seat, headers=cookie(site, "france"))).status_code == 204
    assert (await site.http.post(path, json=of_seat)).status_code == 403
    seat, guest = kept_checks(site.store, "small")
    assert (guest.seat, guest.result.name, guest.browser) == (None, "Aigerim", "Firefox 153 on Linux")
    assert (seat.seat, seat.result.name, seat.result.trouble) == ("france", "", "microphone:denied")
    told = (await site.http.get("/m/small/seats/chair/check/results", headers=cookie(site, "chair"))).json()
    assert [
        (check["seat"], check["name"], check["verdict"], check["browser"]) for check in told["checks"]
    ] == [
        ("france", "", "listening", seat.browser),
        (None, "Aigerim", "ready", "Firefox 153 on Linux"),
    ]
    for key in ("france", "ambassador", "press"):
        answer = await site.http.get(f"/m/small/seats/{key}/check/results", headers=cookie(site, key))
        assert answer.status_code == 403, "results are the organiser's alone"
    assert (await site.http.get("/m/small/seats/chair/check/results")).status_code == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({**RESULT, "verdict": "excellent"}, 422),
        ({**RESULT, "name": "x" * 121}, 422),
        ({**RESULT, "name": "\x1b[2J"}, 422),
        ({**RESULT, "loss": 2}, 422),
        ({**RESULT, "more": 1}, 422),
        ({**RESULT, "name": "x" * 5000}, 413),
        ([], 422),
    ],
)
async def test_what_is_no_result_is_not_stored(site: Site, body: object, status: int) -> None:
    assert (await site.http.post("/m/small/check/result", json=body)).status_code == status
    assert kept_checks(site.store, "small") == []


async def test_forty_of_one_network_are_tried_out_at_once_and_no_result_is_lost(site: Site) -> None:
    async with AsyncExitStack() as stack:
        guests = [await stack.enter_async_context(trying(site)) for _ in range(40)]
        tickets = [guest.media.url.split("ticket=")[1] for guest in guests]
    # The trials are over when the results come, and more than one network's guests are behind them.
    for ticket in tickets:
        answer = await site.http.post("/m/small/check/result", params={"trial": ticket}, json=RESULT)
        assert answer.status_code == 204
    assert len(kept_checks(site.store, "small")) == 40


async def sent(site: Site, times: int, **params: str) -> list[int]:
    path = "/m/small/check/result"
    return [(await site.http.post(path, json=RESULT, params=params)).status_code for _ in range(times)]


async def test_results_are_limited_by_trial_and_of_all_who_had_none(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "CHECKS_OF_GUESTS", replace(CHECKS_OF_GUESTS, at_once=2.0, per_second=0.001))
    async with trying(site) as guest:
        ticket = guest.media.url.split("ticket=")[1]
        assert (await sent(site, 25, trial=ticket)).count(429) >= 3
        assert await sent(site, 4, trial="made up") == [204, 204, 429, 429]
    # Whoever has a trial, or a seat, is not kept from it by others.
    async with trying(site) as guest:
        assert await sent(site, 1, trial=guest.media.url.split("ticket=")[1]) == [204]
    path = "/m/small/seats/france/check/result"
    assert (await site.http.post(path, json=RESULT, headers=cookie(site, "france"))).status_code == 204
