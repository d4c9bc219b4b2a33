"""The speech recognition model: Whisper, run by faster-whisper (CTranslate2) on the processor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray

from hemicycle.captions.engine import EngineUnavailable
from hemicycle.captions.utterances import RATE_HZ, Samples

MOST_THREADS = 4
"""Beyond this many a small model becomes hardly faster."""

HALF_WINDOW_S = 15
"""How much sound the model looks at. It was trained on windows of 30 s, most of which would be
silence here, and its encoder takes more than four times as long for them as for half. It
understands as much by half a window; by less it goes astray, and repeats itself."""

FADE_S = 0.5
"""How much of that must be silence after an utterance."""

BEAMS = 3
"""How many ways of going on a line is weighed by. With five it sometimes ends before its speech
does."""

REPETITIVE = 2.4
"""A text that can be compressed by more than this says the same again and again: nobody said
that."""

DOUBTFUL = -1.3
"""Of words with a lower average log probability hardly one was said."""

DOUBTFUL_ENGLISH = -1.0
"""In a translation nobody can tell by the ear what was made up, so it is taken more strictly."""


class _HalfWindows(WhisperModel):  # type: ignore[misc]
    """A model that looks at half as much as it could."""

    is_half = False

    def encode(self, features: NDArray[np.float32]) -> Any:
        """What the model makes of a window.

        Args:
            features: shape (bands, a hundred a second): an utterance, then zeros.
        """
        frames = 100 * HALF_WINDOW_S if self.is_half else None
        return super().encode(np.ascontiguousarray(features[:, :frames]))


class Whisper:
    """A Whisper model on this machine's processor."""

    def __init__(self, model: str, cores: int) -> None:
        """Load a model.

        Args:
            model: a folder, or a name such as `tiny.en` or `small`, which is fetched if need be.
            cores: how many processors there are.

        Raises:
            EngineUnavailable: with a sentence that says how to get it.
        """
        self._model = _loaded(model, min(cores, MOST_THREADS))
        self.languages: frozenset[str] = frozenset(self._model.supported_languages)
        self.translates: bool = self._model.model.is_multilingual

    def words(self, samples: Samples, language: str, *, draft: bool) -> str:
        """What was said; empty where it was no speech after all."""
        return self._run(samples, language, "transcribe", 1 if draft else BEAMS, DOUBTFUL)

    def english(self, samples: Samples, language: str) -> str:
        """What was said, translated into English."""
        return self._run(samples, language, "translate", BEAMS, DOUBTFUL_ENGLISH)

    def _run(self, samples: Samples, language: str, task: str, beams: int, doubtful: float) -> str:
        self._model.is_half = samples.size <= (HALF_WINDOW_S - FADE_S) * RATE_HZ
        segments, _ = self._model.transcribe(
            samples,
            language=language,
            task=task,
            beam_size=beams,
            # Trying again at other temperatures can take many times as long.
            temperature=0.0,
            # One wrong line would drag the next ones along.
            condition_on_previous_text=False,
            without_timestamps=True,
            # Each utterance is speech already.
            vad_filter=False,
        )
        said = [
            segment.text.strip()
            for segment in segments
            if segment.compression_ratio < REPETITIVE and segment.avg_logprob >= doubtful
        ]
        return " ".join(part for part in said if part)


def _loaded(model: str, threads: int) -> _HalfWindows:
    folder = Path(model)
    if folder.is_dir() and not (folder / "model.bin").is_file():
        raise EngineUnavailable(
            f"{model} holds no model: there must be model.bin, config.json and tokenizer.json "
            "as faster-whisper (CTranslate2) writes them"
        )
    if not folder.is_dir() and folder.is_absolute():
        raise EngineUnavailable(f"there is no folder {model}")
    try:
        return _HalfWindows(model, device="cpu", compute_type="int8", cpu_threads=threads)
    except ValueError as error:
        raise EngineUnavailable(
            f'"{model}" is neither a folder nor the name of a model; names are for example tiny, tiny.en, '
            f"base, small, medium, large-v3-turbo ({_first(error)})"
        ) from error
    except Exception as error:
        # Whatever a download can fail with: the sentence must come through.
        raise EngineUnavailable(
            f'the model "{model}" can\'t be loaded: {_first(error)}. Without a way to the internet, fetch it '
            "on another machine (faster_whisper.download_model) and give --captions its folder"
        ) from error


def _first(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
