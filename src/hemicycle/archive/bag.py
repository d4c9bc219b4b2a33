"""Makes an archive: a bag (RFC 8493) with SHA-256 manifests, signed."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import bagit

from hemicycle.archive.contents import Content
from hemicycle.archive.signature import SigningKey, fingerprint

DIGEST = "sha256"
SIGNED = f"tagmanifest-{DIGEST}.txt"
SIGNATURE = "signature.json"


class ArchiveError(Exception):
    """The archive was not made; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Archived:
    """An archive that was made."""

    folder: Path
    files: int
    size: int
    """The size of the payload, in bytes."""
    fingerprint: str
    """The fingerprint of the key that signed it."""


def make_archive(
    folder: Path,
    files: Iterable[Content],
    key: SigningKey,
    *,
    title: str,
    organiser: str,
    now: int,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Archived:
    """Make an archive. What is in `folder` afterwards is whole: it is made beside it, and moved
    there.

    Args:
        folder: where to; must not be there yet, or be empty.
        files: what goes in.
        key: what it is signed with.
        title: of the meeting.
        organiser: of the meeting.
        now: the present, in ms since 1970-01-01T00:00Z.
        progress: called with the bytes that are done, of how many.

    Raises:
        ArchiveError: and nothing was left behind.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ArchiveError(f"{folder} is there already and not empty: give another folder")
    draft = folder.with_name(f".{folder.name}-{os.getpid()}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft.mkdir()
        found = list(files)
        size = _copy(found, draft, progress)
        bagit.make_bag(
            str(draft),
            {
                "External-Description": title,
                "Source-Organization": organiser,
                "Bagging-Date": datetime.fromtimestamp(now / 1000, UTC).date().isoformat(),
                "Bag-Software-Agent": "Hemicycle",
                "Hemicycle-Public-Key": key.public.hex(),
            },
            checksums=[DIGEST],
        )
        signed = (draft / SIGNED).read_bytes()
        (draft / SIGNATURE).write_bytes(key.sign(signed, SIGNED))
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        mend = (
            "make room on that disk" if error.errno == errno.ENOSPC else "give a folder that you may write to"
        )
        raise ArchiveError(
            f"{error.filename or folder}: {(error.strerror or str(error)).lower()}; {mend}"
        ) from error
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return Archived(folder, len(found), size, fingerprint(key.public))


def _copy(files: list[Content], draft: Path, progress: Callable[[int, int], None]) -> int:
    size, done = sum(file.size for file in files), 0
    progress(0, size)
    for file in files:
        target = draft / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(file.source, bytes):
            target.write_bytes(file.source)
        else:
            shutil.copyfile(file.source, target)
        done += file.size
        progress(done, size)
    return size
