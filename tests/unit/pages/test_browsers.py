"""docs/browsers.md lists all that the pages ask of a browser, and Safari is asked before."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
LISTED: list[dict[str, Any]] = json.loads((ROOT / "tools/browsers.json").read_text())
DOCUMENT = (ROOT / "docs/browsers.md").read_text()
SAFARI = 26
"""The first Safari that plays the meeting."""
SOURCES = {
    path: re.sub(r"^\s*(//|/?\*).*$", "", path.read_text(), flags=re.MULTILINE)
    for path in (ROOT / "frontend/src").rglob("*")
    if path.suffix in (".ts", ".tsx", ".css") and not path.name.endswith((".test.ts", ".d.ts"))
}
SCRIPTS = "\n".join(text for path, text in SOURCES.items() if path.suffix != ".css")
LANGUAGE = {
    *(
        "Map",
        "Set",
        "WeakMap",
        "Promise",
        "URL",
        "URLSearchParams",
        "Date",
        "Error",
        "RangeError",
        "TypeError",
    ),
    *(
        "Float32Array",
        "Float64Array",
        "RegExp",
        "Uint8Array",
        "DataView",
        "TextEncoder",
        "TextDecoder",
        "DOMException",
        "Intl",
    ),
    *("MediaStream", "MutationObserver", "AbortController"),
}
"""Older than any browser that is asked for."""
LONG_THERE = {"languages", "mediaDevices"}


def rows() -> dict[str, list[str]]:
    """The table's rows by their first cell."""
    made = DOCUMENT.split("<!-- made: browsers -->")[1].split("<!-- /made -->")[0]
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in made.splitlines() if "|" in line
    ]
    return {row[0]: row[1:] for row in cells[2:]}


@pytest.mark.parametrize("entry", LISTED, ids=lambda entry: str(entry["name"]))
def test_what_is_listed_is_used_and_asked_for_where_safari_lacks_it(entry: dict[str, Any]) -> None:
    for use in entry["uses"]:
        assert any(use in text for text in SOURCES.values()), f"{use!r} is used no more"
    purpose, *versions, without = rows()[entry["name"]]
    assert purpose == entry["for"]
    assert without.endswith(entry["without"])
    lacking = any(version == "–" or float(version) > SAFARI for version in versions[3:])
    style = all(
        any(use in text for path, text in SOURCES.items() if path.suffix == ".css") for use in entry["uses"]
    )
    if entry["guard"]:
        file, words = entry["guard"]
        assert words in (ROOT / file).read_text(), f"{file} does not ask for it"
    else:
        assert style or not lacking, "Safari lacks it, and nobody asks"


def test_the_table_has_no_other_rows() -> None:
    assert [*rows()] == [entry["name"] for entry in LISTED]


def test_whatever_the_pages_use_is_listed() -> None:
    used = " ".join(use for entry in LISTED for use in [*entry["uses"], *entry.get("brings", [])])
    own = set(re.findall(r"\b(?:class|const|interface|type) (\w+)", SCRIPTS))
    imports = re.findall(r"^import ([^;\"']*) from", SCRIPTS, re.MULTILINE)
    imported = {name for names in imports for name in re.findall(r"\w+", names)}
    made = set(re.findall(r"\bnew ([A-Z]\w+)\b", SCRIPTS)) - own - imported - LANGUAGE
    asked = set(re.findall(r"\bnavigator\.(\w+)", SCRIPTS)) - LONG_THERE
    devices = set(re.findall(r"\bmediaDevices\.(\w+)", SCRIPTS)) - {"addEventListener", "removeEventListener"}
    assert {name for name in made | asked | devices if name not in used} == set()
