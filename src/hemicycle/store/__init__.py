"""Facts and rows, in SQLite or PostgreSQL."""

from hemicycle.store.database import Store
from hemicycle.store.errors import (
    LeaseLost,
    LineChanged,
    LogConflict,
    NoSuchLine,
    NoSuchMeeting,
    NoSuchSeat,
    Owned,
    SecretUnusable,
    SlugTaken,
    StoreError,
    StoreUnavailable,
)
from hemicycle.store.rows import CheckRow, LinkRow, MeetingRow, SeatRow

__all__ = [
    "CheckRow",
    "LeaseLost",
    "LineChanged",
    "LinkRow",
    "LogConflict",
    "MeetingRow",
    "NoSuchLine",
    "NoSuchMeeting",
    "NoSuchSeat",
    "Owned",
    "SeatRow",
    "SecretUnusable",
    "SlugTaken",
    "Store",
    "StoreError",
    "StoreUnavailable",
]
