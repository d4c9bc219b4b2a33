"""`hemicycle checks`: what guests found out, for the organiser."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.world.command import INVITATIONS, PROGRAMME, hemicycle

from hemicycle.store import Store
from hemicycle.store.checks import keep_check
from hemicycle.wire.checks import CheckResult, CheckSteps

SLUG = "korean-peninsula"
STEPS: dict[str, Any] = dict.fromkeys(CheckSteps.model_fields, "passed")


def keep(data: Path, seat: str | None, at: int, **changes: Any) -> None:
    fields = {
        "name": "", "verdict": "ready", "steps": STEPS,
        "way": "udp", "delay": 61, "loss": 0.012, "frame_rate": 29.5, **changes,
    }  # fmt: skip
    store = Store.open(f"sqlite:///{data / 'hemicycle.db'}")
    keep_check(
        store, SLUG, seat, "Firefox 153 on Windows", CheckResult.model_validate_json(json.dumps(fields)), at
    )
    store.close()


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    assert hemicycle("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=tmp_path).code == 0
    return tmp_path


def test_nobody_has_checked(planned: Path) -> None:
    outcome = hemicycle("checks", SLUG, data=planned)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"Nobody has checked yet. Send your guests to /m/{SLUG}/check on your server.\n"
    assert json.loads(hemicycle("checks", SLUG, "--format", "json", data=planned).out) == []


def test_the_organiser_reads_who_and_what(planned: Path) -> None:
    keep(planned, "chair", 1_795_000_000_000)
    steps = {**STEPS, "udp": "failed", "microphone": "failed", "camera": "skipped"}
    denied = {"verdict": "listening", "trouble": "microphone:denied", "way": "tcp"}
    keep(planned, None, 1_795_000_060_000, name="Aigerim", steps=steps, **denied)
    lines = hemicycle("checks", SLUG, data=planned).out.splitlines()
    shown = [
        "|".join(cell.strip() for cell in line.strip("│").split("│")) for line in lines if "Firefox" in line
    ]
    assert shown == [
        "2026-11-18 16:07|Aigerim (no seat)|can listen, cannot speak|microphone:denied|"
        "Firefox 153 on Windows|TCP|61 ms|1.2%|yes|no|–",
        "2026-11-18 16:06|Chair, Embassy of the Republic of Korea in the Republic of Kazakhstan|"
        "can take part||Firefox 153 on Windows|"
        "UDP|61 ms|1.2%|yes|yes|yes",
    ]
    guest, chair = json.loads(hemicycle("checks", SLUG, "--format", "json", data=planned).out)
    assert (guest["seat"], guest["name"], guest["trouble"]) == (None, "Aigerim", "microphone:denied")
    assert guest["steps"] == steps
    assert (chair["seat"], chair["verdict"], chair["delay"]) == ("chair", "ready", 61)


def test_a_guests_name_is_no_formula_in_a_spreadsheet(planned: Path) -> None:
    keep(planned, None, 1_795_000_000_000, name='=HYPERLINK("x")')
    (row,) = csv.DictReader(io.StringIO(hemicycle("checks", SLUG, "--format", "csv", data=planned).out))
    assert row["name"] == '\'=HYPERLINK("x")'
    assert (row["step_tcp"], row["loss"]) == ("passed", "0.012")


def test_an_unknown_meeting_is_said_to_be_one(planned: Path) -> None:
    outcome = hemicycle("checks", "korean", data=planned)
    assert (outcome.code, outcome.out) == (2, "")
    assert "There is no meeting" in outcome.err
