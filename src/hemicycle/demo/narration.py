"""What the demo says about each step, in a sentence."""

from __future__ import annotations

from collections import Counter

from hemicycle.demo.script import Ask, Enter, Pause, Speak, Step
from hemicycle.demo.words import NAMES, Kind, Words
from hemicycle.wire.booths import AskHandover, LeaveBooth, SetPivot, TakeBooth
from hemicycle.wire.floor import CloseMicrophone, GiveFloor, OpenMicrophone, TakeFloor
from hemicycle.wire.hands import LowerHand, RaiseHand
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.languages import SetLanguage
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpenMeeting
from hemicycle.wire.stage import ShowPicture

_WHOSE = {
    Kind.QUOTE: "in the speaker's own words",
    Kind.PARAPHRASE: "in the reporter's words for what was said",
    Kind.QUESTION: "from the seat, in words set by us",
    Kind.ASIDE: "at a closed microphone, in words set by us",
}


def named(meeting: Meeting, key: Key) -> str:
    """A seat by its name; in the hall, where names are not planned, by title and organisation."""
    seat = meeting["seats"][key]
    if seat["role"] == Role.PARTICIPANT:
        return f"{seat['title']} ({seat['organisation']})"
    return seat["name"]


def sentence(meeting: Meeting, step: Step) -> str | None:
    """What happens in a step; None where it says nothing worth reading."""
    match step:
        case Enter(seats, _):
            counts = Counter(str(meeting["seats"][key]["role"]) for key in seats)
            return "Entering: " + ", ".join(f"{count} × {role}" for role, count in counts.items())
        case Speak(utterance, booths):
            words = utterance.words
            who = named(meeting, utterance.seat)
            much = f"the first {utterance.seconds:.1f} s of this" if utterance.is_cut else "this"
            into = ", ".join(NAMES[one.language] for one in booths)
            heard = f" (interpreted into {into})" if into else ""
            return f"{who} says {much}{heard}, {_whose(words)}: {words.text}"
        case Ask(seat, command):
            return _asked(meeting, seat, command)
        case Pause():
            return None


def _whose(words: Words) -> str:
    """Whose words they are, and what we have done to them."""
    translated = words.kind in (Kind.QUOTE, Kind.PARAPHRASE) and words.language != "en"
    return _WHOSE[words.kind] + (f", translated by us into {NAMES[words.language]}" if translated else "")


def _asked(meeting: Meeting, by: Key, command: object) -> str | None:
    match command:
        case OpenMeeting():
            return "The chair opens the meeting"
        case CloseMeeting():
            return "The chair closes the meeting"
        case BeginItem(item=key):
            title = next(item["title"] for item in meeting["items"] if item["key"] == key)
            return f"The chair calls the item: {title}"
        case GiveFloor(seat=seat):
            return f"The chair gives the floor to {named(meeting, seat)}"
        case TakeFloor(seat=seat):
            return f"The chair takes the floor from {named(meeting, seat)}"
        case CloseMicrophone(seat=seat):
            return f"The chair closes the microphone of {named(meeting, seat)}"
        case OpenMicrophone(seat=seat):
            return f"The chair opens the microphone of {named(meeting, seat)} again"
        case ShowPicture(seat=seat):
            return f"The chair puts {named(meeting, seat)} on the stage"
        case SetLanguage(seat=seat, language=language):
            return f"The chair notes that {named(meeting, seat)} speaks {NAMES.get(language, language)}"
        case TakeBooth(booth=booth):
            return f"{named(meeting, by)} goes live in the {NAMES[booth]} booth"
        case LeaveBooth(booth=booth):
            return f"{named(meeting, by)} leaves the {NAMES[booth]} booth: the original is in that language"
        case AskHandover(booth=booth):
            return f"{named(meeting, by)} asks a partner to take over the {NAMES[booth]} booth"
        case SetPivot(booth=booth, pivot=None):
            return f"The {NAMES[booth]} booth interprets from the original again"
        case SetPivot(booth=booth, pivot=str(pivot)):
            return f"The {NAMES[booth]} booth interprets from the {NAMES[pivot]} booth"
        case RaiseHand():
            return f"{named(meeting, by)} raises a hand"
        case LowerHand(seat=None):
            return f"{named(meeting, by)} lowers the hand again"
        case LowerHand(seat=str(seat)):
            return f"The chair lowers the hand of {named(meeting, seat)}"
        case _:
            return None
