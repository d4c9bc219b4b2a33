"""How a mail server is named, and what the letter says."""

from __future__ import annotations

import pytest

from hemicycle.post import mail_settings, quote_letter


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.org", ("mail.example.org", 587, False, "", "")),
        ("smtps://mail.example.org", ("mail.example.org", 465, True, "", "")),
        ("smtp://press:p%40ss@mail.example.org:2525/", ("mail.example.org", 2525, False, "press", "p@ss")),
    ],
)
def test_a_url_names_a_server(url: str, expected: tuple[str, int, bool, str, str]) -> None:
    found = mail_settings(url, "Embassy <press@example.org>")
    assert (found.host, found.port, found.tls, found.user, found.password) == expected
    assert "p@ss" not in repr(found)


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("http://mail.example.org", "press@example.org"),
        ("smtp://", "press@example.org"),
        ("smtp://mail.example.org:x", "press@example.org"),
        ("smtp://mail.example.org/inbox", "press@example.org"),
        ("smtp://mail.example.org", ""),
        ("smtp://mail.example.org", "Embassy"),
    ],
)
def test_what_names_none_says_what_to_write(url: str, sender: str) -> None:
    with pytest.raises(ValueError, match=r"write for example|give --mail-from"):
        mail_settings(url, sender)


@pytest.mark.parametrize(("language", "written"), [("ko", "ko"), ("kk", "kk"), ("ru-KZ", "ru"), ("fr", "en")])
def test_the_letter_is_in_the_speakers_language_and_holds_all_it_must(language: str, written: str) -> None:
    letter = quote_letter(
        language=language,
        name="Ku Hong-seok",
        title="Peace\nBcc: everybody@example.org",
        organiser="Embassy",
        words="Peace is {near}.",
        link="https://example.org/s/x?to=quotes",
    )
    assert letter.language == written
    assert "\n" not in letter.subject
    for piece in ("Ku Hong-seok", "Embassy", "Peace is {near}.", "https://example.org/s/x?to=quotes"):
        assert piece in letter.text
