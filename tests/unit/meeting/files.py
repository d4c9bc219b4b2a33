"""The real files, and what they become with one thing changed."""

from __future__ import annotations

from pathlib import Path

from hemicycle.meeting import Document, Faults, Plan, plan
from hemicycle.wire.meeting import Meeting

_FOLDER = Path(__file__).parents[3] / "src/hemicycle/demo/korean_peninsula"
PROGRAMME = (_FOLDER / "programme.toml").read_bytes().decode()
INVITATIONS = (_FOLDER / "invitations.csv").read_bytes().decode()


def planned(programme: str | bytes = PROGRAMME, invitations: str | bytes | None = None) -> Plan | Faults:
    """What comes of a programme and, where given, invitations."""
    return plan(
        Document("p.toml", _bytes(programme)),
        None if invitations is None else Document("i.csv", _bytes(invitations)),
    )


def meeting(programme: str | bytes = PROGRAMME, invitations: str | bytes | None = None) -> Meeting:
    """The meeting; fails where there are faults."""
    found = planned(programme, invitations)
    assert isinstance(found, Plan), [str(fault) for fault in found.faults]
    return found.meeting


def faults(programme: str | bytes = PROGRAMME, invitations: str | bytes | None = None) -> list[str]:
    """The faults' lines; fails where there are none."""
    found = planned(programme, invitations)
    assert isinstance(found, Faults)
    assert found.faults
    return [str(fault) for fault in found.faults]


def changed(text: str, old: str, new: str) -> str:
    """A text with one of its parts replaced, the first where there are several; it has to be
    there."""
    assert old in text
    return text.replace(old, new, 1)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
