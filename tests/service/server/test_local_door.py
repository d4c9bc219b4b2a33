"""A command line beside a server that runs: what it changes, the server does."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.world.command import INVITATIONS, PROGRAMME, Outcome, hemicycle, installed
from tests.world.programmes import BOOTHS
from tests.world.site import Site, site_over, store_with

from hemicycle.room.log import verify
from hemicycle.server.local_door import SOCKET, NoServer, call
from hemicycle.server.operation import OperationRefused
from hemicycle.server.operations.links import REPLACE_LINK, ReplaceLink
from hemicycle.store import LeaseLost, Store
from hemicycle.store.lease import leased
from hemicycle.wire.floor import GiveFloor
from hemicycle.wire.messages import GoodbyeReason
from hemicycle.wire.opening import OpenMeeting

LONG = "a-data-directory-with-a-name-that-is-longer-than-any-path-of-a-socket-may-be" * 2


@pytest.fixture(params=["data", LONG])
def data(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / str(request.param)


@pytest.fixture
async def site(data: Path) -> AsyncIterator[Site]:
    """A server that holds the meeting with booths, over a data directory."""
    store = store_with(BOOTHS, data)
    async with site_over(store, data, slug="booths") as site:
        yield site
    store.close()


async def command(*arguments: str | Path, data: Path) -> Outcome:
    """What a command says, run as a process of its own."""
    return await asyncio.to_thread(installed, *arguments, data=data)


def speech(folder: Path) -> Path:
    file = folder / "speech.txt"
    file.write_text("Excellencies, dear colleagues.")
    return file


async def test_a_command_and_a_server_work_on_one_meeting_at_once(
    site: Site, data: Path, tmp_path: Path
) -> None:
    chair, booth = await site.seat("chair"), await site.seat("english-a")
    await chair.ask(OpenMeeting())
    terms = tmp_path / "terms.csv"
    terms.write_text("en,ru\nfloor,слово\n")

    async def meet() -> None:
        for _ in range(10):
            await chair.ask(GiveFloor(seat="fellow"))
            await asyncio.sleep(0.05)

    async def work() -> list[Outcome]:
        return [
            await command("speech", "booths", speech(tmp_path), "--seat", "fellow", data=data),
            await command("glossary", "import", "booths", terms, data=data),
            await command("links", "booths", "--revoke", "ambassador", data=data),
            await command("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data),
        ]

    _, outcomes = await asyncio.gather(meet(), work())
    assert [(each.code, each.err) for each in outcomes] == [(0, "")] * 4
    await booth.until(lambda view: view["speeches"] == {"fellow": 1} and view["glossary"] == 1)
    assert verify(site.store.entries("booths")) is None
    assert site.store.entries("korean-peninsula")[-1].fact.type == "operator.acted"
    assert (await site.http.get("/m/korean-peninsula")).status_code == 200


async def test_whoever_came_by_a_revoked_link_is_out_at_once(site: Site, data: Path) -> None:
    ambassador = await site.seat("ambassador")
    await asyncio.to_thread(call, data, REPLACE_LINK, ReplaceLink(slug="booths", seat="ambassador"))
    async with asyncio.timeout(1):
        await ambassador.wait(lambda: ambassador.goodbye is GoodbyeReason.REVOKED)


async def test_only_the_servers_own_account_can_open_the_door(site: Site, data: Path) -> None:
    mode = (data / SOCKET).stat().st_mode
    assert stat.S_ISSOCK(mode)
    assert stat.S_IMODE(mode) == 0o600


async def test_what_the_server_refuses_is_a_sentence(site: Site, data: Path) -> None:
    with pytest.raises(OperationRefused, match='has no seat "nobody"'):
        await asyncio.to_thread(call, data, REPLACE_LINK, ReplaceLink(slug="booths", seat="nobody"))
    assert (await command("erase", "booths", "--seat", "nobody", "--yes", data=data)).code == 2


async def test_nobody_writes_beside_the_server(site: Site, data: Path) -> None:
    beside = Store.open(f"sqlite:///{data}/hemicycle.db")
    with pytest.raises(LeaseLost):
        beside.append("booths", [])
    beside.close()


async def test_the_door_is_gone_with_its_server(data: Path) -> None:
    store = store_with(BOOTHS, data)
    async with site_over(store, data, slug="booths"):
        pass
    store.close()
    assert not (data / SOCKET).exists()
    with pytest.raises(NoServer):
        call(data, REPLACE_LINK, ReplaceLink(slug="booths", seat="chair"))


def test_without_a_server_the_command_owns_the_database_meanwhile(data: Path) -> None:
    store = store_with(BOOTHS, data)
    with leased(store):
        first = store.epoch
    assert first is not None
    assert hemicycle("links", "booths", "--revoke", "chair", data=data).code == 0
    with leased(store):
        assert store.epoch == first + 2
    store.close()
