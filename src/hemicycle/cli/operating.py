"""Has an operation carried out by whoever owns the meetings: a server that runs, or this command
itself."""

from __future__ import annotations

import asyncio
import time
from typing import TypeVar

import typer

from hemicycle.cli.settings import Place, fail, open_store
from hemicycle.server.local_door import NoServer, call
from hemicycle.server.operation import Answer, Operation, OperationRefused, Wanted
from hemicycle.server.premises import alone
from hemicycle.store import Owned, Store

PATIENCE_S = 10.0
"""How long another command, or a server that is starting or ending, is waited for."""

AGAIN_S = 0.2

Q = TypeVar("Q", bound=Wanted)
A = TypeVar("A", bound=Answer)


def carried_out(where: Place, operation: Operation[Q, A], wanted: Q) -> A:
    """What came of an operation; ends the command with exit code 2 and sentences where it was
    refused.

    A server that runs does it. Where none does, this process owns the database for as long as it
    takes.
    """
    give_up_at = time.monotonic() + PATIENCE_S
    try:
        operation.check(wanted)
        while True:
            try:
                return call(where.data, operation, wanted)
            except NoServer:
                pass
            try:
                with open_store(where) as store:
                    return asyncio.run(_alone(where, store, operation, wanted))
            except Owned as owned:
                if not owned.is_here or time.monotonic() > give_up_at:
                    raise
            time.sleep(AGAIN_S)
    except OperationRefused as refused:
        fail(*refused.sentences)


async def _alone(where: Place, store: Store, operation: Operation[Q, A], wanted: Q) -> A:
    async with alone(store, where.data, where.database, lambda says: typer.echo(says, err=True)) as premises:
        await premises.erasing.resume()
        return await operation.carry_out(premises, wanted)
