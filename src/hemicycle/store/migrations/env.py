"""What Alembic runs; the connection, inside its transaction, comes from `Store.open`."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # SQLite's DDL is transactional; Alembic assumes that the driver spoils it, which ours does not.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
