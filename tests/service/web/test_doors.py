"""The doors over HTTP: what each shows, and what a link gives away."""

from __future__ import annotations

import pytest
from tests.world.site import Site

from hemicycle.web.headers import HEADERS

HTML = {"accept": "text/html"}
PAGES = {"chair": "chair", "ambassador": "stage", "france": "hall", "press": "hall"}


@pytest.mark.parametrize(
    ("path", "status", "notice"),
    [
        ("/", 200, "front_door"),
        ("/m/nowhere", 404, "no_such_meeting"),
        ("/s/unknown", 404, "unknown_link"),
        ("/m/small/seats/france/", 403, "no_seat"),
        ("/m/small/seats/nobody/", 403, "no_seat"),
        ("/nothing/here", 404, "not_found"),
    ],
)
async def test_a_notice_says_why_there_is_nothing_else(
    site: Site, path: str, status: int, notice: str
) -> None:
    answer = await site.http.get(path, headers=HTML)
    assert (answer.status_code, f'name="hemicycle:notice" content="{notice}"' in answer.text) == (
        status,
        True,
    )
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(("seat", "page"), PAGES.items())
async def test_a_personal_link_opens_the_page_of_its_role_and_leaves_the_address_bar(
    site: Site, seat: str, page: str
) -> None:
    answer = await site.http.get(f"/s/{site.token(seat)}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/m/small/seats/{seat}/"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert f"Path=/m/small/seats/{seat}/" in cookie
    assert "SameSite=lax" in cookie
    opened = await site.http.get(answer.headers["location"], headers=HTML)
    assert (opened.status_code, f"/built/assets/{page}" in opened.text) == (200, True)


async def test_a_cookie_opens_no_other_seat(site: Site) -> None:
    cookie = {"cookie": f"hemicycle_seat={site.token('france')}"}
    assert (await site.http.get("/m/small/seats/france/", headers=cookie)).status_code == 200
    assert (await site.http.get("/m/small/seats/chair/", headers=cookie)).status_code == 403


async def test_a_revoked_link_says_so(site: Site) -> None:
    await site.revoke("france")
    answer = await site.http.get(f"/s/{site.token('france')}", headers=HTML)
    assert (answer.status_code, "revoked_link" in answer.text) == (403, True)
    assert (await site.http.get(f"/s/{site.token('france', 1)}")).status_code == 303


async def test_no_token_is_stored(site: Site) -> None:
    kept = site.store.links("small")
    for row in kept:
        assert site.token(row.key) not in str(row)


async def test_the_public_programme_names_no_guest(site: Site) -> None:
    programme = (await site.http.get("/api/meetings/small")).json()
    assert [s["name"] for s in programme["speakers"].values()] == ["Ku Hong-seok", "Cheon Myeong Guk"]
    assert programme["expected"] == {"diplomatic": 1, "academic": 1}
    assert "Claire Martin" not in str(programme)
    missing = await site.http.get("/api/meetings/nowhere")
    assert (missing.status_code, missing.json()) == (404, {"detail": 'There is no meeting "nowhere".'})


async def test_every_answer_carries_the_headers(site: Site) -> None:
    for path in ("/", "/api/meetings/small", "/built/favicon.svg", "/nothing"):
        headers = (await site.http.get(path)).headers
        assert {name: headers.get(name) for name in HEADERS} == HEADERS


async def test_no_page_loads_from_another_host(site: Site) -> None:
    for path in ("/", "/m/small", "/api/docs"):
        text = (await site.http.get(path, headers=HTML)).text
        assert "http://" not in text
        assert "https://" not in text
        assert "//cdn" not in text


async def test_hashed_assets_are_kept_and_pages_are_not(site: Site) -> None:
    page = await site.http.get("/m/small")
    assert page.headers["cache-control"] == "no-cache"
    asset = page.text.split('src="')[1].split('"')[0]
    assert "immutable" in (await site.http.get(asset)).headers["cache-control"]


async def test_health_and_metrics(site: Site) -> None:
    assert (await site.http.get("/health")).json() == {"status": "ok"}
    await site.seat("chair")
    await site.seat("france")
    figures = (await site.http.get("/metrics")).text
    assert 'hemicycle_seats_connected{meeting="small"} 2.0' in figures
    for name in (
        "seats_present", "publishers", "viewers", "frames_copied_total", "bytes_copied_total",
        "facts_total", "command_seconds_bucket",
    ):  # fmt: skip
        assert f"hemicycle_{name}" in figures
