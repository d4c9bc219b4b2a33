"""What is left of the demo's meeting: the video, the papers, the record's page and the archive.

Each is made as people make it: by the doors that the pages use, and as `hemicycle archive` does it.
Each is read back, and what was read is held against what was announced.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import av
import httpx

from hemicycle.archive import SigningKey, contents, make_archive, verify_archive
from hemicycle.demo.captioner import WRITES
from hemicycle.demo.observed import Check
from hemicycle.demo.press import PressOffice, Written
from hemicycle.demo.screen import Screen
from hemicycle.live.meeting import now_ms
from hemicycle.recording.paths import RecordingPaths
from hemicycle.report.documents import Block, Document, DocumentFormat, Kind, Run, written
from hemicycle.store import Store
from hemicycle.wire.archive import ArchiveContents
from hemicycle.wire.meeting import Meeting
from hemicycle.wire.quotes import Quote, is_usable

MAX_MISSING_MS = 1_000
"""How much shorter than the meeting its video may be: its ends are cut to whole steps of the
timeline."""


@dataclass(slots=True)
class Results:
    """The results of the demo, and the checks of them."""

    places: list[tuple[str, str]] = field(default_factory=list)
    """Pairs of what each thing is, and its path or address."""
    checks: list[Check] = field(default_factory=list)
    communique: str | None = None
    """The communiqué as it was published, in Markdown."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Makes everything that is kept of a meeting that is closed.

    Args:
        meeting: The meeting.
        store: Where it is stored.
        data: The directory of everything that is kept.
        recordings: The directory of all recordings; None: nothing was recorded.
        key: What the archive is signed with.
        screen: Shows how far the long steps are.
    """

    meeting: Meeting
    store: Store
    data: Path
    recordings: Path | None
    key: SigningKey
    screen: Screen

    async def keep(self, office: PressOffice, words: Written | None, url: str, results: Results) -> None:
        """Make it all.

        Args:
            office: The organiser's pages.
            words: What was written of the meeting; None: nothing was.
            url: The server's address.
            results: Where the places and the checks are added.
        """
        try:
            if self.recordings is not None:
                await self._video(office, RecordingPaths(self.recordings / self.meeting["slug"]), results)
            if words is not None:
                await self._papers(office, words, results)
            await self._page(office, words, url, results)
        except httpx.HTTPError as error:
            results.checks.append(Check("everything is there to be taken away", False, str(error)))
        await self._archive(results)

    async def _video(self, office: PressOffice, paths: RecordingPaths, results: Results) -> None:
        with self.screen.progress("The video is made") as tell:
            shown = await office.record_with_video(tell)
        what = "the video has the pictures, every sound and the subtitles"
        if shown["percent"] < 100:
            results.checks.append(Check(what, False, f"only {shown['percent']} % of it was made"))
            return
        results.places.append(("video", str(paths.video)))
        booths = {language for seat in self.meeting["seats"].values() for language in seat.get("into", ())}
        expected = Counter(video=1, audio=1 + len(booths), subtitle=len(shown["captions"]))
        results.checks.append(await asyncio.to_thread(_watched, what, paths.video, shown, expected))

    async def _papers(self, office: PressOffice, words: Written, results: Results) -> None:
        folder = self.data / "papers" / self.meeting["slug"]
        slug = self.meeting["slug"]
        approved = [quote for quote in words.quotes if is_usable(quote)]
        papers = {
            "verbatim": ("verbatim.docx", await office.paper(f"record/verbatim.{DocumentFormat.DOCX}")),
            "approved quotes": (
                "quotes.docx",
                written(quotes_document(self.meeting, approved), DocumentFormat.DOCX),
            ),
        }
        if words.published:
            for form in (DocumentFormat.DOCX, DocumentFormat.PDF):
                paper = await office.public(f"/m/{slug}/communique/{WRITES}.{form}")
                papers[f"communiqué, as {form}"] = (f"communique-{WRITES}.{form}", paper)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for what, (name, content) in papers.items():
                (folder / name).write_bytes(content)
                results.places.append((what, str(folder / name)))
        except OSError as error:
            results.checks.append(Check("the papers are written", False, error.strerror or str(error)))

    async def _page(self, office: PressOffice, words: Written | None, url: str, results: Results) -> None:
        """The organiser opens the record to everybody, and anybody reads it."""
        await office.open_record()
        shown = await office.record()
        address = f"{url}/m/{self.meeting['slug']}/record"
        results.places.append(("record's page", address))
        lines = len(words.lines) if words is not None else 0
        is_whole = shown["phase"] == "closed" and len(shown["lines"]) == lines
        how = f"{address} has {len(shown['lines'])} lines and {len(shown['turns'])} turns"
        results.checks.append(Check("the record's page is open to everybody", is_whole, how))

    async def _archive(self, results: Results) -> None:
        folder = self.data / "archives" / self.meeting["slug"]
        with self.screen.progress("The archive is made and verified") as tell:
            try:
                how = await asyncio.to_thread(self._archived, folder, _percent(tell))
            except Exception as error:
                results.checks.append(Check("the archive is as it was when it was made", False, str(error)))
                return
        results.places.append(("archive", str(folder)))
        results.checks.append(how)

    def _archived(self, folder: Path, tell: Callable[[int, int], None]) -> Check:
        """Make the archive, and look at every byte of it.

        Raises:
            ArchiveError: it was not made.
        """
        recording = (self.recordings or self.data / "recordings") / self.meeting["slug"]
        make_archive(
            folder,
            contents(self.store, self.meeting["slug"], recording, now_ms()),
            self.key,
            title=self.meeting["title"],
            organiser=self.meeting["organiser"],
            now=now_ms(),
        )
        found = verify_archive(folder, tell)
        how = f"{found.files} files and the chain of {found.facts} facts, signed"
        if found.findings:
            how = f"{found.findings[0].path}: {found.findings[0].sentence}"
        holds = not found.findings and found.public == self.key.public
        return Check("the archive is as it was when it was made", holds, how)


def quotes_document(meeting: Meeting, quotes: Sequence[Quote]) -> Document:
    """The quotes that may be printed, each under its speaker, with what the machine had heard
    instead."""
    blocks: list[Block] = []
    for quote in quotes:
        seat = meeting["seats"][quote["seat"]]
        blocks.append(Block(Kind.SPEAKER, (Run(f"{seat['name']}, {seat['title']}"),)))
        blocks.append(Block(Kind.TEXT, (Run(f"“{quote['text']}”"),)))
        note = "Approved as it was written down."
        if quote["text"] != quote["said"]:
            note = f"Approved in the speaker's own words. Written down was: {quote['said']}"
        blocks.append(Block(Kind.NOTE, (Run(note),)))
    return Document(WRITES, "Approved quotes", tuple(blocks), (meeting["title"],))


def _watched(what: str, video: Path, shown: ArchiveContents, expected: Counter[str]) -> Check:
    """What is in the video, read from the file itself."""
    with av.open(str(video)) as container:
        found: Counter[str] = Counter(stream.type for stream in container.streams)
        length_ms = (container.duration or 0) // 1000
    open_ms = shown.get("closed", 0) - shown.get("opened", 0)
    # Chapters are a stream of data.
    is_whole = {kind: found[kind] for kind in expected} == expected and length_ms >= open_ms - MAX_MISSING_MS
    how = (
        f"{length_ms / 1000:.0f} s of a meeting of {open_ms / 1000:.0f} s, {found['audio']} sounds, "
        f"subtitles in {found['subtitle']} languages, {len(shown['chapters'])} chapters"
    )
    return Check(what, is_whole, how)


def _percent(tell: Callable[[int], None]) -> Callable[[int, int], None]:
    return lambda done, of: tell(100 * done // max(1, of))
