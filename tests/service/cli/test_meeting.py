"""`hemicycle meeting`."""

from __future__ import annotations

import importlib.metadata
import os
from pathlib import Path

import pytest
from tests.world.command import BOOTHS, INVITATIONS, PROGRAMME, Outcome, hemicycle, installed


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def add(data: Path) -> Outcome:
    return hemicycle("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data)


def test_a_meeting_is_added_listed_and_shown(data: Path) -> None:
    assert add(data) == Outcome(
        0,
        "Added korean-peninsula: The security situation on the Korean Peninsula "
        "and Kazakhstan's experience in nuclear disarmament\n"
        "It has 74 seats (1 chair, 3 speakers, 70 participants). "
        "Their links: hemicycle links korean-peninsula\n",
        "",
    )
    listed = hemicycle("meeting", "list", data=data)
    (row,) = [line for line in listed.out.splitlines() if "korean-peninsula" in line]
    assert [cell.strip() for cell in row.strip("│").split("│")] == [
        "korean-peninsula",
        "The security situation on the Korean Peninsula and Kazakhstan's experience in nuclear disarmament",
        "Embassy of the Republic of Korea in the Republic of Kazakhstan",
        "2020-11-25 15:00 (Asia/Almaty)",
        "74",
        "planned",
    ]
    shown = hemicycle("meeting", "show", "korean-peninsula", "--public-url", "https://x.example/", data=data)
    assert (listed.code, shown.code) == (0, 0)
    for line in (
        "Place:      Nur-Sultan",
        "Starts:     2020-11-25 15:00 (Asia/Almaty), 120 minutes",
        "Languages:  en, kk, ko, ru",
        "Phase:      planned",
        "Facts:      3",
        "Programme:  https://x.example/m/korean-peninsula",
    ):
        assert line in shown.out.splitlines()
    cells = [[cell.strip() for cell in line.strip("│").split("│")] for line in shown.out.splitlines()]
    assert ["speaker", "", "3"] in cells
    assert ["participant", "Foreign diplomatic missions", "45"] in cells
    assert [
        "3",
        "Kazakhstan's experience in voluntarily renouncing its nuclear potential",
        "Cheon Myeong Guk",
        "20",
    ] in cells


def test_booths_are_shown_with_their_interpreters(data: Path) -> None:
    added = hemicycle("meeting", "add", BOOTHS, data=data)
    assert "(1 chair, 2 speakers, 4 interpreters, 1 captioner, 2 participants, 1 observer)" in added.out
    shown = hemicycle("meeting", "show", "booths", data=data)
    cells = [[cell.strip() for cell in line.strip("│").split("│")] for line in shown.out.splitlines()]
    first = next(at for at, row in enumerate(cells) if row[0] == "en" and len(row) == 4)
    assert cells[first : first + 5] == [
        ["en", "Alice Morgan", "english-a", "kk, ko, ru"],
        ["", "Bruno Keller", "english-b", "ko, ru"],
        ["kk", "Madina Serikbay", "kazakh-russian", "en, kk, ru"],
        ["ko", "Han Ji-won", "korean", "en, ru"],
        ["ru", "Madina Serikbay", "kazakh-russian", "en, kk, ru"],
    ]
    assert "alice@bureau.example" not in shown.out


def test_no_meeting_is_said_so(data: Path) -> None:
    assert hemicycle("meeting", "list", data=data) == Outcome(
        0, "No meeting has been added: hemicycle meeting add FILE --invitations CSV\n", ""
    )


def test_a_taken_slug_is_refused(data: Path) -> None:
    add(data)
    assert add(data) == Outcome(
        2, "", f'{PROGRAMME}: "slug": there is a meeting "korean-peninsula" already; choose another\n'
    )


def test_faults_are_a_line_each_and_nothing_is_stored(data: Path, tmp_path: Path) -> None:
    programme, invitations = tmp_path / "p.toml", tmp_path / "i.csv"
    programme.write_text(
        PROGRAMME.read_text().replace('"fellow"\nminutes', '"felow"\nminutes').replace('"ko"', '"xx"')
    )
    invitations.write_bytes(INVITATIONS.read_bytes() + b"press,A,B,0,en\r\n")
    assert hemicycle("meeting", "add", programme, "--invitations", invitations, data=data) == Outcome(
        2,
        "",
        f'{programme}: [event], "languages[3]": "xx" is no language; '
        "write a BCP 47 tag such as en, kk, ko or ru\n"
        f'{programme}: [[person]] 1, "language": "xx" is no language; '
        "write a BCP 47 tag such as en, kk, ko or ru\n"
        f'{programme}: [[agenda]] 3, "speaker": "felow" is no person of this programme; '
        'did you mean "fellow"?\n'
        f'{invitations}:59, "category": "press" is no category of the programme; '
        "write one of diplomatic, academic, government\n"
        f'{invitations}:59, "seats": 0 is too few; write 1 to 1,000\n',
    )
    assert not data.exists()


def test_files_that_are_not_there(data: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.toml"
    assert hemicycle("meeting", "add", missing, "--invitations", tmp_path, data=data) == Outcome(
        2,
        "",
        f"{missing}: can't be read: no such file or directory; give the path of a file that can\n"
        f"{tmp_path}: can't be read: is a directory; give the path of a file that can\n",
    )
    assert not data.exists()


def test_a_file_without_end_is_not_read_to_its_end(data: Path) -> None:
    outcome = hemicycle("meeting", "add", "/dev/zero", data=data)
    assert (outcome.code, outcome.err) == (2, "/dev/zero: has more than 256 KiB; write a shorter file\n")


@pytest.mark.parametrize(
    ("slug", "hint"),
    [
        ("korean-peninsla", 'did you mean "korean-peninsula"?'),
        ("korean", 'did you mean "korean-peninsula"?'),
        ("arctic", "hemicycle meeting list shows those there are"),
    ],
)
@pytest.mark.parametrize("command", [("meeting", "show"), ("links",), ("report",)])
def test_an_unknown_slug_is_one_sentence(data: Path, command: tuple[str, ...], slug: str, hint: str) -> None:
    add(data)
    assert hemicycle(*command, slug, data=data) == Outcome(2, "", f'There is no meeting "{slug}"; {hint}\n')


def test_an_unknown_slug_where_there_is_no_meeting(data: Path) -> None:
    assert hemicycle("links", "x", data=data) == Outcome(
        2, "", 'There is no meeting "x"; no meeting has been added yet\n'
    )


def test_a_database_may_lie_elsewhere(data: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/elsewhere/h.db"
    added = hemicycle("meeting", "add", PROGRAMME, data=data, environment={"HEMICYCLE_DATABASE": url})
    assert added.code == 0
    assert "korean-peninsula" in hemicycle("meeting", "list", "--database", url, data=data).out
    assert "korean-peninsula" not in hemicycle("meeting", "list", data=data).out


@pytest.mark.parametrize("name", ["a?b#c", "100%", "with space", "данные", "a:b@c"])
def test_a_data_directory_of_any_name(tmp_path: Path, name: str) -> None:
    data = tmp_path / name
    assert add(data).code == 0
    assert sorted(path.name for path in data.iterdir()) == [
        "hemicycle.db",
        "hemicycle.db.lock",
        "secret",
    ]
    assert hemicycle("links", "korean-peninsula", data=data).code == 0


@pytest.mark.parametrize(
    "url", ["x.example", "ftp://x.example", "https://", "https://x.example/?a=b", "https://x:y"]
)
def test_an_address_that_is_none(data: Path, url: str) -> None:
    outcome = hemicycle("links", "korean-peninsula", "--public-url", url, data=data)
    assert outcome == Outcome(
        2, "", f'--public-url: "{url}" is not a web address; write for example https://webinar.example.org\n'
    )


def test_a_database_that_cannot_be_opened_is_one_sentence(data: Path) -> None:
    outcome = hemicycle("meeting", "list", "--database", "mysql://x/y", data=data)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "mysql is not supported: write sqlite:///PATH or postgresql://USER@HOST/NAME\n"


def test_a_data_directory_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    outcome = hemicycle("meeting", "list", data=file)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"the folder of {file}/hemicycle.db can't be made: ")


def test_the_version() -> None:
    version = importlib.metadata.version("hemicycle")
    assert hemicycle("--version", data=Path(os.devnull)) == Outcome(0, f"hemicycle {version}\n", "")


def test_the_installed_script(data: Path) -> None:
    added = installed("meeting", "add", PROGRAMME, "--invitations", INVITATIONS, data=data)
    assert (added.code, added.err) == (0, "")
    refused = installed("meeting", "add", PROGRAMME, data=data)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.count("\n") == 1
