"""Verifies an archive from its folder alone: every byte, the chain of the log, the signature.

The signature covers the tag manifest's very bytes, that one the manifest and the other tag files,
and the manifest every file of the payload; the signature file itself has one form only. So a change
of any byte of a bag is found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import bagit

from hemicycle.archive.bag import SIGNATURE, SIGNED
from hemicycle.archive.contents import LOG, entries_from
from hemicycle.archive.signature import signer
from hemicycle.room.log import verify

BLOCK = 1024 * 1024

_PAYLOAD = "data/"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was when the archive was made."""

    path: str
    """The path in the bag; `.` for the bag as a whole."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The result of a verification."""

    findings: tuple[Finding, ...]
    """Empty: the archive is what it was."""
    files: int
    size: int
    """Of everything in the folder, in bytes."""
    facts: int
    public: bytes | None
    """The key that signed it; None where no signature holds."""


def verify_archive(folder: Path, progress: Callable[[int, int], None] = lambda done, of: None) -> Verified:
    """Look at everything in an archive.

    Args:
        folder: the bag.
        progress: called with the bytes that were read, of how many.
    """
    if not folder.is_dir():
        return Verified((Finding(".", f"{folder} is not a folder"),), 0, 0, 0, None)
    findings: list[Finding] = []
    present = {each.relative_to(folder).as_posix(): each for each in sorted(folder.rglob("*"))}
    for path, each in present.items():
        if each.is_symlink() or not (each.is_file() or each.is_dir()):
            findings.append(Finding(path, "is a link or something else that no archive has"))
    files = {path: each for path, each in present.items() if each.is_file() and not each.is_symlink()}
    try:
        bag = bagit.Bag(str(folder))
        listed: dict[str, str] = {path: digests["sha256"] for path, digests in bag.entries.items()}
    except (bagit.BagError, OSError, ValueError, KeyError) as error:
        findings.append(Finding(".", f"is no bag that can be read: {error}"))
        return Verified(tuple(findings), len(files), _size(files), 0, None)
    findings += _digests(files, listed, progress)
    findings += [
        Finding(path, "was added after the archive was made")
        for path in files
        if path not in listed and path not in (SIGNED, SIGNATURE)
    ]
    findings += [
        Finding(path, "is an empty folder that was added after the archive was made")
        for path, each in present.items()
        if each.is_dir() and not each.is_symlink() and not any(name.startswith(f"{path}/") for name in files)
    ]
    public = _signed_by(files)
    if public is None:
        findings.append(Finding(SIGNATURE, "does not hold: it is missing, changed, or not of this archive"))
    facts, broken = _log(files)
    findings += broken
    return Verified(tuple(findings), len(files), _size(files), facts, public)


def _size(files: dict[str, Path]) -> int:
    return sum(file.stat().st_size for file in files.values())


def _digests(
    files: dict[str, Path], listed: dict[str, str], progress: Callable[[int, int], None]
) -> list[Finding]:
    size, done = _size(files), 0
    findings: list[Finding] = []
    for path, expected in listed.items():
        if path not in files:
            findings.append(Finding(path, "is missing"))
            continue
        digest = hashlib.sha256()
        with files[path].open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
                done += len(block)
                progress(done, size)
        if digest.hexdigest() != expected:
            findings.append(Finding(path, "was changed after the archive was made"))
    progress(size, size)
    return findings


def _signed_by(files: dict[str, Path]) -> bytes | None:
    if SIGNATURE not in files or SIGNED not in files:
        return None
    return signer(files[SIGNATURE].read_bytes(), files[SIGNED].read_bytes(), SIGNED)


def _log(files: dict[str, Path]) -> tuple[int, list[Finding]]:
    path = _PAYLOAD + LOG
    if path not in files:
        return 0, [Finding(path, "is missing")]
    try:
        entries = entries_from(files[path].read_bytes())
    except ValueError as error:
        return 0, [Finding(path, str(error))]
    if broken := verify(entries):
        return len(entries), [Finding(path, f"the chain of the log is broken: {broken.sentence}")]
    return len(entries), []
