"""The local door: how a command line has a server that runs carry out an operation.

HTTP over a Unix socket in the data directory, which only the server's own account can open (mode
0600): whoever comes by it is the operator. The path of a socket may have some 100 bytes only, a
data directory many more, so the socket is reached by way of an open handle of its directory
(`/proc/self/fd/…`).
"""

from __future__ import annotations

import os
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import httpx
import uvicorn
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hemicycle.server.answering import answering
from hemicycle.server.listening import CannotListen
from hemicycle.server.operation import Answer, Operation, OperationRefused, Turned, Wanted
from hemicycle.server.operations import OPERATIONS
from hemicycle.server.premises import Premises

SOCKET = "server.sock"
"""The door's file, in the data directory."""

PREFIX = "/api/v1"

CONNECT_S = 5.0

REFUSED = 409

Q = TypeVar("Q", bound=Wanted)
A = TypeVar("A", bound=Answer)


class NoServer(Exception):
    """No server holds this door open."""


@contextmanager
def _reachable(data: Path) -> Iterator[str]:
    """A path to the socket that is short, whatever the data directory's is."""
    handle = os.open(data, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{handle}/{SOCKET}"
    finally:
        os.close(handle)


def call(data: Path, operation: Operation[Q, A], wanted: Q) -> A:
    """Have the server of a data directory carry out an operation.

    Raises:
        NoServer: none runs there; nothing was changed.
        OperationRefused: it was not carried out, or the server ended before it was.
    """
    path, body = operation.route(wanted)
    # What takes long, such as a video, is waited for.
    patience = httpx.Timeout(None, connect=CONNECT_S)
    try:
        with _reachable(data) as at:
            if not _answers(at):
                raise NoServer
            with httpx.Client(transport=httpx.HTTPTransport(uds=at), timeout=patience) as http:
                answer = http.request(operation.method, f"http://local{PREFIX}{path}", json=body)
    except FileNotFoundError as error:
        raise NoServer from error
    except httpx.HTTPError as error:
        raise OperationRefused(f"The server ended before it had answered: {error}") from error
    if answer.status_code == REFUSED:
        raise OperationRefused(*Turned.model_validate_json(answer.content).sentences)
    if answer.status_code != 200:
        raise OperationRefused(f"The server could not do this ({answer.status_code}); its log says why")
    return operation.answer.model_validate_json(answer.content)


@asynccontextmanager
async def local_door(premises: Premises) -> AsyncIterator[None]:
    """Hold the door of a data directory open until the block ends.

    Raises:
        CannotListen: another server holds it open, or it can't be made.
    """
    listening = _listen(premises.data)
    config = uvicorn.Config(_app(premises), loop="none", lifespan="off", ws="none", log_config=None)
    try:
        async with answering(config, [listening]):
            yield
    finally:
        listening.close()
        with suppress(OSError):
            (premises.data / SOCKET).unlink()


def _listen(data: Path) -> socket.socket:
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        data.mkdir(parents=True, exist_ok=True)
        with _reachable(data) as at:
            if _answers(at):
                raise CannotListen(f"another server runs in {data}: end it, or give another --data")
            # Of a server that was killed.
            (data / SOCKET).unlink(missing_ok=True)
            # On Linux the file gets the mode of the socket, so that nobody else can open it for a
            # moment.
            os.fchmod(listening.fileno(), 0o600)
            listening.bind(at)
        listening.listen()
    except OSError as error:
        listening.close()
        raise CannotListen(f"{data / SOCKET} can't be made: {error.strerror}") from error
    except CannotListen:
        listening.close()
        raise
    return listening


def _answers(at: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as tried:
        try:
            tried.connect(at)
        except OSError:
            return False
    return True


def _app(premises: Premises) -> Starlette:
    return Starlette(
        routes=[
            Route(PREFIX + each.path, _endpoint(premises, each), methods=[each.method]) for each in OPERATIONS
        ]
    )


def _endpoint(premises: Premises, operation: Operation[Any, Any]) -> Any:
    async def endpoint(request: Request) -> Response:
        try:
            wanted = operation.wanted.model_validate({**await request.json(), **request.path_params})
        except (ValidationError, ValueError) as error:
            return _turned(f"The server did not understand this: {error}", status=422)
        try:
            answer = await operation.carry_out(premises, wanted)
        except OperationRefused as refused:
            return _turned(*refused.sentences)
        return JSONResponse(answer.model_dump(mode="json"))

    return endpoint


def _turned(*sentences: str, status: int = REFUSED) -> Response:
    return JSONResponse(Turned(sentences=list(sentences)).model_dump(), status)
