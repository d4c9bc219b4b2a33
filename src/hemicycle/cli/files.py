"""Reads the files that commands are given."""

from __future__ import annotations

from pathlib import Path

from hemicycle.cli.settings import fail


def content_of(path: Path, largest: int) -> bytes:
    """A file's bytes, at most one more than `largest`; where it can't be read, the command ends."""
    try:
        with path.open("rb") as file:
            # One more, so that too large a file is seen to be so without reading all of it.
            return file.read(largest + 1)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        fail(f"{path}: can't be read: {why}; give the path of a file that can")
