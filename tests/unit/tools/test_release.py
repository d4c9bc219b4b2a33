"""What a release writes: its version and its day."""

from __future__ import annotations

import datetime

import pytest
from tools.release import ROOT, Refused, current_version, dated, versioned

DAY = datetime.date(2026, 12, 1)


def test_the_unreleased_section_gets_the_version_and_the_day() -> None:
    text = "# Changelog\n\n## 0.2.0 (unreleased)\n\n- New.\n\n## 0.1.0 (2026-11-30)\n\n- Old.\n"
    assert dated(text, "0.2.0", DAY) == text.replace("(unreleased)", "(2026-12-01)")


@pytest.mark.parametrize(
    "text",
    ["## 0.1.0 (2026-11-30)\n\n- Old.\n", "## 0.2.0 (unreleased)\n\n## 0.1.0 (2026-11-30)\n\n- Old.\n"],
)
def test_nothing_is_released_of_which_nothing_is_said(text: str) -> None:
    with pytest.raises(Refused):
        dated(text, "0.2.0", DAY)


def test_only_the_projects_own_version_is_replaced() -> None:
    for name in ("pyproject.toml", "frontend/package.json"):
        before = (ROOT / name).read_text(encoding="utf-8")
        after = versioned(before, "9.8.7")
        changed = [(a, b) for a, b in zip(before.splitlines(), after.splitlines(), strict=True) if a != b]
        assert [b.strip().rstrip(",") for _, b in changed] in (
            ['version = "9.8.7"'],
            ['"version": "9.8.7"'],
        )
        assert current_version() in changed[0][0]


def test_the_changelog_can_be_released_as_it_stands() -> None:
    assert f"## 9.8.7 ({DAY})" in dated((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), "9.8.7", DAY)
