"""What goes into an archive: each file with its path in the bag, and where its bytes come from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hemicycle.recording.paths import LOCK, PART, RecordingPaths
from hemicycle.report import as_html, as_json, as_markdown, report
from hemicycle.report.communique import parsed
from hemicycle.report.documents import DocumentFormat, written
from hemicycle.report.printing import communique_document
from hemicycle.report.verbatim import verbatim_document
from hemicycle.room.communique import Communiques
from hemicycle.room.facts import fact_data, fact_from
from hemicycle.room.interruption import Hole
from hemicycle.room.log import Entry
from hemicycle.room.rules import replay
from hemicycle.room.state import State
from hemicycle.store import Store
from hemicycle.store.communiques import CommuniqueRow, communiques_of
from hemicycle.store.errors import NoSuchMeeting
from hemicycle.store.lines import lines_of, versions_by_line
from hemicycle.store.quotes import quotes_of
from hemicycle.store.texts import glossary_of, speeches_of
from hemicycle.wire.lines import Line
from hemicycle.wire.meeting import Meeting

LOG = "log.jsonl"


@dataclass(frozen=True, slots=True)
class Content:
    """A file that goes into an archive."""

    path: str
    """The path in the payload, with slashes."""
    source: bytes | Path
    """The bytes themselves, or the file that has them."""

    @property
    def size(self) -> int:
        """How many bytes it has."""
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
    yield from _words(store, slug, meeting, told.interruptions)
    yield from _communiques(store, slug, meeting, replay(entries))
    yield from _recording(RecordingPaths(recordings))


def _words(store: Store, slug: str, meeting: Meeting, holes: Sequence[Hole]) -> Iterator[Content]:
    """What was said, what was given to the booths, and the glossary."""
    lines = lines_of(store, slug, struck=True)
    versions = versions_by_line(store, slug)
    yield Content(
        "verbatim/lines.json", _json([{**line, "versions": versions[line["id"]]} for line in lines])
    )
    speeches = speeches_of(store, slug)
    by_seat = {speech.seat: speech for speech in speeches}
    verbatim = verbatim_document(meeting, lines, speeches=by_seat, holes=holes)
    for form in (DocumentFormat.MD, DocumentFormat.HTML, DocumentFormat.PDF):
        yield Content(f"verbatim/verbatim.{form}", written(verbatim, form))
    for language in sorted({line["language"] for line in lines} | _translated(lines)):
        yield Content(f"verbatim/verbatim-{language}.md", _in_language(meeting, lines, language, holes))
    yield Content("booths/speeches.json", _json([speech.model_dump(mode="json") for speech in speeches]))
    yield Content("booths/glossary.json", _json(glossary_of(store, slug).model_dump(mode="json")))


def _translated(lines: Sequence[Line]) -> set[str]:
    return {language for line in lines for language in line.get("translations", {})}


def _in_language(meeting: Meeting, lines: Sequence[Line], language: str, holes: Sequence[Hole]) -> bytes:
    return written(verbatim_document(meeting, lines, language, holes=holes), DocumentFormat.MD)


def _communiques(store: Store, slug: str, meeting: Meeting, state: State) -> Iterator[Content]:
    """The quotes as they stand, and every version of the communiqué; the newest as documents."""
    quotes = quotes_of(store, slug, state)
    yield Content("quotes.json", _json(quotes))
    rows = communiques_of(store, slug)
    published = dict(state[Communiques].published)
    yield Content("communique/versions.json", _json([asdict(row) for row in rows]))
    yield Content("communique/published.json", _json(published))
    newest: dict[str, CommuniqueRow] = {}
    for row in rows:
        newest.setdefault(row.language, row)
    for language, row in newest.items():
        made = parsed(language, row.headline, row.text)
        document = communique_document(made, meeting, {quote["id"]: quote for quote in quotes})
        for form in DocumentFormat:
            yield Content(f"communique/communique-{language}.{form}", written(document, form))


def _recording(paths: RecordingPaths) -> Iterator[Content]:
    """The tracks as they were recorded, and what was composed of them; not what it was composed
    from."""
    for folder in (paths.tracks, paths.composed):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.is_symlink() and not _is_passing(file, paths):
                yield Content(f"recording/{file.relative_to(paths.directory).as_posix()}", file)


def _is_passing(file: Path, paths: RecordingPaths) -> bool:
    return file.suffix == PART or file == paths.status or file.name == LOCK
