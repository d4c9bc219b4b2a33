"""The options that name the server by which mail is sent."""

from __future__ import annotations

from typing import Annotated

import typer

from hemicycle.cli.settings import fail
from hemicycle.post import MailSettings, mail_settings

SmtpUrlOption = Annotated[
    str | None,
    typer.Option(
        "--smtp-url",
        metavar="URL",
        envvar="HEMICYCLE_SMTP_URL",
        help="The server that takes our mail: smtp://USER:PASSWORD@HOST:PORT, or smtps:// for TLS at once.",
        show_default="no mail is sent",
    ),
]
MailFromOption = Annotated[
    str | None,
    typer.Option(
        "--mail-from",
        metavar="ADDRESS",
        envvar="HEMICYCLE_MAIL_FROM",
        help="Who our mail comes from, such as “Embassy <press@example.org>”.",
        show_default=False,
    ),
]


def mail_of(url: str | None, sender: str | None) -> MailSettings | None:
    """The settings that the options name; ends the command where they don't fit."""
    if not url:
        return None
    try:
        return mail_settings(url, sender or "")
    except ValueError as error:
        # The address may hold a password, so it is not shown.
        fail(f"--smtp-url: {error}")
