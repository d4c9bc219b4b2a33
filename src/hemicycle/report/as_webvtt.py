"""Lines as subtitles: WebVTT, with who speaks in each cue's voice tag."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from hemicycle.wire.ids import Language, Milliseconds, primary
from hemicycle.wire.lines import Line
from hemicycle.wire.meeting import Meeting

WIDEST = 84
"""Columns of a cue: two rows of 42, which is what subtitles have; a wide letter, as in Hangul,
takes two."""

LEAST_MS = 700
"""A cue stands at least this long, where nothing follows sooner."""

Place = Callable[[Milliseconds], int | None]
"""Where a moment of the server's clock lies in the file that the subtitles go with, in ms; None:
nowhere."""


def as_webvtt(lines: Sequence[Line], meeting: Meeting, language: Language | None, place: Place) -> str:
    """The subtitles of a recording.

    Args:
        lines: in the order in which they were said.
        meeting: whose seats spoke.
        language: of the subtitles, with the translations that there are; None: each line as it was
            said.
        place: where a moment lies in the recording. A line that begins or ends nowhere is left out.

    Returns:
        A WebVTT file. Each cue is named by its line's number, so that it can be found in the
        verbatim.
    """
    cues: list[str] = []
    for line in lines:
        text = text_in(line, language)
        start, end = place(line["since"]), place(line["until"])
        if not text or start is None or end is None:
            continue
        seat = meeting["seats"].get(line["seat"])
        voice = f"<v {_name(seat['name'])}>" if seat and seat["name"] else ""
        parts = _parts(text)
        whole = sum(_columns(part) for part in parts)
        length, said = max(end - start, LEAST_MS), 0
        for number, part in enumerate(parts, 1):
            begins, said = start + length * said // whole, said + _columns(part)
            name = str(line["id"]) if len(parts) == 1 else f"{line['id']}.{number}"
            cues.append(
                f"{name}\n{_time(begins)} --> {_time(start + length * said // whole)}\n{voice}{_text(part)}\n"
            )
    return "\n".join(["WEBVTT\n", *cues])


def text_in(line: Line, language: Language | None) -> str | None:
    """A line's words in a language, as they were said or as they were translated; None: it isn't in
    that.

    Args:
        line: what was said.
        language: None: as it was said. Scripts and regions are not told apart.
    """
    if language is None or primary(language) == primary(line["language"]):
        return line["text"]
    translations = line.get("translations", {})
    return next((text for each, text in translations.items() if primary(each) == primary(language)), None)


def languages_of(lines: Sequence[Line]) -> list[Language]:
    """The languages that there are subtitles in: those that were spoken first, then
    translations."""
    spoken = [primary(line["language"]) for line in lines]
    translated = [primary(each) for line in lines for each in line.get("translations", {})]
    return list(dict.fromkeys([*spoken, *translated]))


def _parts(text: str) -> list[str]:
    """A text in cues of a bearable length, as even as can be."""
    words = text.split()
    # As many cues as it takes, so that none of them holds a last word alone.
    count = -(-_columns(text) // WIDEST)
    most = max(-(-_columns(text) // count), max(_columns(word) for word in words)) if words else WIDEST
    parts: list[str] = []
    for word in words:
        if parts and _columns(parts[-1]) + 1 + _columns(word) <= min(WIDEST, most + 12):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _time(at: int) -> str:
    hours, rest = divmod(max(0, at), 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _text(text: str) -> str:
    # An arrow would begin another cue.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _name(name: str) -> str:
    return " ".join(_text(name).split())
