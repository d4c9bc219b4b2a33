"""Reads the files that commands are given, and writes those that they make."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from hemicycle.cli.settings import fail

OutputFileOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where it is written.", show_default="standard output"
    ),
]

FORMAT = typer.Option("--format", help="What it is written as.", show_default="by FILE's name, otherwise md")
"""The option of a format of which `format_of` chooses one where none is given."""

Format = TypeVar("Format", bound=StrEnum)


def format_of(file: Path | None, formats: type[Format]) -> Format:
    """The format that a file's name asks for; Markdown where it asks for none."""
    suffix = file.suffix.lower().removeprefix(".") if file else ""
    named = "html" if suffix == "htm" else suffix
    return formats(named if named in list(formats) else "md")


def content_of(path: Path, largest: int) -> bytes:
    """A file's bytes, at most one more than `largest`; where it can't be read, the command ends."""
    try:
        with path.open("rb") as file:
            # One more, so that too large a file is seen to be so without reading all of it.
            return file.read(largest + 1)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        fail(f"{path}: can't be read: {why}; give the path of a file that can")


def write_out(path: Path | None, content: bytes, *, text: bool) -> None:
    """Write a file, or standard output without one; where that can't be, the command ends.

    Args:
        path: the file.
        content: its bytes.
        text: whether a person can read them on a terminal.
    """
    if path is None:
        if not text and sys.stdout.isatty():
            fail("--output: this is no text for a terminal; give a file, or send the output elsewhere")
        typer.echo(content.decode() if text else content, nl=False)
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        fail(f"{path}: can't be written: {(error.strerror or str(error)).lower()}; give another path")
