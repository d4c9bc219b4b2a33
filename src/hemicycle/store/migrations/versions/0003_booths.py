"""What interpreters interpret into and out of, and the seats' mail addresses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("seats", sa.Column("into", sa.JSON(none_as_null=True)))
    op.add_column("seats", sa.Column("out_of", sa.JSON(none_as_null=True)))
    op.add_column("seats", sa.Column("mail", sa.Text))


def downgrade() -> None:
    """Take them away again."""
    for column in ("mail", "out_of", "into"):
        op.drop_column("seats", column)
