"""The example of docs/adding.md, added to a copy of the sources: it passes, and it touches what it
says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs/adding.md"
BLOCK = re.compile(r"(?:^`([\w./-]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("src/hemicycle", "frontend/src", "tests", "tools", "bench")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "built", "*.onnx")


@dataclass(frozen=True, slots=True)
class Step:
    """A code block of the document: a new file, or a change of one that is there."""

    path: str
    language: str
    text: str

    def take(self, root: Path) -> None:
        """Add it to a copy of the sources.

        Raises:
            ValueError: what it stands beside is not there, or there more than once.
        """
        path = root / self.path
        if self.language != "diff":
            assert not path.exists(), self.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.text, encoding="utf-8")
            return
        lines = self.text.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        content = path.read_text(encoding="utf-8")
        if content.count(old) != 1:
            raise ValueError(f"{self.path} has {content.count(old)} times:\n{old}")
        path.write_text(content.replace(old, new), encoding="utf-8")


def steps() -> list[Step]:
    """Every code block, each of the file that was named last."""
    found, path = [], ""
    for block in BLOCK.finditer(DOCUMENT.read_text(encoding="utf-8")):
        path = block[1] or path
        found.append(Step(path, block[2], block[3]))
    return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources with the example."""
    root = tmp_path_factory.mktemp("adding")
    for folder in COPIED:
        shutil.copytree(ROOT / folder, root / folder, ignore=LEFT_OUT)
    for name in ("pyproject.toml", "PROTOCOL.md", "frontend/tsconfig.json", "frontend/vite.config.ts"):
        shutil.copy(ROOT / name, root / name)
    for folder in ("frontend/scripts", "frontend/html", "frontend/package.json", "frontend/node_modules"):
        (root / folder).symlink_to(ROOT / folder)
    for step in steps():
        step.take(root)
    return root


def run(copy: Path, *command: str, where: str = ".") -> str:
    """What a command says in the copy, which has to succeed."""
    env = {
        **os.environ,
        "PYTHONPATH": f"{copy / 'src'}:{copy}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PATH": f"{ROOT / '.stamps/node/bin'}:{os.environ['PATH']}",
    }
    done = subprocess.run(command, cwd=copy / where, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def python(copy: Path, *arguments: str) -> str:
    """What a Python module says in the copy."""
    return run(copy, sys.executable, "-m", *arguments)


def test_it_adds_files_of_its_own_and_a_line_to_each_list() -> None:
    changes = [step for step in steps() if step.language == "diff"]
    assert {step.path for step in changes} == {
        "src/hemicycle/wire/protocol.py",
        "src/hemicycle/room/subjects.py",
        "src/hemicycle/server/serving.py",
        "pyproject.toml",
        "frontend/src/state/offers/index.ts",
        "frontend/src/state/offers/pages.ts",
        "frontend/src/i18n/index.ts",
        *(f"frontend/src/i18n/{language}/refusals.ts" for language in ("en", "kk", "ko", "ru")),
        "frontend/src/pages/chair/meeting-bar.tsx",
    }
    for step in changes:
        assert len(re.findall(r"^\+", step.text, re.MULTILINE)) == 1, step
    assert all("bell" in step.path for step in steps() if step.language != "diff")


def test_its_own_tests_pass_and_the_lists_are_whole(copy: Path) -> None:
    tests = ("tests/unit/bell", "tests/unit/wire", "tests/unit/room")
    python(copy, "pytest", "-q", "-p", "no:cacheprovider", *tests)


def test_its_types_and_layers_are_right(copy: Path) -> None:
    files = [step.path for step in steps() if step.language == "python"]
    python(copy, "mypy", "--cache-dir", str(copy / "types"), *files)
    python(copy, "ruff", "check", "--no-cache", *files)
    python(copy, "ruff", "format", "--check", "--no-cache", *files)
    run(copy, str(Path(sys.executable).with_name("lint-imports")), "--no-cache")


def test_the_schema_the_document_and_the_pages_know_it(copy: Path) -> None:
    schema = copy / "src/hemicycle/wire/protocol.schema.json"
    schema.write_text(python(copy, "hemicycle.wire.schema"), encoding="utf-8")
    run(copy, "node", "scripts/protocol.mjs", str(schema), "src/wire/protocol.ts", where="frontend")
    python(copy, "tools.document", "PROTOCOL.md")
    document = (copy / "PROTOCOL.md").read_text(encoding="utf-8")
    assert "| `bell.ring` | chair |" in document
    assert "| `bell.rung` |" in document
    assert "`bell_rings`?: `true`" in document
    run(copy, "node_modules/.bin/tsc", "--noEmit", where="frontend")


@pytest.mark.deep
def test_the_page_offers_what_the_rules_accept(copy: Path) -> None:
    cases = copy / "frontend/src/state/offers/cases.json"
    cases.write_text(python(copy, "tools.cases"), encoding="utf-8")
    run(copy, "node_modules/.bin/vitest", "run", "src/state/offers", "src/i18n", where="frontend")
