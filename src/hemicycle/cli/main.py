"""The entry of `hemicycle`: every command, in the order in which the help lists them."""

from __future__ import annotations

import sys

import typer

from hemicycle.cli.app import app
from hemicycle.cli.archive import archive, verify
from hemicycle.cli.checks import checks
from hemicycle.cli.communique import communique
from hemicycle.cli.demo import demo
from hemicycle.cli.doctor import doctor
from hemicycle.cli.erase import erase
from hemicycle.cli.glossary import glossary_app
from hemicycle.cli.links import links
from hemicycle.cli.meeting import meeting_app
from hemicycle.cli.recording import recording
from hemicycle.cli.report import report
from hemicycle.cli.serve import serve
from hemicycle.cli.speech import speech
from hemicycle.cli.verbatim import verbatim
from hemicycle.store import StoreError

app.command("serve")(serve)
app.command("demo")(demo)
app.command("doctor")(doctor)
app.add_typer(meeting_app, name="meeting")
app.command("links")(links)
app.command("checks")(checks)
app.command("speech")(speech)
app.add_typer(glossary_app, name="glossary")
app.command("report")(report)
app.command("verbatim")(verbatim)
app.command("communique")(communique)
app.command("recording")(recording)
app.command("archive")(archive)
app.command("verify")(verify)
app.command("erase")(erase)


def run() -> None:
    """Run the command that the arguments name."""
    try:
        app()
    except StoreError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)
