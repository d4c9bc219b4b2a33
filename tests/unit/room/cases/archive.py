"""Who may read what is kept: state, who asks for what, and what comes of it."""

from __future__ import annotations

from tests.unit.room.meetings import Cases, after

from hemicycle.room.archive import ArchiveClosed, ArchiveOpened, CloseArchive, OpenArchive
from hemicycle.wire.archive import Readers
from hemicycle.wire.models import RequestRefusal

OPENED = after(ArchiveOpened(Readers.SEATS, "chair"))

CASES: Cases = [
    (after(), "chair", OpenArchive(Readers.SEATS), [ArchiveOpened(Readers.SEATS, "chair")]),
    (OPENED, "chair", OpenArchive(Readers.PUBLIC), [ArchiveOpened(Readers.PUBLIC, "chair")]),
    (OPENED, "chair", OpenArchive(Readers.SEATS), []),
    (OPENED, "minister", OpenArchive(Readers.PUBLIC), RequestRefusal.NOT_ALLOWED),
    (OPENED, "chair", CloseArchive(), [ArchiveClosed("chair")]),
    (after(), "chair", CloseArchive(), []),
    (OPENED, "press", CloseArchive(), RequestRefusal.NOT_ALLOWED),
]  # fmt: skip
