"""An operation: one change that the operator asks for, carried out by whichever process owns the
meetings.

The request and the answer are models, so the same operation is called in the process of a command,
or over the local door of a server (`local_door`), by the route that it will have in `/api/v1`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from string import Formatter
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from hemicycle.server.premises import Premises
from hemicycle.store import StoreError


class Wanted(BaseModel):
    """The base of requests: a field that the path names goes there, the others into the body."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Answer(BaseModel):
    """The base of answers; itself where there is nothing to say."""

    model_config = ConfigDict(frozen=True)


class Turned(BaseModel):
    """Why an operation was not carried out."""

    sentences: list[str]
    """For people, a line each."""


class OperationRefused(Exception):
    """An operation was not carried out, and nothing was changed; with sentences for people."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


Q = TypeVar("Q", bound=Wanted)
A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True)
class Operation(Generic[Q, A]):
    """One change, and the route to it."""

    method: Literal["POST", "PUT", "DELETE"]
    path: str
    """Below `/api/v1`; `{names}` are fields of the request."""
    wanted: type[Q]
    answer: type[A]
    work: Callable[[Premises, Q], Awaitable[A]]
    check: Callable[[Q], object] = lambda _: None
    """Refuses what can be seen to be unfit from the request alone, before any database is
    opened."""

    def route(self, wanted: Q) -> tuple[str, dict[str, Any]]:
        """The path and the JSON body of a request."""
        data = wanted.model_dump(mode="json")
        names = self.fields_of_path()
        return self.path.format(**{name: data[name] for name in names}), {
            name: value for name, value in data.items() if name not in names
        }

    def fields_of_path(self) -> set[str]:
        """The fields that the path names."""
        return {name for _, name, _, _ in Formatter().parse(self.path) if name}

    async def carry_out(self, premises: Premises, wanted: Q) -> A:
        """Do it.

        Raises:
            OperationRefused: it was not done.
        """
        try:
            return await self.work(premises, wanted)
        except StoreError as error:
            raise OperationRefused(str(error)) from error
