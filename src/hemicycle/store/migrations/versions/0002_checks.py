"""What "Can I take part?" found out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "checks",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("key", sa.String(64)),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("browser", sa.Text, nullable=False),
        sa.Column("result", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_checks"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_checks_meeting_id_meetings", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "key"],
            ["seats.meeting_id", "seats.key"],
            name="fk_checks_meeting_id_key_seats",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_checks_meeting_id", "checks", ["meeting_id"])


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("checks")
