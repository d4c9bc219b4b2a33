"""What `hemicycle doctor` finds: one thing each, whether it is well, and the mend where it is
not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How serious a finding is."""

    GOOD = "good"
    NOTE = "note"
    """It works; somebody may still want to know."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    level: Level
    says: str
    mend: str = ""
    """What to do; empty where nothing is to be done."""


def good(subject: str, says: str) -> Finding:
    """A finding that needs nothing done."""
    return Finding(subject, Level.GOOD, says)


def note(subject: str, says: str, mend: str = "") -> Finding:
    """A finding that works, and could be better."""
    return Finding(subject, Level.NOTE, says, mend)


def wrong(subject: str, says: str, mend: str) -> Finding:
    """A meeting would suffer from it."""
    return Finding(subject, Level.WRONG, says, mend)
