"""Reads the keys of one TOML table, and notes what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import TypeVar

from hemicycle.meeting import values
from hemicycle.meeting.faults import FaultList, choose, shown
from hemicycle.meeting.values import Unfit

T = TypeVar("T")

_NAMES: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),  # before int, which it is a kind of
    (int, "a whole number"),
    (float, "a number with a fraction"),
    (str, "a text"),
    (datetime, "a date and time"),
    (date, "a date"),
    (time, "a time"),
    (list, "a list"),
    (dict, "a table"),
)


def kind(value: object) -> str:
    """What TOML calls the type of a value, with its article."""
    return next((name for of, name in _NAMES if isinstance(value, of)), "something else")


class Table:
    """One table of the programme.

    Where a key is missing or unfit its fault is noted and an empty value is returned: reading goes
    on, so that every fault is found at once, and nothing that was read is used if there was any.
    """

    def __init__(self, faults: FaultList, place: str, content: Mapping[str, object]) -> None:
        """Take the table's content and how a fault names it."""
        self._faults = faults
        self._place = place
        self._content = content
        self._asked: set[str] = set()

    def has(self, name: str) -> bool:
        """Whether the key is there; asking makes it a known one."""
        self._asked.add(name)
        return name in self._content

    def fault(self, name: str, wrong: str, right: str) -> None:
        """Note a fault of one key."""
        self._faults.add(f'{self._place}, "{name}"', wrong, right)

    def text(self, name: str, longest: int) -> str:
        """Read a line of text of at most `longest` characters."""
        return self._read(name, str, lambda value: values.text(value, longest), "")

    def key(self, name: str, longest: int = 64) -> str:
        """Read a key: lower-case letters, digits and hyphens."""
        return self._read(name, str, lambda value: values.key(value, longest), "")

    def word(self, name: str, known: Iterable[str], what: str) -> str:
        """One of a few known words."""
        words = list(known)

        def one(value: str) -> str:
            if value not in words:
                raise Unfit(f"{shown(value)} is no {what}", choose(value, words, what))
            return value

        return self._read(name, str, one, "")

    def language(self, name: str) -> str:
        """Read a language tag (BCP 47)."""
        return self._read(name, str, values.language, "")

    def languages(self, name: str, most: int, expected: str | None = None) -> list[str]:
        """A list of language tags, none of them twice.

        Args:
            name: the key.
            most: how many there may be.
            expected: what is to be written where the key is missing, in words.
        """

        def each(tags: list[object]) -> list[str]:
            if not 1 <= len(tags) <= most:
                raise Unfit(f"has {len(tags)} languages", f"write 1 to {most}")
            found: list[str] = []
            for place, tag in enumerate(tags, 1):
                try:
                    if not isinstance(tag, str):
                        raise Unfit(f"is {kind(tag)}", 'write a text such as "en"')
                    standard = values.language(tag)
                    if standard in found:
                        raise Unfit(f"{shown(tag)} is there twice", "write each language once")
                    found.append(standard)
                except Unfit as unfit:
                    self.fault(f"{name}[{place}]", unfit.wrong, unfit.right)
            return found

        return self._read(name, list, each, [], expected=expected)

    def mail(self, name: str) -> str:
        """Read a mail address."""
        return self._read(name, str, values.mail, "")

    def duration(self, name: str) -> int:
        """An ISO 8601 duration, in minutes."""
        return self._read(name, str, values.duration, 0)

    def timezone(self, name: str) -> str:
        """Read the name of a timezone of the IANA database."""
        return self._read(name, str, values.timezone, "")

    def local_time(self, name: str) -> datetime | None:
        """A date and time without a timezone."""

        def local(value: datetime) -> datetime:
            if value.tzinfo is not None:
                raise Unfit("has an offset", "leave it out: the key timezone says where the time is read")
            return value

        found: datetime | None = None
        return self._read(
            name, datetime, local, found, expected="a date and time such as 2026-11-25T15:00:00"
        )

    def number(self, name: str, least: int, most: int) -> int:
        """A whole number within its limits."""
        return self._read(name, int, lambda value: values.between(value, least, most), 0)

    def truth(self, name: str) -> bool:
        """Read `true` or `false`."""
        return self._read(name, bool, lambda value: value, False)

    def done(self) -> None:
        """Note each key that nothing asked for."""
        for name in self._content:
            if name not in self._asked:
                self._faults.add(
                    f"{self._place}, {shown(name)}",
                    "is not a key of this table",
                    choose(name, self._asked, "key"),
                )

    def _read(
        self, name: str, of: type, fit: Callable[..., T], empty: T, *, expected: str | None = None
    ) -> T:
        self._asked.add(name)
        expected = expected or kind(of() if of is not datetime else datetime.min)
        if name not in self._content:
            self.fault(name, "is missing", f"write {expected}")
            return empty
        value = self._content[name]
        if not isinstance(value, of) or (of is int and isinstance(value, bool)):
            self.fault(name, f"is {kind(value)}", f"write {expected}")
            return empty
        try:
            return fit(value)
        except Unfit as unfit:
            self.fault(name, unfit.wrong, unfit.right)
            return empty
