"""The entry of `hemicycle`."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import Annotated

import typer

from hemicycle.cli.commands import LazyGroup

app = typer.Typer(
    name="hemicycle",
    cls=LazyGroup,
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


def run() -> None:
    """Run the command that the arguments name."""
    try:
        app()
    except Exception as error:
        # What the store refuses is a sentence. A command that never imported the store met no such
        # error.
        errors = sys.modules.get("hemicycle.store.errors")
        if errors is None or not isinstance(error, errors.StoreError):
            raise
        typer.echo(str(error), err=True)
        sys.exit(2)
