"""The commands, by name, and the group that imports only the one that is run.

`hemicycle --help` would otherwise import the whole house to list sixteen names. This table is the
one place from which command modules are imported by their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

import typer
import typer.core
import typer.main


class Named(NamedTuple):
    """A command that is not imported yet."""

    attribute: str
    """A function, or a group of commands."""
    help: str
    """The first paragraph of its help, for the list of commands."""
    module: str = ""
    """In `hemicycle.cli`; empty: it has the command's name."""


COMMANDS: Mapping[str, Named] = MappingProxyType(
    {
        "serve": Named("serve", "Serve the pages, the seats and the media of every meeting, until Ctrl-C."),
        "demo": Named(
            "demo",
            "Hold a meeting of three speakers before seventy seats, and check that it happened as announced.",
        ),
        "doctor": Named(
            "doctor",
            "Look whether a server with these options can hold a meeting, and say what to do where it can't.",
        ),
        "meeting": Named("meeting_app", "Plan a meeting, list the meetings, show one."),
        "links": Named(
            "links",
            "Print each seat's personal link. Whoever has a link has the seat: send each to its person only.",
        ),
        "checks": Named(
            "checks",
            'Print what guests found out on the page "Can I take part?", the newest first.',
        ),
        "speech": Named("speech", "Give the booths the text of a speech, or list the texts that they have."),
        "glossary": Named("glossary_app", "Give the booths the meeting's terms."),
        "report": Named(
            "report",
            "Write the report of a meeting: who came, and who had the floor, when, on what.",
        ),
        "verbatim": Named(
            "verbatim",
            "Write the verbatim of a meeting: every line with its speaker, title, item and time.",
        ),
        "communique": Named(
            "communique",
            "Write the communiqué of a meeting: its newest edited version, or a draft read from the record.",
        ),
        "recording": Named(
            "recording",
            "Write a meeting's video, sounds, captions and untouched tracks into a directory.",
        ),
        "archive": Named(
            "archive",
            "Archive a meeting: a signed bag (BagIt, RFC 8493) with everything that is kept of it.",
        ),
        "verify": Named(
            "verify",
            "Verify an archive from its folder alone: every file, the chain of the log, the signature.",
            "archive",
        ),
        "erase": Named(
            "erase",
            "Erase a person: name, words and recording of a seat. The log stays whole, and can be verified.",
        ),
    }
)
"""In the order in which the help lists them."""


def load(name: str) -> Any:
    """Import a command's module and give its function."""
    named = COMMANDS[name]
    found = getattr(import_module(f"hemicycle.cli.{named.module or name}"), named.attribute)
    app = typer.Typer(add_completion=False, pretty_exceptions_show_locals=False)
    if isinstance(found, typer.Typer):
        # With a callback a group stays one, however few commands it has.
        found.callback()(lambda: None)
        command: Any = typer.main.get_group(found)
    else:
        app.command(name)(found)
        command = typer.main.get_command(app)
    command.name = name
    return command


class LazyGroup(typer.core.TyperGroup):
    """Lists the commands of the table, and imports the one that is run."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, named in COMMANDS.items():
            self.add_command(typer.core.TyperCommand(name, help=named.help))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Which command the arguments name, imported."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command if name is None else load(name), rest
