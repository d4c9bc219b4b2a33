"""Which meetings a server holds, and what is left of those that it does not."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from tests.world.programmes import SMALL
from tests.world.site import Site, site_over, store_with

from hemicycle.meeting import Document, Faults, plan
from hemicycle.store.planning import add
from hemicycle.wire.opening import CloseMeeting, OpenMeeting

LOOKS = 1_000
MEETINGS = 50


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    """A server over many planned meetings, that soon lets go of those that nobody needs."""
    store = store_with(SMALL, tmp_path)
    planned = plan(Document(SMALL.name, SMALL.read_bytes()))
    assert not isinstance(planned, Faults)
    for number in range(MEETINGS):
        add(store, b"0" * 32, {**planned.meeting, "slug": f"small-{number}"}, 0)
    async with site_over(store, tmp_path, sweep_s=0.05) as site:
        yield site


async def until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not so():
            await asyncio.sleep(0.01)


async def test_looks_at_planned_meetings_leave_nothing_behind(site: Site) -> None:
    # The first looks start the threads that all of them share.
    for _ in range(40):
        await site.http.get("/m/small")
    tasks, threads = len(asyncio.all_tasks()), threading.active_count()
    paths = ("/m/{}", "/api/meetings/{}", "/m/{}/check", "/m/{}/check/here", "/m/{}/communique")
    for look in range(LOOKS // len(paths)):
        for path in paths:
            answer = await site.http.get(path.format(f"small-{look % MEETINGS}"))
            assert answer.status_code == 200, path
    assert site.running.owner.meetings == {}
    assert len(asyncio.all_tasks()) <= tasks
    # The pool that reads the store may still have grown; a meeting that is held has threads of its
    # own.
    assert threading.active_count() < threads + MEETINGS // 2


async def test_a_meeting_is_let_go_of_when_the_last_one_has_left(site: Site) -> None:
    held = site.running.owner.meetings
    async with site.visit("chair"):
        assert list(held) == ["small"]
    await until(lambda: not held)
    assert site.running.owner.rooms == {}
    standing = await site.running.owner.look("small")
    assert standing is not None
    assert standing.state.present == frozenset()


async def test_an_open_meeting_is_held_with_nobody_in_it(site: Site) -> None:
    async with site.visit("chair") as chair:
        await chair.ask(OpenMeeting())
    held = site.running.owner.meetings
    await until(lambda: held["small"].state.present == frozenset())
    await asyncio.sleep(0.2)
    assert list(held) == ["small"]
    async with site.visit("chair") as chair:
        await chair.ask(CloseMeeting())
    await until(lambda: not held)
