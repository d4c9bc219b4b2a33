"""How many came, as a press report says it.

The rounding rule, which is what a press officer does with a number that comes from a head count:

- below 20 the number is exact, and written out, because a sentence does not begin with a figure;
- from 20 on it is always "approximately": the count is of connections, and behind one of them may
  be two people or an empty chair, so an exact number would claim more than is known;
- 20 to 99 is rounded to the nearest 5, 100 to 999 to the nearest 10, more to the nearest 50; what
  lies in the middle is rounded down, because an organiser is forgiven for too few and not for too
  many.
"""

from __future__ import annotations

from collections.abc import Sequence

from hemicycle.wire.ids import Phase

EXACT_BELOW = 20

_WORDS = (
    "No",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
)


def rounded(number: int) -> int:
    """The number as a report gives it, by the rule above."""
    if number < EXACT_BELOW:
        return number
    step = 5 if number < 100 else 10 if number < 1000 else 50
    return (number + (step - 1) // 2) // step * step


def quantity(number: int) -> str:
    """The number as a sentence begins with it: `Twelve`, `Approximately 70`, `Approximately
    1,200`."""
    return _WORDS[number] if number < EXACT_BELOW else f"Approximately {rounded(number):,}"


def in_sentence(name: str) -> str:
    """A category's name as it stands within a sentence: its capital is dropped, an acronym's is
    not."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    return name if first[1:] != first[1:].lower() or len(first) == 1 else name[:1].lower() + name[1:]


def listed(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b, and c`."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def sentence(phase: Phase, invited: int, attended: int, categories: Sequence[str], others: int) -> str:
    """The attendance in one sentence.

    Args:
        phase: whether the meeting was opened, and is still.
        invited: how many seats were invited.
        attended: how many of them came.
        categories: the names of the categories of those who came, in the programme's order.
        others: how many of those who came have no category.
    """
    if phase is Phase.PLANNED:
        return "The meeting has not been opened yet."
    so_far = phase is Phase.OPEN
    if invited == 0:
        return "Nobody was invited besides the chair and the speakers."
    if attended == 0:
        if invited == 1:
            return f"The one who was invited {'has not come' if so_far else 'did not come'} to the meeting."
        return f"None of the {invited:,} who were invited {'has come' if so_far else 'came'} to the meeting."
    one = attended == 1
    if categories:
        whose = listed([in_sentence(name) for name in categories])
        who = f"{'representative' if one else 'representatives'} of {whose}"
        who += ", and other guests," if others else ""
    else:
        who = "guest" if one else "guests"
    verb = (f"{'has' if one else 'have'} attended the meeting so far") if so_far else "attended the meeting"
    return f"{quantity(attended)} {who} {verb}."
