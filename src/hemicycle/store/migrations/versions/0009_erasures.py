"""Which seats are being erased, so that what was cut short is gone on with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision: str | None = "0008"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "erasures",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("found", sa.JSON(none_as_null=True)),
        sa.PrimaryKeyConstraint("meeting_id", "key", name="pk_erasures"),
        sa.ForeignKeyConstraint(
            ["meeting_id", "key"],
            ["seats.meeting_id", "seats.key"],
            name="fk_erasures_meeting_id_key_seats",
            ondelete="CASCADE",
        ),
    )
