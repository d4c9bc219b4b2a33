"""A secret in a file of its own: made on first use, in hex, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def secret_of(path: Path, size: int, make: Callable[[], bytes]) -> bytes | None:
    """The secret in a file.

    Args:
        path: the file; its folder is made.
        size: how long the secret is, in bytes.
        make: makes one where there is no file yet.

    Returns:
        The secret; None where the file holds something else.

    Raises:
        OSError: the file can't be read or written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        # Written beside and linked into place, so that of two processes that start together both
        # use one.
        draft = path.with_name(f".{path.name}-{os.getpid()}-{secrets.token_hex(4)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(make().hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    try:
        found = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        return None
    return found if len(found) == size else None
