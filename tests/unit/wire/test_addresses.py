"""URLs made from a host and a port can be gone to, whatever kind of host it is."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from hemicycle.wire.addresses import own_url, url_of

URLS = [
    ("http", "localhost", "http://localhost:8443"),
    ("https", "webinar.example.org", "https://webinar.example.org:8443"),
    ("http", "192.0.2.1", "http://192.0.2.1:8443"),
    ("http", "::1", "http://[::1]:8443"),
    ("https", "2001:db8::7", "https://[2001:db8::7]:8443"),
    ("wss", "[2001:db8::7]", "wss://[2001:db8::7]:8443"),
    ("http", "fe80::1%eth0", "http://[fe80::1%25eth0]:8443"),
]

EVERYWHERE = ["", "::", "0.0.0.0"]


@pytest.mark.parametrize(("scheme", "host", "url"), URLS)
def test_a_url_has_the_host_as_urls_write_it(scheme: str, host: str, url: str) -> None:
    assert url_of(scheme, host, 8443) == url
    assert own_url(scheme, host, 8443) == url
    assert urlsplit(url).port == 8443


@pytest.mark.parametrize("host", EVERYWHERE)
def test_a_server_on_every_address_is_gone_to_by_name(host: str) -> None:
    assert own_url("http", host, 8443) == "http://localhost:8443"
