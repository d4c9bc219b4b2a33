"""Why a command was not carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hemicycle.wire.messages import RefusalCode as Code

SENTENCES: Mapping[Code, str] = {
    Code.NOT_ALLOWED: "This seat may not do that.",
    Code.MEETING_NOT_OPEN: "The meeting is not open.",
    Code.MEETING_ALREADY_OPEN: "The meeting is already open.",
    Code.NO_SUCH_SEAT: "There is no such seat in this meeting.",
    Code.NO_SUCH_ITEM: "There is no such item on the agenda.",
    Code.ITEM_ALREADY_BEGUN: "The meeting is already at this item.",
    Code.SEAT_ABSENT: "Nobody is in this seat now.",
    Code.SEAT_SENT_OUT: "This seat was sent out. Let it in first.",
    Code.SEAT_NOT_SENT_OUT: "This seat was not sent out.",
    Code.CHAIR_STAYS: "A chair cannot be sent out.",
    Code.OBSERVERS_LISTEN: "Observers listen: they do not take the floor.",
    Code.HAS_FLOOR: "This seat has the floor already.",
    Code.HAS_NO_FLOOR: "This seat does not have the floor.",
    Code.MICROPHONE_ALREADY_OPEN: "This microphone is already open.",
    Code.MICROPHONE_ALREADY_CLOSED: "This microphone is already closed.",
    Code.ON_STAGE: "This picture is already on the stage.",
    Code.NOT_ON_STAGE: "This picture is not on the stage.",
    Code.STAGE_FULL: "The stage is full. Take a picture off it first.",
    Code.HAND_IS_UP: "This hand is already up.",
    Code.HAND_IS_DOWN: "This hand is not up.",
    Code.INTERPRETERS_INTERPRET: "Interpreters speak from their booth: they do not take the floor.",
    Code.CAPTIONERS_WRITE: "Captioners write: they do not take the floor.",
    Code.NO_SUCH_BOOTH: "There is no booth for this language.",
    Code.NOT_YOUR_BOOTH: "This seat does not work in that booth.",
    Code.BOOTH_TAKEN: "A partner is live in this booth. Ask for the handover.",
    Code.BOOTH_IS_YOURS: "This seat is already live in this booth.",
    Code.BOOTH_NOT_LIVE: "This seat is not live in that booth.",
    Code.NO_PARTNER: "There is no partner in this booth now.",
    Code.HANDOVER_ASKED: "The partner has been asked already.",
    Code.HANDOVER_NOT_ASKED: "No handover was asked for.",
    Code.PIVOT_CIRCLE: "That booth itself listens to this one. Choose another source.",
    Code.NOTHING_WRITTEN: "Nothing is written down now: the meeting is not open, or off the record.",
    Code.NO_SUCH_LINE: "There is no such line.",
    Code.LINE_CHANGED: "Somebody else has corrected this line in the meantime. Look at it again.",
    Code.OFF_THE_RECORD: "The meeting is already off the record.",
    Code.ON_THE_RECORD: "The meeting is already on the record.",
    Code.NO_SUCH_QUOTE: "There is no such quote.",
    Code.NOT_YOUR_QUOTE: "These are not this seat's words.",
    Code.QUOTE_NOT_ASKED: "This quote was not put to its speaker yet.",
    Code.QUOTE_ANSWERED: "The speaker has already approved this quote.",
    Code.QUOTE_WITHDRAWN: "This quote was withdrawn. Mark the words again.",
    Code.TOO_FAST: "That was too much at once. Wait a moment and try again.",
    Code.NOT_UNDERSTOOD: "The server did not understand this. Reload the page and try again.",
    Code.NOT_STORED: "The server could not store this, so nothing was changed. Tell the organiser.",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command was not carried out: a code, and the sentence that goes with it."""

    code: Code

    @property
    def sentence(self) -> str:
        """In English; pages say it in their own language."""
        return SENTENCES[self.code]
