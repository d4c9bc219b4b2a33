"""Runs the migrations. Imported only where there are some to run: Alembic takes long to import."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from hemicycle.store.engine import MIGRATIONS, shown
from hemicycle.store.errors import StoreUnavailable


def upgrade(connection: Connection, to: str) -> None:
    """Bring the tables up to a revision, in the connection's transaction.

    Raises:
        StoreUnavailable: they are of a newer Hemicycle.
    """
    config = Config()
    # The option is a template in which a percent sign is doubled.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        url = shown(connection.engine.url)
        raise StoreUnavailable(
            f"the database {url} was made by a newer Hemicycle: install that one ({error})"
        ) from error
