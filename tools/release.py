"""Makes a release: `python -m tools.release 0.2.0`, or `--check` to make the same files of this
version.

A release is a version in `pyproject.toml` and `frontend/package.json`, a dated section of the
changelog, a commit, a tag, and in `dist/`: a wheel, a source distribution, and a CycloneDX bill of
materials of each world. Both distributions are installed without a network before the tag is set.
Nothing is pushed or uploaded: that stays a person's decision.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
NPM = ROOT / ".stamps/node/lib/node_modules/npm/bin/npm-cli.js"
UNRELEASED = re.compile(r"^## (\S+) \(unreleased\)$", re.MULTILINE)
TRIED = (
    "from importlib.resources import files; from hemicycle.cli.commands import COMMANDS, load; "
    "assert all(map(load, COMMANDS)); "
    "built = files('hemicycle') / 'web' / 'built'; "
    "assert (built / 'hall.html').is_file() and (built / 'licences.md').is_file()"
)
"""What a fresh installation has to stand: every module of the command line loads, the pages are
there."""


class Refused(Exception):
    """The release can't be made; the message says why and what to do."""


def run(*command: str | Path, cwd: Path = ROOT, offline: bool = False) -> str:
    """What a command prints.

    Args:
        command: the program and its arguments.
        cwd: where it runs.
        offline: run it in a network namespace of its own, which has no network.

    Raises:
        Refused: it failed.
    """
    words = [str(word) for word in command]
    if offline and shutil.which("unshare"):
        words = ["unshare", "--map-root-user", "--net", *words]
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)  # noqa: S603 -- ours
    if done.returncode:
        raise Refused(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def dated(changelog: str, version: str, day: datetime.date) -> str:
    """The changelog with its unreleased section named for this version and day.

    Raises:
        Refused: there is no unreleased section, or nothing in it.
    """
    found = UNRELEASED.search(changelog)
    if found is None:
        raise Refused('CHANGELOG.md has no section "## VERSION (unreleased)": nothing would be released')
    if not changelog[found.end() :].partition("\n## ")[0].strip():
        raise Refused("the unreleased section of CHANGELOG.md is empty")
    return UNRELEASED.sub(f"## {version} ({day.isoformat()})", changelog, count=1)


def versioned(text: str, version: str) -> str:
    """A `pyproject.toml` or `package.json` with this version in the place of its own."""
    changed, times = re.subn(
        r'^(\s*"?version"?\s*[=:]\s*)"[^"]+"', rf'\1"{version}"', text, count=1, flags=re.M
    )
    if times != 1:
        raise Refused("there is no version to replace")
    return changed


def current_version() -> str:
    """The version in `pyproject.toml`."""
    found = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)
    assert found is not None
    return found[1]


def write_version(version: str) -> None:
    """Put the version and the day where they belong, and commit them.

    Raises:
        Refused: the tree has other changes, or the version is not a new one.
    """
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise Refused(f'"{version}" is no version: write MAJOR.MINOR.PATCH')
    if run("git", "status", "--porcelain").strip():
        raise Refused("there are changes that are not committed: commit or stash them first")
    if run("git", "tag", "--list", f"v{version}").strip():
        raise Refused(f"there is a tag v{version} already")
    today = datetime.datetime.now(tz=datetime.UTC).date()
    changelog = ROOT / "CHANGELOG.md"
    new = {changelog: dated(changelog.read_text(encoding="utf-8"), version, today)}
    for path in (ROOT / "pyproject.toml", ROOT / "frontend/package.json"):
        new[path] = versioned(path.read_text(encoding="utf-8"), version)
    for path, text in new.items():
        path.write_text(text, encoding="utf-8")
    run("git", "commit", "--all", "--message", f"Release {version}")


def build() -> Sequence[Path]:
    """The source distribution, and the wheel that is made of it, in `dist/`."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(sys.executable, "-m", "uv", "build", "--out-dir", DIST, "--quiet")
    return sorted([*DIST.glob("*.tar.gz"), *DIST.glob("*.whl")])


def try_offline(distributions: Sequence[Path], folder: Path) -> Path:
    """Install each distribution without a network, with the locked versions of what it needs.

    Returns:
        The Python of the last environment, for its bill of materials.
    """
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(re.findall(r"^([\w.-]+==[^\\\n]+)", locked, re.M)), encoding="utf-8")
    wheels = folder / "wheels"
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    wheel = next(each for each in distributions if each.suffix == ".whl")
    run(*pip, "wheel", "--wheel-dir", wheels, "--constraint", constraints, wheel, "hatchling")
    python = folder
    for distribution in distributions:
        environment = folder / f"environment{distribution.suffix}"
        run(sys.executable, "-m", "venv", environment)
        python = environment / "bin/python"
        found = ("--no-index", "--find-links", wheels)
        run(python, "-m", "pip", "install", "--quiet", *found, distribution, cwd=folder, offline=True)
        run(python, "-c", TRIED, cwd=folder, offline=True)
        run(environment / "bin/hemicycle", "--version", cwd=folder, offline=True)
    return python


def bills(python: Path) -> None:
    """The CycloneDX bills of materials: of what is installed with Hemicycle, and of the pages."""
    cyclonedx = Path(sys.executable).parent / "cyclonedx-py"
    run(
        cyclonedx, "environment", python, "--pyproject", "pyproject.toml", "--output-format", "JSON",
        "--output-file", DIST / "python.cdx.json",
    )  # fmt: skip
    options = ("--sbom-format", "cyclonedx", "--omit", "dev", "--package-lock-only")
    pages = run("node", NPM, "sbom", *options, cwd=ROOT / "frontend")
    (DIST / "pages.cdx.json").write_text(json.dumps(json.loads(pages), indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Make the release, or with `--check` its files."""
    parser = argparse.ArgumentParser(prog="make release", description=__doc__)
    parser.add_argument("version", nargs="?", help="MAJOR.MINOR.PATCH")
    parser.add_argument("--check", action="store_true", help="make the files of this version, and set no tag")
    asked = parser.parse_args()
    try:
        if not asked.check:
            if not asked.version:
                raise Refused("which version? make release VERSION=MAJOR.MINOR.PATCH")
            write_version(asked.version)
        print("Building the source distribution and the wheel …", flush=True)
        distributions = build()
        with tempfile.TemporaryDirectory(prefix="hemicycle-release-") as folder:
            print("Installing each without a network …", flush=True)
            bills(try_offline(distributions, Path(folder)))
        if not asked.check:
            run("git", "tag", "--annotate", f"v{asked.version}", "--message", f"Hemicycle {asked.version}")
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    for path in sorted(DIST.iterdir()):
        print(f"{os.path.relpath(path)}  {path.stat().st_size:,} bytes")
    if not asked.check:
        print(f"Tagged v{asked.version}. To publish: git push --follow-tags, then upload dist/.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
