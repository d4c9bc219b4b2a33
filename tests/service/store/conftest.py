"""Every test that asks for `url` runs once on SQLite and once on PostgreSQL, each time on a new
database."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.world import postgresql

from hemicycle.store import Store

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    with postgresql.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/data/hemicycle.db"
        return
    server: str = request.getfixturevalue("postgresql_server")
    # The process's id, because a server that was given may be shared by several runs of the tests.
    name = f"hemicycle_{os.getpid()}_{next(_numbers)}"
    postgresql.execute(server, f"CREATE DATABASE {name}")
    yield postgresql.renamed(server, name).replace("postgresql+psycopg://", "postgresql://")
    postgresql.execute(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store.open(url)
    yield store
    store.close()
