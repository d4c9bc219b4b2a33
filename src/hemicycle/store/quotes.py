"""Keeps the words of quotes, and what their speakers answered.

A row is written before the fact that speaks of it: a row without its fact is nobody's quote, while
a fact without its row would be a quote without words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from hemicycle.room.communique import Communiques
from hemicycle.room.quotes import Quotes
from hemicycle.room.state import State
from hemicycle.store.communiques import communiques_of
from hemicycle.store.database import Store, locked_meeting_id, meeting_id_of, next_number
from hemicycle.store.rows import Person
from hemicycle.store.tables import quote_answers, quotes
from hemicycle.wire.ids import Key, Language, Milliseconds
from hemicycle.wire.quotes import MARK, Quote, QuotePart, QuoteSpan, QuoteStage, is_usable


def write_quote(
    store: Store,
    slug: str,
    *,
    seat: Key,
    language: Language,
    parts: Sequence[QuotePart],
    spans: Sequence[QuoteSpan],
    said: str,
) -> int:
    """Store the words of a quote, and give their number, counted up from 1 in each meeting.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.writing() as connection:
        meeting_id = locked_meeting_id(connection, slug)
        number = next_number(connection, quotes.c.id, quotes.c.meeting_id == meeting_id)
        connection.execute(
            insert(quotes).values(
                meeting_id=meeting_id,
                id=number,
                seat=seat,
                language=language,
                parts=list(parts),
                spans=list(spans),
                said=said,
                translations={},
            )
        )
        return number


def write_answer(
    store: Store, slug: str, quote: int, at: Milliseconds, *, text: str = "", remark: str = ""
) -> int:
    """Store what a speaker answered, and give its number, counted up from 1 in each quote.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.writing() as connection:
        meeting_id = locked_meeting_id(connection, slug)
        mine = (quote_answers.c.meeting_id == meeting_id) & (quote_answers.c.quote == quote)
        number = next_number(connection, quote_answers.c.id, mine)
        connection.execute(
            insert(quote_answers).values(
                meeting_id=meeting_id, quote=quote, id=number, at=at, text=text, remark=remark
            )
        )
        return number


def translate_quote(store: Store, slug: str, quote: int, language: Language, text: str) -> None:
    """Set the organiser's translation of a quote; an empty text takes it away.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.writing() as connection:
        mine = (quotes.c.meeting_id == meeting_id_of(connection, slug)) & (quotes.c.id == quote)
        kept = connection.execute(
            select(quotes.c.translations).where(mine).with_for_update()
        ).scalar_one_or_none()
        if kept is None:
            return
        others = {tag: words for tag, words in kept.items() if tag != language}
        after = {**others, language: text} if text else others
        connection.execute(update(quotes).where(mine).values(translations=after))


def note_mail(store: Store, slug: str, quote: int, at: Milliseconds | None, fault: str | None) -> None:
    """Keep when the speaker was asked by mail, or why that failed.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.writing() as connection:
        mine = (quotes.c.meeting_id == meeting_id_of(connection, slug)) & (quotes.c.id == quote)
        connection.execute(update(quotes).where(mine).values(mailed_at=at, mail_fault=fault))


def quotes_of(store: Store, slug: str, state: State) -> list[Quote]:
    """Every quote that the log knows, as it stands by `state`, in the order in which they were
    made.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    with store.reading() as connection:
        meeting_id = meeting_id_of(connection, slug)
        rows = connection.execute(
            select(quotes).where(quotes.c.meeting_id == meeting_id).order_by(quotes.c.id)
        ).mappings()
        answers = {
            (row.quote, row.id): (row.text, row.remark)
            for row in connection.execute(
                select(quote_answers).where(quote_answers.c.meeting_id == meeting_id)
            )
        }
        return [_quote(dict(row), state, answers) for row in rows if row["id"] in state[Quotes].by_number]


def public_spans(store: Store, slug: str, state: State) -> list[tuple[Key, int, int]]:
    """Whose sound, from when to when (ms), everybody may hear: what the public communiqués quote.

    Raises:
        NoSuchMeeting: there is none of that slug.
    """
    if not state[Communiques].published:
        return []
    printed = {
        int(number)
        for row in communiques_of(store, slug)
        if state[Communiques].published.get(row.language) == row.version
        for number in MARK.findall(row.text)
    }
    return [
        (quote["seat"], span["since"], span["until"])
        for quote in quotes_of(store, slug, state)
        if quote["id"] in printed and is_usable(quote)
        for span in quote["spans"]
    ]


def erase_quotes(connection: Connection, person: Person) -> int:
    """Take out the words of a person's quotes, and of the answers to them. Returns how many
    quotes."""
    own = select(quotes.c.id).where(quotes.c.meeting_id == person.meeting_id, quotes.c.seat == person.key)
    numbers = [int(row.id) for row in connection.execute(own)]
    connection.execute(
        update(quote_answers)
        .where(quote_answers.c.meeting_id == person.meeting_id, quote_answers.c.quote.in_(numbers))
        .values(text="", remark="")
    )
    connection.execute(
        update(quotes)
        .where(quotes.c.meeting_id == person.meeting_id, quotes.c.id.in_(numbers))
        .values(said="", parts=[], spans=[], translations={}, mail_fault=None)
    )
    return len(numbers)


def _quote(row: Mapping[str, Any], state: State, answers: Mapping[tuple[int, int], tuple[str, str]]) -> Quote:
    stands = state[Quotes].by_number[row["id"]]
    text, remark = answers.get((row["id"], stands.answer or 0), ("", ""))
    quote = Quote(
        id=row["id"],
        seat=row["seat"],
        language=row["language"],
        parts=row["parts"],
        spans=row["spans"],
        said=row["said"],
        text=text if stands.stage is QuoteStage.AMENDED and text else row["said"],
        translations=row["translations"],
        stage=stands.stage,
        overridden=stands.overridden,
    )
    if remark:
        quote["remark"] = remark
    if row["mailed_at"] is not None:
        quote["mailed_at"] = row["mailed_at"]
    if row["mail_fault"]:
        quote["mail_fault"] = row["mail_fault"]
    return quote
