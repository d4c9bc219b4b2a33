"""A meeting at a real server is recorded, goes off the record, and has its video and its clips
afterwards."""

from __future__ import annotations

import contextlib
import io
from collections.abc import AsyncIterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from tests.world.media import Tone, speaking
from tests.world.programmes import BOOTHS
from tests.world.recordings import loudness_at, now, packets, probe, sound_of, until
from tests.world.site import Site, site_over, store_with

from hemicycle.client.seat import Seat
from hemicycle.recording.index import read_index
from hemicycle.recording.paths import RecordingPaths
from hemicycle.wire.booths import TakeBooth
from hemicycle.wire.floor import GiveFloor
from hemicycle.wire.ids import Source
from hemicycle.wire.opening import BeginItem, CloseMeeting, OpenMeeting
from hemicycle.wire.record import ResumeRecord, StopRecord

PATIENCE = 30.0
"""Seconds that an answer may take while the machine is busy with other things."""


@contextlib.asynccontextmanager
async def sending(seat: Seat, tone: Tone) -> AsyncIterator[None]:
    """The seat sends its tone and its picture."""
    async with seat.connect_media() as client, speaking(client, tone) as offered:
        await seat.sending(offered)
        yield


async def spoken(tone: Tone, packets_more: int) -> None:
    """Wait until so much more was said."""
    said = len(tone.spoken)
    await until(lambda: len(tone.spoken) > said + packets_more, PATIENCE)


async def clip(site: Site, key: str, seat: str, since: int, until_: int) -> tuple[int, bytes]:
    """What a seat gets when it asks for a clip."""
    cookie = {"Cookie": f"hemicycle_seat={site.token(key)}"}
    path = f"/m/booths/seats/{key}/record/clip.m4a?seat={seat}&since={since}&until={until_}"
    answer = await site.http.get(path, headers=cookie, timeout=PATIENCE)
    return answer.status_code, answer.content


def samples(data: bytes) -> NDArray[np.float32]:
    """The samples of a clip."""
    with av.open(io.BytesIO(data), "r") as container:
        return np.concatenate([frame.to_ndarray().reshape(-1) for frame in container.decode(audio=0)])


@pytest.mark.timeout(120)
async def test_a_meeting_is_recorded_from_the_opening_to_the_video(tmp_path: Path) -> None:
    store = store_with(BOOTHS, tmp_path)
    paths = RecordingPaths(tmp_path / "recordings" / "booths")
    speech, booth = Tone(hertz=500), Tone(hertz=1200)
    async with site_over(store, tmp_path, slug="booths", record=True) as site:
        chair, ambassador, english = [await site.seat(key) for key in ("chair", "ambassador", "english-a")]
        await chair.ask(OpenMeeting())
        view = await chair.until(lambda view: view.get("recording", {}).get("kept") is True)
        assert "recording" not in (await ambassador.until(lambda view: view["phase"] == "open"))
        item = store.meeting("booths")
        assert item is not None
        await chair.ask(BeginItem(item=item["items"][0]["key"]))
        async with sending(ambassador, speech), sending(english, booth):
            await english.ask(TakeBooth(booth="en"))
            await chair.ask(GiveFloor(seat="ambassador"))
            await until(lambda: len(read_index(paths.tracks).tracks) == 3)
            await spoken(speech, 150)
            heard_from = now() - 2_000

            await chair.ask(StopRecord())
            stopped = now()
            view = await ambassador.until(lambda view: "off_record" in view)
            view = await chair.until(lambda view: view.get("recording", {}).get("kept") is False)
            speech.hertz = booth.hertz = 2500
            await spoken(speech, 150)
            speech.hertz, booth.hertz = 500, 1200
            resumed = now()
            await chair.ask(ResumeRecord())
            await until(lambda: len(read_index(paths.tracks).tracks) == 6)
            await spoken(speech, 150)
            await chair.ask(CloseMeeting())
            closed = now()
            view = await chair.until(lambda view: view.get("recording", {}).get("video") == 100)
            print(f"video ready {(now() - closed) / 1000:.1f} s after the close")
        assert view["phase"] == "closed"

        index = read_index(paths.tracks)
        for track in index.tracks.values():
            path = paths.tracks / track.begun.file
            times = [track.zero_at_us / 1000 + 1000 * at for at, _ in packets(path)]
            assert times
            assert not [at for at in times if stopped <= at <= resumed]
            assert all(at <= closed for at in times)
            if track.begun.source is Source.MICROPHONE:
                assert np.max(loudness_at(sound_of(path), 2500)) < 0.01
        for channel, path in paths.sounds().items():
            whole = sound_of(path)
            assert np.max(loudness_at(whole, 2500)) < 0.01, channel
            own = 1200 if channel == "en" else 500
            assert np.max(loudness_at(whole, own)) > 0.1, channel
        found = probe(paths.video, "-show_chapters")
        languages = [each["tags"]["language"] for each in found["streams"] if each["codec_type"] == "audio"]
        assert languages == ["mul", "eng", "kaz", "kor", "rus"]

        status, data = await clip(site, "chair", "ambassador", heard_from, heard_from + 1_500)
        assert status == 200
        heard = samples(data)
        assert abs(len(heard) - 72_000) <= 1024
        assert np.max(loudness_at(heard, 500)) > 0.2
        assert (await clip(site, "ambassador", "ambassador", heard_from, heard_from + 1_500))[0] == 200
        assert (await clip(site, "france", "ambassador", heard_from, heard_from + 1_500))[0] == 403
        assert (await clip(site, "chair", "ambassador", stopped + 100, resumed - 100))[0] == 404
        assert (await clip(site, "chair", "ambassador", heard_from, heard_from + 600_001))[0] == 422

        cookie = {"Cookie": f"hemicycle_seat={site.token('chair')}"}
        for name in ("video.mp4", "sound-en.m4a", "sound-original.m4a", "timeline.json", "chapters.json"):
            assert (await site.http.get(f"/m/booths/record/{name}", timeout=PATIENCE)).status_code == 403
            answer = await site.http.get(
                f"/m/booths/seats/chair/record/{name}",
                headers={**cookie, "Range": "bytes=0-9"},
                timeout=PATIENCE,
            )
            assert answer.status_code == 206, name
            assert len(answer.content) == 10
        outside = await site.http.get("/m/booths/seats/chair/record/index.jsonl", headers=cookie)
        assert outside.status_code == 404
