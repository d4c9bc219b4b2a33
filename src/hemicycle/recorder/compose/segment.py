"""Encodes one segment of the video from the tracks."""

from __future__ import annotations

import numpy as np

from hemicycle.recorder.aac import FRAME_SAMPLES, WARM_UP_FRAMES, Sound, encode_sound
from hemicycle.recorder.compose.canvas import Canvas
from hemicycle.recorder.compose.h264 import VideoEncoder
from hemicycle.recorder.compose.mixer import Mixer
from hemicycle.recording.segments import EncodedSegment
from hemicycle.recording.timeline import FRAME_RATE_HZ, SAMPLE_RATE_HZ, STEP_SOUND_FRAMES, History, Segment


def encode_segment(
    segment: Segment, channels: list[str], history: History, canvas: Canvas, mixer: Mixer
) -> EncodedSegment:
    """Draw, mix and encode a segment.

    Args:
        segment: The segment.
        channels: The sounds of the video: `ORIGINAL`, and the languages of the booths.
        history: The state of the meeting at any time.
        canvas: Draws the pictures.
        mixer: Mixes the sounds.
    """
    encoded = EncodedSegment()
    encoder = VideoEncoder()
    if segment.span.card:
        assert segment.span.until is not None
        still = canvas.off_record(segment.span.since, segment.span.until)
        for _ in range(segment.frames):
            encoded.pictures += encoder.encode(still)
    else:
        end_us = segment.span.until * 1000 if segment.span.until is not None else segment.until_us
        for number in range(segment.frames):
            # As things are in the middle of the time that a picture stands, so that it is never far
            # from its sound. What fills the last piece up shows the last moment of its time, and
            # not what came after.
            at_us = min(segment.since_us + (2 * number + 1) * 500_000 // FRAME_RATE_HZ, end_us - 1)
            encoded.pictures += encoder.encode(canvas.draw(at_us, history.at(at_us / 1000)))
    encoded.pictures += encoder.encode(None)
    frames = segment.steps * STEP_SOUND_FRAMES
    sounds = _silence(channels, frames) if segment.span.card else _heard(segment, channels, mixer, frames)
    encoded.sounds = {channel: encode_sound(sound, frames) for channel, sound in sounds.items()}
    return encoded


def _silence(channels: list[str], frames: int) -> dict[str, Sound]:
    length = (frames + WARM_UP_FRAMES + 2) * FRAME_SAMPLES
    return {channel: np.zeros(length, np.float32) for channel in channels}


def _heard(segment: Segment, channels: list[str], mixer: Mixer, frames: int) -> dict[str, Sound]:
    """The sounds of a segment with the margins that the encoder needs; silent outside the segment's
    span."""
    first = segment.since_us * SAMPLE_RATE_HZ // 1_000_000
    since, until = first - WARM_UP_FRAMES * FRAME_SAMPLES, first + (frames + 2) * FRAME_SAMPLES
    sounds = mixer.mix(channels, since, until)
    begins = segment.span.since * SAMPLE_RATE_HZ // 1000 - since
    ends = until - since
    if segment.span.until is not None:
        ends = min(ends, segment.span.until * SAMPLE_RATE_HZ // 1000 - since)
    for sound in sounds.values():
        sound[: max(0, begins)] = 0
        sound[max(0, ends) :] = 0
    return sounds
