"""What the booths have before them: the texts of speeches, and the glossary."""

from __future__ import annotations

import asyncio
from pathlib import PurePath

from pydantic import Base64Bytes

from hemicycle.interpretation.texts import show_texts
from hemicycle.live.meeting import now_ms
from hemicycle.meeting import values
from hemicycle.meeting.faults import choose, shown
from hemicycle.meeting.glossary import Terms, read_glossary
from hemicycle.meeting.speeches import UnfitSpeech, read_speech
from hemicycle.meeting.values import Unfit
from hemicycle.server.operation import Answer, Operation, OperationRefused, Wanted
from hemicycle.server.premises import Premises
from hemicycle.store import NoSuchMeeting
from hemicycle.store.texts import keep_glossary, keep_speech, remove_speech
from hemicycle.wire.ids import Key, Language
from hemicycle.wire.meeting import Meeting


class GiveSpeech(Wanted):
    """Give the booths the text of a speech, in place of the one that they had."""

    slug: Key
    seat: Key
    """Whose words they are."""
    name: str
    """The file's, as the operator wrote it; by its end it is known what it holds."""
    content: Base64Bytes
    language: Language | None = None
    """None: what the seat speaks."""
    embargo: bool = False
    check: bool = False


class SpeechGiven(Answer):
    """The booths can read it now."""

    version: int
    words: int
    language: Language


class RemoveSpeech(Wanted):
    """Take a seat's text back."""

    slug: Key
    seat: Key


class SpeechRemoved(Answer):
    """No booth reads it any more."""

    there_was_one: bool


class GiveGlossary(Wanted):
    """Give the booths a glossary, in place of the one that the meeting has: all of it, or
    nothing."""

    slug: Key
    name: str
    content: Base64Bytes
    """CSV, a column a language."""


class GlossaryGiven(Answer):
    """The booths can find the terms now."""

    terms: int
    languages: list[Language]


async def _give_speech(premises: Premises, wanted: GiveSpeech) -> SpeechGiven:
    meeting = await _meeting(premises, wanted.slug, wanted.seat)
    try:
        language = meeting["seats"][wanted.seat]["language"]
        if wanted.language:
            language = values.language(wanted.language)
        text = await asyncio.to_thread(read_speech, wanted.name, wanted.content)
    except Unfit as unfit:
        raise OperationRefused(f"--language: {unfit}") from unfit
    except UnfitSpeech as unfit:
        raise OperationRefused(f"{wanted.name}: {unfit}") from unfit
    given = await asyncio.to_thread(
        keep_speech,
        premises.store,
        wanted.slug,
        wanted.seat,
        language=language,
        name=PurePath(wanted.name).name,
        text=text,
        embargo=wanted.embargo,
        check=wanted.check,
        at=now_ms(),
        by=None,
    )
    await show_texts(premises.owner.meetings.get(wanted.slug))
    return SpeechGiven(version=given.version, words=len(text.split()), language=language)


async def _remove_speech(premises: Premises, wanted: RemoveSpeech) -> SpeechRemoved:
    await _meeting(premises, wanted.slug, wanted.seat)
    gone = await asyncio.to_thread(
        remove_speech, premises.store, wanted.slug, wanted.seat, at=now_ms(), by=None
    )
    await show_texts(premises.owner.meetings.get(wanted.slug))
    return SpeechRemoved(there_was_one=gone)


async def _give_glossary(premises: Premises, wanted: GiveGlossary) -> GlossaryGiven:
    terms = await asyncio.to_thread(read_glossary, wanted.name, wanted.content)
    if not isinstance(terms, Terms):
        raise OperationRefused(*(str(fault) for fault in terms))
    given = await asyncio.to_thread(
        keep_glossary, premises.store, wanted.slug, terms.languages, terms.rows, at=now_ms(), by=None
    )
    await show_texts(premises.owner.meetings.get(wanted.slug))
    return GlossaryGiven(terms=len(given.rows), languages=given.languages)


async def _meeting(premises: Premises, slug: Key, seat: Key) -> Meeting:
    meeting = await asyncio.to_thread(premises.store.meeting, slug)
    if meeting is None:
        raise NoSuchMeeting(f'there is no meeting "{slug}"')
    if seat not in meeting["seats"]:
        hint = choose(seat, meeting["seats"], "seat")
        raise OperationRefused(f"--seat: {shown(seat)} is no seat of {slug}; {hint}")
    return meeting


GIVE_SPEECH = Operation("PUT", "/meetings/{slug}/speeches/{seat}", GiveSpeech, SpeechGiven, _give_speech)
REMOVE_SPEECH = Operation(
    "DELETE", "/meetings/{slug}/speeches/{seat}", RemoveSpeech, SpeechRemoved, _remove_speech
)
GIVE_GLOSSARY = Operation("PUT", "/meetings/{slug}/glossary", GiveGlossary, GlossaryGiven, _give_glossary)
