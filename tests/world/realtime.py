"""Tests that need real time: they run one after the other, and are tried once more where they fail.

A test marked `realtime` plays sound or picture against the clock, or waits for a timer that cannot
be
shortened: a machine that is busy with something else can spoil it. Every other test runs beside
    others,
in workers of pytest-xdist, and never gets a second try. A worker that crashes is a failure.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ORDER = ("unit", "service", "attack", "browser", "network")
"""Browser tests go last: Playwright's loop stays in this thread, where no other can run beside
it."""
TESTS = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--deep`."""
    parser.addoption("--deep", action="store_true", help="run the tests marked `deep` too (make deep)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Orders the tests, leaves out the deep ones, and lets those in real time fail once."""
    if not config.getoption("--deep"):
        left_out = [item for item in items if item.get_closest_marker("deep")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("deep")]
    items.sort(key=_place)
    # In a worker, a second try would also forgive a crash.
    if not hasattr(config, "workerinput"):
        for item in items:
            if item.get_closest_marker("realtime"):
                item.add_marker(pytest.mark.flaky(reruns=1))


def _place(item: pytest.Item) -> int:
    parts = item.path.relative_to(TESTS).parts if TESTS in item.path.parents else ()
    return ORDER.index(parts[0]) if parts and parts[0] in ORDER else -1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Lists what was run a second time, also where nothing was."""
    tried = [report.nodeid for report in terminalreporter.stats.get("rerun", [])]
    terminalreporter.write_line(f"run a second time: {len(tried) or 'nothing'}")
    for test in tried:
        terminalreporter.write_line(f"  {test}")
