"""Says in words which browser somebody uses, for the organiser."""

from __future__ import annotations

import re

_BROWSERS = (
    # The first that is named wins: nearly all say that they are Chrome and Safari, too.
    ("Edge", re.compile(r"\bEdg(?:A|iOS)?/(\d+)")),
    ("Opera", re.compile(r"\bOPR/(\d+)")),
    ("Samsung Internet", re.compile(r"\bSamsungBrowser/(\d+)")),
    ("Yandex Browser", re.compile(r"\bYaBrowser/(\d+)")),
    ("Whale", re.compile(r"\bWhale/(\d+)")),
    ("Firefox", re.compile(r"\b(?:Firefox|FxiOS)/(\d+)")),
    ("Chrome", re.compile(r"\b(?:Chrome|CriOS|HeadlessChrome)/(\d+)")),
    ("Safari", re.compile(r"\bVersion/(\d+)\S* (?:Mobile/\S+ )?Safari/")),
)

_SYSTEMS = (
    ("iPhone", re.compile(r"\biPhone\b")),
    ("iPad", re.compile(r"\biPad\b")),
    ("Android", re.compile(r"\bAndroid\b")),
    ("Windows", re.compile(r"\bWindows\b")),
    ("macOS", re.compile(r"\bMac OS X\b")),
    ("ChromeOS", re.compile(r"\bCrOS\b")),
    ("Linux", re.compile(r"\bLinux\b")),
)


def browser_in_words(user_agent: str) -> str:
    """Such as "Firefox 153 on Windows", from a User-Agent header."""
    browser = next(
        (f"{name} {found[1]}" for name, sign in _BROWSERS if (found := sign.search(user_agent))),
        "another browser",
    )
    system = next((name for name, sign in _SYSTEMS if sign.search(user_agent)), None)
    return f"{browser} on {system}" if system else browser
