"""The tables. Names and sentences stand in `meetings` and `seats`, the log in `facts` holds keys
only, so that a person can be erased without breaking the log's chain.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", String(64), nullable=False, unique=True),
    # `wire.views.Meeting` without its slug and seats.
    Column("plan", JSON, nullable=False),
    # As the log says; kept in step with it by whoever appends, so that no log has to be read for
    # it.
    Column("is_open", Boolean, nullable=False, default=False, index=True),
)

# Who owns the database: one row. See `lease`.
leases = Table(
    "leases",
    metadata,
    Column("id", Integer, primary_key=True),
    # One more each time that somebody takes it.
    Column("epoch", BigInteger, nullable=False),
    Column("host", Text, nullable=False),
    # Tells one start of a host, and one namespace of its process ids, from another.
    Column("boot", Text, nullable=False),
    Column("pid", BigInteger, nullable=False),
    # In ms, by the database's clock; 0: nobody owns it.
    Column("until", BigInteger, nullable=False),
)

seats = Table(
    "seats",
    metadata,
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("role", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("category", String(64)),
    Column("language", String(64), nullable=False),
    Column("precedence", Integer),
    # An interpreter's booths and languages: lists of tags.
    Column("into", JSON(none_as_null=True)),
    Column("out_of", JSON(none_as_null=True)),
    # Seen by whoever may write to the seat, and in no view.
    Column("mail", Text),
    UniqueConstraint("meeting_id", "position"),
)

# Each link that a seat has had. A revoked one stays, so that its door can say "revoked", not
# "unknown".
links = Table(
    "links",
    metadata,
    Column("meeting_id", Integer, primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("generation", Integer, primary_key=True),
    # SHA-256 of the token, in hex. See `tokens`.
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("revoked_at", BigInteger),
    ForeignKeyConstraint(["meeting_id", "key"], ["seats.meeting_id", "seats.key"], ondelete="CASCADE"),
)

facts = Table(
    "facts",
    metadata,
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("type", String(64), nullable=False),
    # The fact's fields in canonical JSON, as text: PostgreSQL's jsonb would order and respace them.
    Column("data", Text, nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# What "Can I take part?" found out, by a seat or, without one, by whoever gave a name.
checks = Table(
    "checks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", BigInteger, nullable=False),
    Column("key", String(64)),
    Column("name", Text, nullable=False),
    # In words, such as "Firefox 153 on Windows".
    Column("browser", Text, nullable=False),
    # `wire.checks.CheckResult` without its name.
    Column("result", JSON, nullable=False),
    ForeignKeyConstraint(["meeting_id", "key"], ["seats.meeting_id", "seats.key"], ondelete="CASCADE"),
)

# What was said, and when: the words stand in `line_versions`.
lines = Table(
    "lines",
    metadata,
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("item", String(64)),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    # The newest one of its versions.
    Column("version", Integer, nullable=False),
)

line_versions = Table(
    "line_versions",
    metadata,
    Column("meeting_id", Integer, primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("writer", String(16), nullable=False),
    Column("by", String(64)),
    Column("seat", String(64), nullable=False),
    Column("language", String(64), nullable=False),
    # Empty: struck out.
    Column("text", Text, nullable=False),
    # The machine's, by language.
    Column("translations", JSON, nullable=False),
    ForeignKeyConstraint(["meeting_id", "line"], ["lines.meeting_id", "lines.id"], ondelete="CASCADE"),
    ForeignKeyConstraint(["meeting_id", "seat"], ["seats.meeting_id", "seats.key"], ondelete="CASCADE"),
)

# The texts that speakers give to the booths, each version a row. Without a text: it was taken back.
speeches = Table(
    "speeches",
    metadata,
    Column("meeting_id", Integer, primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    # Who gave it or took it back: a seat, or nobody's, by the command line.
    Column("by", String(64)),
    Column("language", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text),
    Column("embargo", Boolean, nullable=False),
    Column("check", Boolean, nullable=False),
    ForeignKeyConstraint(["meeting_id", "key"], ["seats.meeting_id", "seats.key"], ondelete="CASCADE"),
)

# The meeting's glossary, each version a row.
glossaries = Table(
    "glossaries",
    metadata,
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("by", String(64)),
    # Tags, in the order of the file's columns.
    Column("languages", JSON, nullable=False),
    # Terms by language: a list of objects.
    Column("rows", JSON, nullable=False),
)

# Words marked to be quoted. Where a quote stands is in the log; what it says is here.
quotes = Table(
    "quotes",
    metadata,
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seat", String(64), nullable=False),
    Column("language", String(64), nullable=False),
    # Lists of `wire.quotes.QuotePart` and `QuoteSpan`.
    Column("parts", JSON, nullable=False),
    Column("spans", JSON, nullable=False),
    Column("said", Text, nullable=False),
    # The organiser's, by language.
    Column("translations", JSON, nullable=False),
    # When the speaker was asked by mail, or why that failed.
    Column("mailed_at", BigInteger),
    Column("mail_fault", Text),
    ForeignKeyConstraint(["meeting_id", "seat"], ["seats.meeting_id", "seats.key"], ondelete="CASCADE"),
)

# What speakers answered: other words, or a remark.
quote_answers = Table(
    "quote_answers",
    metadata,
    Column("meeting_id", Integer, primary_key=True),
    Column("quote", Integer, primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("text", Text, nullable=False),
    Column("remark", Text, nullable=False),
    ForeignKeyConstraint(["meeting_id", "quote"], ["quotes.meeting_id", "quotes.id"], ondelete="CASCADE"),
)

# The communiqué as it was edited, every version of each language.
communiques = Table(
    "communiques",
    metadata,
    Column("meeting_id", ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("language", String(64), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("by", String(64), nullable=False),
    Column("headline", Text, nullable=False),
    Column("text", Text, nullable=False),
)

# Seats that are being erased: from the beginning until nothing is left to be done.
erasures = Table(
    "erasures",
    metadata,
    Column("meeting_id", Integer, primary_key=True),
    Column("key", String(64), primary_key=True),
    # What was in the rows, as numbers and places; null until they are erased.
    Column("found", JSON(none_as_null=True)),
    ForeignKeyConstraint(["meeting_id", "key"], ["seats.meeting_id", "seats.key"], ondelete="CASCADE"),
)
