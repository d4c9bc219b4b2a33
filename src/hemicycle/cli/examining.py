"""What `hemicycle doctor` looks at on this machine: files, database, clock, certificate, parts."""

from __future__ import annotations

import ctypes
import os
import shutil
import ssl
import time
from pathlib import Path

from hemicycle.cli.findings import Finding, good, note, wrong
from hemicycle.cli.settings import Place
from hemicycle.client.speech import SpeechError, synthesise
from hemicycle.media.wire.codecs import SAMPLE_RATE
from hemicycle.store import SecretUnusable, StoreUnavailable
from hemicycle.store.inspection import bears_wal, inspected, is_known
from hemicycle.store.tokens import secret_in
from hemicycle.web.pages import PAGE_OF, Pages, PagesNotBuilt

LITTLE_SPACE = 1 << 30
"""Bytes: beyond what a meeting's facts need, room for what else the machine writes."""

TOO_LITTLE_SPACE = 100 << 20

SOON_DAYS = 14
"""A certificate that ends so soon is somebody's business today."""

CLOCK_TOLERANCE_S = 5
"""A difference of two clocks that is more than the way between them."""

_TIME_ERROR = 5  # adjtimex(2): the clock is not synchronised


def data_directory(where: Place) -> list[Finding]:
    """Whether what is kept can be kept."""
    data = where.data
    try:
        existing = next(folder for folder in (data.absolute(), *data.absolute().parents) if folder.is_dir())
        free = shutil.disk_usage(existing).free
    except OSError as error:
        return [wrong("Data", f"{data}: {error.strerror}", "give --data a directory that you may read")]
    found: list[Finding] = []
    if not os.access(existing, os.W_OK | os.X_OK):
        mend = f"give {existing} to whoever runs the server (chown), or choose another: --data"
        return [wrong("Data", f"{data} can't be written to", mend)]
    if existing != data.absolute():
        found.append(note("Data", f"{data} is not there yet; it is made at the first start"))
    else:
        found.append(_secret(data))
    found.append(_space(existing, free))
    if where.database.startswith("sqlite"):
        try:
            wal = bears_wal(existing)
        except OSError as error:
            return [
                *found,
                wrong("Data", f"{data}: {error.strerror}", "give --data a directory that you may write to"),
            ]
        if not wal:
            mend = "keep it on a disk of this machine, or use PostgreSQL: --database postgresql://…"
            found.append(wrong("Disk", f"{data} bears no write-ahead log: a network file system?", mend))
    return found


def _secret(data: Path) -> Finding:
    if not (data / "secret").exists():
        return note(
            "Data", f"{data} can be written to; the secret of the links is made with the first meeting"
        )
    try:
        secret_in(data)
    except SecretUnusable as error:
        return wrong("Data", str(error), "put back the file secret from your backup of the data directory")
    except OSError as error:
        return wrong("Data", f"{error.filename}: {error.strerror}", "let the server's own account read it")
    if (data / "secret").stat().st_mode & 0o077:
        return wrong("Data", f"{data / 'secret'} can be read by others", f"chmod 600 {data / 'secret'}")
    return good("Data", f"{data} can be written to, and holds the secret of the links")


def _space(folder: Path, free: int) -> Finding:
    size = f"{free / (1 << 30):.1f} GiB" if free >= 1 << 30 else f"{free >> 20} MiB"
    if free < TOO_LITTLE_SPACE:
        return wrong("Disk", f"only {size} are free in {folder}", "make room: a full disk stops a meeting")
    if free < LITTLE_SPACE:
        return note("Disk", f"{size} are free in {folder}", "make room before the day")
    return good("Disk", f"{size} are free in {folder}")


def database(where: Place) -> tuple[Finding, int | None]:
    """Whether the database can be used, and when its newest fact was stored (ms), if there is
    one."""
    try:
        state = inspected(where.database)
    except StoreUnavailable as error:
        return wrong("Database", str(error), "see that it runs, and that --database names it rightly"), None
    if not state.exists or state.revision is None:
        return note("Database", f"{state.kind}: empty so far; its tables are made at the first start"), None
    if state.revision == state.newest:
        return good("Database", f"{state.kind} can be reached, its tables are up to date"), state.last_fact
    if is_known(state.revision):
        says = f"{state.kind}: its tables are of an older Hemicycle; the next start brings them up to date"
        return note("Database", says, "make a backup first"), state.last_fact
    mend = "install the Hemicycle that it was last used with, or a newer one"
    return wrong("Database", f"{state.kind}: made by a newer Hemicycle", mend), state.last_fact


