"""Who made an archive: Ed25519 (RFC 8032) over the manifest of a bag's tag files.

That manifest holds the digest of the payload's manifest, which holds the digest of every file: one
signature stands for the whole bag.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from hemicycle.store.secret_file import secret_of

ALGORITHM = "Ed25519"

KEY_FILE = "archive-key"
"""The private key in the data directory: 32 bytes in hex."""

_BYTES = 32


class KeyUnusable(Exception):
    """There is something in the place of the key that is no key; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key that archives are signed with."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """The public key: 32 bytes."""
        return self.private.public_key().public_bytes_raw()

    def sign(self, content: bytes, signed: str) -> bytes:
        """The signature file of a content that is called `signed` in its bag."""
        return _document(self.public, self.private.sign(content), signed)


def _document(public: bytes, signature: bytes, signed: str) -> bytes:
    fields = {
        "algorithm": ALGORITHM,
        "public_key": base64.b64encode(public).decode(),
        "signature": base64.b64encode(signature).decode(),
        "signed": signed,
    }
    return (json.dumps(fields, indent=2, sort_keys=True) + "\n").encode()


def fingerprint(public: bytes) -> str:
    """What people compare of a public key: SHA-256 in hex, in groups of eight."""
    digest = hashlib.sha256(public).hexdigest()
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def signer(document: bytes, content: bytes, signed: str) -> bytes | None:
    """The public key that signed a content, by its signature file; None where the file doesn't
    hold.

    Args:
        document: the signature file's bytes. Only the very bytes that `SigningKey.sign` writes
            hold.
        content: what was signed.
        signed: what it is called in its bag.
    """
    try:
        fields = json.loads(document)
        public = base64.b64decode(fields["public_key"], validate=True)
        signature = base64.b64decode(fields["signature"], validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (ValueError, KeyError, TypeError, InvalidSignature):
        return None
    return public if document == _document(public, signature, signed) else None


def signing_key_in(data: Path) -> SigningKey:
    """The key of a data directory; made on first use, readable by its owner only.

    Raises:
        KeyUnusable: there is a file of that name that holds something else.
        OSError: the directory can't be read or written.
    """
    path = data / KEY_FILE
    raw = secret_of(path, _BYTES, lambda: Ed25519PrivateKey.generate().private_bytes_raw())
    if raw is None:
        raise KeyUnusable(
            f"{path} is not a key of {_BYTES} bytes in hex: put it back from a backup, or move it away for a "
            "new one (archives made before keep the old one's signature)"
        )
    return SigningKey(Ed25519PrivateKey.from_private_bytes(raw))
