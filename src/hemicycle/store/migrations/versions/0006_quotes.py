"""Quotes, what their speakers answered, and the communiqué's versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "quotes",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("seat", sa.String(64), nullable=False),
        sa.Column("language", sa.String(64), nullable=False),
        sa.Column("parts", sa.JSON, nullable=False),
        sa.Column("spans", sa.JSON, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("translations", sa.JSON, nullable=False),
        sa.Column("mailed_at", sa.BigInteger),
        sa.Column("mail_fault", sa.Text),
        sa.PrimaryKeyConstraint("meeting_id", "id", name="pk_quotes"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_quotes_meeting_id_meetings", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "seat"],
            ["seats.meeting_id", "seats.key"],
            name="fk_quotes_meeting_id_seat_seats",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "quote_answers",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("quote", sa.Integer, nullable=False),
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("remark", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "quote", "id", name="pk_quote_answers"),
        sa.ForeignKeyConstraint(
            ["meeting_id", "quote"],
            ["quotes.meeting_id", "quotes.id"],
            name="fk_quote_answers_meeting_id_quote_quotes",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "communiques",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("language", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "language", "version", name="pk_communiques"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_communiques_meeting_id_meetings", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Take them away again."""
    for table in ("communiques", "quote_answers", "quotes"):
        op.drop_table(table)
