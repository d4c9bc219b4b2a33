"""What the booths read: speakers and organisers give it, interpreters take it. Under a seat's own page."""

from __future__ import annotations

import asyncio
import time
from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse

from hemicycle.interpretation.texts import show_texts
from hemicycle.live.limits import Bucket
from hemicycle.live.meeting import now_ms
from hemicycle.live.owner import Owner
from hemicycle.meeting import values
from hemicycle.meeting.glossary import Terms, read_glossary
from hemicycle.meeting.speeches import LONGEST_FILE_NAME, UnfitSpeech, read_speech
from hemicycle.meeting.values import Unfit
from hemicycle.store import NoSuchSeat
from hemicycle.store.rows import SeatRow
from hemicycle.store.texts import glossary_of, keep_glossary, keep_speech, remove_speech, speeches_of
from hemicycle.web.body import body_of
from hemicycle.web.doors import OwnerHere, seat_of_cookie
from hemicycle.web.origin import same_origin
from hemicycle.wire.ids import Key, Role
from hemicycle.wire.texts import (
    MAX_GLOSSARY_FILE,
    MAX_SPEECH_FILE,
    Glossary,
    GlossaryFault,
    GlossaryNotTaken,
    Speech,
    Speeches,
    SpeechFault,
    SpeechNotTaken,
)

CHANGES_AT_ONCE, CHANGES_A_SECOND = 20.0, 1 / 2
"""Of one seat: how many changes are taken at once, and in the long run."""

DESKS = frozenset({Role.CHAIR, Role.INTERPRETER})
"""Who reads every text, and has the glossary."""

router = APIRouter(include_in_schema=False)


@router.get("/m/{slug}/seats/{key}/speeches")
async def speeches(slug: str, key: str, request: Request, response: Response, owner: OwnerHere) -> Speeches:
    """The texts that this seat may read: booths and chair all of them, a speaker their own."""
    row = await _seat(request, owner, slug, key, DESKS | {Role.SPEAKER})
    response.headers["Cache-Control"] = "no-store"
    found = await asyncio.to_thread(speeches_of, owner.store, slug)
    return Speeches(speeches=[one for one in found if row.role in DESKS or one.seat == key])


@router.put(
    "/m/{slug}/seats/{key}/speeches/{seat}",
    response_model=Speech,
    responses={422: {"model": SpeechNotTaken}},
)
async def give_speech(
    slug: str,
    key: str,
    seat: str,
    request: Request,
    owner: OwnerHere,
    name: Annotated[str, Query(max_length=LONGEST_FILE_NAME)] = "",
    language: Annotated[str, Query(max_length=35)] = "",
    embargo: bool = False,
    check: bool = False,
) -> Response | Speech:
    """Take a text, as a file's bytes or as UTF-8, in place of the one that the seat had."""
    row = await _author(request, owner, slug, key, seat)
    plan = await asyncio.to_thread(owner.store.meeting, slug)
    if plan is None or seat not in plan["seats"]:
        raise HTTPException(404, f'The meeting has no seat "{seat}".')
    try:
        tag = values.language(language) if language else plan["seats"][seat]["language"]
        title = values.text(name, LONGEST_FILE_NAME) if name else ""
    except Unfit as unfit:
        raise HTTPException(400, f"{unfit.wrong}; {unfit.right}") from unfit
    try:
        content = await body_of(request, MAX_SPEECH_FILE, str(UnfitSpeech(SpeechFault.TOO_LARGE)))
        # A page that gives again what it has read says so by the type: the name is still the document's.
        plain = request.headers.get("content-type", "").startswith("text/plain")
        text = await asyncio.to_thread(read_speech, "" if plain else title, content)
    except UnfitSpeech as unfit_speech:
        answer = SpeechNotTaken(fault=unfit_speech.fault, sentence=str(unfit_speech))
        return JSONResponse(answer.model_dump(mode="json"), 422)
    given = await asyncio.to_thread(
        keep_speech,
        owner.store,
        slug,
        seat,
        language=tag,
        name=title,
        text=text,
        embargo=embargo,
        check=check,
        at=now_ms(),
        by=row.key,
    )
    await show_texts(owner.meetings.get(slug))
    return given


@router.delete("/m/{slug}/seats/{key}/speeches/{seat}", status_code=204)
async def take_speech_back(slug: str, key: str, seat: str, request: Request, owner: OwnerHere) -> None:
    """Take a text back: nobody reads it any more."""
    row = await _author(request, owner, slug, key, seat)
    try:
        await asyncio.to_thread(remove_speech, owner.store, slug, seat, at=now_ms(), by=row.key)
    except NoSuchSeat as error:
        raise HTTPException(404, f'The meeting has no seat "{seat}".') from error
    await show_texts(owner.meetings.get(slug))


@router.get("/m/{slug}/seats/{key}/glossary")
async def glossary(slug: str, key: str, request: Request, response: Response, owner: OwnerHere) -> Glossary:
    """The meeting's glossary."""
    await _seat(request, owner, slug, key, DESKS)
    response.headers["Cache-Control"] = "no-store"
    return await asyncio.to_thread(glossary_of, owner.store, slug)


@router.put(
    "/m/{slug}/seats/{key}/glossary",
    response_model=Glossary,
    responses={422: {"model": GlossaryNotTaken}},
)
async def give_glossary(slug: str, key: str, request: Request, owner: OwnerHere) -> Response | Glossary:
    """Take a glossary, a CSV file, in place of the one that the meeting had."""
    row = await _seat(request, owner, slug, key, DESKS)
    _changing(request, row)
    too_long = f"A glossary has at most {MAX_GLOSSARY_FILE // 1024} KiB."
    content = await body_of(request, MAX_GLOSSARY_FILE, too_long)
    terms = await asyncio.to_thread(read_glossary, "", content)
    if not isinstance(terms, Terms):
        faults = [
            GlossaryFault(**{name: value for name, value in asdict(fault).items() if name != "file"})
            for fault in terms
        ]
        return JSONResponse(GlossaryNotTaken(faults=faults).model_dump(mode="json"), 422)
    given = await asyncio.to_thread(
        keep_glossary, owner.store, slug, terms.languages, terms.rows, at=now_ms(), by=row.key
    )
    await show_texts(owner.meetings.get(slug))
    return given


async def _seat(request: Request, owner: Owner, slug: str, key: str, roles: frozenset[Role]) -> SeatRow:
    row = await seat_of_cookie(request, owner, slug, key)
    if row is None or row.revoked:
        raise HTTPException(403, "Open your personal link again.")
    if row.role not in roles:
        raise HTTPException(403, "This is not for your seat.")
    return row


async def _author(request: Request, owner: Owner, slug: str, key: str, seat: Key) -> SeatRow:
    """Who may give and take back a seat's text: a speaker their own, the chair anybody's."""
    row = await _seat(request, owner, slug, key, frozenset({Role.CHAIR, Role.SPEAKER}))
    if row.role is not Role.CHAIR and seat != key:
        raise HTTPException(403, "This is not your text.")
    _changing(request, row)
    return row


def _changing(request: Request, row: SeatRow) -> None:
    if not same_origin(request):
        raise HTTPException(403, "Texts come from the seat's own page only.")
    buckets: dict[tuple[Key, Key], Bucket] = request.app.state.text_changes
    bucket = buckets.setdefault(
        (row.slug, row.key), Bucket(CHANGES_A_SECOND, CHANGES_AT_ONCE, time.monotonic)
    )
    if not bucket.take():
        raise HTTPException(429, "Too many changes; try again in a minute.")
