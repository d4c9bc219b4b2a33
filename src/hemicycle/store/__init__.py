"""Facts and rows, in SQLite or PostgreSQL."""

from hemicycle.store.database import Store
from hemicycle.store.errors import (
    LineChanged,
    LogConflict,
    NoSuchLine,
    NoSuchMeeting,
    NoSuchSeat,
    SecretUnusable,
    SlugTaken,
    StoreError,
    StoreUnavailable,
)
from hemicycle.store.rows import CheckRow, LinkRow, MeetingRow, SeatRow

__all__ = [
    "CheckRow",
    "LineChanged",
    "LinkRow",
    "LogConflict",
    "MeetingRow",
    "NoSuchLine",
    "NoSuchMeeting",
    "NoSuchSeat",
    "SeatRow",
    "SecretUnusable",
    "SlugTaken",
    "Store",
    "StoreError",
    "StoreUnavailable",
]
