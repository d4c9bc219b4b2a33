"""The list of the subjects of the live room: the one place that names them all.

A new subject adds itself here: to `SUBJECTS`, and to `Fact` where it has facts.
"""

from __future__ import annotations

from hemicycle.room import (
    archive,
    booths,
    captions,
    channels,
    communique,
    doors,
    erasure,
    floor,
    hands,
    interruption,
    languages,
    media,
    opening,
    operator,
    quotes,
    record,
    recording,
    stage,
    texts,
)
from hemicycle.room.subject import Subject

Fact = (
    opening.Facts
    | floor.Facts
    | stage.Facts
    | hands.Facts
    | doors.Facts
    | languages.Facts
    | channels.Facts
    | booths.Facts
    | record.Facts
    | quotes.Facts
    | communique.Facts
    | archive.Facts
    | erasure.Facts
    | operator.Facts
    | interruption.Facts
)
"""Whatever can have happened in a meeting."""

SUBJECTS: tuple[Subject, ...] = (
    opening.SUBJECT,
    floor.SUBJECT,
    stage.SUBJECT,
    hands.SUBJECT,
    doors.SUBJECT,
    languages.SUBJECT,
    channels.SUBJECT,
    booths.SUBJECT,
    record.SUBJECT,
    quotes.SUBJECT,
    communique.SUBJECT,
    archive.SUBJECT,
    erasure.SUBJECT,
    operator.SUBJECT,
    interruption.SUBJECT,
    media.SUBJECT,
    captions.SUBJECT,
    texts.SUBJECT,
    recording.SUBJECT,
)
"""In the order in which their consequences and their parts of the view are put together."""
