"""What is wrong with a file, said so that whoever wrote the file can put it right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in one place of one file."""

    file: str
    line: int | None
    """Counted from 1; None where the file's format does not tell."""
    place: str
    """The table and its key, or the column: `[[person]] 2, "role"`. Empty: all of the file or
    line."""
    wrong: str
    right: str

    def __str__(self) -> str:
        """`FILE:LINE, PLACE: what is wrong; what would be right`, on one line."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        if self.place:
            where += f", {self.place}" if self.line is not None else f": {self.place}"
        return f"{where}: {self.wrong}; {self.right}"


class FaultList:
    """The faults of one file, in the order in which they were found."""

    def __init__(self, file: str) -> None:
        """Collect the faults of one file.

        Args:
            file: the name by which each fault says where it is.
        """
        self.file = file
        self.faults: list[Fault] = []

    def add(self, place: str, wrong: str, right: str, *, line: int | None = None) -> None:
        """Add a fault: where it is, what is wrong, and what would be right."""
        self.faults.append(Fault(self.file, line, place, wrong, right))


def shown(value: str) -> str:
    """A value as a fault quotes it: in quotation marks, on one line, not too long."""
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in value)
    return f'"{plain}"' if len(plain) <= 60 else f'"{plain[:59]}…"'


def nearest(value: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word that was most likely meant; None where none is as near as `cutoff` (0 to 1).

    A beginning that only one of them has counts as near.
    """
    candidates = list(known)
    lowered = {candidate.lower(): candidate for candidate in candidates}
    begun = [
        candidate for low, candidate in lowered.items() if len(value) > 2 and low.startswith(value.lower())
    ]
    if len(begun) == 1:
        return begun[0]
    found = difflib.get_close_matches(value.lower()[:100], list(lowered), n=1, cutoff=cutoff)
    return lowered[found[0]] if found else None


def choose(value: str, known: Iterable[str], what: str) -> str:
    """What would be right where one of a few words was expected: the one meant, or all of them."""
    candidates = list(known)
    if (meant := nearest(value, candidates)) is not None:
        return f"did you mean {shown(meant)}?"
    if not candidates:
        return f"there is no {what} to choose from"
    some = ", ".join(candidates[:12]) + (", …" if len(candidates) > 12 else "")
    return f"write one of {some}" if len(candidates) > 1 else f"write {some}"
