"""What an interpreter's languages may be, for both formats."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from hemicycle.meeting.faults import choose, shown
from hemicycle.wire.ids import Role

MOST_LANGUAGES = 20
"""The most languages of a meeting, and so of an interpreter."""

UNREPRESENTING = (Role.INTERPRETER, Role.CAPTIONER)
"""The roles that serve the meeting, and represent nobody in it."""

INTO = 'the languages that this person interprets into, for example ["en"]'
OUT_OF = 'the languages that this person understands, for example ["ko", "ru"]'

Note = Callable[[str, str, str], None]
"""Takes a fault: of "into" or "from", what is wrong, what would be right."""


def check_interpreter(
    into: Sequence[str], out_of: Sequence[str], languages: Collection[str] | None, note: Note
) -> None:
    """Note what is wrong with an interpreter's languages.

    Args:
        into: the booths' languages.
        out_of: the languages that the interpreter understands.
        languages: the meeting's; None where they could not be read, and then each will do.
        note: where a fault is noted.
    """
    for language in into:
        if languages is not None and language not in languages:
            note(
                "into",
                f"{shown(language)} is no language of this meeting",
                choose(language, languages, "language"),
            )
        elif out_of and set(out_of) <= {language}:
            note(
                "from",
                f"understands nothing but {shown(language)}, which is the booth's own language",
                "write another language, too",
            )


def check_other(named: Collection[str], role: Role, note: Note) -> None:
    """Note each of "into" and "from" that somebody has who is no interpreter."""
    for name in named:
        note(
            name,
            f"is there, and the role is {shown(role.value)}",
            f'leave it out, or write the role "{Role.INTERPRETER.value}"',
        )
