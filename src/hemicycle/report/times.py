"""Times and durations as a report writes them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def iso(at: int) -> str:
    """An instant (ms) in ISO 8601, UTC, to the millisecond: `2020-11-25T09:00:00.000Z`."""
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def local(at: int, timezone: str) -> datetime:
    """An instant (ms) in a timezone."""
    return datetime.fromtimestamp(at / 1000, ZoneInfo(timezone))


def day(at: int, timezone: str) -> str:
    """A date, such as `25 November 2020`."""
    there = local(at, timezone)
    return f"{there.day} {there:%B %Y}"


def moment(at: int, timezone: str) -> str:
    """A date and time, such as `25 November 2020, 15:00`."""
    return f"{day(at, timezone)}, {local(at, timezone):%H:%M}"


def clock(at: int, timezone: str) -> str:
    """A time of day, such as `15:00:07`."""
    return f"{local(at, timezone):%H:%M:%S}"


def length(seconds: float) -> str:
    """`1:05:09` or `5:09`: hours where there are any, minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
