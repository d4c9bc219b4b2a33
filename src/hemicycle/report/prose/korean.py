"""A press report in Korean: plain style, full names, particles by the sound that they follow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from babel.dates import format_date
from babel.numbers import format_decimal

from hemicycle.report.prose.prose import Coming, Lead, Speaker, broken

_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS = 0xAC00, 0xD7A3, 28
_FINAL_N, _FINAL_B = 4, 17
"""Places of ㄴ and ㅂ among the finals of a Hangul syllable (Unicode 17, section 3.12)."""
_DESCRIBED = re.compile(
    r"(?:중요|필요|가능|불가능|분명|당연|심각|안전|명확|확실|유일|충분|절실|시급|동일)합니다$"
)


def final(word: str) -> int | None:
    """Which final the last syllable has, 0 for none; None where the word does not end in Hangul."""
    last = re.sub(r"[^\w]+$", "", word)[-1:]
    if last and _FIRST_SYLLABLE <= ord(last) <= _LAST_SYLLABLE:
        return (ord(last) - _FIRST_SYLLABLE) % _FINALS
    return None


def topic_particle(word: str) -> str:
    """`은` after a final, `는` after none, `은(는)` where the script does not tell."""
    found = final(word)
    return "은(는)" if found is None else "은" if found else "는"


def plain(sentence: str) -> str:
    """A sentence in the formal style as a report tells it.

    `믿습니다` becomes `믿는다`, and `입니다` becomes `이다`.
    """
    found = sentence.rstrip(" .…")
    if _DESCRIBED.search(found):
        return found[: -len("합니다")] + "하다"
    for formal, told in (("아닙니다", "아니다"), ("입니다", "이다")):
        if found.endswith(formal):
            return found[: -len(formal)] + told
    if found.endswith("습니다") and len(found) > len("습니다"):
        stem = found[: -len("습니다")]
        past_or_state = re.search(r"[았었였했겠있없됐렸졌왔갔났봤냈셨]$|[많같높좋적크깊]$", stem)
        return stem + ("다" if past_or_state else "는다")
    if found.endswith("니다") and final(found[:-2]) == _FINAL_B:
        stem = found[:-2]
        return stem[:-1] + chr(ord(stem[-1]) - _FINAL_B + _FINAL_N) + "다"
    return found


def full(speaker: Speaker) -> str:
    """The body, the name, the title, as Korean reports name a person."""
    title = speaker.title if speaker.title != speaker.name else ""
    if not title:
        return f"{speaker.name}({speaker.organisation})" if speaker.organisation else speaker.name
    inside = ", ".join(part for part in (title, speaker.organisation) if part)
    return f"{speaker.name}({inside})"


class Korean:
    """Curved quotation marks; `에 따르면`, `에 관한`, `도` follow any word unchanged."""

    def headline(self, lead: Lead) -> str:
        """The title, and what it was."""
        return f"“{lead.title}” 웨비나 개최"

    def lead(self, lead: Lead) -> str:
        """The dateline stands in capitals, where its script has any."""
        when = format_date(lead.day, "long", locale="ko")
        return (
            f"{lead.city.upper()} – {lead.organiser}의 주최로 {when} “{lead.title}”에 관한 웨비나가 열렸다."
        )

    def introduction(self, speaker: Speaker, topic: str | None, place: int) -> str:
        """How a speaker is introduced: the first one otherwise than those who followed."""
        role = "첫 번째 발표자" if place == 0 else "다음 발표자"
        return (
            f"{role}는 {full(speaker)}이며, 발표 주제는 ‘{topic}’이다."
            if topic
            else f"{role}는 {full(speaker)}이다."
        )

    def discussed_by(self, speaker: Speaker) -> str:
        """A sentence on somebody who spoke from the hall, without the floor of an item."""
        return f"토론 참가자 중에는 {full(speaker)}도 있었다."

    def quotation(self, speaker: Speaker, text: str, place: int) -> str:
        """The name is given whole: a surname alone would be rude."""
        verb = ("라고 밝혔다", "라고 덧붙였다", "라고 강조했다")[min(place, 2)]
        first, rest = broken(text)
        quoted = f"{speaker.surname}{topic_particle(speaker.surname)} “{first.rstrip('.')}”{verb}."
        return f"{quoted} 이어 “{rest.rstrip('.')}”라고 말했다." if rest else quoted

    def reported(self, speaker: Speaker, sentences: Sequence[str], common: frozenset[str]) -> str:
        """Reported speech, for which Korean takes the plain style."""
        forms = (
            f"{speaker.surname}에 따르면 {{}}.",
            "또한 발표 내용에 따르면 {}.",
            "아울러 {}는 점도 언급되었다.",
        )
        told = [plain(sentence) for sentence in sentences]
        if len(told) == len(forms) and told[-1].endswith("이다"):
            told[-1] = told[-1][:-1] + "라"
        return " ".join(form.format(one) for form, one in zip(forms, told, strict=False))

    def also(self, topics: Sequence[str]) -> str:
        """The agenda's items without a speaker."""
        named = ", ".join(f"‘{topic}’" for topic in topics)
        return f"이 밖에 {named}에 대해서도 논의되었다."

    def attendance(self, coming: Coming) -> str:
        """Who attended, with the counter for persons (명)."""
        if coming.number == 0:
            return "초청된 인사는 회의에 참석하지 않았다."
        number = format_decimal(coming.number, locale="ko")
        kinds = f"{', '.join(coming.categories)} 관계자" if coming.categories else "내빈"
        others = " 및 기타 내빈" if coming.others and coming.categories else ""
        return f"이번 화상 회의에는 {kinds}{others} {'약 ' if coming.about else ''}{number}명이 참석했다."
