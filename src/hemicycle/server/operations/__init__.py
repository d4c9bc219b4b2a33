"""What the operator can have changed, a file a subject: the list of all operations."""

from __future__ import annotations

from typing import Any

from hemicycle.server.operation import Operation
from hemicycle.server.operations.erasure import ERASE_SEAT
from hemicycle.server.operations.links import REPLACE_LINK
from hemicycle.server.operations.meetings import ADD_MEETING
from hemicycle.server.operations.recording import COMPOSE_RECORDING
from hemicycle.server.operations.texts import GIVE_GLOSSARY, GIVE_SPEECH, REMOVE_SPEECH

OPERATIONS: tuple[Operation[Any, Any], ...] = (
    ADD_MEETING,
    REPLACE_LINK,
    GIVE_SPEECH,
    REMOVE_SPEECH,
    GIVE_GLOSSARY,
    ERASE_SEAT,
    COMPOSE_RECORDING,
)
