"""docs/deploy.md and the unit name nothing that is not there."""

from __future__ import annotations

import re

import typer.core
from tests.world.proxies import DEPLOY

from hemicycle.cli.commands import load

GUIDE = (DEPLOY.parent / "deploy.md").read_text()
UNIT = (DEPLOY / "hemicycle.service").read_text()
ELSEWHERE = {"--upgrade", "--owner", "--now", "--system", "--home-dir", "--shell"}
"""Options of other programs."""


def parameters(command: str) -> list[typer.core.TyperOption]:
    return [p for p in load(command).params if isinstance(p, typer.core.TyperOption)]


def test_every_option_is_one() -> None:
    known = {name for command in ("serve", "doctor", "links") for p in parameters(command) for name in p.opts}
    known |= {"--invitations", "--help"}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", GUIDE))
    assert named - ELSEWHERE - known == set()


def test_every_environment_variable_is_one() -> None:
    known = {p.envvar for p in parameters("serve")}
    named = set(re.findall(r"HEMICYCLE_[A-Z_]+", GUIDE + UNIT))
    assert named - known == set()
    assert {"HEMICYCLE_DATA", "HEMICYCLE_MEDIA_HOST", "HEMICYCLE_PUBLIC_URL"} <= named


def test_every_file_is_there() -> None:
    linked = re.findall(r"\]\((deploy/[^)]+)\)", GUIDE)
    assert len(linked) >= 3
    assert [name for name in linked if not (DEPLOY.parent / name).is_file()] == []
    assert {file.name for file in DEPLOY.iterdir()} == {name.split("/")[1] for name in linked}


def test_what_is_started_is_a_command() -> None:
    started = re.findall(r"^ExecStart=/opt/hemicycle/bin/hemicycle (\w+)$", UNIT, re.MULTILINE)
    assert started == ["serve"]
