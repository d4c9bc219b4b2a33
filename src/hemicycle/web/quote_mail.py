"""Asks a speaker by mail to approve a quote."""

from __future__ import annotations

import asyncio

from fastapi import Request

from hemicycle.live.meeting import now_ms
from hemicycle.live.owner import Owner
from hemicycle.post import Mailer, NotSent, quote_letter
from hemicycle.store.planning import seat_links
from hemicycle.store.quotes import note_mail
from hemicycle.store.standing import Standing
from hemicycle.web.settings import ServerSettings
from hemicycle.wire.quotes import Quote

MAIL_TIMEOUT_S = 30.0
"""Seconds after which a mail server is taken to be out of reach."""


async def ask_by_mail(request: Request, owner: Owner, standing: Standing, quote: Quote) -> None:
    """Send the letter, and keep that it went or why not. Without a server or an address nothing is
    sent."""
    settings: ServerSettings = request.app.state.settings
    slug, seat = standing.meeting["slug"], standing.meeting["seats"][quote["seat"]]
    address = (await asyncio.to_thread(owner.store.mails, slug)).get(quote["seat"])
    if settings.mail is None or settings.secret is None or address is None:
        return
    links = await asyncio.to_thread(seat_links, owner.store, settings.secret, slug)
    path = next(link.path for link in links if link.key == quote["seat"])
    base = settings.public_url or str(request.base_url).rstrip("/")
    letter = quote_letter(
        language=seat["language"],
        name=seat["name"],
        title=standing.meeting["title"],
        organiser=standing.meeting["organiser"],
        words=quote["text"],
        link=f"{base}{path}?to=quotes",
    )
    sent_at, fault = None, None
    try:
        async with asyncio.timeout(MAIL_TIMEOUT_S):
            await Mailer(settings.mail).send(address, letter.subject, letter.text, letter.language)
        sent_at = now_ms()
    except NotSent as error:
        fault = str(error)
    except TimeoutError:
        fault = f"the mail server {settings.mail.host} does not answer"
    await asyncio.to_thread(note_mail, owner.store, slug, quote["id"], sent_at, fault)
