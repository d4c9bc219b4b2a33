"""What holds for every test: how it is chosen, in which order it runs, how many examples it
tries."""

from __future__ import annotations

pytest_plugins = ["tests.world.realtime", "tests.world.examples", "tests.world.browsers"]
