"""What whoever runs the server does to a meeting, by the command line: said in the log, before its
facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from hemicycle.room.state import State
from hemicycle.room.subject import FactModel, Subject


@dataclass(frozen=True, slots=True)
class OperatorActed(FactModel):
    """The facts that follow at the same instant are the operator's doing."""

    type: ClassVar[str] = "operator.acted"
    command: str
    """What was asked for: `meeting.add`, `seat.erase`."""


Facts = OperatorActed


def acted(state: State, fact: OperatorActed, at: int) -> State:
    """The fact only names who acted: it changes no part of the state."""
    return state


SUBJECT = Subject(readings={OperatorActed: acted})
