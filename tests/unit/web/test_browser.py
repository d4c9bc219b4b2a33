"""Browsers in words."""

from __future__ import annotations

import pytest

from hemicycle.web.browser import browser_in_words

CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (f"{WINDOWS}; rv:153.0) Gecko/20100101 Firefox/153.0", "Firefox 153 on Windows"),
        (f"Mozilla/5.0 (X11; Linux x86_64) {CHROME} Safari/537.36", "Chrome 150 on Linux"),
        (f"{WINDOWS}) {CHROME} Safari/537.36 Edg/150.0.1", "Edge 150 on Windows"),
        (f"{WINDOWS}) {CHROME} YaBrowser/26.1.0 Safari/537.36", "Yandex Browser 26 on Windows"),
        (f"Mozilla/5.0 (Linux; Android 10; K) {CHROME} Mobile Safari/537.36", "Chrome 150 on Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/26.1 Mobile/15E148 Safari/604.1",
            "Safari 26 on iPhone",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/26.1 Safari/605.1.15",
            "Safari 26 on macOS",
        ),
        ("curl/8.1", "another browser"),
        ("", "another browser"),
    ],
)  # fmt: skip
def test_a_browser_is_named(user_agent: str, words: str) -> None:
    assert browser_in_words(user_agent) == words
