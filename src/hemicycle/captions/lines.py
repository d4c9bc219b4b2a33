"""A line of captions as the seats see it, in the language that each wants."""

from __future__ import annotations

from dataclasses import dataclass, field

from hemicycle.wire.captions import Caption
from hemicycle.wire.ids import Key, Language, primary
from hemicycle.wire.lines import Writer


@dataclass(eq=False, slots=True)
class Shown:
    """A line as the seats see it."""

    id: int
    seat: Key
    language: Language
    spoken: Language
    """The language of whoever said it."""
    since: int
    until: int
    text: str
    final: bool
    writer: Writer
    by: Key | None = None
    line: int | None = None
    version: int = 1
    translations: dict[Language, str] = field(default_factory=dict)


def told(shown: Shown, wanted: str) -> str | None:
    """A line as one gets it who wants captions in a language; None: it is not in that language."""
    if wanted == "original":
        if primary(shown.language) != primary(shown.spoken):
            return None
        language, text = shown.language, shown.text
    elif primary(wanted) == primary(shown.language):
        language, text = shown.language, shown.text
    else:
        found = [each for each in shown.translations if primary(each) == primary(wanted)]
        if not found:
            return None
        language, text = found[0], shown.translations[found[0]]
    return Caption(
        id=shown.id,
        line=shown.line,
        version=shown.version,
        seat=shown.seat,
        language=language,
        since=shown.since,
        text=text,
        final=shown.final,
        writer=shown.writer,
    ).model_dump_json()
