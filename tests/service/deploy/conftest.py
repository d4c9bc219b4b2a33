"""A server behind a reverse proxy, reached by HTTPS as guests reach it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx
import pytest
from tests.world.programmes import SMALL
from tests.world.proxies import PROXIES, Certificate, certificate, free_port
from tests.world.site import GRACE, Site

from hemicycle.meeting import Document, Faults, plan
from hemicycle.server.serving import serving
from hemicycle.store import Store
from hemicycle.store.planning import add
from hemicycle.store.tokens import secret_in
from hemicycle.web.settings import ServerSettings

Behind = Callable[..., AbstractAsyncContextManager[Site]]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(f"sqlite:///{tmp_path}/hemicycle.db")
    planned = plan(Document("small.toml", SMALL.read_bytes()))
    assert not isinstance(planned, Faults), planned
    add(store, secret_in(tmp_path), planned.meeting, 0)
    return store


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trusted(made: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process takes the test's certificate for one of an authority."""
    monkeypatch.setenv("SSL_CERT_FILE", str(made.chain))


@pytest.fixture(params=PROXIES)
def behind(
    request: pytest.FixtureRequest, store: Store, made: Certificate, trusted: None, tmp_path: Path
) -> Behind:
    """A server behind this proxy; told of its public address, or left to find it out."""

    @asynccontextmanager
    async def site(*, told: bool = True, proxies: str = "127.0.0.1,::1") -> AsyncIterator[Site]:
        https, port = free_port(), free_port()
        settings = ServerSettings(
            "127.0.0.1",
            port,
            "",
            f"https://localhost:{https}" if told else None,
            media_host="localhost",
            media_port=port,
            proxies=proxies,
        )
        with PROXIES[request.param](tmp_path, made, https, port):
            async with (
                serving(settings, store, grace_s=GRACE) as running,
                httpx.AsyncClient(base_url=f"https://localhost:{https}") as http,
                AsyncExitStack() as seats,
            ):
                yield Site(store, secret_in(tmp_path), running, http, seats)

    return site
