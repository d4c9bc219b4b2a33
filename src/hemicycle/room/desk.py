"""What is decided at a desk: over HTTP, before, during or after the meeting, without being in the room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeskCommand:
    """The base of what a seat asks for from a page of its own rather than in the room.

    The page's door has seen the seat's link; the rules still say which roles may ask.
    """
