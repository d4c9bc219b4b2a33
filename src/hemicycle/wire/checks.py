"""What the page "Can I take part?" finds out, and sends to the organiser."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Milliseconds, Role
from hemicycle.wire.models import RequestModel

MAX_CHECK_BYTES = 4 * 1024
"""The longest result that is taken."""

PRINTABLE = r"^[^\p{C}\p{Zl}\p{Zp}]*$"
"""No control characters: a name that a stranger typed is shown on the organiser's terminal."""


class CheckMark(StrEnum):
    """What became of one step of a check."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """Left out by the person, or not reached."""


class CheckVerdict(StrEnum):
    """What a check says in one sentence."""

    READY = "ready"
    """Can see, hear and speak."""
    UNSEEN = "unseen"
    """Can see, hear and speak, and has no camera."""
    LISTENING = "listening"
    """Can see and hear, and cannot speak."""
    WEAK = "weak"
    """All works, but the connection is weak: the picture will be reduced."""
    SILENT = "silent"
    """The meeting arrives, but what it plays was not heard."""
    CANNOT = "cannot"
    """Cannot take part in this way."""


class CheckSteps(RequestModel):
    """Each step of a check, in the order in which they are taken."""

    secure: CheckMark
    """The page came over a secure connection."""
    browser: CheckMark
    """The browser has what the meeting needs."""
    server: CheckMark
    """The connection for the view of the meeting stands."""
    udp: CheckMark
    """Sound and picture can come over UDP."""
    tcp: CheckMark
    """Sound and picture can come over TCP."""
    loudspeaker: CheckMark
    """The person heard a tone."""
    microphone: CheckMark
    """The microphone brought a sound."""
    camera: CheckMark
    """The camera brought a picture."""
    sound: CheckMark
    """Sound went to the server and came back."""
    picture: CheckMark
    """A picture went to the server and came back."""


class CheckResult(RequestModel):
    """What a browser found out for "Can I take part?"."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120, pattern=PRINTABLE)] = ""
    """As typed by a guest who came without a seat; not looked at where the seat is known."""
    verdict: CheckVerdict
    steps: CheckSteps
    way: Literal["udp", "tcp"] | None
    """How sound and picture went; null: they did not."""
    delay: Annotated[int, Field(ge=0, le=60_000)] | None
    """Milliseconds from the microphone to the server and back: the median."""
    loss: Annotated[float, Field(ge=0, le=1)] | None
    """The share of the sound that did not come back in time."""
    frame_rate: Annotated[float, Field(ge=0, le=240)] | None
    """Pictures a second that came back."""
    trouble: Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z_:]*$")] = ""
    """What failed first, as a code such as `microphone:denied`."""


class CheckHere(TypedDict):
    """Whose check this is, and of what."""

    title: str
    organiser: str
    name: str
    """Empty where the guest came without a seat."""
    role: Role | None
    busy: bool
    """So many check at the moment that this one has to wait."""


class KeptCheck(TypedDict):
    """A check as the organiser is told of it."""

    at: Milliseconds
    seat: Key | None
    """Null: the guest came without a seat."""
    name: str
    """As typed by a guest without a seat, or empty."""
    verdict: CheckVerdict
    trouble: str
    browser: str
    way: Literal["udp", "tcp"] | None
    delay: int | None


class KeptChecks(TypedDict):
    """Every check that is kept, the newest first."""

    checks: list[KeptCheck]


DOCUMENTS = (CheckHere, CheckResult, KeptChecks)