def clock(last_fact: int | None) -> list[Finding]:
    """Whether this machine's clock can be right."""
    mend = "let the machine's clock be set by the network: timedatectl set-ntp true"
    if last_fact is not None and last_fact / 1000 > time.time() + CLOCK_TOLERANCE_S:
        behind = last_fact / 1000 - time.time()
        return [
            wrong(
                "Clock", f"the newest fact in the log is {behind:,.0f} s ahead of this machine's clock", mend
            )
        ]
    if (state := _clock_state()) is None:
        return [note("Clock", "whether it is set by the network can't be told on this machine")]
    if state == _TIME_ERROR:
        return [note("Clock", "it is not set by the network, and will go astray", mend)]
    return [good("Clock", "it is set by the network")]


def _clock_state() -> int | None:
    """What adjtimex(2) returns; None where there is none."""
    try:
        # Zeroes: nothing is asked to be changed. The structure has 208 bytes on 64 bits, fewer on
        # 32.
        return int(ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(256)))
    except (AttributeError, OSError):
        return None


def certificate(chain: Path, key: Path, host: str) -> Finding:
    """Whether a certificate of one's own will be believed by browsers, and for how long."""
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        served.load_cert_chain(chain, key)
    except ssl.SSLError as error:
        if error.reason == "KEY_VALUES_MISMATCH":
            says, mend = f"{key} is not the key of {chain}", "give the key that the certificate was made for"
        else:
            says, mend = (
                f"{chain} or {key} holds no PEM that can be read",
                "give the chain and its key, both in PEM",
            )
        return wrong("Certificate", says, mend)
    except OSError as error:
        return wrong(
            "Certificate", f"{error.filename or chain}: {error.strerror}", "let the server's account read it"
        )
    trusting = ssl.create_default_context()
    try:
        return lasting(_handshake(served, trusting, host), host)
    except ssl.SSLCertVerificationError as error:
        return unbelieved(error, host)


def lasting(shown: dict[str, object], host: str) -> Finding:
    """How long a certificate that is believed will be."""
    days = (ssl.cert_time_to_seconds(str(shown["notAfter"])) - time.time()) / 86_400
    says = f"browsers believe it for {host}; it ends in {days:.0f} days"
    return (
        good("Certificate", says)
        if days >= SOON_DAYS
        else note("Certificate", says, "renew it before the day")
    )


def unbelieved(error: ssl.SSLCertVerificationError, host: str) -> Finding:
    """Why browsers will not believe a certificate."""
    match error.verify_code:
        case 9:
            return wrong(
                "Certificate", "it begins to be valid only later", "see whether this machine's clock is right"
            )
        case 10:
            return wrong("Certificate", "it has ended", "renew it, for example by certbot renew")
        case 62 | 64:
            return wrong(
                "Certificate", f"it is not for {host}", f"get one for {host}, or correct --public-url"
            )
        case 18 | 19 | 20 | 21:
            mend = "give the whole chain (fullchain.pem), of an authority that browsers know"
            return wrong("Certificate", "no authority that this machine knows vouches for it", mend)
        case _:
            return wrong("Certificate", error.verify_message, "get another certificate")


def _handshake(served: ssl.SSLContext, trusting: ssl.SSLContext, host: str) -> dict[str, object]:
    """Shake hands with oneself, in memory, as a browser would; what the certificate says."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = served.wrap_bio(to_server, to_client, server_side=True)
    client = trusting.wrap_bio(to_client, to_server, server_hostname=host)
    done = {client: False, server: False}
    while not all(done.values()):
        for side in done:
            try:
                side.do_handshake()
                done[side] = True
            except ssl.SSLWantReadError:
                continue
    return dict(client.getpeercert() or {})


def parts() -> list[Finding]:
    """What the installation has to bring along."""
    found: list[Finding] = []
    try:
        pages = Pages()
        for name in (*PAGE_OF.values(), "programme", "notice", "check"):
            pages.page(name)
        found.append(good("Pages", "they are built"))
    except (PagesNotBuilt, KeyError) as error:
        found.append(
            wrong("Pages", f"they are not built: {error}", "run make pages, or install Hemicycle by pip")
        )
    try:
        seconds = len(synthesise("One, two, three.", "en")) / SAMPLE_RATE
        found.append(good("Demo", f"espeak-ng speaks ({seconds:.1f} s of sound)"))
    except (SpeechError, OSError) as error:
        mend = "install the wheel espeakng-loader for this machine; meetings work without it"
        found.append(wrong("Demo", f"espeak-ng does not speak: {error}", mend))
    return found
