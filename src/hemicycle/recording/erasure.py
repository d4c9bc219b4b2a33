"""Takes a seat's sound and pictures out of a recording, or the whole recording away."""

from __future__ import annotations

import shutil

from hemicycle.recording.index import FileBegun, FileEnded, read_records
from hemicycle.recording.paths import PART, RecordingPaths
from hemicycle.wire.ids import Key


def erase_tracks(paths: RecordingPaths, seat: Key, *, shown: bool) -> int:
    """Delete the tracks of a seat, and all that was composed of them or shows its name.

    The video, the sounds and their segments are composed anew, without that seat, by a server that
    runs or by the next one. Hold `RecordingPaths.composing_lock` meanwhile, until the rows are
    erased, too.

    Args:
        paths: the recording; it need not be there.
        seat: whose tracks.
        shown: whether the video shows its name or its words, be there tracks of it or not.

    Returns:
        How many files were deleted.

    Raises:
        OSError: something can't be deleted; what was deleted before is gone.
    """
    if not paths.index.exists():
        return 0
    records = list(read_records(paths.index))
    gone = {record.file for record in records if isinstance(record, FileBegun) and record.seat == seat}
    for name in gone:
        (paths.tracks / name).unlink(missing_ok=True)
    kept = [
        record
        for record in records
        if not (isinstance(record, FileBegun | FileEnded) and record.file in gone)
    ]
    unfinished = paths.index.with_suffix(PART)
    unfinished.write_bytes(
        b"".join(record.model_dump_json(exclude_none=True).encode() + b"\n" for record in kept)
    )
    unfinished.replace(paths.index)
    if gone or shown:
        paths.forget_composed()
    return len(gone)


def remove_recording(paths: RecordingPaths) -> bool:
    """Delete a recording whole. Returns whether there was one.

    Raises:
        OSError: something can't be deleted.
    """
    if not paths.directory.exists():
        return False
    shutil.rmtree(paths.directory)
    return True
