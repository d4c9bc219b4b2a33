"""What was recorded: the one video, its sounds, and clips of who said what. Files are sent by
ranges."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import FileResponse

from hemicycle.recorder.clips import MAX_CLIP_MS, NothingRecorded, clip
from hemicycle.recording.paths import RecordingPaths
from hemicycle.recording.timeline import place
from hemicycle.report.as_webvtt import as_webvtt, languages_of
from hemicycle.store.lines import lines_of
from hemicycle.web.dependencies import SettingsHere
from hemicycle.web.identity import Guest, Reader, Visitor
from hemicycle.web.recording_access import Part, may_hear
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.ids import KEY_PATTERN, Key

router = APIRouter(include_in_schema=False)

CLIPS_AT_ONCE = asyncio.Semaphore(2)
"""A clip of ten minutes costs some seconds of a core: they queue up."""

KINDS = {".mp4": "video/mp4", ".m4a": "audio/mp4", ".json": "application/json"}

SeatKey = Annotated[str, Query(pattern=KEY_PATTERN)]
Time = Annotated[int, Query(ge=0, le=2**53)]


def _paths(settings: ServerSettings, slug: Key) -> RecordingPaths:
    """The recording of a meeting.

    Raises:
        HTTPException: this server has no directory for any.
    """
    if settings.recorded is None:
        raise HTTPException(404, "This server keeps no recordings.")
    return RecordingPaths(settings.recorded / slug)


@router.get("/m/{slug}/record/clip.m4a")
@router.get("/m/{slug}/seats/{key}/record/clip.m4a")
async def clip_of(
    guest: Guest, settings: SettingsHere, request: Request, seat: SeatKey, since: Time, until: Time
) -> Response:
    """The sound of one seat between two times of the server's clock, in ms, at most ten minutes."""
    if not 0 < until - since <= MAX_CLIP_MS:
        raise HTTPException(422, "A clip is longer than nothing and at most ten minutes long.")
    state, part = guest.standing.state, Part(seat, since, until)
    if not await asyncio.to_thread(may_hear, guest.store, guest.slug, state, guest.key, guest.role, part):
        raise HTTPException(403, "This is not yours to hear.")
    paths = _paths(settings, guest.slug)
    async with CLIPS_AT_ONCE:
        try:
            data = await asyncio.to_thread(clip, paths, seat, since, until)
        except NothingRecorded:
            raise HTTPException(404, "Nothing of this seat was recorded at that time.") from None
    answer = _ranged(request, data)
    if guest.key is None:
        # A communiqué's file plays its quotes wherever it lies: on somebody's disk, on another
        # site.
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


@router.get("/m/{slug}/record/{name}")
@router.get("/m/{slug}/seats/{key}/record/{name}")
async def file_of(name: str, reader: Reader, settings: SettingsHere) -> Response:
    """A file of the recording: `video.mp4`, `sound-original.m4a`, `timeline.json` and so on."""
    paths = _paths(settings, reader.slug)
    files = {path.name: path for path in (paths.video, *paths.sounds().values())}
    files |= {path.name: path for path in (paths.timeline, paths.chapters, paths.status)}
    if name.startswith("captions-") and name.endswith(".vtt"):
        return await _captions(reader, paths, name.removeprefix("captions-").removesuffix(".vtt"))
    path = files.get(name)
    if path is None or not await asyncio.to_thread(path.is_file):
        raise HTTPException(404, "This is not there, or not yet.")
    return FileResponse(path, media_type=KINDS[path.suffix], headers={"Cache-Control": "private, no-cache"})


async def _captions(reader: Visitor, paths: RecordingPaths, language: str) -> Response:
    """The captions in step with the video, as the verbatim stands now."""
    lines = await asyncio.to_thread(lines_of, reader.store, reader.slug)
    passages = await asyncio.to_thread(paths.passages)
    if language not in languages_of(lines) or not passages:
        raise HTTPException(404, "There are no captions in this language.")
    text = as_webvtt(lines, reader.meeting, language, partial(place, passages))
    return Response(text, media_type="text/vtt", headers={"Cache-Control": "private, no-cache"})


def _ranged(request: Request, data: bytes) -> Response:
    """Data as a browser's player asks for it: whole, or the one range it names (RFC 9110, section
    14)."""
    headers = {"Accept-Ranges": "bytes", "Cache-Control": "private, max-age=3600"}
    wanted = request.headers.get("range", "")
    if not wanted.startswith("bytes=") or "," in wanted:
        return Response(data, media_type="audio/mp4", headers=headers)
    first, _, last = wanted.removeprefix("bytes=").partition("-")
    try:
        start = int(first) if first else len(data) - int(last)
        end = min(int(last) + 1, len(data)) if first and last else len(data)
    except ValueError:
        return Response(data, media_type="audio/mp4", headers=headers)
    if not 0 <= start < end:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(data)}"
    return Response(data[start:end], 206, media_type="audio/mp4", headers=headers)
