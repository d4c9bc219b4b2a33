"""How many examples hypothesis tries: always the same in `make test`, many new ones in `make
deep`."""

from __future__ import annotations

import pytest
from hypothesis import settings

DEEPER = 20
"""`make deep` tries so many times as many examples."""

# How long an example takes says how busy the machine is: no profile has a deadline.
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100, database=None)
settings.register_profile("deep", deadline=None, max_examples=100 * DEEPER, print_blob=True)


def pytest_configure(config: pytest.Config) -> None:
    """Takes the profile of `make test`, unless another was asked for with --hypothesis-profile."""
    if config.getoption("--hypothesis-profile", None) is None:
        settings.load_profile("ci")


def examples(count: int, steps: int | None = None) -> settings:
    """For a test whose examples cost more than most: so many of them, and more of them in `make
    deep`.

    Args:
        count: how many examples `make test` tries.
        steps: for a state machine, how many steps an example has at most.
    """
    deeper = DEEPER if settings.get_current_profile_name() == "deep" else 1
    if steps is None:
        return settings(max_examples=count * deeper)
    return settings(max_examples=count * deeper, stateful_step_count=steps)
