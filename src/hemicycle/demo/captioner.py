"""Somebody who writes down in English what is spoken in another language, as the English booth says
it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from math import ceil

from hemicycle.client.media import LostError
from hemicycle.client.seat import Seat
from hemicycle.demo.script import Utterance
from hemicycle.report.sentences import split
from hemicycle.wire.ids import primary

WRITES = "en"

BROKEN_OFF = "–"
"""What ends a line that its speaker did not end."""


class Captioner:
    """A captioner's seat. `begin` before somebody speaks, `write` while they do, `end` after."""

    def __init__(self, seat: Seat, english: Mapping[str, str]) -> None:
        """Nothing is written yet.

        Args:
            seat: of the role captioner.
            english: what the English booth says, by the text that is spoken on the floor.
        """
        self.seat = seat
        self._english = english

    def writes(self, utterance: Utterance) -> bool:
        """Whether it is written by hand; what is spoken in English is the machine's."""
        return primary(utterance.words.language) != WRITES

    async def begin(self, utterance: Utterance) -> None:
        """Take the language from the machine.

        Raises:
            LostError: the seat is not connected.
        """
        await self.seat.caption_by_hand(utterance.words.language)

    async def write(self, utterance: Utterance, share: float) -> None:
        """Write each sentence once it has been said.

        Args:
            utterance: what is said.
            share: how much of it is said before it is cut, 0 to 1.

        Raises:
            LostError: a line was not taken.
        """
        lines = split(self._beginning(self._english[utterance.words.text], share))
        letters = sum(len(line) for line in lines)
        for line in lines:
            await asyncio.sleep(utterance.seconds * len(line) / letters)
            if refused := await self.seat.write_line(utterance.seat, WRITES, line):
                raise LostError(f"a captioner's line was refused: {refused.sentence}")

    async def end(self) -> None:
        """Give the language back.

        Raises:
            LostError: the seat is not connected.
        """
        await self.seat.caption_by_hand(None)

    def _beginning(self, text: str, share: float) -> str:
        words = text.split()
        said = max(1, ceil(len(words) * share))
        return text if said >= len(words) else " ".join([*words[:said], BROKEN_OFF])
