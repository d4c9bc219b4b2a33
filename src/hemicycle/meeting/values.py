"""What a single value may be, for both formats: each function returns the value, or raises
`Unfit`."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from hemicycle.meeting.faults import nearest, shown
from hemicycle.wire.ids import KEY_PATTERN

MAX_MINUTES = 24 * 60
"""The longest meeting, and the longest agenda item."""

_DURATION = re.compile(
    r"P(?:(?P<weeks>\d{1,4})W|(?:(?P<days>\d{1,4})D)?"
    r"(?P<time>T(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,6})S)?)?)"
)

# Marks that turn the direction of the text around them: on a nameplate they would show another
# name.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# Registered tags that name no language: undetermined, several, no linguistic content, uncoded.
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})


class Unfit(Exception):
    """What is wrong with a value, and what would be right."""

    def __init__(self, wrong: str, right: str) -> None:
        """Take both halves of the sentence."""
        super().__init__(f"{wrong}; {right}")
        self.wrong = wrong
        self.right = right


def text(value: str, longest: int) -> str:
    """One line of text, without white space at its ends, in Unicode's composed form (NFC).

    Composed because the same Korean name typed on two systems would otherwise be two names.
    """
    found = unicodedata.normalize("NFC", value.strip())
    if not found:
        raise Unfit("is empty", "write a text")
    if len(found) > longest:
        raise Unfit(f"has {len(found):,} characters", f"write at most {longest}")
    for letter in found:
        if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") or letter in _TURNING:
            raise Unfit(
                f"has a character that cannot be shown (U+{ord(letter):04X})", "write one line of plain text"
            )
    return found


def key(value: str, longest: int = 64) -> str:
    """A key: what the log and addresses hold."""
    if not re.fullmatch(KEY_PATTERN, value):
        raise Unfit(
            f"{shown(value)} is no key",
            "write lower-case letters (a to z), digits and hyphens, at most 64, no hyphen at either end",
        )
    if len(value) > longest:
        raise Unfit(f"has {len(value)} characters", f"write at most {longest}")
    return value


def _langcodes() -> Any:
    """The registry of languages, whose tables take long to import: a server starts without them."""
    return import_module("langcodes")


def language(value: str) -> str:
    """A language tag of BCP 47, in its standard spelling."""
    tag = value.strip()
    right = "write a BCP 47 tag such as en, kk, ko or ru"
    if not re.fullmatch(r"[A-Za-z0-9]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}", tag) or not _langcodes().tag_is_valid(
        tag
    ):
        raise Unfit(f"{shown(value)} is no language", right)
    standard: str = _langcodes().standardize_tag(tag)
    first = standard.split("-")[0]
    if first in _NO_LANGUAGE or re.fullmatch(r"q[a-t][a-z]|x", first):
        raise Unfit(f"{shown(value)} names no language", right)
    return standard


def mail(value: str) -> str:
    """A mail address, checked for its form only."""
    address = value.strip()
    if (
        len(address) > 254
        or not address.isprintable()
        or not re.fullmatch(r"[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+", address)
    ):
        raise Unfit(
            f"{shown(address)} is no address", "write one such as name@example.org, or leave it empty"
        )
    return address


def duration(value: str) -> int:
    """The minutes of an ISO 8601 duration: `PT2H`, `PT1H30M`, `PT90M`."""
    found = _DURATION.fullmatch(value.strip())
    parts = (
        {name: int(part) for name, part in found.groupdict().items() if part and part[0] != "T"}
        if found
        else {}
    )
    if found is None or not parts or found["time"] == "T":
        raise Unfit(f"{shown(value)} is no ISO 8601 duration", 'write for example "PT2H" or "PT1H30M"')
    minutes, seconds = divmod(int(timedelta(**parts).total_seconds()), 60)
    if seconds:
        raise Unfit(f"{shown(value)} is not a whole number of minutes", 'write for example "PT1H30M"')
    if not 1 <= minutes <= MAX_MINUTES:
        raise Unfit(
            f"{shown(value)} is {minutes:,} minutes", "write at least one minute and at most 24 hours"
        )
    return minutes


@cache
def _timezones() -> frozenset[str]:
    return frozenset(available_timezones())


def timezone(value: str) -> str:
    """The name of a timezone in the IANA database."""
    if value not in _timezones():
        raise Unfit(f"{shown(value)} is no timezone", _meant(value))
    return value


def _meant(value: str) -> str:
    # People write "Astana" where the database has "Asia/Almaty"; what they often do get right is
    # the city.
    city = value.replace(" ", "_").rsplit("/", 1)[-1].lower()
    for name in sorted(_timezones()):
        if name.rsplit("/", 1)[-1].lower() == city:
            return f"did you mean {shown(name)}?"
    if (near := nearest(value, _timezones(), 0.8)) is not None:
        return f"did you mean {shown(near)}?"
    return 'write a name of the IANA database, such as "Asia/Almaty"'


def instant(local: datetime, zone: str) -> int:
    """When a local time of a timezone is, in ms since 1970-01-01T00:00Z.

    Where clocks go back and the time happens twice, it is the first of the two.
    """
    if not 2000 <= local.year < 2200:
        raise Unfit(f"is in the year {local.year}", "write a year from 2000 to 2199")
    there = local.replace(tzinfo=ZoneInfo(zone))
    if there.astimezone(UTC).astimezone(there.tzinfo).replace(tzinfo=None) != local:
        raise Unfit(
            f"{local:%H:%M} does not exist on that day in {zone}: clocks go forward over it",
            "write a time before or after",
        )
    return round(there.timestamp() * 1000)


def whole_number(value: str) -> int:
    """A whole number that is written in digits."""
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", value.strip()):
        raise Unfit(f"{shown(value)} is no whole number", "write it in digits, for example 1")
    return int(value)


def between(value: int, least: int, most: int) -> int:
    """A number within its limits, both included."""
    if not least <= value <= most:
        number = f"{value:,}" if abs(value) < 10**12 else "that"
        raise Unfit(f"{number} is too {'few' if value < least else 'many'}", f"write {least:,} to {most:,}")
    return value
