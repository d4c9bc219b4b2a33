"""The communiqué: its versions in an editor, and what of it is public. Over HTTP."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.models import RequestModel

MAX_HEADLINE_CHARS = 300
"""The longest headline of a communiqué."""

MAX_COMMUNIQUE_CHARS = 60_000
"""The longest text of a communiqué."""


class SaveCommunique(RequestModel):
    """The communiqué as it was edited."""

    after: Annotated[int, Field(ge=0)]
    """The version that was edited; 0: the draft."""
    headline: str = Field(max_length=MAX_HEADLINE_CHARS)
    text: str = Field(max_length=MAX_COMMUNIQUE_CHARS)


class PublishVersion(RequestModel):
    """Which version is to be public."""

    version: Annotated[int, Field(ge=1)]


class CommuniqueText(TypedDict):
    """A communiqué as the desk's editor holds it."""

    headline: str
    text: str
    """Paragraphs with an empty line between them; each quote is followed by its mark,
    `[quote 3]`."""


class CommuniqueVersion(CommuniqueText):
    """A communiqué as it was saved, with its version."""

    version: int
    at: Milliseconds
    by: Key


class CommuniqueRemark(TypedDict):
    """What the organiser has to know of a draft or to mend in a text."""

    code: str
    quote: NotRequired[int]
    seat: NotRequired[Key]
    text: NotRequired[str]


class CommuniqueDesk(TypedDict):
    """The communiqué of one language, as its editor shows it."""

    language: Language
    draft: CommuniqueText
    remarks: list[CommuniqueRemark]
    """What the organiser should know about the draft."""
    versions: list[CommuniqueVersion]
    """The newest first."""
    findings: list[CommuniqueRemark]
    """Why the newest version can't be published; empty: it can."""
    published: NotRequired[int]


class PublicClip(TypedDict):
    """Sound of a printed quote."""

    seat: Key
    name: str
    since: Milliseconds
    until: Milliseconds


class PublicParagraph(TypedDict):
    """A paragraph, and the clips of the quotes in it."""

    text: str
    clips: list[PublicClip]


class PublicCommunique(TypedDict):
    """A published communiqué."""

    language: Language
    headline: str
    paragraphs: list[PublicParagraph]


class PublicCommuniques(TypedDict):
    """Every published communiqué of a meeting, in the order of the programme's languages."""

    communiques: list[PublicCommunique]


DOCUMENTS = (CommuniqueDesk, PublicCommuniques)
