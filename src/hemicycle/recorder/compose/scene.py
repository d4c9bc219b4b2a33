"""Decides what the video shows, from the state of the meeting alone. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.room.floor import Floor
from hemicycle.room.opening import Agenda
from hemicycle.room.stage import Stage
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Source

MAX_PEOPLE = 4
"""How many of those who have the floor are shown at once; they are those who got it last."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Which seats are shown, and what else."""

    seats: tuple[Key, ...]
    """Who has the floor, the first given first; where nobody has it, whose camera is on the stage
    first."""
    screen: Key | None
    """The seat whose screen is shown beside them."""
    item: Key | None
    floor: bool
    """Whether `seats` have the floor; otherwise one camera of the stage is shown."""


def scene_of(state: State) -> Scene:
    """The scene of a meeting as it stands."""
    floor = tuple(state[Floor].seats)
    shown = {(each.seat, each.source): place for place, each in enumerate(state[Stage].pictures)}
    screens = [seat for seat, source in shown if source is Source.SCREEN]
    cameras = [seat for seat, source in shown if source is Source.CAMERA]
    # The screen of the latest to speak, as the hall's stage shows it.
    screens.sort(key=lambda seat: floor.index(seat) if seat in floor else -1)
    seats = floor[-MAX_PEOPLE:] if floor else tuple(cameras[:1])
    return Scene(seats, screens[-1] if screens else None, state[Agenda].item, bool(floor))


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the picture, in pixels; all even, as 4:2:0 wants it."""

    left: int
    top: int
    width: int
    height: int


WIDTH, HEIGHT = 1280, 720
HEAD = 56
"""The band at the top, with the agenda item."""


def boxes(people: int, screen: bool) -> tuple[list[Box], Box | None]:
    """Where the pictures of people go, and where the screen does.

    Args:
        people: How many are seen, up to four.
        screen: Whether a screen is shown, too.
    """
    if screen:
        side = [Box(976, HEAD + 62 + place * 178, 288, 162) for place in range(min(people, 3))]
        return side, Box(0, HEAD + 62, 960, 540)
    match people:
        case 0:
            return [], None
        case 1:
            return [Box(50, HEAD, 1180, 664)], None
        case 2:
            return [Box(4, 200, 632, 356), Box(644, 200, 632, 356)], None
        case _:
            places = [(50, HEAD), (642, HEAD), (50, HEAD + 334), (642, HEAD + 334)]
            return [Box(left, top, 588, 330) for left, top in places[: min(people, MAX_PEOPLE)]], None
