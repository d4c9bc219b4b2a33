"""Finds the meeting that a command names, and looks whether its log can be trusted."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from hemicycle.cli.settings import fail
from hemicycle.meeting.faults import nearest, shown
from hemicycle.room.log import Entry, verify
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


def check_log(slug: str, entries: Sequence[Entry], outcome: str) -> None:
    """End the command with exit code 1 where a log was changed.

    What is told of such a log would be taken for what happened.

    Args:
        slug: the meeting.
        entries: its whole log.
        outcome: what was not done, in a sentence.
    """
    if broken := verify(entries):
        typer.echo(f"The log of {slug} is broken: {broken.sentence}. {outcome}", err=True)
        raise typer.Exit(1)
