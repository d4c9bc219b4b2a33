"""The index in which words of the verbatim are found. It is not in `tables`: each engine has its
own kind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    """Make the index, and take up the lines that there are."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE line_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')"
        )
    else:
        op.execute(
            "CREATE TABLE line_search (meeting_id INTEGER NOT NULL, line INTEGER NOT NULL, "
            "words TSVECTOR NOT NULL, CONSTRAINT pk_line_search PRIMARY KEY (meeting_id, line), "
            "CONSTRAINT fk_line_search_meeting_id_line_lines FOREIGN KEY (meeting_id, line) "
            "REFERENCES lines (meeting_id, id) ON DELETE CASCADE)"
        )
        op.execute("CREATE INDEX ix_line_search_words ON line_search USING gin (words)")
    said = connection.execute(
        sa.text(
            "SELECT lines.meeting_id, lines.id, line_versions.text FROM lines JOIN line_versions "
            "ON line_versions.meeting_id = lines.meeting_id AND line_versions.line = lines.id "
            "AND line_versions.version = lines.version WHERE line_versions.text <> ''"
        )
    ).all()
    for row in said:
        if connection.dialect.name == "sqlite":
            connection.execute(
                sa.text("INSERT INTO line_search (rowid, words) VALUES (:number, :words)"),
                {"number": row.meeting_id << 32 | row.id, "words": row.text},
            )
        else:
            connection.execute(
                sa.text("INSERT INTO line_search VALUES (:meeting_id, :line, to_tsvector('simple', :words))"),
                {"meeting_id": row.meeting_id, "line": row.id, "words": row.text},
            )


def downgrade() -> None:
    """Drop the index; the lines stay."""
    op.execute("DROP TABLE line_search")
