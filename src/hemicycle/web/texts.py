"""What the booths read: speakers and organisers give it, interpreters take it. Under a seat's own
page."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse

from hemicycle.interpretation.texts import show_texts
from hemicycle.live.meeting import now_ms
from hemicycle.meeting import values
from hemicycle.meeting.glossary import Terms, read_glossary
from hemicycle.meeting.speeches import MAX_FILE_NAME_CHARS, UnfitSpeech, read_speech
from hemicycle.meeting.values import Unfit
from hemicycle.store import NoSuchSeat
from hemicycle.store.texts import glossary_of, keep_glossary, keep_speech, remove_speech, speeches_of
from hemicycle.web.body import body_of
from hemicycle.web.changes import TEXTS, changing
from hemicycle.web.identity import Seat, SeatHolder
from hemicycle.wire.ids import Role
from hemicycle.wire.texts import (
    MAX_GLOSSARY_FILE_BYTES,
    MAX_SPEECH_FILE_BYTES,
    Glossary,
    GlossaryFault,
    GlossaryNotTaken,
    Speech,
    Speeches,
    SpeechFault,
    SpeechNotTaken,
)

READERS = frozenset({Role.CHAIR, Role.INTERPRETER})
"""Who reads every text, and has the glossary."""

router = APIRouter(include_in_schema=False)


def for_roles(roles: frozenset[Role]) -> Any:
    """The dependency of a route that is for the seats of these roles."""

    def check(seat: Seat) -> SeatHolder:
        if seat.role not in roles:
            raise HTTPException(403, "This is not for your seat.")
        return seat

    return Depends(check)


def author_of(
    author: Annotated[SeatHolder, for_roles(frozenset({Role.CHAIR, Role.SPEAKER}))], seat: str
) -> SeatHolder:
    """Who may give and take back the text of a seat: a speaker their own, the chair anybody's.

    Raises:
        HTTPException: 403 where it is another's.
    """
    if author.role is not Role.CHAIR and seat != author.key:
        raise HTTPException(403, "This is not your text.")
    return author


Author = Annotated[SeatHolder, Depends(author_of)]
Terminologist = Annotated[SeatHolder, for_roles(READERS)]


@router.get("/m/{slug}/seats/{key}/speeches")
async def speeches(
    reader: Annotated[SeatHolder, for_roles(READERS | {Role.SPEAKER})], response: Response
) -> Speeches:
    """The texts that this seat may read: booths and chair all of them, a speaker their own."""
    response.headers["Cache-Control"] = "no-store"
    found = await asyncio.to_thread(speeches_of, reader.store, reader.slug)
    return Speeches(speeches=[one for one in found if reader.role in READERS or one.seat == reader.key])


@router.put(
    "/m/{slug}/seats/{key}/speeches/{seat}",
    response_model=Speech,
    responses={422: {"model": SpeechNotTaken}},
    dependencies=[changing(TEXTS)],
)
async def give_speech(
    author: Author,
    seat: str,
    request: Request,
    name: Annotated[str, Query(max_length=MAX_FILE_NAME_CHARS)] = "",
    language: Annotated[str, Query(max_length=35)] = "",
    embargo: bool = False,
    check: bool = False,
) -> Response | Speech:
    """Take a text, as a file's bytes or as UTF-8, in place of the one that the seat had."""
    seats = author.meeting["seats"]
    if seat not in seats:
        raise HTTPException(404, f'The meeting has no seat "{seat}".')
    try:
        tag = values.language(language) if language else seats[seat]["language"]
        title = values.text(name, MAX_FILE_NAME_CHARS) if name else ""
    except Unfit as unfit:
        raise HTTPException(400, f"{unfit.wrong}; {unfit.right}") from unfit
    try:
        content = await body_of(request, MAX_SPEECH_FILE_BYTES, str(UnfitSpeech(SpeechFault.TOO_LARGE)))
        # A page that gives again what it has read says so by the type: the name is still the
        # document's.
        plain = request.headers.get("content-type", "").startswith("text/plain")
        text = await asyncio.to_thread(read_speech, "" if plain else title, content)
    except UnfitSpeech as unfit_speech:
        answer = SpeechNotTaken(fault=unfit_speech.fault, sentence=str(unfit_speech))
        return JSONResponse(answer.model_dump(mode="json"), 422)
    given = await asyncio.to_thread(
        keep_speech,
        author.store,
        author.slug,
        seat,
        language=tag,
        name=title,
        text=text,
        embargo=embargo,
        check=check,
        at=now_ms(),
        by=author.key,
    )
    await show_texts(author.owner.meetings.get(author.slug))
    return given


@router.delete("/m/{slug}/seats/{key}/speeches/{seat}", status_code=204, dependencies=[changing(TEXTS)])
async def take_speech_back(author: Author, seat: str) -> None:
    """Take a text back: nobody reads it any more."""
    try:
        await asyncio.to_thread(remove_speech, author.store, author.slug, seat, at=now_ms(), by=author.key)
    except NoSuchSeat as error:
        raise HTTPException(404, f'The meeting has no seat "{seat}".') from error
    await show_texts(author.owner.meetings.get(author.slug))


@router.get("/m/{slug}/seats/{key}/glossary")
async def glossary(seat: Terminologist, response: Response) -> Glossary:
    """The meeting's glossary."""
    response.headers["Cache-Control"] = "no-store"
    return await asyncio.to_thread(glossary_of, seat.store, seat.slug)


@router.put(
    "/m/{slug}/seats/{key}/glossary",
    response_model=Glossary,
    responses={422: {"model": GlossaryNotTaken}},
    dependencies=[changing(TEXTS)],
)
async def give_glossary(seat: Terminologist, request: Request) -> Response | Glossary:
    """Take a glossary, a CSV file, in place of the one that the meeting had."""
    too_long = f"A glossary has at most {MAX_GLOSSARY_FILE_BYTES // 1024} KiB."
    content = await body_of(request, MAX_GLOSSARY_FILE_BYTES, too_long)
    terms = await asyncio.to_thread(read_glossary, "", content)
    if not isinstance(terms, Terms):
        faults = [
            GlossaryFault(**{name: value for name, value in asdict(fault).items() if name != "file"})
            for fault in terms
        ]
        return JSONResponse(GlossaryNotTaken(faults=faults).model_dump(mode="json"), 422)
    given = await asyncio.to_thread(
        keep_glossary, seat.store, seat.slug, terms.languages, terms.rows, at=now_ms(), by=seat.key
    )
    await show_texts(seat.owner.meetings.get(seat.slug))
    return given
