"""Writes docs/cli.md, the page of the command line, from the commands themselves.

`python -m tools.cli_page FILE`; `make generate` does it, and `make generated` compares.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from hemicycle.cli.commands import COMMANDS, load

HEAD = """\
# The command line

Made from the commands' own help; `hemicycle COMMAND --help` prints the same. Each option with a
variable can be set by it instead. Exit status: 0 done, 1 something announced did not happen or was
found wrong, 2 the command could not begin.
"""


def paragraph(text: str) -> str:
    """Help text as Markdown: its paragraphs, wrapped."""
    return "\n\n".join(textwrap.fill(" ".join(each.split()), 98) for each in text.strip().split("\n\n"))


def cell(text: str) -> str:
    """Text that can stand in a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def rows(command: Any) -> Iterator[str]:
    """A row for each argument and option: how it is written, what it does, its default, its
    variable."""
    for parameter in command.params:
        if "--help" in parameter.opts:
            continue
        metavar = parameter.metavar or parameter.name.upper()
        if parameter.param_type_name == "argument":
            written = f"`{metavar}`"
        else:
            written = " / ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
            written += f" `{parameter.metavar}`" if parameter.metavar else ""
        says = parameter.help or ""
        shown = parameter.show_default
        default = shown if isinstance(shown, str) else parameter.default
        if callable(default) or default is None or default is False or shown is False:
            default = ""
        if default is True:
            default = parameter.opts[0]
        if parameter.required:
            default = "required"
        variable = f"`{parameter.envvar}`" if parameter.envvar else ""
        yield f"| {written} | {cell(says)} | {cell(str(default))} | {variable} |"


def section(command: Any, path: str, level: int) -> Iterator[str]:
    """A command, and the commands in it where it is a group."""
    context = typer.Context(command, info_name=path)
    yield f"{'#' * level} `{path}`"
    yield paragraph(command.help or "")
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"```\n{path} {usage}\n```"
    if table := list(rows(command)):
        yield "\n".join(["| | what it says | default | variable |", "|---|---|---|---|", *table])
    for name, inner in getattr(command, "commands", {}).items():
        yield from section(inner, f"{path} {name}", level + 1)


def page() -> str:
    """The whole page, in Markdown."""
    parts = [HEAD.strip()]
    for name in COMMANDS:
        parts += section(load(name), f"hemicycle {name}", 2)
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
