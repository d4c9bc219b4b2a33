"""What the booths read: the speakers' texts, and the glossary."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "speeches",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.String(64)),
        sa.Column("language", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("embargo", sa.Boolean, nullable=False),
        sa.Column("check", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "key", "version", name="pk_speeches"),
        sa.ForeignKeyConstraint(
            ["meeting_id", "key"],
            ["seats.meeting_id", "seats.key"],
            name="fk_speeches_meeting_id_key_seats",
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "glossaries",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.String(64)),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("rows", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "version", name="pk_glossaries"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_glossaries_meeting_id_meetings", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Take them away again."""
    for table in ("glossaries", "speeches"):
        op.drop_table(table)
