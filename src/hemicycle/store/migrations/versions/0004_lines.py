"""What was said: lines, and every version of their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "lines",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("item", sa.String(64)),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "id", name="pk_lines"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name="fk_lines_meeting_id_meetings", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "line_versions",
        sa.Column("meeting_id", sa.Integer, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("writer", sa.String(16), nullable=False),
        sa.Column("by", sa.String(64)),
        sa.Column("seat", sa.String(64), nullable=False),
        sa.Column("language", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("translations", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("meeting_id", "line", "version", name="pk_line_versions"),
        sa.ForeignKeyConstraint(
            ["meeting_id", "line"],
            ["lines.meeting_id", "lines.id"],
            name="fk_line_versions_meeting_id_line_lines",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id", "seat"],
            ["seats.meeting_id", "seats.key"],
            name="fk_line_versions_meeting_id_seat_seats",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("line_versions")
    op.drop_table("lines")
