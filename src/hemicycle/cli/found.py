"""Finds the meeting that a command names."""

from __future__ import annotations

from hemicycle.cli.settings import fail
from hemicycle.meeting.faults import nearest, shown
from hemicycle.store import Store
from hemicycle.wire.meeting import Meeting


def meeting_of(store: Store, slug: str) -> Meeting:
    """The meeting of that slug; where there is none, the command ends and says which was meant."""
    meeting = store.meeting(slug)
    if meeting is None:
        known = [row.slug for row in store.meetings()]
        if not known:
            hint = "no meeting has been added yet"
        elif (meant := nearest(slug, known)) is not None:
            hint = f"did you mean {shown(meant)}?"
        else:
            hint = "hemicycle meeting list shows those there are"
        fail(f"There is no meeting {shown(slug)}; {hint}")
    return meeting
