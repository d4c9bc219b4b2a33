"""Draws the pictures of the video from the tracks."""

from __future__ import annotations

import av
import numpy as np
from av.video.reformatter import Interpolation
from PIL import Image

from hemicycle.recorder.compose import plates
from hemicycle.recorder.compose.plates import Planes
from hemicycle.recorder.compose.scene import HEAD, HEIGHT, WIDTH, Box, Scene, boxes, scene_of
from hemicycle.recorder.sources import Sources
from hemicycle.recording.index import Track
from hemicycle.room.state import State
from hemicycle.wire.ids import Key, Source
from hemicycle.wire.meeting import Meeting, Seat

_STAGE = plates.planes(Image.new("RGB", (2, 2), plates.STAGE))


def _blank() -> Planes:
    whole = np.empty((HEIGHT * 3 // 2, WIDTH), np.uint8)
    whole[:HEIGHT] = _STAGE[0, 0]
    whole[HEIGHT : HEIGHT * 5 // 4] = _STAGE[2, 0]
    whole[HEIGHT * 5 // 4 :] = _STAGE[2, 1]
    return whole


def _split(picture: Planes) -> tuple[Planes, Planes, Planes]:
    """The three planes of a picture of any even size; of one that is contiguous, as views of it."""
    height, width = picture.shape[0] * 2 // 3, picture.shape[1]
    flat = picture.reshape(-1)
    luma, chroma = height * width, height * width // 4
    return (
        flat[:luma].reshape(height, width),
        flat[luma : luma + chroma].reshape(height // 2, width // 2),
        flat[luma + chroma :].reshape(height // 2, width // 2),
    )


class Canvas:
    """Draws the pictures of a segment, one after the other.

    Args:
        meeting: The meeting as planned, which has the names.
        tracks: The files of the recording.
        sources: Reads them.
    """

    def __init__(self, meeting: Meeting, tracks: dict[str, Track], sources: Sources) -> None:
        self._meeting, self._tracks, self._sources = meeting, tracks, sources
        self._items = {item["key"]: item["title"] for item in meeting["items"]}
        self._whole = _blank()
        self._planes = _split(self._whole)
        self._drawn: Scene | None = None
        self._placed: dict[Box, av.VideoFrame | None] = {}

    def draw(self, at_us: int, state: State) -> Planes:
        """The picture at a time; the same array each time, so use it before the next.

        Args:
            at_us: By the server's clock.
            state: How the meeting stood.
        """
        scene = scene_of(state)
        if not scene.floor and scene.seats and self._frame(scene.seats[0], Source.CAMERA, at_us) is None:
            # Nobody speaks, and no camera that is on the stage sends: say what the meeting is at.
            scene = Scene((), scene.screen, scene.item, floor=False)
        if scene != self._drawn:
            self._begin(scene)
        people, screen = boxes(len(scene.seats), scene.screen is not None)
        if scene.screen is not None and screen is not None:
            self._show(scene.screen, Source.SCREEN, screen, at_us)
        small = len(people) > 1 or screen is not None
        for key, box in zip(scene.seats, people, strict=False):
            changed = self._show(key, Source.CAMERA, box, at_us)
            seat = self._meeting["seats"].get(key)
            if changed and seat is not None and self._placed[box] is not None and screen is None:
                self._name(seat, box, small=small)
        return self._whole

    def off_record(self, since: int, until: int) -> Planes:
        """The card of a time that was off the record."""
        self._drawn = None
        meeting = self._meeting
        return plates.off_record(meeting["languages"], since, until, meeting["timezone"])

    def _begin(self, scene: Scene) -> None:
        """Draw the parts that do not change while the scene is the same."""
        self._drawn = scene
        self._placed = {}
        title = self._meeting["title"]
        item = self._items.get(scene.item or "", "")
        if not scene.seats and scene.screen is None:
            self._whole[:] = plates.card(item or title, title if item else self._meeting["organiser"])
            return
        self._whole[:] = _blank()
        self._place(plates.head(item, title), 0, 0)
        if scene.screen is not None:
            # Beside a screen the names stand in a row under it.
            left = 16
            for key in scene.seats[:3]:
                if (seat := self._meeting["seats"].get(key)) is not None:
                    shown = plates.nameplate(seat, 940 // max(1, min(3, len(scene.seats))), small=True)
                    self._place(shown, left, HEAD + 62 + 540 + 6)
                    left += shown.shape[1] + 10

    def _show(self, key: Key, source: Source, box: Box, at_us: int) -> bool:
        """Draw a seat's picture into its place. Returns whether something was drawn."""
        frame = self._frame(key, source, at_us)
        if box in self._placed and self._placed[box] is frame:
            return False
        self._placed[box] = frame
        if frame is None:
            seat = self._meeting["seats"].get(key)
            if seat is not None and source is Source.CAMERA:
                alone = plates.alone(seat["name"], seat["title"], seat["organisation"], box.width, box.height)
                self._place(alone, box.left, box.top)
            return True
        scale = min(box.width / frame.width, box.height / frame.height)
        width, height = (max(4, round(length * scale / 4) * 4) for length in (frame.width, frame.height))
        width, height = min(width, box.width), min(height, box.height)
        fitted = frame.reformat(width, height, "yuv420p", interpolation=Interpolation.FAST_BILINEAR)
        left = box.left + (box.width - width) // 4 * 2
        top = box.top + (box.height - height) // 4 * 2
        self._place(np.asarray(fitted.to_ndarray(), np.uint8), left, top)
        return True

    def _frame(self, key: Key, source: Source, at_us: int) -> av.VideoFrame | None:
        track = self._latest(key, source, at_us)
        return None if track is None else self._sources.picture(track, at_us)

    def _latest(self, key: Key, source: Source, at_us: int) -> Track | None:
        """The file that has the seat's picture at that time; None: there is none."""
        for track in reversed(self._tracks.values()):
            begun = track.begun
            if begun.seat == key and begun.source is source and track.zero_at_us <= at_us:
                is_over = track.end is not None and track.end.at * 1000 + 1_000_000 <= at_us
                return None if is_over else track
        return None

    def _name(self, seat: Seat, box: Box, *, small: bool) -> None:
        shown = plates.nameplate(seat, box.width - 40, small=small)
        high = shown.shape[0] * 2 // 3
        self._place(
            shown, box.left + (8 if small else 24), box.top + box.height - high - (8 if small else 24)
        )

    def _place(self, picture: Planes, left: int, top: int) -> None:
        for plane, piece, half in zip(self._planes, _split(picture), (1, 2, 2), strict=True):
            high, wide = piece.shape
            plane[top // half : top // half + high, left // half : left // half + wide] = piece
