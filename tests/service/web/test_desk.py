"""The organiser's desk over HTTP: from the verbatim to a published communiqué, and who may do
what."""

from __future__ import annotations

import io

import docx
import pypdf
import pytest
from tests.service.web.desk import WORDS, Desk, add_lines
from tests.world.site import Site

from hemicycle.store.lines import lines_of


@pytest.fixture
def desk(site: Site) -> Desk:
    return Desk(site.http, site)


async def test_a_speaker_approves_and_the_communique_is_published(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    made = await desk.quote(first)
    assert (made["stage"], made["said"], made["seat"]) == ("made", WORDS[1][2], "fellow")
    assert made["spans"] == [{"since": first["since"], "until": first["until"]}]
    assert (await desk.get("quotes/asked", "fellow")).json()["quotes"] == []
    asked = await desk.done("desk/quotes/1/ask")
    assert asked["stage"] == "asked"
    page = (await desk.get("quotes/asked", "fellow")).json()
    assert [quote["id"] for quote in page["quotes"]] == [1]

    editor = (await desk.get("desk/communique/en")).json()
    assert "[quote 1]" not in editor["draft"]["text"]
    approved = await desk.done("quotes/1/approve", key="fellow")
    assert approved["stage"] == "approved"
    editor = (await desk.get("desk/communique/en")).json()
    assert "most important factor,” Cheon said. [quote 1]" in editor["draft"]["text"]
    assert editor["versions"] == []
    assert (await desk.http.get("/m/small/communique")).json() == {"communiques": []}

    saved = await desk.done(
        "desk/communique/en",
        {"after": 0, "headline": "Peace", "text": editor["draft"]["text"] + "\n\nTea was served."},
    )
    assert (saved["versions"][0]["version"], saved["findings"]) == (1, [])
    published = await desk.done("desk/communique/en/publish", {"version": 1})
    assert published["published"] == 1
    (public,) = (await desk.http.get("/m/small/communique")).json()["communiques"]
    assert (public["language"], public["headline"]) == ("en", "Peace")
    assert public["paragraphs"][-1] == {"text": "Tea was served.", "clips": []}
    (clips,) = [paragraph["clips"] for paragraph in public["paragraphs"] if paragraph["clips"]]
    assert clips == [
        {"seat": "fellow", "name": "Cheon Myeong Guk", "since": first["since"], "until": first["until"]}
    ]
    assert desk.facts() == ["quote.made", "quote.asked", "quote.approved", "communique.published"]

    taken_off = await desk.done("desk/communique/en/withdraw")
    assert "published" not in taken_off
    assert (await desk.http.get("/m/small/communique")).json() == {"communiques": []}


async def test_nothing_unapproved_is_published_unless_it_is_overridden(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    text = f"“{WORDS[1][2].rstrip('.')},” Cheon said. [quote 1]"
    saved = await desk.done("desk/communique/en", {"after": 0, "headline": "Peace", "text": text})
    assert [one["code"] for one in saved["findings"]] == ["not_approved", "unapproved_words"]
    refused = await desk.post("desk/communique/en/publish", {"version": 1})
    assert (refused.status_code, refused.json()["detail"]["code"]) == (422, "not_printable")
    answered = await desk.done("quotes/1/refuse", {"remark": "Not like this."}, key="fellow")
    assert (answered["stage"], answered["remark"]) == ("refused", "Not like this.")
    assert (await desk.post("desk/communique/en/publish", {"version": 1})).status_code == 422

    overridden = await desk.done("desk/quotes/1/override")
    assert (overridden["stage"], overridden["overridden"]) == ("refused", True)
    assert (await desk.done("desk/communique/en/publish", {"version": 1}))["published"] == 1
    assert desk.facts() == [
        "quote.made",
        "quote.asked",
        "quote.refused",
        "quote.overridden",
        "communique.published",
    ]


async def test_an_amendment_keeps_both_texts(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    empty = await desk.post("quotes/1/amend", {"text": "  "}, key="fellow")
    assert empty.status_code == 422
    amended = await desk.done(
        "quotes/1/amend", {"text": "The idea  matters.", "remark": "Shorter."}, key="fellow"
    )
    assert (amended["stage"], amended["text"], amended["said"]) == (
        "amended",
        "The idea matters.",
        WORDS[1][2],
    )
    editor = (await desk.get("desk/communique/en")).json()
    assert "“The idea matters,” Cheon said. [quote 1]" in editor["draft"]["text"]


async def test_a_line_is_corrected_in_versions_and_no_edit_is_written_over(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    number = first["id"]
    edited = await desk.done(f"desk/lines/{number}", {"after": 1, "text": "I think so.\n"})
    assert (edited["version"], edited["text"], edited["writer"], edited["by"]) == (
        2,
        "I think so.",
        "editor",
        "chair",
    )
    late = await desk.post(f"desk/lines/{number}", {"after": 1, "text": "Another."})
    assert late.status_code == 409
    versions = (await desk.get(f"desk/lines/{number}/versions")).json()
    assert {version["version"]: version["text"] for version in versions} == {
        1: WORDS[1][2],
        2: "I think so.",
    }
    old = {"line": number, "version": 1, "start": 0, "end": 5}
    stale = await desk.post("desk/quotes", {"parts": [old]})
    assert (stale.status_code, stale.json()["detail"]["code"]) == (409, "changed")
    struck = await desk.done(f"desk/lines/{number}", {"after": 2, "text": ""})
    assert struck["text"] == ""
    assert number not in [line["id"] for line in lines_of(desk.site.store, "small")]
    shown = (await desk.get("desk/record")).json()
    assert number in [line["id"] for line in shown["lines"]]


async def test_two_editors_of_a_communique_do_not_write_over_each_other(desk: Desk) -> None:
    body = {"after": 0, "headline": "One", "text": "Words."}
    await desk.done("desk/communique/ru", body)
    assert (await desk.post("desk/communique/ru", {**body, "headline": "Other"})).status_code == 409


async def test_a_translation_lets_a_quote_stand_in_another_language(desk: Desk) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    await desk.done("quotes/1/approve", key="fellow")
    without = (await desk.get("desk/communique/ru")).json()
    assert {"code": "no_translation", "quote": 1, "seat": "fellow"} in without["remarks"]
    await desk.done("desk/quotes/1/translation", {"language": "ru", "text": "Главное – сама идея."})
    editor = (await desk.get("desk/communique/ru")).json()
    assert "«Главное – сама идея», – отмечает Cheon. [quote 1]" in editor["draft"]["text"]


FORBIDDEN = [
    ("france", "get", "desk/record"),
    ("france", "get", "desk"),
    ("fellow", "get", "desk/communique/en"),
    ("fellow", "post", "desk/quotes/1/override"),
    ("fellow", "post", "desk/quotes/1/ask"),
    ("fellow", "post", "desk/communique/en/publish"),
    ("ambassador", "post", "quotes/1/approve"),
    ("chair", "post", "quotes/1/approve"),
]


@pytest.mark.parametrize(("key", "method", "path"), FORBIDDEN)
async def test_who_may_not(desk: Desk, key: str, method: str, path: str) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    before = desk.facts()
    answer = await (desk.get(path, key) if method == "get" else desk.post(path, {"version": 1}, key))
    assert answer.status_code == 403
    assert desk.facts() == before


async def test_a_stranger_and_another_site_get_nothing(desk: Desk) -> None:
    nobody = await desk.http.get("/m/small/seats/chair/desk/record")
    assert nobody.status_code == 403
    headers = {**desk.as_seat("chair"), "origin": "https://elsewhere.example"}
    forged = await desk.http.post("/m/small/seats/chair/desk/quotes/1/ask", headers=headers)
    assert forged.status_code == 403
    seen = (await desk.get("quotes/asked", "france")).json()
    assert seen["quotes"] == []


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("desk/quotes", {"parts": []}, 422),
        ("desk/quotes", {"parts": [{"line": 1, "version": 1, "start": 0, "end": 3}], "extra": 1}, 422),
        ("desk/quotes/9/ask", None, 404),
        ("desk/lines/99", {"after": 1, "text": "x"}, 404),
        ("desk/lines/1", {"after": 1, "text": "x" * 3000}, 422),
        ("desk/lines/1", {"after": 1, "text": "x", "seat": "nobody"}, 422),
        ("desk/communique/xx", {"after": 0, "headline": "x", "text": "x"}, 404),
        ("desk/communique/en", {"after": 0, "headline": "x", "text": "x" * 500_000}, 413),
        ("desk/communique/en/publish", {"version": 7}, 404),
    ],
)
async def test_what_does_not_fit_is_refused(desk: Desk, path: str, body: object, status: int) -> None:
    add_lines(desk.site.store)
    assert (await desk.post(path, body)).status_code == status


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "pdf"])
async def test_files_of_draft_version_and_verbatim(desk: Desk, suffix: str) -> None:
    _, first, _ = add_lines(desk.site.store)
    await desk.quote(first)
    await desk.done("desk/quotes/1/ask")
    await desk.done("quotes/1/approve", key="fellow")
    await desk.done("desk/communique/en", {"after": 0, "headline": "Saved", "text": "Edited words."})
    for path, words in (
        (f"desk/communique/en/file.{suffix}", "most important factor"),
        (f"desk/communique/en/file.{suffix}?version=1", "Edited words."),
        (f"desk/verbatim.{suffix}", "The test site was closed"),
    ):
        answer = await desk.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith("attachment")
        assert words in text_of(answer.content, suffix)
    html = (await desk.get("desk/communique/en/file.html")).text
    assert f"/m/small/seats/chair/record/clip.m4a?seat=fellow&amp;since={first['since']}" in html
    assert (await desk.get("desk/verbatim.json")).json()["lines"][1]["name"] == "Cheon Myeong Guk"
    assert (await desk.get("desk/verbatim.exe")).status_code == 404
    assert (await desk.http.get(f"/m/small/communique/en.{suffix}")).status_code == 404
    await desk.done("desk/communique/en/publish", {"version": 1})
    public = await desk.http.get(f"/m/small/communique/en.{suffix}")
    assert "Edited words." in text_of(public.content, suffix)


def text_of(content: bytes, suffix: str) -> str:
    """The words of a file."""
    if suffix == "docx":
        return " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    if suffix == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    return content.decode()


async def test_without_a_mail_server_the_page_says_so(desk: Desk) -> None:
    shown = (await desk.get("desk/record")).json()
    assert (shown["can_mail"], shown["mails"]) == (False, {})
    assert shown["languages"] == ["en", "kk", "ko", "ru"]


async def test_a_link_leads_nowhere_else(desk: Desk) -> None:
    elsewhere = await desk.http.get(f"/s/{desk.site.token('cheon')}?to=https://elsewhere.example")
    assert elsewhere.status_code == 422
