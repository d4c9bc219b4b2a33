"""The built files: the smallest form that a browser takes, and the same for as long as a process
runs."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from hemicycle.web.assets import FOREVER, Assets, accepted_codings
from hemicycle.web.pages import Pages, PagesNotBuilt

SCRIPT = b"export const words = " + 200 * b"hemicycle "
BROTLI = b"as brotli has it"


def build(folder: Path, mark: str = "a1") -> Path:
    """A build of one page with one script and one font."""
    assets = folder / "assets"
    assets.mkdir(parents=True)
    head = f'<head><script type="module" src="/built/assets/hall-{mark}.js"></script></head>'
    (folder / "hall.html").write_text(f"<html>{head}<body></body></html>")
    (folder / "notice.html").write_text("<html><head></head><body></body></html>")
    (folder / "favicon.svg").write_text("<svg/>")
    (assets / f"hall-{mark}.js").write_bytes(SCRIPT)
    (assets / f"hall-{mark}.js.br").write_bytes(BROTLI)
    (assets / f"hall-{mark}.js.gz").write_bytes(gzip.compress(SCRIPT, mtime=0))
    (assets / "sans-b2.woff2").write_bytes(b"a font")
    return folder


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return build(tmp_path / "built")


@pytest.fixture
async def client(built: Path) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=[Mount("/built", Assets(built))])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        yield client


async def raw(client: httpx.AsyncClient, path: str, **headers: str) -> tuple[httpx.Response, bytes]:
    """The answer with its body as it came, not unpacked."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    async with client.stream("GET", path, headers=names) as answer:
        return answer, b"".join([part async for part in answer.aiter_raw()])


@pytest.mark.parametrize(
    ("accepts", "coding", "body"),
    [
        ("gzip, deflate, br, zstd", "br", BROTLI),
        ("gzip, deflate", "gzip", gzip.compress(SCRIPT, mtime=0)),
        ("br;q=0, *", "gzip", gzip.compress(SCRIPT, mtime=0)),
        ("identity", None, SCRIPT),
    ],
)
async def test_the_smallest_form_that_is_taken(
    client: httpx.AsyncClient, accepts: str, coding: str | None, body: bytes
) -> None:
    answer, came = await raw(client, "/built/assets/hall-a1.js", accept_encoding=accepts)
    assert answer.status_code == 200
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == FOREVER
    if coding == "gzip":
        assert gzip.decompress(came) == SCRIPT
    else:
        assert came == body


async def test_a_font_goes_as_it_is(client: httpx.AsyncClient) -> None:
    answer, came = await raw(client, "/built/assets/sans-b2.woff2", accept_encoding="br, gzip")
    assert (came, answer.headers["content-type"]) == (b"a font", "font/woff2")
    assert "content-encoding" not in answer.headers
    assert "vary" not in answer.headers


async def test_who_has_it_already_gets_no_body(client: httpx.AsyncClient) -> None:
    path = "/built/assets/hall-a1.js"
    whole, _ = await raw(client, path, accept_encoding="br")
    again, body = await raw(client, path, accept_encoding="br", if_none_match=whole.headers["etag"])
    assert (again.status_code, body) == (304, b"")
    assert again.headers["etag"] == whole.headers["etag"]
    # Another form of it is another thing.
    other, _ = await raw(client, path, accept_encoding="gzip", if_none_match=whole.headers["etag"])
    assert other.status_code == 200
    assert other.headers["etag"] != whole.headers["etag"]


async def test_what_is_not_hashed_is_not_kept_for_good(client: httpx.AsyncClient) -> None:
    answer = await client.get("/built/favicon.svg")
    assert answer.headers["cache-control"] == "public, max-age=3600"
    head = await client.head("/built/favicon.svg")
    assert (head.content, head.headers["content-length"]) == (b"", "6")


@pytest.mark.parametrize(
    "path", ["hall.html", "assets/hall-a1.js.br", "assets/none.js", "../pages.py", "%2e%2e/pages.py", ""]
)
async def test_nothing_else_is_handed_out(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(f"/built/{path}")).status_code == 404


async def test_another_build_changes_nothing_for_a_running_server(built: Path) -> None:
    pages = Pages(built)
    shutil.rmtree(built)
    build(built, "c3")
    app = Starlette(routes=[Mount("/built", pages.assets)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        assert b"hall-a1.js" in pages.page("hall").body
        assert (await client.get("/built/assets/hall-a1.js")).content == SCRIPT
        assert (await client.get("/built/assets/hall-c3.js")).status_code == 404


def test_a_page_says_the_timings_of_a_server_under_test(built: Path) -> None:
    (built / "hall.html").write_text("<html><head><title>Hall</title></head></html>")
    served = bytes(Pages(built, '{"pingInterval":200}').page("hall").body).decode()
    assert '<meta name="hemicycle:timings" content="{&quot;pingInterval&quot;:200}"></head>' in served
    assert "timings" not in bytes(Pages(built).page("hall").body).decode()


def test_a_build_that_is_under_way_is_not_taken_for_whole(built: Path) -> None:
    (built / "assets" / "hall-a1.js").unlink()
    with pytest.raises(PagesNotBuilt, match=r"hall-a1\.js"):
        Pages(built)


@pytest.mark.parametrize(
    ("header", "codings"),
    [
        ("", set()),
        ("br", {"br"}),
        ("gzip;q=0.5, br;q=1.0", {"br", "gzip"}),
        ("*", {"br", "gzip"}),
        ("*;q=0, gzip", {"gzip"}),
        ("BR ; q=0.000 , gzip", {"gzip"}),
        ("x-gzip, identity;q=0", set()),
    ],
)
def test_what_a_browser_takes(header: str, codings: set[str]) -> None:
    assert accepted_codings(header) == codings
