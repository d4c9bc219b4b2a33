"""Hands mail to an SMTP server."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aiosmtplib

TIMEOUT_S = 20.0
"""Seconds that a mail server may take for each step."""


class NotSent(Exception):
    """The mail did not go; the message is a sentence for the organiser."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Which server takes our mail, and who writes it."""

    host: str
    port: int
    sender: str
    """An address, with or without a name: `Embassy <press@example.org>`."""
    tls: bool
    """From the first byte (RFC 8314); otherwise by STARTTLS where the server offers it."""
    user: str = ""
    password: str = field(default="", repr=False)
    authorities: Path | None = None
    """Certificates (PEM) of authorities that vouch for the server; None: those that this machine
    trusts."""


def mail_settings(url: str, sender: str, authorities: Path | None = None) -> MailSettings:
    """The settings that a URL such as `smtp://user:password@mail.example.org:587` names.

    Args:
        url: `smtp://` (STARTTLS where offered, port 587) or `smtps://` (TLS at once, port 465).
        sender: the address that mail comes from.
        authorities: certificates of authorities to trust instead of this machine's.

    Raises:
        ValueError: a sentence that says what is wrong, and what to write.
    """
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or port == -1 or parts.path.strip("/"):
        raise ValueError(
            "is not a mail server's address; write for example smtp://USER:PASSWORD@mail.example.org"
        )
    if "@" not in parseaddr(sender)[1]:
        raise ValueError(f'has no sender: "{sender}" is not a mail address; give --mail-from NAME@DOMAIN')
    tls = parts.scheme == "smtps"
    return MailSettings(
        parts.hostname,
        port or (465 if tls else 587),
        sender,
        tls,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        authorities,
    )


class Mailer:
    """Sends mail, one connection a letter: letters are few."""

    def __init__(self, settings: MailSettings) -> None:
        """Make a mailer that sends by the server in these settings."""
        self._settings = settings

    async def send(self, to: str, subject: str, text: str, language: str) -> None:
        """Send a letter in plain text.

        Args:
            to: an address.
            subject: one line.
            text: the letter.
            language: in which it is written.

        Raises:
            NotSent: with a sentence that says why.
        """
        of = self._settings
        message = EmailMessage()
        message.set_content(text)  # takes away every other header about the content
        message["From"], message["To"], message["Subject"] = of.sender, to, subject
        message["Date"], message["Content-Language"] = formatdate(), language
        message["Message-ID"] = make_msgid(domain=parseaddr(of.sender)[1].rpartition("@")[2])
        # An answering machine should leave it alone (RFC 3834).
        message["Auto-Submitted"] = "auto-generated"
        context = ssl.create_default_context(cafile=str(of.authorities) if of.authorities else None)
        try:
            await aiosmtplib.send(
                message,
                hostname=of.host,
                port=of.port,
                username=of.user or None,
                password=of.password or None,
                use_tls=of.tls,
                # A password never goes over a line that anybody can read.
                start_tls=None if not of.user else not of.tls,
                tls_context=context,
                timeout=TIMEOUT_S,
            )
        except aiosmtplib.SMTPAuthenticationError as error:
            raise NotSent("the mail server does not take our name and password") from error
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise NotSent("the mail server does not take this address") from error
        except aiosmtplib.SMTPResponseException as error:
            raise NotSent(f"the mail server refused it: {error.code} {error.message[:200]}") from error
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise NotSent(f"the mail server {of.host} can't be reached: {str(error)[:200]}") from error
