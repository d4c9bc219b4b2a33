"""The booths: interpretation into one language each, and their side channel."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field, StringConstraints
from typing_extensions import TypedDict

from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.models import CommandModel, DownModel, RefusalCodes, UpModel


class TakeBooth(CommandModel):
    """An interpreter goes live in a booth where nobody is, or whose live partner asked for the
    handover.

    An interpreter who is live in another booth leaves that one by it.
    """

    type: Literal["booth.take"] = "booth.take"
    booth: Language


class LeaveBooth(CommandModel):
    """The live interpreter stops; the chair can stop any."""

    type: Literal["booth.leave"] = "booth.leave"
    booth: Language


class AskHandover(CommandModel):
    """The live interpreter asks a partner to take over; the partner does it by `booth.take`."""

    type: Literal["handover.ask"] = "handover.ask"
    booth: Language


class WithdrawHandover(CommandModel):
    """The live interpreter goes on after all."""

    type: Literal["handover.withdraw"] = "handover.withdraw"
    booth: Language


class SetPivot(CommandModel):
    """A booth says what it interprets from: another booth, or, by null, the original."""

    type: Literal["pivot.set"] = "pivot.set"
    booth: Language
    pivot: Language | None


Commands = TakeBooth | LeaveBooth | AskHandover | WithdrawHandover | SetPivot


class BoothRefusal(RefusalCodes):
    """What the state of a booth does not permit."""

    NO_SUCH_BOOTH = "no_such_booth", "There is no booth for this language."
    NOT_YOUR_BOOTH = "not_your_booth", "This seat does not work in that booth."
    BOOTH_TAKEN = "booth_taken", "A partner is live in this booth. Ask for the handover."
    BOOTH_IS_YOURS = "booth_is_yours", "This seat is already live in this booth."
    BOOTH_NOT_LIVE = "booth_not_live", "This seat is not live in that booth."
    NO_PARTNER = "no_partner", "There is no partner in this booth now."
    HANDOVER_ASKED = "handover_asked", "The partner has been asked already."
    HANDOVER_NOT_ASKED = "handover_not_asked", "No handover was asked for."
    PIVOT_CIRCLE = "pivot_circle", "That booth itself listens to this one. Choose another source."


class SlowDown(UpModel):
    """An interpreter asks, for a booth and without a name, that the floor speak more slowly."""

    type: Literal["slow_down"] = "slow_down"
    booth: Language


class Note(UpModel):
    """A line of a booth's chat, among its interpreters and the chair. It is stored nowhere.

    Answered by `done` or `refused` with the same id; whoever reads the chat gets it as `noted`.
    """

    type: Literal["note"] = "note"
    id: Annotated[int, Field(ge=0, le=2**53 - 1)]
    booth: Language
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


Up = SlowDown | Note


class Noted(DownModel):
    """A line of a booth's chat, for its interpreters and the chair.

    After `welcome` the latest come again.
    """

    type: Literal["noted"] = "noted"
    id: int
    """Counts up: a line that is told again has the same."""
    booth: Language
    seat: Key
    at: Milliseconds
    text: str


Down = Noted


class Booth(TypedDict):
    """A booth: its interpreters, who of them is live, and what it interprets from."""

    interpreters: list[Key]
    live: NotRequired[Key]
    """Whose microphone is the booth's now.

    Its sound is this seat's `microphone` in `View.streams`.
    """
    since: NotRequired[Milliseconds]
    """When that interpreter went live."""
    asked: NotRequired[Milliseconds]
    """When the live interpreter asked a partner to take over. Chair and booths only."""
    pivot: NotRequired[Language]
    """The booth that it interprets from; without one, the original."""


class BoothsView(TypedDict):
    """The booths, and what they ask of the floor."""

    booths: dict[Language, Booth]
    """In the order of the programme's languages."""
    slow: NotRequired[dict[Language, Milliseconds]]
    """Which booths asked the floor to speak more slowly, and when; gone after a while.

    All but the hall; the hall too while one of its seats has the floor.
    """
