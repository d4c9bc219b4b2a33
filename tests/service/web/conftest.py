"""A server on loopback that holds a meeting, the small one or the one with booths, and the links to
it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.world.programmes import BOOTHS, SMALL
from tests.world.site import Site, site_over, store_with

from hemicycle.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_with(SMALL, tmp_path)


@pytest.fixture
async def site(store: Store, tmp_path: Path) -> AsyncIterator[Site]:
    async with site_over(store, tmp_path) as site:
        yield site


@pytest.fixture
async def booths(tmp_path: Path) -> AsyncIterator[Site]:
    """A server that holds the meeting with booths."""
    async with site_over(store_with(BOOTHS, tmp_path), tmp_path, slug="booths") as site:
        yield site
