"""What the organiser's desk and a speaker's page of quotes ask for and show, over HTTP."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds, Phase
from hemicycle.wire.lines import MAX_LINE, Line
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.quotes import Quote, QuotePart

MAX_QUOTE = 4_000
"""The longest text of a quote, in characters."""

MAX_REMARK = 1_000
MAX_HEADLINE = 300
MAX_COMMUNIQUE = 60_000
"""The longest text of a communiqué, in characters."""

MAX_DESK = 4 * MAX_COMMUNIQUE + 4096
"""The largest request of a desk, in bytes."""


class DeskModel(BaseModel):
    """The base of what a desk sends: nothing beyond its own fields is taken."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class EditLine(DeskModel):
    """A line's words are corrected; an empty text strikes it out."""

    after: int
    """The version that was corrected."""
    text: str = Field(max_length=MAX_LINE)
    seat: Key | None = None
    """Who spoke, where it was somebody else."""


class MarkQuote(DeskModel):
    """Words are marked to be quoted."""

    parts: list[QuotePart] = Field(min_length=1, max_length=50)


class TranslateQuote(DeskModel):
    """The organiser's translation of a quote; an empty one takes it away."""

    language: Language
    text: str = Field(max_length=MAX_QUOTE)


class AnswerQuote(DeskModel):
    """A speaker's own wording, or a remark to a refusal."""

    text: str = Field(default="", max_length=MAX_QUOTE)
    remark: str = Field(default="", max_length=MAX_REMARK)


class SaveCommunique(DeskModel):
    """The communiqué as it was edited."""

    after: Annotated[int, Field(ge=0)]
    """The version that was edited; 0: the draft."""
    headline: str = Field(max_length=MAX_HEADLINE)
    text: str = Field(max_length=MAX_COMMUNIQUE)


class PublishVersion(DeskModel):
    """Which version is to be public."""

    version: Annotated[int, Field(ge=1)]


class CheckedWords(TypedDict):
    """Words of a line beside the text that was given for the speech."""

    part: Literal["same", "added", "left_out"]
    text: str


class Desk(TypedDict):
    """What the organiser's desk shows."""

    meeting: Meeting
    phase: Phase
    lines: list[Line]
    """In spoken order, struck-out ones too."""
    quotes: list[Quote]
    checked: dict[str, list[CheckedWords]]
    """By line: what was said, compared with the text that was given, where one was."""
    published: dict[Language, int]
    languages: list[Language]
    """In which a communiqué can be drafted."""
    mails: dict[Key, bool]
    """Whose mail address is known."""
    can_mail: bool
    """Whether a mail server is configured."""


class CommuniqueText(TypedDict):
    """A communiqué in an editor."""

    headline: str
    text: str
    """Paragraphs with an empty line between them; each quote is followed by its mark, `[quote 3]`."""


class CommuniqueVersion(CommuniqueText):
    """A saved one."""

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
    """On the draft."""
    versions: list[CommuniqueVersion]
    """The newest first."""
    findings: list[CommuniqueRemark]
    """Why the newest version can't be published; empty: it can."""
    published: NotRequired[int]


class AskedQuotes(TypedDict):
    """What a speaker's page of quotes shows."""

    title: str
    organiser: str
    name: str
    quotes: list[Quote]


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


DOCUMENTS = (Desk, CommuniqueDesk, AskedQuotes, PublicCommuniques)
