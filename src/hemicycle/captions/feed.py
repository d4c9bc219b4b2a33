"""The latest lines of captions, sent to the seats that want them, each in the language it wants."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from hemicycle.live.connection import Connection
from hemicycle.wire.captions import Caption
from hemicycle.wire.ids import Key, Language, primary
from hemicycle.wire.lines import Writer

FINALS_KEPT = 60
"""Final lines that are kept for who asks for captions later."""


@dataclass(eq=False, slots=True)
class ShownLine:
    """A line of captions as it stands now: a draft, or final and perhaps corrected since."""

    id: int
    """By which pages replace what they have of it."""
    seat: Key
    """Who said it."""
    language: Language
    spoken: Language
    """The language of whoever said it."""
    since: int
    until: int
    """From when to when it was said, in ms by the server's clock."""
    text: str
    final: bool
    writer: Writer
    by: Key | None = None
    """The captioner who wrote it, if one did."""
    line: int | None = None
    """Its number in the verbatim; None: it is not stored yet."""
    version: int = 1
    translations: dict[Language, str] = field(default_factory=dict)


class CaptionFeed:
    """Who wants captions, and the final lines that are kept for them."""

    def __init__(self) -> None:
        """A feed without lines, that nobody has subscribed to."""
        self.finals: deque[ShownLine] = deque(maxlen=FINALS_KEPT)
        """The latest final lines, the oldest first."""
        self._wanted: dict[Connection, str] = {}

    def subscribe(self, connection: Connection, wanted: str | None) -> None:
        """Send a connection the latest lines in the language it wants, and from now on what comes.

        Args:
            connection: a seat's.
            wanted: a language, or `original`; None: no captions any more.
        """
        if wanted is None:
            self._wanted.pop(connection, None)
            return
        self._wanted[connection] = wanted
        for shown in self.finals:
            if message := _told(shown, wanted):
                connection.send(message)

    def show(self, shown: ShownLine, only: str | None = None) -> None:
        """Send a line as it stands now.

        Args:
            shown: the line.
            only: send it only to those who want this primary language.
        """
        messages: dict[str, str | None] = {}
        for connection, wanted in list(self._wanted.items()):
            if not connection.is_inside:
                del self._wanted[connection]
                continue
            if only is not None and primary(wanted) != only:
                continue
            if wanted not in messages:
                messages[wanted] = _told(shown, wanted)
            if message := messages[wanted]:
                connection.send(message)

    def forget(self, seat: Key) -> None:
        """Drop the lines of what a seat said."""
        self.finals = deque((shown for shown in self.finals if shown.seat != seat), maxlen=FINALS_KEPT)


def _told(shown: ShownLine, wanted: str) -> str | None:
    """The message for who wants a language, or `original`; None: the line is not in it."""
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
