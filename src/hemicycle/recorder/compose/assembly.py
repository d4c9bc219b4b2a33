"""Writes the files of the video and of its sounds, segment by segment, so that little is left at
the close."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import langcodes
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.subtitles.stream import SubtitleStream
from av.video.stream import VideoStream

from hemicycle.recorder.aac import FRAME_SAMPLES, set_up_sound
from hemicycle.recorder.compose.h264 import set_up_video
from hemicycle.recording.contents import Chapter, Subtitle
from hemicycle.recording.paths import ORIGINAL, PART, VIDEO, sound_name
from hemicycle.recording.segments import EncodedSegment
from hemicycle.recording.timeline import FRAME_RATE_HZ, SAMPLE_RATE_HZ

MAX_SUBTITLE_BYTES = 4000

# What the muxer wants to be told of how subtitles look (Advanced SubStation Alpha 4+, as FFmpeg
# reads it).
_STYLE = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, \
MarginL, MarginR, MarginV, Encoding
Style: Default,Noto Sans,18,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def iso_639_2(language: str) -> str:
    """The three letters by which MP4 knows a language (ISO 639-2/T); `und` where there are none."""
    try:
        return langcodes.get(language).to_alpha3()
    except (LookupError, ValueError):
        return "und"


def own_name(language: str) -> str:
    """A language's name in itself, for menus of players that show no more than that."""
    names = {"en": "English", "kk": "Қазақша", "ko": "한국어", "ru": "Русский"}
    return names.get(language.split("-")[0], language)


class Assembly:
    """The files while they are made.

    Args:
        directory: Where they go.
        channels: The sounds, the original first.
        spoken: The language of the original; None: it has several.
        subtitles: The languages that there are subtitles in.
        title: The meeting's.

    Raises:
        OSError: they can't be written.
    """

    def __init__(
        self,
        directory: Path,
        channels: Sequence[str],
        spoken: str | None,
        subtitles: Sequence[str],
        title: str,
    ) -> None:
        self.subtitles = tuple(subtitles)
        self._directory = directory
        self._channels = tuple(channels)
        self._frames = 0
        self._sounded = 0
        directory.mkdir(parents=True, exist_ok=True)
        self._video = self._open(VIDEO, title)
        self._picture: VideoStream = self._video.add_stream("libx264", rate=FRAME_RATE_HZ)
        set_up_video(self._picture)
        self._sounds = [self._sound(self._video, channel, spoken) for channel in channels]
        self._texts: list[SubtitleStream] = []
        for language in subtitles:
            text: SubtitleStream = self._video.add_stream("mov_text")
            text.codec_context.subtitle_header = _STYLE
            text.metadata["language"] = iso_639_2(language)
            text.metadata["handler_name"] = own_name(language)
            self._texts.append(text)
        self._alone: list[tuple[OutputContainer, AudioStream]] = []
        for channel in channels:
            container = self._open(sound_name(channel), title)
            self._alone.append((container, self._sound(container, channel, spoken)))
        for container in (self._video, *(each for each, _ in self._alone)):
            container.start_encoding()

    @property
    def steps_ms(self) -> int:
        """The length of what was added so far, in ms."""
        return round(self._frames * 1000 / FRAME_RATE_HZ)

    def add(self, segment: EncodedSegment) -> None:
        """Add a segment.

        Raises:
            OSError: it can't be written.
        """
        for data, key in segment.pictures:
            self._mux(self._video, self._picture, data, self._frames, 1, Fraction(1, FRAME_RATE_HZ), key=key)
            self._frames += 1
        rate = Fraction(1, SAMPLE_RATE_HZ)
        for place, channel in enumerate(self._channels):
            container, alone = self._alone[place]
            for number, data in enumerate(segment.sounds[channel]):
                at = (self._sounded + number) * FRAME_SAMPLES
                self._mux(self._video, self._sounds[place], data, at, FRAME_SAMPLES, rate)
                self._mux(container, alone, data, at, FRAME_SAMPLES, rate)
        self._sounded += len(segment.sounds[self._channels[0]])

    def finish(self, chapters: Sequence[Chapter], subtitles: Sequence[Sequence[Subtitle]]) -> None:
        """Write what is left, and put the files where they belong.

        Args:
            chapters: The first first.
            subtitles: For each language that was given at the beginning, in that order.

        Raises:
            OSError: it can't be written.
        """
        for stream, texts in zip(self._texts, subtitles, strict=True):
            for text in texts:
                data = text.text.encode()[:MAX_SUBTITLE_BYTES].decode(errors="ignore").encode()
                # A sample is its text and the text's length before it (3GPP TS 26.245, section
                # 5.17).
                sample = len(data).to_bytes(2) + data
                length = max(1, text.until - text.since)
                self._mux(self._video, stream, sample, text.since, length, Fraction(1, 1000))
        ends = [chapter.at for chapter in chapters[1:]] + [self.steps_ms]
        marks: list[Any] = [
            {
                "id": number,
                "start": chapter.at,
                "end": end,
                "time_base": Fraction(1, 1000),
                "metadata": {"title": chapter.title},
            }
            for number, (chapter, end) in enumerate(zip(chapters, ends, strict=True))
        ]
        for container in (self._video, *(each for each, _ in self._alone)):
            container.set_chapters(marks)
            container.close()
        for name in (VIDEO, *map(sound_name, self._channels)):
            (self._directory / f"{name}{PART}").replace(self._directory / name)

    def abandon(self) -> None:
        """Delete the unfinished files; they can be written again from the segments."""
        for container in (self._video, *(each for each, _ in self._alone)):
            try:
                container.close()
            except (OSError, av.FFmpegError):
                continue
        for name in (VIDEO, *map(sound_name, self._channels)):
            (self._directory / f"{name}{PART}").unlink(missing_ok=True)

    def _open(self, name: str, title: str) -> OutputContainer:
        container = av.open(str(self._directory / f"{name}{PART}"), "w", format="mp4")
        container.metadata["title"] = title
        return container

    def _sound(self, container: OutputContainer, channel: str, spoken: str | None) -> AudioStream:
        stream: AudioStream = container.add_stream("aac", rate=SAMPLE_RATE_HZ)
        set_up_sound(stream)
        if channel == ORIGINAL:
            stream.metadata["language"] = "mul" if spoken is None else iso_639_2(spoken)
            stream.metadata["handler_name"] = "Original"
        else:
            stream.metadata["language"] = iso_639_2(channel)
            stream.metadata["handler_name"] = own_name(channel)
        return stream

    def _mux(
        self,
        container: OutputContainer,
        stream: VideoStream | AudioStream | SubtitleStream,
        data: bytes,
        at: int,
        length: int,
        base: Fraction,
        *,
        key: bool = True,
    ) -> None:
        packet: av.Packet[Any] = av.Packet(data)
        packet.stream = stream
        packet.time_base = base
        packet.pts = packet.dts = at
        packet.duration = length
        packet.is_keyframe = key
        container.mux(packet)
