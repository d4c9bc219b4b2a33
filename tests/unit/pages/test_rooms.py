"""The rooms of the pages are held to their order (frontend/rooms.json), as Python's are by
import-linter."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

FRONTEND = Path(__file__).parents[3] / "frontend"
ORDER = ("wire", "i18n", "link", "state", "media", "ui", "controls", "pages")
PLANTED = {
    "src/media/a.ts": "@/ui",
    "src/media/player/a.ts": "../../ui/button",
    "src/media/b.ts": "preact/hooks",
    "src/media/c.ts": "./player.css",
    "src/i18n/a.ts": "@/link",
    "src/i18n/en/a.ts": "@/state",
    "src/state/a.ts": "@/link/pause",
    "src/ui/a.ts": "@/controls",
    "src/controls/a.ts": "../new/a",
    "src/controls/sound/a.ts": "@/pages/hall/hall",
    "src/pages/chair/a.ts": "../hall/hall",
    "src/pages/chair/b.ts": "@/pages/hall/hall",
    "src/new/a.ts": "@/i18n",
    "src/ui/b.ts": "./c",
    "src/ui/c.ts": "./b",
}
ALLOWED = {
    "src/media/d.ts": "@/state",
    "src/media/player/d.ts": "../d",
    "src/i18n/b.ts": "@/wire/protocol",
    "src/ui/d.ts": "@/media",
    "src/controls/d.ts": "@/ui",
    "src/pages/chair/d.ts": "@/controls",
    "src/pages/chair/e.ts": "@/ui/page",
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The planted files that biome refuses under the rules of the pages."""
    place = tmp_path_factory.mktemp("planted")
    for name in ("biome.json", "rooms.json", "tsconfig.json"):
        (place / name).write_text((FRONTEND / name).read_text())
    for path, imported in (PLANTED | ALLOWED).items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(f'export * from "{imported}";\n')
    rules = ("--only=style/noRestrictedImports", "--only=suspicious/noImportCycles")
    biome = FRONTEND / "node_modules/.bin/biome"
    said = subprocess.run(
        [biome, "lint", *rules, "--reporter=github", "--max-diagnostics=none", "src"],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    return set(re.findall(r"file=(?:[^,]*/)?(src/[^,]+),", said.stdout))


def test_what_leaves_the_order_is_refused(refused: set[str]) -> None:
    assert refused == set(PLANTED)


def test_every_folder_has_a_place_in_the_order() -> None:
    rooms = json.loads((FRONTEND / "rooms.json").read_text())["overrides"]
    covered = {pattern for override in rooms for pattern in override["includes"]}
    assert {pattern.split("/")[1] for pattern in covered} == set(ORDER)
    folders = {path.parent for path in (FRONTEND / "src").rglob("*.ts*")}
    for folder in folders:
        room, *inside = folder.relative_to(FRONTEND / "src").parts
        assert room in ORDER
        assert f"src/{room}/*{'/*' * len(inside)}" in covered, folder
