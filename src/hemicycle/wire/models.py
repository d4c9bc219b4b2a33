"""What the models of the protocol have in common, whatever subject they belong to."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict


class RequestModel(BaseModel):
    """The base of whatever comes in. Fields that it does not declare are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class CommandModel(RequestModel):
    """The base of every command: what a seat asks for, imperative, named `object.verb`."""


class UpModel(RequestModel):
    """The base of every message that a seat sends."""


class DownModel(BaseModel):
    """The base of every message that a seat gets."""

    model_config = ConfigDict(frozen=True)


class RefusalCodes(StrEnum):
    """The base of a subject's refusals: each member is a code and the sentence that goes
    with it."""

    sentence: str
    """In English, for logs and other clients; pages say it in their own language by the code."""

    def __new__(cls, code: str, sentence: str) -> Self:
        """A member written as `CODE = "code", "Sentence."`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.sentence = sentence
        return member


class RequestRefusal(RefusalCodes):
    """Refusals that belong to no subject: of the door, or of the store."""

    NOT_ALLOWED = "not_allowed", "This seat may not do that."
    TOO_FAST = "too_fast", "That was too much at once. Wait a moment and try again."
    NOT_UNDERSTOOD = "not_understood", "The server did not understand this. Reload the page and try again."
    NOT_STORED = "not_stored", "The server could not store this, so nothing was changed. Tell the organiser."
