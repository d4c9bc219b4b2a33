"""What goes into an archive: each file with its path in the bag, and where its bytes come from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hemicycle.report import as_html, as_json, as_markdown, report
from hemicycle.room.facts import fact_data, fact_from
from hemicycle.room.log import Entry
from hemicycle.store import Store
from hemicycle.store.errors import NoSuchMeeting
from hemicycle.store.lines import lines_of, versions_of

LOG = "log.jsonl"


@dataclass(frozen=True, slots=True)
class Content:
    """A file of an archive."""

    path: str
    """In the payload, with slashes."""
    source: bytes | Path
    """The bytes themselves, or the file that has them."""

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def log_lines(entries: Sequence[Entry]) -> bytes:
    """The log as JSON lines, an entry each."""
    return "".join(
        json.dumps(
            {
                "seq": entry.seq,
                "at": entry.at,
                "type": entry.fact.type,
                "data": fact_data(entry.fact),
                "prev": entry.prev,
                "hash": entry.hash,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        + "\n"
        for entry in entries
    ).encode()


def entries_from(content: bytes) -> list[Entry]:
    """The entries of a log as `log_lines` wrote it.

    Raises:
        ValueError: a line is no entry of this version's; the sentence says which.
    """
    entries: list[Entry] = []
    for number, line in enumerate(content.splitlines(), 1):
        try:
            read = json.loads(line)
            fact = fact_from(read["type"], read["data"])
            entries.append(Entry(read["seq"], read["at"], fact, read["prev"], read["hash"]))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"line {number} is no fact that this version of Hemicycle knows") from error
    return entries


def contents(store: Store, slug: str, recordings: Path, now: int) -> Iterator[Content]:
    """Everything that is kept of a meeting.

    Args:
        store: where its facts and rows are.
        slug: the meeting.
        recordings: the folder of its recording; it need not be there.
        now: the present, in ms; what a report of an open meeting ends with.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    meeting = store.meeting(slug)
    if meeting is None:
        raise NoSuchMeeting(f'there is no meeting "{slug}"')
    entries = store.entries(slug)
    yield Content(LOG, log_lines(entries))
    yield Content("programme.json", _json(meeting))
    told = report(meeting, entries, now)
    yield Content("report.json", as_json(told).encode())
    yield Content("report.md", as_markdown(told).encode())
    yield Content("report.html", as_html(told).encode())
    lines = lines_of(store, slug, struck=True)
    yield Content(
        "verbatim.json",
        _json([{**line, "versions": versions_of(store, slug, line["id"])} for line in lines]),
    )
    for file in sorted(recordings.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield Content(f"recording/{file.relative_to(recordings).as_posix()}", file)
