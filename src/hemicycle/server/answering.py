"""Runs uvicorn for as long as a block lasts."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence

import uvicorn

from hemicycle.server.listening import CannotListen


async def _nothing() -> None:
    pass


class _Server(uvicorn.Server):
    """uvicorn, which leaves the process's signals to whoever started it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def answering(
    config: uvicorn.Config, sockets: Sequence[socket.socket], stop: Callable[[], Awaitable[None]] = _nothing
) -> AsyncIterator[None]:
    """Answer HTTP on some sockets until the block ends.

    Args:
        config: how.
        sockets: where; they are listened on already.
        stop: ends what goes on over WebSockets, when the server has begun to end.
    """
    server = _Server(config)
    task = asyncio.create_task(server.serve(list(sockets)), name="http")
    try:
        while not server.started:
            if task.done():
                await task
                raise CannotListen("the server did not start; its log says why")
            await asyncio.sleep(0.01)
        yield
    finally:
        server.should_exit = True
        await stop()
        await task
