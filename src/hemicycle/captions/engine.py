"""The seam behind which speech becomes words."""

from __future__ import annotations

from typing import Protocol

from hemicycle.captions.utterances import Samples


class Engine(Protocol):
    """Turns speech into words. Called from one thread; takes as long as it takes."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it writes, as primary subtags."""

    @property
    def translates(self) -> bool:
        """Whether it can put other languages into English."""

    def words(self, samples: Samples, language: str, *, draft: bool) -> str:
        """What was said, in the language that it was said in; empty where nothing was.

        Args:
            samples: one utterance.
            language: a primary subtag, one of `languages`.
            draft: that it is wanted quickly, and more will follow.
        """

    def english(self, samples: Samples, language: str) -> str:
        """What was said, in English."""


class EngineUnavailable(Exception):
    """There is no engine or no model; its message says what to do."""
