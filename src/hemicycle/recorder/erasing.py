"""Takes a person out of a recording, where the law demands it."""

from __future__ import annotations

from hemicycle.recorder.index import read_index
from hemicycle.recorder.places import Places
from hemicycle.wire.ids import Key


def erase(places: Places, seat: Key) -> list[str]:
    """Delete everything that was recorded of a seat, and everything that was made of it.

    The index keeps the lines that say that there were files. The video and its sounds go as a whole, because
    the seat may be heard in any of them: they are made anew, without it, by whoever asks for them next.

    Args:
        places: The recording.
        seat: Whose.

    Returns:
        What was deleted, as paths in the recording's directory.

    Raises:
        OSError: something could not be deleted.
    """
    gone: list[str] = []
    tracks = [track for track in read_index(places.tracks).tracks.values() if track.begun.seat == seat]
    doomed = [places.tracks / track.begun.file for track in tracks]
    if any(path.exists() for path in doomed):
        made = [path for path in places.composed.glob("*") if path.name != "lock"]
        doomed += [*sorted(made), *sorted(places.segments.glob("*"))]
    with places.composing_lock():
        for path in doomed:
            if path.exists():
                path.unlink()
                gone.append(path.relative_to(places.directory).as_posix())
    return gone
