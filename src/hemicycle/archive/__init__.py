"""The archive of a meeting: a signed bag (BagIt, RFC 8493), to be verified years later without
us."""

from hemicycle.archive.bag import Archived, ArchiveError, make_archive
from hemicycle.archive.contents import Content, contents
from hemicycle.archive.signature import KeyUnusable, SigningKey, fingerprint, signing_key_in
from hemicycle.archive.verifying import Finding, Verified, verify_archive

__all__ = [
    "ArchiveError",
    "Archived",
    "Content",
    "Finding",
    "KeyUnusable",
    "SigningKey",
    "Verified",
    "contents",
    "fingerprint",
    "make_archive",
    "signing_key_in",
    "verify_archive",
]
