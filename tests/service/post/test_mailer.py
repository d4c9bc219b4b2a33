"""Mail over real SMTP: by STARTTLS, by TLS at once, with a password, and what is said when it does
not go."""

from __future__ import annotations

import asyncio
import datetime as dates
import gc
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hemicycle.post import Mailer, MailSettings, NotSent

# aiosmtpd leaves the socket under a connection open when the client ends a handshake.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
SENDER = "Embassy <press@example.org>"


class Letterbox:
    """Keeps what it takes, and who brought it."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.secure: list[bool] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.letters.append(envelope.content)
        self.secure.append(session.ssl is not None)
        return "250 OK"


def authenticate(server: SMTP, session: Session, envelope: Envelope, kind: str, given: object) -> AuthResult:
    """One name and one password."""
    assert isinstance(given, LoginPassword)
    return AuthResult(success=(given.login, given.password) == (b"press", b"secret"), handled=False)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that vouches for itself, its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dates.datetime.now(dates.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dates.timedelta(hours=1))
        .not_valid_after(now + dates.timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


def context_of(certificate: Path) -> ssl.SSLContext:
    """A server's."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


@asynccontextmanager
async def listening(factory: Callable[[], SMTP], tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """A mail server on a free port of its own."""
    server = await asyncio.get_running_loop().create_server(factory, "127.0.0.1", 0, ssl=tls)
    async with server:
        yield int(server.sockets[0].getsockname()[1])
    # So that what aiosmtpd leaves behind is told of here, where it is expected.
    gc.collect()


def settings(port: int, certificate: Path) -> MailSettings:
    return MailSettings("localhost", port, SENDER, tls=False, authorities=certificate)


async def send(by: MailSettings) -> None:
    await Mailer(by).send("ku@example.org", "Согласуйте цитату", "«Мир близок.»\n", "ru")


async def test_a_letter_arrives_as_it_was_written(certificate: Path) -> None:
    box = Letterbox()
    async with listening(lambda: SMTP(box, hostname="localhost")) as port:
        await send(settings(port, certificate))
    letter = message_from_bytes(box.letters[0], policy=default)
    assert letter["Subject"] == "Согласуйте цитату"
    assert (letter["From"], letter["To"], letter["Content-Language"]) == (SENDER, "ku@example.org", "ru")
    assert letter["Message-ID"].endswith("@example.org>")
    assert letter.get_content().splitlines() == ["«Мир близок.»"]
    assert box.secure == [False]


async def test_a_server_that_offers_tls_gets_it(certificate: Path) -> None:
    box = Letterbox()
    tls = context_of(certificate)
    async with listening(lambda: SMTP(box, hostname="localhost", tls_context=tls)) as port:
        await send(settings(port, certificate))
        stranger = replace(settings(port, certificate), authorities=None)
        with pytest.raises(NotSent, match="can't be reached"):
            await send(stranger)
    assert box.secure == [True]


async def test_tls_at_once(certificate: Path) -> None:
    box = Letterbox()
    async with listening(lambda: SMTP(box, hostname="localhost"), context_of(certificate)) as port:
        await send(replace(settings(port, certificate), tls=True))
    assert len(box.letters) == 1


# The server that a password must not be told asks for it in clear.
@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
async def test_a_password_opens_and_never_goes_in_clear(certificate: Path) -> None:
    box = Letterbox()
    tls = context_of(certificate)

    def knowing(port: int, password: str = "secret") -> MailSettings:
        return replace(settings(port, certificate), user="press", password=password)

    def asks(secure: bool) -> SMTP:
        return SMTP(
            box,
            hostname="localhost",
            tls_context=tls if secure else None,
            authenticator=authenticate,
            auth_required=True,
            auth_require_tls=False,
        )

    async with listening(lambda: asks(secure=True)) as port:
        await send(knowing(port))
        with pytest.raises(NotSent, match="name and password"):
            await send(knowing(port, "wrong"))
    async with listening(lambda: asks(secure=False)) as port:
        with pytest.raises(NotSent):
            await send(knowing(port))
    assert len(box.letters) == 1


async def test_an_address_that_is_not_taken(certificate: Path) -> None:
    class Choosy(Letterbox):
        async def handle_RCPT(  # noqa: N802
            self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
        ) -> str:
            return "550 no such mailbox"

    async with listening(lambda: SMTP(Choosy(), hostname="localhost")) as port:
        with pytest.raises(NotSent, match="does not take this address"):
            await send(settings(port, certificate))


async def test_a_server_that_is_not_there(certificate: Path) -> None:
    async with listening(lambda: SMTP(Letterbox(), hostname="localhost")) as port:
        pass
    with pytest.raises(NotSent, match="can't be reached"):
        await send(settings(port, certificate))
