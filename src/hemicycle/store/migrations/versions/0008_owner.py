"""Who owns the database, and which meetings are open."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    """Make the lease, owned by nobody, and read from the logs which meetings are open."""
    op.create_table(
        "leases",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("boot", sa.Text, nullable=False),
        sa.Column("pid", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_leases"),
    )
    op.execute("INSERT INTO leases (id, epoch, host, boot, pid, until) VALUES (1, 0, '', '', 0, 0)")
    op.add_column("meetings", sa.Column("is_open", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("ix_meetings_is_open", "meetings", ["is_open"])
    op.execute(
        "UPDATE meetings SET is_open = (SELECT type FROM facts WHERE meeting_id = meetings.id "
        "AND type IN ('meeting.opened', 'meeting.closed') ORDER BY seq DESC LIMIT 1) = 'meeting.opened' "
        "WHERE EXISTS (SELECT 1 FROM facts WHERE meeting_id = meetings.id AND type = 'meeting.opened')"
    )
