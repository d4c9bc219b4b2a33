"""What the server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from hemicycle.post import MailSettings
from hemicycle.recording.paths import RECORDINGS


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where the server listens, where its data lies, and by what name it is reached."""

    host: str
    """A name or an address; `localhost` and `::` listen on IPv4 and IPv6."""
    port: int
    """TCP for pages, UDP for media; 0 takes a free one for both."""
    database: str
    """A database URL (see `store.Store.open`)."""
    public_url: str | None = None
    """By what pages and media are reached from outside; None: as each request says."""
    tls_cert: Path | None = None
    tls_key: Path | None = None
    media_host: str | None = None
    """Where media listen; None: as `host`. A reverse proxy takes TCP from outside, and not UDP."""
    media_port: int | None = None
    """The UDP port by which media are reached from outside; None: the public URL's, or the server's
    own."""
    recordings: Path | None = None
    """The directory in which meetings are recorded; None: nothing is recorded by this server."""
    archive_key: bytes | None = None
    """The public key (Ed25519, 32 bytes) that archives made here are signed with; None: none is
    shown."""
    keep_days: int | None = None
    """How long after the close recordings and guests' names are kept; None: for good."""
    secret: bytes | None = field(default=None, repr=False)
    """The secret of the personal links, for mail that brings one; None: no mail can."""
    mail: MailSettings | None = None
    """By which server mail goes; None: none is sent."""
    captions: str | None = None
    """The model that puts speech into words: a folder or a name; None: there is none."""
    proxies: str = "127.0.0.1,::1"
    """Addresses of reverse proxies whose X-Forwarded-For and -Proto are believed,
    comma-separated."""
    page_timings: str | None = None
    """Timings of the pages' connection for a server under test (JSON,
    `frontend/src/link/timings.ts`)."""
    data: Path | None = None
    """The data directory, with the local door of the command line; None: there is no such door."""

    @property
    def recorded(self) -> Path | None:
        """The directory of what was recorded, by this server or by one before it; None: there is
        none."""
        return self.recordings or (self.data / RECORDINGS if self.data else None)
