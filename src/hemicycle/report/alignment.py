"""Compares what was said with the text that was given beforehand: "check against delivery".
Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache


class Part(StrEnum):
    """Whether words stand in the prepared text, in the verbatim, or in both."""

    SAME = "same"
    ADDED = "added"
    """Said, and not in the text."""
    LEFT_OUT = "left_out"
    """In the text, and not said."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words of which each is in the same `Part`."""

    part: Part
    text: str


_TOKEN = re.compile(r"\S+")


def compared(said: Sequence[str], given: str) -> list[list[Segment]]:
    """For each text that was said its words, and the given ones that are missing there.

    Words are the same where they differ in case and punctuation only.

    Args:
        said: what was said, in its order.
        given: the text that was given.
    """
    # A desk asks for the same again and again, and a long speech takes seconds.
    return [list(segments) for segments in _compared(tuple(said), given)]


@lru_cache(maxsize=32)
def _compared(said: tuple[str, ...], given: str) -> tuple[tuple[Segment, ...], ...]:
    spoken = [(place, word) for place, text in enumerate(said) for word in _TOKEN.findall(text)]
    written = _TOKEN.findall(given)
    # Junk is left to difflib: a long text's commonest words would make the comparison quadratic.
    matcher = SequenceMatcher(None, [_bare(word) for _, word in spoken], [_bare(word) for word in written])
    found: list[list[Segment]] = [[] for _ in said]
    for kind, start, end, given_start, given_end in matcher.get_opcodes():
        if kind in ("delete", "replace", "equal"):
            part = Part.SAME if kind == "equal" else Part.ADDED
            for place, word in spoken[start:end]:
                _put(found[place], part, word)
        if kind in ("insert", "replace") and said:
            # After the words that replace it, or where it would have been said.
            place = spoken[end - 1][0] if end > 0 else 0
            _put(found[place], Part.LEFT_OUT, " ".join(written[given_start:given_end]))
    return tuple(map(tuple, found))


def _bare(word: str) -> str:
    return re.sub(r"[^\w]+", "", word.lower()) or word


def _put(segments: list[Segment], part: Part, text: str) -> None:
    if segments and segments[-1].part is part:
        segments[-1] = Segment(part, f"{segments[-1].text} {text}")
    else:
        segments.append(Segment(part, text))
