"""Sentences in the words of a meeting: where they end, and which can be told in a reporter's voice.
Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from hemicycle.wire.ids import primary

OMISSION = "[…]"
"""What stands where words of a quotation are left out."""

_END = re.compile(r"[.!?…。]+[\"”»’)\]]*(?=\s+|$)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|H\.E|No|vs|e\.g|i\.e|U\.S|U\.K|U\.N|г|гг|т\.е|т\.д|т\.п|см|ст|им|ж|[A-ZА-ЯӘҒҚҢӨҰҮҺІ])\.$"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTATION = re.compile(r"[\"“”„«»‘『「]")
_THANKS = (
    "thank|welcome|hello|good morning|good afternoon|ladies and gentlemen|excellenc|спасибо|благодар|уважаем|"
    "рахмет|алғыс|құрметті|감사|안녕|존경하는"
)
_PERSONAL = {
    "en": re.compile(
        r"\b(?:i|i'm|i’m|i've|i’ve|me|my|mine|we|we're|we’re|us|our|ours|you|your|let's|let’s)\b", re.I
    ),
    "ru": re.compile(
        r"\b(?:я|мне|меня|мной|мо[йяеёию]|моего|моей|моих|мы|нас|нам|нами|наш\w*|вы|вас|вам|вами|ваш\w*)\b",
        re.I,
    ),
    "kk": re.compile(
        r"\b(?:мен|маған|менің|мені|біз|бізге|біздің|бізді|сіз\w*|сен|сенің|саған|сені)\b|\w(?:мын|мін|бын|бін|пын|пін|мыз|міз|пыз|піз)\b",
        re.I,
    ),
    "ko": re.compile(r"(?:^|\s)(?:저는|제가|저의|저희\S*|나는|내가|우리\S*|여러분\S*|당신\S*)"),
}
_SHORTEST, _LONGEST = 6, 48
"""Words of a sentence that is worth telling, and that can still be told."""

_SMALL_WORDS_TEXT = (
    "the a an this that these those there it its in on at by for from with without despite although "
    "while when if as since because after before during through under over both all any each no not "
    "however therefore moreover such what how why where who one two three many most some several в во "
    "на по о об от до из за к ко с со у при для без через после перед между несмотря хотя когда если "
    "так как также это этот эта эти тот та те все всё каждый однако поэтому кроме такой такие сегодня "
    "бұл осы сол ол бірақ сондықтан және егер барлық әр бүгін қазір"
)
_SMALL_WORDS = frozenset(_SMALL_WORDS_TEXT.split())


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def split(text: str) -> list[str]:
    """The sentences of a text, each with what ends it."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATED.search(text[start : match.end()]) and match.end() < len(text):
            continue
        if sentence := text[start : match.end()].strip():
            found.append(sentence)
        start = match.end()
    if rest := text[start:].strip():
        found.append(rest)
    return found


def tellable(text: str, language: str, most: int = 3) -> list[str]:
    """The sentences of somebody's words that say most, and that a reporter can tell as they are.

    Left out is what is said in the first or second person (told by somebody else it would be
    another statement), what thanks and greets, what quotes, and what is no whole sentence.
    What says most is what holds the words that this speaker uses most.
    """
    sentences = [sentence for sentence in split(text) if _is_tellable(sentence, primary(language))]
    frequencies = Counter(word for sentence in sentences for word in set(words(sentence)) if len(word) > 3)

    def weight(sentence: str) -> float:
        own = [word for word in words(sentence) if len(word) > 3]
        return sum(frequencies[word] for word in own) / (len(own) or 1)

    best = sorted(range(len(sentences)), key=lambda place: (-weight(sentences[place]), place))[:most]
    return [sentences[place] for place in sorted(best)]


def _is_tellable(sentence: str, language: str) -> bool:
    personal = _PERSONAL.get(language)
    shortest = _SHORTEST // 2 if language in ("ko", "kk") else _SHORTEST
    return (
        shortest <= len(words(sentence)) <= _LONGEST
        and sentence[-1:] in ".…。"
        and not _QUOTATION.search(sentence)
        and not re.search(_THANKS, sentence, re.IGNORECASE)
        and personal is not None
        and not personal.search(sentence)
    )


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand somewhere in lower case, so that they are no names."""
    return frozenset(word for text in texts for word in _WORD.findall(text) if word[:1].islower())


def within(sentence: str, common: frozenset[str]) -> str:
    """A sentence as it stands within another: without its end, and its capital where that is no
    name's."""
    found = sentence.rstrip(" .…。")
    first = _WORD.match(found)
    if first is None:
        return found
    word = first.group(0)
    if word.lower() in _SMALL_WORDS or (word.lower() in common and word[1:] == word[1:].lower()):
        return found[:1].lower() + found[1:]
    return found


def joined(parts: Sequence[str], adjacent: Sequence[bool]) -> str:
    """The parts of a quotation as one text, the omission marked where they are not adjacent.

    Args:
        parts: in the order in which they were said.
        adjacent: for each part after the first whether nothing lies between it and the one before.
    """
    text = parts[0].strip()
    for part, follows in zip(parts[1:], adjacent, strict=True):
        text += (" " if follows else f" {OMISSION} ") + part.strip()
    return text
