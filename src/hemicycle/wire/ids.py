"""Keys, languages, instants and roles: the types that the whole protocol uses."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

KEY_PATTERN = r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$"
"""Lower-case letters, digits and hyphens, 1 to 64 of them, no hyphen at either end."""

Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
"""The key of a seat, an item or a category, unique in its meeting, or a meeting's slug.

Keys are what the log holds, so they outlive an erasure: put no name into one.
"""

Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$", max_length=35)]
"""A language tag (BCP 47), such as `kk` or `zh-Hant`. A booth is named by the language it
interprets into."""


def primary(language: str) -> str:
    """The language without its script and region: `en` of `en-GB`."""
    return language.partition("-")[0].lower()


Milliseconds = Annotated[int, Field(ge=0)]
"""An instant: milliseconds since 1970-01-01T00:00Z by the server's clock."""


Minutes = Annotated[int, Field(gt=0, le=24 * 60)]


class Role(StrEnum):
    """What a seat may do in its meeting."""

    CHAIR = "chair"
    SPEAKER = "speaker"
    INTERPRETER = "interpreter"
    CAPTIONER = "captioner"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


class Audience(StrEnum):
    """A group of seats that get the same view."""

    CHAIR = "chair"
    STAGE = "stage"
    BOOTH = "booth"
    HALL = "hall"


class Phase(StrEnum):
    """Whether a meeting is still to come, is being held, or is over."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class Source(StrEnum):
    """What a seat can publish: each is one MoQ track of the same name."""

    MICROPHONE = "microphone"
    CAMERA = "camera"
    SCREEN = "screen"
    CAMERA_SMALL = "camera_small"
    SCREEN_SMALL = "screen_small"


PICTURES = (Source.CAMERA, Source.SCREEN)

SMALL = {Source.CAMERA: Source.CAMERA_SMALL, Source.SCREEN: Source.SCREEN_SMALL}
"""The second rendition of a picture, for those whose link does not bear the first."""

_AUDIENCES = {Role.CHAIR: Audience.CHAIR, Role.SPEAKER: Audience.STAGE, Role.INTERPRETER: Audience.BOOTH}


def audience_of(role: Role) -> Audience:
    """The audience that a role belongs to."""
    return _AUDIENCES.get(role, Audience.HALL)
