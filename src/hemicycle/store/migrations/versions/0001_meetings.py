"""Meetings, their seats, the seats' links and the log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Make the four tables."""
    op.create_table(
        "meetings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("slug", sa.String(64), nullable=False),
        sa.Column("plan", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
        sa.UniqueConstraint("slug", name="uq_meetings_slug"),
    )
    op.create_table(
        "seats",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("category", sa.String(64)),
        sa.Column("language", sa.String(64), nullable=False),
        sa.Column("precedence", sa.Integer),
        sa.PrimaryKeyConstraint("meeting_id", "key", name="pk_seats"),
        sa.UniqueConstraint("meeting_id", "position", name="uq_seats_meeting_id_position"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_seats_meeting_id_meetings", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "links",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("revoked_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("meeting_id", "key", "generation", name="pk_links"),
        sa.UniqueConstraint("token_hash", name="uq_links_token_hash"),
        sa.ForeignKeyConstraint(
            ["meeting_id", "key"],
            ["seats.meeting_id", "seats.key"],
            name="fk_links_meeting_id_key_seats",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "facts",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("type", sa.String(64), nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("prev", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "seq", name="pk_facts"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_facts_meeting_id_meetings", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Take them away again."""
    for table in ("facts", "links", "seats", "meetings"):
        op.drop_table(table)
