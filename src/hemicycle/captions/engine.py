"""What the transcriber needs of a speech recognition model; `whisper.Whisper` is one."""

from __future__ import annotations

from typing import Protocol

from hemicycle.captions.utterances import Samples


class Engine(Protocol):
    """A speech recognition model. Its methods block, and are called from one thread only."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it recognises, as primary subtags (BCP 47)."""

    @property
    def translates(self) -> bool:
        """Whether it can translate other languages into English."""

    def words(self, samples: Samples, language: str, *, draft: bool) -> str:
        """What was said, in the language that it was said in; empty where nothing was.

        Args:
            samples: one utterance.
            language: a primary subtag, one of `languages`.
            draft: whether the utterance goes on: a quick result is worth more than a good one.
        """

    def english(self, samples: Samples, language: str) -> str:
        """What was said, translated into English; arguments as of `words`."""


class EngineUnavailable(Exception):
    """There is no engine or no model; its message says what to do."""
