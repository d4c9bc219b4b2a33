"""The certificate that pages pin is replaced while they listen, and nobody notices."""

from __future__ import annotations

import re
from pathlib import Path

from bench.known.served import KnownSpeaker, Served
from tests.network.conftest import New
from tests.service.deploy.proxies import free_port

LIFE = 5.0
RENEWED = re.compile("the media door has another certificate")
ATTENTIVE = """
globalThis.alarms = new Set();
setInterval(() => {
    const words = document.body?.innerText ?? "";
    for (const [alarm] of words.matchAll(/.*(lost since|interrupted).*/g)) alarms.add(alarm);
}, 50);
"""
"""Notes what the page says of a connection that is gone, however shortly."""


def test_a_page_stays_over_two_renewals(new_page: New, tmp_path: Path) -> None:
    """By the next certificate, or over TCP where that is quicker; a newcomer pins what there is now."""
    port = free_port()
    with Served(tmp_path, port, port, life=LIFE) as served:
        paths = served.plan("pinned")
        # The speaker's connection has no certificate of ours: what is missed is missed by the guest's own.
        with KnownSpeaker(served.url, paths, tcp=True):
            guest = new_page(ATTENTIVE)
            try:
                guest.open(served.url + paths["guest-1"])
                guest.wait_for_sound()
                guest.wait_for_picture()
                before = len(RENEWED.findall(served.log()))
                given = guest.listen(3 * LIFE)
                assert len(RENEWED.findall(served.log())) >= before + 2
                assert given.silent < 0.2
                assert guest.ask("() => [...alarms]") == []
                guest.wait_for_sound()
                guest.wait_for_picture()
            finally:
                guest.close()
            newcomer = new_page("")
            try:
                newcomer.open(served.url + paths["guest-2"])
                newcomer.wait_for_sound()
            finally:
                newcomer.close()
