"""A press report in Russian.

Neither gender nor case of a name can be known from the programme, so the sentences are built so
that names stand in the nominative beside nouns, and verbs are in the present or agree with
something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from hemicycle.report.prose.prose import Coming, Lead, Speaker, between_dashes, filled, in_brackets

_RULE = Locale.parse("ru").plural_form


def day(when: date) -> str:
    """A date as the press writes it: `25 ноября 2020 года`."""
    return str(format_date(when, "d MMMM y", locale="ru")) + " года"


class Russian:
    """Guillemets, and dashes around what is not quoted."""

    def headline(self, lead: Lead) -> str:
        """What was held, and its title."""
        return f"Состоялся вебинар «{lead.title}»"

    def lead(self, lead: Lead) -> str:
        """The first paragraph, which begins with the city in capitals."""
        return (
            f"{lead.city.upper()} – {day(lead.day)} состоялся вебинар «{lead.title}». "
            f"Организатор мероприятия – {lead.organiser}."
        )

    def introduction(self, speaker: Speaker, topic: str | None, place: int) -> str:
        """How a speaker is introduced: the first one otherwise than those who followed."""
        role = "Первый докладчик" if place == 0 else "Следующий докладчик"
        return f"{role} – {in_brackets(speaker)}" + (f"; тема выступления – «{topic}»." if topic else ".")

    def discussed_by(self, speaker: Speaker) -> str:
        """A sentence on somebody who spoke from the hall, without the floor of an item."""
        return f"В числе участников обсуждения – {in_brackets(speaker)}."

    def quotation(self, speaker: Speaker, text: str, place: int) -> str:
        """The attribution stands between dashes, outside no marks of its own."""
        verb = ("отмечает", "добавляет", "подчёркивает")[min(place, 2)]
        return between_dashes(text, verb, speaker.surname)

    def reported(self, speaker: Speaker, sentences: Sequence[str], common: frozenset[str]) -> str:
        """Present tense, which has no gender."""
        forms = (
            f"{speaker.surname} отмечает, что {{}}.",
            "Кроме того, по словам докладчика, {}.",
            "Докладчик также подчёркивает, что {}.",
        )
        return filled(forms, sentences, common)

    def also(self, topics: Sequence[str]) -> str:
        """The agenda's items without a speaker."""
        named = ", ".join(f"«{topic}»" for topic in topics)
        discussed = "обсуждалась также тема" if len(topics) == 1 else "обсуждались также темы"
        return f"В ходе встречи {discussed} {named}."

    def attendance(self, coming: Coming) -> str:
        """Agrees by the plural rules of CLDR; after «около» the genitive stands."""
        number = format_decimal(coming.number, locale="ru")
        form = _RULE(coming.number)
        if coming.about:
            took, who = "приняли участие около", "представителя" if form == "one" else "представителей"
        else:
            took = "принял участие" if form == "one" else "приняли участие"
            who = {"one": "представитель", "few": "представителя"}.get(form, "представителей")
        if coming.number == 0:
            return "Приглашённые участники на встречу не прибыли."
        kinds = f": {', '.join(coming.categories)}" if coming.categories else ""
        others = ", а также другие гости" if coming.others and coming.categories else ""
        noun = who if coming.categories else {"one": "гость", "few": "гостя"}.get(form, "гостей")
        return f"В виртуальной встрече {took} {number} {noun}{kinds}{others}."
