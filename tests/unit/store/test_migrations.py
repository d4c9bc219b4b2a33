"""The migrations are one row: each has one before it, and one is the last."""

from __future__ import annotations

from alembic.script import ScriptDirectory

from hemicycle.store.engine import MIGRATIONS


def test_the_migrations_are_one_row() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert len(scripts.get_heads()) == 1
    numbers = [script.revision for script in scripts.walk_revisions()]
    assert numbers == [f"{number:04}" for number in range(len(numbers), 0, -1)]
