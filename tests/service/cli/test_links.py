"""`hemicycle links`."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from tests.world.command import INVITATIONS, PROGRAMME, Outcome, hemicycle

from hemicycle.store import Store
from hemicycle.store.tokens import token_hash

KEYS = ["seat", "role", "name", "title", "organisation", "category", "url"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    assert hemicycle("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data).code == 0
    return data


def links(data: Path, *arguments: str) -> list[dict[str, str]]:
    outcome = hemicycle("links", "korean-peninsula", "--format", "json", *arguments, data=data)
    assert (outcome.code, outcome.err) == (0, "")
    found: list[dict[str, str]] = json.loads(outcome.out)
    return found


def test_json(data: Path) -> None:
    found = links(data)
    assert [list(link) for link in found] == [KEYS] * 74
    url = found[0].pop("url")
    assert re.fullmatch(r"http://localhost:8443/s/[A-Za-z0-9_-]{32}", url)
    assert found[0] == {
        "seat": "ambassador",
        "role": "speaker",
        "name": "Ku Hong-seok",
        "title": "Ambassador of the Republic of Korea to the Republic of Kazakhstan",
        "organisation": "Embassy of the Republic of Korea in the Republic of Kazakhstan",
        "category": None,
    }
    assert found[-1]["seat"] == "government-10"
    assert found[-1]["category"] == "government"
    assert len({link["url"] for link in found[1:]} | {url}) == 74


def test_each_link_opens_its_seat(data: Path) -> None:
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    for link in links(data):
        seat = store.seat_of(token_hash(link["url"].rpartition("/")[2]))
        assert seat is not None
        assert (seat.slug, seat.key, seat.role, seat.revoked) == (
            "korean-peninsula",
            link["seat"],
            link["role"],
            False,
        )
    store.close()


def test_csv_says_the_same(data: Path) -> None:
    outcome = hemicycle("links", "korean-peninsula", "--format", "csv", data=data)
    rows = list(csv.DictReader(io.StringIO(outcome.out, newline="")))
    assert rows == [{key: value or "" for key, value in link.items()} for link in links(data)]


def test_the_table_has_each_address_on_one_line(data: Path) -> None:
    outcome = hemicycle("links", "korean-peninsula", data=data)
    urls = [found[0] for line in outcome.out.splitlines() if (found := re.findall(r"http\S+", line))]
    assert urls == [link["url"] for link in links(data)]


@pytest.mark.parametrize("given", ["https://webinar.example", "https://webinar.example/"])
def test_the_public_address(data: Path, given: str) -> None:
    assert links(data, "--public-url", given)[0]["url"].startswith("https://webinar.example/s/")
    outcome = hemicycle(
        "links",
        "korean-peninsula",
        "--format",
        "json",
        data=data,
        environment={"HEMICYCLE_PUBLIC_URL": given},
    )
    assert json.loads(outcome.out) == links(data, "--public-url", given)


def test_links_stay_the_same(data: Path) -> None:
    assert links(data) == links(data)


def test_revoking_changes_the_links_that_are_named(data: Path) -> None:
    before = links(data)
    after = links(data, "--revoke", "fellow", "--revoke", "academic-2", "--revoke", "fellow")
    changed = [old["seat"] for old, new in zip(before, after, strict=True) if old != new]
    assert changed == ["fellow", "academic-2"]
    store = Store.open(f"sqlite:///{data}/hemicycle.db")
    old = {link["seat"]: token_hash(link["url"].rpartition("/")[2]) for link in before}
    revoked = {key for key, hashed in old.items() if (seat := store.seat_of(hashed)) and seat.revoked}
    store.close()
    assert revoked == set(changed)
    assert links(data) == after


def test_where_one_seat_is_unknown_none_is_revoked(data: Path) -> None:
    before = links(data)
    outcome = hemicycle("links", "korean-peninsula", "--revoke", "fellow", "--revoke", "felow", data=data)
    assert outcome == Outcome(2, "", '--revoke: the meeting has no seat "felow"; did you mean "fellow"?\n')
    assert links(data) == before


def test_with_another_secret_nothing_is_printed_or_revoked(data: Path) -> None:
    before = links(data)
    secret = (data / "secret").read_text()
    (data / "secret").unlink()
    for arguments in ((), ("--revoke", "fellow")):
        outcome = hemicycle("links", "korean-peninsula", *arguments, data=data)
        assert (outcome.code, outcome.out) == (2, "")
        assert "made with another secret" in outcome.err
    (data / "secret").write_text(secret)
    assert links(data) == before


def test_a_secret_that_is_none_is_one_sentence(data: Path) -> None:
    (data / "secret").write_text("nonsense")
    outcome = hemicycle("links", "korean-peninsula", data=data)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"{data}/secret is not a secret of 32 bytes in hex: ")
    assert outcome.err.count("\n") == 1
