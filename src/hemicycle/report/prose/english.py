"""How a press report reads in English: dates, forms of address, verbs of saying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from hemicycle.report.attendance import in_sentence, listed, quantity
from hemicycle.report.prose.prose import Coming, Lead, Speaker, broken
from hemicycle.report.sentences import within

_ARTICLE = re.compile(
    r"^(?:(?:permanent|diplomatic|federal|national|royal|international|general|state|joint|presidential) )*"
    r"(?:embassy|ministry|institute|delegation|government|parliament|senate|mazhilis|department|office|council|"
    r"committee|centre|center|commission|consulate|mission|secretariat|agency|bank|union|organi[sz]ation|"
    r"association|foundation|federation|representation|university|academy|assembly|chamber|court|administration|"
    r"people's|house|society|institution|fund)\b"
    r"|\b(?:institute|centre|center|university|academy|foundation|council|agency|commission) (?:of|for|on)\b"
    r"|\bunion\b",
    re.IGNORECASE,
)
_CABINET = re.compile(
    r"^(?:the )?(?:ministry|government|embassy|office|parliament|senate|department)\b", re.IGNORECASE
)
_COMMON_START = re.compile(
    r"^(?:the|an?|some|its|their|our|strateg\w*|prospects?|challenges?|issues?|ways|means|options|steps|measures|"
    r"questions|results|achievements|cooperation|prevention|protection|development|implementation)\b",
    re.IGNORECASE,
)
_NAMED_START = re.compile(
    r"^(?:[A-Z]\S*['’]s?|(?:South|North|East|West|Central|Inter\S*|[A-Z]\w+(?:an|ese|ish|ic))) "
)


def with_article(body: str) -> str:
    """A body's name as it stands within a sentence: `the Embassy of …`, `UNESCO`."""
    return f"the {body}" if not body.lower().startswith("the ") and _ARTICLE.search(body) else body


def topic(title: str) -> str:
    """A title as what something is about: `the security situation …`; quoted where it is no
    phrase."""
    if _COMMON_START.search(title):
        return in_sentence(title)
    return title if _NAMED_START.search(title) else f"“{title}”"


def day(when: date) -> str:
    """A date as the press writes it: `November 25, 2020`."""
    return str(format_date(when, "long", locale="en_US"))


class English:
    """American dates and quotation, as the wire services write English."""

    def headline(self, lead: Lead) -> str:
        """A title that already names its subject is followed by what was held."""
        return f"Webinar on {topic(lead.title)}"

    def lead(self, lead: Lead) -> str:
        """The first paragraph, which begins with the city in capitals."""
        organiser = with_article(lead.organiser)
        return (
            f"{lead.city.upper()} – {organiser[:1].upper()}{organiser[1:]} organised a webinar on "
            f"{day(lead.day)}, on {topic(lead.title)}."
        )

    def introduction(self, speaker: Speaker, topic_title: str | None, place: int) -> str:
        """The name, then the full title."""
        spoke = "took the floor" if topic_title is None else f"spoke about {topic(topic_title)}"
        return f"{_full(speaker)}, {spoke}."

    def discussed_by(self, speaker: Speaker) -> str:
        """A sentence on somebody who spoke from the hall, without the floor of an item."""
        return f"{_full(speaker)}, took part in the discussion."

    def quotation(self, speaker: Speaker, text: str, place: int) -> str:
        """The comma that ends a quotation before its attribution stands within the marks."""
        verb = "said" if place == 0 else "added" if place == 1 else "went on to say"
        first, rest = broken(text)
        first = first[:-1] + "," if first.endswith(".") else first if first[-1:] in "?!…" else first + ","
        quoted = f"“{first}” {speaker.surname} {verb}."
        return f"{quoted} “{rest}”" if rest else quoted

    def reported(self, speaker: Speaker, sentences: Sequence[str], common: frozenset[str]) -> str:
        """In the tense in which it was said: what is reported may still be so."""
        forms = (
            f"According to {speaker.surname}, {{}}.",
            f"{speaker.surname} also said that {{}}.",
            f"In addition, {speaker.surname} noted that {{}}.",
        )
        told = [within(sentence, common) for sentence in sentences]
        return " ".join(form.format(one) for form, one in zip(forms, told, strict=False))

    def also(self, topics: Sequence[str]) -> str:
        """The agenda's items without a speaker."""
        named = [topic(one) for one in topics]
        parts = (
            "; ".join(named) if any(", and " in one for one in named) and len(named) > 1 else listed(named)
        )
        return f"The participants also discussed {parts}."

    def attendance(self, coming: Coming) -> str:
        """The number as `report.attendance` gives it."""
        one = coming.number == 1
        kinds = [in_sentence(category) for category in coming.categories]
        who = f"{'representative' if one else 'representatives'} of {listed(kinds)}" if kinds else "guests"
        who += ", and other guests," if coming.others and kinds else ""
        return f"{quantity(coming.number)} {who} attended the virtual meeting."


def _full(speaker: Speaker) -> str:
    if not speaker.title or speaker.title == speaker.name:
        return f"{speaker.name}{_from(speaker)}"
    return f"{speaker.name}, {speaker.title}{_from(speaker)}"


def _from(speaker: Speaker) -> str:
    if not speaker.organisation:
        return ""
    between = ", " if _CABINET.search(speaker.organisation) else " at "
    name = speaker.organisation if between == ", " else with_article(speaker.organisation)
    return f"{between}{name}"
