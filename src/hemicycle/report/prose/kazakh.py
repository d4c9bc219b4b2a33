"""A press report in Kazakh.

Suffixes follow a word's vowels, which a name in another script does not show, so names stand where
no suffix is needed: before `қаласында`, `тақырыбы`, `атап өткендей`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from hemicycle.report.prose.prose import Coming, Lead, Speaker, between_dashes, filled, in_brackets

_BACK = "аоұыуя"
_VOWELS = "аәеёиоөуұүыіэюя"
_VOICELESS = "птксшщчцхфһқ"


def on_day(when: date) -> str:
    """`2020 жылғы 25 қарашада`: the month with the locative suffix that its vowels and its end ask
    for."""
    number, month = str(format_date(when, "d MMMM", locale="kk")).split()
    last = next(letter for letter in reversed(month) if letter in _VOWELS)
    suffix = ("т" if month[-1] in _VOICELESS else "д") + ("а" if last in _BACK else "е")
    return f"{when.year} жылғы {number} {month}{suffix}"


class Kazakh:
    """Guillemets, and dashes before what is not quoted."""

    def headline(self, lead: Lead) -> str:
        """The title, and what it was."""
        return f"«{lead.title}» тақырыбында вебинар өтті"

    def lead(self, lead: Lead) -> str:
        """The first paragraph, which begins with the city in capitals."""
        return (
            f"{lead.city.upper()} – {on_day(lead.day)} «{lead.title}» тақырыбында вебинар өтті. "
            f"Ұйымдастырушы – {lead.organiser}."
        )

    def introduction(self, speaker: Speaker, topic: str | None, place: int) -> str:
        """How a speaker is introduced: the first one otherwise than those who followed."""
        role = "Алғашқы баяндамашы" if place == 0 else "Келесі баяндамашы"
        return f"{role} – {in_brackets(speaker)}" + (f"; баяндама тақырыбы – «{topic}»." if topic else ".")

    def discussed_by(self, speaker: Speaker) -> str:
        """A sentence on somebody who spoke from the hall, without the floor of an item."""
        return f"Талқылауға қатысушылардың бірі – {in_brackets(speaker)}."

    def quotation(self, speaker: Speaker, text: str, place: int) -> str:
        """A quotation whose attribution stands between dashes."""
        verb = ("деді", "деп қосты", "деп атап өтті")[min(place, 2)]
        return between_dashes(text, verb, speaker.surname)

    def reported(self, speaker: Speaker, sentences: Sequence[str], common: frozenset[str]) -> str:
        """`As … noted` takes the name as it is."""
        forms = (
            f"{speaker.surname} атап өткендей, {{}}.",
            "Сондай-ақ баяндамашының айтуынша, {}.",
            "Бұдан бөлек, баяндамашының пікірінше, {}.",
        )
        return filled(forms, sentences, common)

    def also(self, topics: Sequence[str]) -> str:
        """The agenda's items without a speaker."""
        named = ", ".join(f"«{topic}»" for topic in topics)
        return f"Кездесу барысында {named} {'тақырыбы' if len(topics) == 1 else 'тақырыптары'} да талқыланды."

    def attendance(self, coming: Coming) -> str:
        """A noun after a number stays in the singular."""
        if coming.number == 0:
            return "Шақырылғандар кездесуге келмеді."
        number = format_decimal(coming.number, locale="kk")
        about = "шамамен " if coming.about else ""
        kinds = f": {', '.join(coming.categories)}" if coming.categories else ""
        others = " және басқа да қонақтар" if coming.others and coming.categories else ""
        who = "өкіл" if coming.categories else "қонақ"
        return f"Виртуалды кездесуге {about}{number} {who} қатысты{kinds}{others}."
