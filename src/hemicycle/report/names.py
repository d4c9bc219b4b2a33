"""Names of persons and bodies as a report's sentences need them."""

from __future__ import annotations

import re

# The surnames that are written first where a name is romanised: the commonest of Korea, China and
# Viet Nam.
_FAMILY_FIRST_TEXT = (
    "ahn an bae baek bai ban bang bui byun cai cao cha chae chang chen cheon cho choe choi chon chu "
    "chun chung dang deng ding do doan duong eom feng gao geum gil go gong guk guo gwak gye ha ham han "
    "he heo ho hoang hong hu huang huh huynh hwang hyeon hyun im jang jeon jeong ji jiang jin jo joo ju "
    "jun jung kang ki kil kim ko kong koo ku kwak kwon le lee li liang lim lin liu luo lu ma meng min "
    "moon mun myung nam ngo nguyen noh no oh pae paik park peng pham phan pyo pyun qian qiu ra rhee ri "
    "roh ryu seo seok seong shen shi shim shin sim sin so sohn son song suh suk sun sung tae tan tang "
    "tran truong um vu wang wei wi woo wu xi xia xiao xie xu yan yang ye yeo yeom yi yin yoo yoon you "
    "yu yuan yun zeng zhang zhao zheng zhou zhu"
)
_FAMILY_FIRST = frozenset(_FAMILY_FIRST_TEXT.split())
_PARTICLES_TEXT = "al bin bint ben ibn da dal de del della den der di dos du el la le te ten ter van von zu"
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_PATRONYMIC = re.compile(
    r"(?:вич|вна|ична|ұлы|қызы|uly|kyzy|ovich|evich|ovna|evna|oğlu|oglu)$", re.IGNORECASE
)
_HANGUL = re.compile(r"[가-힣]")


def surname(name: str) -> str:
    """What a person is called on later mention: the surname as far as the name's form shows it.

    A name in capitals within the name is the surname, as protocol writes it (`KU Hong-seok`). A
    name in Hangul is given whole, as in Korean. Otherwise the last word is, unless the form says
    that the family stands first: a known surname before a hyphenated or a two-word given name, or a
    patronymic at the end.
    """
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(",") in _SUFFIXES:
        words.pop()
    if len(words) < 2 or _HANGUL.search(name):
        return name.strip()
    capitals = [word for word in words if len(word) > 1 and word.isupper() and "." not in word]
    if capitals and len(capitals) < len(words):
        return " ".join(capitals).title()
    first, last = words[0], words[-1]
    if first.lower() in _FAMILY_FIRST and ("-" in words[1] or len(words) == 3):
        return first
    if _PATRONYMIC.search(last):
        return first
    for place, word in enumerate(words[1:-1], 1):
        if word.lower() in _PARTICLES:
            return " ".join(words[place:])
    return last


def short_name(body: str) -> str | None:
    """The short name that a body's name introduces in brackets: `KIDA` of `Korea Institute …
    (KIDA)`."""
    found = re.search(r"\(([^()\s]{2,12})\)\s*$", body)
    return found.group(1) if found else None


class Mentions:
    """Who and what has been named so far: whole at first, short afterwards."""

    def __init__(self) -> None:
        """Begin with nobody named: the first mention of each person is the full one."""
        self._bodies: set[str] = set()

    def body(self, name: str) -> str:
        """The name of a body as it stands at this place of the text."""
        short = short_name(name)
        if short is not None and name in self._bodies:
            return short
        self._bodies.add(name)
        return name
