"""The command line that the commands are registered with."""

from __future__ import annotations

import importlib.metadata
from typing import Annotated

import typer

app = typer.Typer(
    name="hemicycle",
    no_args_is_help=True,
    # A traceback that shows local variables would print tokens.
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"hemicycle {importlib.metadata.version('hemicycle')}")
        raise typer.Exit


@app.callback()
def hemicycle(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Official webinars in several languages, from the invitation to the press report."""
