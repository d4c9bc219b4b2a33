"""Why a command was not carried out."""

from __future__ import annotations

from dataclasses import dataclass

from hemicycle.wire.protocol import RefusalCode


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command was not carried out: a code, and the sentence that goes with it."""

    code: RefusalCode

    @property
    def sentence(self) -> str:
        """In English; pages say it in their own language."""
        return self.code.sentence
