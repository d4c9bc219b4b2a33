"""The table of commands says what the commands say, and nothing is imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hemicycle.cli.commands import COMMANDS, load


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_the_first_paragraph_of_its_help(name: str) -> None:
    command = load(name)
    assert command.name == name
    assert COMMANDS[name].help == " ".join(command.help.split("\n\n")[0].split())


def test_the_list_of_commands_imports_none_of_them() -> None:
    code = (
        "import sys; from hemicycle.cli.main import app; from typer.main import get_command; "
        "get_command(app).commands; "
        "print([name for name in sys.modules if name.startswith('hemicycle')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (
        done.stdout
        == str(["hemicycle", "hemicycle.cli", "hemicycle.cli.commands", "hemicycle.cli.main"]) + "\n"
    )
