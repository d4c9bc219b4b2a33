"""The project's documents point at what is there, and can be read in any editor."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DOCUMENTS = sorted(
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
SOURCE = re.compile(r"`((?!/|composed/)[\w./-]+/[\w.-]+\.(?:py|ts|tsx|json|toml|md|css|sh))`")
ROOTS = (
    ROOT,
    ROOT / "tests",
    ROOT / "src/hemicycle",
    ROOT / "frontend",
    ROOT / "frontend/src",
    ROOT / "frontend/src/i18n",
    ROOT / "docs",
)
LINE_COLUMNS = 100

# Its sources are made up.
EXAMPLE = ROOT / "docs/adding.md"


def prose(text: str) -> list[tuple[int, str]]:
    """The lines that wrap: none of a table, of code, of what is made, or of one long link or
    image."""
    lines, is_code, is_made = [], False, False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("<!-- made", "<!-- /made")):
            is_made = not is_made
        elif is_made:
            continue
        elif line.lstrip().startswith("```"):
            is_code = not is_code
        elif not is_code and not line.lstrip().startswith(("|", "#", "<", "![", "- [")):
            lines.append((number, line))
    return lines


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_its_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    missing = [link for link in LINK.findall(text) if not (document.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize(
    "document", [each for each in DOCUMENTS if each != EXAMPLE], ids=lambda path: str(path.relative_to(ROOT))
)
def test_the_sources_that_it_names_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = [name for name in SOURCE.findall(text) if not any((root / name).exists() for root in ROOTS)]
    assert not named


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_its_prose_wraps(document: Path) -> None:
    long = [
        number for number, line in prose(document.read_text(encoding="utf-8")) if len(line) > LINE_COLUMNS
    ]
    assert not long


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    records = sorted(each.name for each in folder.glob("[0-9]*.md"))
    assert listed == records
    assert [int(name[:4]) for name in records] == list(range(1, len(records) + 1))
