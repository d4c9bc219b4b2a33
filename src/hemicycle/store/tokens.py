"""The personal links: how a token is made, and what is kept of it.

A token is an HMAC over "slug/key/generation" with a secret that lies in the data directory, so the
organiser can print the links again at any time, while the database holds their hashes only: whoever
gets a copy of the database (a backup, a replica, an SQL injection) opens no seat with it, and
whoever gets the secret alone still has to guess which meetings and seats there are. Random tokens
would have to be kept readable to be printed twice.

Revoking a link raises the seat's generation, which gives an unrelated token; the others stay valid.
The hash at rest is plain SHA-256: a token has 192 bits of its own, so salting and stretching, which
guard passwords that can be guessed, would add nothing.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from pathlib import Path

from hemicycle.store.errors import SecretUnusable
from hemicycle.store.secret_file import secret_of
from hemicycle.wire.ids import Key

TOKEN_BYTES = 24
"""Bytes of the HMAC that a token keeps: 192 bits, 32 characters in base64url."""

SECRET_BYTES = 32


def token(secret: bytes, slug: Key, key: Key, generation: int) -> str:
    """The token of a seat's link, 32 characters of base64url."""
    digest = hmac.digest(secret, f"{slug}/{key}/{generation}".encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()


def token_hash(token: str) -> str:
    """What the store keeps of a token: SHA-256 in hex, whatever the token's characters are."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def secret_in(data: Path) -> bytes:
    """The secret of a data directory; made on first use, readable by its owner only.

    Raises:
        SecretUnusable: there is a file of that name that holds something else.
        OSError: the directory can't be read or written.
    """
    path = data / "secret"
    secret = secret_of(path, SECRET_BYTES, lambda: secrets.token_bytes(SECRET_BYTES))
    if secret is None:
        raise SecretUnusable(
            f"{path} is not a secret of {SECRET_BYTES} bytes in hex: "
            "put it back from a backup, or move it away for a new one (every link is another then)"
        )
    return secret
