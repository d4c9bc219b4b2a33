"""How long a press report of a day takes: `python -m bench.communique`.

A day is eight hours with a line every five seconds. What is said is shuffled out of the demo's
words, so that no sentence is another's twin.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from tests.unit.report.korean_peninsula import START, played, quotes

from hemicycle.report.alignment import compared
from hemicycle.report.communique import LANGUAGES, draft
from hemicycle.report.documents import DocumentFormat, written
from hemicycle.report.printing import communique_document
from hemicycle.report.quoting import findings
from hemicycle.report.verbatim import verbatim_document
from hemicycle.wire.lines import Line

HOURS, EVERY_MS, WORDS = 8, 5_000, 14

Made = TypeVar("Made")


def timed(what: str, make: Callable[[], Made]) -> Made:
    """Makes something, and prints how long it took."""
    begun = time.perf_counter()
    made = make()
    print(f"{what:<44} {time.perf_counter() - begun:6.2f} s")
    return made


def a_day() -> list[Line]:
    """The lines of a day."""
    _, _, lines = played()
    chance = random.Random(1)
    pool = " ".join(line["text"] for line in lines).split()
    count = HOURS * 3_600_000 // EVERY_MS
    day: list[Line] = []
    for number in range(count):
        since = START + number * EVERY_MS
        day.append(
            {
                **lines[0],
                "id": number + 1,
                "seat": lines[number * 3 // count]["seat"],
                "language": "en",
                "text": " ".join(chance.sample(pool, WORDS)).capitalize() + ".",
                "since": since,
                "until": since + EVERY_MS - 500,
            }
        )
    return day


def main() -> None:
    """Prints the times."""
    meeting, entries, _ = played()
    day = a_day()
    print(f"{len(day):,} lines, {sum(len(line['text'].split()) for line in day):,} words")
    known = {quote["id"]: quote for quote in quotes()}
    for language in LANGUAGES:
        made = timed(
            f"draft, {language}",
            lambda language=language: draft(meeting, entries, day, list(known.values()), language, START),  # type: ignore[misc]
        )
        if language == "en":
            timed("looked through for what was not approved", lambda: findings(made, known, day, []))  # noqa: B023
            document = communique_document(made, meeting, known)
    for format_ in DocumentFormat:
        timed(f"communiqué as {format_}", lambda format_=format_: written(document, format_))  # type: ignore[misc]
    whole = verbatim_document(meeting, day)
    for format_ in DocumentFormat:
        timed(f"verbatim as {format_}", lambda format_=format_: written(whole, format_))  # type: ignore[misc]
    said = [line["text"] for line in day[: len(day) // 3]]
    given = " ".join(said).split()
    given[::40] = ["otherwise"] * len(given[::40])
    timed(f"a speech of {len(given):,} words beside its text", lambda: compared(said, " ".join(given)))


if __name__ == "__main__":
    main()
