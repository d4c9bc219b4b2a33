"""The log: facts in their order, each with the hash of the one before it.

The hash of an entry is SHA-256 (FIPS 180-4) over the canonical JSON of everything else in it, the
hash of the entry before included, so that no entry can be changed, taken out or put in between
without every later hash being another. Canonical is RFC 8785 for the values that facts hold
(objects, arrays, strings, integers, true and false): keys sorted, no white space, UTF-8.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hemicycle.room.facts import fact_data
from hemicycle.room.subjects import Fact

GENESIS = "0" * 64
"""What stands for the hash before the first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in its place in the log."""

    seq: int
    at: int
    """Milliseconds since 1970-01-01T00:00Z, by the server's clock."""
    fact: Fact
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class BrokenChain:
    """Where a log is not what it was when it was written, and how that shows."""

    seq: int
    sentence: str


def canonical(seq: int, at: int, fact: Fact, prev: str) -> bytes:
    """The bytes that an entry's hash is taken over."""
    return json.dumps(
        {"at": at, "data": fact_data(fact), "prev": prev, "seq": seq, "type": fact.type},
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    ).encode()


def chain(facts: Iterable[Fact], at: int, last: Entry | None) -> list[Entry]:
    """The entries of facts that happened at one instant, after `last` (None: at the beginning)."""
    entries: list[Entry] = []
    for fact in facts:
        seq, prev = (last.seq + 1, last.hash) if last else (0, GENESIS)
        last = Entry(seq, at, fact, prev, hashlib.sha256(canonical(seq, at, fact, prev)).hexdigest())
        entries.append(last)
    return entries


def verify(entries: Sequence[Entry]) -> BrokenChain | None:
    """Where the chain is broken first; None where it holds."""
    prev = GENESIS
    for place, entry in enumerate(entries):
        if entry.seq != place:
            return BrokenChain(place, f"fact {place} is missing: fact {entry.seq} stands in its place")
        if entry.prev != prev:
            return BrokenChain(place, f"fact {place} does not follow the one before it")
        expected = hashlib.sha256(canonical(entry.seq, entry.at, entry.fact, entry.prev)).hexdigest()
        if entry.hash != expected:
            return BrokenChain(place, f"fact {place} ({entry.fact.type}) was changed after it was written")
        prev = entry.hash
    return None
